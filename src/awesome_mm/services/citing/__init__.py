"""Whether what papers cite is so: against the catalog, and against arXiv's records where those were asked for.

Layer: services.
"""
