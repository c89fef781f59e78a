"""How large the data is that works make, by the figure that stands for each work's scale.

Layer: services.
"""

from collections.abc import Sequence
from typing import Any

from ...model.brief import Brief
from ...model.catalog import Catalog
from ...model.facts import Figure, Status
from .chart import DISPUTED, NO_LENGTH, NO_SCALE, UNDATED, YEAR_ONLY, Chart, Point, Series, omissions
from .times import undated_for_months


def scale(catalog: Catalog, briefs: Sequence[Brief]) -> Chart:
    """Return the headline figures by what they measure, the most frequent measure first, each series in time's order.

    Samples, documents and tokens are not counted on one scale, so each measure is a series. `value` is the figure itself, or the bound
    that is known of it; its unit, date, bounds, status and source stand beside it.
    """
    points: dict[str, list[Point]] = {}
    left_out: dict[str, list[str]] = {reason: [] for reason in (DISPUTED, NO_LENGTH, UNDATED, YEAR_ONLY, NO_SCALE)}
    for brief in briefs:
        headline = catalog.entry(brief.id).headline
        reason = _reason(brief, headline)
        if headline is None or reason:
            left_out[reason].append(brief.id)
            continue
        points.setdefault(headline.measure, []).append(_point(brief, headline))
    series = [Series(key=key, points=tuple(sorted(found, key=lambda one: one.details["date"]))) for key, found in points.items()]
    by_size = sorted(series, key=lambda one: -len(one.points))
    return Chart(name="scale", works=len(briefs), series=tuple(by_size), left_out=omissions(left_out), period="month")


def _reason(brief: Brief, headline: Figure | None) -> str:
    if headline is None or headline.quantity.magnitude is None:
        return NO_SCALE
    if headline.status is Status.DISPUTED:
        return DISPUTED
    return NO_LENGTH if headline.quantity.magnitude <= 0 else undated_for_months(brief)


def _point(brief: Brief, headline: Figure) -> Point:
    quantity = headline.quantity
    bounds = {name: bound for name in ("at_least", "at_most") if (bound := getattr(quantity, name)) is not None}
    details: dict[str, Any] = {"date": brief.published, "unit": quantity.unit, **bounds, "about": quantity.about}
    claim = {"status": headline.status.value, "source": headline.source.value, "locator": headline.locator}
    return Point(key=brief.id, ids=(brief.id,), value=quantity.magnitude or 0, details={**details, **claim})
