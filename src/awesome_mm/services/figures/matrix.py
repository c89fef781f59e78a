"""Where the survey grew: works by category and year.

Layer: services.
"""

from collections.abc import Sequence

from ...model.brief import Brief
from ...model.catalog import Catalog
from ..stats import count_categories
from .chart import Chart, Series, count


def matrix(catalog: Catalog, briefs: Sequence[Brief]) -> Chart:
    """Return for each category that has works their number by year, ``unknown`` last; a parent counts the union of its children."""
    years = {brief.id: str(brief.year or "unknown") for brief in briefs}
    columns = sorted(set(years.values()))
    series = tuple(
        Series(key=one.key, points=tuple(count(year, (work for work in one.ids if years[work] == year)) for year in columns))
        for one in count_categories(catalog.terms, briefs)
        if one.ids
    )
    return Chart(name="matrix", works=len(briefs), series=series, period="year")
