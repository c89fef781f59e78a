"""Another document inside a list. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.list_text import ListText
from ...model.text import fold
from .finding import Check, Finding, Group, Severity, Told, said
from .subject import Subject

_MARKS = (
    ("a conflict that Git left", "Git 遗留的合并冲突", re.compile(r"(?m)^(?:<{7} |>{7} )\S.*$")),
    ("a web page", "网页", re.compile(r"(?im)^[ \t]*<(?:!doctype html|html\b)")),
    ("a LaTeX document", "LaTeX 文档", re.compile(r"(?m)^\\documentclass\b")),
    ("a key", "密钥", re.compile(r"(?m)^-----BEGIN [A-Z ]+-----")),
)
_OF_SOFTWARE = frozenset(
    (
        "installation install requirements usage quickstart quick-start getting-started build configuration api-reference "
        "安装 环境配置 使用方法 快速开始"
    ).split()
)
_FEWEST = 2


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the beginnings of documents that are no part of a list: leftovers of a merge, pages, the manual of a program."""
    for text in subject.texts:
        lines = text.source.split("\n")
        bare = "\n".join("" if number in text.code else line for number, line in enumerate(lines, 1))
        for en, zh, pattern in _MARKS:
            if match := pattern.search(bare):
                yield CHECK.at(text.path, bare.count("\n", 0, match.start()) + 1, *_said(en, zh))
        yield from _manuals(text, subject)


def _manuals(text: ListText, subject: Subject) -> Iterator[Finding]:
    """Yield second titles below which a program is explained and no work stands."""
    titles = [heading for heading in text.headings if heading.level == 1][1:]
    for heading in titles:
        end = next((other.line for other in text.headings if other.level == 1 and other.line > heading.line), 10**9)
        below = {fold(one.text).replace(" ", "-") for one in text.headings if heading.line < one.line < end}
        has_works = any(case.path == text.path and heading.line < case.line < end for case in subject.cases)
        if len(below & _OF_SOFTWARE) >= _FEWEST and not has_works:
            yield CHECK.at(text.path, heading.line, *_said(f"the manual of “{heading.text}”", f"“{heading.text}”的说明文档"))


def _said(en: str, zh: str) -> Told:
    return (
        said(f"Here begins what is no part of the list: {en}.", f"此处开始的内容不属于本列表：{zh}。"),
        said("Remove it, or move it to a file of its own.", "请删去，或移至单独的文件。"),
    )


CHECK = Check(
    code="document-foreign",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    about=said("another document pasted into the list", "混入列表的其他文档"),
    why="""A conflict that was committed, a page that was saved instead of its source, the manual of another repository: what is pasted by
mistake is long, and nobody reads a list to its end.""",
    unsound={
        "README.md": "## Methods\n\n<<<<<<< HEAD\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n=======\n>>>>>>> theirs\n"
    },
    sound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"},
    find=find,
    of_text=True,
)
