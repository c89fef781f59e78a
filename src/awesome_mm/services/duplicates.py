"""Which entries are one work: by arXiv id, another link, the title or nearly so, or the name.

Layer: services. `add` asks it of one entry, a check of a whole catalog asks it of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..model.identifiers import address, identifier_in, repository_in
from ..model.text import squash
from ..model.titles import title_key, titles_of

if TYPE_CHECKING:
    from ..model.entry import Entry, Links

_NEARLY = 93.0  # of 100; a typo or a changed word in ten still counts, another word for the method does not
_SHORTEST = 12  # letters of a title that may be nearly another


class Sameness(StrEnum):
    """By what two entries are one work, the surest first."""

    ARXIV = "arxiv"
    LINK = "link"
    TITLE = "title"
    NEAR_TITLE = "near-title"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry (its id) that is the same work, `by` what, and `what` the two have in common, as the other entry writes it."""

    entry: str
    by: Sameness
    what: str


class Works:
    """What the entries of a catalog go by."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._links: dict[str, tuple[str, str]] = {}
        self._titles: dict[str, tuple[str, str]] = {}
        self._names: dict[str, tuple[str, str]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take in a further entry; of what two share the first stays the bearer."""
        for key, written in _link_keys(entry):
            self._links.setdefault(key, (entry.id, written))
        for title in titles_of(entry):
            self._titles.setdefault(title_key(title), (entry.id, title))
        for name in (entry.name, *entry.aliases):
            self._names.setdefault(squash(name), (entry.id, name))

    def like(self, entry: Entry) -> tuple[Match, ...]:
        """Return the other entries that are the same work as `entry`, each once, the surest first."""
        surest: dict[str, Match] = {}
        for match in self._matches(entry):
            if match.entry != entry.id:
                surest.setdefault(match.entry, match)
        return tuple(surest.values())

    def _matches(self, entry: Entry) -> Iterator[Match]:
        links = [key for key, _ in _link_keys(entry)]
        ids = {identifier_in(address("arxiv", one)) for one in entry.links.arxiv}
        yield from _held(self._links, (key for key in links if key in ids), Sameness.ARXIV)
        yield from _held(self._links, (key for key in links if key not in ids), Sameness.LINK)
        titles = [title_key(title) for title in titles_of(entry)]
        yield from _held(self._titles, titles, Sameness.TITLE)
        for title in titles:
            yield from _held(self._titles, self._near(title), Sameness.NEAR_TITLE)
        yield from _held(self._names, [squash(entry.name)], Sameness.NAME)

    def _near(self, title: str) -> list[str]:
        """Return the titles that are nearly `title`, the nearest first: but for a slip, with the same numbers."""
        from rapidfuzz import fuzz, process

        if len(title) < _SHORTEST:
            return []
        found = process.extract(title, list(self._titles), scorer=fuzz.ratio, score_cutoff=_NEARLY, limit=None)
        return [other for other, _, _ in found if is_near(title, other)]


def same_works(entries: Sequence[Entry]) -> Iterator[tuple[str, Match]]:
    """Yield the pairs that are one work, each once: the id of the later entry, and what makes it an earlier one."""
    works = Works(())
    for entry in entries:
        yield from ((entry.id, match) for match in works.like(entry))
        works.add(entry)


def is_near(one: str, other: str) -> bool:
    """Whether two titles, as `title_key` gives them, are the same but for a slip: a number that differs is none."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) >= _NEARLY and re.findall(r"\d+", one) == re.findall(r"\d+", other)


def _held(held: dict[str, tuple[str, str]], keys: Iterable[str], by: Sameness) -> Iterator[Match]:
    for key in keys:
        if key and key in held:
            entry_id, written = held[key]
            yield Match(entry=entry_id, by=by, what=written)


def _link_keys(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the links of a work and of what it makes: the form in which they are compared, and the address."""
    yield from _keys(entry.links)
    for artifact in entry.artifacts:
        yield from _keys(artifact.links)


def _keys(links: Links) -> Iterator[tuple[str, str]]:
    for kind, values in links.by_kind().items():
        for url in (address(kind, value) for value in values):
            is_owner = "/" not in (repository_in(url) or "/")  # of many works
            yield (squash(url) if is_owner else identifier_in(url)), url
