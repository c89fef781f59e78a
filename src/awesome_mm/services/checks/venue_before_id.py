"""A venue of a year before the paper was at arXiv. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.identifiers import month_of
from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_MONTHS_AFTER = 6  # into the next year, in which papers of the last conferences of a year still come to arXiv


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works whose venue is of a year that was over when the paper came to arXiv."""
    for case in subject.cases:
        venue = case.entry.venue
        if not venue or not venue.year or not case.entry.links.arxiv or case.disputes("venue"):
            continue
        arxiv_id = case.entry.links.arxiv[0]
        month = month_of(arxiv_id)
        late = (int(month[:4]) - venue.year) * 12 + int(month[5:]) - 12 if month else 0
        if late > _MONTHS_AFTER:
            yield CHECK.of(
                case,
                said(
                    f"{venue.name} {venue.year}, but arXiv:{arxiv_id} is of {month}.",
                    f"{venue.name} {venue.year}，而 arXiv:{arxiv_id} 属于 {month}。",
                ),
                said("Correct the year, or the id if that is another paper's.", "请更正年份；若编号属于另一论文，则更正编号。"),
                field="venue",
            )


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
