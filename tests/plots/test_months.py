"""Tests of growth by month as it is laid out."""

import pytest

from awesome_mm.plots import months
from awesome_mm.views.pictures import Month, Months
from tests.plots.layouts import laid_out, touch


@pytest.mark.parametrize("span", [*range(1, 13), 13, 60, 61, 300, 1200])
def test_labels_have_room(span: int) -> None:
    """However few or many months there are, no label touches the next one, and there is one."""
    ends = (Month(number=2001 * 12 + place, new=1, total=1, about="x") for place in sorted({0, span - 1}))
    shape = Months(months=tuple(ends), new="new", total="all", time="month")

    labels = laid_out(months, shape).axes[0].get_xticklabels()

    assert labels
    assert touch(labels) == []
