"""A link to a heading that is not there. Layer: services."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from ...model.list_text import ListText
from ...model.text import squash
from .finding import Check, Finding, Group, Replacement, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield links into the same text, or another that is checked, that name no heading; mended where one differs in marks only."""
    for text in subject.texts:
        known = {anchor.casefold() for anchor in text.anchors}
        meanings = _meanings(text)
        for link in text.links:
            anchor = unquote(link.target[1:]).removeprefix("user-content-")
            if not link.target.startswith("#") or not anchor or anchor.casefold() in known or anchor.casefold() in ("top", "readme"):
                continue
            meant = _meant(anchor, link.label, meanings)
            fix = said(f"Write #{meant}.", f"请改为 #{meant}。") if meant else said("Name a heading that is there.", "请指向存在的标题。")
            yield CHECK.at(
                text.path,
                link.line,
                said(f"No heading has the anchor #{anchor}.", f"没有锚点为 #{anchor} 的标题。"),
                fix,
                repairs=(Replacement(line=link.line, old=link.target, new=f"#{meant}"),) if meant else (),
            )
        yield from _elsewhere(text, subject)


def _meanings(text: ListText) -> dict[str, set[str]]:
    """Return the anchors of the headings of a text by what they say but for marks and case."""
    found: dict[str, set[str]] = {}
    for heading in text.headings:
        for said_so in (squash(heading.anchors[0]), squash(heading.text)):
            found.setdefault(said_so, set()).add(heading.anchors[0])
    return found


def _meant(anchor: str, label: str, meanings: Mapping[str, set[str]]) -> str:
    """Return the anchor of the one heading that says what the broken one does, or what the link's label does; ``""`` for none."""
    for wanted in (squash(anchor), squash(label)):
        found = meanings.get(wanted, set()) if wanted else set()
        if len(found) == 1:
            return _visible(next(iter(found)))
    return ""


def _visible(anchor: str) -> str:
    """Return an anchor with the marks that nobody sees, behind some emoji, written as addresses write them."""
    return "".join(quote(character) if unicodedata.category(character) in ("Mn", "Cf") else character for character in anchor)


def _elsewhere(text: ListText, subject: Subject) -> Iterator[Finding]:
    """Yield links to headings of other texts that are checked as well."""
    for link in text.links:
        path, mark, anchor = link.target.partition("#")
        known = subject.anchors.get(f"{text.path}\0{path}") if path and mark and anchor else None
        if known is not None and not {unquote(anchor), unquote(anchor).lower()} & known:
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
    of_text=True,
    fixes=True,
)
