"""Entries that are paragraphs of their own: a linked or bold title at the beginning, authors, venue and links behind or below.

Layer: exchange.
"""

from ..blocks import Block
from ..heads import read_head
from ..parts import parts_of
from .context import Context, Found


def read(block: Block, context: Context) -> Found:
    """Return the entry that a paragraph is; nothing where it is prose."""
    if block.kind != "paragraph":
        return []
    pieces = context.markdown.pieces(block.content)
    head = read_head(pieces)
    if head is None or not (head.link or head.is_strong):
        return []
    entry = parts_of(block.line, block.source, pieces, (), context.markdown)
    return [entry] if entry and any(target.kind != "page" for target in entry.targets) else []
