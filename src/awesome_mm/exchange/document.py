"""A text to import, and where it came from.

Layer: exchange.
"""

from typing import NamedTuple


class Document(NamedTuple):
    """A file, page or stream as read: `path` is how it is named in messages."""

    path: str
    text: str
