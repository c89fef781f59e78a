"""The grammar of BibTeX files: entries, strings, values in braces and quotes.

Layer: exchange. Source: btxdoc and the source of BibTeX 0.99d. An entry that never ends costs itself and no other; what is read again
behind it, and what strings grow to, is bounded over the whole file.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*([({])")
_KEY = re.compile(r"\s*([^\s,={}()\"#%']*)\s*(?:,|(?=[)}]))")  # a name before = is that of a field, and there is no key
_NAME = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]*)\s*=\s*")
_WORD = re.compile(r"[^\s,#={}()\"]+")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE = re.compile(r"\\.|[{}\"]", re.DOTALL)
_JOINT = re.compile(r"\s*#\s*")
_LONGEST = 500_000  # characters of one value
_MOST_PARTS = 1_000
_MOST_BROKEN = 1_000
_MOST_REREAD = 20_000_000  # characters behind the beginnings of what is malformed, which are read once more
_MOST_EXPANDED = 5_000_000  # characters that strings put in for their names
_CLOSING = re.compile(r"[\s,]*[})]")
_MONTHS = {name: str(number) for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


class Record(NamedTuple):
    """An entry of the file: its type and the names of its fields in small letters."""

    kind: str
    key: str
    fields: dict[str, str]


class _Broken(Exception):
    """An entry is malformed: the text says how, and `place` how far it was read."""

    def __init__(self, how: str, place: int) -> None:
        super().__init__(how)
        self.place = place


class _Strings:
    """What names stand for. Strings may be made of strings, so that a short file grows without end: all they put in is counted."""

    def __init__(self) -> None:
        self._values = dict(_MONTHS)
        self._left = _MOST_EXPANDED

    def define(self, fields: dict[str, str]) -> None:
        """Take over what an ``@string`` says; months stay as they are."""
        self._values.update({name: value for name, value in fields.items() if name not in _MONTHS})

    def value_of(self, word: str, place: int) -> str:
        """Return what `word`, found before `place`, stands for; a number or an unknown name is itself."""
        value = self._values.get(word.lower())
        if value is None:
            return word
        self._left -= len(value)
        if self._left < 0:
            raise _Broken("the strings of the file grow too long", place)
        return value


def records_in(text: str) -> Iterator[tuple[int, Record | str]]:
    """Yield each entry with its line, or what is wrong with it."""
    strings = _Strings()
    place, line, counted, broken, reread = 0, 1, 0, 0, 0
    while match := _ENTRY.search(text, place):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        try:
            record, place = _record(text, match, strings)
        except _Broken as error:
            yield line, str(error)
            place = match.end()
            broken, reread = broken + 1, reread + error.place - place
            if broken >= _MOST_BROKEN or reread > _MOST_REREAD:
                yield line, "the rest was not read: too much is malformed"
                return
        else:
            if record:
                yield line, record


def _record(text: str, match: re.Match[str], strings: _Strings) -> tuple[Record | None, int]:
    kind = match[1].lower()
    if kind in ("comment", "preamble"):
        return None, _end_of(text, match.end(), _BRACE, "}") if match[2] == "{" else match.end()
    key = _KEY.match(text, match.end()) if kind != "string" else None
    fields, place = _fields(text, key.end() if key else match.end(), strings)
    closing = _CLOSING.match(text, place)
    if not closing:
        raise _Broken("the entry is not closed, or a field has no value", place)
    if kind == "string":
        strings.define(fields)
        return None, closing.end()
    return Record(kind, key[1] if key else "", fields), closing.end()


def _fields(text: str, place: int, strings: _Strings) -> tuple[dict[str, str], int]:
    """Return the fields from `place` on, of one name the first, and the place behind them."""
    fields: dict[str, str] = {}
    while name := _NAME.match(text, place):
        value, place = _value(text, name.end(), strings)
        fields.setdefault(name[1].lower(), value)
    return fields, place


def _value(text: str, place: int, strings: _Strings) -> tuple[str, int]:
    parts: list[str] = []
    length = 0
    while True:
        part, place = _part(text, place, strings)
        parts.append(part)
        length += len(part)
        if length > _LONGEST or len(parts) > _MOST_PARTS:
            raise _Broken("a value is too long", place)
        joint = _JOINT.match(text, place)
        if not joint:
            return "".join(parts), place
        place = joint.end()


def _part(text: str, place: int, strings: _Strings) -> tuple[str, int]:
    opening = text[place : place + 1]
    if opening == "{":
        end = _end_of(text, place + 1, _BRACE, "}")
        return text[place + 1 : end - 1], end
    if opening == '"':
        end = _end_of(text, place + 1, _QUOTE, '"')
        return text[place + 1 : end - 1], end
    word = _WORD.match(text, place)
    if not word:
        raise _Broken("a field has no value", place)
    return strings.value_of(word[0], word.end()), word.end()


def _end_of(text: str, place: int, marks: re.Pattern[str], closing: str) -> int:
    """Return the place behind the mark that closes a value; braces inside it are paired."""
    depth, last = 0, min(place + _LONGEST, len(text))
    for match in marks.finditer(text, place, last):
        mark = match[0]
        if mark == closing and depth == 0:
            return match.end()
        depth += (mark == "{") - (mark == "}")
        if depth < 0:
            last = match.end()
            break
    raise _Broken("a brace or a quotation mark is not closed", last)
