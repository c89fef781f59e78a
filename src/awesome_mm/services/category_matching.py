"""Which category of a catalog a foreign one is, and what those become that are none of its.

Layer: services.
"""

from collections.abc import Collection, Mapping

from ..model.taxonomy import Category
from ..model.text import squash


def matched_categories(known: Mapping[str, Category], foreign: Mapping[str, Category]) -> dict[str, str]:
    """Return the id in the catalog of each of the `foreign` categories, in their order: one that is `known`, or a new one.

    The same is one that has a title in common (in either language), an alias or the id, and stands under the same parent.
    """
    ids: dict[str, str] = {}
    by_word: dict[tuple[str | None, str], str] = {}
    for one, category in known.items():
        for word in (*_titles(category), *map(squash, category.aliases), squash(one)):
            by_word.setdefault((category.parent, word), one)
    for one in foreign:
        _match(one, known, foreign, by_word, ids)
    return {one: ids[one] for one in foreign}


def _match(
    one: str,
    known: Mapping[str, Category],
    foreign: Mapping[str, Category],
    by_word: Mapping[tuple[str | None, str], str],
    ids: dict[str, str],
) -> str:
    """Note and return the id of the category `one`, that of its parent first."""
    if one not in ids:
        category = foreign[one]
        ids[one] = one  # a parent that leads back here finds an end
        parent = category.parent
        if parent in foreign and parent is not None:
            parent = _match(parent, known, foreign, by_word, ids)
        words = (*_titles(category), *map(squash, category.aliases), squash(one))
        found = next((by_word[parent, word] for word in words if word and (parent, word) in by_word), None)
        ids[one] = found or free_id(one, {*known, *(ids[other] for other in ids if other != one)})
    return ids[one]


def _titles(category: Category) -> tuple[str, ...]:
    return tuple(squash(text) for text in category.title.both if squash(text))


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted`, numbered where it is `taken`."""
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
