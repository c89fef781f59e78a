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
from .venues import venue_of

if TYPE_CHECKING:
    from ..model.entry import ArxivRecord
    from ..model.mentions import Mention

_LONGEST_NAME = 5  # words before a colon; more of them are a sentence
_KINDS = {
    Kind.SURVEY: r"surveys?|reviews?|综述",
    Kind.BENCHMARK: r"benchmarks?|[a-z0-9-]*bench|基准|评测",
    Kind.DATASET: r"datasets?|corpus|corpora|数据集",
}
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


def name_in(title: str) -> str:
    """Return what stands before a title's colon where that is short enough for a name, else the title."""
    head, colon, _ = title.replace("：", ":").partition(":")
    is_name = colon and any(character.isalnum() for character in head) and len(head.split()) <= _LONGEST_NAME
    return head.strip() if is_name else title


def kind_in(title: str) -> Kind:
    """Return the kind that a word of the title says: a survey, else whatever of benchmark and dataset comes first, else a method."""
    found = {kind: match.start() for kind, words in _KINDS.items() if (match := _word(words).search(title))}
    return Kind.SURVEY if Kind.SURVEY in found else min(found, key=lambda kind: found[kind], default=Kind.METHOD)


def _word(words: str) -> re.Pattern[str]:
    """Return the pattern of one of `words` by itself; Chinese needs no space around it."""
    return re.compile(rf"(?i)(?<![a-z0-9])(?:{words})(?![a-z0-9])")


def _id_for(name: str, title: str, taken: Container[str], year: str, otherwise: str) -> str:
    slug = slug_of(name) or slug_of(title) or slug_of(otherwise) or "work"
    return free_slug(slug, taken, year)


def _repositories(comment: str) -> Iterator[str]:
    """Yield the addresses of the GitHub repositories that a comment names."""
    for match in _REPOSITORY.finditer(comment):
        if "/" in (repository := repository_in(match[0])):
            yield f"https://github.com/{repository}"
