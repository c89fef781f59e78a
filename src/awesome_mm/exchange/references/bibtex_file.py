"""The grammar of BibTeX files: entries, strings, values in braces and quotes.

Layer: exchange. Source: btxdoc and the source of BibTeX 0.99d. Each character is looked at a few times at most, and an entry that never
ends costs itself and no other.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*([({])")
_KEY = re.compile(r"\s*([^\s,={}()\"#%']*)\s*,?")
_NAME = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]*)\s*=\s*")
_WORD = re.compile(r"[^\s,#={}()\"]+")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE = re.compile(r"\\.|[{}\"]", re.DOTALL)
_JOINT = re.compile(r"\s*#\s*")
_LONGEST = 500_000  # characters of one value
_MOST_PARTS = 1_000
_MOST_BROKEN = 50
_MONTHS = {name: str(number) for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


class Record(NamedTuple):
    """An entry of the file: its type and the names of its fields in small letters."""

    kind: str
    key: str
    fields: dict[str, str]


class _Broken(Exception):
    """An entry is malformed; the text says how."""


def records_in(text: str) -> Iterator[tuple[int, Record | str]]:
    """Yield each entry with its line, or what is wrong with it."""
    strings = dict(_MONTHS)
    place, line, counted, broken = 0, 1, 0, 0
    while match := _ENTRY.search(text, place):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        try:
            record, place = _record(text, match, strings)
        except _Broken as error:
            yield line, str(error)
            broken += 1
            if broken >= _MOST_BROKEN:
                yield line, "the rest was not read: too much is malformed"
                return
            place = match.end()
        else:
            if record:
                yield line, record


def _record(text: str, match: re.Match[str], strings: dict[str, str]) -> tuple[Record | None, int]:
    kind = match[1].lower()
    if kind in ("comment", "preamble"):
        return None, _end_of(text, match.end(), _BRACE, "}") if match[2] == "{" else match.end()
    key = _KEY.match(text, match.end()) if kind != "string" else None
    place = key.end() if key else match.end()
    fields: dict[str, str] = {}
    while name := _NAME.match(text, place):
        value, place = _value(text, name.end(), strings)
        fields.setdefault(name[1].lower(), value)
    closing = re.compile(r"[\s,]*[})]").match(text, place)
    if not closing:
        raise _Broken("the entry is not closed, or a field has no value")
    if kind == "string":
        strings.update({name: value for name, value in fields.items() if name not in _MONTHS})
        return None, closing.end()
    return Record(kind, key[1] if key else "", fields), closing.end()


def _value(text: str, place: int, strings: dict[str, str]) -> tuple[str, int]:
    parts = []
    while True:
        part, place = _part(text, place, strings)
        parts.append(part)
        if sum(map(len, parts[-2:])) > _LONGEST or len(parts) > _MOST_PARTS:  # strings made of strings grow without end
            raise _Broken("a value is too long")
        joint = _JOINT.match(text, place)
        if not joint:
            return "".join(parts), place
        place = joint.end()


def _part(text: str, place: int, strings: dict[str, str]) -> tuple[str, int]:
    opening = text[place : place + 1]
    if opening in ("{", '"') and opening:
        end = _end_of(text, place + 1, _BRACE if opening == "{" else _QUOTE, "}" if opening == "{" else '"')
        return text[place + 1 : end - 1], end
    word = _WORD.match(text, place)
    if not word:
        raise _Broken("a field has no value")
    return strings.get(word[0].lower(), word[0]), word.end()


def _end_of(text: str, place: int, marks: re.Pattern[str], closing: str) -> int:
    """Return the place behind the mark that closes a value; braces inside it are paired."""
    depth = 0
    for match in marks.finditer(text, place, place + _LONGEST):
        mark = match[0]
        if mark == closing and depth == 0:
            return match.end()
        depth += (mark == "{") - (mark == "}")
        if depth < 0:
            break
    raise _Broken("a brace or a quotation mark is not closed")
