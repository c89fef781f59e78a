"""Whether two titles are of one work: a retitling keeps the name, the rare words or the authors, a wrong id keeps none.

Layer: model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .text import fold, squash

if TYPE_CHECKING:
    from .entry import Entry

# Words that half of the field's titles have say nothing about which of them it is.
COMMON_WORDS = frozenset(
    (
        "a an and the of for in on to with from by via as at is are towards toward using all you need large small language vision visual "
        "multimodal multi modal model models data dataset datasets benchmark benchmarks image images text video learning instruction "
        "instructions tuning training pre synthesis synthetic generation generating generated understanding reasoning method methods "
        "framework high quality improved better scaling scale unified general survey open foundation deep new based driven aware"
    ).split()
)
_SHORTEST_NAME = 4
_SHORTEST_TITLE = 3  # words; a shorter alias is a name
_ENOUGH_WORDS = 0.5  # of the rarer words of both titles together
_LEAST_WORDS = 2
_ENOUGH_AUTHORS = 0.5  # of the shorter list
_NEAR = 0.6  # the likeness of a title that may be another entry's
_NEARER = 0.2  # how much more like the other's it must be than like the own
_MARKUP = re.compile(r"\\[a-zA-Z]+|[${}\\]")


def without_markup(title: str) -> str:
    """Return `title` without the commands and signs of LaTeX."""
    return _MARKUP.sub("", title)


def title_key(title: str) -> str:
    """Return what of `title` is compared letter for letter: no markup, no case, no punctuation."""
    return squash(without_markup(title))


def words_of(title: str) -> str:
    """Return the words of `title` as they are compared, a space between them: no markup, no case, no marks."""
    return " ".join(re.findall(r"[^\W_]+", fold(without_markup(title))))


def likeness(one: str, other: str) -> float:
    """Return the share of all their words that two titles have in common, from 0 to 1."""
    return _likeness(_words(one), _words(other))


class Titles:
    """The names and titles of all entries of a catalog: whose a record's title is."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_key: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._words: dict[str, list[frozenset[str]]] = {}
        for entry in entries:
            for title in titles_of(entry):
                self._by_key.setdefault(title_key(title), entry.id)
            for name in _names(entry):
                self._by_name.setdefault(name, entry.id)
            self._words[entry.id] = [_words(title) for title in titles_of(entry)]

    def other(self, entry: Entry, title: str) -> str:
        """Return the id of another entry that `title` belongs to rather than to `entry`; ``""`` where there is none.

        It does where it is a title of the other's, begins with the other's name, or is nearer to a title of the other's.
        """
        if bears_title(entry, title):
            return ""
        bearer = self._by_key.get(title_key(title)) or self._by_name.get(_head(title), entry.id)
        if bearer != entry.id:
            return bearer
        given = _words(title)
        own = max((_likeness(words, given) for words in self._words.get(entry.id, ())), default=0.0)
        nearest, likeness = entry.id, max(own + _NEARER, _NEAR)
        for other, titles in self._words.items():
            if other != entry.id and (near := max(_likeness(words, given) for words in titles)) >= likeness:
                nearest, likeness = other, near
        return "" if nearest == entry.id else nearest

    def is_record_of(self, entry: Entry, title: str, authors: Iterable[str]) -> bool:
        """Whether a record with `title` and `authors` is that of `entry` and of no other."""
        return bears_title(entry, title) or (not self.other(entry, title) and is_same_work(entry, title, authors))


def bears_title(entry: Entry, title: str) -> bool:
    """Whether `title` is, letter for letter, the entry's title or one it was known by."""
    key = title_key(title)
    return bool(key) and key in {title_key(one) for one in titles_of(entry)}


def is_same_work(entry: Entry, title: str, authors: Iterable[str]) -> bool:
    """Whether a record with `title` and `authors` is that of `entry`.

    It is when it has most of its authors. Where none of them are the same, only a title will do that has most of the rarer words;
    where the authors of one are not known, the name will do as well.
    """
    own, theirs = _people(entry.authors), _people(authors)
    alike = bears_title(entry, title) or any(_are_alike(_rare_words(known), _rare_words(title)) for known in titles_of(entry))
    if shared := sum(any(_may_be_one(person, other) for other in theirs) for person in own):
        return alike or _has_name(entry, title) or shared / min(len(own), len(theirs)) >= _ENOUGH_AUTHORS
    are_known = bool(own) and bool(theirs) and entry.authors_complete
    return alike or (not are_known and _has_name(entry, title))


def share_authors(own: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists of people may have one in common, however the name is written."""
    theirs = _people(others)
    return any(_may_be_one(person, other) for person in _people(own) for other in theirs)


def titles_of(entry: Entry) -> tuple[str, ...]:
    """Return the titles a work goes by: its own, those among its aliases, and that of its record."""
    earlier = entry.arxiv.title if entry.arxiv else None
    longer = (alias for alias in entry.aliases if len(alias.split()) >= _SHORTEST_TITLE)
    return (entry.title, *longer, *([earlier] if earlier else []))


def _names(entry: Entry) -> frozenset[str]:
    return frozenset(name for one in (entry.name, *entry.aliases) if len(name := squash(one)) >= _SHORTEST_NAME) - COMMON_WORDS


def _head(title: str) -> str:
    """Return what stands before a title's colon, squashed; ``""`` where it has none."""
    head, colon, _ = without_markup(title).partition(":")
    return squash(head) if colon else ""


def _has_name(entry: Entry, title: str) -> bool:
    """Whether the record's title has the entry's name as a word of its own, or before its colon."""
    words = {squash(word) for word in re.split(r"[\s:,;()]+", without_markup(title))}
    return bool(_names(entry) & {*words, _head(title)})


def _words(title: str) -> frozenset[str]:
    return frozenset(words_of(title).split())


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of all their words that two titles have in common."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _rare_words(title: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _words(title) if word not in COMMON_WORDS and len(word) > 1)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _LEAST_WORDS and shared / min(len(one), len(other)) >= _ENOUGH_WORDS


def _people(authors: Iterable[str]) -> frozenset[frozenset[str]]:
    """Return the authors by the words of their names: given and family names change places, initials lose their stops."""
    return frozenset(_words(author) for author in authors) - {frozenset()}


def _may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names may be one person's: a word in common, and each other word of the shorter, or its initial, is in the longer."""
    shorter, longer = sorted((one, other), key=len)
    has_word = any(len(word) > 1 for word in one & other)
    return has_word and all(any(_stands_for(word, known) for known in longer) for word in shorter)


def _stands_for(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
