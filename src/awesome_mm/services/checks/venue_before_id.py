"""A venue of a year before the paper was at arXiv. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.identifiers import month_of
from .finding import Check, Finding, Group, Severity, said
from .subject import Case, Subject

_MONTHS_AFTER = 6  # into the next year, in which papers of the last conferences of a year still come to arXiv


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works whose venue is of a year that was over when the paper came to arXiv."""
    for case in subject.cases:
        venue = case.entry.venue
        if not venue or not venue.year or case.disputes("venue"):
            continue
        month, what = _came(case, subject)
        late = (int(month[:4]) - venue.year) * 12 + int(month[5:]) - 12 if month else 0
        if late > _MONTHS_AFTER:
            yield CHECK.of(
                case,
                said(
                    f"{venue.name} {venue.year}, but {what[0]} {month}.",
                    f"{venue.name} {venue.year}，而{what[1]} {month}。",
                ),
                said("Correct the year, or the id or date if that is another paper's.", "请更正年份；若编号或日期属于另一论文，则更正之。"),
                field="venue",
            )


def _came(case: Case, subject: Subject) -> tuple[str, tuple[str, str]]:
    """Return the month in which a paper came, by its id or else by its date, and what says so; ``""`` where nothing does."""
    if case.entry.links.arxiv:
        arxiv_id = case.entry.links.arxiv[0]
        return month_of(arxiv_id), (f"arXiv:{arxiv_id} is of", f" arXiv:{arxiv_id} 属于")
    date = (case.entry.published or "") if subject.is_catalog else case.dated
    return (date[:7] if len(date) >= len("2025-01") else ""), ("it is dated", "其日期为")


CHECK = Check(
    code="venue-before-id",
    group=Group.TIME,
    severity=Severity.WARNING,
    about=said("a venue of a year that was over when the paper came to arXiv", "会议年份早于论文出现在 arXiv 的时间"),
    why="""Papers come to arXiv before their conference or soon after. One that came more than half a year after the conference's year has
the year or the id of another.""",
    unsound={"README.md": "## Methods\n\n- **Alpha** [CVPR 2023](https://arxiv.org/abs/2501.01234)\n"},
    sound={"README.md": "## Methods\n\n- **Alpha** [CVPR 2025](https://arxiv.org/abs/2501.01234)\n"},
    find=find,
)
