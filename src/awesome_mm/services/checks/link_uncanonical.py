"""A paper's link that is not that of its page. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ...model.identifiers import address, arxiv_id_in
from ...model.list_text import ListText, WrittenLink
from .finding import Check, Finding, Group, Replacement, Severity, said
from .subject import Subject

_FORMS = (
    (
        "a version",
        "特定版本",
        re.compile(r"(?i)^https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/[\w.-]+(?:/\d{7})?v\d+(?:\.pdf)?/?(?:[?#].*)?$"),
    ),
    ("a PDF", "PDF", re.compile(r"(?i)^https?://(?:www\.|export\.)?arxiv\.org/pdf/[^?#]+")),
    ("an HTML rendering", "HTML 版", re.compile(r"(?i)^https?://(?:(?:www\.)?arxiv\.org/html/|ar5iv\.(?:labs\.arxiv\.)?org/)[^?#]+")),
    ("a mirror", "镜像", re.compile(r"(?i)^https?://(?:export|cn|xxx\.lanl)\.(?:arxiv\.org|gov)/abs/[^?#]+")),
)
_MOST_NAMED = 3  # of one form; more are the list's way


def find(subject: Subject) -> Iterator[Finding]:
    """Yield links to arXiv that lead to a version, a PDF or a rendering; one finding for all where that is the list's way."""
    for text in subject.texts:
        links = [
            link for link in text.links if not link.is_image and "arxiv.org" in link.target.casefold() and arxiv_id_in(unquote(link.target))
        ]
        for en, zh, _ in _FORMS:
            found = [link for link in links if _form(link) == en]
            are_many = len(found) > _MOST_NAMED
            yield from (_of_one(text, link, en, zh, are_many=are_many) for link in found)


def _form(link: WrittenLink) -> str:
    return next((en for en, _, pattern in _FORMS if pattern.match(link.target.strip())), "")


def _canonical(link: WrittenLink) -> str:
    return address("arxiv", arxiv_id_in(unquote(link.target)))


def _repair(link: WrittenLink) -> Replacement:
    return Replacement(line=link.line, old=link.target, new=_canonical(link))


def _of_one(text: ListText, link: WrittenLink, en: str, zh: str, *, are_many: bool) -> Finding:
    """Return the finding of one link; where there are many all say the same, and are told together."""
    what, page = ("A link to arXiv", "https://arxiv.org/abs/...") if are_many else (link.target, _canonical(link))
    which = "arXiv 链接" if are_many else link.target
    return CHECK.at(
        text.path,
        link.line,
        said(f"{what} leads to {en} of the paper.", f"{which} 指向论文的{zh}。"),
        said(f"Link its page: {page}", f"请链接其页面：{page}"),
        repairs=(_repair(link),),
    )


CHECK = Check(
    code="link-uncanonical",
    group=Group.LINKS,
    severity=Severity.WARNING,
    about=said("a link to a paper's PDF, HTML or single version", "指向论文 PDF、HTML 或单一版本的链接"),
    why="""The abstract page shows the newest version, its comments and a withdrawal; a PDF and a version do not. Where more than three
links of a list have the form, that is its way, and is found once.""",
    unsound={"README.md": "## Methods\n\n- [Oasis: One Image is All You Need](https://arxiv.org/html/2503.08741v2)\n"},
    sound={"README.md": "## Methods\n\n- [Oasis: One Image is All You Need](https://arxiv.org/abs/2503.08741)\n"},
    find=find,
    of_text=True,
    fixes=True,
)
