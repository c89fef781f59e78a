"""The journal: its lines as they are written, and the answer of ``log``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .blocks import Block, Cell, Column, Paragraph, Table
from .entry_list import opening
from .labels import label, semicolon
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.entry import ArxivRecord
    from ..services.changes import Change


def journal_lines(changes: Iterable[Change], records: Mapping[str, ArxivRecord], catalog: Path) -> list[Record]:
    """Return what the journal says of `changes` in `catalog`: when, which entry, event, field, old, new, and the record it came from."""
    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
    return [
        {
            "when": now,
            "entry": change.entry,
            "event": change.event,
            "field": change.field,
            "old": plain(change.old),
            "new": plain(change.new),
            "source": f"arXiv:{records[change.entry].id}v{records[change.entry].version}",
            "fetched": records[change.entry].fetched,
            "catalog": str(catalog.absolute()),
        }
        for change in changes
        if change.event != "title-mismatch"
    ]


def plain(value: Any) -> Any:
    """Return a changed value as JSON has it."""
    return list(value) if isinstance(value, tuple) else value


def log_report(as_of: str | None, lines: Sequence[Mapping[str, Any]], matched: int, language: str) -> Report:
    """Return the report of the journal's `lines`, of `matched` in all, the oldest first."""
    records = [dict(line) for line in lines]
    payload = {**opening(as_of), "count": matched, "changes": records}

    def blocks() -> Iterable[Block]:
        if not lines:
            yield Paragraph(label("Nothing has been written yet.", language), "quiet")
            return
        yield _table(lines, language)

    return Report(payload=payload, records=records, columns=("when", "entry", "event", "field", "old", "new", "source"), blocks=blocks)


def _table(lines: Sequence[Mapping[str, Any]], language: str) -> Table:
    titles = ("When", "Entry", "Event", "Field", "Old", "New", "Source")
    long = ("Old", "New")
    columns = [
        Column(title=label(title, language), wrap=title in long, give=int(title in long), from_width=100 if title == "Source" else 0)
        for title in titles
    ]
    rows: list[list[Cell | str]] = []
    for line in lines:
        old, new = (_shown(line.get(key), language) for key in ("old", "new"))
        when = str(line.get("when", "")).replace("T", " ").removesuffix("Z")
        rows.append(
            [
                Cell(when, "quiet"),
                Cell(str(line.get("entry", "")), "name"),
                label(str(line.get("event", "")), language),
                str(line.get("field", "")),
                Cell(old, "quiet"),
                new,
                Cell(str(line.get("source", "")), "quiet"),
            ]
        )
    return Table(columns=columns, rows=rows)


def _shown(value: Any, language: str) -> str:
    return semicolon(language).join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
