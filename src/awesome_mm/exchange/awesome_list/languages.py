"""Which texts are the languages of one list: those that hold mostly the same works.

Layer: exchange. ``import`` takes all its texts for one list, because it is told so; a check of a folder is not.
"""

from collections.abc import Sequence

from ...model.text import squash
from .addresses import comparable
from .listing import Listing

_MOSTLY = 0.5  # of the works of the smaller text
_FEWEST = 2


def grouped(listings: Sequence[Listing]) -> list[list[Listing]]:
    """Return `listings` as lists: each with at most one text for a language, in the order in which they came."""
    groups: list[list[Listing]] = []
    works = {id(listing): _works_of(listing) for listing in listings}
    for listing in listings:
        shares = [(_share(works[id(listing)], works[id(group[0])]), group) for group in groups if _lacks(group, listing.language)]
        share, group = max(shares, key=lambda one: one[0], default=(0.0, []))
        if share >= _MOSTLY:
            group.append(listing)
        else:
            groups.append([listing])
    return groups


def _lacks(group: Sequence[Listing], language: str) -> bool:
    return all(listing.language != language for listing in group)


def _works_of(listing: Listing) -> set[str]:
    """Return by what the works of a text are known in any language: where they lead, else their names."""
    found = set()
    for sighting in listing.sightings:
        found |= {comparable(target.value) for target in sighting.parts.targets} or {squash(sighting.parts.name)}
    return found


def _share(one: set[str], other: set[str]) -> float:
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= _FEWEST else 0.0
