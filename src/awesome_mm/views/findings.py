"""What ``lint`` found, and what a check is: its answers.

Layer: views.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..model.text import one_line
from ..services.checks.choosing import ALL, checks_by_code
from ..services.checks.finding import Check, Finding, Severity
from ..services.checks.findings import Found
from ..services.checks.registry import CHECKS
from ..services.naming import choose
from .blocks import Block, Cell, Column, Heading, Paragraph, Quote, Table
from .entry_list import opening
from .labels import colon, comma, label
from .report import Record, Report

_COLUMNS = ("path", "line", "severity", "code", "message", "fix", "entry", "field")
_MOST_LINES = 8
_STYLES = {Severity.ERROR: "warning", Severity.WARNING: ""}


def findings_report(found: Found, language: str) -> Report:
    """Return the report of what was found, by file and line."""
    records = [_record(one, language) for one in found.findings]
    counts = Counter(one.severity.value for one in found.findings)
    payload: Record = {
        **opening(found.as_of),
        "checked": list(found.checked),
        "counts": {severity.value: counts[severity.value] for severity in Severity},
        "findings": records,
        "repaired": [_record(one, language) for one in found.repaired],
    }

    def blocks() -> Iterable[Block]:
        for path, own in groupby(found.findings, key=lambda one: one.path):
            yield Heading(one_line(path) or label("catalog", language))
            yield _table(list(own), language)
        if found.repaired:
            yield Paragraph(f"{label('Repaired', language)}{colon(language)}{len(found.repaired)}", "good")
        yield _sum(found, language)

    return Report(payload=payload, records=records, columns=_COLUMNS, blocks=blocks)


def _record(one: Finding, language: str) -> Record:
    record: Record = {
        "code": one.code,
        "severity": one.severity.value,
        "path": one.path,
        "line": one.line or None,
        "entry": one.entry or None,
        "field": one.field or None,
        "message": one_line(one.message.said(language)),
        "fix": one_line(one.fix.said(language)),
        "fixable": bool(one.repairs),
        "fingerprint": one.fingerprint,
    }
    return {**record, "lines": list(one.lines)} if one.lines else record


def _table(findings: Sequence[Finding], language: str) -> Table:
    columns = [
        Column(title=label("Line", language), right=True, style="quiet"),
        Column(title=label("Severity", language), from_width=60),
        Column(title=label("Code", language)),
        Column(title=label("What", language), wrap=True, give=1),
    ]
    rows: list[list[Cell | str]] = []
    notes: dict[int, Cell] = {}
    for finding in findings:
        said = one_line(finding.message.said(language)) + _other_lines(finding, language)
        style = _STYLES[finding.severity]
        severity = label(finding.severity.value, language)
        rows.append([str(finding.line or ""), Cell(severity, style or "quiet"), Cell(finding.code, style), said])
        notes[len(rows) - 1] = Cell(f"→ {one_line(finding.fix.said(language))}", "quiet")
    return Table(columns=columns, rows=rows, notes=notes)


def _other_lines(finding: Finding, language: str) -> str:
    others = [line for line in finding.lines if line != finding.line]
    if not others:
        return ""
    shown = comma(language).join(map(str, others[:_MOST_LINES]))
    more = f" … (+{len(others) - _MOST_LINES})" if len(others) > _MOST_LINES else ""
    return f" {label('Also on line', language)} {shown}{more}"


def _sum(found: Found, language: str) -> Paragraph:
    if not found.findings:
        return Paragraph(label("Nothing was found.", language), "good")
    counts = Counter(one.severity for one in found.findings)
    words = [f"{label(one.value, language)}{colon(language)}{counts[one]}" for one in Severity if counts[one]]
    fixable = sum(bool(one.repairs) for one in found.findings)
    if fixable:
        words.append(f"{label('--fix repairs', language)}{colon(language)}{fixable}")
    return Paragraph(comma(language).join(words), "quiet")


def explained_report(code: str, language: str) -> Report:
    """Return the report of the check `code`, with its examples; ``all`` names every check.

    Raises:
        WrongUsage: there is no such check.
    """
    known = checks_by_code()
    (wanted,) = choose([*known, ALL], [code], "--explain")
    checks = CHECKS if wanted == ALL else (known[wanted],)
    records = [_explained(one, language) for one in checks]
    payload: Record = {**opening(None), "checks": records}

    def blocks() -> Iterator[Block]:
        yield from (_overview(checks, language),) if wanted == ALL else _page(known[wanted], language)

    return Report(payload=payload, records=records, columns=("code", "group", "severity", "on", "online", "fixes", "about"), blocks=blocks)


def _explained(check: Check, language: str) -> Record:
    return {
        "code": check.code,
        "group": check.group.value,
        "severity": check.severity.value,
        "on": check.is_on,
        "online": check.is_online,
        "fixes": check.fixes,
        "about": check.about.said(language),
        "why": " ".join(check.why.split()),
        "unsound": dict(check.unsound),
        "sound": dict(check.sound),
    }


def _overview(checks: Sequence[Check], language: str) -> Table:
    columns = [
        Column(title=label("Group", language), style="quiet"),
        Column(title=label("Code", language), style="name"),
        Column(title=label("What it finds", language), wrap=True, give=1),
        Column(title=label("Notes", language), style="quiet"),
    ]
    return Table(
        columns=columns,
        rows=[[label(one.group.value, language), one.code, one.about.said(language), _marks(one, language)] for one in checks],
    )


def _marks(check: Check, language: str) -> str:
    marks = (("off", not check.is_on), ("--online", check.is_online), ("--fix", check.fixes))
    return " ".join(label("off", language) if mark == "off" else mark for mark, holds in marks if holds)


def _page(check: Check, language: str) -> Iterator[Block]:
    yield Heading(check.code, 1)
    marks = _marks(check, language)
    standing = f"{label(check.group.value, language)} · {label(check.severity.value, language)}" + (f" · {marks}" if marks else "")
    yield Paragraph(f"{check.about.said(language)} ({standing})")
    yield Paragraph(" ".join(check.why.split()))
    for title, files in (("Unsound", check.unsound), ("Sound", check.sound)):
        yield Heading(label(title, language))
        for name, text in files.items():
            if not name.startswith("."):
                yield Paragraph(name, "quiet")
                yield Quote(shortened(text), "toml" if name.endswith(".toml") else "markdown")


def shortened(text: str, most: int = 24) -> str:
    """Return an example as it is shown: its first lines, where it has many."""
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= most else [*lines[: most - 1], "..."])
