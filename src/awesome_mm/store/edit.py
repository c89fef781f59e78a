"""Puts fetched records into a catalog file: the machine-owned ``[kind.id.arxiv]`` tables change, and not one other byte.

Layer: store. Tables are spliced as lines, because a library that keeps the form takes seconds on a file of this size; the result is
read back and must be the old data with the new records, or nothing is written.
"""

import codecs
import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import tomli

from ..errors import WriteFailed
from ..model.entry import ArxivRecord
from .encode import encode
from .fault_places import header_lines

EntryKey = tuple[str, str]  # kind and id
_DATES = {"submitted", "updated", "fetched"}
_TABLE = "arxiv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The new content of a file, and the entries whose table it changes."""

    path: Path
    content: bytes
    changed: tuple[EntryKey, ...]


def edit_file(path: Path, records: Mapping[EntryKey, ArxivRecord]) -> Edited | None:
    """Return the file at `path` with `records` in the tables of those entries that it holds; None where nothing differs.

    A record that differs only in when it was fetched is no difference.

    Raises:
        WriteFailed: a table is written in a way that cannot be replaced line by line.
    """
    before = path.read_bytes()
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    text = before.removeprefix(mark).decode()
    data = tomli.loads(text)
    wanted = {key: table for key, record in records.items() if _differs(_held(data, key), table := _table(record))}
    if not wanted:
        return None
    lines = text.split("\n")
    for key, table in wanted.items():
        lines = _spliced(lines, path, key, _lines_of(key, table))
    after = "\n".join(lines)
    _check(path, data, wanted, after)
    return Edited(path=path, content=mark + after.encode(), changed=tuple(wanted))


def _table(record: ArxivRecord) -> dict[str, Any]:
    """Return `record` as its table's keys and values, in the order of the fields, dates as TOML has them."""
    data = encode(record)
    known = {field.name: data[field.name] for field in fields(ArxivRecord) if field.name in data}
    return {key: _dated(value) if key in _DATES else value for key, value in known.items()}


def _dated(text: str) -> datetime.date | datetime.datetime:
    return datetime.datetime.fromisoformat(text) if "T" in text else datetime.date.fromisoformat(text)


def _held(data: Mapping[str, Any], key: EntryKey) -> Mapping[str, Any] | None:
    """Return the entry's table as the file has it; None where the file does not hold the entry."""
    kind, entry_id = key
    entry = data.get(kind, {}).get(entry_id)
    return None if entry is None else entry.get(_TABLE, {})


def _differs(held: Mapping[str, Any] | None, table: Mapping[str, Any]) -> bool:
    if held is None:
        return False
    return {**held, "fetched": None} != {**table, "fetched": None}


def _lines_of(key: EntryKey, table: Mapping[str, Any]) -> list[str]:
    return [f"[{'.'.join((*key, _TABLE))}]", *(f"{name} = {_written(value)}" for name, value in table.items())]


def _written(value: Any) -> str:
    """Return `value` as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, datetime.date):  # a datetime is one too
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def _spliced(lines: list[str], path: Path, key: EntryKey, table: list[str]) -> list[str]:
    """Return `lines` with `table` in the place of the entry's table, or behind the entry's own keys; lines end as their neighbours do."""
    headers = header_lines("\n".join(line.removesuffix("\r") for line in lines))
    following = sorted(headers.values())
    own = headers.get((*key, _TABLE), headers.get(key))
    if own is not None and lines[own - 1].endswith("\r"):
        table = [f"{line}\r" for line in table]
    if (start := headers.get((*key, _TABLE))) is not None:
        end = _end_of(lines, start, following)
        kept = [line for line in lines[start:end] if line.lstrip().startswith("#")]
        return [*lines[: start - 1], table[0], *kept, *table[1:], *lines[end:]]
    if (start := headers.get(key)) is None:
        raise _unwritable(path, key)
    end = _end_of(lines, start, following)
    gap = table[0][len(table[0].rstrip("\r")) :]
    return [*lines[:end], gap, *table, *lines[end:]]


def _end_of(lines: list[str], start: int, headers: list[int]) -> int:
    """Return the number of the last line with a key of the table whose header is line `start`; what follows belongs to the next."""
    end = next((line for line in headers if line > start), len(lines) + 1) - 1
    while end > start and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _check(path: Path, data: dict[str, Any], wanted: Mapping[EntryKey, Mapping[str, Any]], after: str) -> None:
    """Raise unless `after` reads as the old data with the wanted tables."""
    for (kind, entry_id), table in wanted.items():
        data[kind][entry_id] = {**data[kind][entry_id], _TABLE: table}
    try:
        is_right = tomli.loads(after) == data
    except tomli.TOMLDecodeError:
        is_right = False
    if not is_right:
        raise _unwritable(path, *wanted)


def _unwritable(path: Path, *keys: EntryKey) -> WriteFailed:
    tables = ", ".join(f"[{kind}.{entry_id}.{_TABLE}]" for kind, entry_id in keys)
    return WriteFailed(
        f"{path}: the record cannot be put in by lines; nothing was written.", f"Write it as a table of its own, once: {tables}."
    )
