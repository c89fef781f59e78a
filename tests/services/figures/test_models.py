"""Generator models over time."""

from typing import Any

from awesome_mm.model.entry import Entry
from awesome_mm.model.facts import Role, Status, Step, UsedModel
from awesome_mm.model.taxonomy import Model
from awesome_mm.services.figures.chart import Chart
from awesome_mm.services.figures.models import generators, models
from tests.factories import make_catalog, make_method, make_stage, make_text, make_vocabularies

NAMES = ("gpt-4v", "llava", "sam")
VOCABULARIES = make_vocabularies(model={name: Model(name=make_text(name)) for name in NAMES})


def use(*ids: str, role: Role = Role.GENERATOR) -> tuple[UsedModel, ...]:
    """Return models at work."""
    return tuple(UsedModel(id=one, role=role) for one in ids)


def work(entry_id: str, *ids: str, **given: Any) -> Entry:
    """Return a method whose only stage generates with the models `ids`."""
    return make_method(entry_id, stages=(make_stage(models=use(*ids)),), **given)


def charted(*entries: Entry) -> Chart:
    """Return the chart over `entries`."""
    catalog = make_catalog(*entries, vocabularies=VOCABULARIES)
    return models(catalog, catalog.briefs)


def left_out(chart: Chart) -> dict[str, tuple[str, ...]]:
    """Return the works that are left out, by reason."""
    return {one.reason: one.ids for one in chart.left_out}


def test_works_by_quarter() -> None:
    """A model has the works that use it in each quarter, the most used model first."""
    chart = charted(
        work("a", "llava", published="2024-01"), work("b", "gpt-4v", published="2024-03-31"), work("c", "gpt-4v", published="2024-04")
    )

    assert chart.period == "quarter"
    assert {series.key: [(point.key, point.ids) for point in series.points] for series in chart.series} == {
        "gpt-4v": [("2024-Q1", ("b",)), ("2024-Q2", ("c",))],
        "llava": [("2024-Q1", ("a",))],
    }


def test_works_far_apart_are_counted_by_year() -> None:
    """Where quarters would be too many, years are counted, and a date known only to the year is exact enough."""
    chart = charted(work("a", "llava", published="2018"), work("b", "llava", published="2024-03-31"))

    assert chart.period == "year"
    assert [point.key for point in chart.series[0].points] == ["2018", "2024"]
    assert chart.left_out == ()


def test_other_roles_are_no_generators() -> None:
    """A judge generates nothing: a work with a judge alone has no known generator."""
    chart = charted(make_method("a", published="2024-01", stages=(make_stage(models=use("sam", role=Role.JUDGE)),)))

    assert chart.is_empty
    assert left_out(chart) == {"no-generator": ("a",)}


def test_a_stage_in_dispute_does_not_count() -> None:
    """What only a stage in dispute names is left out and said; a work's other generators still count."""
    doubted = make_stage("doubted", models=use("sam", "llava"), status=Status.DISPUTED)
    entry = make_method("a", published="2024-01", stages=(make_stage(models=use("llava")), doubted))

    chart = charted(entry)

    assert [series.key for series in chart.series] == ["llava"]
    assert left_out(chart) == {"disputed": ("a",)}


def test_a_step_inherits_the_dispute() -> None:
    """A step inside a stage in dispute is in dispute, unless it says otherwise."""
    inner = (
        Step(id="x", name=make_text(), action="generate", models=use("sam")),
        Step(id="y", name=make_text(), action="generate", models=use("llava"), status=Status.CONFIRMED),
    )
    entry = make_method(stages=(make_stage(status=Status.DISPUTED, steps=inner),))

    assert generators(entry) == (("llava",), ("sam",))


def test_what_cannot_be_dated_is_said() -> None:
    """Works with generators but without a quarter are left out by reason."""
    chart = charted(work("a", "llava"), work("b", "llava", published="2024"), work("c", "llava", published="2024-02"))

    assert left_out(chart) == {"undated": ("a",), "year-only": ("b",)}
    assert chart.series[0].ids == ("c",)
