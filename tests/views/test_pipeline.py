"""Tests of the shape of a pipeline as people and programs get it."""

from typing import Any

import pytest

from awesome_mm.model.facts import Role, Status, UsedModel
from awesome_mm.views.blocks import Branch, Heading, Paragraph, Tree
from awesome_mm.views.pipeline import pipeline_report
from tests.factories import make_catalog, make_method, make_stage, make_text
from tests.pipelines import route, step


def lines(*stages: Any, language: str = "en") -> list[str]:
    """Return the tree of a method with these stages, two spaces before what hangs below."""
    catalog = make_catalog(make_method(stages=stages))
    [_, tree] = pipeline_report(catalog, [catalog.entry("alpha")], language).blocks()
    assert isinstance(tree, Tree)
    return list(flat(tree.branches, 0))


def flat(branches: Any, depth: int) -> Any:
    """Yield the texts of branches."""
    for branch in branches:
        assert isinstance(branch, Branch)
        yield f"{'  ' * depth}{branch.text}"
        yield from flat(branch.children, depth + 1)


def test_stages_in_order_say_only_where_the_last_one_leads() -> None:
    """A stage that simply leads to the next one has nothing below it; the last one keeps."""
    assert lines(make_stage("one"), make_stage("two")) == ["1 One [generate]", "2 Two [generate]", "  → keep"]


def test_who_works_and_where_samples_go() -> None:
    """Models and tools in one line, then each condition with where it leads, then what else goes on."""
    stage = make_stage("one", models=(UsedModel(id="gpt-4v", role=Role.JUDGE),), tools=(make_text("OCR"),), routes=(route("drop"),))

    assert lines(stage, make_stage("two"))[:4] == [
        "1 One [generate]",
        "  GPT-4V (judge), OCR",
        "  it holds → drop",
        "  otherwise → 2 Two",
    ]


def test_a_route_names_its_stage_by_number() -> None:
    """Where a route leads forward, nothing goes on besides."""
    stages = (make_stage("one", routes=(route("inner"),)), make_stage("two"), make_stage("three", steps=(step("inner"),)))

    assert lines(*stages)[:3] == ["1 One [generate]", "  it holds → 3.1 Inner", "2 Two [generate] · with input of its own"]


def test_what_the_last_step_does_not_drop_leads_behind_its_stage() -> None:
    """The way on from the end of a stage is said where a condition stands beside it."""
    stage = make_stage("one", steps=(step("a"), step("b", routes=(route("drop"),))))

    assert lines(stage, make_stage("two"))[:5] == [
        "1 One [generate]",
        "  1.1 A [generate]",
        "  1.2 B [generate]",
        "    it holds → drop",
        "    otherwise → 2 Two",
    ]


def test_loops_are_plain_to_see() -> None:
    """Rounds have their number at the stage and at each way into the next one; a route back names the stage."""
    rounds = make_stage("one", repeat=3, steps=(step("a"), step("b", routes=(route("keep"), route("a", "spoilt")))))

    assert lines(rounds) == [
        "1 One [generate] ×3",
        "  1.1 A [generate]",
        "  1.2 B [generate]",
        "    it holds ↺ 3 rounds in all",
        "    spoilt ↺ 1.1 A",
        "  → keep",
    ]


def test_what_does_not_follow_the_stage_before_says_so() -> None:
    """Alternatives stand beside the first, branches meet behind both, training takes what was kept."""
    stages = (
        make_stage("one", steps=(step("a"), step("b", after=()))),
        make_stage("two"),
        make_stage("three", after=("one",)),
        make_stage("four"),
        make_stage("five", action="train"),
    )

    titles = [line for line in lines(*stages) if "→" not in line]

    assert titles == [
        "1 One [generate]",
        "  1.1 A [generate]",
        "  1.2 B [generate] · beside 1.1",
        "2 Two [generate]",
        "3 Three [generate] · after 1",
        "4 Four [generate] · after 2, 3",
        "5 Five [train] · on what was kept",
    ]


def test_samples_that_go_two_ways_are_not_the_rest() -> None:
    """What is kept and taken by a later stage as well goes both ways, and nothing is otherwise."""
    stages = (make_stage("one", routes=(route("keep"),)), make_stage("two", after=()), make_stage("three", after=("one",)))

    assert lines(*stages)[:3] == ["1 One [generate]", "  it holds → keep", "  → 3 Three"]


def test_a_stage_in_dispute_is_marked() -> None:
    """Doubt stands beside the stage."""
    assert lines(make_stage(status=Status.DISPUTED, reason=make_text("No.")))[0] == "1 Generation [generate] · disputed"


def test_ways_in_chinese() -> None:
    """The words between the stages are Chinese, too."""
    stages = (make_stage("one", routes=(route("drop"), route("one"))), make_stage("two"), make_stage("three", after=()))

    assert lines(*stages, language="zh") == [
        "1 阶段 [生成]",
        "  条件成立 → 丢弃",
        "  条件成立 ↺ 1 阶段",
        "  其余 → 2 阶段",
        "2 阶段 [生成]",
        "  → 保留",
        "3 阶段 [生成] · 另有输入",
        "  → 保留",
    ]


@pytest.mark.parametrize(("language", "said"), [("en", "No stages are known."), ("zh", "没有已知的流程阶段。")])
def test_an_entry_without_stages_says_so(language: str, said: str) -> None:
    """The name, and that nothing is known."""
    catalog = make_catalog(make_method())
    report = pipeline_report(catalog, [catalog.entry("alpha")], language)

    assert list(report.blocks()) == [Heading("Alpha", level=1), Paragraph(said)]
    assert report.payload["entries"] == [{"id": "alpha", "name": "Alpha", "stages": [], "starts": [], "edges": []}]
    assert report.records == []


def test_programs_get_stages_and_edges() -> None:
    """Stages are nested, with those they begin and end with; edges name stages by id, with conditions and counts."""
    stage = make_stage("one", repeat=2, steps=(step("a", routes=(route("drop"),)),))
    catalog = make_catalog(make_method(stages=(stage,)))

    report = pipeline_report(catalog, [catalog.entry("alpha")], "en")

    [entry] = report.payload["entries"]
    [outer] = entry["stages"]
    assert (outer["number"], outer["repeat"], outer["firsts"], outer["lasts"]) == ("1", 2, ["a"], ["a"])
    assert outer["steps"][0]["name"] == {"en": "A"}
    assert entry["edges"] == [
        {"from": "one", "to": "one", "way": "loop", "times": 2},
        {"from": "one", "to": "keep", "way": "next"},
        {"from": "a", "to": "drop", "way": "route", "when": {"en": "it holds", "zh": "条件成立"}},
    ]
    assert [(row["number"], row["id"], row["repeat"], row["leads_to"]) for row in report.records] == [
        ("1", "one", 2, ["one", "keep"]),
        ("1.1", "a", None, ["drop"]),
    ]
