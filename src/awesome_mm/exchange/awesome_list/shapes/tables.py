"""Pipe tables: linked titles, wide ones with much else, cells with several links.

Layer: exchange. Rows are cut here and not by the Markdown parser, which drops what stands beyond the last head.
"""

import re

from ..blocks import Block
from ..pieces import text_of
from .context import Context, Found
from .rows import Cell, Row, read_rows

_BORDER = re.compile(r"(?<!\\)\|")
_COMMENT_CELL = re.compile(r"^\s*\[//\]:")


def read(block: Block, context: Context) -> Found:
    """Return the entries of a pipe table."""
    if block.kind != "table":
        return []
    lines = block.source.split("\n")
    heads = [text_of(context.markdown.pieces(cell)) for cell in cells_of(lines[0])]
    rows = [Row(block.line + place, _cells(line, context)) for place, line in enumerate(lines[2:], 2)]
    return read_rows(heads, rows)


def cells_of(line: str) -> list[str]:
    """Return the sources of a row's cells."""
    bare = line.strip()
    cells = _BORDER.split(bare.removeprefix("|"))
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [cell.strip() for cell in cells if not _COMMENT_CELL.match(cell)]


def _cells(line: str, context: Context) -> list[Cell]:
    return [Cell(context.markdown.pieces(cell.replace("\\|", "|")), cell.replace("\\|", "|")) for cell in cells_of(line)]
