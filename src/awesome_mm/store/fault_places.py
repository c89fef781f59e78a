"""Parts of a catalog as read, and the place in them that a fault's key path leads to.

Layer: store. Lines of TOML are looked for on the error path only, by a scan for table headers: the parser keeps none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any, Protocol

from .decode import Fault
from .toml_blocks import Unscannable, blocks_of

Place = tuple[str | int, ...]


class Source(Protocol):
    """A part of a catalog that stands by itself: a TOML file, or a line of JSON."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def data(self) -> dict[str, Any]:
        """The tables it holds."""

    @property
    def name(self) -> str:
        """What a person finds it by."""

    def line_of(self, place: Place) -> int | None:
        """Return the line of its file that `place` leads to, as near as is known."""


@dataclass(frozen=True, kw_only=True)
class TomlFile:
    """One TOML file as read."""

    path: Path
    text: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """The file."""
        return str(self.path)

    def line_of(self, place: Place) -> int | None:
        """Return the line of the key at `place`, or of the nearest table header above it; None where there is none."""
        lengths = (length for length in range(len(place), 0, -1) if place[:length] in self.header_lines)
        length = next(lengths, 0)
        if not length:
            return None
        header = self.header_lines[place[:length]]
        return self._line_of_key(header, place[length:]) or header

    def _line_of_key(self, header: int, rest: Place) -> int | None:
        """Return the line below a header on which the key begins that `rest` leads to: the longest written part of it."""
        body = list(takewhile(lambda line: not line.lstrip().startswith("["), self._lines[header:]))
        keys = [str(key) for key in takewhile(lambda key: isinstance(key, str), rest)]
        for length in range(len(keys), 0, -1):
            written = re.compile(rf"\s*{re.escape('.'.join(keys[:length]))}\s*[=.]")
            found = next((place for place, line in enumerate(body) if written.match(line)), None)
            if found is not None:
                return header + found + 1
        return None

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def header_lines(self) -> dict[Place, int]:
        """The line of each table's header, by the key path it opens."""
        return header_lines(self.text)


def located(fault: Fault, path: Path, sources: Sequence[Source]) -> str:
    """Return the fault as ``file:line: key.path: problem``; its file is the catalog at `path` itself where no source holds it."""
    found = found_at(fault.path, sources)
    if found is None:
        return f"{path}: {fault.key_path}: {fault.problem}"
    file, line = found
    return f"{file}{f':{line}' if line else ''}: {fault.key_path}: {fault.problem}"


def found_at(place: Place, sources: Sequence[Source]) -> tuple[Path, int] | None:
    """Return the file and line that `place` leads to, 0 for an unknown line; None where no source goes a step along it.

    The source is the last one that goes furthest along the key path.
    """
    holder = max(reversed(sources), key=lambda source: _reach(source.data, place), default=None)
    if holder is None or not _reach(holder.data, place)[0]:
        return None
    return holder.path, holder.line_of(place) or 0


def _reach(data: Any, path: Place) -> tuple[int, bool]:
    """Return how many steps of `path` lead somewhere in `data`, and whether they end at what is no table."""
    for depth, key in enumerate(path):
        known = isinstance(data, list) and key < len(data) if isinstance(key, int) else isinstance(data, dict) and key in data
        if not known:
            return depth, not isinstance(data, dict)
        data = data[key]
    return len(path), not isinstance(data, dict)


def header_lines(text: str) -> dict[Place, int]:
    """Return the line of each table's header in `text`, by the key path it opens; nothing of a text nested too deeply to be scanned."""
    lines: dict[Place, int] = {}
    last_of_array: dict[Place, int] = {}
    number = 1
    try:
        blocks = blocks_of(text)
    except Unscannable:
        return lines
    for before, block in pairwise(blocks):
        number += text.count("\n", before.start, block.start)
        place: Place = ()
        for key in block.keys:
            if place in last_of_array:
                place = (*place, last_of_array[place])
            place = (*place, key)
        if block.is_array:
            last_of_array[place] = last_of_array.get(place, -1) + 1
            lines.setdefault(place, number)
            place = (*place, last_of_array[place])
        lines.setdefault(place, number)
    return lines
