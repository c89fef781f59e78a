"""The checks of ``lint``: one file for each, with what it finds, why, and an example of either kind.

Layer: services. ``registry`` lists them, ``running`` runs them, ``subject`` is what they look at.
"""
