"""Tests of sharing out a table's width."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from awesome_mm.formats.widths import LEAST, share_out

columns = some.lists(some.tuples(some.integers(0, 300), some.integers(0, 3)), min_size=1, max_size=10)
rooms = some.integers(-20, 300)


def shared(held: list[tuple[int, int]], room: int) -> list[int]:
    """Return the widths of columns given as natural width and give."""
    return share_out([width for width, _ in held], [give for _, give in held], room)


@settings(max_examples=100, deadline=None)
@given(held=columns, room=rooms)
def test_the_sum_never_exceeds_the_room(held: list[tuple[int, int]], room: int) -> None:
    """All columns fit together, unless every one of them is at its least."""
    widths = shared(held, room)

    assert sum(widths) <= room or widths == [min(natural, LEAST) for natural, _ in held]


@settings(max_examples=100, deadline=None)
@given(held=columns, room=rooms)
def test_no_column_grows_or_falls_below_the_least(held: list[tuple[int, int]], room: int) -> None:
    """A column has at most its natural width, and at least 6 or its natural width."""
    for width, (natural, _) in zip(shared(held, room), held, strict=True):
        assert min(natural, LEAST) <= width <= natural


@settings(max_examples=100, deadline=None)
@given(held=columns, room=rooms)
def test_no_room_is_wasted(held: list[tuple[int, int]], room: int) -> None:
    """Columns are shortened only as far as needed."""
    natural = sum(width for width, _ in held)

    assert sum(shared(held, room)) >= min(natural, room)


@settings(max_examples=100, deadline=None)
@given(held=columns, room=rooms)
def test_the_same_columns_get_the_same_widths(held: list[tuple[int, int]], room: int) -> None:
    """The widths depend on the columns alone: asked again, they are the same."""
    assert shared(held, room) == shared(held, room)


@settings(max_examples=50, deadline=None)
@given(natural=some.lists(some.integers(0, 300), min_size=1, max_size=10), room=rooms)
def test_columns_of_a_kind_share_alike(natural: list[int], room: int) -> None:
    """Among columns that give alike, the shortened ones differ by one cell at most."""
    widths = share_out(natural, [1] * len(natural), room)
    shortened = [width for width, wanted in zip(widths, natural, strict=True) if width < wanted]

    assert not shortened or max(shortened) - min(shortened) <= 1


def test_columns_that_give_are_shortened_first() -> None:
    """A column that does not give keeps its natural width as long as the others can give."""
    assert share_out([30, 30], [0, 1], 40) == [30, 10]


def test_columns_that_do_not_give_are_shortened_last() -> None:
    """When the others are at their least, the rest is shortened too."""
    assert share_out([30, 30], [0, 1], 20) == [14, 6]


def test_a_column_that_gives_more_weight_keeps_more() -> None:
    """Widths stand in the proportion of the weights."""
    assert share_out([100, 100], [2, 1], 60) == [40, 20]


@pytest.mark.parametrize("room", [60, 61])
def test_columns_that_fit_keep_their_widths(room: int) -> None:
    """Where there is room for all, nothing changes."""
    assert share_out([20, 40], [1, 0], room) == [20, 40]


def test_no_columns() -> None:
    """A table without columns takes no width."""
    assert share_out([], [], 10) == []
