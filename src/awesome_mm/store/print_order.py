"""The order of the entries of a folder, whose files have none of their own.

Layer: store. A file's entries stand as it has them. In a folder they would stand by the names of the files, which says nothing; so they
stand as the categories print them, and what no category orders keeps the order of the paths. Only files that are numbered, such as
``0012_alpha.toml``, say an order of their own: `split` makes them where a file's order is not the printed one.
"""

import re
from collections.abc import Iterable, Mapping

from ..model.entry import Entry, Kind
from ..model.taxonomy import Category

_NUMBERED = re.compile(r"0[0-9]{3,}_")


def are_numbered(names: Iterable[str]) -> bool:
    """Whether any of the files' `names` is numbered, so that the paths have an order of their own."""
    return any(map(_NUMBERED.match, names))


def as_printed(entries: tuple[Entry, ...], categories: Mapping[str, Category]) -> tuple[Entry, ...]:
    """Return `entries` by kind, then as their first category comes and orders them; as they are where no category orders any."""
    places = {(one, entry_id): place for one, category in categories.items() for place, entry_id in enumerate(category.order)}
    if not places:
        return entries
    kinds = {kind: rank for rank, kind in enumerate(Kind)}
    ranks = {one: rank for rank, one in enumerate(categories)}

    def place(entry: Entry) -> tuple[int, int, int]:
        category = entry.categories[0]
        return kinds[entry.kind], ranks.get(category, len(ranks)), places.get((category, entry.id), len(places))

    return tuple(sorted(entries, key=place))
