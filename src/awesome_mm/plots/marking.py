"""Marks that say what they stand for: an SVG shows it to whoever points at one.

Layer: plots.
"""

import re
from typing import Any
from xml.sax.saxutils import escape

_MARKED = re.compile(r'(<g id="mark-(\d+)">)')


class Marks:
    """What the marks of one figure stand for, by number."""

    def __init__(self) -> None:
        self._about: list[str] = []

    def add(self, artist: Any, about: str) -> None:
        """Give `artist` a number, by which it is known to stand for `about`."""
        artist.set_gid(f"mark-{len(self._about)}")
        self._about.append(about)

    def told(self, svg: str) -> str:
        """Return `svg` with a title in each group that is a mark."""
        return _MARKED.sub(lambda match: f"{match[1]}<title>{escape(self._about[int(match[2])])}</title>", svg)
