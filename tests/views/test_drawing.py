"""Tests of pipelines as boxes and arrows."""

from collections.abc import Iterable, Iterator
from typing import Any

from hypothesis import given

from awesome_mm.formats.wrapping import wrap
from awesome_mm.model.facts import Role, Status, UsedModel
from awesome_mm.views.drawing import Arrow, Box, Drawing, drawings_of, key_of
from tests.factories import make_catalog, make_method, make_stage, make_text
from tests.pipelines import route, stage_lists, step

CATALOG = make_catalog()


def drawn(*stages: Any, name: str = "Alpha") -> Drawing:
    """Return the drawing of a method with these stages."""
    catalog = make_catalog(make_method(stages=stages, name=name))
    [drawing] = drawings_of(catalog, [catalog.entry("alpha")], "en", wrap)
    return drawing


def joined(drawing: Drawing) -> list[tuple[str, str]]:
    """Return which boxes the arrows join, without the part of the keys that all have."""
    return [(arrow.source.rpartition("__")[2], arrow.target.rpartition("__")[2]) for arrow in drawing.arrows]


def test_a_stage_is_a_box_with_who_works_in_it() -> None:
    """Name, action and each model have lines of their own; the place where samples end is a box as well."""
    drawing = drawn(make_stage("one", models=(UsedModel(id="gpt-4v", role=Role.JUDGE),)))

    assert drawing == Drawing(
        "e__alpha",
        "Alpha",
        [Box("s__alpha__one", ["1 One [generate]", "GPT-4V (judge)"], []), Box("t__alpha__keep", ["keep"], ends=True)],
        [Arrow("s__alpha__one", "t__alpha__keep")],
    )


def test_brackets_are_not_broken() -> None:
    """What a stage does stands behind its name where there is room, else below it whole."""
    chinese, *_ = drawn(make_stage("one", name=make_text("把图像中的文字逐行识别出来"))).boxes
    latin, *_ = drawn(make_stage("one", name=make_text("x" * 22))).boxes

    assert list(chinese.lines) == ["1 把图像中的文字逐行识别出", "来 [generate]"]
    assert list(latin.lines) == ["1 " + "x" * 22, "[generate]"]


def test_only_ends_that_are_reached_are_drawn() -> None:
    """Where nothing is dropped there is no place for it."""
    assert [box.key for box in drawn(make_stage("one", routes=(route("drop"),))).boxes if box.ends] == ["t__alpha__keep", "t__alpha__drop"]


def test_a_stage_with_steps_is_a_frame() -> None:
    """Arrows join its first and last steps, and say which frame they leave and enter."""
    drawing = drawn(make_stage("one", steps=(step("a"), step("b"))), make_stage("two", steps=(step("c"),)))

    assert [[inner.key for inner in box.inner] for box in drawing.boxes[:2]] == [["s__alpha__a", "s__alpha__b"], ["s__alpha__c"]]
    assert Arrow("s__alpha__b", "s__alpha__c", leaves="s__alpha__one", enters="s__alpha__two") in drawing.arrows


def test_branches_have_an_arrow_each() -> None:
    """Samples go to each of several steps beside each other, and from each of them on."""
    kinds = (step("a"), step("b", after=()))

    assert joined(drawn(make_stage("one"), make_stage("two", steps=kinds), make_stage("three")))[:4] == [
        ("one", "a"),
        ("one", "b"),
        ("a", "three"),
        ("b", "three"),
    ]


def test_many_branches_and_conditions_share_an_arrow() -> None:
    """A condition, and more arrows than anybody can tell apart, are one arrow from frame to frame."""
    many = (step("a"), *(step(f"b{place}", after=()) for place in range(9)))
    drawing = drawn(make_stage("one", routes=(route("two"),)), make_stage("two", steps=many), make_stage("three"))

    assert [(arrow.lines, arrow.enters, arrow.whole) for arrow in drawing.arrows[:2]] == [
        (("it holds",), "s__alpha__two", (False, True)),
        ((), "", (True, False)),
    ]


def test_what_no_condition_speaks_of_is_otherwise() -> None:
    """The way on beside a condition has a word to tell it by."""
    drawing = drawn(make_stage("one", routes=(route("drop"),)), make_stage("two"))

    assert [list(arrow.lines) for arrow in drawing.arrows[:2]] == [["it holds"], ["otherwise"]]


def test_rounds_go_from_the_last_step_to_the_first() -> None:
    """A loop stays inside its frame; the way on leaves the frame as a whole, under no condition."""
    rounds = make_stage("one", repeat=3, steps=(step("a"), step("b", routes=(route("keep"),))))

    drawing = drawn(rounds)

    assert [(arrow.lines, arrow.is_loop, arrow.leaves, arrow.whole) for arrow in drawing.arrows] == [
        ((), False, "s__alpha__one", (True, False)),
        ((), False, "", (False, False)),
        (("it holds · 3 rounds", "in all"), True, "", (False, False)),
    ]
    assert joined(drawing)[2] == ("b", "a")


def test_doubt_is_seen() -> None:
    """A stage in dispute says so, and is marked."""
    box, *_ = drawn(make_stage("one", status=Status.DISPUTED, reason=make_text("No."))).boxes

    assert box.doubtful
    assert box.lines[-1].endswith("· disputed")


def test_nothing_to_draw_says_so() -> None:
    """An entry without stages is one box."""
    assert drawn().boxes == [Box("t__alpha__stages", ["No stages are known."])]


def test_texts_that_cannot_be_seen_leave_no_empty_labels() -> None:
    """A name of invisible marks gives way to the id, a condition of them to none."""
    drawing = drawn(make_stage("one", routes=(route("keep", "\u200b"),)), name="\u200b")

    assert drawing.title == "alpha"
    assert [list(arrow.lines) for arrow in drawing.arrows] == [[]]


def test_keys_differ_where_ids_do() -> None:
    """No two lists of ids have the same key."""
    lists = [("s", "a-b", "c"), ("s", "a", "b-c"), ("s", "a", "b", "c"), ("t", "a", "b-c")]

    assert len({key_of(*ids) for ids in lists}) == len(lists)


@given(stage_lists())
def test_every_pipeline_can_be_drawn(stages: list[Any]) -> None:
    """Whatever is said of stages, arrows join innermost boxes, and a frame stands for one only where the other is outside of it."""
    drawing = drawings_of(CATALOG, [make_method(stages=stages)], "en", wrap)[0]

    inside = {box.key: {one.key for one in walk(box.inner)} for box in walk(drawing.boxes)}
    for arrow in drawing.arrows:
        assert not inside[arrow.source]
        assert not inside[arrow.target]
        assert not arrow.leaves or arrow.target not in inside[arrow.leaves]
        assert not arrow.enters or arrow.source not in inside[arrow.enters]
        assert bool(arrow.leaves) or not arrow.whole[0]
        assert bool(arrow.enters) or not arrow.whole[1]


def walk(boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield boxes and those inside."""
    for box in boxes:
        yield box
        yield from walk(box.inner)
