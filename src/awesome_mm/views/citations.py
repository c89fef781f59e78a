"""What papers cite and whether it is so: the answer of ``cite --check``.

Layer: views.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ..model.citations import Undefined
from ..model.text import one_line
from ..services.citing.checking import Checked
from ..services.citing.verdicts import FINDINGS, Fault, Status, Verdict
from .blocks import Block, Cell, Column, Heading, Paragraph, Points, Table
from .entry_list import opening
from .kinship import Kinship
from .labels import colon, comma, label, semicolon
from .related import in_language, related_record
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.draft import Skipped
    from ..services.relating.evidence import Related

_COLUMNS = ("path", "line", "key", "status", "entry", "message", "fix", "title")
_SEVERITIES = {**dict.fromkeys(FINDINGS, "error"), Status.DUPLICATE: "warning", Status.PUBLISHED: "warning"}
_SHOWN = {
    Status.WRONG: "wrong",
    Status.WITHDRAWN: "withdrawn",
    Status.UNDEFINED: "undefined",
    Status.DUPLICATE: "cited twice",
    Status.PUBLISHED: "published meanwhile",
    Status.UNKNOWN: "unknown here",
    Status.VERIFIED: "verified online",
    Status.RIGHT: "right",
}
_LONGEST_NAME = 60
_LEAST_OF_A_TITLE = 3  # words; a link of fewer may be called "Paper"
_MOST_NAMED = 12
_MOST_REASONS = 2


def citations_report(
    catalog: Catalog, checked: Checked, references: Mapping[str, str], language: str, *, findings_only: bool = False
) -> Report:
    """Return the report of a check; `references` are lines of text by entry, for what is to be cited otherwise.

    With `findings_only` the records are what needs attention, as findings of other commands are.
    """
    records = [_record(one, references, language) for one in checked.verdicts]
    counts = Counter(one.status for one in checked.verdicts)
    not_read = (*checked.lacking, *checked.unread)
    kinship = Kinship(catalog, checked.cited, language)
    payload: Record = {
        **opening(catalog.as_of),
        "checked": list(checked.paths),
        "counts": {status.value: counts[status] for status in Status},
        "citations": records,
        "unread": [{"path": one.path, "line": one.line, "text": one.text, "reason": one.reason} for one in not_read],
        "missing": [_missing_record(kinship, one) for one in checked.missing],
    }

    def blocks() -> Iterator[Block]:
        yield from _attention(checked.verdicts, language)
        yield from _unread(not_read, language)
        yield from _missing(checked, kinship, language)
        yield from _sum(checked.verdicts, counts, language)

    every = [*records, *map(_unread_record, not_read)]
    rows = [{**one, "code": one["status"]} for one in every if one["severity"]] if findings_only else every
    return Report(payload=payload, records=rows, columns=_COLUMNS, blocks=blocks)


def _record(verdict: Verdict, references: Mapping[str, str], language: str) -> Record:
    one = verdict.of
    said = [fault.message.said(language) for fault in verdict.faults] or [verdict.remark.said(language)]
    record: Record = {
        "path": one.path,
        "line": one.line,
        "key": one.key or None,
        "title": None if isinstance(one, Undefined) else one.title or None,
        "status": verdict.status.value,
        "severity": _SEVERITIES.get(verdict.status),
        "entry": verdict.entry or None,
        "message": one_line(" ".join(filter(None, said))),
        "faults": [_fault(fault, language) for fault in verdict.faults],
        "fix": one_line(" ".join(fault.fix.said(language) for fault in verdict.faults)),
        "used": list(one.used),
    }
    return {**record, "reference": references[verdict.entry]} if verdict.faults and verdict.entry in references else record


def _unread_record(one: Skipped) -> Record:
    """Return what could not be read as a line beside the citations: nothing else tells line formats of it."""
    return {"path": one.path, "line": one.line, "status": "unread", "severity": "warning", "message": one.reason, "title": one.text or None}


def _fault(fault: Fault, language: str) -> Record:
    return {
        "status": fault.status.value,
        "field": fault.claim.value,
        "cited": fault.cited or None,
        "known": fault.known or None,
        "message": one_line(fault.message.said(language)),
        "fix": one_line(fault.fix.said(language)),
    }


def _attention(verdicts: Sequence[Verdict], language: str) -> Iterator[Block]:
    """Yield a table for each file of what needs attention there; what could only not be told is none of it."""
    found = [one for one in verdicts if one.status in FINDINGS]
    for path in dict.fromkeys(one.of.path for one in found):
        yield Heading(one_line(path))
        yield _table([one for one in found if one.of.path == path], language)


def _table(verdicts: Sequence[Verdict], language: str) -> Table:
    columns = [
        Column(title=label("Line", language), right=True, style="quiet"),
        Column(title=label("Key", language), style="name", wrap=True, give=1),
        Column(title=label("Status", language), from_width=60),
        Column(title=label("What", language), wrap=True, give=3),
    ]
    rows: list[list[Cell | str]] = []
    notes: dict[int, Cell] = {}
    for verdict in verdicts:
        for number, fault in enumerate(verdict.faults):
            style = "warning" if _SEVERITIES.get(fault.status) == "error" else ""
            place = [str(verdict.of.line), _name(verdict)] if number == 0 else ["", ""]
            rows.append([*place, Cell(label(_SHOWN[fault.status], language), style), one_line(fault.message.said(language))])
            notes[len(rows) - 1] = Cell(f"→ {one_line(fault.fix.said(language))}", "quiet")
    return Table(columns=columns, rows=rows, notes=notes)


def _name(verdict: Verdict) -> str:
    """Return what a citation goes by: its key, else what is read there, else the id that it gives."""
    one = verdict.of
    if isinstance(one, Undefined) or one.key:
        return one_line(one.key)
    first = next((value for values in one.links.by_kind().values() for value in values), "")
    is_label = len(one.title.split()) < _LEAST_OF_A_TITLE
    return one_line(first if is_label and first else one.title)[:_LONGEST_NAME]


def _unread(not_read: Sequence[Skipped], language: str) -> Iterator[Block]:
    for (path, line), skipped in groupby(not_read, key=lambda one: (one.path, one.line)):
        reasons = comma(language).join(one_line(one.reason) for one in skipped)
        yield Paragraph(f"{label('Not read', language)}{colon(language)}{one_line(path)}:{line} {reasons}", "warning")


def _missing_record(kinship: Kinship, one: Related) -> Record:
    record = related_record(kinship, one)
    return {"entry": record.pop("id"), **record}


def _missing(checked: Checked, kinship: Kinship, language: str) -> Iterator[Block]:
    if checked.missing:
        yield Heading(label("Closely related, and not cited", language))
        yield Points([(kinship.brief(one.id).name, _why(kinship, one, language)) for one in checked.missing])


def _why(kinship: Kinship, one: Related, language: str) -> str:
    reasons = in_language(one.reasons, language)[:_MOST_REASONS]
    return semicolon(language).join(one_line(kinship.said(reason)) for reason in reasons)


def _sum(verdicts: Sequence[Verdict], counts: Counter[Status], language: str) -> Iterator[Block]:
    if not verdicts:
        yield Paragraph(label("No citation was found.", language), "quiet")
        return
    unknown = [_name(one) for one in verdicts if one.status is Status.UNKNOWN]
    if unknown:
        more = f" (+{len(unknown) - _MOST_NAMED})" if len(unknown) > _MOST_NAMED else ""
        named = comma(language).join(unknown[:_MOST_NAMED]) + more
        yield Paragraph(f"{label('Unknown here, and so not checked', language)}{colon(language)}{named}", "quiet")
    instead = [one.entry for one in verdicts if any(fault.status is Status.PUBLISHED for fault in one.faults)]
    if instead:
        call = f"awesome-mm cite {' '.join(dict.fromkeys(filter(None, instead)))}"
        yield Paragraph(f"{label('References to use', language)}{colon(language)}{call}", "quiet")
    words = [f"{label(_SHOWN[status], language)}{colon(language)}{counts[status]}" for status in Status if counts[status]]
    is_good = not any(one.status in FINDINGS for one in verdicts)
    yield Paragraph(comma(language).join(words), "good" if is_good else "")
