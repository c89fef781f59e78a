"""Parts of a catalog as read, and the place in them that a fault's key path leads to.

Layer: store. Lines of TOML are looked for on the error path only, by a scan for table headers: the parser keeps none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import tomli

from .decode import Fault

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
        """Return the line of the nearest table header above `place`; None where there is none."""
        lines = (self.header_lines.get(place[:length]) for length in range(len(place), 0, -1))
        return next((line for line in lines if line is not None), None)

    @cached_property
    def header_lines(self) -> dict[Place, int]:
        """The line of each table's header, by the key path it opens."""
        return header_lines(self.text)


def located(fault: Fault, path: Path, sources: Sequence[Source]) -> str:
    """Return the fault as ``file:line: key.path: problem``.

    The source is the last one that goes furthest along the key path; the catalog at `path` itself where none goes a step.
    """
    holder = max(reversed(sources), key=lambda source: _reach(source.data, fault.path), default=None)
    if holder is None or not _reach(holder.data, fault.path)[0]:
        return f"{path}: {fault.key_path}: {fault.problem}"
    line = holder.line_of(fault.path)
    return f"{holder.path}{f':{line}' if line else ''}: {fault.key_path}: {fault.problem}"


def _reach(data: Any, path: Place) -> tuple[int, bool]:
    """Return how many steps of `path` lead somewhere in `data`, and whether they end at what is no table."""
    for depth, key in enumerate(path):
        known = isinstance(data, list) and key < len(data) if isinstance(key, int) else isinstance(data, dict) and key in data
        if not known:
            return depth, not isinstance(data, dict)
        data = data[key]
    return len(path), not isinstance(data, dict)


def header_lines(text: str) -> dict[Place, int]:
    """Return the line of each table's header in `text`, by the key path it opens."""
    lines: dict[Place, int] = {}
    last_of_array: dict[Place, int] = {}
    inside = ""  # the quotes of a text of several lines, in which a header is none
    for number, line in enumerate(text.split("\n"), 1):
        inside, was_inside = _quotes_after(line, inside), inside
        keys, is_array = _header(line) if not was_inside else ([], False)
        place: Place = ()
        for key in keys:
            if place in last_of_array:
                place = (*place, last_of_array[place])
            place = (*place, key)
        if is_array:
            last_of_array[place] = last_of_array.get(place, -1) + 1
            lines.setdefault(place, number)
            place = (*place, last_of_array[place])
        if place:
            lines.setdefault(place, number)
    return lines


def _quotes_after(line: str, inside: str) -> str:
    """Return the quotes of the text of several lines that is open at the end of `line`, where `inside` was open before."""
    for mark in ("'''", '"""'):
        if inside in ("", mark) and line.count(mark) % 2:
            return "" if inside else mark
    return inside


def _header(line: str) -> tuple[list[str], bool]:
    """Return the keys of a table header, and whether it is one of an array of tables; no keys where the line is no header."""
    if not line.lstrip().startswith("["):
        return [], False
    try:
        table: Any = tomli.loads(line)
    except (ValueError, RecursionError):
        return [], False
    keys: list[str] = []
    while isinstance(table, dict) and table:
        ((key, table),) = table.items()
        keys.append(key)
    return keys, isinstance(table, list)
