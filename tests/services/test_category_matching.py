"""A foreign category is recognised, or comes in under an id that is free."""

from awesome_mm.model.taxonomy import Category, Text
from awesome_mm.services.category_matching import free_id, matched_categories
from tests.factories import make_text, make_vocabularies

KNOWN = make_vocabularies().category


def category(en: str, zh: str | None = None, parent: str | None = None) -> Category:
    """Return a category of a list."""
    return Category(title=make_text(en, zh), parent=parent)


def test_by_title_alias_or_id() -> None:
    """Either language's title, an alias and the id all say the same; case and marks make no difference."""
    foreign = {
        "m": category("METHODS!"),
        "a": category("Something", "图像编辑", "m"),
        "b": category("Edits", parent="m"),
        "editing": category("Third", parent="m"),
    }

    assert matched_categories(KNOWN, foreign) == {"m": "methods", "a": "editing", "b": "editing", "editing": "editing"}


def test_another_parent() -> None:
    """A section of the same title elsewhere in the list is another section."""
    assert matched_categories(KNOWN, {"editing": category("Image editing")}) == {"editing": "editing-2"}


def test_children_come_before_parents() -> None:
    """The order in which a list is read makes no difference to what stands under what."""
    foreign = {"inner": category("Image editing", parent="outer"), "outer": category("Methods")}

    assert matched_categories(KNOWN, foreign) == {"inner": "editing", "outer": "methods"}


def test_another_language_goes_by_what_stands_inside() -> None:
    """A section titled in the other language alone is the one with mostly the same entries at the same level; otherwise it is new."""
    known = {
        "top": category("Top"),
        "wet": category("Wet", parent="top"),
        "dry": category("Dry", parent="top"),
        "both": category("Both", "二者", parent="top"),
    }
    foreign = {
        "a": Category(title=Text(zh="顶")),
        "b": Category(title=Text(zh="湿"), parent="a"),
        "c": Category(title=Text(zh="干"), parent="a"),
        "d": Category(title=Text(zh="双"), parent="a"),
        "e": category("Damp", parent="a"),
    }
    held = {"wet": ["one", "two", "three"], "dry": ["four"], "both": ["five"]}
    brought = {"b": ["one", "two"], "c": ["four", "six", "seven"], "d": ["five"], "e": ["one", "two", "three"]}

    found = matched_categories(known, foreign, held, brought)

    assert found == {"a": "top", "b": "wet", "c": "c", "d": "d", "e": "e"}


def test_a_circle_of_parents_ends() -> None:
    """What leads back to itself is somebody else's fault, and no endless search."""
    foreign = {"a": category("A", parent="b"), "b": category("B", parent="a")}

    assert set(matched_categories(KNOWN, foreign)) == {"a", "b"}


def test_a_free_id() -> None:
    """An id that is taken gets the next number that is free."""
    assert free_id("a", {"a", "a-2"}) == "a-3"
