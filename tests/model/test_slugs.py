"""Ids made of names."""

import re

from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.model.constraints import SLUG
from awesome_mm.model.slugs import FreeSlugs, free_slug, slug_of


def test_a_slug_is_the_name_in_small_ascii() -> None:
    """Case, accents and marks go, words are joined by hyphens."""
    assert slug_of("LLaVA-1.5 (Écluse)") == "llava-1-5-ecluse"
    assert slug_of("You're Here") == "youre-here"


def test_a_long_slug_ends_with_a_word() -> None:
    """What is too long is cut behind a word."""
    assert slug_of("growing instruction data from a single image") == "growing-instruction-data-from-a-single"


def test_a_name_without_latin_letters_has_no_slug() -> None:
    """Of a Chinese name nothing is left."""
    assert slug_of("数据合成") == ""


@given(st.text())
def test_every_slug_is_an_id(name: str) -> None:
    """Whatever the name, its slug is empty or an id."""
    slug = slug_of(name)

    assert slug == "" or re.fullmatch(SLUG, slug)


def test_a_taken_slug_gets_the_year_or_a_number() -> None:
    """The first that is free is taken: the slug, with the year, with a number."""
    assert free_slug("alpha", (), "2099") == "alpha"
    assert free_slug("alpha", ("alpha",), "2099") == "alpha-2099"
    assert free_slug("alpha", ("alpha", "alpha-2099", "alpha-2"), "2099") == "alpha-3"
    assert free_slug("alpha", ("alpha",)) == "alpha-2"


@given(st.lists(st.tuples(st.sampled_from(["a", "a-2", "a-2024", "b"]), st.sampled_from(["", "2024"]))))
def test_slugs_are_given_out_as_if_asked_for_one_by_one(wanted: list[tuple[str, str]]) -> None:
    """Many of one name get what `free_slug` gives each, and none twice."""
    slugs = FreeSlugs()
    taken: list[str] = []
    for slug, year in wanted:
        taken.append(free_slug(slug, taken, year))
        assert slugs.take(slug, year) == taken[-1]
