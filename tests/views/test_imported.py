"""The answer of `import`: for programs whole, for people in order of what they have to do."""

from typing import Any

import pytest

from awesome_mm.model.draft import Draft, Skipped
from awesome_mm.model.taxonomy import Category, Vocabularies
from awesome_mm.services.merging import merge
from awesome_mm.store.encode import encode
from awesome_mm.views.imported import Outcome, import_remarks, import_report
from awesome_mm.views.report import Report
from tests.factories import make_method, make_text, make_vocabularies
from tests.formats.samples import written

SKIPPED = Skipped(path="a.md", line=7, text="[half\x1b[31m a link", reason="the link has no end")
HELD = (make_method("alpha", links={"arxiv": ("2401.00001",)}), make_method("beta", links={"arxiv": ("2401.00002",)}))
SAID = (
    make_method(
        "a",
        name="Alpha",
        title="Alpha: A Longer Title",
        account=make_text("Own words."),
        links={"arxiv": ("2401.00001",)},
        categories=("top", "inner"),
    ),
    make_method("beta", title="Beta", categories=("inner",), links={"arxiv": ("2401.00002",)}),
    make_method("gamma", categories=("new",)),
)
CATEGORIES = {
    "top": Category(title=make_text("Methods", "方法")),
    "inner": Category(title=make_text("Image editing", "图像编辑"), parent="top"),
    "new": Category(title=make_text("Further", "其他"), parent="inner"),
}
DRAFT = Draft(categories=CATEGORIES, entries=SAID, skipped=(SKIPPED,))


def report(language: str = "en", *, into: str | None = "own.toml", **given: Any) -> Report:
    """Return the report of a list that has everything, into a catalog or nowhere."""
    vocabularies = make_vocabularies() if into else Vocabularies()
    found = merge(HELD if into else (), vocabularies, DRAFT)
    return import_report(DRAFT, found, Outcome(as_of="2026-01-02", into=into, **given), encode, language)


def test_programs_get_all_of_it() -> None:
    """What came, what was there, what differs and what was not understood, each in its own key."""
    payload = report(taken=("title",)).payload

    assert (payload["added"], payload["merged"]) == (["gamma"], ["alpha", "beta"])
    assert payload["skipped"] == [{"path": "a.md", "line": 7, "text": SKIPPED.text, "reason": SKIPPED.reason}]
    assert [(one["field"], one["taken"]) for one in payload["differences"]] == [("title", True), ("account.en", False)]
    assert payload["placements"] == [{"entry": "alpha", "category": "methods", "taken": False}]
    assert [(one["id"], one["added"], one["merged"], one["new"]) for one in payload["categories"]] == [
        ("methods", 0, 1, False),
        ("editing", 0, 2, False),
        ("new", 1, 0, True),
    ]
    assert "entries" not in payload


def test_rows_name_every_entry() -> None:
    """Line formats get a row for each work, and one for each difference."""
    rows = [(row["entry"], row["outcome"], row.get("field")) for row in report().records]

    assert rows == [
        ("gamma", "added", None),
        ("beta", "same", None),
        ("alpha", "differs", "title"),
        ("alpha", "differs", "account.en"),
        ("alpha", "differs", "categories"),
    ]


def test_entries_that_go_nowhere_are_given() -> None:
    """Without a catalog the entries themselves are the answer."""
    answer = report(into=None)

    assert [record["id"] for record in answer.records] == ["a", "beta", "gamma"]
    assert answer.payload["entries"] == answer.records


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "  Image editing",
                "    Further",
                "The list says something else",
                "account.en  alpha",
                "elsewhere",
                "a.md:7",
                "--take FIELD",
                "works: 3, new: 1, the same: 1, not understood: 1",
            ),
        ),
        ("zh", ("图像编辑", "列表另有说法", "列表还收录于", "未能识别", "工作数：3、新增：1")),
    ],
)
def test_people_read_it_in_order(language: str, said: tuple[str, ...]) -> None:
    """Sections, differences, placements, what was not understood, and how to go on, in one language."""
    text = written(report(language), "table")

    places = [text.find(one) for one in said]
    assert -1 not in places, text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"written": ("own.toml",)}, "Written: own.toml"),
        ({"written": ("f/catalog.toml", "f/a.toml", "f/b.toml")}, "Written: f/catalog.toml and further ones: 2"),
        ({"trial": True}, "this is a trial"),
        ({}, "There is nothing to write."),
        ({"into": None}, "--into PATH does it"),
    ],
)
def test_how_it_ends(given: dict[str, Any], said: str) -> None:
    """The last lines say whether anything was written, and where."""
    assert said in written(report(**given), "table")


def test_many_differences_are_counted() -> None:
    """A screen is enough; the rest is counted, and programs get all."""
    held = tuple(make_method(f"m-{number}", name=f"M{number}", published="2020") for number in range(60))
    said = tuple(make_method(one.id, name=one.name, published="2021", account=make_text("A.")) for one in held)
    draft = Draft(categories=CATEGORIES, entries=tuple(said))
    found = merge(held, make_vocabularies(), draft)

    text = written(import_report(draft, found, Outcome(into="x"), encode, "en"), "table")

    assert "and further ones: 20" in text
    assert "(+48)" in text


def test_rows_leave_remarks_aside() -> None:
    """What was not understood is a line with its place."""
    assert import_remarks(DRAFT, "en") == ["a.md:7: not understood: [half[31m a link (the link has no end)"]
