"""Which work a citation means, and what is wrong with it.

Layer: services. A work is meant by its id or by its title. Where the two lead to different works, it is the id that is wrong: nobody
copies a whole title by mistake. An id with quite another title belongs to another paper; with nearly the same, the title is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...model.citations import Form
from ...model.identifiers import address, comparable_address
from ...model.text import squash
from ...model.titles import likeness, titles_of
from .comparing import faults_of, with_reason, wrong
from .people import share_people
from .titles import heads_differ, is_bare, is_full, is_meant, key_of, parted, stands
from .verdicts import Claim, Fault, Status, Verdict, said, worst

if TYPE_CHECKING:
    from ...model.citations import Citation
    from ...model.entry import Entry
    from .shelf import Shelf

_IDENTIFYING = ("arxiv", "doi", "openreview")
_VERY_ALIKE = 0.6  # of the words of two titles whose authors are the same people
_LEAST_OF_A_TITLE = 4  # words
_LONGEST_SHOWN = 100
_LABELS = frozenset("paper code data arxiv project model dataset page".split())
_SHORTEST_NAME = 4


class _Link(NamedTuple):
    """A link of a citation: its kind, the id or address, and the entries it leads to."""

    kind: str
    value: str
    bearers: Sequence[Entry]


def judge(citation: Citation, shelf: Shelf) -> Verdict:
    """Return what is found of a citation."""
    links = [
        _Link(kind, value, shelf.with_link(comparable_address(address(kind, value))))
        for kind, values in citation.links.by_kind().items()
        for value in values
    ]
    bearers = list({entry.id: entry for link in links for entry in link.bearers}.values())
    entry = _meant(citation, links, bearers, shelf)
    if entry is not None:
        faults = (*_id_faults(entry, links), *faults_of(citation, entry))
        return Verdict(of=citation, status=worst(faults), entry=entry.id, faults=faults)
    identified = next((link for link in links if link.kind in _IDENTIFYING and link.bearers), None)
    if identified and _is_title(citation):
        fault = _of_another(citation, identified)
        return Verdict(of=citation, status=Status.WRONG, faults=(fault,))
    return Verdict(of=citation, status=Status.UNKNOWN)


def _is_title(citation: Citation) -> bool:
    """Whether what was read as a title is one: in running text it may be something else."""
    return citation.form is not Form.TEXT or len(citation.title.split()) >= _LEAST_OF_A_TITLE


def _meant(citation: Citation, links: Sequence[_Link], bearers: Sequence[Entry], shelf: Shelf) -> Entry | None:
    """Return the entry that is cited: that of an id whose title stands, of a title, or of an id whose title is nearly this one."""
    title, is_text = citation.title, citation.form is Form.TEXT
    if sure := next((one for one in bearers if (is_text and _is_said(citation, one)) or (title and stands(title, one))), None):
        return sure
    if titled := _titled(citation, links, shelf):
        return titled
    if not title or citation.form is Form.LINK:
        return bearers[0] if bearers and not _is_claimed_otherwise(citation, links, shelf) else None
    return next((one for one in bearers if _is_meant_by_id(citation, one, links)), None)


def _is_said(citation: Citation, entry: Entry) -> bool:
    """Whether a citation in running text holds the entry's title."""
    return any(is_full(key := key_of(title)) and key in squash(citation.said) for title in titles_of(entry))


def _titled(citation: Citation, links: Sequence[_Link], shelf: Shelf) -> Entry | None:
    """Return the entry that the title says, if it says so clearly, and nothing else of the citation contradicts it."""
    if not citation.title:
        is_text = citation.form is Form.TEXT
        return next((entry for entry in shelf.like(citation.said) if _is_said(citation, entry)), None) if is_text else None
    exact = [entry for entry in shelf.titled(citation.title) if _may_be(citation, entry, links)]
    listed = [entry for entry in shelf.named(citation.title) if _is_listed(entry, links)]
    if exact or listed or citation.form is Form.LINK:
        return next(iter((*exact, *listed)), None)
    near = shelf.nearly(citation.title)
    if found := next((entry for entry in near if _agrees(citation, entry, links)), None):
        return found
    likely = {entry.id: entry for entry in (*shelf.named(parted(citation.title)[0]), *shelf.like(citation.title))}
    return next((entry for entry in likely.values() if _is_retitled(citation, entry, links)), None)


def _is_listed(entry: Entry, links: Sequence[_Link]) -> bool:
    """Whether the catalog knows that a list gives the entry this id by mistake."""
    return any(
        dispute.field == f"links.{link.kind}" and dispute.listed == link.value and entry not in link.bearers
        for dispute in entry.disputes
        for link in links
    )


def _may_be(citation: Citation, entry: Entry, links: Sequence[_Link]) -> bool:
    """Whether a citation that bears the entry's title may be of it: a short title is borne by others too, with other ids and people."""
    if is_full(key_of(citation.title)):
        return True
    is_other = _has_other_id(entry, links) or (is_bare(entry) and bool(citation.links.arxiv) and not entry.links.arxiv)
    return not is_other or share_people(citation.authors, entry.authors) > 0


def _agrees(citation: Citation, entry: Entry, links: Sequence[_Link]) -> bool:
    """Whether people, or else ids, do not speak against the entry."""
    if citation.authors and entry.authors:
        return share_people(citation.authors, entry.authors) > 0
    return not _has_other_id(entry, links)


def _is_retitled(citation: Citation, entry: Entry, links: Sequence[_Link]) -> bool:
    """Whether a citation with another title is of the entry all the same: by the same people, and no other id, name or number."""
    if not citation.title or not citation.authors or _has_other_id(entry, links) or is_bare(entry):
        return False
    shared = share_people(citation.authors, entry.authors)
    if 2 * shared < min(len(citation.authors), len(entry.authors)) or not shared:
        return False
    if stands(citation.title, entry):
        return True
    digits, own_digits = (re.findall(r"\d+", text) for text in (citation.title, entry.title))
    if heads_differ(citation.title, entry) or digits != own_digits:
        return False
    return _has_head(citation, entry) or any(likeness(citation.title, one) >= _VERY_ALIKE for one in titles_of(entry))


def _has_head(citation: Citation, entry: Entry) -> bool:
    """Whether both titles begin with the same name."""
    head, rest = parted(citation.title)
    return bool(rest) and any(squash(head) == squash(parted(title)[0]) for title in titles_of(entry))


def _has_other_id(entry: Entry, links: Sequence[_Link]) -> bool:
    """Whether a citation gives ids of arXiv, and none of the entry's."""
    cited = {link.value for link in links if link.kind == "arxiv"}
    return bool(cited) and bool(entry.links.arxiv) and not cited & set(entry.links.arxiv)


def _is_meant_by_id(citation: Citation, entry: Entry, links: Sequence[_Link]) -> bool:
    """Whether the id is right although the title is not: the title is nearly the entry's, or the people are its authors."""
    is_identified = any(link.kind in _IDENTIFYING and entry in link.bearers for link in links)
    if not is_identified and not is_meant(citation.title, entry):
        return False
    if is_meant(citation.title, entry):
        return True
    people = share_people(citation.authors, entry.authors)
    return 2 * people > min(len(citation.authors), len(entry.authors) or 1) and not heads_differ(citation.title, entry)


def _is_claimed_otherwise(citation: Citation, links: Sequence[_Link], shelf: Shelf) -> bool:
    """Whether the text of a link is the name of another entry than the one its id leads to."""
    others = [entry for entry in shelf.named(citation.title) if any(link.bearers and entry not in link.bearers for link in links)]
    return len(others) == 1 and any(link.kind in _IDENTIFYING for link in links) and not _is_label(citation.title)


def _is_label(text: str) -> bool:
    return len(squash(text)) < _SHORTEST_NAME or squash(text) in _LABELS


def _id_faults(entry: Entry, links: Sequence[_Link]) -> Iterator[Fault]:
    """Yield the ids that are another paper's: those of other entries, and those of arXiv that are not the entry's."""
    for link in links:
        if entry not in link.bearers and link.kind in _IDENTIFYING and (link.bearers or (link.kind == "arxiv" and entry.links.arxiv)):
            yield _wrong_id(entry, link)


def _wrong_id(entry: Entry, link: _Link) -> Fault:
    written = _written(link)
    own = getattr(entry.links, link.kind, ())
    right = _written(link._replace(value=own[0])) if own else ""
    if link.bearers:
        other = link.bearers[0]
        message = said(f"{written} is “{other.title}”, not {entry.name}.", f"{written} 是“{other.title}”，而非 {entry.name}。")
    else:
        message = said(f"{written} is not {entry.name}.", f"{written} 不是 {entry.name}。")
    fix = said(f"{entry.name}: {right}", f"{entry.name}：{right}") if right else said(f"Leave {written} out.", f"请删去 {written}。")
    return wrong(_claim(link), link.value, own[0] if own else "", with_reason(entry, f"links.{link.kind}", link.value, message), fix)


def _of_another(citation: Citation, link: _Link) -> Fault:
    """Return the fault of an id that leads to a paper of quite another title."""
    title, written, bearer = citation.title[:_LONGEST_SHOWN], _written(link), link.bearers[0]
    return wrong(
        _claim(link),
        link.value,
        "",
        said(f"{written} is “{bearer.title}”, not “{title}”.", f"{written} 是“{bearer.title}”，而非“{title}”。"),
        said(f"Look up the id of “{title}”.", f"请查找“{title}”的编号。"),
    )


def _written(link: _Link) -> str:
    return f"arXiv:{link.value}" if link.kind == "arxiv" else f"doi:{link.value}" if link.kind == "doi" else link.value


def _claim(link: _Link) -> Claim:
    return {"arxiv": Claim.ARXIV, "doi": Claim.DOI}.get(link.kind, Claim.LINK)
