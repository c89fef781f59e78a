"""The numbers behind the survey's figures: a file for each, and ``registry`` for the one that is asked for by name.

Layer: services.
"""
