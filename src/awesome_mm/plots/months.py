"""Growth by month: bars for what is new, a line for all.

Layer: plots.
"""

from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FixedFormatter, FixedLocator, MaxNLocator

from ..views.pictures import Months
from .marking import Marks
from .style import BLUE, COUNTS, DARK, NARROW, SKY, SMALL, VERMILION, WIDE

_BAR: dict[str, Any] = {"facecolor": SKY, "edgecolor": BLUE, "linewidth": 0.4}
_LINE: dict[str, Any] = {"color": VERMILION, "linewidth": 1.0, "marker": "o", "markersize": 2}
_MOST_NARROW = 60  # months in the width of a column
_MOST_YEARS = 9  # labels of years in the width of a column
_MOST_MONTHS = 6  # labels of months


def size(shape: Months) -> tuple[float, float]:
    """Return width and height in inches."""
    span = shape.months[-1].number - shape.months[0].number
    return (WIDE if span > _MOST_NARROW else NARROW), 2.45


def draw(figure: Figure, shape: Months, marks: Marks) -> None:
    """Draw `shape`: months without works leave a gap, and the line stays level there."""
    axes = figure.add_subplot()
    for month in shape.months:
        (bar,) = axes.bar([month.number], [month.new], width=0.8, **_BAR)
        marks.add(bar, month.about)
    axes.set_xlabel(shape.time)
    axes.set_ylabel(shape.new)
    axes.yaxis.set_major_locator(MaxNLocator(**COUNTS))
    axes.set_ylim(0, max(month.new for month in shape.months) * 1.1)
    _draw_total(axes, shape)
    handles = [Patch(**_BAR), Line2D([], [], **_LINE)]
    figure.legend(handles, [shape.new, shape.total], loc="outside upper center", ncols=2, handlelength=1.6)
    first, last = shape.months[0].number // 12 * 12, shape.months[-1].number
    axes.set_xlim(first - 1, last + 1)
    _label_years(axes, first, last)


def _draw_total(axes: Any, shape: Months) -> None:
    twin = axes.twinx()
    numbers = [month.number for month in shape.months]
    totals = [month.total for month in shape.months]
    twin.step(numbers, totals, where="post", **_LINE)
    twin.set_ylabel(shape.total)
    twin.set_ylim(0, totals[-1] * 1.1)
    twin.yaxis.set_major_locator(MaxNLocator(**COUNTS))
    twin.spines["right"].set_visible(True)
    twin.annotate(f"{totals[-1]:,}", (numbers[-1], totals[-1]), (0, 3), textcoords="offset points", ha="right", fontsize=SMALL, color=DARK)


def _label_years(axes: Any, first: int, last: int) -> None:
    """Set the years at their Januaries, every second or fifth where there are many, or some months where there are few."""
    if last - first < 12:
        places = list(range(first, last + 1, -(-(last - first + 1) // _MOST_MONTHS)))
        texts = [f"{number // 12}-{number % 12 + 1:02}" for number in places]
    else:
        years = range(-(-first // 12), last // 12 + 1)
        step = next(step for step in (1, 2, 5, 10, 25, 50, 100, 10_000) if len(years) // step < _MOST_YEARS)
        places = [year * 12 for year in years if year % step == 0]
        texts = [str(number // 12) for number in places]
    axes.xaxis.set_major_locator(FixedLocator(places))
    axes.xaxis.set_major_formatter(FixedFormatter(texts))
