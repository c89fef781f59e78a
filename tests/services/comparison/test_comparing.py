"""Works side by side: which rows there are, what stands in them, and which differ."""

from typing import Any

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.model.entry import Access, Basis, Dispute, Need, Openness, State, Venue
from awesome_mm.model.facts import Gain, GainUnit, Quantity, Role, Source, Status, Step, UsedModel
from awesome_mm.model.taxonomy import Category, Text
from awesome_mm.services.comparison.comparing import ROWS, compare
from awesome_mm.services.comparison.comparison import Comparison, Row, Value
from tests.bundled import catalog as bundled
from tests.factories import make_catalog, make_figure, make_method, make_result, make_stage, make_text, make_vocabularies


def row(comparison: Comparison, key: str) -> Row:
    """Return the row called `key`."""
    return next(one for one in comparison.rows if one.key == key)


def said(comparison: Comparison, key: str) -> list[list[Any]]:
    """Return the values of a row, work by work."""
    return [[value.value for value in cell] for cell in row(comparison, key).cells]


def test_works_stand_in_the_order_asked_for() -> None:
    """The works are those named, in that order, each with a cell in every row."""
    catalog = make_catalog(make_method("alpha", published="2024-01"), make_method("beta", published="2025"))

    comparison = compare(catalog, ["beta", "alpha"], ["date"])

    assert comparison.entries == ("beta", "alpha")
    assert said(comparison, "date") == [["2025"], ["2024-01"]]


def test_a_row_of_which_nothing_is_known_is_left_out() -> None:
    """Unasked, a row stands only where something is known of one of the works; asked for, it stands."""
    catalog = make_catalog(make_method("alpha", needs=(Need.CPU,)), make_method("beta"))

    assert [one.key for one in compare(catalog, ["alpha", "beta"]).rows] == ["category", "needs"]
    assert said(compare(catalog, ["alpha", "beta"], ["input"]), "input") == [[], []]


def test_rows_stand_as_they_were_asked_for() -> None:
    """Rows keep the order of the call, and a group stands for its rows."""
    catalog = make_catalog(make_method("alpha"))

    rows = compare(catalog, ["alpha"], ["scale", "openness", "date"]).rows

    assert [one.key for one in rows] == ["scale", "code", "data", "model", "prompts", "date"]


def test_an_unknown_row_names_the_near_ones() -> None:
    """A misspelt row is wrong usage that says what is near."""
    with pytest.raises(WrongUsage) as error:
        compare(make_catalog(make_method()), ["alpha"], ["stage"])

    assert "stages" in error.value.fix


def test_only_differences() -> None:
    """With differences alone, what is the same everywhere is left out; unknown differs from known, an order of words does not."""
    same = {"published": "2024", "needs": (Need.CPU, Need.ENDPOINT)}
    alpha = make_method("alpha", input=("images",), **same)
    beta = make_method("beta", **{**same, "needs": (Need.ENDPOINT, Need.CPU)})

    rows = compare(make_catalog(alpha, beta), ["alpha", "beta"], differences=True).rows

    assert [one.key for one in rows] == ["input"]


def test_an_axis_of_the_taxonomy_is_a_row() -> None:
    """A category that says what those below it tell apart gives a row: the child under which a work stands, however deep, also by ours."""
    vocabularies = make_vocabularies(
        category={
            "methods": Category(title=make_text("Methods"), compares=make_text("Treatment", "处理")),
            "editing": Category(title=make_text("Editing"), parent="methods"),
            "local": Category(title=make_text("Local editing"), parent="editing"),
            "other": Category(title=make_text("Other")),
        }
    )
    works = [
        make_method("alpha", categories=("local",)),
        make_method("beta", categories=("other",), also_in=("editing",)),
        make_method("gamma", categories=("other", "methods")),
    ]

    comparison = compare(make_catalog(*works, vocabularies=vocabularies), ["alpha", "beta", "gamma"])

    assert said(comparison, "methods") == [["editing"], ["editing"], []]
    assert row(comparison, "methods").title == Text(en="Treatment", zh="处理")
    assert "category" not in [one.key for one in comparison.rows]
    assert [one.key for one in compare(make_catalog(*works, vocabularies=vocabularies), ["alpha"], ["treatment"]).rows] == ["methods"]


def test_a_recalled_venue_is_unverified() -> None:
    """What is only recalled of a venue says so."""
    catalog = make_catalog(make_method(venue=Venue(name="ICCV", year=2025, track="Oral", basis=Basis.RECALLED)))

    (value,) = row(compare(catalog, ["alpha"]), "venue").cells[0]

    assert (value.value, value.status, value.more) == ("ICCV", Status.UNVERIFIED, {"year": 2025, "track": "Oral"})


def test_a_disputed_claim_is_no_value() -> None:
    """A figure, result or stage in dispute gives no value, only that it is in dispute."""
    doubted: dict[str, Any] = {"status": Status.DISPUTED, "reason": make_text("No.")}
    alpha = make_method(
        "alpha",
        figures=(make_figure(headline=True, **doubted),),
        stages=(make_stage(models=(UsedModel(id="gpt-4v", role=Role.GENERATOR),), **doubted),),
        results=(make_result("MMMU", 60.0, **doubted),),
    )
    beta = make_method("beta", results=(make_result("MMMU", 50.0),))

    comparison = compare(make_catalog(alpha, beta), ["alpha", "beta"])

    assert said(comparison, "scale")[0] == said(comparison, "stages")[0] == said(comparison, "results.MMMU")[0] == [None]
    assert row(comparison, "scale").cells[0][0].status == "disputed"
    assert "generators" not in [one.key for one in comparison.rows]


def test_a_scale_has_unit_status_and_place() -> None:
    """The headline figure carries its bounds, unit, source, place and standing."""
    figure = make_figure(
        headline=True,
        quantity=Quantity(at_least=10, at_most=20, unit="image", about=True),
        source=Source.PAPER,
        locator="Table 1",
        status=Status.CONFIRMED,
        label=make_text("pictures"),
    )

    (value,) = row(compare(make_catalog(make_method(figures=(figure,))), ["alpha"]), "scale").cells[0]

    assert value == Value(
        value=None,
        unit="image",
        status=Status.CONFIRMED,
        source=Source.PAPER,
        locator="Table 1",
        more={"at_least": 10, "at_most": 20, "about": True, "label": {"en": "pictures"}},
    )


def test_a_step_has_the_standing_of_its_stage() -> None:
    """A model in a step is claimed as its stage is; of several claims the one to be trusted most speaks for it."""
    used = (UsedModel(id="gpt-4v", role=Role.VERIFIER),)
    inner = Step(id="inner", name=make_text("Inner"), action="filter", models=used)
    stages = (
        make_stage("first", steps=(inner,), status=Status.UNVERIFIED),
        make_stage("second", models=used, status=Status.CONFIRMED, locator="Code"),
    )

    comparison = compare(make_catalog(make_method(stages=stages)), ["alpha"])
    (judge,) = row(comparison, "judges").cells[0]

    assert (judge.value, judge.status, judge.locator, judge.more) == ("gpt-4v", Status.CONFIRMED, "Code", {"stages": ["inner", "second"]})
    assert [(one.value, one.status) for one in row(comparison, "quality").cells[0]] == [({"en": "Inner"}, Status.UNVERIFIED)]


def test_quality_control_is_the_outermost_step() -> None:
    """A stage that filters stands for its steps; a stage that does not gives the steps that do."""
    inner = Step(id="inner", name=make_text("Inner"), action="filter")
    stages = (
        make_stage("making", steps=(inner,)),
        make_stage("gate", action="filter", steps=(Step(id="part", name=make_text("Part"), action="filter"),)),
    )

    cell = row(compare(make_catalog(make_method(stages=stages)), ["alpha"]), "quality").cells[0]

    assert [one.more["stage"] for one in cell] == ["inner", "gate"]


def test_a_loop_has_its_rounds() -> None:
    """A stage that is repeated says how often, and what is done inside."""
    step = Step(id="inner", name=make_text("Inner"), action="filter")
    catalog = make_catalog(make_method(stages=(make_stage(repeat=3, steps=(step,)), make_stage("next"))))

    looped, following = row(compare(catalog, ["alpha"]), "stages").cells[0]

    assert looped.more == {"stage": "generation", "repeat": 3, "steps": ["filter"]}
    assert following.more == {"stage": "next"}


def test_results_on_shared_benchmarks() -> None:
    """A benchmark that two works name, however it is written, is a row; one that a single work names is none."""
    gain = Gain(over=(make_text("LLaVA"),), value=3.1, unit=GainUnit.POINT)
    alpha = make_method("alpha", results=(make_result("MM-Bench", 70.0), make_result("Own", 1.0)))
    beta = make_method("beta", results=(make_result("MMBench", None, gain=gain, metric=make_text("accuracy")),))
    gamma = make_method("gamma")

    comparison = compare(make_catalog(alpha, beta, gamma), ["alpha", "beta", "gamma"])

    assert [one.key for one in comparison.rows if one.key.startswith("results")] == ["results.MM-Bench"]
    assert said(comparison, "results.MM-Bench") == [[70.0], [None], []]
    told = row(comparison, "results.MM-Bench").cells[1][0].more
    assert told == {"metric": {"en": "accuracy"}, "gain": {"value": 3.1, "unit": "point", "over": [{"en": "LLaVA"}]}}


def test_openness_that_nobody_knows_is_unknown() -> None:
    """A part whose state is unknown gives no value; a known one its licence."""
    openness = Openness(code=Access(state=State.RELEASED, licence="MIT"), data=Access(state=State.UNKNOWN))

    comparison = compare(make_catalog(make_method(openness=openness)), ["alpha"], ["openness"])

    assert said(comparison, "code") == [["released"]]
    assert row(comparison, "code").cells[0][0].more == {"licence": "MIT"}
    assert said(comparison, "data") == [[]]


def test_disputes_have_their_reason() -> None:
    """What is in dispute is named by its field, with what the list says and why it is not so."""
    dispute = Dispute(field="published", listed="2025", reason=make_text("The id is of 2024."))

    (value,) = row(compare(make_catalog(make_method(disputes=(dispute,))), ["alpha"]), "disputed").cells[0]

    assert (value.value, value.more) == ("published", {"listed": "2025", "reason": {"en": "The id is of 2024."}})


@pytest.mark.parametrize("name", ROWS)
def test_every_row_over_the_whole_survey(name: str) -> None:
    """Each row has a cell for every work of the bundled catalog, and each value that is no fact of its own says where it stands."""
    rows = compare(bundled(), bundled().ids, [name]).rows

    assert rows
    for one in rows:
        assert len(one.cells) == len(bundled())
        claims = [value for cell in one.cells for value in cell if value.status and name != "venue"]
        assert all(value.source and value.locator for value in claims)
