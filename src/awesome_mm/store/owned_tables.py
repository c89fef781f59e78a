"""The tables of a catalog that a machine owns, ``kind.id.arxiv``: what stands in them, and when it is to be written anew.

Layer: store.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from ..model.entry import ArxivRecord
from .encode import encode

EntryKey = tuple[str, str]  # kind and id
TABLE = "arxiv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """The `text` of a file with tables put in, the entries whose table changed, and those whose table could not be put in."""

    text: str
    changed: tuple[EntryKey, ...]
    refused: tuple[EntryKey, ...] = ()


def record_table(record: ArxivRecord) -> dict[str, Any]:
    """Return `record` as its table's keys and values, in the order of the fields."""
    data = encode(record)
    return {field.name: data[field.name] for field in fields(ArxivRecord) if field.name in data}


def differing(data: Mapping[str, Any], tables: Mapping[EntryKey, Mapping[str, Any]]) -> dict[EntryKey, Mapping[str, Any]]:
    """Return those of `tables` whose entry is in `data` with a table that says something else and was not fetched later."""
    return {key: table for key, table in tables.items() if _differs(_held(data, key), table)}


def _held(data: Mapping[str, Any], key: EntryKey) -> Mapping[str, Any] | None:
    """Return the entry's table as the file has it; None where the file does not hold the entry."""
    kind, entry_id = key
    entry = data.get(kind, {}).get(entry_id)
    return None if entry is None else entry.get(TABLE, {})


def _differs(held: Mapping[str, Any] | None, table: Mapping[str, Any]) -> bool:
    if held is None or {**held, "fetched": None} == {**table, "fetched": None}:
        return False
    return _moment(held.get("fetched")) <= _moment(table["fetched"])


def _moment(value: Any) -> datetime.datetime:
    if isinstance(value, str):
        value = datetime.datetime.fromisoformat(value)
    if not isinstance(value, datetime.datetime):
        return datetime.datetime.min.replace(tzinfo=datetime.UTC)
    return value if value.tzinfo else value.replace(tzinfo=datetime.UTC)
