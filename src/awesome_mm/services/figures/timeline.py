"""How the survey grew: works by the month in which they came out.

Layer: services.
"""

from collections.abc import Sequence
from itertools import accumulate

from ...model.brief import Brief
from ...model.catalog import Catalog
from .chart import UNDATED, YEAR_ONLY, Chart, Series, count, omissions
from .times import month, undated_for_months


def timeline(catalog: Catalog, briefs: Sequence[Brief]) -> Chart:
    """Return the works of each month that has any, in time's order; `cumulative` is how many there were by its end."""
    ids_by_month: dict[str, list[str]] = {}
    left_out: dict[str, list[str]] = {UNDATED: [], YEAR_ONLY: []}
    for brief in briefs:
        if reason := undated_for_months(brief):
            left_out[reason].append(brief.id)
        else:
            ids_by_month.setdefault(month(brief.published), []).append(brief.id)
    months = sorted(ids_by_month.items())
    totals = accumulate(len(ids) for _, ids in months)
    points = tuple(count(key, ids, cumulative=total) for (key, ids), total in zip(months, totals, strict=True))
    series = Series(key="new", points=points)
    return Chart(name="timeline", works=len(briefs), series=(series,), left_out=omissions(left_out), period="month")
