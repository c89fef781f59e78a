"""Foldings: one work with its fields, or a section whose heading is the summary.

Layer: exchange.
"""

from ..blocks import Block
from ..parts import Missed
from ..pieces import text_of
from ..words import heading_text
from .context import Context, Found, under
from .headed import read_headed, says_nothing


def read(block: Block, context: Context) -> Found:
    """Return the entries of a folding."""
    if block.kind != "details":
        return []
    summary = context.markdown.pieces(block.content)
    if says_nothing(text_of(summary)):
        return context.read_all(block.children)
    if not block.children:
        return [Missed(block.line, heading_text(text_of(summary)), "a heading over nothing")]
    works = read_headed(block.line, summary, block.source, block.children, context.markdown)
    return [*works] or under(heading_text(text_of(summary)), context.read_all(block.children))
