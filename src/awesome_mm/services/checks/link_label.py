"""A label that says otherwise than its link. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ...model.identifiers import arxiv_id_in
from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_ID = re.compile(r"(?<![\d.])(\d{4}\.\d{4,5})(?![\d.])")
_HOSTS = {"github": ("github.com", "github.io"), "huggingface": ("huggingface.co", "hf.co"), "openreview": ("openreview.net",)}
_HOST = re.compile(r"(?i)^https?://(?:www\.)?([^/?#:]+)")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield links whose label gives another arXiv id, or names a host, than they lead to."""
    for text in subject.texts:
        for link in text.links:
            wrong = None if link.is_image else _wrong(link.label, unquote(link.target))
            if wrong:
                yield CHECK.at(
                    text.path,
                    link.line,
                    said(f"The label says {wrong[0]}, the link leads to {wrong[1]}.", f"链接文字为 {wrong[0]}，实际指向 {wrong[1]}。"),
                    said("Correct the one that is wrong.", "请更正有误的一方。"),
                )


def _wrong(label: str, target: str) -> tuple[str, str] | None:
    shown = _ID.search(label)
    leads = arxiv_id_in(target)
    if shown and leads and shown[1] != leads:
        return f"arXiv:{shown[1]}", f"arXiv:{leads}"
    host = _HOST.match(target)
    wanted = _HOSTS.get(label.strip(" []()🤗").casefold().replace(" ", ""))
    if host and wanted and not host[1].casefold().endswith(wanted):
        return label.strip(), host[1]
    return None


CHECK = Check(
    code="link-label",
    group=Group.LINKS,
    severity=Severity.WARNING,
    about=said("a label that says otherwise than its link", "链接文字与目标不符"),
    why="""`[arXiv:2410.17885](https://arxiv.org/abs/2410.17858)` reads right and leads wrong, or the other way round. Ids are compared,
and labels that are nothing but the name of a host.""",
    unsound={"README.md": "## Methods\n\n- **Alpha** [arXiv:2501.01234](https://arxiv.org/abs/2501.01243)\n"},
    sound={"README.md": "## Methods\n\n- **Alpha** [arXiv:2501.01234](https://arxiv.org/abs/2501.01234)\n"},
    find=find,
    of_text=True,
)
