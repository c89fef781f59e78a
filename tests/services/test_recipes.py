"""Tests of what a recipe knows and what it lacks."""

from typing import Any

import pytest

from awesome_mm.model.entry import Note, Topic
from awesome_mm.model.facts import Parameter, Role, Source, Status, UsedModel
from awesome_mm.services.recipes import Card, recipe_of, state_and_licence
from tests.factories import make_method, make_stage, make_text
from tests.pipelines import step


def cards(*stages: Any) -> list[Card]:
    """Return the cards of a method with these stages."""
    return list(recipe_of(make_method(stages=stages)).walk())


def parameter(name: str) -> Parameter:
    """Return a parameter called so."""
    return Parameter(name=make_text(name), text=make_text("a text"))


def test_cards_are_numbered_in_order() -> None:
    """A card for each stage, and after it those of its steps."""
    assert [card.number for card in cards(make_stage("a", steps=(step("b"), step("c"))), make_stage("d"))] == ["1", "1.1", "1.2", "2"]


@pytest.mark.parametrize(("action", "lacks"), [("generate", True), ("verify", True), ("collect", False), ("filter", False)])
def test_what_takes_a_model_lacks_one_where_none_is_named(action: str, *, lacks: bool) -> None:
    """Stages that generate, annotate, score or verify need a model or tool; others may do without."""
    [card] = cards(make_stage(action=action))

    assert card.lacks_models is lacks
    assert card.lacks_parameters


def test_a_model_or_a_tool_will_do() -> None:
    """Who is named is known."""
    models, tools = cards(make_stage("a", models=(UsedModel(id="gpt-4v", role=Role.JUDGE),)), make_stage("b", tools=(make_text("OCR"),)))

    assert (models.lacks_models, tools.lacks_models) == (False, False)


def test_a_step_lacks_nothing_that_its_stage_names() -> None:
    """Models and parameters of a stage are those of its steps; a stage with steps leaves the question to them."""
    outer, inner = cards(
        make_stage(models=(UsedModel(id="gpt-4v", role=Role.JUDGE),), parameters=(parameter("scale"),), steps=(step("inner"),))
    )
    bare, bare_inner = cards(make_stage(steps=(step("inner"),)))

    assert [(card.lacks_models, card.lacks_parameters) for card in (outer, inner, bare)] == [(False, False)] * 3
    assert (bare_inner.lacks_models, bare_inner.lacks_parameters) == (True, True)


def test_a_step_stands_as_its_stage_does() -> None:
    """Source, place, status and reason are those of the stage around it where it gives none; a status of its own has its own reason."""
    own = step("own", source=Source.CODE, locator="a.py", status=Status.CONFIRMED)
    stage = make_stage(status=Status.DISPUTED, reason=make_text("Doubtful."), steps=(step("bare"), own))

    _, bare, confirmed = (card.standing for card in cards(stage))

    assert (bare.source, bare.locator, bare.status, bare.reason) == (Source.LIST, "Section 3", Status.DISPUTED, make_text("Doubtful."))
    assert (confirmed.source, confirmed.locator, confirmed.status, confirmed.reason) == (Source.CODE, "a.py", Status.CONFIRMED, None)


def test_prompts_are_where_code_or_paper_say_so() -> None:
    """A place that speaks of prompts, or at which a prompt was read, is one; what the list says is none."""
    stages = (
        make_stage("a", source=Source.CODE, locator="prompts/one.txt"),
        make_stage("b", source=Source.PAPER, locator="Appendix A", parameters=(parameter("prompt (opening)"),)),
        make_stage("c", source=Source.LIST, locator="Section on prompts"),
        make_stage("d", source=Source.CODE, locator="run.py", parameters=(parameter("examples in the prompt"),)),
        make_stage("e", source=Source.CODE, locator="unknown", parameters=(parameter("prompt"),)),
        make_stage("f", source=Source.CODE, locator="prompts/one.txt"),
    )
    links = {"code": ("https://example.org/code",), "arxiv": ("2405.01234",)}

    found = recipe_of(make_method(stages=stages, links=links)).prompt_places

    assert found == (
        (Source.CODE, "prompts/one.txt", ("https://example.org/code",)),
        (Source.PAPER, "Appendix A", ("https://arxiv.org/abs/2405.01234",)),
    )


def test_notes_on_the_openness_of_prompts_are_kept() -> None:
    """What a note on openness says of prompts in either language belongs to the recipe."""
    notes = (
        Note(topic=Topic.OPENNESS, en="Prompts are in the appendix."),
        Note(topic=Topic.OPENNESS, en="The data are open."),
        Note(topic=Topic.IDEA, en="A good prompt."),
    )

    assert recipe_of(make_method(notes=notes)).prompt_notes == notes[:1]


def test_nothing_known_of_a_part_is_unknown() -> None:
    """A part that nobody speaks of has neither state nor licence."""
    assert state_and_licence(None) == ("unknown", "unknown")
