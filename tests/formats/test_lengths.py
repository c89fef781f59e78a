"""Lengths of bars."""

import pytest

from awesome_mm.formats.lengths import bar_shares, bar_text
from awesome_mm.views.blocks import Bar, Bars


def test_lengths_follow_the_numbers() -> None:
    """The largest bar is the longest, the others are as long in proportion."""
    assert list(map(float, bar_shares(Bars([Bar("a", 4), Bar("b", 1), Bar("c", 0)])))) == [1, 0.25, 0]


def test_bars_apart_may_share_a_scale() -> None:
    """Where several groups of bars belong together, the largest of all is the longest."""
    assert list(map(float, bar_shares(Bars([Bar("a", 1)], largest=4)))) == [0.25]


def test_a_logarithmic_scale_begins_below_the_least() -> None:
    """Ten times as much is one step longer, the least has a length too, and 0 has none."""
    shares = bar_shares(Bars([Bar("a", 1_000), Bar("b", 100), Bar("c", 10), Bar("d", 0)], logarithmic=True))

    assert [float(share) for share in shares] == pytest.approx([1, 2 / 3, 1 / 3, 0])


def test_nothing_to_measure_is_no_error() -> None:
    """Bars without a number, and no bars, have no length."""
    assert [list(bar_shares(Bars([Bar("a", 0)], logarithmic=one))) for one in (True, False)] == [[0], [0]]
    assert list(bar_shares(Bars([]))) == []


def test_what_is_said_stands_for_the_number() -> None:
    """A bar may say its number otherwise; 0 says nothing."""
    assert [bar_text(one) for one in (Bar("a", 1_000), Bar("a", 0), Bar("a", 1_000, "1K\nimages"))] == ["1,000", "", "1K images"]
