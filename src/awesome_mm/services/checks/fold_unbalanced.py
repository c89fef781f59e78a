"""A folding that is never closed, or closed without being open. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield ``<details>`` and ``</details>`` without the other."""
    for text in subject.texts:
        for line, tag in text.unclosed.items():
            other = "</details>" if tag == "<details>" else "<details>"
            yield CHECK.at(
                text.path,
                line,
                said(f"{tag} has no {other}.", f"{tag} 没有对应的 {other}。"),
                said(
                    f"Add {other}, or remove this; until then it is not known which entries stand where.",
                    f"请补上 {other}，或删去此标签；在此之前无法判断条目的归属。",
                ),
            )


CHECK = Check(
    code="fold-unbalanced",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    about=said("a folding that is not closed", "未闭合的折叠区块"),
    why="""A `<details>` that is never closed folds away all that follows: whole sections of the list are out of sight.""",
    unsound={"README.md": "## Methods\n\n<details>\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"},
    sound={"README.md": "## Methods\n\n<details>\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n\n</details>\n"},
    find=find,
    of_text=True,
)
