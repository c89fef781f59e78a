"""One work of the several places that a list gives it: in several sections and languages, under its name here, its title there.

Layer: exchange. An id that two works share (a wrong one, or a paper's two datasets) makes no one work: a name or a title must agree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ...model.text import fold, squash
from .addresses import Target, comparable
from .listing import Sighting
from .parts import Parts

_IDENTIFIED = ("arxiv", "doi", "openreview")
_SHORTEST_TITLE = 12  # letters and digits; shorter titles are names, which several works may share
_SHORTEST_NAME = 3
_MOST_COMPARED = 50  # works of one name or id, places of one work; no honest list comes near
_SHARED_WORDS = 0.6
_SLIP = 0.9
_SIZE = re.compile(r"[-_ ]?\d+(?:\.\d+)?[kmbt]\b", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:/|\||&|、|（|\(|\))\s*")


@dataclass(eq=False)
class Work:
    """A work with all its sightings, the first of them first, each with the language of its text."""

    sightings: list[Sighting] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)

    @property
    def all_parts(self) -> Iterator[Parts]:
        """What each place says."""
        return (sighting.parts for sighting in self.sightings)

    @property
    def targets(self) -> Iterator[Target]:
        """Where its links lead, in order."""
        return (target for parts in self.all_parts for target in parts.targets)


class Works:
    """The works found so far, to be asked for the one that a sighting is of."""

    def __init__(self) -> None:
        self.all: list[Work] = []
        self._by_key: dict[str, list[Work]] = {}

    def place(self, sighting: Sighting, language: str) -> Work:
        """Return the work that `sighting` is of, a new one where none is."""
        work = self._known(sighting) or self._translated(sighting.parts, language)
        if work is None:
            work = Work()
            self.all.append(work)
        self.join(work, sighting, language)
        return work

    def join(self, work: Work, sighting: Sighting, language: str) -> None:
        """Note that `sighting` is of `work`."""
        work.sightings.append(sighting)
        work.languages.append(language)
        for key in (*_keys(sighting.parts), *_addresses(sighting.parts)):
            held = self._by_key.setdefault(key, [])
            if len(held) < _MOST_COMPARED and work not in held:
                held.append(work)

    def _known(self, sighting: Sighting) -> Work | None:
        for key in _keys(sighting.parts):
            for work in self._by_key.get(key, ())[:_MOST_COMPARED]:
                if any(are_same(key, one, sighting) for one in work.sightings[:_MOST_COMPARED]):
                    return work
        return None

    def _translated(self, parts: Parts, language: str) -> Work | None:
        """Return the one work of another language alone that leads to the same place: its name was translated."""
        for key in _addresses(parts):
            held = self._by_key.get(key, ())
            if len(held) == 1 and language not in held[0].languages:
                return held[0]
        return None


def _addresses(parts: Parts) -> Iterator[str]:
    """Yield where a work leads that no identifier tells from others."""
    if not _ids(parts):
        yield from (f"address {one}" for one in _links(parts))


def _keys(parts: Parts) -> Iterator[str]:
    """Yield by what a work may be known again, the surest first."""
    for target in parts.targets:
        if target.kind in _IDENTIFIED:
            yield f"id {target.value.casefold()}"
    if len(title := squash(parts.title)) >= _SHORTEST_TITLE:
        yield f"title {title}"
    for name in _names(parts):
        yield f"name {name}"
    if parts.refers and (bare := squash(_SIZE.sub("", parts.name))):
        yield f"name {bare}"


def _names(parts: Parts) -> tuple[str, ...]:
    """Return the names an entry goes by, squashed: each of ``Its Long Name / ITS``."""
    return tuple(dict.fromkeys(name for part in (parts.name, *_BETWEEN_NAMES.split(parts.name)) if (name := squash(part))))


def are_same(key: str, one: Sighting, other: Sighting) -> bool:
    """Whether two sightings that share `key` are of one work."""
    if one.section is other.section and _are_told_apart(one.parts, other.parts):
        return False
    if key.startswith("id "):
        return _agree(one.parts, other.parts)
    if key.startswith("title "):
        return True
    named = key.removeprefix("name ")
    if named not in (squash(one.parts.name), squash(other.parts.name), squash(_SIZE.sub("", other.parts.name))):
        return False  # a word in brackets behind two different names
    return _may_be_one(one.parts, other.parts)


def _are_told_apart(one: Parts, other: Parts) -> bool:
    """Whether a list gives two names in one place: then it means two, be it of one paper."""
    if squash(one.name) == squash(other.name):
        return False
    return (one.has_name and other.has_name) or squash(one.title) != squash(other.title)


def _agree(one: Parts, other: Parts) -> bool:
    if squash(one.title) == squash(other.title) or _links(one) & _links(other):
        return True
    if any(_is_named_in(squash(this.name), that) for this, that in ((one, other), (other, one))):
        return True
    return _overlap(one.title, other.title) >= _SHARED_WORDS or _are_one_slip_apart(squash(one.name), squash(other.name))


def _are_one_slip_apart(one: str, other: str) -> bool:
    """Whether two names are one, mistyped: nearly all letters agree, and all digits, which tell versions apart."""
    digits, other_digits = ("".join(filter(str.isdecimal, name)) for name in (one, other))
    return digits == other_digits and SequenceMatcher(None, one, other).ratio() >= _SLIP


def _is_named_in(name: str, parts: Parts) -> bool:
    return name in _names(parts) or (len(name) >= _SHORTEST_NAME and (name in squash(parts.name) or name in squash(parts.title)))


def _overlap(one: str, other: str) -> float:
    words, others = set(fold(one).split()), set(fold(other).split())
    return len(words & others) / max(1, min(len(words), len(others)))


def _may_be_one(one: Parts, other: Parts) -> bool:
    """Whether two entries of one name may be one work: neither says anything that the other contradicts."""
    if one.refers or other.refers or one.mention or other.mention:
        return True
    ids, other_ids = _ids(one), _ids(other)
    if ids and other_ids:
        return bool(ids & other_ids)
    if _links(one) & _links(other):
        return True
    if all(_links(parts, "code") for parts in (one, other)):  # two repositories of one name
        return False
    return squash(one.title) == squash(one.name) or squash(other.title) == squash(other.name)


def _ids(parts: Parts) -> set[str]:
    return {target.value.casefold() for target in parts.targets if target.kind in _IDENTIFIED}


def _links(parts: Parts, kind: str = "") -> set[str]:
    return {comparable(target.value) for target in parts.targets if target.kind not in _IDENTIFIED and kind in ("", target.kind)}


def first_of(values: Iterable[str]) -> str:
    """Return the first value that is not empty, ``""`` where all are."""
    return next(filter(None, values), "")
