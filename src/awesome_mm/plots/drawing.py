"""A picture as the bytes of a file: SVG, PDF or PNG, the same whenever it is drawn.

Layer: plots.
"""

import io
from collections.abc import Iterator
from typing import Any

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from ..views.pictures import Grid, Months, Panels, Picture, Rows
from . import grid, months, panels, rows
from .fonts import REPLACEMENT, choose_families
from .marking import Marks
from .style import GREY, TINY, settings

_NOTE = 0.115  # inches of height for a line below the figure
_DENSITY = 300  # dots per inch of a PNG
_METADATA: dict[str, dict[str, Any]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
_CREATOR = {"svg": "Creator", "pdf": "Creator", "png": "Author"}


def drawn(picture: Picture, ending: str, creator: str) -> bytes:
    """Return `picture` as the file whose `ending` is svg, pdf or png; what no font has is drawn as a replacement character.

    Raises:
        WrongUsage: no installed font has its Chinese.
    """
    families, lacking = choose_families(texts(picture))
    shown = _replaced(picture, lacking) if lacking else picture
    with matplotlib.rc_context(settings(families)):
        marks = Marks()
        figure = _figure(shown, marks)
        out = io.BytesIO()
        metadata = {**_METADATA[ending], "Title": shown.title, _CREATOR[ending]: creator}
        figure.savefig(out, format=ending, dpi=_DENSITY if ending == "png" else "figure", metadata=metadata)
    written = out.getvalue()
    return marks.told(written.decode("utf-8")).encode("utf-8") if ending == "svg" else written


def _figure(picture: Picture, marks: Marks) -> Figure:
    shape = picture.shape
    drawing: Any = {Months: months, Grid: grid, Rows: rows, Panels: panels}[type(shape)]
    width, height = drawing.size(shape)
    figure = Figure(figsize=(width, height), dpi=72, layout="constrained")
    FigureCanvasAgg(figure)
    lines = _wrap_notes(figure, picture.notes, width)
    whole = height + len(lines) * _NOTE
    figure.set_size_inches(width, whole)
    figure.get_layout_engine().set(rect=(0, len(lines) * _NOTE / whole, 1, height / whole))  # type: ignore[union-attr,call-arg]
    drawing.draw(figure, shape, marks)
    figure.text(0.02 * 3.4 / width, 0.03 / whole, "\n".join(lines), fontsize=TINY, color=GREY, va="bottom", linespacing=1.2)
    return figure


def _wrap_notes(figure: Figure, notes: tuple[str, ...], width: float) -> list[str]:
    """Return `notes` in lines as wide as the figure; a line breaks at spaces, or anywhere in Chinese."""
    room = (width - 0.12) * 72
    lines = []
    probe = figure.text(0, 0, "", fontsize=TINY)
    for note in notes:
        line = ""
        for word in _words(note):
            probe.set_text(line + word.rstrip())
            if line and probe.get_window_extent(figure.canvas.get_renderer()).width > room:  # type: ignore[attr-defined]
                lines.append(line.rstrip())
                line = ""
            line += word
        lines.append(line.rstrip())
    probe.remove()
    return lines


def _words(text: str) -> Iterator[str]:
    word = ""
    for sign in text:
        word += sign
        if sign in " ，；、：" or sign > "\u2e80":
            yield word
            word = ""
    if word:
        yield word


def texts(value: Any) -> Iterator[str]:
    """Yield every text in `value`, a picture or part of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)


def _replaced(value: Any, lacking: frozenset[str]) -> Any:
    """Return `value` with a replacement character for each sign that is `lacking`."""
    if isinstance(value, str):
        return "".join(REPLACEMENT if sign in lacking else sign for sign in value)
    if isinstance(value, tuple):
        parts = [_replaced(part, lacking) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value
