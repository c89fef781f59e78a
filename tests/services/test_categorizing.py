"""The categories of a new entry, as a person names them."""

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.model.taxonomy import Category
from awesome_mm.model.terms import Terms
from awesome_mm.services.categorizing import no_category, place
from tests.factories import make_catalog, make_text, make_vocabularies

TERMS = make_catalog().terms


def two_of_a_name() -> Terms:
    """Return the terms of a catalog with two categories called Editing, one of them by its id."""
    category = {
        "edits": Category(title=make_text("Editing", "编辑")),
        "more": Category(title=make_text("Editing", "编辑")),
        "text": Category(title=make_text("Text"), aliases=("edits",)),
    }
    return make_catalog(vocabularies=make_vocabularies(category=category)).terms


@pytest.mark.parametrize("name", ["editing", "Image Editing", "edits", "图像编辑", "圖像編輯"])
def test_a_category_by_any_name(name: str) -> None:
    """Slug, title, alias and either Chinese script lead to the category."""
    assert place(TERMS, [name]) == ("editing",)


def test_several_come_in_order_and_once() -> None:
    """The first named is the first; naming one twice changes nothing."""
    assert place(TERMS, ["text", "editing", "Text enhancement"]) == ("text", "editing")


def test_a_name_of_several_is_told() -> None:
    """Where several bear the title, none is taken, and their ids are named; an id goes before names."""
    with pytest.raises(WrongUsage, match="name of several") as caught:
        place(two_of_a_name(), ["Editing"])

    assert "edits, more" in caught.value.fix
    assert place(two_of_a_name(), ["edits"]) == ("edits",)


def test_an_unknown_name_is_told_with_the_near_ones() -> None:
    """A mistyped category names what is near."""
    with pytest.raises(WrongUsage, match="'edting' is not known") as caught:
        place(TERMS, ["edting"])

    assert "editing" in caught.value.fix


def test_no_category_names_those_there_are() -> None:
    """Whoever names none reads which there are, or that there are none yet."""
    assert "methods, editing, text" in no_category(TERMS).fix
    assert "has none yet" in no_category(make_catalog(vocabularies=make_vocabularies(category={})).terms).fix
