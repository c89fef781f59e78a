"""Which category of a catalog a foreign one is, and what those become that are none of its.

Layer: services.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..model.taxonomy import Category
from ..model.text import squash

Categories = Mapping[str, Category]
Members = Mapping[str, Collection[str]]  # by category the ids of the catalog's entries that stand in it


def matched_categories(
    known: Categories, foreign: Categories, held: Members | None = None, brought: Members | None = None
) -> dict[str, str]:
    """Return the id in the catalog of each of the `foreign` categories, in their order: one that is `known`, or a new one.

    The same is one that has a title in common (in either language), an alias or the id, and stands under the same parent; else one
    there that is titled in the other language alone and has mostly the same entries, as `held` and `brought` say.
    """
    matching = _Matching(known, foreign, _whole(known, held or {}), _whole(foreign, brought or {}))
    for one in foreign:
        matching.find(one)
    return {one: matching.ids[one] for one in foreign}


@dataclass
class _Matching:
    known: Categories
    foreign: Categories
    held: Mapping[str, set[str]]
    brought: Mapping[str, set[str]]
    ids: dict[str, str] = field(default_factory=dict)
    by_word: dict[tuple[str | None, str], str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)  # the ids of those that are done
    taken: set[str] = field(default_factory=set)  # those, and all of the catalog

    def __post_init__(self) -> None:
        self.taken |= set(self.known)
        for one, category in self.known.items():
            for word in _words(one, category):
                self.by_word.setdefault((category.parent, word), one)

    def find(self, one: str) -> str:
        """Note and return the id of the category `one`, that of its parent first."""
        if one not in self.ids:
            category = self.foreign[one]
            self.ids[one] = one  # a parent that leads back here finds an end
            parent = category.parent
            if parent in self.foreign and parent is not None:
                parent = self.find(parent)
            named = next((self.by_word[parent, word] for word in _words(one, category) if (parent, word) in self.by_word), None)
            self.ids[one] = named or self._of_other_language(one, parent) or free_id(one, self.taken)
            self.given.add(self.ids[one])
            self.taken.add(self.ids[one])
        return self.ids[one]

    def _of_other_language(self, one: str, parent: str | None) -> str:
        own = self.brought.get(one, set())
        if not own:
            return ""
        alike = [
            (len(own & held), other)
            for other, held in self.held.items()
            if 2 * len(own & held) > len(own | held)
            and self.known[other].parent == parent
            and other not in self.given
            and not _share_a_language(self.known[other], self.foreign[one])
        ]
        return max(alike, default=(0, ""))[1]


def _whole(categories: Categories, members: Members) -> dict[str, set[str]]:
    """Return what stands in each category or anywhere below it."""
    whole: dict[str, set[str]] = {one: set() for one in categories}
    for one, entries in members.items():
        for above in line_of(categories, one):
            whole[above].update(entries)
    return whole


def line_of(categories: Categories, one: str) -> list[str]:
    """Return `one` and the categories above it; parents in a circle end."""
    line: dict[str, None] = {}
    at: str | None = one
    while at in categories and at is not None and at not in line:
        line[at] = None
        at = categories[at].parent
    return list(line)


def _words(one: str, category: Category) -> list[str]:
    return list(filter(None, map(squash, (*category.title.both, *category.aliases, one))))


def _share_a_language(one: Category, other: Category) -> bool:
    return any(first and second for first, second in zip(one.title.both, other.title.both, strict=True))


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted`, numbered where it is `taken`."""
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
