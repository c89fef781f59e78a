"""Which section of a new version is which of the old one, and what became of it.

Layer: services. Titles tell sections, and where they were renamed the entries that stand in them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model.entry import Entry
from ...model.taxonomy import Text
from ...model.text import LANGUAGES, squash
from ..category_matching import line_of
from .texts import Known, compared_texts
from .version import Change, Event, Version

Ids = Mapping[str, str]


def paired_sections(old: Version, new: Version, pairs: Ids, *, by_ids: bool) -> dict[str, str]:
    """Return the section of the new version for each of the old one that is there still; `pairs` are the entries that are.

    They are paired by id (`by_ids`), by the titles of the whole line from the top, by most of their entries, and by a title that
    no other has.
    """
    pairing = _Pairing(old, new, pairs)
    if by_ids:
        pairing.pair_equal({one: {one} for one in old.categories}, {one: {one} for one in new.categories})
    lines = _lines(old), _lines(new)
    pairing.pair_equal(*({one: {f"{one} {line}" for line in held} for one, held in every.items()} for every in lines))
    pairing.pair_equal(*lines)
    pairing.pair_by_entries()
    pairing.pair_equal(_titles(old), _titles(new), sharing=True)
    return {one: pairing.found[one] for one in old.categories if one in pairing.found}


@dataclass
class _Pairing:
    old: Version
    new: Version
    pairs: Ids
    found: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        back = {new: old for old, new in self.pairs.items()}
        self.held = _members(self.old, {one: one for one in self.pairs})
        self.holding = _members(self.new, back)

    def pair_equal(self, old: Mapping[str, set[str]], new: Mapping[str, set[str]], *, sharing: bool = False) -> None:
        """Pair the sections of which one key is equal, where no other has it; if `sharing`, none that hold only different entries."""
        by_key: dict[str, list[str]] = {}
        for one, keys in new.items():
            if one not in self.found.values():
                for key in keys:
                    by_key.setdefault(key, []).append(one)
        taken = set(self.found.values())
        for one, keys in old.items():
            if one not in self.found:
                same = {other for key in keys for other in by_key.get(key, ()) if other not in taken}
                if len(same) == 1 and (not sharing or self._may_be_one(one, *same)):
                    taken |= same
                    self.found[one] = same.pop()

    def _may_be_one(self, one: str, other: str) -> bool:
        own, theirs = self.held[one], self.holding[other]
        return not own or not theirs or bool(own & theirs)

    def pair_by_entries(self) -> None:
        """Pair the sections that hold mostly the same entries, those with most first; new and removed ones say nothing."""
        by_entry: dict[str, list[str]] = {}
        taken = set(self.found.values())
        for other, entries in self.holding.items():
            if other not in taken:
                for entry in entries:
                    by_entry.setdefault(entry, []).append(other)
        alike = []
        for place, (one, own) in enumerate(self.held.items()):
            if one not in self.found:
                for other in {other for entry in own for other in by_entry.get(entry, ())}:
                    shared = len(own & self.holding[other])
                    if 2 * shared > len(own | self.holding[other]):
                        alike.append((-shared, abs(self._depth(self.old, one) - self._depth(self.new, other)), place, one, other))
        for *_, one, other in sorted(alike):
            if one not in self.found and other not in taken:
                self.found[one] = other
                taken.add(other)

    def _depth(self, version: Version, one: str) -> int:
        return len(line_of(version.categories, one))


def _members(version: Version, known: Ids) -> dict[str, set[str]]:
    """Return what of the `known` entries stands in each section or below it, by the ids that they lead to."""
    held: dict[str, set[str]] = {one: set() for one in version.categories}
    for entry in version.entries:
        if entry.id in known:
            for category in entry.categories:
                for above in line_of(version.categories, category):
                    held[above].add(known[entry.id])
    return held


def _titles(version: Version) -> dict[str, set[str]]:
    return {one: {squash(title) or title for title in held.title.both if title} for one, held in version.categories.items()}


def _lines(version: Version) -> dict[str, set[str]]:
    """Return the titles of each section with those above it, by language."""
    titles = {one: category.title for one, category in version.categories.items()}
    return {
        one: {" / ".join(squash(titles[above].said(language)) for above in line_of(version.categories, one)) for language in LANGUAGES}
        for one in version.categories
    }


def section_changes(old: Version, new: Version, same: Ids, *, by_ids: bool) -> Iterator[Change]:
    """Yield the sections that came, went, and have another title or another place."""
    for one, category in old.categories.items():
        name, place = category.title.said("en"), f"category.{same.get(one, one)}"
        if one not in same:
            yield Change(event=Event.SECTION_REMOVED, entry=None, name=name, field=place, old=name)
            continue
        if by_ids and one != same[one]:
            yield Change(event=Event.SECTION_RENAMED, entry=None, name=name, field=f"{place}.id", old=one, new=same[one])
        now = new.categories[same[one]]
        yield from _retitled(category.title, now.title, name, f"{place}.title")
        if _differ(category.parent, now.parent, same):
            above = [_title(version, parent) for version, parent in ((old, category.parent), (new, now.parent))]
            yield Change(event=Event.SECTION_MOVED, entry=None, name=name, field=f"{place}.parent", old=above[0], new=above[1])
    there = set(same.values())
    for one, category in new.categories.items():
        if one not in there:
            name = category.title.said("en")
            yield Change(event=Event.SECTION_ADDED, entry=None, name=name, field=f"category.{one}", new=name)


def _retitled(old: Text, new: Text, name: str, field: str) -> Iterator[Change]:
    for language, was, now in zip(LANGUAGES, old.both, new.both, strict=True):
        if was and now and squash(was) != squash(now):
            yield Change(event=Event.SECTION_RENAMED, entry=None, name=name, field=f"{field}.{language}", old=was, new=now)
    for found in compared_texts(field, old, new, Known(new)):
        if found.event is Event.TRANSLATION_LOST:
            yield Change(event=found.event, entry=None, name=name, field=found.field, old=found.old, words=found.words)


def _differ(before: str | None, after: str | None, same: Ids) -> bool:
    """Whether a section stands elsewhere; below one that is gone or new it does so of itself."""
    if before is None or after is None:
        return before is not after
    return before in same and same[before] != after


def _title(version: Version, one: str | None) -> str | None:
    return version.categories[one].title.said("en") if one in version.categories and one is not None else one


def places_of(entry: Entry, version: Version) -> tuple[str, ...]:
    """Return the titles of the sections in which an entry stands."""
    return tuple(str(_title(version, one)) for one in entry.categories)
