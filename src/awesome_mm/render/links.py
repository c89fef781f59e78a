"""Links among the pages: written as marks while the pages are made, and as paths once it is known what stands where.

Layer: render. A mark is a name between two code points that are no characters (Unicode, 23.7), which `printable` leaves in no text.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_LONGEST_ANCHOR = 200  # bytes
LONGEST = 320  # bytes of a path with its anchor, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: a path in the folder of the list, and the anchor there (``""``: the whole page)."""

    path: str
    anchor: str = ""


def mark(name: str) -> str:
    """Return what stands for the address of what is called `name` until it is known."""
    return f"{_OPEN}{name}{_CLOSE}"


def count_marks(text: str) -> int:
    """Return how many links `text` holds."""
    return text.count(_OPEN)


def resolved(text: str, path: str, places: Mapping[str, Place]) -> str:
    """Return `text`, which stands at `path`, with the address of each mark in its place; what is nowhere has the page's own."""
    return _MARKED.sub(lambda match: _address(path, places.get(match[1], Place(path=path))), text)


def _address(path: str, place: Place) -> str:
    anchor = f"#{place.anchor}" if place.anchor and len(place.anchor.encode()) <= _LONGEST_ANCHOR else ""
    if place.path == path and anchor:
        return anchor
    return posixpath.relpath(place.path, posixpath.dirname(path) or ".") + anchor
