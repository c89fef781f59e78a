"""Vocabularies as they are asked."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.terms import Terms

TERMS = Terms(
    {
        "category": {
            "methods": {"title": {"en": "Methods", "zh": "方法"}},
            "editing": {"title": {"en": "Image editing"}, "parent": "methods", "aliases": ["edits"]},
            "egg": {"title": {"en": "Egg"}, "parent": "hen"},
            "hen": {"title": {"en": "Hen"}, "parent": "egg"},
            "orphan": {"title": {"en": "Orphan"}, "parent": "nowhere"},
        },
        "unit": {"image": {"name": {"en": "images", "zh": "张图像"}}},
    }
)


def test_name_in_a_language() -> None:
    """A word is named in the language asked for, in English where it has no other."""
    assert TERMS.name("category", "methods", "zh") == "方法"
    assert TERMS.name("category", "editing", "zh") == "Image editing"
    assert TERMS.name("unit", "image", "en") == "images"


def test_unknown_word_is_its_own_name() -> None:
    """What the vocabulary lacks, and what an unknown vocabulary holds, is named by its id."""
    assert TERMS.name("category", "none", "en") == "none"
    assert TERMS.name("nothing", "none", "zh") == "none"


def test_written_forms() -> None:
    """A word is written as its names in both languages and as its aliases."""
    assert list(TERMS.written_forms("category", "methods")) == ["Methods", "方法"]
    assert list(TERMS.written_forms("category", "editing")) == ["Image editing", "edits"]
    assert list(TERMS.written_forms("category", "none")) == []


def test_ancestry_is_nearest_first() -> None:
    """A category comes before its parent."""
    assert TERMS.ancestry("editing") == ("editing", "methods")


def test_ancestry_of_a_loop_ends() -> None:
    """Categories that contain each other are named once each."""
    assert TERMS.ancestry("egg") == ("egg", "hen")


def test_ancestry_ends_where_a_parent_is_missing() -> None:
    """An unknown parent is no ancestor, and an unknown category has none."""
    assert TERMS.ancestry("orphan") == ("orphan",)
    assert TERMS.ancestry("none") == ()


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefg")))
def test_ancestry_of_any_graph_ends(parents: dict[str, str]) -> None:
    """However categories are nested, each ancestor is known and named once, and each is the parent of the one before."""
    terms = Terms({"category": {child: {"title": {"en": child}, "parent": parent} for child, parent in parents.items()}})

    for child in parents:
        ancestry = terms.ancestry(child)
        assert ancestry[0] == child
        assert len(set(ancestry)) == len(ancestry)
        assert all(parents[one] == following for one, following in pairwise(ancestry))
