"""Two arXiv ids on one work. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the places of a work that give another id than its first place does."""
    for cases in subject.cases_by_entry.values():
        first = next((case for case in cases if case.entry.links.arxiv and not case.refers), None)
        for case in cases:
            own = case.entry.links.arxiv
            if first is None or case is first or case.refers or not own or set(own) & set(first.entry.links.arxiv):
                continue
            held = first.entry.links.arxiv[0]
            where, place = (
                (f" (line {first.line})", f"（第 {first.line} 行）") if first.path == case.path else (f" ({first.path}:{first.line})",) * 2
            )
            yield CHECK.of(
                case,
                said(
                    f"{case.entry.name} has arXiv:{own[0]} here and arXiv:{held} elsewhere{where}.",
                    f"{case.entry.name} 此处为 arXiv:{own[0]}，别处为 arXiv:{held}{place}。",
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
