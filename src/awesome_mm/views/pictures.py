"""Figures as they are drawn for a paper, without a word about by what: shapes, labels, and of each mark what it stands for.

Layer: views. `about` of a mark names the works that it counts; an SVG shows it to whoever points at the mark.
"""

from typing import NamedTuple


class Month(NamedTuple):
    """A month, counted from the year 0: how many works are of it, and how many there were by its end."""

    number: int
    new: int
    total: int
    about: str


class Months(NamedTuple):
    """Growth by month: bars of what is new, and a line of how many there are in all."""

    months: tuple[Month, ...]
    new: str
    total: str
    time: str


class Square(NamedTuple):
    """A number of a grid; 0 is empty."""

    value: int
    about: str = ""


class GridRow(NamedTuple):
    """A row of a grid, set in by its depth; `is_rest` where it counts all that have no row of their own."""

    label: str
    squares: tuple[Square, ...]
    depth: int = 0
    is_rest: bool = False


class Grid(NamedTuple):
    """Numbers by row and column, as shades or as dots; `title` is of the columns, and says what the numbers count."""

    rows: tuple[GridRow, ...]
    columns: tuple[str, ...]
    title: str
    is_dotted: bool = False


class Dot(NamedTuple):
    """A quantity on a day (the proleptic ordinal), from `low` to `high` where it is a range; `form` is the number of its unit."""

    label: str
    day: int
    value: float
    low: float
    high: float
    form: int
    is_confirmed: bool
    about: str


class Panel(NamedTuple):
    """Quantities of one kind; those of different kinds have no scale in common."""

    title: str
    dots: tuple[Dot, ...]


class Panels(NamedTuple):
    """Quantities against time, on logarithmic scales; `forms` are the units by number, `standing` what full and hollow marks mean."""

    panels: tuple[Panel, ...]
    forms: tuple[str, ...]
    standing: tuple[str, str]
    time: str


class Row(NamedTuple):
    """A bar in parts, one for each name in the legend, set in by its depth."""

    label: str
    parts: tuple[Square, ...]
    depth: int = 0


class Rows(NamedTuple):
    """Bars below each other; `legend` names their parts where there is more than one, those too that no bar has."""

    rows: tuple[Row, ...]
    legend: tuple[str, ...]
    of: str
    is_narrow: bool = False


class Picture(NamedTuple):
    """A figure: what is drawn, the title its file bears, and what stands small below it."""

    title: str
    notes: tuple[str, ...]
    shape: Months | Grid | Panels | Rows
