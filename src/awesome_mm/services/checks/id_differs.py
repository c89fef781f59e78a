"""Two arXiv ids on one work. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Case, Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the places of a work that give another id than its first place does."""
    for entry_id, cases in subject.cases_by_entry.items():
        first = next((case for case in cases if case.entry.links.arxiv and not case.refers), None)
        namesake = subject.namesakes.get(entry_id)
        for case in cases:
            if first and case is not first and _differs(case, first):
                yield _found(case, first)
        if first and namesake and _differs(namesake, first) and first.path > namesake.path:
            yield _found(first, namesake)


def _differs(case: Case, other: Case) -> bool:
    own, theirs = case.entry.links.arxiv, other.entry.links.arxiv
    return bool(own and theirs) and not case.refers and not set(own) & set(theirs)


def _found(case: Case, other: Case) -> Finding:
    own, held = case.entry.links.arxiv[0], other.entry.links.arxiv[0]
    is_here = other.path == case.path
    where, place = (f" (line {other.line})", f"（第 {other.line} 行）") if is_here else (f" ({other.path}:{other.line})",) * 2
    return CHECK.of(
        case,
        said(
            f"{case.entry.name} has arXiv:{own} here and arXiv:{held} elsewhere{where}.",
            f"{case.entry.name} 此处为 arXiv:{own}，别处为 arXiv:{held}{place}。",
        ),
        said("Look the title up at arXiv, and give its id in all places.", "请在 arXiv 上按标题核对，并在各处使用同一编号。"),
        field="links.arxiv",
    )


CHECK = Check(
    code="id-differs",
    group=Group.IDENTITY,
    severity=Severity.ERROR,
    about=said("a work that has one arXiv id here and another there", "同一作品在不同位置的 arXiv 编号不一致"),
    why="""A list names a work in several sections, or in two languages. Where the ids differ, at most one is right.""",
    unsound={
        "README.md": "## Methods\n\n- [Alpha: Making Instruction Data from Images](https://arxiv.org/abs/2501.01234)\n\n"
        "## Datasets\n\n- [Alpha: Making Instruction Data from Images](https://arxiv.org/abs/2501.01243)\n"
    },
    sound={
        "README.md": "## Methods\n\n- [Alpha: Making Instruction Data from Images](https://arxiv.org/abs/2501.01234)\n\n"
        "## Datasets\n\n- [Alpha: Making Instruction Data from Images](https://arxiv.org/abs/2501.01234)\n"
    },
    find=find,
)
