"""The survey's figures as pictures: what is drawn of each, and how it is labelled.

Layer: views.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..model.text import one_line
from .figure_words import leading, notes, quantity_text, sector_names, series_name, state_name, title, year_column, years_shown
from .labels import colon, comma, in_brackets, label
from .numbers import unit_name
from .pictures import Dot, Grid, GridRow, Month, Months, Panel, Panels, Picture, Row, Rows, Square

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.catalog import Catalog
    from ..services.figures.chart import Chart, Point, Series

_MOST_ROWS = 48  # in the height of a page
_MOST_MODELS = 24
_MOST_YEARS = 10
_MOST_PANELS = 6
_COUNTERS = "个张篇条"
_LONGEST = 60  # characters of a label


def figure_picture(catalog: Catalog, chart: Chart, language: str) -> Picture:
    """Return `chart`, which is not empty, as a picture; what it has no room for is said below it."""
    shape, further = _SHAPES[chart.name](catalog, chart, language)
    said = [*notes(catalog, chart, language), *([f"{label('Not drawn', language)}{colon(language)}{further}"] if further else [])]
    return Picture(title=title(chart, language), notes=tuple(map(one_line, said)), shape=shape)


def _timeline(catalog: Catalog, chart: Chart, language: str) -> tuple[Months, str]:
    months = tuple(
        Month(
            number=int(point.key[:4]) * 12 + int(point.key[5:7]) - 1,
            new=len(point.ids),
            total=int(point.details["cumulative"]),
            about=_about(point.key, point.ids, language),
        )
        for point in chart.series[0].points
    )
    axis = label("Month of publication", language)
    return Months(months=months, new=label("New works per month", language), total=label("Works in all", language), time=axis), ""


def _matrix(catalog: Catalog, chart: Chart, language: str) -> tuple[Grid, str]:
    years = years_shown([point.key for point in chart.series[0].points], _MOST_YEARS)
    depths = {series.key: len(catalog.terms.ancestry(series.key)) - 1 for series in chart.series}
    deepest = _fitting_depth(depths.values())
    rows = tuple(
        _grid_row(_short(series_name(catalog, chart, series, language)), series.points, years, language, depths[series.key])
        for series in chart.series
        if depths[series.key] <= deepest
    )
    hidden = len(chart.series) - len(rows)
    shown = rows[:_MOST_ROWS]
    grid = Grid(rows=shown, columns=_columns(years, language), title=label("Year of publication; the numbers are works", language))
    return grid, _further(hidden + len(rows) - len(shown), "{} categories", language)


def _models(catalog: Catalog, chart: Chart, language: str) -> tuple[Grid, str]:
    times = _times(chart)
    shown, rest = leading(chart.series, _MOST_MODELS)
    rows = [_grid_row(_short(series_name(catalog, chart, one, language)), one.points, times, language) for one in shown]
    if rest:
        name = f"{label('others', language)}{in_brackets(str(len(rest)), language)}"
        others = _grid_row(name, [point for series in rest for point in series.points], times, language)
        rows.append(others._replace(is_rest=True))
    said = "Quarter of publication; the numbers are works" if chart.period == "quarter" else "Year of publication; the numbers are works"
    return Grid(rows=tuple(rows), columns=_columns(times, language), title=label(said, language), is_dotted=True), ""


def _times(chart: Chart) -> tuple[str, ...]:
    """Return the periods from the first to the last that a model is used in, those without any too."""
    found = sorted({point.key for series in chart.series for point in series.points})
    if chart.period == "year":
        return years_shown(found, _MOST_YEARS)
    years = range(int(found[0][:4]), int(found[-1][:4]) + 1)
    every = [f"{year:04}-Q{number}" for year in years for number in range(1, 5)]
    return tuple(one for one in every if found[0] <= one <= found[-1])


def _grid_row(name: str, points: Iterable[Point], times: Sequence[str], language: str, depth: int = 0) -> GridRow:
    ids: dict[str, dict[str, None]] = {time: {} for time in times}
    for point in points:
        ids[year_column(point.key, times)] |= dict.fromkeys(point.ids)
    squares = (Square(len(found), _about(f"{name} {time}", list(found), language)) for time, found in ids.items())
    return GridRow(label=name, squares=tuple(squares), depth=depth)


def _columns(times: Sequence[str], language: str) -> tuple[str, ...]:
    """Return what stands below the columns: quarters by their number, with the year below the first of each year."""
    named = [label(time, language) if time == "unknown" else time for time in times]
    split = [name.partition("-") for name in named]
    begins = [place == 0 or split[place - 1][0] != year for place, (year, _, _) in enumerate(split)]
    return tuple(
        (f"{quarter}\n{year}" if is_first else quarter) if quarter else year
        for (year, _, quarter), is_first in zip(split, begins, strict=True)
    )


def _scale(catalog: Catalog, chart: Chart, language: str) -> tuple[Panels, str]:
    names = {brief.id: brief.name for brief in catalog.briefs}
    shown = chart.series[:_MOST_PANELS]
    units = list(dict.fromkeys(str(point.details["unit"]) for series in shown for point in series.points))
    panels = tuple(
        Panel(
            title=_panel_title(catalog, chart, series, language),
            dots=tuple(_dot(catalog, names, point, units, language) for point in series.points),
        )
        for series in shown
    )
    standing = (label("confirmed", language), label("unverified", language))
    forms = tuple(_unit(catalog, unit, language) for unit in units)
    rest = sum(len(series.points) for series in chart.series[_MOST_PANELS:])
    return Panels(panels=panels, forms=forms, standing=standing, time=label("Published", language)), _further(rest, "{} works", language)


def _panel_title(catalog: Catalog, chart: Chart, series: Series, language: str) -> str:
    """Return what is measured, and in what where that says more."""
    name = series_name(catalog, chart, series, language)
    units = _units(catalog, series, language)
    return _short(name if units == [name] else f"{name}{in_brackets(comma(language).join(units), language)}")


def _units(catalog: Catalog, series: Series, language: str) -> list[str]:
    """Return the names of the units in which a series is measured, each once."""
    return list(dict.fromkeys(_unit(catalog, point.details["unit"], language) for point in series.points))


def _unit(catalog: Catalog, unit: str, language: str) -> str:
    """Return the name of a unit where no number stands before it: in Chinese without the word that counts it."""
    name = unit_name(unit, catalog.terms, language) or unit
    return name[1:] if language == "zh" and len(name) > 1 and name[0] in _COUNTERS else name


def _dot(catalog: Catalog, names: Mapping[str, str], point: Point, units: Sequence[str], language: str) -> Dot:
    said = quantity_text(catalog, point, language)
    return Dot(
        label=_short(names[point.key]),
        day=_day(point.details["date"]),
        value=point.value,
        low=point.details.get("at_least", point.value),
        high=point.details.get("at_most", point.value),
        form=units.index(point.details["unit"]),
        is_confirmed=point.details["status"] == "confirmed",
        about=f"{said}, {point.details['date']}{colon(language)}{point.key}",
    )


def _day(date: str) -> int:
    """Return the day of a date; the middle of a month that has none."""
    year, month, *day = date.split("-")
    return datetime.date(int(year), int(month), int(day[0]) if day else 15).toordinal()


def _openness(catalog: Catalog, chart: Chart, language: str) -> tuple[Rows, str]:
    legend = tuple(state_name(point.key, language) for point in chart.series[0].points)
    rows = []
    for series in chart.series:
        name = series_name(catalog, chart, series, language)
        parts = (Square(len(one.ids), _about(f"{name} {said}", one.ids, language)) for one, said in zip(series.points, legend, strict=True))
        rows.append(Row(label=name, parts=tuple(parts)))
    return Rows(rows=tuple(rows), legend=legend, of=label("Number of works", language), is_narrow=True), ""


def _organizations(catalog: Catalog, chart: Chart, language: str) -> tuple[Rows, str]:
    sectors = sector_names(language)
    places = list(sectors)
    found = [(point, places.index(series.key)) for series in chart.series for point in series.points]
    by_size = sorted(found, key=lambda one: -one[0].value)[:_MOST_ROWS]
    rows = []
    for point, sector in sorted(by_size, key=lambda one: one[1]):
        name = _short(catalog.terms.name("organization", point.key, language))
        bar = Square(len(point.ids), _about(name, point.ids, language))
        rows.append(Row(label=name, parts=tuple(bar if place == sector else Square(0) for place in range(len(sectors)))))
    return Rows(rows=tuple(rows), legend=tuple(sectors.values()), of=label("Number of works", language)), _further(
        len(found) - len(rows), "{} organizations", language
    )


def _taxonomy(catalog: Catalog, chart: Chart, language: str) -> tuple[Rows, str]:
    held = [point for point in chart.series[0].points if point.ids]
    depths = {point.key: len(catalog.terms.ancestry(point.key)) - 1 for point in held}
    deepest = _fitting_depth(depths.values())
    rows = []
    for point in held:
        name = _short(catalog.terms.name("category", point.key, language))
        if depths[point.key] <= deepest:
            rows.append(Row(label=name, parts=(Square(len(point.ids), _about(name, point.ids, language)),), depth=depths[point.key]))
    shown = rows[:_MOST_ROWS]
    further = _further(len(held) - len(shown), "{} categories", language)
    return Rows(rows=tuple(shown), legend=(label("works", language),), of=label("Number of works", language)), further


def _fitting_depth(depths: Iterable[int]) -> int:
    """Return the greatest depth at which the rows still fit a page, 0 where not even the outermost do."""
    found = list(depths)
    fitting = [deepest for deepest in sorted(set(found)) if sum(depth <= deepest for depth in found) <= _MOST_ROWS]
    return max(fitting, default=0)


def _further(number: int, what: str, language: str) -> str:
    return label(what, language).format(number) if number else ""


def _short(name: str) -> str:
    line = one_line(name)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _about(what: str, ids: Sequence[str], language: str) -> str:
    """Return what a mark stands for: its number, and the works that it counts."""
    return f"{what}{colon(language)}{len(ids)}{in_brackets(comma(language).join(ids), language)}"


_SHAPES: Mapping[str, Callable[[Catalog, Chart, str], tuple[Months | Grid | Panels | Rows, str]]] = {
    "timeline": _timeline,
    "matrix": _matrix,
    "models": _models,
    "scale": _scale,
    "openness": _openness,
    "organizations": _organizations,
    "taxonomy": _taxonomy,
}
