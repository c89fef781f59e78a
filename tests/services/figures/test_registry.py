"""All figures over the bundled survey: they agree with the counts of ``stats``, and lose no work."""

import pytest

from awesome_mm.services.figures.chart import Chart
from awesome_mm.services.figures.registry import FIGURES
from awesome_mm.services.stats import count_facets
from tests.bundled import catalog

STATS = {facet: {count.key: count.ids for count in counts} for facet, counts in count_facets(catalog(), catalog().briefs).groups.items()}


def charted(name: str) -> Chart:
    """Return a figure of the bundled survey."""
    return FIGURES[name](catalog(), catalog().briefs)


@pytest.mark.parametrize("name", FIGURES)
def test_every_work_is_counted_or_left_out(name: str) -> None:
    """Each work of the survey stands in a figure's numbers, or among what it says it leaves out."""
    chart = charted(name)

    told = {one for series in chart.series for one in series.ids} | {one for omission in chart.left_out for one in omission.ids}

    assert chart.name == name
    assert told == set(catalog().ids)
    assert chart.works == len(catalog())


@pytest.mark.parametrize("name", sorted(FIGURES.keys() - {"scale"}))
def test_numbers_are_the_works_they_name(name: str) -> None:
    """Every number that counts works is the number of the ids beside it, none of them twice."""
    for series in charted(name).series:
        for point in series.points:
            assert point.value == len(set(point.ids)) == len(point.ids)


def test_years_are_those_of_stats() -> None:
    """The months of the timeline sum to the years of ``stats``, as far as the works have months."""
    by_year: dict[str, set[str]] = {}
    for point in charted("timeline").series[0].points:
        by_year.setdefault(point.key[:4], set()).update(point.ids)
    undated = {one.reason: set(one.ids) for one in charted("timeline").left_out}

    assert by_year == {year: set(ids) - undated.get("year-only", set()) for year, ids in STATS["year"].items() if year != "unknown"}
    assert undated["undated"] == set(STATS["year"]["unknown"])


@pytest.mark.parametrize("name", ["matrix", "taxonomy"])
def test_categories_are_those_of_stats(name: str) -> None:
    """Categories have the works that ``stats`` counts in them."""
    chart = charted(name)
    found = {one.key: set(one.ids) for one in (chart.series if name == "matrix" else chart.series[0].points)}

    assert found == {key: set(ids) for key, ids in STATS["category"].items() if ids or name == "taxonomy"}


def test_states_are_those_of_stats() -> None:
    """The states of openness are those of ``stats``, which says nothing of what is not recorded."""
    found = {f"{series.key}:{point.key}": point.ids for series in charted("openness").series for point in series.points}

    assert {key: ids for key, ids in found.items() if ids and not key.endswith(":unrecorded")} == STATS["openness"]


def test_organizations_are_those_of_stats() -> None:
    """Organizations have the works that ``stats`` counts for them."""
    assert {point.key: point.ids for series in charted("organizations").series for point in series.points} == STATS["organization"]


def test_generators_are_among_the_models_of_stats() -> None:
    """A generator's works are among those that use the model in whatever role."""
    for series in charted("models").series:
        assert set(series.ids) <= set(STATS["model"][series.key])
