"""Authors that are not those of the paper. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.entry import Basis
from ...model.titles import share_authors, title_key
from .finding import Check, Finding, Group, Severity, said
from .records import Known
from .subject import Case, Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works of the record's title that share no author with it."""
    for case in subject.cases:
        own = case.entry.authors
        record = _record(case, subject)
        if not record or not own or not record.authors or case.disputes("authors"):
            continue
        if title_key(record.title) == title_key(case.entry.title) and not share_authors(own, record.authors):
            arxiv_id = case.entry.links.arxiv[0]
            yield CHECK.of(
                case,
                said(
                    f"{', '.join(own[:3])} are not the authors of arXiv:{arxiv_id}: {', '.join(record.authors[:3])}.",
                    f"{'、'.join(own[:3])} 并非 arXiv:{arxiv_id} 的作者：{'、'.join(record.authors[:3])}。",
                ),
                said("Take the authors from the paper.", "请以论文作者为准。"),
                field="authors",
            )


def _record(case: Case, subject: Subject) -> Known | None:
    """Return what is known of the paper: the entry's own record, unless that is only recalled, or the one at hand."""
    own, ids = case.entry.arxiv, case.entry.links.arxiv
    if own and ids and own.title and own.basis is not Basis.RECALLED:
        return Known(arxiv_id=ids[0], title=own.title, authors=own.authors)
    return subject.records.by_id.get(ids[0]) if ids else None


def _entry(author: str) -> dict[str, str]:
    return {
        "catalog.toml": f'[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["editing"]\nauthors = ["{author}"]\n'
        'links.arxiv = ["2503.00001"]\n\n[method.alpha.arxiv]\nbasis = "confirmed"\ntitle = "Alpha: Making Data"\n'
        'authors = ["Ada Lovelace"]\n'
    }


CHECK = Check(
    code="authors-of-others",
    group=Group.TRUTH,
    severity=Severity.ERROR,
    about=said("authors that the paper's record does not have", "与论文记录完全不同的作者"),
    why="""Where the title is the paper's and none of the authors is, they were copied from another entry.""",
    unsound=_entry("Charles Babbage"),
    sound=_entry("A. Lovelace"),
    find=find,
)
