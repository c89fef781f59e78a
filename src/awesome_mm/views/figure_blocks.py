"""The survey's figures for terminals and Markdown: bars, tables and a tree.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .blocks import Bar, Bars, Block, Branch, Cell, Column, Heading, Paragraph, Table, Tree
from .figure_words import NOTHING, leading, notes, quantity_text, series_name, state_name, title, works_text, year_column, years_shown
from .labels import comma, in_brackets, label

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..services.figures.chart import Chart, Point

_MOST_MONTHS = 60  # as bars below each other; beyond that they are years
_MOST_YEARS = 7  # as columns beside a name
_MOST_ROWS = 15
_MOST_MODELS = 24
_MOST_NAMED = 12  # works of a category


def figure_blocks(catalog: Catalog, chart: Chart, language: str) -> Iterable[Block]:
    """Yield the figure, and below it what it leaves out."""
    yield Heading(title(chart, language), level=1)
    if chart.is_empty:
        yield Paragraph(label(NOTHING, language), "warning")
    else:
        yield from _BLOCKS[chart.name](catalog, chart, language)
    yield from (Paragraph(note, "quiet") for note in notes(catalog, chart, language))


def _timeline(catalog: Catalog, chart: Chart, language: str) -> Iterable[Block]:
    months = {point.key: (int(point.value), int(point.details["cumulative"])) for point in chart.series[0].points}
    first, last = (_month_number(key) for key in (min(months), max(months)))
    yield Paragraph(label("new, and in all by then", language), "quiet")
    if last - first < _MOST_MONTHS:
        yield Bars(_growth([f"{number // 12}-{number % 12 + 1:02}" for number in range(first, last + 1)], months))
        return
    years: dict[str, tuple[int, int]] = {}
    for month, (new, total) in months.items():
        years[month[:4]] = (years.get(month[:4], (0, 0))[0] + new, total)
    yield Bars(_growth([str(year) for year in range(first // 12, last // 12 + 1)], years))


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _growth(times: Iterable[str], counts: Mapping[str, tuple[int, int]]) -> list[Bar]:
    bars, total = [], 0
    for time in times:
        new, total = counts.get(time, (0, total))
        bars.append(Bar(time, new, f"{new or '·'} {total:>4,}"))
    return bars


def _matrix(catalog: Catalog, chart: Chart, language: str) -> Iterable[Block]:
    years = years_shown([point.key for point in chart.series[0].points], _MOST_YEARS)
    rows: list[list[Cell | str]] = []
    for series in chart.series:
        name = series_name(catalog, chart, series, language)
        depth = len(catalog.terms.ancestry(series.key)) - 1
        rows.append([f"{'  ' * depth}{name}", *_by_year(series.points, years), str(len(series.ids))])
    columns = [Column(title=label("Category", language), give=1), *_year_columns(years, language)]
    yield Table(columns=columns, rows=rows)


def _by_year(points: Iterable[Point], years: Sequence[str]) -> list[str]:
    """Return how many works the points of each year count together."""
    found: dict[str, set[str]] = {year: set() for year in years}
    for point in points:
        found[year_column(point.key.partition("-")[0], years)] |= set(point.ids)
    return [str(len(ids)) if ids else "·" for ids in found.values()]


def _year_columns(years: Sequence[str], language: str) -> list[Column]:
    titles = [*(label(year, language) if year == "unknown" else year for year in years), label("All", language)]
    return [Column(title=one, right=True) for one in titles]


def _models(catalog: Catalog, chart: Chart, language: str) -> Iterable[Block]:
    years = years_shown(sorted({point.key.partition("-")[0] for series in chart.series for point in series.points}), _MOST_YEARS)
    shown, rest = leading(chart.series, _MOST_MODELS)
    rows = [[series_name(catalog, chart, series, language), *_by_year(series.points, years), str(len(series.ids))] for series in shown]
    if rest:
        points = [point for series in rest for point in series.points]
        ids = {one for point in points for one in point.ids}
        rows.append([f"{label('others', language)}{in_brackets(str(len(rest)), language)}", *_by_year(points, years), str(len(ids))])
    yield Table(columns=[Column(title=label("Model", language), give=1), *_year_columns(years, language)], rows=rows)


def _scale(catalog: Catalog, chart: Chart, language: str) -> Iterable[Block]:
    names = {brief.id: brief.name for brief in catalog.briefs}
    yield Paragraph(label("Bars are logarithmic, each kind of quantity on a scale of its own.", language), "quiet")
    for series in chart.series:
        yield Heading(series_name(catalog, chart, series, language))
        largest_first = sorted(series.points, key=lambda point: -point.value)
        yield Bars([_scale_bar(catalog, names, point, language) for point in largest_first], logarithmic=True)


def _scale_bar(catalog: Catalog, names: Mapping[str, str], point: Point, language: str) -> Bar:
    return Bar(f"{names[point.key]}  {point.details['date'][:7]}", point.value, quantity_text(catalog, point, language))


def _openness(catalog: Catalog, chart: Chart, language: str) -> Iterable[Block]:
    states = [point.key for point in chart.series[0].points]
    columns = [Column(title=label("Part", language)), *(Column(title=state_name(state, language), right=True) for state in states)]
    rows = [
        [series_name(catalog, chart, series, language), *(str(len(point.ids)) if point.ids else "·" for point in series.points)]
        for series in chart.series
    ]
    yield Table(columns=columns, rows=rows)


def _organizations(catalog: Catalog, chart: Chart, language: str) -> Iterable[Block]:
    largest = max(point.value for series in chart.series for point in series.points)
    for series in chart.series:
        works = in_brackets(works_text(len(series.ids), language), language)
        yield Heading(f"{series_name(catalog, chart, series, language)}{works}")
        bars = [Bar(catalog.terms.name("organization", one.key, language), int(one.value)) for one in series.points[:_MOST_ROWS]]
        rest = len(series.points) - len(bars)
        yield Bars([*bars, *([Bar(f"… +{rest}", 0)] if rest else [])], largest=largest)


def _taxonomy(catalog: Catalog, chart: Chart, language: str) -> Iterable[Block]:
    names = {brief.id: brief.name for brief in catalog.briefs}
    children: dict[str | None, list[Point]] = {}
    for point in chart.series[0].points:
        if point.ids:
            children.setdefault(point.details["parent"], []).append(point)

    def branches(parent: str | None) -> list[Branch]:
        return [
            Branch(
                f"{catalog.terms.name('category', point.key, language)} ({len(point.ids)})",
                "name" if parent is None else "",
                [*_own_works(point, names, language), *branches(point.key)],
            )
            for point in children.get(parent, ())
        ]

    yield Tree(branches(None))


def _own_works(point: Point, names: Mapping[str, str], language: str) -> list[Branch]:
    own = point.details["own"]
    more = [f"… +{len(own) - _MOST_NAMED}"] if len(own) > _MOST_NAMED else []
    return [Branch(comma(language).join([*(names[one] for one in own[:_MOST_NAMED]), *more]), "quiet")] if own else []


_BLOCKS: Mapping[str, Callable[[Catalog, Chart, str], Iterable[Block]]] = {
    "timeline": _timeline,
    "matrix": _matrix,
    "models": _models,
    "scale": _scale,
    "openness": _openness,
    "organizations": _organizations,
    "taxonomy": _taxonomy,
}
