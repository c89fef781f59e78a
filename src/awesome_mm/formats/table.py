"""Rich tables, trees and bars for a terminal.

Layer: formats; the one importer of rich. Catalog text goes in as `Text`, never as markup.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree as RichTree

from ..model.text import one_line, printable
from ..views.blocks import Bars, Block, Branch, Cell, Column, Facts, Heading, Matrix, Paragraph, Points, Quote, Table, Tree
from ..views.report import Report
from .lengths import bar_shares, bar_text
from .marks import in_view, marked
from .matrix import fitted
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
_ANY_HEIGHT = 25  # nothing here depends on it, but without one rich measures the width anew
_WIDEST_TEXT = 110
_NARROWEST_TEXT = 16  # beside a label; in less room it stands below
_LONGEST_BAR = 50


def write_table(report: Report, out: TextIO) -> None:
    """Write the blocks as wide as the terminal (``COLUMNS`` where it is set, 100 columns where there is neither)."""
    console = make_console(out)
    for part in rendered(report, console):
        _write(console, part, out)


def rendered(report: Report, console: Console) -> Iterator[RenderableType]:
    """Yield the blocks as `console` draws them, and the empty lines between them."""
    before: Block | None = None
    for block in report.blocks():
        if before is not None and _stands_apart(block, before):
            yield Text("")
        yield _rendered(block, console)
        before = block


def make_console(out: TextIO, *, screen: int | None = None) -> Console:
    """Return a console on `out` that adds nothing of its own: no highlighting, no markup, no emoji codes.

    With `screen`, a width, it draws for a terminal, whatever `out` is.
    """
    return Console(
        file=out,
        width=screen or _width(out),
        height=_ANY_HEIGHT,
        highlight=False,
        markup=False,
        emoji=False,
        force_terminal=True if screen else None,
        color_system="standard" if screen else "auto",
    )


def _width(out: TextIO) -> int:
    if out.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size((_WIDTH_ELSEWHERE, 0)).columns
    return _WIDTH_ELSEWHERE


def _write(console: Console, rendered: RenderableType, out: TextIO) -> None:
    """Print what was rendered; where there are no styles, lines end with their last sign instead of the table's padding."""
    if console.color_system:
        out.flush()
        console.print(rendered)
        return
    with console.capture() as captured:
        console.print(rendered)
    out.writelines(f"{line.rstrip(' ')}\n" for line in captured.get().removesuffix("\n").split("\n"))


def _stands_apart(block: Block, before: Block) -> bool:
    """Whether an empty line stands before `block`."""
    return isinstance(block, Heading) or (isinstance(block, Table) and bool(block.title)) or isinstance(before, Facts)


def _rendered(block: Block, console: Console) -> RenderableType:  # noqa: PLR0911 - one answer for each block
    width = console.width
    match block:
        case Heading():
            return _heading(block, width, framed=bool(console.color_system))
        case Paragraph():
            return _text(_wrapped(block.text, min(width, _WIDEST_TEXT)), block.style)
        case Facts():
            return _labelled(block.rows, "dim", width)
        case Points():
            return _points(block, width)
        case Quote():
            return _quoted(block)
        case Tree():
            return Group(*(_tree(branch, width) for branch in block.branches))
        case Bars():
            return _bars(block, width)
        case Matrix():
            return _matrix(block, width)
        case Table():
            return Group(_text(_wrapped(block.title, width), "bold"), _table(block, width)) if block.title else _table(block, width)


def _heading(block: Heading, width: int, *, framed: bool) -> RenderableType:
    text = _wrapped(one_line(block.text), width - _GAP)
    if block.level > 1 or not framed:
        return _text(text, "bold")
    return _text("\n".join(f" {line} " for line in text.split("\n")), "bold reverse")


def _quoted(quote: Quote) -> Text:
    """Return the lines as they stand, those that a difference adds or takes away in colours of their own."""
    styles = {"+": "green", "-": "red", "@": "magenta"} if quote.language == "diff" else {}
    lines = _shown(quote.text).removesuffix("\n").split("\n")
    return Text("\n").join(Text(line, style=styles.get(line[:1], "")) for line in lines)


def _text(text: str, style: str = "") -> Text:
    return Text(text, style=_STYLES.get(style, style))


def _shown(text: str) -> str:
    """Return `text` printable; a tab would move what stands beside it, so it is a space."""
    return printable(text).replace("\t", " ")


def _wrapped(text: str, width: int) -> str:
    return wrap(_shown(text), width)


def _table(block: Table, width: int) -> RenderableType:
    """Return the table without the columns that need a wider terminal; rows one by one where even those do not fit."""
    shown = [place for place, column in enumerate(block.columns) if column.from_width <= width]
    columns = [block.columns[place] for place in shown]
    rows = [[_as_cell(row[place], block.columns[place]) for place in shown] for row in block.rows]
    natural = [_longest(one_line(column.title), *(row[place].text for row in rows)) for place, column in enumerate(columns)]
    room = width - _GAP * (len(columns) - 1)
    widths = share_out(natural, [column.give for column in columns], room)
    if sum(widths) > room:
        return _stacked(columns, rows, block.notes, width)
    if not block.notes:
        return _grid(columns, rows, widths)
    return Group(*_parts(columns, rows, widths, block.notes, width))


def _matrix(block: Matrix, width: int) -> RenderableType:
    """Return the sides beside each other, or turned, or in as many tables as they need."""
    tables = [_table(part, width) for part in fitted(block, width)]
    return Group(*(part for number, table in enumerate(tables) for part in ([Text("")] * bool(number) + [table])))


def _parts(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], widths: Sequence[int], notes: Mapping[int, Cell], width: int
) -> Iterator[RenderableType]:
    """Yield the table in parts, each ending with a row that has a note, and the notes."""
    start = 0
    for number, note in sorted(notes.items()):
        yield _grid(columns, rows[start : number + 1], widths, has_header=not start)
        yield _note(note, width)
        start = number + 1
    if rows[start:] or not rows:
        yield _grid(columns, rows[start:], widths, has_header=not start)


def _note(note: Cell, width: int) -> RenderableType:
    room = min(width, _WIDEST_TEXT) - 2 * _GAP
    return Padding(marked(wrap(_shown(note.text), room), note, _STYLES[note.style]), (0, 0, 0, _GAP))


def _grid(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], widths: Sequence[int], *, has_header: bool = True) -> RenderableType:
    table = RichTable(
        box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold underline", show_edge=False, show_header=has_header
    )
    for column, width in zip(columns, widths, strict=True):
        table.add_column(
            Text(one_line(column.title), no_wrap=True, overflow="ellipsis"),
            justify="right" if column.right else "left",
            no_wrap=not column.wrap,
            overflow="fold" if column.wrap else "ellipsis",
            width=width,
            style=_STYLES[column.style],
        )
    for row in rows:
        table.add_row(*(_cell(cell, column, width) for cell, column, width in zip(row, columns, widths, strict=True)))
    return table


def _cell(cell: Cell, column: Column, width: int) -> Text:
    cell = cell if column.wrap else in_view(cell, width)
    text = marked(wrap(cell.text, width) if column.wrap else cell.text, cell, _STYLES[cell.style])
    text.justify = "right" if column.right else "left"
    return text


def _stacked(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], notes: Mapping[int, Cell], width: int) -> RenderableType:
    """Return each row as a paragraph of its own, its cells under each other, labelled with their columns' titles."""
    paragraphs: list[RenderableType] = []
    for number, row in enumerate(rows):
        paragraphs += [Text("")] if paragraphs else []
        filled = [(column.title, cell.text) for column, cell in zip(columns, row, strict=True) if cell.text]
        paragraphs.append(_labelled(filled, "bold", width))
        paragraphs += [_note(notes[number], width)] if number in notes else []
    return Group(*paragraphs)


def _longest(*texts: str) -> int:
    return max(cell_len(line) for text in texts for line in text.split("\n"))


def _as_cell(cell: Cell | str, column: Column) -> Cell:
    """Return a table's cell with the text as its column shows it."""
    if not isinstance(cell, Cell):
        cell = Cell(cell)
    return cell._replace(text=_shown(cell.text) if column.wrap else one_line(cell.text))


def _points(block: Points, width: int) -> RenderableType:
    if any(name for name, _ in block.rows):
        return _labelled([(f"• {name}".rstrip(), text) for name, text in block.rows], "bold", width)
    return _labelled([("•", text) for _, text in block.rows], "bold", width, gap=1)


def _labelled(rows: Iterable[tuple[str, str]], style: str, width: int, gap: int = _GAP) -> RenderableType:
    """Return labels beside their texts; above them where the terminal is narrow."""
    labelled = [(one_line(name), _shown(text)) for name, text in rows]
    label_width = min(_longest("", *(name for name, _ in labelled)), max(width // 3, 12))
    room = min(width, _WIDEST_TEXT) - label_width - gap
    if room < _NARROWEST_TEXT and label_width > 1:
        return Group(*(_below(name, text, style, width) for name, text in labelled))
    grid = RichTable.grid(padding=(0, gap, 0, 0), pad_edge=False)
    grid.add_column(width=label_width)
    grid.add_column(width=room)
    for name, text in labelled:
        grid.add_row(_text(wrap(name, label_width), style), Text(wrap(text, room)))
    return grid


def _below(name: str, text: str, style: str, width: int) -> RenderableType:
    lines = (f"{' ' * _GAP}{line}" for line in wrap(text, width - _GAP).split("\n"))
    return Group(_text(wrap(name, width), style), Text("\n".join(lines)))


def _tree(branch: Branch, width: int) -> RichTree:
    tree = RichTree(_text(_wrapped(branch.text, min(width, _WIDEST_TEXT)), branch.style), guide_style="dim")
    waiting = [(tree, branch.children, width - _INDENT)]
    while waiting:
        parent, children, room = waiting.pop()
        for child in children:
            node = parent.add(_text(_wrapped(child.text, min(room, _WIDEST_TEXT)), child.style))
            waiting.append((node, child.children, room - _INDENT))
    return tree


def _bars(block: Bars, width: int) -> RenderableType:
    counted = [(one_line(bar.label), bar_text(bar), share) for bar, share in zip(block.bars, bar_shares(block), strict=True)]
    label_width = min(_longest("", *(label for label, _, _ in counted)), max(width // 2, 8))
    room = min(width - label_width - _longest("", *(count for _, count, _ in counted)) - 2, _LONGEST_BAR)
    grid = RichTable.grid(padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_column(no_wrap=True, overflow="ellipsis", width=label_width)
    grid.add_column(justify="right")
    grid.add_column(no_wrap=True)
    for label, count, share in counted:
        length = max(int(room * share), 1) if share and room > 0 else 0
        grid.add_row(Text(label), Text(count), Text("█" * length, style="cyan"))
    return grid
