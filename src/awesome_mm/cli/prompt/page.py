"""One entry's page, to scroll through.

Layer: cli.
"""

from prompt_toolkit.key_binding import KeyBindingsBase
from prompt_toolkit.layout.controls import UIContent, UIControl

from ...formats.page import Styles, page_lines
from ...views.prompt import page_line
from ...views.report import Report
from .cells import Fragments, steady

_COLOURS = {name: f"ansi{name}" for name in ("cyan", "green", "yellow", "magenta")}


class Page(UIControl):
    """The page of ``show``, drawn by prompt_toolkit, and anew where the terminal gets another width."""

    def __init__(self, language: str, key_bindings: KeyBindingsBase) -> None:
        self._language = language
        self._key_bindings = key_bindings
        self._report: Report | None = None
        self._lines: list[Fragments] = []
        self._width = 0
        self._top = 0
        self.height = 1

    @property
    def is_open(self) -> bool:
        """Whether there is an entry to read."""
        return self._report is not None

    def open(self, report: Report) -> None:
        """Show `report` from its first line on."""
        self._report = report
        self._lines, self._width, self._top = [], 0, 0

    def close(self) -> None:
        """Put the entry away."""
        self._report = None

    def scroll(self, lines: int) -> None:
        """Move `lines` further down, no further than that the last is seen."""
        self._top = max(0, min(self._top + lines, len(self._lines) - self.height))

    def place(self) -> tuple[str, ...]:
        """Return what the line below says."""
        last = min(self._top + self.height, len(self._lines))
        return page_line(self._top + 1, last, len(self._lines), self._language)

    def is_focusable(self) -> bool:
        return True

    def get_key_bindings(self) -> KeyBindingsBase:
        return self._key_bindings

    def create_content(self, width: int, height: int) -> UIContent:
        """Return the lines for a window of this size."""
        if self._report and width != self._width:
            self._redraw(self._report, width)
        self.height = height
        self.scroll(0)
        seen = self._lines[self._top : self._top + height]
        return UIContent(get_line=lambda number: list(seen[number]), line_count=len(seen), show_cursor=False)

    def _redraw(self, report: Report, width: int) -> None:
        """Draw the page `width` columns wide; what is on top stays there as nearly as its share of the page tells."""
        before = len(self._lines)
        drawn = page_lines(report, width)
        self._lines = [[(_style(style), steady(text)) for style, text in line] for line in drawn]
        self._top = self._top * len(drawn) // before if before else 0
        self._width = width


def _style(styles: Styles) -> str:
    return " ".join(_COLOURS.get(name, name) for name in styles)
