"""How a query is read: fields, phrases, words, and what is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.errors import WrongUsage
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Access, Openness, State, Venue
from awesome_mm.model.facts import Role, UsedModel
from awesome_mm.services.asking import FIELDS, ask
from awesome_mm.services.search import rank
from awesome_mm.services.selection import Selection
from tests.factories import make_catalog, make_method, make_stage, make_text

SURVEY = make_catalog(
    make_method(
        "oasis",
        title="Visual Instruction Data",
        authors=("Letian Zhang",),
        organizations=("bytedance", "tongji"),
        published="2025-03",
        added="2026-11-01",
        openness=Openness(code=Access(state=State.RELEASED)),
        stages=(make_stage(action="filter", models=(UsedModel(id="gpt-4v", role=Role.GENERATOR),)),),
    ),
    make_method(
        "bytemorph",
        title="Instruction in Visual Editing",
        authors=("Ann Oasis",),
        organizations=("tongji",),
        published="2024-06",
        venue=Venue(name="ICCV", year=2024),
        summary=make_text("Edits for video: a dataset.", "面向视频的编辑数据。"),
    ),
)


def found(query: str | list[str], *excluding: str, catalog: Catalog = SURVEY) -> list[str]:
    """Return the ids that answer."""
    return [hit.brief.id for hit in rank(catalog, ask(catalog, query, None, excluding)).hits]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("org:bytedance", ["oasis"]),
        ("ORG:ByteDance", ["oasis"]),
        ("org:字节跳动", ["oasis"]),
        ("机构：字节跳动", ["oasis"]),
        ("organization:Tongji University", ["oasis", "bytemorph"]),
        ('org:"Tongji University"', ["oasis", "bytemorph"]),
        ("org:Tongji University video", ["bytemorph"]),
        ("year:2025..", ["oasis"]),
        ("year:2024..2025 year:2020", ["oasis", "bytemorph"]),
        ("has:code", ["oasis"]),
        ("open:code", ["oasis"]),
        ("model:gpt-4v", ["oasis"]),
        ("action:filter", ["oasis"]),
        ("category:图像编辑 is:academic", ["oasis", "bytemorph"]),
        ("is:industrial", ["oasis"]),
        ("added:2026-11", ["oasis"]),
        ("org:bytedance video", []),
        ("org:tongji year:2024 video", ["bytemorph"]),
        ("works by org:tongji about video", ["bytemorph"]),
        ("author:oasis", ["bytemorph"]),
        ("name:oasis", ["oasis"]),
        ("title:editing", ["bytemorph"]),
        ("作者:letian", ["oasis"]),
        ('author:"Letian Zhang"', ["oasis"]),
        ("venue:iccv", ["bytemorph"]),
        ("机構:字節跳動", ["oasis"]),
        ("category:圖像編輯 is:industrial", ["oasis"]),
        ('"視頻"', ["bytemorph"]),
        ("开放:代码", ["oasis"]),
    ],
)
def test_fields_bind_what_they_name(query: str, ids: list[str]) -> None:
    """A field is the filter of that name, or the part of an entry in which the word must stand."""
    assert found(query) == ids


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["visual instruction"], ["oasis", "bytemorph"]),
        (["visual instruction", "data"], ["oasis"]),
        (["instruction visual", "data"], []),
        (["oasis", "visual instruction data"], ["oasis"]),
        (["visual", "instruction"], ["oasis", "bytemorph"]),
    ],
)
def test_an_argument_with_spaces_beside_others_is_a_phrase(arguments: list[str], ids: list[str]) -> None:
    """A shell takes the quotes away; one argument alone is a query."""
    assert found(arguments) == ids


def test_an_argument_with_spaces_may_be_one_value() -> None:
    """A shell takes the quotes away, the name stays one."""
    assert found(["org:Tongji University", "video"]) == ["bytemorph"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"visual instruction"', ["oasis"]),
        ("“visual instruction”", ["oasis"]),
        ("「视频」", ["bytemorph"]),
        ("visual instruction", ["oasis", "bytemorph"]),
        ('"visual instruct"', []),
        ('"instruction" visual', ["oasis", "bytemorph"]),
        ('"instruction in visual" video', ["bytemorph"]),
        ('oasis "visual instruction"', ["oasis"]),
        ('oasis "instruction in visual"', ["bytemorph"]),
        ('"', []),
        ('""', []),
        ('"oasis', ["oasis", "bytemorph"]),
    ],
)
def test_a_phrase_stands_as_it_is(query: str, ids: list[str]) -> None:
    """What is in quotes stands together in one text, as whole words; a quote that is never closed is none."""
    assert found(query) == ids


@pytest.mark.parametrize(
    ("excluded", "ids"),
    [
        ("video", ["oasis"]),
        ("videos", ["oasis"]),
        ("视频", ["oasis"]),
        ("visual instruction", ["bytemorph"]),
        ("org:bytedance", ["bytemorph"]),
        ("zebra", ["oasis", "bytemorph"]),
        ("視頻", ["oasis"]),
        ("vid", ["oasis", "bytemorph"]),
        ("a", ["oasis", "bytemorph"]),
    ],
)
def test_what_is_excluded_is_left_out(excluded: str, ids: list[str]) -> None:
    """A word, a phrase or a field keeps out what a search for it would find."""
    assert found("visual", excluded) == ids


def test_several_may_be_excluded() -> None:
    """Each of them keeps out its own."""
    assert found("visual", "video", "org:bytedance") == []


def test_everything_but_something_may_be_asked_for() -> None:
    """Without words and fields all entries are asked for, less what is excluded."""
    assert found("", "video") == ["oasis"]


@pytest.mark.parametrize(
    "query",
    [
        "Oasis: visual data",
        "FLD-5B:visual oasis",
        "https://github.com/x/y",
        "arXiv:2503.08741",
        "https://arxiv.org/abs/2503.08741v2",
        "10:30",
    ],
)
def test_a_colon_is_text_where_no_field_stands_before_it(query: str) -> None:
    """Titles, addresses and ids keep their colons."""
    asked = ask(SURVEY, query)

    assert asked.text == query
    assert (asked.bound, asked.selections, asked.unknown_fields) == ((), (), ())


def test_what_may_have_been_meant_as_a_field_is_told() -> None:
    """A word before a colon that is no field is looked for, and named where nothing is found."""
    result = rank(SURVEY, ask(SURVEY, "stage:filter zebra"))

    assert (result.matched, result.unknown_fields) == (0, ("stage",))


@pytest.mark.parametrize(
    ("query", "right"), [("yaer:2024", "year:"), ("orgs:x", "org:"), ("auhtor:liu", "author:"), ('titel:"x y"', "title:")]
)
def test_a_misspelt_field_names_the_right_ones(query: str, right: str) -> None:
    """What is nearly a field is no text; all fields are named."""
    with pytest.raises(WrongUsage) as caught:
        ask(SURVEY, query)

    assert right in caught.value.message
    assert all(field in caught.value.fix for field in FIELDS)


@pytest.mark.parametrize(
    ("query", "near"), [("org:bytedanse", "bytedance"), ("has:codes", "code"), ("is:big", "industrial"), ("year:x", "2024..")]
)
def test_a_wrong_value_names_the_right_ones(query: str, near: str) -> None:
    """A field says what it knows, and is called as it is written in a query."""
    with pytest.raises(WrongUsage) as caught:
        ask(SURVEY, query)

    assert near in f"{caught.value.message} {caught.value.fix}"
    assert "--" not in caught.value.message


@pytest.mark.parametrize("query", ["org:", "org: bytedance", "year:", ":", "::", ":bytedance"])
def test_a_field_without_a_value_is_text(query: str) -> None:
    """A colon followed by nothing asks for no field."""
    assert ask(SURVEY, query).selections == ()


def test_a_field_behind_many_words_counts() -> None:
    """However much is looked for, what is asked of a field is not lost."""
    assert found("oasis " * 200 + "org:bytedance") == ["oasis"]
    assert len(ask(SURVEY, "word " * 3_000 + "org:bytedance").text) <= 400


def test_of_fields_alone_nothing_is_near() -> None:
    """Names would be those of any entries."""
    assert rank(SURVEY, ask(SURVEY, "year:1999 org:tongji")).near == ()


def test_filters_and_fields_must_both_hold() -> None:
    """What an option asks for is not widened by a field."""
    asked = ask(SURVEY, "org:tongji", Selection(organizations=("bytedance",)))

    assert [hit.brief.id for hit in rank(SURVEY, asked).hits] == ["oasis"]


def test_what_meets_every_field_scores_a_hundred() -> None:
    """Where no words are asked for there is nothing better or worse."""
    assert [(hit.score, hit.reasons) for hit in rank(SURVEY, ask(SURVEY, "org:tongji")).hits] == [(100.0, ())] * 2


PIECES = st.sampled_from(
    (
        "oasis",
        '"',
        "“",
        "”",
        ":",
        "：",
        "org:",
        "org:bytedance",
        "year:2025..",
        "title:",
        "-",
        "zz:y",
        "的",
        "视频",
        " ",
        "has:code",
        "\x00",
        "\udcff",
        "//",
    )
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=3).map("".join))
def test_any_query_is_read(query: str, excluded: str) -> None:
    """Whatever stands in a query, it is answered, or the mistake is named."""
    try:
        asked = ask(SURVEY, query, None, [excluded])
    except WrongUsage:
        return

    assert rank(SURVEY, asked).matched in {0, 1, 2}
    assert len(asked.query) <= 400


def test_a_monstrous_query_is_cut_before_it_is_read() -> None:
    """Of ten thousand fields only the first are resolved."""
    assert len(ask(SURVEY, ["author:oasis "] * 10_000).bound) < 100
