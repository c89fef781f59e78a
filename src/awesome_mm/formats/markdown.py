"""Markdown: a report's blocks as GitHub writes them.

Layer: formats. Text from the catalog is escaped, so that a title with brackets or pipes stays a title.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from ..model.text import one_line, printable
from ..views.blocks import Bars, Block, Branch, Cell, Facts, Heading, Matrix, Paragraph, Points, Quote, Table, Tree
from ..views.report import Report
from .matrix import has_room, turned, upright

_SPECIAL = re.compile(r"([\\`*_~\[\]<>|#]|&(?=#?\w+;))")
_LINE_MARK = re.compile(r"^(\d*)([-+=.)](?=[-=:\s]|$)|:(?=-))")  # of a list, a rule, a heading or the rule of a table
_WHOLE_ADDRESS = re.compile(r"https?://[^\s<>|]+")
_ADDRESS = re.compile(r"(https?://[\w.~:/?#@!$&'()*+,;=%-]*[\w/#=])", re.ASCII)
_DEEPEST_INDENT = 8


def write_markdown(report: Report, out: TextIO) -> None:
    """Write the blocks, an empty line between them."""
    out.write(markdown_of(report.blocks()))
    out.write("\n")


def markdown_of(blocks: Iterable[Block]) -> str:
    """Return `blocks` as Markdown, an empty line between them and none at the end."""
    written = ("\n".join(_lines(block)) for block in blocks)
    return "\n\n".join(text for text in written if text)


def escape(text: str) -> str:
    """Return `text` on one line with Markdown's own signs escaped; addresses become links."""
    line = one_line(text).strip()
    if _WHOLE_ADDRESS.fullmatch(line):
        return f"<{line}>"
    parts = (f"<{part}>" if _ADDRESS.fullmatch(part) else _SPECIAL.sub(r"\\\1", part) for part in _ADDRESS.split(line))
    return _LINE_MARK.sub(r"\1\\\2", "".join(parts))


def escape_inside(text: str) -> str:
    """Return `text` as `escape` does, for the inside of a link or of emphasis, where an address may be no link of its own."""
    return _SPECIAL.sub(r"\\\1", one_line(text).strip())


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {escape(block.text)}"
        case Paragraph():
            yield escape(block.text)
        case Facts() | Points():
            yield from (f"- **{escape(name)}:** {escape(text)}" if name else f"- {escape(text)}" for name, text in block.rows)
        case Quote():
            yield from _quoted(block)
        case Tree():
            yield from _tree_lines(block.branches, 0)
        case Bars():
            yield from _table_lines(["", ""], [False, True], [[bar.label, bar.said or str(bar.value or "")] for bar in block.bars])
        case Matrix():
            yield from _lines(upright(block) if has_room(block) else turned(block))
        case Table():
            if block.title:
                yield f"**{escape(block.title)}**"
                yield ""
            rows = [_with_note(row, block.notes.get(number)) for number, row in enumerate(block.rows)]
            yield from _table_lines([column.title for column in block.columns], [column.right for column in block.columns], rows)


def _with_note(row: Sequence[Cell | str], note: Cell | None) -> Sequence[Cell | str]:
    """Return a row with its note in the last cell: a table in Markdown has no rows of one cell."""
    if note is None or not row:
        return row
    last = row[-1].text if isinstance(row[-1], Cell) else row[-1]
    return [*row[:-1], f"{last} {note.text}"]


def _quoted(quote: Quote) -> Iterator[str]:
    """Yield a quote as a block of code that nothing in it can end."""
    text = printable(quote.text).replace("\t", " ").removesuffix("\n")
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    yield f"{fence}{quote.language}"
    yield text
    yield fence


def _tree_lines(branches: Iterable[Branch], depth: int) -> Iterator[str]:
    for branch in branches:
        yield f"{'  ' * depth}- {_strong(branch.text) if branch.style == 'name' else escape(branch.text)}"
        yield from _tree_lines(branch.children, depth + 1)


def _strong(text: str) -> str:
    return f"**{escape_inside(text)}**"


def _table_lines(titles: Sequence[str], right: Sequence[bool], rows: Iterable[Sequence[Cell | str]]) -> Iterator[str]:
    yield f"| {' | '.join(map(escape, titles))} |"
    yield f"|{'|'.join(' ---: ' if is_right else ' --- ' for is_right in right)}|"
    for row in rows:
        yield f"| {' | '.join(_cell(cell.text if isinstance(cell, Cell) else cell) for cell in row)} |"


def _cell(text: str) -> str:
    """Return a cell's text; the spaces that set it under another row would vanish, so they are written out."""
    indent = min(len(text) - len(text.lstrip(" ")), _DEEPEST_INDENT)
    return "&emsp;" * (indent // 2) + escape(text)
