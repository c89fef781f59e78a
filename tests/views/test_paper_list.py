"""Tests of the catalog as a list to read."""

import pytest

from awesome_mm.model.taxonomy import Category, Vocabularies
from awesome_mm.views.paper_list import listed, paper_list
from tests.factories import make_catalog, make_method, make_text, make_vocabularies


def vocabularies() -> Vocabularies:
    """Return four categories whose children stand before their parents in the file."""
    return make_vocabularies(
        category={
            "leaf": Category(title=make_text("Leaf"), parent="branch", order=("b", "a")),
            "branch": Category(title=make_text("Branch"), parent="root"),
            "other": Category(title=make_text("Other")),
            "root": Category(title=make_text("Root", "根"), introduction=make_text("What grows.")),
        }
    )


def test_parents_stand_before_their_children() -> None:
    """Categories come as a tree is read, siblings in file order, with their depth and the one at the top."""
    shown = paper_list(make_catalog(make_method("a", categories=("leaf",)), vocabularies=vocabularies()), "en")

    assert [(one.id, one.depth, one.top, one.parent) for one in shown.categories] == [
        ("other", 0, "other", ""),
        ("root", 0, "root", ""),
        ("branch", 1, "root", "root"),
        ("leaf", 2, "root", "branch"),
    ]


def test_entries_stand_in_order_and_count_upwards() -> None:
    """A category holds its own entries, those we place there apart, and counts those of the list below it."""
    entries = [make_method(one, categories=("leaf",)) for one in ("a", "b", "c")]
    shown = paper_list(
        make_catalog(*entries, make_method("d", categories=("other",), also_in=("leaf",)), vocabularies=vocabularies()), "en"
    )
    categories = {one.id: one for one in shown.categories}

    assert (categories["leaf"].entries, categories["leaf"].also) == (("b", "a", "c"), ("d",))
    assert (categories["root"].entries, categories["root"].count) == ((), 3)


@pytest.mark.parametrize(
    ("name", "title", "rest", "follows"),
    [
        ("Alpha", "Alpha", "", False),
        ("Alpha", "Alpha: A Method", "A Method", True),
        ("Alpha", "A Method", "A Method", False),
        ("Alpha", "Alpha:A Method", "Alpha:A Method", False),
        ("Alpha", "Alpha: ", "Alpha:", False),
        ("Alpha", "\u202eAlpha\n: x", "Alpha : x", False),
        ("\u202e", "A Method", "A Method", False),
    ],
)
def test_a_title_is_split_behind_the_name(name: str, title: str, rest: str, follows: bool) -> None:
    """What stands behind the name and a colon is told from a title of its own, and what nobody sees is no text."""
    shown = listed(make_method("alpha", name=name, title=title), "en")

    assert (shown.rest, shown.follows) == (rest, follows)
    assert shown.name


def test_links_are_called_by_their_kind() -> None:
    """The kinds are capitalized and translated; the first link that is a home is the address."""
    links = {"code": ("https://example.org/c",), "doi": ("10.1000/1",)}

    assert [(one.label, one.url) for one in listed(make_method("a", links=links), "en").links] == [
        ("DOI", "https://doi.org/10.1000/1"),
        ("Code", "https://example.org/c"),
    ]
    assert [one.label for one in listed(make_method("a", links=links), "zh").links] == ["DOI", "代码"]
    assert listed(make_method("a", links=links), "en").address == "https://doi.org/10.1000/1"
    assert listed(make_method("a"), "en").address == ""


def test_texts_are_in_the_language_or_in_the_one_there_is() -> None:
    """A title that is known in one language only stands in both lists."""
    catalog = make_catalog(make_method("a", categories=("leaf",)), vocabularies=vocabularies())

    assert [one.title for one in paper_list(catalog, "zh").categories] == ["Other", "根", "Branch", "Leaf"]
    assert paper_list(catalog, "zh").categories[1].introduction == "What grows."


def test_numbers_are_counted() -> None:
    """What the catalog holds is counted from its entries, and what it has none of is left out."""
    facts = dict(paper_list(make_catalog(make_method("alpha", published="2024-05"), make_method("beta")), "en").facts.rows)

    assert facts == {"As of": "2026-01-02", "Works": "2", "By kind": "method 2", "By year": "2024 (1), unknown (1)"}
