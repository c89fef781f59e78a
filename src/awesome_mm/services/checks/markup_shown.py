"""Markup that is shown instead of being obeyed. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield lines of which stars, underscores or brackets of a link are read as they stand."""
    for text in subject.texts:
        seen: set[int] = set()
        for stray in text.strays:
            if stray.line in seen:
                continue
            seen.add(stray.line)
            is_link = stray.mark == "]("
            yield CHECK.at(
                text.path,
                stray.line,
                said(f"`{stray.mark}` is shown as it stands: …{stray.around}…", f"`{stray.mark}` 会原样显示：…{stray.around}…"),
                said(
                    "Write the address without spaces or line breaks."
                    if is_link
                    else "Put a space outside the marks, or move the punctuation out of them.",
                    "地址中不要有空格或换行。" if is_link else "请在标记外侧加空格，或将标点移到标记之外。",
                ),
            )


CHECK = Check(
    code="markup-shown",
    group=Group.SHAPE,
    severity=Severity.WARNING,
    about=said("markup that is shown instead of obeyed", "会原样显示的 Markdown 标记"),
    why="""`**+9.3%**` behind a letter is no bold text: stars next to punctuation need white space (or more punctuation) on their outer
side, which Chinese text does not have. The reader sees the stars.""",
    unsound={"README.md": "## 方法\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)：超越基线**+9.3%**\n"},
    sound={"README.md": "## 方法\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)：超越基线 **+9.3%**\n"},
    find=find,
    of_text=True,
)
