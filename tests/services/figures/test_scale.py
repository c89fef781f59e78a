"""Dataset scale."""

from awesome_mm.model.facts import Quantity, Status
from awesome_mm.services.figures.scale import scale
from tests.factories import make_catalog, make_figure, make_method


def test_each_measure_is_a_series() -> None:
    """Different measures share no scale; a series is in time's order, and each number has date, unit and source."""
    catalog = make_catalog(
        make_method("a", published="2024-05-06", figures=(make_figure(value=5, headline=True),)),
        make_method("b", published="2023-01", figures=(make_figure(value=7, headline=True), make_figure("part", value=1))),
        make_method("c", published="2024-01", figures=(make_figure(value=10**9, unit="token", measure="share", headline=True),)),
    )

    chart = scale(catalog, catalog.briefs)

    assert [(series.key, [(point.key, point.value) for point in series.points]) for series in chart.series] == [
        ("samples", [("b", 7), ("a", 5)]),
        ("share", [("c", 10**9)]),
    ]
    assert chart.series[0].points[0].details == {
        "date": "2023-01",
        "unit": "image",
        "about": False,
        "status": "unverified",
        "source": "list",
        "locator": "unknown",
    }


def test_a_range_keeps_its_bounds() -> None:
    """A quantity of which only bounds are known stands at one of them, and both are told."""
    bounds = make_figure(headline=True, quantity=Quantity(at_least=60, at_most=70, unit="image"))
    catalog = make_catalog(make_method("a", published="2024-01", figures=(bounds,)))

    (point,) = scale(catalog, catalog.briefs).series[0].points

    assert (point.value, point.details["at_least"], point.details["at_most"]) == (60, 60, 70)


def test_what_is_left_out_is_said() -> None:
    """Disputed figures never count; what has no place on either axis is said, each work once."""

    def headline(value: float = 5, **given: Status) -> tuple[object]:
        return (make_figure(value=value, headline=True, **given),)

    catalog = make_catalog(
        make_method("doubted", published="2024-01", figures=headline(status=Status.DISPUTED)),
        make_method("zero", published="2024-01", figures=headline(0)),
        make_method("undated", figures=headline()),
        make_method("year", published="2024", figures=headline()),
        make_method("none", published="2024-01", figures=(make_figure(),)),
    )

    chart = scale(catalog, catalog.briefs)

    assert chart.is_empty
    assert {one.reason: one.ids for one in chart.left_out} == {
        "disputed": ("doubted",),
        "not-positive": ("zero",),
        "undated": ("undated",),
        "year-only": ("year",),
        "no-scale": ("none",),
    }
