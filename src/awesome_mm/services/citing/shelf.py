"""The works that can be cited, found by id, address and title.

Layer: services. Titles that are nearly one are looked for among those that share rare words, so that a long bibliography takes time that
grows with its length alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model.identifiers import address, comparable_address
from ...model.text import squash
from ...model.titles import titles_of, words_of
from ..duplicates import is_near
from .titles import key_of, keys_of, parted

if TYPE_CHECKING:
    from ...model.entry import Entry, Links

_RAREST = 8  # words of a title that is looked for
_MOST_BEARERS = 400  # of a word; one that more titles have tells none from another
_MOST_CANDIDATES = 40
_LEAST_SHARED = 2
_SHORTEST_WORD = 3
_LONGEST = 2_000  # characters of a text in which titles are looked for


class Shelf:
    """Entries by what they are cited by; of several entries that share an id or a title all are found."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_link: dict[str, list[Entry]] = {}
        self._by_title: dict[str, list[Entry]] = {}
        self._by_name: dict[str, list[Entry]] = {}
        self._by_word: dict[str, list[Entry]] = {}
        self._entries = tuple(entries)
        for entry in self._entries:
            self._add(entry)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def _add(self, entry: Entry) -> None:
        links = [entry.links, *(made.links for made in entry.artifacts)]
        addresses = [*(one for each in links for one in comparable_links(each)), *_dois_of_record(entry)]
        for held, keys in (
            (self._by_link, addresses),
            (self._by_title, keys_of(entry)),
            (self._by_name, (squash(name) for title in titles_of(entry) for name in (entry.name, *entry.aliases, parted(title)[0]))),
            (self._by_word, (word for title in titles_of(entry) for word in _telling_words(title))),
        ):
            for key in dict.fromkeys(keys):
                if key:
                    held.setdefault(key, []).append(entry)

    def with_link(self, link: str) -> list[Entry]:
        """Return the entries that a link, in its comparable form, leads to."""
        return self._by_link.get(link, [])

    def titled(self, title: str) -> list[Entry]:
        """Return the entries that bear a title letter for letter."""
        return self._by_title.get(key_of(title), [])

    def named(self, name: str) -> list[Entry]:
        """Return the entries that are called so, or whose title begins so."""
        return self._by_name.get(squash(name), [])

    def nearly(self, title: str) -> list[Entry]:
        """Return the entries whose title is this one but for a slip."""
        key = key_of(title)
        return [entry for entry in self.like(title) if any(is_near(key, key_of(one)) for one in titles_of(entry))]

    def like(self, text: str) -> list[Entry]:
        """Return a few entries whose titles share the rarest words of `text`, those that share most of them first."""
        held = {word: bearers for word in _telling_words(text) if (bearers := self._by_word.get(word)) and len(bearers) <= _MOST_BEARERS}
        rarest = sorted(held, key=lambda word: (len(held[word]), word))[:_RAREST]
        shared = Counter(entry.id for word in rarest for entry in held[word])
        by_id = {entry.id: entry for word in rarest for entry in held[word]}
        return [by_id[one] for one, count in shared.most_common(_MOST_CANDIDATES) if count >= min(_LEAST_SHARED, len(rarest))]


def comparable_links(links: Links) -> list[str]:
    """Return links as they are compared; DOIs that arXiv gives are its ids."""
    return [comparable_address(address(kind, value)) for kind, values in links.by_kind().items() for value in values]


def _dois_of_record(entry: Entry) -> Iterator[str]:
    if entry.arxiv and entry.arxiv.doi:
        yield comparable_address(address("doi", entry.arxiv.doi))


@lru_cache(maxsize=10_000)
def _telling_words(title: str) -> tuple[str, ...]:
    return tuple(word for word in dict.fromkeys(words_of(title[:_LONGEST]).split()) if len(word) >= _SHORTEST_WORD)
