"""Puts machine-owned tables into a file of JSON lines: the lines of the entries that change are written anew, all others stay.

Layer: store.
"""

from collections.abc import Mapping
from typing import Any

from ..model.entry import ArxivRecord
from .drafting import with_changes
from .jsonl import parsed
from .line_edits import rewritten
from .owned_tables import TABLE, EntryKey, Put, differing, record_table


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
    return rewritten(line, data, with_changes(data, {key: {TABLE: table} for key, table in wanted.items()}))
