"""The words of the figures, wherever they are shown: titles, names of what is counted, and what is said of what is left out.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .labels import colon, comma, label, semicolon
from .numbers import quantity

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..services.figures.chart import Chart, Omission, Point, Series

_TITLES = {
    "timeline": "Works by month of publication",
    "matrix": "Works by category and year",
    "models": "Works by the models that generate",
    "scale": "Scale of the data",
    "openness": "Openness by part",
    "organizations": "Works by organization",
    "taxonomy": "Taxonomy",
}
_REASONS = {
    "undated": "of unknown date",
    "year-only": "known only to the year",
    "disputed": "with a claim in dispute",
    "no-generator": "in which no generator is named",
    "no-scale": "without a known scale",
    "not-positive": "of no positive scale",
    "no-organization": "without a known organization",
}
_VOCABULARIES = {"matrix": "category", "models": "model", "scale": "measure", "taxonomy": "category"}
_PARTS = {"code": "Code", "data": "Data", "model": "Model", "prompts": "Prompts"}
_SECTORS = {"industry": "Industry", "academia": "Academia", "nonprofit": "Non-profit", "community": "Community"}
_STATES = {"unrecorded": "not recorded"}
NOTHING = "Nothing to draw."


def title(chart: Chart, language: str) -> str:
    """Return what the figure shows."""
    return label(_TITLES[chart.name], language)


def series_name(catalog: Catalog, chart: Chart, series: Series, language: str) -> str:
    """Return what a series is about."""
    if chart.name in _VOCABULARIES:
        return catalog.terms.name(_VOCABULARIES[chart.name], series.key, language)
    return label({**_PARTS, **_SECTORS}[series.key], language)


def sector_names(language: str) -> Mapping[str, str]:
    """Return every sector by what it is called, in the order in which they are shown."""
    return {sector: label(name, language) for sector, name in _SECTORS.items()}


def state_name(state: str, language: str) -> str:
    """Return a state of openness."""
    return label(_STATES.get(state, state), language)


def quantity_text(catalog: Catalog, point: Point, language: str) -> str:
    """Return the quantity that a point of the scale stands for."""
    bounds = {bound: point.details[bound] for bound in ("at_least", "at_most") if bound in point.details}
    exact = {} if bounds else {"value": point.value}
    return quantity({**exact, **bounds, "unit": point.details["unit"], "about": point.details["about"]}, catalog.terms, language)


def notes(catalog: Catalog, chart: Chart, language: str) -> list[str]:
    """Return of which day and how many works the figure is, and what it leaves out."""
    dated = f"{label('As of', language)} {catalog.as_of}"
    counted = works_text(chart.works, language)
    missing = comma(language).join(_left_out(one, language) for one in chart.left_out)
    return [f"{dated}{semicolon(language)}{counted}", *([f"{label('Left out', language)}{colon(language)}{missing}"] if missing else [])]


def _left_out(omission: Omission, language: str) -> str:
    return f"{len(omission.ids):,} {label(_REASONS[omission.reason], language)}"


def leading(series: Sequence[Series], most: int) -> tuple[Sequence[Series], Sequence[Series]]:
    """Return the first `most` of `series` and the others; a single other one is shown too, as its row is needed anyway."""
    shown = most + 1 if len(series) == most + 1 else most
    return series[:shown], series[shown:]


def works_text(number: int, language: str) -> str:
    """Return so many works."""
    return label("{} work" if number == 1 else "{} works", language).format(f"{number:,}")


def years_shown(years: Sequence[str], most: int) -> tuple[str, ...]:
    """Return the years from the first to the last of `years`, those without works too, so that time runs evenly.

    Where there are more than `most`, those before the last ones are joined: ``..2016`` stands for all up to it.
    """
    known = _every_year([year for year in years if year != "unknown"])
    early = len(known) - most + 1
    joined = [f"..{known[early - 1]}", *known[early:]] if early > 1 else known
    return (*joined, *(["unknown"] if "unknown" in years else []))


def _every_year(years: Sequence[str]) -> list[str]:
    numbers = range(int(min(years, key=int)), int(max(years, key=int)) + 1) if years else ()
    return [str(number).zfill(min(map(len, years))) for number in numbers]


def year_column(year: str, shown: Sequence[str]) -> str:
    """Return which of the years that are `shown` takes in `year`."""
    return year if year in shown else shown[0]
