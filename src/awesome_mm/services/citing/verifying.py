"""What arXiv's records say of citations that the catalog does not know, or whose ids are in doubt.

Layer: services. Records stand on the shelf as works do; what did not come back leaves a citation as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ...model.citations import Form, Undefined
from ...model.entry import Entry, Kind, Links
from ...model.titles import title_key
from ..venues import venue_of
from .checking import ordered
from .comparing import wrong
from .judging import judge
from .shelf import Shelf
from .titles import parted
from .verdicts import Claim, Status, Verdict, said, worst

if TYPE_CHECKING:
    from ...model.citations import Citation
    from ...model.entry import ArxivRecord
    from ...model.taxonomy import Text

_RECORD = "arxiv:"  # before the id of a paper that is no entry of the catalog
_LEAST_OF_A_TITLE = 3  # words; what is shorter finds too many papers


def ids_to_ask(verdicts: Iterable[Verdict], shelf: Shelf) -> tuple[str, ...]:
    """Return the arXiv ids that are worth a question: of what is unknown here, and those that are not the entry's."""
    ids = (one for verdict in verdicts if not isinstance(verdict.of, Undefined) for one in _in_doubt(verdict, verdict.of))
    return tuple(dict.fromkeys(one for one in ids if not shelf.with_link(one)))


def _in_doubt(verdict: Verdict, citation: Citation) -> Iterator[str]:
    if verdict.status is Status.UNKNOWN:
        yield from citation.links.arxiv
    yield from (fault.cited for fault in verdict.faults if fault.claim is Claim.ARXIV and fault.status is Status.WRONG)


def titles_to_ask(verdicts: Iterable[Verdict]) -> tuple[str, ...]:
    """Return the titles of what is unknown here and gives no id of arXiv."""
    unknown = (one.of for one in verdicts if one.status is Status.UNKNOWN)
    titles = (one.title for one in unknown if not isinstance(one, Undefined) and one.form is not Form.LINK and not one.links.arxiv)
    return tuple({title_key(one): one for one in titles if len(one.split()) >= _LEAST_OF_A_TITLE}.values())


def verified(verdicts: Iterable[Verdict], shelf: Shelf, records: Mapping[str, ArxivRecord], absent: Collection[str]) -> tuple[Verdict, ...]:
    """Return the verdicts with what `records` tell, by arXiv id; `absent` are the ids of which arXiv said that there is no such paper."""
    fuller = Shelf((*shelf, *(_entry(one, record) for one, record in records.items())))
    return tuple(ordered(_with_absent(_again(one, fuller), absent) for one in verdicts))


def _again(verdict: Verdict, fuller: Shelf) -> Verdict:
    """Return a verdict that was in doubt as the records have it."""
    if isinstance(verdict.of, Undefined) or not (verdict.status is Status.UNKNOWN or list(_in_doubt(verdict, verdict.of))):
        return verdict
    again = judge(verdict.of, fuller)
    twice = tuple(fault for fault in verdict.faults if fault.status is Status.DUPLICATE)
    faults = (*again.faults, *twice)
    status = again.status if again.status is Status.UNKNOWN else worst(faults)
    if not again.entry.startswith(_RECORD):
        return replace(again, faults=faults, status=status)
    return replace(
        again, entry="", faults=faults, status=Status.VERIFIED if status is Status.RIGHT else status, remark=_remark(again.entry)
    )


def _remark(entry_id: str) -> Text:
    arxiv_id = entry_id.removeprefix(_RECORD)
    return said(f"arXiv:{arxiv_id}", f"arXiv:{arxiv_id}")


def _entry(arxiv_id: str, record: ArxivRecord) -> Entry:
    """Return a paper as an entry that says what its record says."""
    title = record.title or arxiv_id
    head, rest = parted(title)
    return Entry(
        id=f"{_RECORD}{arxiv_id}",
        kind=Kind.METHOD,
        name=head if rest else arxiv_id,
        title=title,
        categories=("",),
        authors=record.authors,
        published=record.submitted,
        venue=venue_of(record),
        links=Links(arxiv=(arxiv_id,)),
        arxiv=record,
    )


def _with_absent(verdict: Verdict, absent: Collection[str]) -> Verdict:
    """Return a verdict with the ids that arXiv does not have as faults."""
    if isinstance(verdict.of, Undefined):
        return verdict
    lost = [one for one in verdict.of.links.arxiv if one in absent]
    if not lost:
        return verdict
    faults = tuple(fault for fault in verdict.faults if fault.claim is not Claim.ARXIV or fault.cited not in lost)
    known = {fault.cited: fault for fault in verdict.faults if fault.claim is Claim.ARXIV}
    for one in lost:
        fix = known[one].fix if one in known else said("Look the paper up by its title.", "请按标题查找该论文。")
        right = known[one].known if one in known else ""
        faults += (wrong(Claim.ARXIV, one, right, said(f"arXiv has no paper {one}.", f"arXiv 上没有 {one}。"), fix),)
    return replace(verdict, faults=faults, status=worst(faults))
