"""Works of a section that stand in another order in the other language. Layer: services."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .finding import Check, Finding, Group, Severity, said
from .subject import Case, Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the first work of each section that stands elsewhere among the others than in the leading language."""
    if subject.written is None or len(subject.texts) < 2:
        return
    first, *others = subject.texts
    for category in subject.written.draft.categories.values():
        own = _lines(category.order, subject, first.path)
        for text in others:
            theirs = _lines(category.order, subject, text.path)
            order = sorted((one for one in own if one in theirs), key=lambda one: own[one].line)
            there = sorted(order, key=lambda one: theirs[one].line)
            if moved := next((one for one, other in zip(order, there, strict=True) if one != other), None):
                case = theirs[moved]
                yield CHECK.of(
                    case,
                    said(
                        f"{case.entry.name} stands elsewhere in “{category.title.said('en')}” than in {first.path}.",
                        f"{case.entry.name} 在“{category.title.said('zh')}”中的位置与 {first.path} 不同。",
                    ),
                    said("Give the section one order in both languages.", "请使两种语言的顺序一致。"),
                )


def _lines(order: Sequence[str], subject: Subject, path: str) -> dict[str, Case]:
    """Return the works of a section in the text at `path`, each at its first line in the heading that most of them stand under."""
    found = {one: [case for case in subject.cases_by_entry.get(one, ()) if case.path == path] for one in order}
    sections = [case.section for cases in found.values() for case in cases]
    section = next((one for one, _ in Counter(sections).most_common(1)), "")
    return {one: own[0] for one, cases in found.items() if (own := [case for case in cases if case.section == section])}


_ALPHA = "[Alpha: Making Data](https://arxiv.org/abs/2501.01234)"
_BETA = "[Beta: Filtering Data](https://arxiv.org/abs/2401.00001)"

CHECK = Check(
    code="order-differs",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("works in another order in the other language", "两种语言中条目顺序不同"),
    why="""Two languages in one order can be read side by side, and what is missing in one is seen at once.""",
    unsound={
        "README.md": f"# List\n\n## Methods\n\n- {_ALPHA}\n- {_BETA}\n",
        "README_zh.md": f"# 列表\n\n## 方法\n\n- {_BETA}：过滤\n- {_ALPHA}：合成\n",
    },
    sound={
        "README.md": f"# List\n\n## Methods\n\n- {_ALPHA}\n- {_BETA}\n",
        "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}：合成\n- {_BETA}：过滤\n",
    },
    find=find,
)
