"""Tables in HTML, with cells that span rows.

Layer: exchange.
"""

from html.parser import HTMLParser

from ..blocks import Block
from ..pieces import Pieces, pieces_of_html, text_of
from .context import Context, Found
from .rows import Cell, Row, read_rows

_MOST_ROWS = 1000
_MOST_COLUMNS = 50


class _Grid(HTMLParser):
    """Collects the cells of a table, each as the HTML inside it."""

    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[tuple[int, list[tuple[str, int, int, bool]]]] = []
        self._line = line
        self._inside: list[str] | None = None
        self._spans = (1, 1)
        self._is_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append((self._line + self.getpos()[0] - 1, []))
        elif tag in ("td", "th"):
            self._end_cell()
            given = dict(attrs)
            self._inside, self._is_head = [], tag == "th"
            self._spans = (_number(given.get("rowspan"), _MOST_ROWS), _number(given.get("colspan"), _MOST_COLUMNS))
        elif self._inside is not None:
            self._inside.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        elif self._inside is not None:
            self._inside.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._inside is not None:
            self._inside.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _end_cell(self) -> None:
        if self._inside is not None and self.rows:
            self.rows[-1][1].append(("".join(self._inside).strip(), *self._spans, self._is_head))
        self._inside = None


def _number(written: str | None, most: int) -> int:
    return max(1, min(int(written), most)) if written and written.strip().isdecimal() and len(written) < 6 else 1


def read(block: Block, context: Context) -> Found:
    """Return the entries of an HTML table."""
    if block.kind != "html_table":
        return []
    grid = _Grid(block.line)
    grid.feed(block.content)
    grid.close()
    rows = _spread(grid)
    if not rows or not rows[0][1]:
        return []
    heads = [text_of(cell.pieces) for cell in rows[0][1]]
    return read_rows(heads, [Row(line, cells) for line, cells, is_head in rows[1:] if cells and not is_head])


def _spread(grid: _Grid) -> list[tuple[int, list[Cell], bool]]:
    """Return the rows with every cell in each place it spans."""
    waiting: dict[int, tuple[Cell, int]] = {}
    rows = []
    for line, written in grid.rows:
        cells: list[Cell] = []
        for html, height, width, _ in written:
            _fill(cells, waiting)
            cell = Cell(_pieces(html), _markdown(html), height)
            for _ in range(min(width, _MOST_COLUMNS - len(cells))):
                if height > 1:
                    waiting[len(cells)] = (cell, height - 1)
                cells.append(cell)
        _fill(cells, waiting)
        rows.append((line, cells if written else [], bool(written) and all(is_head for *_, is_head in written)))
    return rows


def _fill(cells: list[Cell], waiting: dict[int, tuple[Cell, int]]) -> None:
    while len(cells) in waiting and len(cells) < _MOST_COLUMNS:
        cell, left = waiting.pop(len(cells))
        if left > 1:
            waiting[len(cells)] = (cell, left - 1)
        cells.append(cell)


def _pieces(html: str) -> Pieces:
    return pieces_of_html(html)


def _markdown(html: str) -> str:
    return " ".join(html.split())
