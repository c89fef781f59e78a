"""An entry that lacks what its neighbours all have. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Case, Subject

_RULES = (
    ("the section of the paper", "论文章节", re.compile(r"(?i)\bsection\s+\d|\bappendix\b|§\s*\d|第\s*\d+(?:\.\d+)*\s*节|附录")),
    ("the scale of the data", "数据规模", re.compile(r"(?i)\b(?:data )?scale\b|\bsize\b|数据规模|规模")),
    ("results", "实验结果", re.compile(r"(?i)\bresults?\b|\bperformance\b|实验结果|性能")),
    ("what is open", "开源情况", re.compile(r"(?i)\bopen[- ]?source|\bcode\b|开源|代码")),
)
_MOSTLY = 0.7
_FEWEST = 4
_LONG = 300  # characters; a line with a link is no description


def find(subject: Subject) -> Iterator[Finding]:
    """Yield described entries of a text that lack what most described entries of their section say."""
    groups: dict[tuple[str, str], list[Case]] = {}
    for case in () if subject.is_catalog else subject.cases:
        if len(case.text) >= _LONG and not case.refers:
            groups.setdefault((case.path, case.section.partition(" / ")[0]), []).append(case)
    for cases in groups.values():
        for en, zh, pattern in _RULES:
            lacking = [case for case in cases if not pattern.search(case.text)]
            if len(cases) >= _FEWEST and len(cases) - len(lacking) >= _MOSTLY * len(cases):
                yield from (
                    CHECK.of(
                        case,
                        said(f"{case.entry.name} does not tell {en}.", f"{case.entry.name} 未说明{zh}。"),
                        said("Add it, as its neighbours have it.", "请参照同节条目补充。"),
                    )
                    for case in lacking
                )


_TOLD = (
    "makes new instruction data from images alone, without any text, by letting a model ask and answer its own questions about them. " * 2
)


def _entry(name: str, number: int, *, scale: bool = True) -> str:
    told = f"- **{name}** [(arXiv)](https://arxiv.org/abs/2501.0123{number})\n  - **Method**: {_TOLD}\n"
    return told + ("  - **Data Scale**: 500K samples\n" if scale else "  - **Note**: nothing\n")


_SOUND = "## Methods\n\n" + "".join(_entry(name, place) for place, name in enumerate(("Alpha", "Beta", "Gamma", "Delta")))

CHECK = Check(
    code="rules-unmet",
    group=Group.SHAPE,
    severity=Severity.WARNING,
    about=said("an entry that lacks what its neighbours tell", "条目缺少同节条目均有的信息"),
    why="""Lists have rules of their own: name the section of the paper, the scale of the data, the results, what is open. What most
described entries of a section tell is taken for its rule. Off unless selected: a paper may have nothing to tell.""",
    unsound={"README.md": _SOUND + _entry("Epsilon", 5, scale=False)},
    sound={"README.md": _SOUND},
    find=find,
    is_on=False,
)
