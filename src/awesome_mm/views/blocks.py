"""The blocks that people read: tables, trees, bars, matrices and text, without a word about how they are drawn.

Layer: views. Apart from ``report``, because a pipe never needs them.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Cell(NamedTuple):
    """A text with a style: ``name quiet good warning`` or none; `marks` are the stretches of it that stand out, as (start, end)."""

    text: str
    style: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class Column(NamedTuple):
    """A table's column, shown from `from_width` columns of terminal on.

    Where room is short, columns that `give` are shortened before the others, to widths in the proportion of their `give`.
    """

    title: str
    right: bool = False
    give: int = 0
    wrap: bool = False
    from_width: int = 0
    style: str = ""


class Table(NamedTuple):
    """Rows of cells under columns; `notes` stand below the rows of their numbers, across all columns."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell | str]]
    title: str = ""
    notes: Mapping[int, Cell] = {}


class Heading(NamedTuple):
    """A heading; level 1 opens an answer, level 2 a part of it."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """Running text."""

    text: str
    style: str = ""


class Facts(NamedTuple):
    """Labels, each with its text."""

    rows: Sequence[tuple[str, str]]


class Points(NamedTuple):
    """A list of points, each with an optional label in front."""

    rows: Sequence[tuple[str, str]]


class Branch(NamedTuple):
    """A node of a tree."""

    text: str
    style: str = ""
    children: Sequence["Branch"] = ()


class Tree(NamedTuple):
    """Branches, in order, each a tree of its own."""

    branches: Sequence[Branch]


class Bar(NamedTuple):
    """One bar: what it counts, and how many; 0 draws none. `said` stands in the place of the number."""

    label: str
    value: float
    said: str = ""


class Bars(NamedTuple):
    """Bars on one scale, which reaches as far as `largest`, or as the largest of them; a `logarithmic` one begins below the smallest."""

    bars: Sequence[Bar]
    logarithmic: bool = False
    largest: float = 0


class Side(NamedTuple):
    """A work that stands beside others: its name, the key by which papers cite it, and where it is to be found."""

    name: str
    key: str = ""
    url: str = ""


class Aspect(NamedTuple):
    """A row of a matrix: its title, and a cell for each side."""

    title: str
    cells: Sequence[Cell]


class Matrix(NamedTuple):
    """Works side by side; who draws it may turn it, or divide the sides among several tables."""

    sides: Sequence[Side]
    aspects: Sequence[Aspect]


class Quote(NamedTuple):
    """Lines as they stand in a file; `language` is what they are written in, such as ``diff``."""

    text: str
    language: str = ""


Block = Table | Heading | Paragraph | Facts | Points | Tree | Bars | Matrix | Quote
