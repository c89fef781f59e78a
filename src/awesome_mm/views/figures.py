"""The survey's figures as answers: every number with the works it counts, and what is left out.

Layer: views. How people see them is in ``figure_blocks``, which a pipe never imports, and ``figure_pictures``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .entry_list import opening
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..services.figures.chart import Chart, Point, Series
    from .blocks import Block

LEFT_OUT = "left-out"


def figure_report(catalog: Catalog, chart: Chart, language: str) -> Report:
    """Return the report of `chart`; as lines it is one row for each number, and one for each reason why works are left out."""
    left_out: list[Record] = [{"reason": one.reason, "count": len(one.ids), "ids": list(one.ids)} for one in chart.left_out]
    payload = {
        **opening(catalog.as_of),
        "figure": chart.name,
        "works": chart.works,
        **({"period": chart.period} if chart.period else {}),
        "series": [_series(series) for series in chart.series],
        "left_out": left_out,
    }
    records = [{"series": series.key, **_point(point)} for series in chart.series for point in series.points]
    rows = [{"series": LEFT_OUT, "key": one["reason"], "value": one["count"], "ids": one["ids"]} for one in left_out]
    details = dict.fromkeys(key for series in chart.series for point in series.points for key in point.details)

    def blocks() -> Iterable[Block]:
        from .figure_blocks import figure_blocks

        return figure_blocks(catalog, chart, language)

    return Report(payload=payload, records=[*records, *rows], columns=("series", "key", "value", *details, "ids"), blocks=blocks)


def _series(series: Series) -> Record:
    ids = list(series.ids)
    return {"key": series.key, "count": len(ids), "points": [_point(point) for point in series.points], "ids": ids}


def _point(point: Point) -> Record:
    return {"key": point.key, "value": point.value, **point.details, "ids": list(point.ids)}
