"""Whose a record is: a retitling keeps something of its entry, a wrong id keeps nothing, and another's title is another's."""

from typing import Any

import pytest

from awesome_mm.model.titles import Titles
from tests.factories import make_method

AUTHORS = ("Ada Example", "Wei Li")


def is_record(title: str, *authors: str, others: tuple[Any, ...] = (), **given: Any) -> bool:
    """Return whether a record is taken for that of the entry `alpha`, beside `others`."""
    defaults = {"name": "Alpha", "title": "Alpha: Painting Charts from Programs", "authors": AUTHORS}
    entry = make_method("alpha", **{**defaults, **given})
    return Titles((entry, *others)).is_record_of(entry, title, authors)


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        (r"{ALPHA}: painting charts from programs", ("Somebody Else",)),
        ("Painting Charts and Programs, Anew", ("Somebody Else",)),
        ("Frogs", ("Example, Ada", "Li, Wei")),
        ("Frogs", ("A. Example", "W. Li", "Cy Other")),
        ("Alpha Again", ("Ada B. Example",)),
        ("Alpha Again", ()),
    ],
)
def test_what_an_entrys_record_keeps(title: str, authors: tuple[str, ...]) -> None:
    """The title, most of its rarer words, the authors under any spelling of theirs, or, where authors are unknown, the name."""
    assert is_record(title, *authors)


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("Alpha particles in dwarf galaxies", ("Somebody Else",)),
        ("Alpha Again", ("Wang Li", "Bob Example")),
        ("Frogs", ()),
        ("Large Models for Data", ("Somebody Else",)),
    ],
)
def test_what_a_wrong_id_leads_to(title: str, authors: tuple[str, ...]) -> None:
    """A name of other people's paper is a coincidence; a family name is not a person."""
    assert not is_record(title, *authors)


def test_the_title_of_another_entry_is_the_others() -> None:
    """It stays the other's whatever the record's authors are, under its name, its title or one nearly that."""
    beta = make_method("beta", name="Beta", title="Beta: A Corpus of Interleaved Images", authors=AUTHORS)

    for title in ("Beta: Something", "Beta: a corpus of interleaved images", "A Corpus of Interleaved Images"):
        assert not is_record(title, *AUTHORS, others=(beta,))
