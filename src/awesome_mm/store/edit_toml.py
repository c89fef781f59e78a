"""Puts machine-owned tables into a TOML file: spliced as lines, so that not one other byte changes.

Layer: store. A library that keeps the form takes seconds on a file of a catalog's size.
"""

import datetime
import json
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import tomli

from ..model.entry import ArxivRecord
from .fault_places import header_lines
from .owned_tables import TABLE, EntryKey, Put, differing, record_table

_DATES = {"submitted", "updated", "fetched"}


def put_into_toml(text: str, records: Mapping[EntryKey, ArxivRecord]) -> Put | None:
    """Return `text` with `records` in the tables of those entries that it holds; None where nothing differs."""
    data = tomli.loads(text)
    wanted = differing(data, {key: _table(record) for key, record in records.items()})
    if not wanted:
        return None
    after = _edited(text, data, wanted)
    refused: tuple[EntryKey, ...] = ()
    if after is None:
        refused = tuple(key for key, table in wanted.items() if _edited(text, data, {key: table}) is None)
        after = _edited(text, data, {key: table for key, table in wanted.items() if key not in refused}) or text
    return Put(text=after, changed=tuple(key for key in wanted if key not in refused), refused=refused)


def _table(record: ArxivRecord) -> dict[str, Any]:
    """Return `record` as its table's keys and values, dates as TOML has them."""
    return {key: _dated(value) if key in _DATES else value for key, value in record_table(record).items()}


def _dated(text: str) -> datetime.date | datetime.datetime:
    return datetime.datetime.fromisoformat(text) if "T" in text else datetime.date.fromisoformat(text)


def _lines_of(key: EntryKey, table: Mapping[str, Any]) -> list[str]:
    return [f"[{'.'.join((*key, TABLE))}]", *(f"{name} = {_written(value)}" for name, value in table.items())]


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


def _edited(text: str, data: Mapping[str, Any], wanted: Mapping[EntryKey, Mapping[str, Any]]) -> str | None:
    """Return `text` with the tables `wanted`, None where it would not read as `data` with them."""
    lines = text.split("\n")
    headers = header_lines("\n".join(line.removesuffix("\r") for line in lines))
    following = sorted(headers.values())
    places = {key: headers.get((*key, TABLE), headers.get(key, 0)) for key in wanted}
    if not all(places.values()):
        return None
    for key in sorted(wanted, key=lambda key: -places[key]):  # from the end, so that the lines before stay where they are
        lines = _spliced(lines, places[key], following, _lines_of(key, wanted[key]), is_new=(*key, TABLE) not in headers)
    after = "\n".join(lines)
    return after if _reads_as(after, data, wanted) else None


def _spliced(lines: list[str], start: int, following: list[int], table: list[str], *, is_new: bool) -> list[str]:
    """Return `lines` with `table` in the place of the one that begins in line `start`, or behind its keys where it `is_new`.

    A header that was there stays as it was written, and so do comments; lines end as their neighbours do.
    """
    if lines[start - 1].endswith("\r"):
        table = [f"{line}\r" for line in table]
    end = _end_of(lines, start, following)
    if end == len(lines) and table[-1].endswith("\r"):  # the file ends without a line end, and goes on doing so
        table[-1] = table[-1].removesuffix("\r")
        lines = [*lines[:-1], f"{lines[-1]}\r"]
    if is_new:
        return [*lines[:end], table[0][len(table[0].rstrip("\r")) :], *table, *lines[end:]]
    kept = [line for line in lines[start:end] if line.lstrip().startswith("#")]
    return [*lines[:start], *kept, *table[1:], *lines[end:]]


def _end_of(lines: list[str], start: int, headers: list[int]) -> int:
    """Return the number of the last line with a key of the table whose header is line `start`; what follows belongs to the next."""
    place = bisect_right(headers, start)
    end = headers[place] - 1 if place < len(headers) else len(lines)
    while end > start and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _reads_as(after: str, data: Mapping[str, Any], wanted: Mapping[EntryKey, Mapping[str, Any]]) -> bool:
    """Whether `after` reads as `data` with the wanted tables."""
    try:
        found = tomli.loads(after)
    except tomli.TOMLDecodeError:
        return False
    for (kind, entry_id), table in wanted.items():
        if found.get(kind, {}).get(entry_id, {}).pop(TABLE, None) != table:
            return False
    return found == {section: _without(section, held, wanted) for section, held in data.items()}


def _without(section: str, held: Any, wanted: Mapping[EntryKey, Any]) -> Any:
    """Return what is `held` in a section, its entries that are wanted without their record."""
    ids = {entry_id for kind, entry_id in wanted if kind == section}
    if not ids:
        return held
    return {one: {key: value for key, value in entry.items() if key != TABLE} if one in ids else entry for one, entry in held.items()}
