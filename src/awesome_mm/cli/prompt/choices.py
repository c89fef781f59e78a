"""The list: one row for each entry found, one of them chosen.

Layer: cli.
"""

from collections.abc import Callable, Sequence

from prompt_toolkit.layout.controls import UIContent, UIControl

from ...formats.widths import share_out
from ...model.text import one_line
from ...services.search import Hit
from ...views.explaining import matched_words
from ...views.prompt import headings, nothing_found
from .asking import Answer
from .cells import Fragments, fit, marked, steady, width_of

_POINTER, _NO_POINTER = "> ", "  "
_GAP = "  "
_DATE = 7  # 2026-11
_HEADING = "bold underline"
_NAME = "bold ansicyan"
_DISPUTED = "ansiyellow"
_MARK = "bold ansimagenta"
_CHOSEN = "reverse"
_REMARK = "ansiyellow"


class Choices(UIControl):
    """The rows of an answer, drawn by prompt_toolkit; it knows which is chosen, and how many the screen holds."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.answer = Answer("")
        self.chosen = 0
        self.height = 1
        self._top = 0
        self._is_answered = False

    @property
    def hit(self) -> Hit | None:
        """The chosen entry; None where nothing was found."""
        return self.answer.hits[self.chosen] if self.answer.hits else None

    def show(self, answer: Answer, move: int = 0) -> None:
        """Show `answer`, its first row chosen; where it is the same with more rows, the one chosen before and `move` on."""
        self.answer = answer
        self._is_answered = True
        if not move:
            self.chosen = self._top = 0
        self.move(move)

    def move(self, rows: int) -> bool:
        """Choose the row that stands `rows` further down, and tell whether there were so many."""
        wanted = self.chosen + rows
        self.chosen = max(0, min(wanted, len(self.answer.hits) - 1))
        return wanted < len(self.answer.hits)

    def create_content(self, width: int, height: int) -> UIContent:
        """Return the lines for a window of this size; the chosen row is among them."""
        self.height = max(height - 1, 1)
        hits = self.answer.hits
        self._top = max(0, min(self._top, self.chosen, len(hits) - self.height), self.chosen - self.height + 1)
        lines = self._rows(hits[self._top : self._top + self.height], width) if hits else self._empty(width)
        return UIContent(get_line=lambda number: list(lines[number]), line_count=len(lines), show_cursor=False)

    def _empty(self, width: int) -> list[Fragments]:
        near = [steady(name) for name in self.answer.near]
        lines = nothing_found(one_line(self.answer.query), near, self._language) if self._is_answered else []
        return [[(_REMARK, fit(line, width))] for line in lines]

    def _rows(self, hits: Sequence[Hit], width: int) -> list[Fragments]:
        shape = self._shape(width)
        name, title, date = headings(self._language)
        heading = [("", _NO_POINTER), *_underlined(shape, (name, "!", title, date))]
        return [heading, *(self._row(hit, shape) for hit in hits)]

    def _shape(self, width: int) -> Callable[[str, int], str]:
        """Return what fits a text into the cells of a column, as wide as all rows need, seen or not: scrolling moves no column."""
        names = [width_of(steady(hit.brief.name)) for hit in self.answer.hits]
        titles = [width_of(_title(hit)) for hit in self.answer.hits]
        room = width - len(_POINTER) - 3 * len(_GAP)
        widths = share_out([max(names), 1, max(titles), _DATE], [1, 0, 2, 0], room)
        return lambda text, column: fit(text, widths[column])

    def _row(self, hit: Hit, shape: Callable[[str, int], str]) -> Fragments:
        is_chosen = hit is self.hit
        words = matched_words(hit)
        row = [
            ("", _POINTER if is_chosen else _NO_POINTER),
            *marked(shape(steady(hit.brief.name), 0), words, _NAME, _MARK),
            (_DISPUTED, f"{_GAP}{'!' if hit.brief.values('disputed') else ' '}{_GAP}"),
            *marked(shape(_title(hit), 2), words, "", _MARK),
            ("", f"{_GAP}{shape(steady(hit.brief.published)[:_DATE], 3)}"),
        ]
        return [(f"{style} {_CHOSEN}", text) for style, text in row] if is_chosen else row


def _title(hit: Hit) -> str:
    """Return the title without the name in front of it."""
    title = str(hit.brief.record["title"])
    return steady(title.removeprefix(f"{hit.brief.name}:").strip() or title)


def _underlined(shape: Callable[[str, int], str], titles: Sequence[str]) -> Fragments:
    fragments: Fragments = []
    for column, title in enumerate(titles):
        fragments += [(_HEADING, shape(title, column)), ("", _GAP)]
    return fragments[:-1]
