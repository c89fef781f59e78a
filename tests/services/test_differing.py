"""Where a list says something else than the catalog, and what it would be to take its word."""

from dataclasses import fields
from typing import Any

import pytest

from awesome_mm.model.entry import Kind, Links, Venue
from awesome_mm.services.differing import _COMPARED, differences, field_as_said
from awesome_mm.services.taking import TAKEN
from tests.factories import make_method, make_text

HELD = make_method(
    "alpha",
    title="Alpha: Making Data",
    aliases=("The Alpha",),
    authors=("Ada B.", "Cy"),
    published="2024-12-02",
    venue=Venue(name="ICCV", year=2025),
    links={"arxiv": ("2401.00001",), "code": ("https://github.com/lab/alpha",)},
    also=(Kind.DATASET,),
)


def said(**given: Any) -> Any:
    """Return what a list says: a name and a title like the catalog's, and what is `given`."""
    return make_method("alpha", **{"title": "Alpha", "summary": None, **given})


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"title": "ALPHA - making data"},
        {"name": "The-Alpha"},
        {"name": "Aleph / Alpha", "title": "Aleph / Alpha", "aliases": ("ALPHA",)},
        {"authors": ("ada b", "Cy")},
        {"authors": ("Ada B.",), "authors_complete": False},
        {"published": "2024"},
        {"venue": Venue(name="iccv", year=2025)},
        {"links": {"page": ("http://www.github.com/lab/alpha/",)}},
        {"kind": Kind.BLOG},
        {"summary": make_text("Makes data.")},
    ],
)
def test_what_is_no_difference(given: dict[str, Any]) -> None:
    """Silence, another spelling, less precision and a link filed elsewhere say nothing else."""
    assert list(differences(HELD, said(**given))) == []


@pytest.mark.parametrize(
    ("given", "field", "old", "new"),
    [
        ({"title": "Beta: Making Data"}, "title", "Alpha: Making Data", "Beta: Making Data"),
        ({"authors": ("Cy", "Ada B.")}, "authors", ("Ada B.", "Cy"), ("Cy", "Ada B.")),
        ({"published": "2025"}, "published", "2024-12-02", "2025"),
        ({"venue": Venue(name="CVPR", year=2025)}, "venue", "ICCV 2025", "CVPR 2025"),
        ({"links": {"code": ("https://github.com/lab/beta",)}}, "links.code", ("https://github.com/lab/alpha",), ("https://github.com/lab/beta",)),
        ({"links": {"data": ("https://x.org",)}}, "links.data", None, ("https://x.org",)),
        ({"account": make_text("Own words.")}, "account.en", None, "Own words."),
        ({"summary": make_text("Makes data.", "别的。")}, "summary.zh", "生成数据。", "别的。"),
        ({"aliases": ("A1",)}, "aliases", ("The Alpha",), ("A1",)),
    ],
)  # fmt: skip
def test_what_differs(given: dict[str, Any], field: str, old: object, new: object) -> None:
    """The field is named down to the language or the kind of link, with both values."""
    [one] = differences(HELD, said(**given))

    assert (one.entry, one.field, one.old, one.new) == ("alpha", field, old, new)


def test_taking_a_kind_of_link() -> None:
    """The links of that kind become the list's; other kinds stay."""
    taken = field_as_said(HELD, said(links={"code": ("https://x.org",)}), "links.code")

    assert taken == {"links": Links(arxiv=("2401.00001",), code=("https://x.org",))}


def test_taking_a_language() -> None:
    """A text in one language comes in beside the other's."""
    assert field_as_said(HELD, said(summary=make_text("New.")), "summary.en") == {"summary": make_text("New.", "生成数据。")}


def test_taking_part_of_the_authors() -> None:
    """That a list names only some goes with them."""
    taken = field_as_said(HELD, said(authors=("Di",), authors_complete=False), "authors")

    assert taken == {"authors": ("Di",), "authors_complete": False}


def test_what_may_be_taken() -> None:
    """Whatever is compared may be taken, and each kind of link by itself."""
    links = {f"links.{kind.name}" for kind in fields(Links)}

    assert set(TAKEN) == {*_COMPARED, "categories", *links}
