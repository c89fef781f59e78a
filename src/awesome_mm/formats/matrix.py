"""How a matrix becomes tables: upright (works beside each other), turned (a line for each work), or in parts that fit.

Layer: formats.
"""

from collections.abc import Iterator
from itertools import pairwise

from ..model.text import one_line
from ..views.blocks import Aspect, Column, Matrix, Table

_GAP = 2
_NARROWEST = 22  # columns of terminal in which a work can be read
_MOST_BESIDE = 8  # works beside each other where nobody knows how wide the page is
_TITLES = 3  # the titles of the rows take no more than this part of the width


def has_room(matrix: Matrix) -> bool:
    """Whether the works can stand beside each other on a page of unknown width."""
    return len(matrix.sides) <= max(_MOST_BESIDE, len(matrix.aspects))


def upright(matrix: Matrix) -> Table:
    """Return one table: a line for each aspect, a column for each work."""
    columns = [Column(title="", style="name", wrap=True), *(Column(title=side.name, wrap=True, give=1) for side in matrix.sides)]
    return Table(columns=columns, rows=[[aspect.title, *aspect.cells] for aspect in matrix.aspects])


def turned(matrix: Matrix) -> Table:
    """Return one table: a line for each work, a column for each aspect."""
    columns = [Column(title="", style="name"), *(Column(title=aspect.title, wrap=True, give=1) for aspect in matrix.aspects)]
    return Table(
        columns=columns, rows=[[side.name, *(one.cells[place] for one in matrix.aspects)] for place, side in enumerate(matrix.sides)]
    )


def fitted(matrix: Matrix, width: int) -> Iterator[Table]:
    """Yield the table or tables in which `matrix` is best read in `width` columns.

    Works stand beside each other where all fit. Where they do not, and a line for each would, it is turned; else they are divided, as
    evenly as it goes, among several tables.
    """
    count = len(matrix.sides)
    room = width - min(max((_longest(one_line(one.title)) for one in matrix.aspects), default=0), width // _TITLES)
    beside = max(room // (_NARROWEST + _GAP), 1)
    if count > beside and _turned_width(matrix) <= width:
        yield turned(matrix)
        return
    parts = -(-count // beside) or 1
    ends = [count * part // parts for part in range(parts + 1)]
    for start, end in pairwise(ends):
        yield upright(_between(matrix, start, end))


def _between(matrix: Matrix, start: int, end: int) -> Matrix:
    aspects = [Aspect(aspect.title, aspect.cells[start:end]) for aspect in matrix.aspects]
    return Matrix(sides=matrix.sides[start:end], aspects=aspects)


def _turned_width(matrix: Matrix) -> int:
    """Return how wide a line for each work is when no cell is narrower than one can read, or than its text."""
    columns = [[aspect.title, *(cell.text for cell in aspect.cells)] for aspect in matrix.aspects]
    widths = [min(max(map(_longest, texts)), _NARROWEST) for texts in columns]
    return sum(widths) + _GAP * len(widths) + max((_longest(side.name) for side in matrix.sides), default=0)


def _longest(text: str) -> int:
    from rich.cells import cell_len  # only a terminal asks

    return max(map(cell_len, text.split("\n")))
