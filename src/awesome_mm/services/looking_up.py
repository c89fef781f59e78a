"""The record of a paper that is not in the catalog: by its arXiv id, or by its title where that is clearly one paper's.

Layer: services. What was fetched within a day is not asked for again, and what did not come back is never said not to exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ..errors import PaperMissing, SourceUnreachable
from ..model.entry import Entry, Kind, Links
from ..model.titles import title_key, words_of
from .duplicates import is_near
from .refresh import as_fetched, refresh

if TYPE_CHECKING:
    from ..model.entry import ArxivRecord
    from ..sources.ports import PaperSource, RecordSource
    from .refresh import Known

_DAY = timedelta(hours=24)
_MOST_CANDIDATES = 5
_ALIKE = 65.0  # of 100: words in common, for a title to be shown as one that may be meant
_LATER = "Run it again later; with --title it is added without asking anybody."


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A paper's id and record; `remark` says what could not be learnt of it."""

    arxiv_id: str
    record: ArxivRecord
    remark: str = ""


def find_paper(arxiv_id: str, known: Known, source: RecordSource | None) -> Found:
    """Return the paper of the id; without a `source` (offline) any record that was fetched before will do.

    Raises:
        PaperMissing: arXiv has no such paper.
        SourceUnreachable: its record did not come.
    """
    sought = Entry(id="sought", kind=Kind.METHOD, name="sought", title="sought", categories=(), links=Links(arxiv=(arxiv_id,)))
    refreshed = refresh([sought], [sought.id], known, source, max_age=_DAY)
    if arxiv_id in refreshed.records:
        return Found(arxiv_id=arxiv_id, record=refreshed.records[arxiv_id], remark=refreshed.problem)
    if refreshed.absent:
        raise PaperMissing(f"arXiv has no paper {arxiv_id}.", "Check the id; a title in quotes is looked up too.")
    if source is None:
        raise _not_fetched(arxiv_id)
    raise SourceUnreachable(refreshed.problem, _LATER)


def find_titled(title: str, known: Known, source: PaperSource | None) -> Found:
    """Return the paper that clearly bears the title, among those fetched before or else among those that the `source` finds.

    Raises:
        PaperMissing: none does, or several may be meant, which are named.
        SourceUnreachable: what there is could not be learnt.
    """
    records = known.records
    if arxiv_id := _bearer(title, records):
        return find_paper(arxiv_id, known, source)
    if source is None:
        if near := _candidates(title, records):
            raise _unclear(title, near)
        raise _not_fetched(repr(title))
    answer = source.find_titled(title)
    if not answer.complete:
        raise SourceUnreachable(answer.problem, _LATER)
    found = {paper.arxiv_id: as_fetched(paper, records.get(paper.arxiv_id), datetime.now(UTC)) for paper in answer.records}
    if not (arxiv_id := _bearer(title, found)):
        raise _unclear(title, _candidates(title, found))
    known.keep({arxiv_id: found[arxiv_id]})
    return find_paper(arxiv_id, replace(known, fetched={**known.fetched, arxiv_id: found[arxiv_id]}), source)


def _bearer(title: str, records: Mapping[str, ArxivRecord]) -> str:
    """Return the id of the one paper whose title this is, letter for letter or else but for a slip; ``""`` where none or several are."""
    key = title_key(title)
    keys = {arxiv_id: title_key(record.title or "") for arxiv_id, record in records.items()}
    for bearers in ([one for one in keys if keys[one] == key], [one for one in keys if is_near(keys[one], key)]):
        if bearers:
            return bearers[0] if len(bearers) == 1 else ""
    return ""


def _candidates(title: str, records: Mapping[str, ArxivRecord]) -> Sequence[tuple[str, ArxivRecord]]:
    """Return the papers whose titles have most in common with `title`, the nearest first."""
    from rapidfuzz import fuzz

    wanted = words_of(title)
    titles = {arxiv_id: words_of(record.title or "") for arxiv_id, record in records.items()}
    likeness = {one: (fuzz.token_set_ratio(wanted, words), fuzz.ratio(wanted, words)) for one, words in titles.items()}
    near = sorted((one for one in titles if likeness[one][0] >= _ALIKE), key=lambda one: likeness[one], reverse=True)
    return [(one, records[one]) for one in near[:_MOST_CANDIDATES]]


def _unclear(title: str, near: Iterable[tuple[str, ArxivRecord]]) -> PaperMissing:
    lines = [f"  {arxiv_id}  {record.title} ({_who_and_when(record)})" for arxiv_id, record in near]
    if not lines:
        return PaperMissing(f"arXiv finds no paper called {title!r}.", "Check the title, or name the paper by its arXiv id.")
    said = f"{title!r} is not clearly the title of one paper. What comes near:"
    return PaperMissing("\n".join([said, *lines]), "Name the one that is meant by its id.")


def _who_and_when(record: ArxivRecord) -> str:
    who = f"{record.authors[0]}{' et al.' if len(record.authors) > 1 else ''}" if record.authors else ""
    return ", ".join(part for part in (who, (record.submitted or "")[:4]) if part)


def _not_fetched(what: str) -> SourceUnreachable:
    return SourceUnreachable(
        f"No record of {what} has been fetched yet.", "Leave --offline out; with --title it is added without a record."
    )
