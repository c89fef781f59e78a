"""Puts fetched records into a catalog file: the machine-owned ``[kind.id.arxiv]`` tables change, and not one other byte.

Layer: store. Tables are spliced as lines, because a library that keeps the form takes seconds on a file of this size; the result is
read back and must be the old data with the new records, or it is not written.
"""

import codecs
import datetime
import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
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
    """A file's content `before` and after, the entries whose table changes, and those whose table could not be put in."""

    path: Path
    before: bytes
    content: bytes
    changed: tuple[EntryKey, ...]
    refused: tuple[EntryKey, ...] = ()


def edit_file(path: Path, records: Mapping[EntryKey, ArxivRecord]) -> Edited | None:
    """Return the file at `path` with `records` in the tables of those entries that it holds; None where nothing differs.

    A record that differs only in when it was fetched is no difference, and one that the file has from a later fetch stays. An entry
    that is written in a way in which no table can be put in by lines is refused, and keeps no other from being changed.
    """
    before = path.read_bytes()
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    text = before.removeprefix(mark).decode()
    data = tomli.loads(text)
    wanted = {key: table for key, record in records.items() if _differs(_held(data, key), table := _table(record))}
    if not wanted:
        return None
    after = _edited(text, data, wanted)
    refused: tuple[EntryKey, ...] = ()
    if after is None:
        refused = tuple(key for key, table in wanted.items() if _edited(text, data, {key: table}) is None)
        after = _edited(text, data, {key: table for key, table in wanted.items() if key not in refused}) or text
    changed = tuple(key for key in wanted if key not in refused)
    return Edited(path=path, before=before, content=mark + after.encode(), changed=changed, refused=refused)


def refusal(edits: Iterable[Edited]) -> WriteFailed:
    """Return the complaint that the tables which `edits` refuse could not be put in."""
    places = [f"{edit.path}: {', '.join(f'[{kind}.{entry_id}.{_TABLE}]' for kind, entry_id in edit.refused)}" for edit in edits]
    said = "Records could not be put in by lines"
    return WriteFailed(
        "\n".join([f"{said}:", *places]) if len(places) > 1 else f"{said}: {places[0]}", "Write each of these as a table of its own, once."
    )


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
    """Whether `table` says something else than what is `held`, which was not fetched later."""
    if held is None or {**held, "fetched": None} == {**table, "fetched": None}:
        return False
    return _moment(held.get("fetched")) <= _moment(table["fetched"])


def _moment(value: Any) -> datetime.datetime:
    if not isinstance(value, datetime.datetime):
        return datetime.datetime.min.replace(tzinfo=datetime.UTC)
    return value if value.tzinfo else value.replace(tzinfo=datetime.UTC)


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


def _edited(text: str, data: Mapping[str, Any], wanted: Mapping[EntryKey, Mapping[str, Any]]) -> str | None:
    """Return `text` with the tables `wanted`, None where it would not read as `data` with them."""
    lines = text.split("\n")
    headers = header_lines("\n".join(line.removesuffix("\r") for line in lines))
    following = sorted(headers.values())
    places = {key: headers.get((*key, _TABLE), headers.get(key, 0)) for key in wanted}
    if not all(places.values()):
        return None
    for key in sorted(wanted, key=lambda key: -places[key]):  # from the end, so that the lines before stay where they are
        lines = _spliced(lines, places[key], following, _lines_of(key, wanted[key]), is_new=(*key, _TABLE) not in headers)
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
        if found.get(kind, {}).get(entry_id, {}).pop(_TABLE, None) != table:
            return False
    return found == {section: _without(section, held, wanted) for section, held in data.items()}


def _without(section: str, held: Any, wanted: Mapping[EntryKey, Any]) -> Any:
    """Return what is `held` in a section, its entries that are wanted without their record."""
    ids = {entry_id for kind, entry_id in wanted if kind == section}
    if not ids:
        return held
    return {one: {key: value for key, value in entry.items() if key != _TABLE} if one in ids else entry for one, entry in held.items()}
