"""A date that is still to come. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, Told, said
from .subject import Case, Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works dated after today; a venue may be of next year, for which papers are accepted now."""
    today = subject.today.isoformat()
    for case in subject.cases:
        published = case.entry.published or ""
        if published > today[: len(published)] and not _is_of_next_venue(case, published, subject.today.year):
            yield CHECK.of(case, *_said(published), field="published")
        venue = case.entry.venue
        if venue and venue.year and venue.year > subject.today.year + 1:
            yield CHECK.of(case, *_said(f"{venue.name} {venue.year}"), field="venue")


def _is_of_next_venue(case: Case, published: str, year: int) -> bool:
    return len(published) == 4 and int(published) == year + 1 and case.entry.venue is not None


def _said(what: str) -> Told:
    return (
        said(f"{what} is still to come.", f"{what} 尚未到来。"),
        said("Correct the date.", "请更正日期。"),
    )


CHECK = Check(
    code="date-future",
    group=Group.TIME,
    severity=Severity.ERROR,
    about=said("a date that is still to come", "尚未到来的日期"),
    why="""What is listed is there; a date after today is a slip of the pen. The next year's conferences are let pass.""",
    unsound={
        "README.md": "## Methods\n\n| Title | Date | Link |\n|---|---|---|\n"
        "| Alpha: Making Data | 2093-02 | [paper](https://example.org/alpha.pdf) |\n"
    },
    sound={
        "README.md": "## Methods\n\n| Title | Date | Link |\n|---|---|---|\n"
        "| Alpha: Making Data | 2023-02 | [paper](https://example.org/alpha.pdf) |\n"
    },
    find=find,
)
