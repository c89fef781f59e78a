"""Works by category and year."""

from awesome_mm.services.figures.matrix import matrix
from tests.factories import make_catalog, make_method


def test_a_category_has_a_number_for_every_year() -> None:
    """A parent counts the union of its children, years without works are 0, unknown dates stand last; empty categories are not rows."""
    catalog = make_catalog(make_method("a", published="2023-05"), make_method("b", published="2025"), make_method("c"))

    chart = matrix(catalog, catalog.briefs)

    assert [series.key for series in chart.series] == ["methods", "editing"]
    assert [(point.key, point.ids) for point in chart.series[0].points] == [("2023", ("a",)), ("2025", ("b",)), ("unknown", ("c",))]
    assert [series.ids for series in chart.series] == [("a", "b", "c")] * 2


def test_a_work_in_two_categories_counts_once_above_them() -> None:
    """A work that stands in two categories is one work of their parent."""
    catalog = make_catalog(make_method("a", published="2023", categories=("editing",), also_in=("text",)))

    chart = matrix(catalog, catalog.briefs)

    assert {series.key: [point.value for point in series.points] for series in chart.series} == {
        "methods": [1],
        "editing": [1],
        "text": [1],
    }
