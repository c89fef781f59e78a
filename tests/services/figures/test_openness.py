"""Openness by part."""

from awesome_mm.model.entry import Access, Openness, State
from awesome_mm.services.figures.openness import STATES, openness
from tests.factories import make_catalog, make_method


def test_every_work_has_one_state_of_each_part() -> None:
    """The states of a part are all works together; what nobody recorded is told from what is unknown."""
    catalog = make_catalog(
        make_method("a", openness=Openness(code=Access(state=State.RELEASED), data=Access(state=State.UNKNOWN))), make_method("b")
    )

    chart = openness(catalog, catalog.briefs)

    assert [series.key for series in chart.series] == ["code", "data", "model", "prompts"]
    assert all([point.key for point in series.points] == list(STATES) for series in chart.series)
    found = {series.key: {point.key: point.ids for point in series.points if point.ids} for series in chart.series}
    assert found == {
        "code": {"released": ("a",), "unrecorded": ("b",)},
        "data": {"unknown": ("a",), "unrecorded": ("b",)},
        "model": {"unrecorded": ("a", "b")},
        "prompts": {"unrecorded": ("a", "b")},
    }
