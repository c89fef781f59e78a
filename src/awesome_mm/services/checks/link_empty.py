"""A link that leads nowhere. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_NOWHERE = ("", "#", "todo", "tbd", "coming soon", "link", "url", "http://", "https://")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield links without an address."""
    for text in subject.texts:
        for link in text.links:
            if link.target.strip().casefold() in _NOWHERE and not (link.is_image or (not link.label and not link.target)):
                label = link.label or "…"
                yield CHECK.at(
                    text.path,
                    link.line,
                    said(f"[{label}]({link.target}) leads nowhere.", f"[{label}]({link.target}) 没有指向任何地址。"),
                    said("Give the address, or write the words without a link until there is one.", "请填写地址；尚无地址时不要写成链接。"),
                )


CHECK = Check(
    code="link-empty",
    group=Group.LINKS,
    severity=Severity.WARNING,
    about=said("a link without an address", "没有地址的链接"),
    why="""`[Code]()` looks like a link and leads to the page it stands on. Readers click, and believe that something is released.""",
    unsound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Code]()\n"},
    sound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234), no code yet\n"},
    find=find,
    of_text=True,
)
