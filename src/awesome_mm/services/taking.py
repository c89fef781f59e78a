"""The fields for which a list's word may be taken, written down apart: completion cannot wait for the model's classes.

Layer: services. A test holds them to what is compared.
"""

_LINKS = ("arxiv", "doi", "openreview", "paper", "code", "data", "model", "project", "page")
TAKEN = (
    *("name", "title", "aliases", "authors", "published", "venue", "links", "summary", "account", "categories"),
    *(f"links.{kind}" for kind in _LINKS),
)
