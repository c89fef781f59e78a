"""Where things stand in the text of a TOML file: headers, and the statements below each, told from what only looks like one.

Layer: store. A scan by the grammar's own signs (texts of one line and several, lists, inline tables, comments) over a text that is
known to be TOML; a library that keeps the form takes seconds on a file of a catalog's size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import tomli

Keys = tuple[str, ...]

_TEXT = (
    r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
)
_COMMENT = r"#[^\n]*+"
_DEEPEST = 40  # brackets within brackets; the decoder admits no more tables within tables


def _bracketed() -> str:
    """Return the pattern of a list or an inline table with such things inside, each perhaps over several lines."""
    inner = rf"""(?:[^"'#\[\]{{}}]++|{_TEXT}|{_COMMENT})*+"""
    pattern = rf"[\[{{]{inner}[\]}}]"
    for _ in range(_DEEPEST):
        pattern = rf"""[\[{{](?:[^"'#\[\]{{}}]++|{_TEXT}|{_COMMENT}|{pattern})*+[\]}}]"""
    return pattern


_BARE_HEADER = re.compile(r"\s*(\[\[?)[ \t]*([A-Za-z0-9_.-]+)[ \t]*\]")
_KEY = re.compile(rf"[ \t]*((?:{_TEXT}|[^\"'=#\n\[\]{{}}])++)=[ \t]*", re.DOTALL)


class Statement(NamedTuple):
    """A key with its value: the `keys` below the header, where its lines `start` and `end`, and where the value itself stands."""

    keys: Keys
    start: int
    end: int
    value_start: int
    value_end: int


class Block(NamedTuple):
    """A header and what stands below it up to the next: `body_end` is behind the last line that says something.

    The lines before the first header are a block without keys.
    """

    keys: Keys
    is_array: bool
    start: int
    body_start: int
    body_end: int
    end: int


class Unscannable(ValueError):
    """The text is not such that its parts can be told apart."""


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of `text` in order; together they are the whole text.

    Raises:
        Unscannable: the text is no TOML, or nested too deeply.
    """
    found: list[Block] = []
    keys: Keys = ()
    is_array, start, body_start, body_end = False, 0, 0, 0
    for line_start, line_end in lines_of(text, 0, len(text)):
        first = text[line_start:line_end].lstrip(" \t")[:1]
        if first == "[":
            found.append(Block(keys, is_array, start, body_start, body_end, line_start))
            keys, is_array = _header(text[line_start:line_end])
            start, body_start, body_end = line_start, line_end, line_end
        elif first not in ("", "\r", "\n", "#"):
            body_end = line_end
    found.append(Block(keys, is_array, start, body_start, body_end, len(text)))
    return found


def statements_in(text: str, block: Block) -> Iterator[Statement]:
    """Yield the statements of `block`, a block of `text`."""
    for start, end in lines_of(text, block.body_start, block.body_end):
        if text[start:end].lstrip(" \t")[:1] in ("", "\r", "\n", "#"):
            continue
        match = _KEY.match(text, start, end)
        if not match:
            raise Unscannable(text[start:end])
        value_end = _value_end(text, match.end(), end)
        yield Statement(_keys_in(match[1]), start, end, match.end(), value_end)


def elements_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the elements of the list stand that `text` holds from `start` to `end`; comments are none."""
    return [match.span() for match in _element_pattern().finditer(text, start + 1, end - 1) if match[0][0] != "#"]


def lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each logical line begins and ends: one that goes on within brackets or quotes is one."""
    match_line = _line_pattern().match
    while start < end:
        match = match_line(text, start, end)
        if not match or match.end() == start:
            raise Unscannable(text[start : start + 80])
        yield start, match.end()
        start = match.end()


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(rf"""(?:[^\n"'#\[\]{{}}]++|{_TEXT}|{_COMMENT}|{_bracketed()})*+(?:\n|\Z)""", re.DOTALL)


@cache
def _value_pattern() -> re.Pattern[str]:
    return re.compile(rf"""(?:[^\n"'#\[\]{{}}]++|{_TEXT}|{_bracketed()})*+""", re.DOTALL)


@cache
def _element_pattern() -> re.Pattern[str]:
    return re.compile(rf"""{_COMMENT}|{_TEXT}|{_bracketed()}|[^\s,"'#\[\]{{}}]++""", re.DOTALL)


def _value_end(text: str, start: int, end: int) -> int:
    """Return where the value that begins at `start` ends: before a comment, and before the white space at the end of its line."""
    match = _value_pattern().match(text, start, end)
    return start + len(match[0].rstrip()) if match else start


def _header(line: str) -> tuple[Keys, bool]:
    if match := _BARE_HEADER.match(line):
        return tuple(match[2].split(".")), match[1] == "[["
    try:
        table = tomli.loads(line)
    except ValueError as error:
        raise Unscannable(line) from error
    keys: list[str] = []
    inner: object = table
    while isinstance(inner, dict) and inner:
        ((key, inner),) = inner.items()
        keys.append(key)
    return tuple(keys), isinstance(inner, list)


def _keys_in(written: str) -> Keys:
    written = written.strip()
    if re.fullmatch(r"[A-Za-z0-9_-]+", written):
        return (written,)
    return _header(f"[{written}]")[0]
