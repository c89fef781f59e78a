"""Tests of stages as a tree that says all of them."""

from typing import Any

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Entry
from awesome_mm.model.facts import Role, Route, Status, Step, UsedModel
from awesome_mm.views.stages import pipeline_tree
from tests.factories import make_catalog, make_method, make_stage, make_text


def held(**given: Any) -> tuple[Catalog, Entry]:
    """Return a catalog of one entry, and the entry."""
    catalog = make_catalog(make_method(**given))
    return catalog, catalog.entry("alpha")


def test_stages_are_numbered_and_steps_below_them() -> None:
    """Stages count from 1, their steps as 1.1, 1.2."""
    step = Step(id="clarity", name=make_text("Clarity"), action="filter")
    stages = (make_stage("first", name=make_text("First")), make_stage("second", name=make_text("Second"), steps=(step, step)))

    first, second = pipeline_tree(*held(stages=stages), "en").branches

    assert first.text == "1 First [generate]"
    assert second.text == "2 Second [generate]"
    assert [child.text for child in second.children][:2] == ["2.1 Clarity [filter]", "2.2 Clarity [filter]"]


def test_a_stage_says_who_works_and_where_it_was_read() -> None:
    """Models with their roles and tools stand in one line, the claim in the last."""
    stage = make_stage(models=(UsedModel(id="gpt-4v", role=Role.JUDGE),), tools=(make_text("Simhash"),))

    [branch] = pipeline_tree(*held(stages=(stage,)), "en").branches

    assert [child.text for child in branch.children] == ["GPT-4V (judge), Simhash", "list · Section 3 · unverified"]


def test_a_locator_that_nobody_knows_is_left_out() -> None:
    """``unknown`` is not shown as if it were a place."""
    [branch] = pipeline_tree(*held(stages=(make_stage(locator="unknown"),)), "en").branches

    assert [child.text for child in branch.children] == ["list · unverified"]


def test_a_route_names_its_stage() -> None:
    """A route leads to a stage by its name, or says that the sample is kept or dropped."""
    routes = tuple(Route(when=make_text(to), to=to) for to in ("generation", "keep", "drop"))

    [branch] = pipeline_tree(*held(stages=(make_stage(name=make_text("Answering"), routes=routes),)), "en").branches

    assert [child.text for child in branch.children if child.style == "route"] == ["generation → Answering", "keep → keep", "drop → drop"]


def test_a_disputed_stage_says_so_and_why() -> None:
    """Doubt stands beside the stage's name, its reason below."""
    [branch] = pipeline_tree(*held(stages=(make_stage(status=Status.DISPUTED, reason=make_text("Nobody says so.")),)), "en").branches

    assert branch.text.endswith("· disputed")
    assert "Nobody says so." in [child.text for child in branch.children]


def test_a_repeated_stage_says_how_often() -> None:
    """A loop is a count behind the stage."""
    [branch] = pipeline_tree(*held(stages=(make_stage(repeat=3),)), "en").branches

    assert branch.text == "1 Generation [generate] ×3"
