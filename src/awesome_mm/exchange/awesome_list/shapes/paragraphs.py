"""Entries that are paragraphs of their own: a linked or bold title at the beginning, authors, venue and links behind or below.

Layer: exchange.
"""

from ..blocks import Block
from ..heads import read_head
from ..parts import Parts, parts_of
from ..pieces import Pieces, links_of, text_of
from ..words import link_role, words_of
from .context import Context, Found


def read(block: Block, context: Context) -> Found:
    """Return the entry that a paragraph is; nothing where it is prose."""
    if block.kind != "paragraph":
        return []
    pieces = context.markdown.pieces(block.content)
    head = read_head(pieces)
    if head is None:
        return []
    entry = parts_of(block.line, block.source, pieces, (), context.markdown)
    if entry is None or all(target.kind == "page" for target in entry.targets):
        return []
    return [entry] if head.link or head.is_strong or _is_cited(entry, pieces) else []


def _is_cited(entry: Parts, pieces: Pieces) -> bool:
    """Whether plain text is a reference: its links say what they are and stand at the end, and people or a venue come before them."""
    links = links_of(pieces)
    behind = text_of(piece for piece in pieces[links[0].first :] if not piece.link) if links else ""
    are_labels = all(link_role(link.label) is not None for link in links)
    return are_labels and not words_of(behind) and bool(entry.authors.names or entry.venue.venue) and len(words_of(entry.title)) > 1
