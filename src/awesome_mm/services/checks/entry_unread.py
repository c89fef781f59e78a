"""A line among entries that is none. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield what stands among entries and could not be read as one."""
    for skipped in subject.written.draft.skipped if subject.written else ():
        yield CHECK.at(
            skipped.path,
            skipped.line,
            said(
                f"This stands among entries and is none ({skipped.reason}): {skipped.text[:80]}",
                f"此行位于条目之间，却不是条目（{skipped.reason}）：{skipped.text[:80]}",
            ),
            said("Give it a title and a link, or move it out of the list.", "请补充标题与链接，或移出列表。"),
        )


CHECK = Check(
    code="entry-unread",
    group=Group.SHAPE,
    severity=Severity.WARNING,
    about=said("a line among entries that is none", "条目之间无法识别的行"),
    why="""Who reads a list of works, be it a person or a program, finds in each line a title and a link. A line that has neither was torn
off, or lost its link.""",
    unsound={
        "README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n- Beta: Filtering Data\n"
        "- [Gamma: Scoring Data](https://arxiv.org/abs/2402.00001)\n"
    },
    sound={
        "README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
        "- [Beta: Filtering Data](https://arxiv.org/abs/2401.00001)\n- [Gamma: Scoring Data](https://arxiv.org/abs/2402.00001)\n"
    },
    find=find,
)
