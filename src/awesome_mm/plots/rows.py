"""Bars below each other, whole or in parts.

Layer: plots.
"""

from itertools import accumulate
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from ..views.pictures import Row, Rows
from .labelling import label_rows
from .marking import Marks
from .style import COUNTS, DARK, NARROW, PARTS, SMALL, TINY, WIDE

_ROW, _THICK_ROW = 0.155, 0.3  # inches
_REST, _LEGEND = 0.7, 0.22
_THICKNESS = 0.68  # of a row
_SIGN, _AIR = 3.6, 4.0  # points that a digit takes, and the room around a number
_BAR_SHARE = 0.8  # of the figure's width that the longest bar has, about


def size(shape: Rows) -> tuple[float, float]:
    """Return width and height in inches."""
    height = len(shape.rows) * (_THICK_ROW if shape.is_narrow else _ROW)
    return NARROW if shape.is_narrow else WIDE, height + _REST + (_LEGEND if len(shape.legend) > 1 else 0)


def draw(figure: Figure, shape: Rows, marks: Marks) -> None:
    """Draw `shape`: a bar in one part has its number behind it, one in several has them inside where there is room."""
    axes = figure.add_subplot()
    longest = max(sum(part.value for part in row.parts) for row in shape.rows)
    axes.set_ylim(len(shape.rows) - 0.4, -0.6)
    axes.set_xlim(0, longest * (1 if shape.is_narrow else 1.06))
    for y, row in enumerate(shape.rows):
        _draw_row(axes, y, row, longest, marks)
    axes.set_xlabel(shape.of)
    axes.xaxis.set_major_locator(MaxNLocator(**COUNTS))
    axes.tick_params(axis="y", length=0)
    label_rows(axes, [row.label for row in shape.rows], [row.depth for row in shape.rows])
    if len(shape.legend) > 1:
        _draw_legend(figure, shape)


def _draw_legend(figure: Figure, shape: Rows) -> None:
    """Name the parts that some bar has: each looks the same in every figure, whichever others there are."""
    found = [place for place in range(len(shape.legend)) if any(row.parts[place].value for row in shape.rows)]
    handles = [Patch(edgecolor=DARK, linewidth=0.4, **PARTS[place % len(PARTS)]) for place in found]
    columns = 3 if shape.is_narrow else len(handles)
    names = [shape.legend[place] for place in found]
    figure.legend(handles, names, loc="outside upper center", ncols=columns, handlelength=1.6, columnspacing=1.2)


def _draw_row(axes: Any, y: int, row: Row, longest: int, marks: Marks) -> None:
    starts = [0, *accumulate(part.value for part in row.parts)]
    is_whole = sum(bool(part.value) for part in row.parts) == 1
    for place, (part, start) in enumerate(zip(row.parts, starts, strict=False)):
        if not part.value:
            continue
        (bar,) = axes.barh([y], [part.value], left=start, height=_THICKNESS, edgecolor=DARK, linewidth=0.4, **PARTS[place % len(PARTS)])
        marks.add(bar, part.about)
        if is_whole:
            axes.annotate(f"{part.value:,}", (part.value, y), (2, 0), textcoords="offset points", va="center_baseline", fontsize=SMALL)
        else:
            _write_number(axes, (start + part.value / 2, y), part.value, place, longest)


def _write_number(axes: Any, middle: tuple[float, float], value: int, place: int, longest: int) -> None:
    """Write a number into a part, on a ground of its own where the part is hatched; above the bar where it has no room."""
    x, y = middle
    written = f"{value:,}"
    if value / longest * NARROW * 72 * _BAR_SHARE < len(written) * _SIGN + _AIR:
        axes.annotate(
            written, (x, y - _THICKNESS / 2), (0, 1), textcoords="offset points", ha="center", va="bottom", fontsize=TINY, color=DARK
        )
        return
    is_plain = not PARTS[place % len(PARTS)]["hatch"]
    colour = "white" if place == 0 else DARK
    ground = None if is_plain else {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    axes.text(x, y, written, ha="center", va="center_baseline", fontsize=TINY, color=colour, bbox=ground)
