"""A new entry from what is known of a work."""

from typing import Any

import pytest

from awesome_mm.model.entry import ArxivRecord, Basis, Entry, Kind, Links, Venue
from awesome_mm.model.mentions import Mention
from awesome_mm.services.prefilling import Wishes, entry_of_record, entry_of_title

WISHES = Wishes(categories=("editing",), added="2099-12-31")


def prefill(taken: tuple[str, ...] = (), wishes: Wishes = WISHES, **given: Any) -> Entry:
    """Return the entry that a record with the values `given` makes."""
    record = {"id": "9901.00001", "title": "Alpha: Growing Data", "authors": ("Ada Example",), "submitted": "2099-01-02", **given}
    return entry_of_record(ArxivRecord(basis=Basis.FETCHED, **record), "9901.00001", wishes, taken)


def test_a_record_makes_an_entry() -> None:
    """Everything the record says is there, and nothing else: no summary, no organization, no need."""
    entry = prefill(doi="10.5555/alpha.1", comment="Accepted to CVPR 2025. Code: https://github.com/example-lab/alpha.")

    assert entry == Entry(
        id="alpha",
        kind=Kind.METHOD,
        name="Alpha",
        title="Alpha: Growing Data",
        categories=("editing",),
        authors=("Ada Example",),
        published="2099-01-02",
        added="2099-12-31",
        venue=Venue(name="CVPR", year=2025),
        links=Links(arxiv=("9901.00001",), doi=("10.5555/alpha.1",), code=("https://github.com/example-lab/alpha",)),
        arxiv=entry.arxiv,
    )
    assert entry.arxiv is not None
    assert entry.arxiv.basis is Basis.FETCHED


def test_wishes_go_before_guesses() -> None:
    """Kind, name and id are as they were asked for."""
    entry = prefill(wishes=Wishes(categories=("a", "b"), added="2099-12-31", kind=Kind.LIST, name="Beta", id="gamma"))

    assert (entry.kind, entry.name, entry.id, entry.categories) == (Kind.LIST, "Beta", "gamma", ("a", "b"))


def test_a_title_in_latex_is_read_and_the_record_keeps_it() -> None:
    """Title and name are readable, the record says what arXiv says."""
    entry = prefill(title=r"{\'E}cluse: $10^6$ Pairs")

    assert (entry.id, entry.name, entry.title) == ("ecluse", "Écluse", "Écluse: 10^6 Pairs")
    assert entry.arxiv is not None
    assert entry.arxiv.title == r"{\'E}cluse: $10^6$ Pairs"


def test_an_id_that_is_taken_gets_the_year() -> None:
    """The id is one that no entry has."""
    assert prefill(("alpha",)).id == "alpha-2099"


def test_a_title_without_latin_letters_gets_the_id_of_the_paper() -> None:
    """Where no id can be made of the title, the paper's serves."""
    assert prefill(title="数据：合成").id == "arxiv-9901-00001"


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("see github.com/example-lab/alpha", ("https://github.com/example-lab/alpha",)),
        ("https://github.com/a/b and (https://github.com/c/d.git)", ("https://github.com/a/b", "https://github.com/c/d")),
        ("https://github.com/example-lab", ()),
        ("https://example.github.io/alpha", ()),
    ],
)
def test_repositories_in_the_comment_are_code(comment: str, code: tuple[str, ...]) -> None:
    """GitHub repositories that the comment names are links to code, a mere owner or page is none."""
    assert prefill(comment=comment).links.code == code


def test_what_is_no_doi_is_left_out() -> None:
    """Several DOIs are taken apart, and what is none is no link."""
    assert prefill(doi="10.5555/a 10.5555/b nonsense").links.doi == ("10.5555/a", "10.5555/b")


def test_a_title_alone_makes_an_entry() -> None:
    """Of a work that is not on arXiv title, name and link are known, and nothing else is said."""
    entry = entry_of_title("Yarn: A Dataset", Mention(kind="code", value="https://github.com/a/b"), WISHES, ())

    assert entry == Entry(
        id="yarn",
        kind=Kind.DATASET,
        name="Yarn",
        title="Yarn: A Dataset",
        categories=("editing",),
        added="2099-12-31",
        links=Links(code=("https://github.com/a/b",)),
    )
    assert entry_of_title("Yarn", Mention(kind="title", value="Yarn"), WISHES, ()).links == Links()
