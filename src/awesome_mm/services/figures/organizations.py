"""Who made the works: organizations, told apart by what they are.

Layer: services.
"""

from collections.abc import Sequence

from ...model.brief import Brief
from ...model.catalog import Catalog
from ...model.taxonomy import Sector
from .chart import NO_ORGANIZATION, Chart, Series, count, omissions


def organizations(catalog: Catalog, briefs: Sequence[Brief]) -> Chart:
    """Return for each sector its organizations by the number of their works, which count for every organization that took part."""
    vocabulary = catalog.terms.of("organization")
    ids: dict[str, list[str]] = {}
    for brief in briefs:
        for organization in brief.values("organizations"):
            ids.setdefault(organization, []).append(brief.id)
    by_size = sorted((count(key, works) for key, works in ids.items()), key=lambda one: -one.value)
    series = (
        Series(key=sector.value, points=tuple(one for one in by_size if vocabulary[one.key]["sector"] == sector.value)) for sector in Sector
    )
    left_out = omissions({NO_ORGANIZATION: [brief.id for brief in briefs if not brief.values("organizations")]})
    return Chart(name="organizations", works=len(briefs), series=tuple(one for one in series if one.points), left_out=left_out)
