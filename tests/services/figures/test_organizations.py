"""Works by organization."""

from awesome_mm.services.figures.organizations import organizations
from tests.factories import make_catalog, make_method


def test_industry_and_academia_are_told_apart() -> None:
    """A work counts for each organization that took part; a sector has the works of any of its organizations."""
    catalog = make_catalog(
        make_method("a", organizations=("tongji", "bytedance")), make_method("b", organizations=("bytedance",)), make_method("c")
    )

    chart = organizations(catalog, catalog.briefs)

    assert {series.key: [(point.key, point.ids) for point in series.points] for series in chart.series} == {
        "industry": [("bytedance", ("a", "b"))],
        "academia": [("tongji", ("a",))],
    }
    assert [(one.reason, one.ids) for one in chart.left_out] == [("no-organization", ("c",))]
