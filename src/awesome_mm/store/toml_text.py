"""Data to TOML as this catalog is written: short tables inline, lists broken into lines, Markdown readable in quotes of its own.

Layer: store. Whatever text holds, reading back gives the same data: that is tested, and checked again on each write.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.text import printable
from .owned_tables import TABLE as MACHINE_OWNED  # which a refresh replaces whole, below a header of its own

Keys = tuple[str, ...]
_WIDTH = 120
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_INLINE_LISTS = frozenset({"artifacts", "relations", "disputes", "models", "parameters", "routes", "tools"})
_DOTTED = frozenset({"links", "summary", "introduction", "account", "note"})


def table_text(keys: Keys, table: Mapping[str, Any], *, in_array: bool = False) -> str:
    """Return `table` as lines of TOML below the header of `keys` (none where they are empty), its inner tables behind its own keys."""
    fields = [field_text(keys, key, value) for key, value in table.items()]
    header = f"[[{written_keys(keys)}]]\n" if in_array else f"[{written_keys(keys)}]\n"
    return "\n".join(["".join([header if keys else "", *(own for own, _ in fields)]), *(inner for _, inner in fields if inner)])


def field_text(keys: Keys, key: str, value: Any) -> tuple[str, str]:
    """Return what says `value` of `key` below the header of `keys`: lines, or tables with headers of their own; the other is empty."""
    if _is_array_of_tables(key, value):
        return "", "\n".join(table_text((*keys, key), element, in_array=True) for element in value)
    if isinstance(value, Mapping) and (key == MACHINE_OWNED or not (_is_short(key, value) or _may_be_dotted(value))):
        return "", table_text((*keys, key), value)
    return "".join(f"{line}\n" for line in _lines(key, value)), ""


def _lines(key: str, value: Any) -> Iterator[str]:
    """Yield the statements that say `value` of `key`: one, or one for each inner key."""
    if isinstance(value, Mapping) and value and not _is_short(key, value):
        for inner, held in value.items():
            yield f"{written_keys((key, inner))} = {_statement_value(held)}"
    else:
        yield f"{written_keys((key,))} = {_statement_value(value)}"


def _statement_value(value: Any) -> str:
    """Return `value` as it stands behind a key of its own, where it may take several lines."""
    if isinstance(value, str):
        return _text_of_lines(value) if "\n" in value else toml_value(value)
    written = toml_value(value)
    if not isinstance(value, Sequence) or not value or (len(written) <= _WIDTH and not any(isinstance(one, Mapping) for one in value)):
        return written
    elements = [toml_value(element) for element in value]
    rows = elements if any(isinstance(one, Mapping) for one in value) else _rows(elements)
    return "[\n" + "".join(f"  {row},\n" for row in rows) + "]"


def _rows(elements: Sequence[str]) -> list[str]:
    rows: list[str] = []
    for element in elements:
        if rows and len(rows[-1]) + len(element) < _WIDTH:
            rows[-1] += f", {element}"
        else:
            rows.append(element)
    return rows


def toml_value(value: Any) -> str:
    """Return `value` on one line.

    Raises:
        TypeError: it is of a kind that TOML has no sign for.
    """
    if isinstance(value, str):
        return toml_string(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, datetime.date | datetime.time):  # a datetime is a date too
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Mapping):
        inner = ", ".join(f"{written_keys((key,))} = {toml_value(held)}" for key, held in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(toml_value, value))}]"
    raise TypeError(f"TOML has no {type(value).__name__}")


def toml_string(text: str) -> str:
    """Return `text` in double quotes on one line; what would hide or reverse text is written as its number."""
    return _numbered(json.dumps(text, ensure_ascii=False))


def written_keys(keys: Sequence[str]) -> str:
    """Return `keys` with dots, quoted where they are not bare."""
    return ".".join(key if _BARE_KEY.fullmatch(key) else toml_string(key) for key in keys)


def _text_of_lines(text: str) -> str:
    """Return `text` with its line breaks: as it stands where it may, else with what needs it escaped."""
    if "'''" not in text and not text.endswith("'") and printable(text) == text:
        return f"'''\n{text}'''"
    escaped = text.replace("\\", "\\\\").replace("\r", "\\r")
    escaped = re.sub(r'"{3,}|"+\Z', lambda match: '\\"' * len(match[0]), escaped)
    return f'"""\n{_numbered(escaped)}"""'


def _numbered(written: str) -> str:
    """Return `written` with each character that is not to be seen as its number; line breaks and tabs stay."""
    if printable(written) == written:
        return written
    return "".join(mark if printable(mark) == mark else f"\\u{ord(mark):04X}" for mark in written)


def _is_array_of_tables(key: str, value: Any) -> bool:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value or not all(isinstance(one, Mapping) for one in value):
        return False
    return key not in _INLINE_LISTS or any("\n" in text for one in value for text in _texts(one))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for held in value.values():
            yield from _texts(held)
    elif isinstance(value, Sequence):
        for held in value:
            yield from _texts(held)


def _is_short(key: str, table: Mapping[str, Any]) -> bool:
    """Whether `table` is read most easily on one line; the long texts and the links of an entry are not."""
    if key in _DOTTED and table:
        return False
    return len(key) + len(toml_value(table)) < _WIDTH and not any("\n" in text for text in _texts(table))


def _may_be_dotted(table: Mapping[str, Any]) -> bool:
    return not any(isinstance(held, Mapping) or _is_array_of_tables("", held) for held in table.values())
