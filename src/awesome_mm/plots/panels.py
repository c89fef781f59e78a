"""Quantities against time, on a logarithmic scale for each kind: the most frequent kind at the left, the others beside it.

Layer: plots.
"""

from collections.abc import Sequence
from datetime import date
from math import ceil, floor, log10
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedFormatter, FixedLocator, FuncFormatter, LogLocator, NullFormatter, NullLocator

from ..views.pictures import Panel, Panels
from .marking import Marks
from .placing import place_names
from .style import DARK, GREY, INKS, LIGHT, MARKERS, WIDE

_HEIGHT, _SMALL_PANEL = 3.2, 0.95  # inches
_MOST_NAMED = 40  # names in a panel; more cannot be told apart
_FEWEST_TIMES, _MOST_TIMES = 2, 9  # labels below a panel
_MARGIN, _LEAST_MARGIN = 0.14, 0.25  # between the outermost quantities and the frame: a share of their distance, and powers of ten
_MARK = 3.6  # points


def size(shape: Panels) -> tuple[float, float]:
    """Return width and height in inches."""
    return WIDE, max(_HEIGHT, (len(shape.panels) - 1) * _SMALL_PANEL) + 0.35


def draw(figure: Figure, shape: Panels, marks: Marks) -> None:
    """Draw `shape` with the names of the works, as far as they can be told apart."""
    days = [dot.day for panel in shape.panels for dot in panel.dots]
    margin = max((max(days) - min(days)) * 0.06, 20)
    limits = (min(days) - margin, max(days) + margin)
    all_axes = _layout(figure, len(shape.panels))
    for number, (axes, panel) in enumerate(zip(all_axes, shape.panels, strict=True)):
        _draw_panel(axes, panel, marks, is_large=number == 0)
        axes.set_xlim(limits)
        _label_times(axes, limits, has_labels=number in (0, len(shape.panels) - 1))
        if number in (0, len(shape.panels) - 1):
            axes.set_xlabel(shape.time)
    _legend(figure, shape)
    figure.draw_without_rendering()  # the layout decides where names have room
    figure.set_layout_engine("none")
    for axes, panel in zip(all_axes, shape.panels, strict=True):
        if len(panel.dots) <= _MOST_NAMED:
            place_names(axes, [((dot.day, dot.value), dot.label) for dot in panel.dots])


def _layout(figure: Figure, count: int) -> list[Any]:
    if count == 1:
        return [figure.add_subplot()]
    columns = figure.add_gridspec(1, 2, width_ratios=(3, 2))
    rest = columns[1].subgridspec(count - 1, 1)
    return [figure.add_subplot(columns[0]), *(figure.add_subplot(rest[number]) for number in range(count - 1))]


def _draw_panel(axes: Any, panel: Panel, marks: Marks, *, is_large: bool) -> None:
    axes.set_yscale("log")
    axes.set_title(panel.title, loc="left", pad=3)
    axes.set_ylim(_limits(panel))
    axes.yaxis.set_major_locator(LogLocator(numticks=8 if is_large else 4))
    axes.yaxis.set_major_formatter(FuncFormatter(_power))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.grid(axis="y", color=LIGHT, linewidth=0.4)
    axes.set_axisbelow(True)
    for dot in panel.dots:
        if dot.low != dot.high:
            axes.vlines([dot.day], dot.low, dot.high, color=GREY, linewidth=0.8)
        (mark,) = axes.plot([dot.day], [dot.value], **_look(dot.form, is_full=dot.is_confirmed))
        marks.add(mark, dot.about)


def _limits(panel: Panel) -> tuple[float, float]:
    """Return where the scale begins and ends: with room around the quantities, and a power of ten or more to read them by."""
    low, high = log10(min(dot.low for dot in panel.dots)), log10(max(dot.high for dot in panel.dots))
    margin = max((high - low) * _MARGIN, _LEAST_MARGIN)
    low, high = low - margin, high + margin
    if floor(high) - ceil(low) < 1:
        low, high = floor(low) - 0.1, ceil(high) + 0.1
    return 10.0**low, 10.0**high


def _look(form: int, *, is_full: bool) -> dict[str, Any]:
    ink = INKS[form % len(INKS)]
    look = {"marker": MARKERS[form % len(MARKERS)], "markersize": _MARK, "markeredgecolor": ink, "markeredgewidth": 0.8}
    return {**look, "linestyle": "none", "markerfacecolor": ink if is_full else "white"}


def _power(value: float, place: int) -> str:
    """Return a power of ten as papers write large numbers; in Chinese papers too."""
    for size, sign in ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "K")):
        if value >= size:
            return f"{value / size:g}{sign}"
    return f"{value:g}"


def _label_times(axes: Any, limits: tuple[float, float], *, has_labels: bool) -> None:
    """Set the years at their first days, or months where the quantities lie within a year or two."""
    places, length = _months(limits, (12, 24, 60, 120, 600, 12_000)), len("2024")
    if len(places) < _FEWEST_TIMES:
        places, length = _months(limits, (1, 2, 3, 6)), len("2024-01")
    texts = [place.isoformat()[:length] for place in places]
    axes.xaxis.set_major_locator(FixedLocator([place.toordinal() for place in places]))
    axes.xaxis.set_major_formatter(FixedFormatter(texts if has_labels else [""] * len(texts)))


def _months(limits: tuple[float, float], steps: Sequence[int]) -> list[date]:
    """Return the first days of months between the limits, so many months apart that there is room for all."""
    first, last = (date.fromordinal(max(1, round(limit))) for limit in limits)
    every = [number for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month) if number >= 12]
    firsts = [(number, date(number // 12, number % 12 + 1, 1)) for number in every]
    within = [(number, day) for number, day in firsts if limits[0] <= day.toordinal() <= limits[1]]
    fitting = ([day for number, day in within if number % step == 0] for step in steps)
    return next(days for days in fitting if len(days) <= _MOST_TIMES)


def _legend(figure: Figure, shape: Panels) -> None:
    """Say which mark is which unit, and what full and hollow ones mean where both occur."""
    handles = [Line2D([], [], **_look(form, is_full=True)) for form in range(len(shape.forms))] if len(shape.forms) > 1 else []
    names = list(shape.forms) if len(shape.forms) > 1 else []
    for name, is_full in zip(shape.standing, (True, False), strict=True):
        if any(dot.is_confirmed is is_full for panel in shape.panels for dot in panel.dots):
            grey: dict[str, Any] = {
                "marker": "o",
                "markersize": _MARK,
                "markeredgecolor": DARK,
                "markeredgewidth": 0.8,
                "linestyle": "none",
            }
            handles.append(Line2D([], [], **grey, markerfacecolor=DARK if is_full else "white"))
            names.append(name)
    figure.legend(
        handles,
        [name.lstrip("_") for name in names],
        loc="outside upper center",
        ncols=-(-len(names) // (1 + len(names) // 11)),
        handletextpad=0.1,
    )
