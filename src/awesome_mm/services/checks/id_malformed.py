"""An address of arXiv whose id arXiv cannot have given. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ...model.identifiers import arxiv_id_in, month_of
from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_ADDRESS = re.compile(r"(?i)^https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format|src)/([^?#]*)")

_PICTURE = re.compile(r"(?<=\d)(?:v\d+)?/.*")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield addresses of papers at arXiv that hold no id, and ids of months that are still to come."""
    for text in subject.texts:
        for link in text.links:
            match = None if link.is_image else _ADDRESS.match(link.target.strip())
            written = _PICTURE.sub("", unquote(match[1])) if match else ""
            if match and (wrong := _wrong(written, subject)):
                yield CHECK.at(text.path, link.line, said(*_message(written, wrong)), said(*_FIX))
    for case in subject.cases if subject.is_catalog else ():
        for arxiv_id in case.entry.links.arxiv:
            if wrong := _wrong(arxiv_id, subject):
                yield CHECK.of(case, said(*_message(arxiv_id, wrong)), said(*_FIX), field="links.arxiv")


_FIX = ("Give the id that stands on the paper's page at arXiv.", "请填写该论文 arXiv 页面上的编号。")


def _message(written: str, wrong: tuple[str, str]) -> tuple[str, str]:
    return f"{written or '(nothing)'} is no arXiv id: {wrong[0]}.", f"{written or '（空）'} 不是 arXiv 编号：{wrong[1]}。"


def _wrong(written: str, subject: Subject) -> tuple[str, str] | None:
    """Return what is wrong with an id, in both languages; None where nothing is."""
    arxiv_id = arxiv_id_in(written.removesuffix("/").removesuffix(".pdf"))
    if not arxiv_id:
        digits = re.match(r"(\d\d)(\d\d)\.(\d+)", written)
        if digits and not 1 <= int(digits[2]) <= 12:
            return f"there is no month {digits[2]}", f"没有 {digits[2]} 月"
        if digits:
            return "since 2015 five digits follow the point, before that four", "2015 年起小数点后为五位数字，此前为四位"
        return "one looks like 2503.08741", "正确的形式如 2503.08741"
    if (month := month_of(arxiv_id)) > f"{subject.today:%Y-%m}":
        return f"{month} is still to come", f"{month} 尚未到来"
    return None


CHECK = Check(
    code="id-malformed",
    group=Group.IDENTITY,
    severity=Severity.ERROR,
    about=said("an arXiv id that arXiv cannot have given", "arXiv 不可能给出的编号"),
    why="""An id names its year and month, then a number of five digits (four until 2014). One with a month 13, a digit too few or a month
that is still to come was mistyped, and leads nowhere.""",
    unsound={"README.md": "## Methods\n\n- **Alpha** [(arXiv)](https://arxiv.org/abs/2501.0123)\n"},
    sound={"README.md": "## Methods\n\n- **Alpha** [(arXiv)](https://arxiv.org/abs/2501.01234)\n"},
    find=find,
    of_text=True,
)
