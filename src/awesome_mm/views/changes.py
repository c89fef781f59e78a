"""What arXiv gives otherwise: the answer of ``refresh``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model.catalog import Catalog
from ..services.refresh import Change, Refreshed, Value
from .blocks import Block, Cell, Column, Paragraph, Table
from .entry_list import opening
from .labels import colon, comma, label, semicolon
from .report import Record, Report


def refresh_report(catalog: Catalog, refreshed: Refreshed, language: str) -> Report:
    """Return the report of a refresh; a partial one says so first."""
    records = [_record(change) for change in refreshed.changes]
    payload = {
        **opening(catalog.as_of),
        "status": "complete" if refreshed.complete else "partial",
        "requested": list(refreshed.requested),
        "seen": list(refreshed.seen),
        "unseen": list(refreshed.unseen),
        "changes": records,
    }

    def blocks() -> Iterable[Block]:
        if not refreshed.complete:
            yield Paragraph(label("The answer is partial; nothing is concluded about the papers not seen.", language), "warning")
        if refreshed.changes:
            yield _table(refreshed, language)
        elif refreshed.complete and not refreshed.unseen:
            yield Paragraph(label("Nothing differs.", language), "good")
        yield Paragraph(_counts(refreshed, language), "quiet")

    return Report(payload=payload, records=records, columns=("entry", "event", "field", "old", "new"), blocks=blocks)


def _record(change: Change) -> Record:
    return {"entry": change.entry, "event": change.event, "field": change.field, "old": _plain(change.old), "new": _plain(change.new)}


def _plain(value: Value) -> str | int | list[str] | None:
    return list(value) if isinstance(value, tuple) else value


def _table(refreshed: Refreshed, language: str) -> Table:
    titles = ("Entry", "Event", "Field", "Old", "New")
    columns = [Column(title=label(title, language), wrap=title in ("Old", "New"), give=int(title in ("Old", "New"))) for title in titles]
    rows: list[list[Cell | str]] = []
    for change in refreshed.changes:
        first = not rows or change.entry != refreshed.changes[len(rows) - 1].entry
        old, new = _written(change.old, language), _written(change.new, language)
        rows.append([Cell(change.entry if first else "", "name"), change.event, change.field, Cell(old, "quiet"), new])
    return Table(columns=columns, rows=rows)


def _written(value: Value, language: str) -> str:
    if isinstance(value, tuple):
        return semicolon(language).join(value)
    return "" if value is None else str(value)


def _counts(refreshed: Refreshed, language: str) -> str:
    counted = (("asked", refreshed.requested), ("seen", refreshed.seen), ("not seen", refreshed.unseen))
    counts = comma(language).join(f"{label(name, language)}{colon(language)}{len(held)}" for name, held in counted)
    return f"{counts} ({comma(language).join(refreshed.unseen)})" if refreshed.unseen else counts
