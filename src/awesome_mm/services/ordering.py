"""The orders a list may be asked for.

Layer: services. Every order is total: what is equal keeps the catalog's order, and what lacks the value stands last.
"""

from collections.abc import Callable, Sequence
from typing import Any

from ..model.brief import Brief
from ..model.catalog import Catalog
from ..model.text import fold
from .naming import choose
from .orders import ORDERS


def arrange(catalog: Catalog, briefs: Sequence[Brief], order: str | None) -> tuple[Brief, ...]:
    """Return `briefs` in `order`: newest first, by name, as the source list prints them, or the largest first within each unit.

    Raises:
        WrongUsage: there is no such order.
    """
    if order is None:
        return tuple(briefs)
    [chosen] = choose(ORDERS, [order], "--sort")
    return tuple(sorted(briefs, key=_KEYS[chosen](catalog)))


def _by_published(catalog: Catalog) -> Callable[[Brief], Any]:
    def age(brief: Brief) -> tuple[int, ...]:
        parts = [int(part) for part in brief.published.split("-")] if brief.published else [0]
        return tuple(-part for part in (*parts, 0, 0)[:3])

    return age


def _by_name(catalog: Catalog) -> Callable[[Brief], Any]:
    return lambda brief: fold(brief.name)


def _by_category(catalog: Catalog) -> Callable[[Brief], Any]:
    """Return the key of the printed order; what a category's own order leaves out stands at its end."""
    ranks: dict[str, int] = {}
    places: dict[tuple[str, str], int] = {}
    for rank, (category_id, category) in enumerate(catalog.terms.of("category").items()):
        ranks[category_id] = rank
        places |= {(category_id, entry_id): place for place, entry_id in enumerate(category.get("order", ()))}

    def place(brief: Brief) -> tuple[int, int]:
        category_id = brief.values("categories")[0]
        return ranks.get(category_id, len(ranks)), places.get((category_id, brief.id), len(places))

    return place


def _by_scale(catalog: Catalog) -> Callable[[Brief], Any]:
    units = {unit: place for place, unit in enumerate(catalog.terms.of("unit"))}

    def size(brief: Brief) -> tuple[int, float]:
        scale = brief.record.get("scale")
        if not scale:
            return len(units), 0.0
        magnitude = next(scale[bound] for bound in ("value", "at_least", "at_most") if bound in scale)
        return units[scale["unit"]], -magnitude

    return size


_KEYS: dict[str, Callable[[Catalog], Callable[[Brief], Any]]] = {
    "published": _by_published,
    "name": _by_name,
    "category": _by_category,
    "scale": _by_scale,
}
