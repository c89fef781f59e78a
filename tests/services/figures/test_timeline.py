"""Works by month."""

from awesome_mm.services.figures.timeline import timeline
from tests.factories import make_catalog, make_method


def test_months_rise_and_are_summed() -> None:
    """Each month with works has them by id, and how many there were by its end; days count for their month."""
    catalog = make_catalog(
        make_method("b", published="2024-03"), make_method("a", published="2023-12-31"), make_method("c", published="2024-03-01")
    )

    chart = timeline(catalog, catalog.briefs)

    assert [(point.key, point.ids, point.value, point.details["cumulative"]) for point in chart.series[0].points] == [
        ("2023-12", ("a",), 1, 1),
        ("2024-03", ("b", "c"), 2, 3),
    ]


def test_what_has_no_month_is_left_out_and_said() -> None:
    """A year is not put into a month of its own making, nor is an unknown date dropped without a word."""
    catalog = make_catalog(make_method("a", published="2024"), make_method("b"), make_method("c", published="2024-01"))

    chart = timeline(catalog, catalog.briefs)

    assert {one.reason: one.ids for one in chart.left_out} == {"undated": ("b",), "year-only": ("a",)}
    assert chart.series[0].ids == ("c",)


def test_nothing_is_an_empty_chart() -> None:
    """Without works there is nothing to draw."""
    catalog = make_catalog()

    assert timeline(catalog, catalog.briefs).is_empty
