"""A new entry from what is known of a work: arXiv's record of it, or the title that somebody gave. Nothing is made up.

Layer: services.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.constraints import Doi, fits
from ..model.entry import Entry, Kind, Links
from ..model.identifiers import repository_in
from ..model.latex import readable
from ..model.mentions import TITLE
from ..model.slugs import free_slug, slug_of
from ..model.text import unique
from ..model.title_words import kind_in, name_in
from .venues import venue_of

if TYPE_CHECKING:
    from ..model.entry import ArxivRecord
    from ..model.mentions import Mention

_REPOSITORY = re.compile(r"(?i)(?:https?://)?(?:www\.)?github\.com/[\w.-]+/[\w.-]*\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What whoever adds an entry says of it: `categories` are ids, the first where it is printed; `added` is the day."""

    categories: tuple[str, ...]
    added: str
    kind: Kind | None = None
    name: str = ""
    id: str = ""


def entry_of_record(record: ArxivRecord, arxiv_id: str, wishes: Wishes, taken: Container[str]) -> Entry:
    """Return the entry that arXiv's `record` of the paper makes; an id that is `taken` gets the year or a number behind it."""
    title = readable(record.title or arxiv_id)
    name = wishes.name or name_in(title)
    dois = (one for one in (record.doi or "").split() if fits(Doi, one))
    links = Links(arxiv=(arxiv_id,), doi=unique(dois), code=unique(_repositories(record.comment or "")))
    return Entry(
        id=wishes.id or _id_for(name, title, taken, (record.submitted or "")[:4], f"arxiv-{arxiv_id}"),
        kind=wishes.kind or kind_in(title),
        name=name,
        title=title,
        categories=wishes.categories,
        authors=record.authors,
        published=record.submitted,
        added=wishes.added,
        venue=venue_of(record),
        links=links,
        arxiv=record,
    )


def entry_of_title(title: str, mention: Mention, wishes: Wishes, taken: Container[str]) -> Entry:
    """Return the entry that a title makes, with the link that the work was named by."""
    name = wishes.name or name_in(title)
    return Entry(
        id=wishes.id or _id_for(name, title, taken, "", mention.value),
        kind=wishes.kind or kind_in(title),
        name=name,
        title=title,
        categories=wishes.categories,
        added=wishes.added,
        links=Links() if mention.kind == TITLE else Links(**{mention.kind: (mention.value,)}),
    )


def _id_for(name: str, title: str, taken: Container[str], year: str, otherwise: str) -> str:
    slug = slug_of(name) or slug_of(title) or slug_of(otherwise) or "work"
    return free_slug(slug, taken, year)


def _repositories(comment: str) -> Iterator[str]:
    """Yield the addresses of the GitHub repositories that a comment names."""
    for match in _REPOSITORY.finditer(comment):
        if "/" in (repository := repository_in(match[0])):
            yield f"https://github.com/{repository}"
