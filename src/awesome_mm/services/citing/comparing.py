"""What of a citation is not as its work is known: title, authors, year, and whether it has come out meanwhile.

Layer: services. What is only recalled makes nothing wrong: a year or a venue that nobody confirmed can only make a claim right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.citations import Form
from ...model.entry import Basis
from ...model.identifiers import month_of
from ...model.text import squash
from ...model.titles import likeness, titles_of
from .people import Differing, differing
from .titles import key_of, stands
from .verdicts import Claim, Fault, Status, said

if TYPE_CHECKING:
    from ...model.citations import Citation
    from ...model.entry import Dispute, Entry, Venue
    from ...model.taxonomy import Text

_MOST_NAMED = 4
_LONGEST_SHOWN = 160
PAPERS = frozenset(("arxiv", "doi", "openreview", "paper"))  # kinds of links that lead to a work itself
_VERY_ALIKE = 0.6  # of the words of a link and of a title, for one to be meant by the other


def faults_of(citation: Citation, entry: Entry) -> Iterator[Fault]:
    """Yield what of a citation of `entry` does not hold, besides its ids."""
    yield from _withdrawal(entry)
    yield from _title(citation, entry)
    yield from _authors(citation, entry)
    yield from _year(citation, entry)
    yield from _venue(citation, entry)
    yield from _publication(citation, entry)


def wrong(claim: Claim, cited: str, known: str, message: Text, fix: Text) -> Fault:
    """Return the fault of a claim that is wrong."""
    return Fault(status=Status.WRONG, claim=claim, cited=cited, known=known, message=message, fix=fix)


def with_reason(entry: Entry, field: str, cited: str, message: Text) -> Text:
    """Return `message` with the reason why the catalog holds what is `cited` to be wrong, where a list was found to say the same."""
    reasons = [dispute.reason for dispute in entry.disputes if dispute.field == field and _says(dispute, cited)]
    if not reasons:
        return message
    return said(f"{message.said('en')} {reasons[0].said('en')}", f"{message.said('zh')}{reasons[0].said('zh')}")


def _says(dispute: Dispute, cited: str) -> bool:
    return squash(cited) in squash(dispute.listed)


def _withdrawal(entry: Entry) -> Iterator[Fault]:
    if entry.arxiv and entry.arxiv.withdrawn:
        arxiv_id = next(iter(entry.links.arxiv), "")
        yield Fault(
            status=Status.WITHDRAWN,
            claim=Claim.ARXIV,
            cited=arxiv_id,
            known="withdrawn",
            message=said(f"arXiv:{arxiv_id} was withdrawn by its authors.", f"arXiv:{arxiv_id} 已被作者撤稿。"),
            fix=said("Cite another work, or say that it was withdrawn.", "请改引其他文献，或注明已撤稿。"),
        )


def _title(citation: Citation, entry: Entry) -> Iterator[Fault]:
    title = citation.title[:_LONGEST_SHOWN]
    stated = stands(citation.title, entry, is_reference=citation.form is Form.REFERENCE)
    if not title or stated or not _is_claimed(citation, entry):
        return
    message = said(f"The title is not “{title}”.", f"标题不是“{title}”。")
    yield wrong(
        Claim.TITLE,
        citation.title,
        entry.title,
        with_reason(entry, "title", citation.title, message),
        said(f"Title: {entry.title}", f"标题：{entry.title}"),
    )


def _is_claimed(citation: Citation, entry: Entry) -> bool:
    """Whether what was read as a title is meant for one: a link may be called anything, and running text hold the title elsewhere."""
    if citation.form is Form.LINK:
        return bool(PAPERS & citation.links.by_kind().keys()) and any(
            likeness(citation.title, title) >= _VERY_ALIKE for title in titles_of(entry)
        )
    return citation.form is not Form.TEXT or key_of(entry.title) not in squash(citation.said)


def _authors(citation: Citation, entry: Entry) -> Iterator[Fault]:
    lists = [(entry.authors, entry.authors_complete)] + ([(entry.arxiv.authors, True)] if entry.arxiv and entry.arxiv.authors else [])
    found = [
        (known, differing(citation.authors, known, are_all=citation.are_all, are_all_known=are_all))
        for known, are_all in lists
        if known and citation.authors
    ]
    if not found or any(one.is_none for _, one in found):
        return
    known, how = found[0]
    if how.first:
        yield wrong(
            Claim.AUTHORS,
            how.first,
            known[0],
            said(f"The first author is not {how.first}.", f"第一作者不是 {how.first}。"),
            said(f"First author: {known[0]}", f"第一作者：{known[0]}"),
        )
    if how.foreign or (how.missing and not how.first):
        yield _of_others(known, how)


def _of_others(known: tuple[str, ...], how: Differing) -> Fault:
    if how.foreign:
        names = _named(how.foreign)
        message = said(f"Not among the authors: {names}.", f"作者中没有：{names}。")
    else:
        names = _named(how.missing)
        message = said(f"Authors are missing: {names}.", f"缺少作者：{names}。")
    listed = ", ".join(known)
    instead = _named(how.missing) if how.foreign and how.missing else listed
    fix = said(
        f"Authors: {instead if how.foreign and how.missing else _named(known)}", f"作者：{instead if how.foreign else _named(known)}"
    )
    return wrong(Claim.AUTHORS, ", ".join(how.foreign), listed, message, fix)


def _named(names: tuple[str, ...]) -> str:
    more = f" (+{len(names) - _MOST_NAMED})" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _year(citation: Citation, entry: Entry) -> Iterator[Fault]:
    known = known_years(entry)
    if not citation.years or not known or any(year in known for year in citation.years) or _may_be_later(citation, entry, known):
        return
    cited = citation.years[-1]
    right = "; ".join(f"{year} ({what})" if what else year for year, what in known.items())
    message = said(f"The year is not {cited}.", f"年份不是 {cited}。")
    yield wrong(
        Claim.YEAR, cited, ", ".join(known), with_reason(entry, "published", cited, message), said(f"Year: {right}", f"年份：{right}")
    )


def known_years(entry: Entry) -> dict[str, str]:
    """Return every year that a citation may give, and what it is the year of: of the preprint, of a later version, of the venue."""
    record, venue = entry.arxiv, entry.venue
    days = [*map(month_of, entry.links.arxiv), *((record.submitted, record.updated) if record else ())]
    told = [*((day, "arXiv") for day in days), (entry.published, ""), (str(venue.year or "") if venue else "", venue.name if venue else "")]
    years: dict[str, dict[str, None]] = {}
    for day, what in told:
        if day:
            years.setdefault(day[:4], {})[what] = None
    return {year: ", ".join(filter(None, whats)) for year, whats in years.items()}


def _may_be_later(citation: Citation, entry: Entry, known: dict[str, str]) -> bool:
    """Whether the year may be that of a publication that is not known here: a venue is named, and none is confirmed."""
    names_venue = bool(citation.venue) or (citation.form is Form.TEXT and not citation.is_preprint)
    is_open = entry.venue is None or entry.venue.basis is Basis.RECALLED or not entry.venue.year
    return names_venue and is_open and min(citation.years) >= str(int(min(known)) - 1)


def _venue(citation: Citation, entry: Entry) -> Iterator[Fault]:
    """Yield a venue that the catalog holds to be mistaken."""
    cited = f"{citation.venue} {citation.years[-1]}" if citation.venue and citation.years else ""
    for dispute in entry.disputes:
        if dispute.field == "venue" and cited and squash(dispute.listed) == squash(cited):
            known = _shown(entry.venue) if entry.venue else ""
            yield wrong(
                Claim.VENUE,
                cited,
                known,
                said(f"Not {cited}: {dispute.reason.said('en')}", f"不是 {cited}：{dispute.reason.said('zh')}"),
                said(f"Venue: {known}", f"发表于：{known}") if known else said("Leave the venue out.", "请删去发表处。"),
            )


def _publication(citation: Citation, entry: Entry) -> Iterator[Fault]:
    """Yield that a work cited as a preprint has come out, where that is confirmed."""
    venue = entry.venue
    if not citation.is_preprint or venue is None or venue.basis is Basis.RECALLED:
        return
    if re.search(rf"(?i)(?<![^\W_]){re.escape(venue.name)}(?![^\W_])", citation.said):
        return
    yield Fault(
        status=Status.PUBLISHED,
        claim=Claim.VENUE,
        cited="arXiv",
        known=_shown(venue),
        message=said(f"Cited as a preprint; it has appeared at {_shown(venue)}.", f"引作预印本；已发表于 {_shown(venue)}。"),
        fix=said(f"Cite {_shown(venue)}.", f"请引用 {_shown(venue)}。"),
    )


def _shown(venue: Venue) -> str:
    year = f" {venue.year}" if venue.year else ""
    return f"{venue.name}{year}"
