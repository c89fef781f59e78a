"""What arXiv gives otherwise: the answers of ``refresh``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from ..model.catalog import Catalog
from ..services.changes import Change, Value
from ..services.refresh import Refreshed, Standing
from .blocks import Block, Cell, Column, Facts, Paragraph, Points, Table
from .entry_list import opening
from .journal import plain
from .labels import colon, comma, label, semicolon
from .report import Record, Report

_LONG_LIST = 6  # authors; programs get all of them
_STYLES = {"title-mismatch": "warning", "withdrawn": "warning", "withdrawn-suspect": "warning"}


def refresh_report(catalog: Catalog, refreshed: Refreshed, language: str, *, written: bool = False) -> Report:
    """Return the report of a refresh; a partial one says so first."""
    records = [_record(change) for change in refreshed.changes]
    payload = {
        **opening(catalog.as_of),
        "status": "complete" if refreshed.complete else "partial",
        "requested": list(refreshed.requested),
        "seen": list(refreshed.seen),
        "unseen": list(refreshed.unseen),
        "absent": list(refreshed.absent),
        "changes": records,
        "written": written,
    }

    def blocks() -> Iterable[Block]:
        if not refreshed.complete:
            yield Paragraph(label("The answer is partial; nothing is concluded about the papers not seen.", language), "warning")
        if refreshed.changes:
            yield _table(refreshed.changes, language)
        elif refreshed.complete and not refreshed.unseen:
            yield Paragraph(label("Nothing differs.", language), "good")
        if refreshed.mismatches:
            yield Points([("", _mismatch(change, language)) for change in refreshed.mismatches])
        if refreshed.absent:
            lacking = [f"{one} ({refreshed.arxiv_ids[one]})" for one in refreshed.absent]
            yield Paragraph(f"{label('arXiv has no such paper', language)}{colon(language)}{comma(language).join(lacking)}", "warning")
        yield Paragraph(_counts(refreshed, language), "quiet")
        if len(refreshed.changes) > len(refreshed.mismatches):
            said = "Written." if written else "Nothing is written; --write does it."
            yield Paragraph(label(said, language), "quiet")

    columns = ("entry", "event", "field", "old", "new", "other")
    return Report(payload=payload, records=records, columns=columns, blocks=blocks)


def refresh_remarks(refreshed: Refreshed, named: Sequence[str], language: str, *, in_rows: bool) -> list[str]:
    """Return what stands beside the answer: which entries `named` cannot be asked for and, beside mere rows, which were not seen."""
    absent = refreshed.absent if in_rows else ()
    unseen = [one for one in refreshed.unseen if one not in absent] if in_rows else []
    told = (
        (label("without an arXiv id", language), [one for one in named if one not in refreshed.requested]),
        (label("arXiv has no such paper", language), absent),
        (label("not seen", language), unseen),
    )
    return [f"{said}{colon(language)}{comma(language).join(entries)}" for said, entries in told if entries]


def status_report(as_of: str, standings: Sequence[Standing], language: str) -> Report:
    """Return the report of when each record was fetched."""
    records: list[Record] = [{"entry": one.entry, "arxiv": one.arxiv_id, "fetched": one.fetched, "recent": one.recent} for one in standings]
    due = [one.entry for one in standings if not one.recent]

    def blocks() -> Iterable[Block]:
        columns = [
            Column(title=label(title, language), style=style) for title, style in (("Entry", "name"), ("arXiv", ""), ("Fetched", ""))
        ]
        never = label("never", language)
        rows: list[list[Cell | str]] = [
            [one.entry, one.arxiv_id, Cell((one.fetched or never).replace("T", " ").removesuffix("Z"), "" if one.recent else "quiet")]
            for one in standings
        ]
        yield Table(columns=columns, rows=rows)
        yield Facts([(label("recent", language), str(len(standings) - len(due))), (label("to be asked for", language), str(len(due)))])

    return Report(
        payload={**opening(as_of), "records": records, "due": due},
        records=records,
        columns=("entry", "arxiv", "fetched", "recent"),
        blocks=blocks,
    )


def forgotten_report(as_of: str, entries: Sequence[str], language: str) -> Report:
    """Return the report of the entries whose records were forgotten."""
    said = label("Forgotten", language) if entries else label("There was nothing to forget.", language)

    def blocks() -> Iterable[Block]:
        yield Paragraph(f"{said}{colon(language)}{comma(language).join(entries)}" if entries else said)

    records: list[Record] = [{"entry": one} for one in entries]
    return Report(payload={**opening(as_of), "forgotten": list(entries)}, records=records, columns=("entry",), blocks=blocks)


def _record(change: Change) -> Record:
    known = {"entry": change.entry, "event": change.event, "field": change.field, "old": plain(change.old), "new": plain(change.new)}
    return {**known, "other": change.other} if change.other else known


def _table(changes: Sequence[Change], language: str) -> Table:
    titles = ("Entry", "Event", "Field", "Old", "New")
    columns = [Column(title=label(title, language), wrap=title in ("Old", "New"), give=int(title in ("Old", "New"))) for title in titles]
    rows: list[list[Cell | str]] = []
    for entry, own in groupby(changes, key=lambda change: change.entry):
        name = entry
        for event, fields, old, new in _rows_of(list(own), language):
            rows.append([Cell(name, "name"), Cell(label(event, language), _STYLES.get(event, "")), fields, Cell(old, "quiet"), new])
            name = ""
    return Table(columns=columns, rows=rows)


def _rows_of(changes: Sequence[Change], language: str) -> Iterable[tuple[str, str, str, str]]:
    """Yield the rows of an entry; what a first record merely adds stands in one."""
    added = [change for change in changes if change.event == "first-record" and change.old is None]
    for change in changes:
        if change not in added:
            yield change.event, change.field, _apart(change.old, change.new, language), _apart(change.new, change.old, language)
    if added:
        new = [f"{change.field} {_apart(change.new, None, language)}" for change in added]
        yield "first-record", label("new", language), "", " · ".join(new)


def _mismatch(change: Change, language: str) -> str:
    """Return in a sentence what a wrong id looks like: the record's title, and whose it is."""
    bears = label("which is the title of", language)
    whose = f"{'，' if language == 'zh' else ', '}{bears} {change.other}" if change.other else ""
    said = label("the id leads to another paper", language)
    return f"{change.entry}{colon(language)}{said}{colon(language)}“{change.new}”{whose}"


def _written(value: Value, language: str) -> str:
    if isinstance(value, tuple):
        return semicolon(language).join(value)
    if isinstance(value, bool):
        return label("yes" if value else "no", language)
    return "" if value is None else str(value)


def _apart(one: Value, other: Value, language: str) -> str:
    """Return what to show of `one` beside `other`: of a long list only what the other lacks, and how many there are besides."""
    if not isinstance(one, tuple) or len(one) <= _LONG_LIST:
        return _written(one, language)
    lacking = [name for name in one if not isinstance(other, tuple) or name not in other]
    shown = lacking[:_LONG_LIST]
    rest = len(one) - len(shown)
    return semicolon(language).join([*shown, f"… (+{rest})"] if rest else shown)


def _counts(refreshed: Refreshed, language: str) -> str:
    counted = (("papers", refreshed.requested), ("seen", refreshed.seen), ("not seen", refreshed.unseen))
    counts = comma(language).join(f"{label(name, language)}{colon(language)}{len(held)}" for name, held in counted)
    return f"{counts} ({comma(language).join(refreshed.unseen)})" if refreshed.unseen else counts
