"""Tests of recipes as people and programs get them."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.model.entry import Access, Entry, Need, Note, Openness, State, Topic
from awesome_mm.model.facts import Parameter, Quantity, Role, Route, Source, Status, Step, UsedModel
from awesome_mm.services.recipes import recipe_of
from awesome_mm.store.toml_text import table_text
from awesome_mm.views.blocks import Facts, Heading, Paragraph
from awesome_mm.views.recipe import recipe_record, recipe_report
from tests.bundled import decoded
from tests.factories import make_catalog, make_method, make_stage, make_text


def facts(language: str = "en", **given: Any) -> list[list[tuple[str, str]]]:
    """Return the labelled rows of a recipe: those above the stages, then those of each card."""
    catalog = make_catalog(make_method(**given))
    blocks = recipe_report(catalog, recipe_of(catalog.entry("alpha")), language).blocks()
    return [list(block.rows) for block in blocks if isinstance(block, Facts)]


def test_what_nobody_says_is_unknown() -> None:
    """Above the stages and in a card every gap is said in words."""
    above, card = facts(stages=(make_stage(locator="unknown"),))

    assert dict(above) == {
        "Needs": "unknown",
        "Input": "unknown",
        "Output": "unknown",
        "Code": "unknown · Licence: unknown",
        "Prompts": "unknown · Licence: unknown",
        "Prompts in": "unknown",
    }
    assert card == [
        ("What it does", "unknown"),
        ("Models", "unknown"),
        ("Parameters", "unknown"),
        ("Source", "list · Place: unknown · unverified"),
    ]


def test_a_card_holds_everything() -> None:
    """Models with roles, tools, a row for each parameter and route, the source, and the reason of a dispute."""
    stage = make_stage(
        models=(UsedModel(id="gpt-4v", role=Role.JUDGE),),
        tools=(make_text("OCR"),),
        parameters=(
            Parameter(name=make_text("clarity"), quantity=Quantity(at_least=3, unit="percent"), text=make_text("on average")),
            Parameter(name=make_text("prompt"), text=make_text("Is it clear?")),
        ),
        routes=(Route(when=make_text("it is"), to="keep"), Route(when=make_text("else"), to="generation")),
        detail=make_text("Checks."),
        status=Status.DISPUTED,
        reason=make_text("Nobody says so."),
        source=Source.CODE,
        locator="a.py",
    )

    _, card = facts(stages=(stage,))

    assert card == [
        ("Models", "GPT-4V (judge)"),
        ("Tools", "OCR"),
        ("· clarity", "at least 3 %, on average"),
        ("· prompt", "Is it clear?"),
        ("Route", "it is → keep"),
        ("Route", "else → 1 Generation"),
        ("Source", "code · a.py · disputed"),
        ("Reason", "Nobody says so."),
    ]


def test_what_stands_above_the_stages() -> None:
    """Needs, materials, code and prompts with licences and links, and what is said of the prompts, in the language asked for."""
    entry = {
        "needs": (Need.CPU,),
        "input": ("images",),
        "output": ("text", "images"),
        "openness": Openness(code=Access(state=State.RELEASED, licence="MIT"), prompts=Access(state=State.RELEASED, licence="none")),
        "links": {"code": ("https://example.org/code",)},
        "notes": (Note(topic=Topic.OPENNESS, en="The prompts are out.", zh="提示词已公开。"),),
        "stages": (make_stage(source=Source.CODE, locator="prompts/"),),
    }

    above, _ = facts("zh", **entry)

    assert above == [
        ("所需条件", "CPU"),
        ("输入", "图像"),
        ("输出", "文本、图像"),
        ("代码", "已发布 · 许可证：MIT · https://example.org/code"),
        ("提示词", "已发布 · 许可证：无"),
        ("提示词位置", "代码 · prompts/ · https://example.org/code"),
        ("提示词说明", "提示词已公开。"),
    ]


def test_steps_have_cards_below_their_stage() -> None:
    """Headings are numbered, those of steps a level lower; rounds are seen."""
    stage = make_stage(repeat=3, steps=(Step(id="inner", name=make_text("Inner"), action="filter"),))
    catalog = make_catalog(make_method(stages=(stage,)))

    blocks = recipe_report(catalog, recipe_of(catalog.entry("alpha")), "en").blocks()

    assert [block for block in blocks if isinstance(block, Heading)][1:] == [
        Heading("1 Generation [generate] ×3", level=2),
        Heading("1.1 Inner [filter]", level=3),
    ]


def test_an_entry_without_stages_says_so() -> None:
    """What is known above the stages stands alone."""
    catalog = make_catalog(make_method())
    report = recipe_report(catalog, recipe_of(catalog.entry("alpha")), "en")

    assert list(report.blocks())[-1] == Paragraph("No stages are known.")
    assert (report.payload["recipe"]["stages"], report.records) == ([], [])


def test_rows_are_one_for_each_parameter() -> None:
    """A stage without parameters has one row, which says that they are unknown where nobody says them."""
    parameters = tuple(Parameter(name=make_text(name), quantity=Quantity(value=1, unit="image")) for name in ("a", "b"))
    steps = (Step(id="inner", name=make_text("Inner"), action="filter"),)
    catalog = make_catalog(make_method(stages=(make_stage("one", parameters=parameters), make_stage("two", steps=steps))))

    rows = recipe_report(catalog, recipe_of(catalog.entry("alpha")), "en").records

    assert [(row["number"], row["models"], row.get("parameter"), row.get("quantity")) for row in rows] == [
        ("1", "unknown", {"en": "a"}, {"value": 1, "unit": "image"}),
        ("1", "unknown", {"en": "b"}, {"value": 1, "unit": "image"}),
        ("2", [], None, None),
        ("2.1", [], {"en": "unknown"}, None),
    ]


def read_back(entry: Entry) -> bool:
    """Whether TOML holds the recipe of `entry` as it is."""
    record = recipe_record(recipe_of(entry))
    return bool(tomllib.loads(table_text((), record)) == record)


@pytest.mark.parametrize("entry_id", [entry.id for entry in decoded().entries])
def test_toml_holds_every_recipe(entry_id: str) -> None:
    """What is written as TOML is read back as the JSON has it, for every entry."""
    assert read_back(next(entry for entry in decoded().entries if entry.id == entry_id))


@given(st.text(min_size=1), st.floats(allow_nan=False))
def test_toml_holds_any_text_and_number(text: str, number: float) -> None:
    """Quotes, line breaks, control characters and Chinese come back, and so does every number."""
    parameter = Parameter(name=make_text(text), quantity=Quantity(value=number, unit="image"), text=make_text(text, text))
    stage = make_stage(name=make_text(text), detail=make_text(text), locator=text, parameters=(parameter,), tools=(make_text(text),))
    step = Step(id="inner", name=make_text(text), action="filter", routes=(Route(when=make_text(text), to="keep"),), after=())

    assert read_back(make_method(name=text, stages=(stage, make_stage("two", steps=(step,)))))
