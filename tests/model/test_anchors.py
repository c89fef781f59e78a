"""Tests of the anchors that GitHub gives headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from awesome_mm.model.anchors import Anchors, anchors_of, slug


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Image editing", "image-editing"),
        ("Image Editing (Method + Data)", "image-editing-method--data"),
        ("Methods & results", "methods--results"),
        ("🎯 Introduction", "-introduction"),
        ("⚙️ Settings", "️-settings"),
        ("LLaVA-1.5", "llava-15"),
        ("snake_case", "snake_case"),
        ("图像编辑（方法与数据）", "图像编辑方法与数据"),
        ("Привет, мир", "привет-мир"),
        ("Scale Ⅻ and x²", "scale-ⅻ-and-x"),
        ("en–dash and “quotes”", "endash-and-quotes"),
        ("a\tb", "ab"),
        ("!?", ""),
    ],
)
def test_a_heading_becomes_an_anchor(heading: str, expected: str) -> None:
    """Letters, marks, digits, underscores and hyphens stay in lower case, spaces become hyphens, all else is dropped."""
    assert slug(heading) == expected


def test_headings_that_are_alike_are_numbered() -> None:
    """The second of the same gets -1, the third -2."""
    assert anchors_of(["Results", "results", "Results!"]) == ("results", "results-1", "results-2")


def test_a_number_that_is_taken_is_passed_over() -> None:
    """A heading that is itself called as the numbered one would be keeps the numbers apart."""
    assert anchors_of(["echo", "echo", "echo 1", "echo-1", "echo"]) == ("echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2")


@given(headings=some.lists(some.sampled_from(["a", "A", "a 1", "a-1", "b!", "", "a-1-1"]) | some.text(max_size=6)))
def test_no_two_headings_share_an_anchor(headings: list[str]) -> None:
    """Whatever the headings say, each has an anchor of its own, and it is no other on the next page."""
    found = anchors_of(headings)

    assert len(set(found)) == len(headings)
    assert anchors_of(headings) == found
    assert all(Anchors().take(heading) == slug(heading) for heading in headings)
