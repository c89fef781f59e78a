"""A work that stands twice in one section. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.text import squash
from .finding import Check, Finding, Group, Severity, said
from .subject import Case, Subject

_MOST = 20  # places of one work in a section that are compared


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works that stand a second time in the same section of the same text, by the same name."""
    for cases in subject.cases_by_entry.values():
        seen: dict[tuple[str, str], list[Case]] = {}
        for case in () if subject.is_catalog else cases:
            held = seen.setdefault((case.path, case.section), [])
            first = next((one for one in held if _say_the_same(one, case)), None)
            if first and not case.refers and case.line != first.line:
                yield CHECK.of(
                    case,
                    said(
                        f"{case.entry.name} stands in this section already, on line {first.line}.",
                        f"{case.entry.name} 在本节第 {first.line} 行已列出。",
                    ),
                    said("Remove one of the two.", "请删去其一。"),
                )
            if len(held) < _MOST:
                held.append(case)


def _say_the_same(one: Case, other: Case) -> bool:
    names = [{squash(case.entry.name), squash(case.entry.title)} for case in (one, other)]
    return bool(names[0] & names[1])


CHECK = Check(
    code="entry-twice",
    group=Group.IDENTITY,
    severity=Severity.WARNING,
    about=said("a work that stands twice in one section", "同一作品在一节中出现两次"),
    why="""A list that grows by many hands takes in what it has. A work may stand in several sections; twice in one is a slip, and what is
said of it drifts apart.""",
    unsound={
        "README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
        "- [Beta: Filtering Data](https://arxiv.org/abs/2401.00001)\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
    },
    sound={
        "README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
        "- [Beta: Filtering Data](https://arxiv.org/abs/2401.00001)\n"
    },
    find=find,
)
