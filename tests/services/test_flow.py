"""Tests of how samples flow through stages."""

from typing import Any

import pytest
from hypothesis import given

from awesome_mm.services.flow import DROP, KEEP, Flow, Way, flow_of
from tests.bundled import decoded
from tests.factories import make_method, make_stage
from tests.pipelines import route, stage_lists, step

ENTRIES = {entry.id: entry for entry in decoded().entries}


def flow(*stages: Any) -> Flow:
    """Return the flow of a method with these stages."""
    return flow_of(make_method(stages=stages))


def ways(found: Flow) -> list[tuple[str, str, str]]:
    """Return the edges as source, target and way."""
    return [(edge.source, edge.target, edge.way.value) for edge in found.edges]


def test_nothing_flows_where_there_are_no_stages() -> None:
    """A work without stages has no nodes, edges or starts."""
    assert flow() == Flow()


def test_stages_follow_each_other_and_the_last_one_keeps() -> None:
    """Without routes each stage leads to the next, and what comes out at the end is kept."""
    found = flow(make_stage("one"), make_stage("two"))

    assert ways(found) == [("one", "two", "next"), ("two", "keep", "next")]
    assert found.starts == ("one",)


def test_what_is_not_dropped_goes_on() -> None:
    """A route that only drops leaves the edge to the next stage."""
    found = flow(make_stage("one", routes=(route(DROP),)), make_stage("two"))

    assert ways(found)[:2] == [("one", "drop", "route"), ("one", "two", "next")]


def test_routes_that_lead_on_replace_the_edge_to_the_next() -> None:
    """Where some route leads forward, the routes say where everything goes."""
    found = flow(make_stage("one", routes=(route("three"), route(DROP))), make_stage("two"), make_stage("three"))

    assert ways(found) == [("one", "three", "route"), ("one", "drop", "route"), ("two", "three", "next"), ("three", "keep", "next")]
    assert found.starts == ("one", "two")


def test_a_stage_that_keeps_everything_leads_to_no_other() -> None:
    """Behind a stage that keeps, the next one starts with samples of its own."""
    found = flow(make_stage("one", routes=(route(KEEP),)), make_stage("two"))

    assert ways(found) == [("one", "keep", "route"), ("two", "keep", "next")]
    assert found.starts == ("one", "two")


def test_a_route_back_is_a_loop_beside_the_way_on() -> None:
    """A route to an earlier stage goes round; what it does not speak of goes on."""
    found = flow(make_stage("one"), make_stage("two", routes=(route("one"),)), make_stage("three"))

    assert ways(found)[1:3] == [("two", "one", "loop"), ("two", "three", "next")]
    assert found.starts == ("one",)


def test_a_route_to_itself_is_a_loop() -> None:
    """A stage may send samples through itself again."""
    assert ways(flow(make_stage("one", routes=(route("one"),))))[0] == ("one", "one", "loop")


def test_a_stage_that_repeats_goes_round_itself() -> None:
    """A number of runs above one is a loop with that count."""
    found = flow(make_stage("one", repeat=3), make_stage("two", repeat=1))

    assert [(edge.source, edge.target, edge.times) for edge in found.edges if edge.way is Way.LOOP] == [("one", "one", 3)]


def test_keep_ends_a_round_of_the_stage_that_repeats() -> None:
    """Inside rounds ``keep`` leads into the next one, and the stage leads on at its end."""
    check = step("check", routes=(route(KEEP, "better"), route(DROP, "broken")))
    found = flow(make_stage("rounds", repeat=3, steps=(step("write"), check)), make_stage("after"))

    assert ways(found) == [
        ("rounds", "after", "next"),
        ("write", "check", "next"),
        ("check", "rounds", "loop"),
        ("check", "drop", "route"),
        ("after", "keep", "next"),
    ]
    assert [edge.times for edge in found.edges_from("check")] == [3, None]
    assert found.lasts == {"rounds": ("check",)}


def test_keep_inside_an_inner_stage_ends_the_round_around_it() -> None:
    """The nearest stage that repeats is the one whose round ends."""
    inner = step("inner", steps=(step("check", routes=(route(KEEP),)),))
    found = flow(make_stage("rounds", repeat=2, steps=(inner, step("more"))))

    assert ("check", "rounds", "loop") in ways(found)
    assert ("inner", "more", "next") not in ways(found)
    assert ("rounds", "keep", "next") in ways(found)


def test_a_stage_lets_through_what_its_last_step_does() -> None:
    """Where the last step routes everything elsewhere, nothing goes on from the stage around it."""
    inner = make_stage("outer", steps=(step("one"), step("two", routes=(route(KEEP), route(DROP)))))

    assert [way for way in ways(flow(inner, make_stage("next"))) if way[0] == "outer"] == []


def test_steps_beside_each_other_all_lead_on() -> None:
    """Steps that come after none begin their stage together, and end it together."""
    kinds = (step("one"), step("two", after=()), step("three", after=()))
    found = flow(make_stage("outer", steps=kinds), make_stage("next"))

    assert ways(found) == [("outer", "next", "next"), ("next", "keep", "next")]
    assert found.firsts(found.nodes[0]) == ("one", "two", "three")
    assert found.lasts["outer"] == ("one", "two", "three")


def test_a_stage_takes_from_all_that_nobody_took_from() -> None:
    """Branches meet in the next stage that names none; stages that are named lead where they are named."""
    found = flow(make_stage("one"), make_stage("two"), make_stage("three", after=("one",)), make_stage("four"))

    assert ways(found)[:4] == [("one", "two", "next"), ("one", "three", "next"), ("two", "four", "next"), ("three", "four", "next")]


def test_training_at_the_end_takes_what_was_kept() -> None:
    """The data is finished before the last stages, which only train."""
    found = flow(make_stage("make"), make_stage("tune", action="train"), make_stage("align", action="train"))

    assert ways(found) == [("make", "keep", "next"), ("tune", "align", "next"), ("keep", "tune", "next")]
    assert found.starts == ("make",)


def test_training_in_between_is_a_stage_like_others() -> None:
    """A model that is trained to make the data stands in the row."""
    assert ways(flow(make_stage("one"), make_stage("two", action="train"), make_stage("three")))[1] == ("two", "three", "next")


def test_training_alone_keeps() -> None:
    """Where there is nothing but training, its outcome is what is kept."""
    assert ways(flow(make_stage("only", action="train"))) == [("only", "keep", "next")]


def test_mixing_takes_what_was_kept_where_nothing_else_leads_to_it() -> None:
    """What several stages kept is what is mixed."""
    found = flow(make_stage("one", routes=(route(KEEP),)), make_stage("mix", action="mix"), make_stage("last"))

    assert ("keep", "mix", "next") in ways(found)
    assert found.starts == ("one",)


def test_honeypipe_sends_what_failed_to_the_long_path_and_then_out() -> None:
    """Bee's failed short chains get a long one, and are dropped if that fails too; nothing else goes from the one path to the other."""
    found = flow_of(ENTRIES["bee"])

    assert [(edge.target, edge.when.en) for edge in found.edges_from("short-verify") if edge.when] == [
        ("keep", "pass"),
        ("long-generate", "fail"),
    ]
    assert [edge.target for edge in found.edges_from("long-verify")] == ["keep", "drop"]
    assert found.edges_from("short-cot") == found.edges_from("long-cot") == ()
    assert found.before("training") == ("keep",)


# Where samples come in; every other stage of the outer level is led to.
STARTS = {
    "bee": ("aggregation", "long-cot"),
    "thinkmorph": ("jigsaw", "navigation", "search", "chart"),
    "sharegpt-4o-image": ("prompt-first", "image-first", "editing"),
    "llava-onevision": ("recaption", "document-ocr", "chinese-captions", "language-balance", "instruction-collection"),
    "llava-1-5": ("generated", "academic"),
    "mavis": ("diagram", "model-written"),
    "refcoco-edit": ("source", "reference"),
    "allava": ("images", "text-answers"),
    "pixmo": ("captions", "questions", "pointing"),
}


@pytest.mark.parametrize("entry_id", ENTRIES)
def test_no_stage_of_the_catalog_stands_alone(entry_id: str) -> None:
    """Samples come in at the first stage, and elsewhere only where that is known; each edge joins what there is, once."""
    entry = ENTRIES[entry_id]
    found = flow_of(entry)
    ids = [node.id for node in found.walk()]

    assert found.starts == STARTS.get(entry_id, tuple(stage.id for stage in entry.stages[:1]))
    assert {edge.source for edge in found.edges} <= {*ids, KEEP}
    assert {edge.target for edge in found.edges} <= {*ids, KEEP, DROP}
    assert len(set(found.edges)) == len(found.edges)
    assert reached(found) >= set(ids)
    assert set(ids) - let_out(found) <= {node.id for node in found.nodes[-1:] for node in node.walk() if node.step.action == "train"}


def reached(found: Flow) -> set[str]:
    """Return what samples come to from the starts; who is inside a stage is in it too."""
    around = {one.id: node.id for node in found.walk() for one in node.inner}
    firsts = {node.id: found.firsts(node) for node in found.walk()}
    come_to: set[str] = set()
    waiting = list(found.starts)
    while waiting:
        one = waiting.pop()
        if one not in come_to:
            come_to.add(one)
            waiting += [edge.target for edge in found.edges_from(one)]
            waiting += [*firsts.get(one, ()), *([around[one]] if one in around else [])]
    return come_to


def let_out(found: Flow) -> set[str]:
    """Return the stages that samples leave: by an edge, at the end of the stage around them, or inside by a step's edge."""
    lasts = {one for ends in found.lasts.values() for one in ends}
    return {node.id for node in found.walk() if any(found.edges_from(one.id) for one in node.walk())} | lasts


@given(stage_lists())
def test_every_pipeline_is_a_graph(stages: list[Any]) -> None:
    """Whatever is said of stages, edges join what there is, ``drop`` leads nowhere, and every route is an edge."""
    found = flow(*stages)
    ids = {node.id for node in found.walk()}

    assert {edge.source for edge in found.edges} <= ids | {KEEP}
    assert {edge.target for edge in found.edges} <= ids | {KEEP, DROP}
    for node in found.walk():
        edges = [edge for edge in found.edges_from(node.id) if edge.when]
        assert len(edges) == len(node.step.routes)
        goes_on = [edge for edge in found.edges_from(node.id) if edge.way is Way.NEXT]
        named = any(node.id in (one.step.after or ()) for one in found.walk())
        if any(edge.way is Way.ROUTE and edge.target != DROP for edge in edges) and not named:
            assert goes_on == []
