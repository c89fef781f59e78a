"""Whether two names are one person's, and what is wrong with a list of authors.

Layer: services. Given and family names change places, given names become initials, lose their hyphens or come short, umlauts are
written as people write them: that makes nobody another person. Two full given names that are not alike do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...model.text import fold

_SUFFIXES = frozenset("jr sr ii iii iv phd".split())
_GROUPS = frozenset("team group consortium collaboration project community foundation contributors ai inc lab labs research".split())
_LATIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss"})
_PINYIN = (str.maketrans({"ü": "v"}), str.maketrans({"ü": "yu"}))
# Syllables of Chinese names: Hao is another person than Haotian, as Dan is not than Daniel.
_SYLLABLES = re.compile(r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouv]{1,3}(?:ng?)?)+")
_NICKNAMES = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "mike-michael tom-thomas bill-william will-william bob-robert jim-james dave-david joe-joseph tony-anthony liz-elizabeth "
        "kate-katherine ted-edward dick-richard jack-john peggy-margaret hank-henry chuck-charles"
    ).split()
)
_ALIKE = 76.0  # of 100: two given names that are one in other letters
_SHORTEST_ALIKE = 5  # letters; Ting and Tong are two people
_LONGEST_INITIALS = 3
_LONGEST_NAME = 6  # words; more are no name but several
_MOST_COMPARED = 200

Word = frozenset[str]


class _Name(NamedTuple):
    """The words of a name, each in the forms in which people write it, and all of them as one."""

    words: tuple[Word, ...]
    joined: str

    @property
    def keys(self) -> set[str]:
        """By what another form of the name may be found."""
        return {form for word in self.words for form in word if len(form) > 1} | {self.joined}


class Differing(NamedTuple):
    """How a list of authors differs: the `first` one who is not (``""``), `foreign` ones who are none, and those who are `missing`."""

    first: str
    foreign: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Whether the list is right."""
        return not (self.first or self.foreign or self.missing)


def are_same(one: str, other: str) -> bool:
    """Whether two names may be one person's."""
    return _are_same(_name(one), _name(other))


def share_people(cited: Iterable[str], known: Iterable[str]) -> int:
    """Return how many of the `cited` are among the `known`."""
    known_by_key = _by_key(tuple(known))
    return sum(any(True for _ in _bearers(_name(name), known_by_key)) for name in list(cited)[:_MOST_COMPARED])


def differing(cited: Sequence[str], known: Sequence[str], *, are_all: bool, are_all_known: bool) -> Differing:
    """Return what is wrong with the authors `cited`, who `are_all` there are or only the first; of `known` ones it is said likewise.

    Names that cannot be held against Latin ones, and those of groups, are passed over.
    """
    people = [name for name in cited[:_MOST_COMPARED] if _is_comparable(name)]
    if not people or not known or len(people) < len(cited[:_MOST_COMPARED]):
        return _NONE_DIFFERS
    places = _places(people, known)
    found = {place for place in places if place is not None}
    missing = tuple(name for place, name in enumerate(known) if place not in found) if are_all else ()
    if not are_all_known:
        return Differing("", (), missing)
    first = "" if places[0] == 0 else people[0]
    foreign = tuple(name for name, place in zip(people[1:], places[1:], strict=True) if place is None)
    return Differing(first, foreign, missing)


_NONE_DIFFERS = Differing("", (), ())


def _places(cited: Sequence[str], known: Sequence[str]) -> list[int | None]:
    """Return the place among the `known` of each that is `cited`, None for those who are not: two namesakes take two places."""
    known_by_key = _by_key(tuple(known))
    taken: set[int] = set()
    places: list[int | None] = []
    for name in cited:
        bearers = sorted(_bearers(_name(name), known_by_key))
        place = next((one for one in bearers if one not in taken), bearers[0] if bearers else None)
        places.append(place)
        if place is not None:
            taken.add(place)
    return places


@lru_cache(maxsize=200)
def _by_key(known: tuple[str, ...]) -> dict[str, list[tuple[int, _Name]]]:
    held: dict[str, list[tuple[int, _Name]]] = {}
    for place, name in enumerate(map(_name, known)):
        for key in name.keys:
            held.setdefault(key, []).append((place, name))
    return held


def _bearers(name: _Name, known_by_key: dict[str, list[tuple[int, _Name]]]) -> Iterator[int]:
    candidates = {place: known for key in name.keys for place, known in known_by_key.get(key, ())}
    yield from (place for place, known in candidates.items() if _are_same(name, known))


def _is_comparable(name: str) -> bool:
    """Whether a name is that of one person, in letters that the known ones are in too."""
    words = re.findall(r"[^\W\d_]+", name)
    if not words or len(words) > _LONGEST_NAME or words[0] == "The" or words[-1].casefold() in _GROUPS:
        return False
    if len(words) == 1 and any(map(str.isupper, words[0][1:])):
        return False
    return any(character.isascii() and character.isalpha() for character in fold(name).translate(_LATIN))


@lru_cache(maxsize=20_000)
def _name(name: str) -> _Name:
    bare = re.sub(r"['’`´.]", " ", name) if "." in name else re.sub(r"['’`´]", "", name)
    words = tuple(_forms(word) for word in re.findall(r"[^\W\d_]+", bare))
    kept = tuple(word for word in words if not word & _SUFFIXES) or words
    return _Name(kept, _joined(kept))


def _forms(word: str) -> Word:
    small = word.casefold()
    plain = fold(small).translate(_LATIN)
    if small.isascii():
        return frozenset((plain,))
    return frozenset((plain, fold(small.translate(_WRITTEN_OUT)), *(fold(small.translate(table)) for table in _PINYIN)))


def _are_same(one: _Name, other: _Name) -> bool:
    if one.joined == other.joined:
        return True
    for place, word in enumerate(one.words):
        for other_place, other_word in enumerate(other.words):
            if max(map(len, word)) > 1 and word & other_word and _agree(_without(one, place), _without(other, other_place)):
                return True
    return False


def _without(name: _Name, place: int) -> tuple[Word, ...]:
    return (*name.words[:place], *name.words[place + 1 :])


def _agree(one: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether what stands beside the same family name may be the same: nothing, initials, or names that are alike."""
    if not one or not other:
        return True
    joined, other_joined = _joined(one), _joined(other)
    if joined == other_joined or _are_initials(joined, other) or _are_initials(other_joined, one):
        return True
    shorter, longer = sorted((one, other), key=len)
    return all(any(_stands_for(word, known) for known in longer) for word in shorter)


def _are_initials(letters: str, words: tuple[Word, ...]) -> bool:
    return len(letters) <= _LONGEST_INITIALS and "".join(min(word)[0] for word in words).startswith(letters)


def _stands_for(one: Word, other: Word) -> bool:
    return any(_may_stand_for(form, known) for form in one for known in other)


def _may_stand_for(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if frozenset((one, other)) in _NICKNAMES:
        return True
    if longer.startswith(shorter):
        rest = longer[len(shorter) :]
        return len(shorter) == 1 or not (_SYLLABLES.fullmatch(shorter) and _SYLLABLES.fullmatch(rest or " ")) or not rest
    from rapidfuzz import fuzz

    return len(shorter) >= _SHORTEST_ALIKE and fuzz.ratio(one, other) >= _ALIKE


def _joined(words: tuple[Word, ...]) -> str:
    return "".join(map(min, words))
