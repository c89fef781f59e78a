"""A text that a code host will cut. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_SHOWN = 512_000  # bytes that GitHub shows of a README, measured on a list of 547 kB
_LARGE = 480_000
_MOST_NAMED = 3


def find(subject: Subject) -> Iterator[Finding]:
    """Yield texts that come near what code hosts show of a page, with the headings that will be cut."""
    for text in subject.texts:
        size = len(text.source.encode())
        if size <= _LARGE:
            continue
        cut = _line_at(text.source, _SHOWN) if size > _SHOWN else 0
        lost = [heading for heading in text.headings if cut and heading.line > cut]
        named = ", ".join(f"“{heading.text}” (line {heading.line})" for heading in lost[:_MOST_NAMED])
        more = f" and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
        message = said(
            f"{size // 1000} kB: code hosts show the first {_SHOWN // 1000} kB." + (f" Cut are {named}{more}." if lost else ""),
            f"共 {size // 1000} kB：代码托管网站只显示前 {_SHOWN // 1000} kB。" + (f"将被截断：{named}{more}。" if lost else ""),
        )
        yield CHECK.at(
            text.path,
            lost[0].line if lost else 1,
            message,
            said("Cut it into pages: `awesome-mm render`.", "请拆分为多页：`awesome-mm render`。"),
        )


def _line_at(text: str, byte: int) -> int:
    """Return the line of `text` in which its byte `byte` stands."""
    return text.encode()[:byte].count(b"\n") + 1


CHECK = Check(
    code="file-large",
    group=Group.SHAPE,
    severity=Severity.WARNING,
    about=said("a text larger than code hosts show", "超出代码托管网站显示上限的文件"),
    why="""GitHub shows the first 512 kB of a README; what follows is missing without a word. From 480 kB on it is time to cut the list
into pages.""",
    unsound={
        "README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
        + "\nMore is said of it here, line by line.\n" * 12_000
    },
    sound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"},
    find=find,
    of_text=True,
)
