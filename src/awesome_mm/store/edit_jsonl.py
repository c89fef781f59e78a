"""Puts machine-owned tables into a file of JSON lines: the lines of the entries that change are written anew, all others stay.

Layer: store.
"""

import json
from collections.abc import Mapping
from typing import Any

from ..model.entry import ArxivRecord
from .jsonl import parsed
from .owned_tables import TABLE, EntryKey, Put, differing, record_table

_STYLES: tuple[dict[str, Any], ...] = (
    {"ensure_ascii": False},
    {"ensure_ascii": True},
    {"ensure_ascii": False, "separators": (",", ":")},
    {"ensure_ascii": True, "separators": (",", ":")},
)


def put_into_lines(text: str, records: Mapping[EntryKey, ArxivRecord]) -> Put | None:
    """Return `text` with `records` in the tables of those entries that it holds; None where nothing differs."""
    tables = {key: record_table(record) for key, record in records.items()}
    lines = text.split("\n")
    changed: list[EntryKey] = []
    for place, line in enumerate(lines):
        try:
            data = parsed(line)
        except ValueError:  # blank, or broken since the catalog was checked: no entry of ours stands there
            continue
        if wanted := differing(data, {key: tables[key] for key in _entries_in(data) if key in tables}):
            lines[place] = _rewritten(line, data, wanted)
            changed.extend(wanted)
    return Put(text="\n".join(lines), changed=tuple(changed)) if changed else None


def _entries_in(data: Mapping[str, Any]) -> list[EntryKey]:
    tables = [(kind, entries) for kind, entries in data.items() if isinstance(entries, dict)]
    return [(kind, entry_id) for kind, entries in tables for entry_id, entry in entries.items() if isinstance(entry, dict)]


def _rewritten(line: str, data: Mapping[str, Any], wanted: Mapping[EntryKey, Mapping[str, Any]]) -> str:
    """Return `line` with the tables `wanted`, in the style it has where JSON's own writer knows it; what surrounds it stays."""
    written = line.strip()
    style = next((style for style in _STYLES if json.dumps(data, **style) == written), _STYLES[0])
    with_tables = {
        kind: {one: {**entry, TABLE: wanted[kind, one]} if (kind, one) in wanted else entry for one, entry in entries.items()}
        if isinstance(entries, dict)
        else entries
        for kind, entries in data.items()
    }
    before, _, after = line.partition(written)
    return f"{before}{json.dumps(with_tables, **style)}{after}"
