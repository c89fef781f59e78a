"""A file to be imported, as text.

Layer: exchange.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The `text` of a file and its `path` as the user gave it, which places what is said of it."""

    path: str
    text: str
