"""Lays a figure out as it will be drawn, to measure what stands in it."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from awesome_mm.plots.drawing import texts
from awesome_mm.plots.fonts import choose_families
from awesome_mm.plots.marking import Marks
from awesome_mm.plots.style import settings


def laid_out(drawing: Any, shape: Any) -> Figure:
    """Return the figure that the module `drawing` makes of `shape`, each thing in its place."""
    figure = Figure(figsize=drawing.size(shape), dpi=72, layout="constrained")
    FigureCanvasAgg(figure)
    with matplotlib.rc_context(settings(choose_families(texts(shape))[0])):
        drawing.draw(figure, shape, Marks())
        figure.draw_without_rendering()
    return figure


def touch(labels: Iterable[Text]) -> list[tuple[str, str]]:
    """Return the neighbours among `labels`, from left to right, between which there is no room."""
    return [
        (one.get_text(), other.get_text()) for one, other in pairwise(labels) if one.get_window_extent().x1 >= other.get_window_extent().x0
    ]
