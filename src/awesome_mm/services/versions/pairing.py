"""Which entry of a new version is which of the old one: each of one, and each of one only.

Layer: services. Several rounds go from what is sure to what is likely; what was paired in one is out of the next.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...model.entry import Entry
from ...model.identifiers import comparable_address
from ...model.text import squash
from ...model.titles import title_key
from ..duplicates import is_near
from ..matching import Key, are_apart, have_a_name_in_common, identities, likenesses, names_of
from .texts import words_of

_MOST = 40  # entries; what more of them have in common tells none from another
_MOST_PAIRS = 100_000  # of titles that are held side by side
_FEWEST_WORDS = 8  # of a text that is hardly another entry's

Keys = Callable[[Entry], Iterable[Key]]
Fits = Callable[[Entry, Entry], bool]


class _Round(NamedTuple):
    keys: Keys
    fits: Fits


def pairs_of(old: Sequence[Entry], new: Sequence[Entry], *, by_ids: bool) -> dict[str, str]:
    """Return the id in the new version of each entry of the old one that is there still.

    With `by_ids` an id stands for the work, unless another work has got it.
    """
    pairing = _Pairing(old, new)
    rounds = [_Round(_whole, _always), *([_Round(_id, _may_be_one)] if by_ids else []), *_ROUNDS]
    for one in rounds:
        pairing.pair(one)
    pairing.pair_near_titles()
    return {one.id: pairing.pairs[one.id] for one in old if one.id in pairing.pairs}


@dataclass
class _Pairing:
    old: Sequence[Entry]
    new: Sequence[Entry]

    def __post_init__(self) -> None:
        self.pairs: dict[str, str] = {}
        self.left = {entry.id: entry for entry in self.old}
        self.free = {entry.id: entry for entry in self.new}

    def pair(self, one: _Round) -> None:
        """Pair what a key of the round has in common, with the likest of several."""
        if not self.left or not self.free:
            return
        by_key: dict[Key, list[Entry]] = {}
        for entry in self.free.values():
            for key in set(one.keys(entry)):
                by_key.setdefault(key, []).append(entry)
        for entry in list(self.left.values()):
            held = (by_key.get(key, ()) for key in one.keys(entry))
            found = [other for few in held if len(few) <= _MOST for other in few if other.id in self.free and one.fits(entry, other)]
            if found:
                self._take(entry, max(found, key=lambda other: _likeness(entry, other)))

    def pair_near_titles(self) -> None:
        """Pair what is left over in a section by titles that are the same but for a slip."""
        places: dict[str, list[Entry]] = {}
        for entry in self.free.values():
            places.setdefault(entry.categories[0], []).append(entry)
        if len(self.left) * max(map(len, places.values()), default=0) > _MOST_PAIRS:
            return
        for entry in list(self.left.values()):
            title = title_key(entry.title)
            for other in places.get(entry.categories[0], ()):
                if other.id in self.free and is_near(title, title_key(other.title)) and _are_not_apart(entry, other):
                    self._take(entry, other)
                    break

    def _take(self, one: Entry, other: Entry) -> None:
        self.pairs[one.id] = other.id
        del self.left[one.id], self.free[other.id]


def _likeness(one: Entry, other: Entry) -> tuple[int, int]:
    same = (one.title == other.title, one.name == other.name, one.id == other.id, one.links == other.links, one.account == other.account)
    return sum(same), len(set(one.categories) & set(other.categories))


def _always(one: Entry, other: Entry) -> bool:
    return True


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Whether two entries of one id may be one work: only another name and another paper together say that they are not."""
    return have_a_name_in_common(one, other) or not are_apart(one, other, by="likeness")


def _are_not_apart(one: Entry, other: Entry) -> bool:
    return not are_apart(one, other, by="likeness")


def _whole(entry: Entry) -> Iterator[Key]:
    yield "whole", repr((entry.name, entry.title, entry.categories, entry.links))


def _id(entry: Entry) -> Iterator[Key]:
    yield "id", entry.id


def _titles(entry: Entry) -> Iterator[Key]:
    return (key for key in likenesses(entry) if key[0] == "title")


def _places(entry: Entry) -> Iterator[Key]:
    return (key for key in likenesses(entry) if key[0] == "place")


def _with_more(entry: Entry) -> Iterator[Key]:
    return (key for key in likenesses(entry) if key[0] in ("repository", "id", "bare title"))


def _names(entry: Entry) -> Iterator[Key]:
    yield from (("name", one) for one in sorted(names_of(entry)))
    yield "name", squash(entry.name)


def _addresses(entry: Entry) -> Iterator[Key]:
    yield from (("address", comparable_address(value)) for values in entry.links.by_kind().values() for value in values)


def _accounts(entry: Entry) -> Iterator[Key]:
    if entry.account and len(words := words_of(entry.account.said("en"))) >= _FEWEST_WORDS:
        yield "account", " ".join(words)


_ROUNDS = (
    _Round(identities, have_a_name_in_common),
    _Round(_titles, _always),
    _Round(_places, _always),
    _Round(_with_more, _are_not_apart),
    _Round(identities, _always),
    _Round(_names, _are_not_apart),
    _Round(_addresses, _are_not_apart),
    _Round(_accounts, _are_not_apart),
)


def standing_still(old: Iterable[Entry], new: Sequence[Entry], pairs: Mapping[str, str]) -> dict[str, str]:
    """Return, of the entries that have no pair, those whose paper is in the new version all the same, as an entry that has one.

    They were the second entry of a work, and have become one with the first.
    """
    by_key: dict[Key, Entry] = {}
    for entry in new:
        for key in (*identities(entry), *_titles(entry)):
            by_key.setdefault(key, entry)
    found = {}
    for entry in old:
        if entry.id not in pairs:
            same = (by_key[key] for key in (*identities(entry), *_titles(entry)) if key in by_key)
            if other := next((one for one in same if have_a_name_in_common(entry, one)), None):
                found[entry.id] = other.id
    return found
