"""Whether two titles are of one work: a retitling keeps the name, the rare words or the authors, a wrong id keeps none.

Layer: model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .text import fold, squash

if TYPE_CHECKING:
    from .entry import Entry

# Words that half of the field's titles have say nothing about which of them it is.
_COMMON = frozenset(
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
_MARKUP = re.compile(r"\\[a-zA-Z]+|[${}\\]")


def title_key(title: str) -> str:
    """Return what of `title` is compared letter for letter: no markup, no case, no punctuation."""
    return squash(_plain(title))


def bearers(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the id of the entry that bears a title, by the title's key; of several the first."""
    found: dict[str, str] = {}
    for entry in entries:
        found.setdefault(title_key(entry.title), entry.id)
    return found


def is_record_of(entry: Entry, title: str, authors: Iterable[str], by_title: Mapping[str, str]) -> bool:
    """Whether a record with `title` and `authors` is that of `entry` and not of the entry that `by_title` (see `bearers`) names for it."""
    if bears_title(entry, title):
        return True
    return by_title.get(title_key(title), entry.id) == entry.id and is_same_work(entry, title, authors)


def bears_title(entry: Entry, title: str) -> bool:
    """Whether `title` is, letter for letter, the entry's title or one it was known by."""
    key = title_key(title)
    return bool(key) and key in {title_key(one) for one in _titles(entry)}


def is_same_work(entry: Entry, title: str, authors: Iterable[str]) -> bool:
    """Whether a record with `title` and `authors` is that of `entry`.

    It is when it bears one of the entry's titles or its name, has most of its rarer words, or most of its authors.
    """
    return (
        bears_title(entry, title)
        or _has_name(entry, title)
        or any(_are_alike(_rare_words(known), _rare_words(title)) for known in _titles(entry))
        or _has_authors(_people(entry.authors), _people(authors))
    )


def _titles(entry: Entry) -> tuple[str, ...]:
    earlier = entry.arxiv.title if entry.arxiv else None
    longer = (alias for alias in entry.aliases if len(alias.split()) >= _SHORTEST_TITLE)
    return (entry.title, *longer, *([earlier] if earlier else []))


def _has_name(entry: Entry, title: str) -> bool:
    """Whether the record's title has the entry's name as a word of its own, or before its colon."""
    names = {squash(name) for name in (entry.name, *entry.aliases)} - _COMMON
    words = {squash(word) for word in re.split(r"[\s:,;()]+", _plain(title))}
    head = squash(_plain(title).partition(":")[0])
    return any(len(name) >= _SHORTEST_NAME and (name in words or name == head) for name in names)


def _rare_words(title: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", fold(_plain(title)))
    return frozenset(word.removesuffix("s") for word in words if word not in _COMMON and len(word) > 1)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _LEAST_WORDS and shared / min(len(one), len(other)) >= _ENOUGH_WORDS


def _people(authors: Iterable[str]) -> frozenset[frozenset[str]]:
    """Return the authors by the words of their names: given and family names change places, initials lose their stops."""
    return frozenset(frozenset(re.findall(r"[^\W_]+", fold(_plain(author)))) for author in authors) - {frozenset()}


def _has_authors(one: frozenset[frozenset[str]], other: frozenset[frozenset[str]]) -> bool:
    shared = len(one & other)
    return bool(shared) and shared / min(len(one), len(other)) >= _ENOUGH_AUTHORS


def _plain(text: str) -> str:
    return _MARKUP.sub("", text)
