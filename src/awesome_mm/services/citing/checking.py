"""All citations of papers, judged: each by itself, and those that cite a work twice.

Layer: services.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from ...model.citations import Form, Undefined
from ...model.text import unique
from .comparing import PAPERS
from .judging import judge
from .verdicts import FINDINGS, Claim, Fault, Status, Verdict, said, worst

if TYPE_CHECKING:
    from ...model.catalog import Catalog
    from ...model.citations import Citation, Cited
    from ...model.draft import Skipped
    from ..relating.evidence import Related
    from .shelf import Shelf

_MOST_MISSING = 5
_BY_RELATION, _BY_LIKENESS = 80.0, 40.0  # of 100: how near a work must be that is missed, where a relation is declared and where none is
_RELATED = 50.0  # from here on one is
_LISTED = (Form.REFERENCE, Form.TEXT)


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a check came to: verdicts, what could not be read or found, which works are missing, and why arXiv did not answer."""

    verdicts: tuple[Verdict, ...]
    unread: tuple[Skipped, ...] = ()
    lacking: tuple[Skipped, ...] = ()
    missing: tuple[Related, ...] = ()
    problems: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    @property
    def has_findings(self) -> bool:
        """Whether anything needs attention; an entry that could not be read was not checked, and does."""
        return bool(self.unread) or any(one.status in FINDINGS for one in self.verdicts)

    @property
    def cited(self) -> tuple[str, ...]:
        """The entries that are cited, each once."""
        return unique(one.entry for one in self.verdicts)


def check(cited: Cited, shelf: Shelf) -> tuple[Verdict, ...]:
    """Return a verdict on everything that is cited; links that lead neither to a paper nor to an entry are no citations."""
    judged = [judge(one, shelf) for one in cited.citations]
    kept = [one for one in judged if one.status is not Status.UNKNOWN or _may_be_work(one.of)]
    return tuple(ordered((*with_duplicates(kept), *map(_undefined, cited.undefined))))


def missing(catalog: Catalog, cited: Sequence[str]) -> tuple[Related, ...]:
    """Return the few works that are so close to those `cited` that a reader would miss them; to none nothing is close."""
    if not cited:
        return ()
    from ..related import relate

    near = (one for one in relate(catalog, cited) if one.score >= (_BY_RELATION if one.score >= _RELATED else _BY_LIKENESS))
    return tuple(islice(near, _MOST_MISSING))


def ordered(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Return verdicts with those first that need attention most, each kind by file and line."""
    rank = {status: number for number, status in enumerate(Status)}
    return sorted(verdicts, key=lambda one: (rank[one.status], one.of.path, one.of.line))


def _may_be_work(one: Citation | Undefined) -> bool:
    return isinstance(one, Undefined) or one.form in _LISTED or bool(PAPERS & one.links.by_kind().keys())


def with_duplicates(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """Yield the verdicts; what a bibliography has once already, under this key or as this work, gets that as a fault."""
    keys: dict[tuple[str, str], Citation] = {}
    works: dict[tuple[str, str], Citation] = {}
    for verdict in verdicts:
        one = verdict.of
        if isinstance(one, Undefined) or one.form not in _LISTED:
            yield verdict
            continue
        earlier = keys.get((one.path, one.key)) if one.key else None
        for work in _works(verdict, one):
            earlier = earlier or works.get((one.path, work))
            works.setdefault((one.path, work), one)
        keys.setdefault((one.path, one.key), one)
        yield _with_fault(verdict, _duplicate(one, earlier)) if earlier else verdict


def _works(verdict: Verdict, one: Citation) -> Iterator[str]:
    """Yield what tells which work it is: the entry, else the ids, unless these are another work's."""
    if verdict.entry:
        yield f"entry {verdict.entry}"
    elif verdict.status is Status.UNKNOWN:
        yield from (f"arxiv {value}" for value in one.links.arxiv[:1])
        yield from (f"doi {value.lower()}" for value in one.links.doi[:1])


def _with_fault(verdict: Verdict, fault: Fault) -> Verdict:
    faults = (*verdict.faults, fault)
    return replace(verdict, faults=faults, status=worst(faults))


def _duplicate(one: Citation, earlier: Citation) -> Fault:
    is_key, known = one.key == earlier.key, earlier.key or earlier.title
    message = (
        said(f"The key is defined already (line {earlier.line}).", f"该键已有定义（第 {earlier.line} 行）。")
        if is_key
        else said(f"The same work as {known} (line {earlier.line}).", f"与 {known}（第 {earlier.line} 行）为同一文献。")
    )
    fix = said("Rename or remove one of them.", "请改名或删去其一。") if is_key else said(f"Cite {earlier.key}.", f"请引用 {earlier.key}。")
    return Fault(status=Status.DUPLICATE, claim=Claim.KEY, cited=one.key, known=earlier.key, message=message, fix=fix)


def _undefined(one: Undefined) -> Verdict:
    if one.unread:
        message = said(f"{one.key} is not defined in what could be read: {one.unread}.", f"可读取的部分未定义 {one.key}：{one.unread}。")
    else:
        message = said(f"No bibliography defines {one.key}.", f"没有文献库定义 {one.key}。")
    fix = said("Add the entry, or correct the key.", "请添加该条目，或更正键名。")
    fault = Fault(status=Status.UNDEFINED, claim=Claim.KEY, cited=one.key, known="", message=message, fix=fix)
    return Verdict(of=one, status=Status.UNKNOWN if one.unread else Status.UNDEFINED, faults=(fault,))
