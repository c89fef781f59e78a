"""A confirmed claim that does not say where it was read. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.entry import Entry
from ...model.facts import Figure, Result, Source, Stage, Status
from .finding import Check, Finding, Group, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield confirmed stages, figures and results of papers and code whose place is unknown."""
    for case in subject.cases if subject.is_catalog else ():
        for field, source, locator, status in _claims(case.entry):
            if status is Status.CONFIRMED and source in (Source.PAPER, Source.CODE) and locator == "unknown":
                yield CHECK.of(
                    case,
                    said("This is confirmed, and where it was read is unknown.", "此项标为已确认，却未注明出处。"),
                    said("Name the section, table or file, or call it unverified.", "请注明章节、表格或文件，或改为未核实。"),
                    field=field,
                )


def _claims(entry: Entry) -> Iterator[tuple[str, Source, str, Status]]:
    named: tuple[tuple[str, tuple[Stage | Figure | Result, ...]], ...] = (
        ("stages", entry.stages),
        ("figures", entry.figures),
        ("results", entry.results),
    )
    for name, claims in named:
        for place, claim in enumerate(claims):
            yield f"{name}.{place}", claim.source, claim.locator, claim.status


def _entry(locator: str) -> dict[str, str]:
    return {
        "catalog.toml": '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["editing"]\n\n'
        "[[method.alpha.results]]\n"
        f'benchmark = "MMMU"\nvalue = 66.8\nsource = "paper"\nlocator = "{locator}"\nstatus = "confirmed"\n'
    }


CHECK = Check(
    code="claim-unplaced",
    group=Group.TRUTH,
    severity=Severity.WARNING,
    about=said("a confirmed claim without the place where it was read", "已确认却无出处的说法"),
    why="""To confirm a figure is to have read it somewhere: in a section, a table, a file. Without the place nobody can look again.""",
    unsound=_entry("unknown"),
    sound=_entry("Table 2"),
    find=find,
)
