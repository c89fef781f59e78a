"""Names at the left of rows, set in by their depth as in a list.

Layer: plots.
"""

from collections.abc import Sequence
from typing import Any

from matplotlib.ticker import NullFormatter, NullLocator
from matplotlib.transforms import ScaledTranslation, blended_transform_factory

from .style import DARK, SMALL

_INDENT = 8.0  # points
_GAP = 4.0
_POINTS = 72  # in an inch


def label_rows(axes: Any, names: Sequence[str], depths: Sequence[int]) -> None:
    """Write `names` left of the rows 0, 1 and so on of `axes`: those of the outermost begin at one line, the rest are set in."""
    axes.yaxis.set_major_locator(NullLocator())
    axes.yaxis.set_major_formatter(NullFormatter())
    texts = [
        axes.text(0, row, name, ha="left", va="center_baseline", fontsize=SMALL, color=DARK, fontweight="bold" if is_bold else "normal")
        for row, (name, is_bold) in enumerate(zip(names, _bold(depths), strict=True))
    ]
    widest = max(width_of(axes.figure, text) + depth * _INDENT for text, depth in zip(texts, depths, strict=True))
    place = blended_transform_factory(axes.transAxes, axes.transData)
    for text, depth in zip(texts, depths, strict=True):
        offset = (depth * _INDENT - widest - _GAP) / _POINTS
        text.set_transform(place + ScaledTranslation(offset, 0, axes.figure.dpi_scale_trans))


def _bold(depths: Sequence[int]) -> list[bool]:
    """Return which rows are heads of others: the outermost, where there are any below them."""
    return [depth == 0 and any(depths) for depth in depths]


def width_of(figure: Any, text: Any) -> float:
    """Return how wide `text` is, in points."""
    extent = text.get_window_extent(figure.canvas.get_renderer())
    return float(extent.width) * _POINTS / float(figure.dpi)
