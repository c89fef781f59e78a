"""What a list says of an entry in one place, part by part: the common form that every shape of entry is read into.

Layer: exchange.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from ...model.identifiers import arxiv_id_in
from .addresses import Target, badge_target, target_of
from .blocks import Block, Markdown
from .dates import Published, date_in, venue_in
from .fields import Field, fields_of
from .heads import Head, read_head
from .people import Authors, authors_in
from .pieces import Link, Piece, Pieces, is_same, lines_of, links_of, text_of
from .titles import ID_AS_TEXT, short_name
from .words import PREPRINTS, link_role, says_when_or_where, words_of

_IDENTIFIED = ("arxiv", "doi", "openreview")
_WRITTEN_ID = re.compile(ID_AS_TEXT, re.IGNORECASE)
_BADGE = re.compile(r"shields\.io/badge/(.+?)(?:(?<!-)-\w+)?(?:\.svg)?(?:\?.*)?$")  # without its colour
_UNDER_REVIEW = re.compile(r"(?i)open ?review|submi|under review|投稿|在审")
_OTHERS = re.compile(r"(?i)[\s,.]*(?:et\.? al\b|and others\b|等)")
_TELLING = (*_IDENTIFIED, "paper", "code", "data", "model")


class Parts(NamedTuple):
    """An entry as it stands in one place: `source` is its own Markdown whole, `group` the headings below its section that it stands under.

    `has_name` says that the list names it apart from its title, `refers` that it leads to another place of the same text and nowhere else.
    One that a list of titles only mentions has the line of that list as `mention`.
    """

    line: int
    source: str
    name: str
    title: str
    has_name: bool = False
    targets: tuple[Target, ...] = ()
    authors: Authors = Authors()
    venue: Published = Published()
    date: str = ""
    refers: bool = False
    group: tuple[str, ...] = ()
    mention: int = 0


class Missed(NamedTuple):
    """Something that stands among entries and was not understood."""

    line: int
    text: str
    reason: str


def parts_of(line: int, source: str, pieces: Pieces, body: Sequence[Block], markdown: Markdown) -> Parts | None:
    """Return the entry that `pieces` head and `body` says more of; None where they name nothing or nothing says that it is a work."""
    head = read_head(pieces)
    if head is None or (head.link is None and link_role(head.title) is not None):
        return None
    own = (*head_targets(pieces, head), *_written_ids(pieces, head)) or tuple(filter(None, map(target_of, links_of(pieces))))
    fields = tuple(fields_of(body, markdown))
    more = tuple(field_targets(fields, {target.kind for target in own}))
    is_told_of = any(target.kind in _TELLING for target in more) or _leads_to_a_page(pieces)
    is_headed = head.is_strong or (bool(fields) and all(field.label for field in fields))
    if not own and not (is_headed and is_told_of):
        return None
    parts = described(Parts(line, source, *named(head), targets=(*own, *more)), head.rest, fields)
    return parts._replace(refers=not own and not more)


def _written_ids(pieces: Pieces, head: Head) -> Iterator[Target]:
    """Yield the arXiv id that stands behind a title as text, where it says that it is one; what ends in a colon in bold is a label."""
    if any(piece.bold and piece.text.rstrip().endswith((":", "：")) for piece in pieces):
        return
    said = text_of(piece for piece in head.rest if not piece.link)
    if (match := _WRITTEN_ID.search(said)) and (found := arxiv_id_in(match[0])):
        yield Target("arxiv", found)


def _leads_to_a_page(pieces: Pieces) -> bool:
    """Whether a link leads to another page of the same list, as those of a rendered one do."""
    return any(re.search(r"^(?!\w+:)[^#]+\.md(?:#|$)", link.href) for link in links_of(pieces))


def named(head: Head) -> tuple[str, str, bool]:
    """Return the name, the title, and whether the list gives the name apart."""
    if head.name:
        return head.name, head.title, True
    return short_name(head.title) or head.title, head.title, False


def head_targets(pieces: Pieces, head: Head | None, role: str = "") -> Iterator[Target]:
    """Yield where the links of a head lead, that on the title first; a link that is not said to be of the work counts if it must be.

    An address that does not say itself what it is, and whose label does not either, is of the kind `role`.
    """
    links = links_of(pieces)
    first = [link for link in links if head and head.link and is_same(link, head.link)][:1]
    for link in (*first, *(one for one in links if one not in first)):
        target = target_of(link)
        if target and (link in first or link_role(link.label) is not None or target.kind in _TELLING):
            if link in first:  # a title is no label, though it may end in "Blog"
                target = target._replace(is_said=False)
            is_unsaid = target.kind == "page" and not target.is_said and not link_role(link.label)
            yield target._replace(kind=role) if role and is_unsaid else target
        if link.image and not target and (badge := badge_target(link.image)):
            yield badge
    yield from filter(None, (badge_target(piece.image) for piece in pieces if piece.image and not piece.link))
    yield from (target for target in _badge_ids(links))


def _badge_ids(links: Iterable[Link]) -> Iterator[Target]:
    for link in links:
        badge = badge_target(link.image) if link.image else None
        if badge and badge.kind == "arxiv":
            yield badge


def field_targets(fields: Iterable[Field], known: Collection[str]) -> Iterator[Target]:
    """Yield where the links of fields lead: those of fields of the work, and elsewhere those whose label says what they are.

    Of the kinds of ids that are `known` only those that a field gives as the work's own: others are of works that are spoken of.
    """
    for field in fields:
        role = field.role
        for link in links_of(field.value):
            target = target_of(link, role or "")
            if target is None or (role is None and link_role(link.label) is None):
                continue
            if target.kind in _IDENTIFIED and target.kind in known and role != "paper":
                continue
            yield target
        if role in ("paper", "venue") and "arxiv" not in known and (arxiv_id := arxiv_id_in(text_of(field.value))):
            yield Target("arxiv", arxiv_id)


def described(parts: Parts, rest: Pieces, fields: Iterable[Field]) -> Parts:
    """Return `parts` with the authors, the venue and the date that stand behind the head or in fields."""
    said = text_of(piece for piece in rest if not piece.link)
    badges = badge_text(rest)
    authors, venue, date = authors_behind(rest), venue_in(said), date_in(said)
    venue = next((found for found in (venue, venue_in(badges), venue_in(label_text(rest))) if found.venue), venue)
    date = day_of_itself(date or date_in(badges), venue, f"{said} {badges}")
    for field in fields:
        text = text_of(field.value)
        if field.role == "authors" and not authors.names:
            authors = authors_in(text)
        elif field.role == "venue":
            venue = venue if venue.venue else venue_in(text)
            date = date or day_of_itself(date_in(text), venue, text)
        elif field.role == "date":
            date = date or date_in(text)
    return parts._replace(authors=authors, venue=venue, date=date)


def badge_text(pieces: Iterable[Piece]) -> str:
    """Return what badges say, as far as their addresses tell."""
    said = (match[1] for piece in pieces if (match := _BADGE.search(unquote(piece.image))))
    return " ".join(re.sub(r"(?<!-)-(?!-)|_", " ", text).replace("--", "-") for text in said)


def label_text(pieces: Pieces) -> str:
    """Return the labels of links that say what they are, as ``Paper (CVPR 2025)``; where a paper was reviewed is no venue."""
    return " ".join(link.label for link in links_of(pieces) if link_role(link.label) is not None and not _UNDER_REVIEW.search(link.label))


def day_of_itself(date: str, venue: Published, said: str) -> str:
    """Return the date unless it is only the year of the venue: a paper may be older than its conference."""
    is_venues_year = len(date) == 4 and venue.year and str(venue.year) == date
    return "" if is_venues_year and not PREPRINTS & set(words_of(said)) else date


def authors_behind(rest: Pieces) -> Authors:
    """Return the authors named behind a title: in italics, on a line of their own, or up to the next full stop."""
    for line in lines_of(rest):
        said = [piece for piece in line if not (piece.italic and says_when_or_where(piece.text))]
        italic = text_of(piece for piece in said if piece.italic and not piece.link)
        found = authors_in(italic) if italic else Authors()
        if not found.names and not italic:
            plain = text_of(piece for piece in said if not piece.link)
            found = _first_people(plain)
        if found.names:
            behind = text_of(piece for piece in said if not piece.italic and not piece.link)
            return found._replace(complete=found.complete and not (italic and _OTHERS.match(behind)))
    return Authors()


def tells_people(line: Pieces) -> bool:
    """Whether a line says nothing but who made a work, or when or where it was published."""
    plain = text_of(piece for piece in line if not piece.link)
    return bool(plain) and (says_when_or_where(plain) or bool(authors_behind(line).names))


def _first_people(text: str) -> Authors:
    whole = authors_in(text)
    if len(whole.names) > 1:
        return whole
    first = text.strip(" .:,;-–—|").partition(". ")[0]
    found = authors_in(first)
    return found if len(found.names) > 1 or not found.complete else Authors()
