"""A draft meets a catalog: what is new comes in, what is known is compared, and a second time brings nothing."""

from dataclasses import replace
from typing import Any

import pytest

from awesome_mm.model.draft import Draft, Skipped
from awesome_mm.model.entry import Entry, Links
from awesome_mm.model.taxonomy import Category, Text
from awesome_mm.services.merging import Merge, Placement, dated, joined, merge
from tests.factories import make_method, make_text, make_vocabularies

HELD = (
    make_method("alpha", links={"arxiv": ("2401.00001",)}),
    make_method("beta", links={"arxiv": ("2401.00002",)}),
)
WORDS = make_vocabularies(
    category={"methods": Category(title=make_text("Methods")), "editing": Category(title=make_text("Editing"), order=("alpha", "beta"))}
)


def said(entry_id: str, arxiv: str = "", **given: Any) -> Entry:
    """Return an entry of a list."""
    defaults = {
        "title": given.get("name", entry_id.title()),
        "categories": ("edit",),
        "summary": None,
        "links": {"arxiv": (arxiv,) if arxiv else ()},
    }
    return make_method(entry_id, **{**defaults, **given})


def merged(*entries: Entry, **categories: Category) -> Merge:
    """Return what a list of `entries` brings to a catalog with alpha and beta."""
    order = tuple(entry.id for entry in entries)
    given = categories or {"edit": Category(title=make_text("Editing"), order=order)}
    return merge(HELD, WORDS, Draft(categories=given, entries=entries))


def test_a_new_entry_in_a_known_category() -> None:
    """It takes the catalog's id of the category, and its place in the order."""
    found = merged(said("x", "2401.00001"), said("new", "2401.00009"))

    assert [entry.id for entry in found.added] == ["new"]
    assert found.added[0].categories == ("editing",)
    assert found.draft().categories["editing"].order == ("alpha", "new")
    assert found.new_categories == ()


def test_an_id_that_is_taken() -> None:
    """Another work of the id comes in under the next one, in the order too; the draft's own ids are told apart as well."""
    found = merged(said("alpha", "2401.00009", name="Another Alpha"), said("alpha-2", "2401.00010"))

    assert [entry.id for entry in found.added] == ["alpha-2", "alpha-2-2"]
    assert found.draft().categories["editing"].order == ("alpha-2", "alpha-2-2")
    assert found.ids == {"alpha": "alpha-2", "alpha-2": "alpha-2-2"}


def test_a_new_category_below_a_known_one() -> None:
    """It comes in whole, with the catalog's id of its parent."""
    found = merged(
        said("new", categories=("sub",)),
        top=Category(title=make_text("METHODS")),
        sub=Category(title=make_text("Sub"), parent="top", order=("new",)),
    )

    assert found.draft().categories["sub"] == Category(title=make_text("Sub"), parent="methods", order=("new",))
    assert found.new_categories == ("sub",)


def test_what_is_the_same_brings_nothing() -> None:
    """A list of known works in the places they have adds, changes and orders nothing."""
    found = merged(said("b", "2401.00002", name="Beta"), said("a", "2401.00001", name="Alpha"))

    assert (found.added, found.differences, found.placements, found.same) == ((), (), (), ("beta", "alpha"))
    assert found.taken(["title"]) == {}


def test_another_place_is_shown() -> None:
    """A known work in a section where the catalog does not have it is a placement, made only when it is taken."""
    found = merged(said("a", "2401.00001", name="Alpha", categories=("top",)), top=Category(title=make_text("Methods"), order=("a",)))

    assert found.placements == (Placement(entry="alpha", category="methods"),)
    assert found.draft().categories["methods"].order == ()
    assert found.draft(["categories"]).categories["methods"].order == ("alpha",)
    assert found.taken(["categories"]) == {"alpha": {"categories": ("editing", "methods")}}


def test_the_other_language_of_a_list() -> None:
    """Its sections are those there are: they get its titles where those are asked for, and nothing else comes in."""
    entries = (said("a", "2401.00001", name="Alpha", categories=("x",)), said("b", "2401.00002", name="Beta", categories=("x",)))
    held = tuple(replace(entry, categories=("editing",)) for entry in HELD)
    words = make_vocabularies(category={"editing": Category(title=Text(en="Editing"), order=("alpha", "beta"))})

    found = merge(held, words, Draft(categories={"x": Category(title=Text(zh="编辑"), order=("a", "b"))}, entries=entries))

    assert (found.added, found.placements, found.new_categories) == ((), (), ())
    assert found.titles == {"editing": Text(en="Editing", zh="编辑")}
    assert found.draft().categories["editing"].title == Text(en="Editing")
    assert found.draft(["categories"]).categories["editing"].title == Text(en="Editing", zh="编辑")


def test_a_new_section_of_known_works() -> None:
    """It comes in where placements are taken and not before; one that stands empty in the list comes in as it is."""
    entries = (said("a", "2401.00001", name="Alpha", categories=("x",)), said("b", "2401.00002", name="Beta", categories=("x",)))
    categories = {
        "up": Category(title=make_text("Up")),
        "x": Category(title=make_text("New"), parent="up", order=("a", "b")),
        "empty": Category(title=make_text("Empty")),
    }

    found = merge(HELD, WORDS, Draft(categories=categories, entries=entries))

    assert list(found.draft().categories) == ["empty"]
    assert found.draft(["categories"]).categories["x"].order == ("alpha", "beta")


def test_a_work_that_stands_twice_in_the_list() -> None:
    """What both say of it is compared, and told once."""
    twice = said("a", "2401.00001", name="Alpha", published="2024")

    found = merged(twice, replace(twice, id="a-2"))

    assert [one.field for one in found.differences] == ["published"]


@pytest.mark.parametrize(
    ("take", "changed"), [([], set()), (["published"], {"published"}), (["links"], {"links"}), (["links.code"], {"links"})]
)
def test_only_what_is_taken_changes(take: list[str], changed: set[str]) -> None:
    """The list's word stands for the fields named, and for no others."""
    found = merged(said("a", name="Alpha", published="2020", links={"arxiv": ("2401.00001",), "code": ("https://x.org/y",)}))

    assert {field for fields in found.taken(take).values() for field in fields} == changed


def test_several_kinds_of_links_are_taken_together() -> None:
    """Each kind joins the links there are."""
    links = {"arxiv": ("2401.00001",), "code": ("https://x.org/y",), "data": ("https://x.org/z",)}

    found = merged(said("a", name="Alpha", links=links))

    assert found.taken(["links"]) == {"alpha": {"links": Links(**links)}}


def test_a_list_that_is_imported_again() -> None:
    """Whatever two of its works have in common, paper or title or name, each is found again as itself."""
    links = {"arxiv": ("2401.00009",)}
    entries = (
        said("one", name="One", links=links),
        said("two", name="Two", links=links, categories=("edit", "other")),
        said("three", name="Three", title="One and the Same Title Twice"),
        said("four", name="Four", title="One and the Same Title Twice", categories=("other",)),
        said("alpha", name="Alpha"),
        said("alpha-2", name="Alpha", categories=("other",), links={"arxiv": ("2401.00010",)}),
    )
    order = tuple(entry.id for entry in entries)
    draft = Draft(
        categories={"edit": Category(title=make_text("Editing"), order=order), "other": Category(title=make_text("Other"), order=order)},
        entries=entries,
    )
    first = merge((), make_vocabularies(category={}), draft)

    again = merge(first.added, replace(make_vocabularies(), category=first.draft().categories), draft)

    assert (again.added, again.differences, again.placements, again.new_categories) == ((), (), (), ())
    assert again.draft().categories == first.draft().categories


def test_drafts_that_are_joined() -> None:
    """Works of several files come in once, in the sections of both, and whatever was not understood stays known."""
    one = Draft(categories={"a": Category(title=make_text("A"), order=("x",))}, entries=(said("x", "2401.00001", categories=("a",)),))
    two = Draft(
        categories={"b": Category(title=make_text("a"), order=("y", "x"))},
        entries=(said("y", "2401.00001", categories=("b",)), said("x", "2401.00002", categories=("b",))),
        skipped=(Skipped(path="p", line=1, text="t", reason="r"),),
        lines={"y": "p:2", "x": "p:3"},
    )

    whole = joined([one, two])

    assert [entry.id for entry in whole.entries] == ["x", "x-2"]
    assert whole.categories["a"].order == ("x", "x-2")
    assert (whole.skipped, whole.lines) == (two.skipped, {"x": "p:2", "x-2": "p:3"})


def test_what_the_second_draft_says_more() -> None:
    """It fills what the first leaves open, and its text stands below; what the first says stays."""
    one = Draft(entries=(said("x", "2401.00001", published="2024", account=make_text("In the list."), categories=()),))
    two = Draft(
        entries=(
            said(
                "y", "2401.00001", name="X", published="2023", authors=("Ada Lovelace",), account=make_text("An abstract."), categories=()
            ),
        )
    )

    [entry] = joined([one, two]).entries

    assert (entry.published, entry.authors) == ("2024", ("Ada Lovelace",))
    assert entry.account is not None
    assert entry.account.en == "In the list.\n\n---\n\nAn abstract."


def test_full_titles_tell_works_of_one_name_apart() -> None:
    """Where nothing but the id and the name is the same."""
    one = Draft(entries=(said("foo", "2401.00001", name="Foo", title="Foo: Barring the Way to Water", categories=()),))
    two = Draft(entries=(said("foo", name="Foo", title="Foo: Another Method for Fire", categories=(), links={"doi": ("10.1000/x",)}),))

    assert [entry.title for entry in joined([one, two]).entries] == ["Foo: Barring the Way to Water", "Foo: Another Method for Fire"]


def test_the_day_of_coming_in() -> None:
    """Entries get the day they came into the catalog, unless they say one themselves."""
    draft = dated(Draft(entries=(said("x"), said("y", added="2020-01-01"))), "2026-01-02")

    assert [entry.added for entry in draft.entries] == ["2026-01-02", "2020-01-01"]
