"""The same work is found again, however it is described; another of the same name is not."""

from typing import Any

import pytest

from awesome_mm.services.matching import Entries
from tests.factories import make_method

HELD = make_method(
    "alpha",
    name="Alpha",
    title="Alpha: Making Data",
    links={
        "arxiv": ("2401.00001", "2401.00002"),
        "doi": ("10.1000/XyZ",),
        "openreview": ("abc",),
        "code": ("https://github.com/Lab/alpha",),
    },
)
BARE = make_method("beta", name="Beta", title="Beta: Making More Data")
OTHER = make_method("gamma", name="Gamma", title="Gamma", links={"arxiv": ("2401.00002",)})


def found(**given: Any) -> str | None:
    """Return the id of the entry found for one with what is `given`."""
    same = Entries([HELD, BARE, OTHER]).same_as(
        make_method(**{"entry_id": "new", "name": "New", "title": "Of Something Else", "categories": ("text",), **given})
    )
    return same.id if same else None


@pytest.mark.parametrize(
    "links",
    [
        {"arxiv": ("2401.00001",)},
        {"doi": ("10.1000/xyz",)},
        {"doi": ("10.48550/arXiv.2401.00001",)},
        {"openreview": ("abc",)},
    ],
)
def test_by_an_identifier(links: dict[str, Any]) -> None:
    """A paper's id says enough, whatever the name."""
    assert found(links=links) == "alpha"


def test_an_entry_that_goes_by_the_id() -> None:
    """Of two that name a paper, the one that has it first is meant."""
    assert found(links={"arxiv": ("2401.00002",)}) == "gamma"


@pytest.mark.parametrize(
    "given",
    [
        {"title": "ALPHA — making data"},
        {"name": "alpha", "links": {"code": ("http://www.github.com/lab/alpha.git",)}},
        {"entry_id": "alpha", "name": "ALPHA", "title": "ALPHA"},
    ],
)
def test_by_likeness(given: dict[str, Any]) -> None:
    """The same title will do, and so will a name with its repository or its id."""
    assert found(**given) == "alpha"


@pytest.mark.parametrize("given", [{"name": "Alpha"}, {"links": {"code": ("https://github.com/Lab/alpha",)}}, {"entry_id": "alpha"}])
def test_half_a_likeness(given: dict[str, Any]) -> None:
    """A name alone, a repository alone or an id alone may be another work's."""
    assert found(**given) is None


def test_another_paper_of_the_same_name() -> None:
    """Where both give arXiv ids and these differ, a name or an id in common makes no one work of them."""
    other = {"links": {"arxiv": ("2402.99999",)}}

    assert found(entry_id="alpha", name="Alpha", **other) is None
    assert found(name="Gamma", title="Gamma", **other) is None
    assert found(name="Gamma", title="Gamma") == "gamma"


def test_a_paper_with_another_id() -> None:
    """A full title in common, or a name in the same category, says more than an id: lists get ids wrong."""
    other = {"links": {"arxiv": ("2402.99999",)}}

    assert found(title="Alpha: Making Data", **other) == "alpha"
    assert found(name="Alpha", categories=("editing",), **other) == "alpha"
    assert found(name="Something", aliases=("ALPHA",), categories=("editing",), **other) == "alpha"


def test_a_list_that_gives_the_wrong_paper() -> None:
    """Where the paper is one of another name and the title is that of another entry, the title says which work is meant."""
    assert found(title="Beta: Making More Data", links={"arxiv": ("2401.00001",)}) == "beta"
    assert found(entry_id="gamma", name="Gamma", links={"arxiv": ("2401.00001",)}) == "gamma"
    assert found(title="Nobody's", links={"arxiv": ("2401.00001",)}) == "alpha"
