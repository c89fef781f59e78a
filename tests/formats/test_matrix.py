"""Works side by side on a page of any width: upright, turned, or in parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from awesome_mm.formats.matrix import fitted, has_room, turned, upright
from awesome_mm.views.blocks import Aspect, Cell, Matrix, Side, Table
from tests.formats.samples import report_of, written


def make_matrix(works: int, aspects: int = 3, text: str = "a few words") -> Matrix:
    """Return a matrix of `works` by `aspects`, every cell saying where it stands."""
    rows = [Aspect(f"Aspect {row}", [Cell(f"{text} {row}/{column}") for column in range(works)]) for row in range(aspects)]
    return Matrix(sides=[Side(f"Work {column}") for column in range(works)], aspects=rows)


def heads(table: Table) -> list[str]:
    """Return the titles of a table's columns but the first."""
    return [column.title for column in table.columns[1:]]


def texts(table: Table) -> list[str]:
    """Return the texts of the cells but those of the first column."""
    return [cell.text if isinstance(cell, Cell) else cell for row in table.rows for cell in row[1:]]


def test_works_that_fit_stand_beside_each_other() -> None:
    """Where all fit, there is one table with a column for each work and a line for each aspect."""
    (table,) = fitted(make_matrix(3), 100)

    assert heads(table) == ["Work 0", "Work 1", "Work 2"]
    assert [row[0] for row in table.rows] == ["Aspect 0", "Aspect 1", "Aspect 2"]


def test_works_that_do_not_fit_are_turned() -> None:
    """Many works of which little is asked stand in a line each, where that line fits."""
    (table,) = fitted(make_matrix(9, aspects=2), 80)

    assert heads(table) == ["Aspect 0", "Aspect 1"]
    assert [row[0] for row in table.rows][:2] == ["Work 0", "Work 1"]
    assert texts(table)[:2] == ["a few words 0/0", "a few words 1/0"]


def test_works_that_fit_neither_way_are_divided() -> None:
    """Where neither fits, there are several tables with as many works each, give or take one, in order."""
    tables = list(fitted(make_matrix(5, aspects=12), 80))

    assert [heads(table) for table in tables] == [["Work 0"], ["Work 1", "Work 2"], ["Work 3", "Work 4"]]


@given(some.integers(0, 12), some.integers(0, 6), some.integers(1, 300))
def test_nothing_is_lost(works: int, aspects: int, width: int) -> None:
    """However it is laid out, every cell stands there once."""
    matrix = make_matrix(works, aspects)

    shown = [text for table in fitted(matrix, width) for text in texts(table)]

    assert sorted(shown) == sorted(cell.text for aspect in matrix.aspects for cell in aspect.cells)


def test_on_a_page_of_unknown_width_many_works_are_turned() -> None:
    """A table for a page holds eight works beside each other, or as many as it has lines."""
    assert [has_room(make_matrix(works, aspects)) for works, aspects in ((8, 1), (9, 1), (9, 9), (10, 9))] == [True, False, True, False]
    assert texts(turned(make_matrix(2, 1))) == texts(upright(make_matrix(2, 1)))


@pytest.mark.parametrize(("works", "first"), [(2, "|  | Work 0 | Work 1 |"), (9, "|  | Aspect 0 |")])
def test_markdown(works: int, first: str) -> None:
    """In Markdown it is one table, upright or turned."""
    lines = written(report_of(make_matrix(works, 1)), "markdown").splitlines()

    assert lines[0] == first
    assert len(lines) == (3 if works == 2 else 11)
