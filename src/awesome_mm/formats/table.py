"""Rich tables, trees and bars for a terminal.

Layer: formats; the one importer of rich. Catalog text goes in as `Text`, never as markup.
"""

import os
from collections.abc import Iterable
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree as RichTree

from ..model.text import one_line, printable
from ..views.blocks import Bars, Block, Branch, Cell, Column, Facts, Heading, Paragraph, Points, Table, Tree
from ..views.report import Report
from .widths import share_out
from .wrapping import wrap

_STYLES = {
    "name": "bold cyan",
    "quiet": "dim",
    "good": "green",
    "warning": "yellow",
    "route": "magenta",
    "": "",
}
_GAP = 2
_INDENT = 4  # of a tree's branch
_WIDTH_ELSEWHERE = 100
_WIDEST_TEXT = 110


def write_table(report: Report, out: TextIO) -> None:
    """Write the blocks as wide as the terminal (``COLUMNS`` where it is set, 100 columns where there is neither)."""
    console = make_console(out)
    for block in report.blocks():
        console.print(_rendered(block, console.width), soft_wrap=False)


def make_console(out: TextIO) -> Console:
    """Return a console on `out` that adds nothing of its own: no highlighting, no markup, no emoji codes."""
    width = None if out.isatty() or os.environ.get("COLUMNS", "").isdigit() else _WIDTH_ELSEWHERE
    return Console(file=out, width=width, highlight=False, markup=False, emoji=False)


def _rendered(block: Block, width: int) -> RenderableType:  # noqa: PLR0911 - one answer for each block
    match block:
        case Heading():
            return _heading(block, width)
        case Paragraph():
            return _text(wrap(printable(block.text), min(width, _WIDEST_TEXT)), block.style)
        case Facts():
            return _labelled(block.rows, "dim", width)
        case Points():
            return _labelled([(f"• {name}".rstrip(), text) for name, text in block.rows], "bold", width)
        case Tree():
            return Group(*(_tree(branch, width) for branch in block.branches))
        case Bars():
            return _bars(block, width)
        case Table():
            return _table(block, width)


def _heading(block: Heading, width: int) -> RenderableType:
    text = wrap(printable(block.text), width - 2)
    if block.level == 1:
        return _text(f" {text} ", "bold reverse")
    return Group(Text(""), _text(text, "bold"))


def _text(text: str, style: str = "") -> Text:
    return Text(text, style=_STYLES.get(style, style))


def _table(block: Table, width: int) -> RenderableType:
    """Return the table without the columns that need a wider terminal."""
    shown = [place for place, column in enumerate(block.columns) if column.from_width <= width]
    table = RichTable(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold underline", show_edge=False)
    columns = [block.columns[place] for place in shown]
    rows = [[row[place] for place in shown] for row in block.rows]
    natural = [_longest(column.title, *(row[place] for row in rows)) for place, column in enumerate(columns)]
    widths = share_out(natural, [column.give for column in columns], width - _GAP * (len(columns) - 1))
    for column, column_width in zip(columns, widths, strict=True):
        table.add_column(
            Text(column.title, overflow="ellipsis"),
            justify="right" if column.right else "left",
            no_wrap=not column.wrap,
            overflow="fold" if column.wrap else "ellipsis",
            width=column_width,
            style=_STYLES.get(column.style, ""),
        )
    for row in rows:
        table.add_row(*(_cell(cell, column, limit) for cell, column, limit in zip(row, columns, widths, strict=True)))
    return Group(Text(""), _text(block.title, "bold"), table) if block.title else table


def _longest(*cells: Cell | str) -> int:
    return max(cell_len(line) for cell in cells for line in (printable(_content(cell)).split("\n") or [""]))


def _content(cell: Cell | str) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def _cell(cell: Cell | str, column: Column, width: int) -> Text:
    style = cell.style if isinstance(cell, Cell) else ""
    content = _content(cell)
    text = wrap(printable(content), width) if column.wrap else one_line(content)
    return Text(text, style=_STYLES.get(style, ""), justify="right" if column.right else "left")


def _labelled(rows: Iterable[tuple[str, str]], style: str, width: int) -> RenderableType:
    """Return labels beside their texts; below them where the terminal is narrow."""
    labelled = [(printable(name), printable(text)) for name, text in rows]
    label_width = min(max((cell_len(name) for name, _ in labelled), default=0), max(width // 3, 12))
    room = min(width, _WIDEST_TEXT) - label_width - _GAP
    grid = RichTable.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    grid.add_column(width=label_width)
    grid.add_column(width=room)
    for name, text in labelled:
        grid.add_row(_text(wrap(name, label_width), style), Text(wrap(text, room)))
    return grid


def _tree(branch: Branch, width: int) -> RichTree:
    tree = RichTree(_text(wrap(printable(branch.text), width), branch.style), guide_style="dim")
    waiting = [(tree, branch.children, width - _INDENT)]
    while waiting:
        parent, children, room = waiting.pop()
        for child in children:
            node = parent.add(_text(wrap(printable(child.text), min(room, _WIDEST_TEXT)), child.style))
            waiting.append((node, child.children, room - _INDENT))
    return tree


def _bars(block: Bars, width: int) -> RenderableType:
    widest = max((cell_len(bar.label) for bar in block.bars), default=0)
    label_width = min(widest, max(width // 2, 10))
    room = max(min(width - label_width - 8, 50), 5)
    largest = max((bar.value for bar in block.bars), default=0) or 1
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, overflow="ellipsis", width=label_width)
    grid.add_column(justify="right")
    grid.add_column(no_wrap=True)
    for bar in block.bars:
        length = max(round(room * bar.value / largest), 1) if bar.value else 0
        grid.add_row(_text(one_line(bar.label)), Text(str(bar.value or "")), Text("█" * length, style="cyan"))
    return grid
