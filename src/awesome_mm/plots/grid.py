"""Numbers by row and column: shades with the number in each, or dots.

Layer: plots.
"""

from typing import Any

from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedFormatter, FixedLocator

from ..views.pictures import Grid
from .labelling import label_rows
from .marking import Marks
from .style import BLUE, DARK, GREY, LIGHT, SMALL, TINY, WIDE

_ROW, _DOTTED_ROW = 0.165, 0.21  # inches
_REST = 0.8
_SHADES = LinearSegmentedColormap.from_list("shades", ["#E3EEF6", BLUE, "#00304C"])
_DARK_FROM = 0.35  # of the scale: white is read better from there on
_LEAST_DOT, _LARGEST_DOT = 7.5, 14.0  # points: a digit has room in each


def size(shape: Grid) -> tuple[float, float]:
    """Return width and height in inches."""
    return WIDE, len(shape.rows) * (_DOTTED_ROW if shape.is_dotted else _ROW) + _REST


def draw(figure: Figure, shape: Grid, marks: Marks) -> None:
    """Draw `shape`; a square without works is left empty, and what counts the rest is grey, and sets no scale."""
    axes = figure.add_subplot()
    axes.set_xlim(-0.5, len(shape.columns) - 0.5)
    axes.set_ylim(len(shape.rows) - 0.5, -0.5)
    axes.hlines(range(len(shape.rows)), -0.5, len(shape.columns) - 0.5, color=LIGHT, linewidth=0.4, zorder=0)
    largest = max(square.value for row in shape.rows for square in row.squares if not row.is_rest)
    filled = [(x, y, square, row.is_rest) for y, row in enumerate(shape.rows) for x, square in enumerate(row.squares) if square.value]
    for x, y, square, is_rest in filled:
        share = min(square.value / largest, 1)
        marks.add(_dot(axes, x, y, share, GREY if is_rest else BLUE) if shape.is_dotted else _shade(axes, x, y, share), square.about)
        is_white = shape.is_dotted or share > _DARK_FROM
        size = TINY if shape.is_dotted else SMALL
        axes.text(x, y, f"{square.value:,}", ha="center", va="center_baseline", fontsize=size, color="white" if is_white else DARK)
    _label(axes, shape)


def _shade(axes: Any, x: int, y: int, share: float) -> Any:
    return axes.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=_SHADES(share), edgecolor="white", linewidth=0.8))


def _dot(axes: Any, x: int, y: int, share: float, ink: str) -> Any:
    """Return a dot whose area follows the number, but no smaller than its digit."""
    (dot,) = axes.plot([x], [y], linestyle="none", marker="o", color=ink, markersize=max(_LEAST_DOT, _LARGEST_DOT * share**0.5))
    dot.set_markeredgewidth(0)
    return dot


def _label(axes: Any, shape: Grid) -> None:
    axes.xaxis.set_major_locator(FixedLocator(range(len(shape.columns))))
    axes.xaxis.set_major_formatter(FixedFormatter(list(shape.columns)))
    axes.set_xlabel(shape.title)
    for spine in ("left", "bottom"):
        axes.spines[spine].set_visible(False)
    axes.tick_params(length=0)
    label_rows(axes, [row.label for row in shape.rows], [row.depth for row in shape.rows])
