"""A link to a heading that is not there. Layer: services."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, unquote

from ...model.list_text import ListText
from ...model.text import squash
from .finding import Check, Finding, Group, Replacement, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield links into the same text, or another that is checked, that name no heading; mended where one differs in marks only."""
    for text in subject.texts:
        known = {anchor.casefold() for anchor in text.anchors}
        for link in text.links:
            anchor = unquote(link.target[1:]).removeprefix("user-content-")
            if not link.target.startswith("#") or not anchor or anchor.casefold() in known or anchor.casefold() == "top":
                continue
            meant = _meant(anchor, link.label, text)
            fix = said(f"Write #{meant}.", f"请改为 #{meant}。") if meant else said("Name a heading that is there.", "请指向存在的标题。")
            yield CHECK.at(
                text.path,
                link.line,
                said(f"No heading has the anchor #{anchor}.", f"没有锚点为 #{anchor} 的标题。"),
                fix,
                repairs=(Replacement(line=link.line, old=f"({link.target})", new=f"(#{meant})"),) if meant else (),
            )
        yield from _elsewhere(text, subject)


def _meant(anchor: str, label: str, text: ListText) -> str:
    """Return the anchor of the one heading that says the same but for marks and case, or that the link's label says; ``""`` for none."""
    for wanted in (squash(anchor), squash(label)):
        found = [heading.anchors[0] for heading in text.headings if wanted and wanted in (squash(heading.anchors[0]), squash(heading.text))]
        if len(found) == 1:
            return _visible(found[0])
    return ""


def _visible(anchor: str) -> str:
    """Return an anchor with the marks that nobody sees, behind some emoji, written as addresses write them."""
    return "".join(quote(character) if unicodedata.category(character) in ("Mn", "Cf") else character for character in anchor)


def _elsewhere(text: ListText, subject: Subject) -> Iterator[Finding]:
    """Yield links to headings of other texts that are checked as well."""
    for link in text.links:
        path, mark, anchor = link.target.partition("#")
        known = subject.anchors.get(f"{text.path}\0{path}") if path and mark and anchor else None
        if known is not None and unquote(anchor).casefold() not in {one.casefold() for one in known}:
            yield CHECK.at(
                text.path,
                link.line,
                said(f"{path} has no heading with the anchor #{unquote(anchor)}.", f"{path} 中没有锚点为 #{unquote(anchor)} 的标题。"),
                said("Name a heading that is there.", "请指向存在的标题。"),
            )


CHECK = Check(
    code="anchor-broken",
    group=Group.LINKS,
    severity=Severity.ERROR,
    about=said("a link to a heading that is not there", "指向不存在标题的链接"),
    why="""Code hosts make a heading's anchor from its text: lower case, spaces become hyphens, marks and emoji fall away, except for
invisible ones behind some emoji. A heading that is renamed, and some that begin with an emoji, leave their links behind.""",
    unsound={
        "README.md": "- [Image editing](#image-edits)\n\n## Image editing\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
    },
    sound={
        "README.md": "- [Image editing](#image-editing)\n\n## Image editing\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
    },
    find=find,
    fixes=True,
)
