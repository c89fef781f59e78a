"""Counts of the survey by every facet; each group counts a work once, and names the works it counted.

Layer: services.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.brief import Brief
from ..model.catalog import Catalog
from ..model.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many works share `key`; for a category also how many of them the list itself places there, and what it claimed."""

    key: str
    ids: tuple[str, ...]
    placed: int | None = None
    claimed: int | None = None

    @property
    def count(self) -> int:
        """The number of works."""
        return len(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """`totals` by name and `groups` by facet; sums over a group may exceed the total, because a work may stand in several."""

    totals: Mapping[str, int]
    groups: Mapping[str, tuple[Count, ...]]


def count_facets(catalog: Catalog, briefs: Sequence[Brief]) -> Stats:
    """Return the counts over `briefs`: categories in the catalog's order, years in time's, the rest by size."""
    by_facet: dict[str, Callable[[Brief], Iterable[str]]] = {
        "kind": lambda brief: (brief.record["kind"], *brief.record["also"]),
        "year": lambda brief: (str(brief.year or "unknown"),),
        "organization": lambda brief: brief.values("organizations"),
        "openness": lambda brief: (f"{part}:{access['state']}" for part, access in brief.record["openness"].items()),
        "model": lambda brief: brief.values("models"),
        "action": lambda brief: brief.values("actions"),
        "needs": lambda brief: brief.values("needs"),
    }
    groups = {"category": count_categories(catalog.terms, briefs, with_claims=len(briefs) == len(catalog))}
    groups |= {facet: _count(briefs, keys_of, by_size=facet not in ("year", "openness")) for facet, keys_of in by_facet.items()}
    return Stats(totals=_totals(briefs), groups=groups)


def count_categories(terms: Terms, briefs: Sequence[Brief], *, with_claims: bool = True) -> tuple[Count, ...]:
    """Return a count for every category in the catalog's order; a parent counts the union of its children.

    What the list claims is of all its entries: beside a part of them it would only mislead.
    """
    ids: dict[str, dict[str, None]] = {category: {} for category in terms.of("category")}
    placed: dict[str, set[str]] = {category: set() for category in terms.of("category")}
    for brief in briefs:
        for own, categories in ((True, brief.values("categories")), (False, brief.values("also_in"))):
            for category in (parent for one in categories for parent in terms.ancestry(one)):
                ids[category][brief.id] = None
                if own:
                    placed[category].add(brief.id)
    return tuple(
        Count(key=key, ids=tuple(ids[key]), placed=len(placed[key]), claimed=category.get("claimed") if with_claims else None)
        for key, category in terms.of("category").items()
    )


def _count(briefs: Iterable[Brief], keys_of: Callable[[Brief], Iterable[str]], *, by_size: bool) -> tuple[Count, ...]:
    ids: dict[str, dict[str, None]] = {}
    for brief in briefs:
        for key in keys_of(brief):
            ids.setdefault(key, {})[brief.id] = None
    counts = (Count(key=key, ids=tuple(found)) for key, found in ids.items())
    return tuple(sorted(counts, key=lambda count: -count.count if by_size else count.key))


def _totals(briefs: Sequence[Brief]) -> dict[str, int]:
    return {
        "entries": len(briefs),
        "placements": sum(len(brief.values("categories")) for brief in briefs),
        "artifacts": sum(len(brief.values("artifacts")) for brief in briefs),
        "organizations": len({one for brief in briefs for one in brief.values("organizations")}),
        "models": len({one for brief in briefs for one in brief.values("models")}),
        "with_arxiv": sum("arxiv" in brief.record["links"] for brief in briefs),
        "with_stages": sum(bool(brief.values("actions")) for brief in briefs),
        "disputed": sum(bool(brief.values("disputed")) for brief in briefs),
    }
