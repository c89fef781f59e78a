"""A report drawn as lines of styled text, for a screen that scrolls through them.

Layer: formats.
"""

from io import StringIO

from rich.style import Style

from ..views.report import Report
from .table import make_console, rendered

Styles = tuple[str, ...]  # names such as ``bold dim underline reverse``, and of colours such as ``cyan``
Line = list[tuple[Styles, str]]

_ATTRIBUTES = ("bold", "dim", "underline", "reverse")


def page_lines(report: Report, width: int) -> list[Line]:
    """Return what a terminal `width` columns wide shows of `report`, as ``--format table`` writes it."""
    console = make_console(StringIO(), screen=width)
    drawn = (segments for part in rendered(report, console) for segments in console.render_lines(part, pad=False))
    return [[(_styles(one.style), one.text) for one in segments if not one.is_control] for segments in drawn]


def _styles(style: Style | None) -> Styles:
    if style is None:
        return ()
    attributes = tuple(name for name in _ATTRIBUTES if getattr(style, name))
    return (*attributes, style.color.name) if style.color else attributes
