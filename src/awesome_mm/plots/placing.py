"""Names beside marks, each where it covers neither a mark nor another name.

Layer: plots.
"""

from collections.abc import Sequence
from typing import Any

from matplotlib.transforms import Bbox

from .style import DARK, GREY, TINY

_MARK = 2.6  # points from a mark's middle to its edge
# Where a name may stand, as (horizontal, vertical) offset in points and alignment: beside the mark first, then further and further away.
_PLACES = [
    (sign * distance, height, "left" if sign > 0 else "right")
    for distance, heights in ((4, (0, 5, -5)), (7, (9, -9)), (10, (13, -13)), (14, (18, -18, 24, -24)), (24, (0, 12, -12, 30, -30)))
    for height in heights
    for sign in (1, -1)
]
# White behind a name hides the lines of the scale, never a mark, which is drawn above it.
_GROUND: dict[str, Any] = {"zorder": 1.5, "bbox": {"facecolor": "white", "edgecolor": "none", "pad": 0.2}}
_FAR = 8  # points from which on a line leads to the name


def place_names(axes: Any, named: Sequence[tuple[tuple[float, float], str]]) -> None:
    """Write each name where it overlaps least; the rightmost mark is named first, as it has the least room."""
    renderer = axes.figure.canvas.get_renderer()
    scale = axes.figure.dpi / 72
    middles = [tuple(axes.transData.transform(place)) for place, _ in named]
    taken = [_around(x, y, _MARK * scale) for x, y in middles]
    frame = axes.get_window_extent(renderer)
    for number in sorted(range(len(named)), key=lambda number: -middles[number][0]):
        place, name = named[number]
        text = axes.annotate(name, place, (0, 0), textcoords="offset points", va="center", fontsize=TINY, color=DARK, **_GROUND)
        extent = text.get_window_extent(renderer)
        boxes = {offset: _box(middles[number], extent, offset, scale) for offset in _PLACES}
        best = min(_PLACES, key=lambda offset: _cost(boxes[offset], taken, frame, offset))
        taken.append(boxes[best])
        text.set_position(best[:2])
        text.set_horizontalalignment(best[2])
        if max(abs(best[0]), abs(best[1])) > _FAR:
            line = {"arrowstyle": "-", "linewidth": 0.3, "color": GREY, "shrinkA": 0}
            axes.annotate("", place, best[:2], textcoords="offset points", arrowprops=line)


def _box(middle: tuple[float, float], extent: Bbox, offset: tuple[float, float, str], scale: float) -> Bbox:
    """Return where a name as large as `extent` stands at `offset` from a mark."""
    x, y = middle[0] + offset[0] * scale, middle[1] + offset[1] * scale
    left = x if offset[2] == "left" else x - extent.width
    return Bbox.from_extents(left, y - extent.height / 2, left + extent.width, y + extent.height / 2)


def _around(x: float, y: float, radius: float) -> Bbox:
    return Bbox([[x - radius, y - radius], [x + radius, y + radius]])


def _cost(box: Bbox, taken: Sequence[Bbox], frame: Bbox, offset: tuple[float, float, str]) -> float:
    """Return what a name costs at `box`: the area it covers, much where it leaves the frame, and a little for the distance."""
    covered = sum(_common(box, other) for other in taken)
    outside = box.width * box.height - _common(box, frame)
    return covered * 10 + outside * 30 + abs(offset[0]) + abs(offset[1])


def _common(one: Bbox, other: Bbox) -> float:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return width * height if width > 0 and height > 0 else 0.0
