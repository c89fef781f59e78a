"""The tree of categories."""

from awesome_mm.services.figures.taxonomy import taxonomy
from tests.factories import make_catalog, make_method


def test_a_category_tells_its_own_works_from_those_below() -> None:
    """Every category has the works in and below it, and names those that are placed in it itself."""
    catalog = make_catalog(make_method("a", categories=("editing", "methods")), make_method("b"))

    chart = taxonomy(catalog, catalog.briefs)

    assert [(point.key, point.ids, point.details["parent"], point.details["own"]) for point in chart.series[0].points] == [
        ("methods", ("a", "b"), None, ["a"]),
        ("editing", ("a", "b"), "methods", ["a", "b"]),
        ("text", (), "methods", []),
    ]
