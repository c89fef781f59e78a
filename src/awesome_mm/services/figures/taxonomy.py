"""How the survey is divided: the tree of its categories.

Layer: services.
"""

from collections.abc import Sequence

from ...model.brief import Brief
from ...model.catalog import Catalog
from ..stats import count_categories
from .chart import Chart, Series, count


def taxonomy(catalog: Catalog, briefs: Sequence[Brief]) -> Chart:
    """Return every category with its works, in the catalog's order; `own` are those placed in it and not only below it."""
    own: dict[str, list[str]] = {}
    for brief in briefs:
        for category in brief.placements:
            own.setdefault(category, []).append(brief.id)
    points = tuple(
        count(one.key, one.ids, parent=catalog.terms.of("category")[one.key].get("parent"), own=list(dict.fromkeys(own.get(one.key, ()))))
        for one in count_categories(catalog.terms, briefs)
    )
    return Chart(name="taxonomy", works=len(briefs), series=(Series(key="category", points=points),))
