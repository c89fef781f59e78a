"""Adds lines to a file of JSON lines and replaces fields in them: other lines stay, byte for byte.

Layer: store. Whether the result says what it must is checked by the caller, by reading it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from .drafting import Changes, Table, with_changes
from .jsonl import parsed

STYLES: tuple[dict[str, Any], ...] = (
    {"ensure_ascii": False},
    {"ensure_ascii": True},
    {"ensure_ascii": False, "separators": (",", ":")},
    {"ensure_ascii": True, "separators": (",", ":")},
)


def style_of(line: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return how JSON's own writer would write `line`, which says `data`; the first style where it would not."""
    return next((style for style in STYLES if json.dumps(data, **style) == line), STYLES[0])


def with_lines(text: str, tables: Mapping[str, Mapping[str, Table]]) -> str:
    """Return `text` with a line for each of `tables`, by section and id, at its end and in the style of its last line."""
    last = next((line for line in reversed(text.split("\n")) if line.strip()), "{}")
    style, ends_line = style_of(last.strip(), parsed(last)), "\r\n" if last.endswith("\r") else "\n"
    gap = ends_line if text and not text.endswith("\n") else ""
    lines = (json.dumps({section: {one: table}}, **style) for section, held in tables.items() for one, table in held.items())
    return text + gap + "".join(f"{line}{ends_line}" for line in lines)


def with_fields(text: str, changes: Changes) -> str:
    """Return `text` with the fields in `changes` of the tables that it holds."""
    return "\n".join(_line_with_fields(line, changes) for line in text.split("\n"))


def _line_with_fields(line: str, changes: Changes) -> str:
    if not line.strip():
        return line
    data = parsed(line)
    wanted = {key: changes[key] for key in _keys_in(data) if key in changes}
    return rewritten(line, data, with_changes(data, wanted)) if wanted else line


def _keys_in(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((section, one) for section, held in data.items() if isinstance(held, dict) for one in held)


def rewritten(line: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return `line`, which says `before`, saying `after`, in the style it has where JSON's own writer knows it; what surrounds it stays."""
    written = line.strip()
    opening, _, closing = line.partition(written)
    return f"{opening}{json.dumps(after, **style_of(written, before))}{closing}"
