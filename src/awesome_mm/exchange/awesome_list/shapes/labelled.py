"""Entries all of whose parts have labels, the title first: ``名称：...`` over ``论文：...``, as lines of a paragraph or of a bullet.

Layer: exchange.
"""

import re
from collections.abc import Iterable, Sequence

from ....model.text import fold
from ..blocks import Block, Markdown
from ..fields import Field, fields_of, labelled
from ..parts import Parts, described, field_targets
from ..pieces import BREAK, Piece, Pieces, lines_of, links_of, text_of
from ..titles import clean_title, short_name
from ..words import FIELD_ROLES, LINK_ROLES, TITLE_LABELS, link_role, words_of
from .context import Context, Found

_CHINESE_LABELS = [label for label in (*FIELD_ROLES, *LINK_ROLES, *TITLE_LABELS) if not label.isascii()]
_BEFORE_LABEL = re.compile(rf"(?<![\s，,；;])[\s，,；;]+(?=(?:{'|'.join(sorted(_CHINESE_LABELS, key=len, reverse=True))})\s*[：:])")


def read(block: Block, context: Context) -> Found:
    """Return the entry that a paragraph of labelled lines is; nothing where its first label is not that of a title."""
    if block.kind != "paragraph":
        return []
    entry = labelled_work(block.line, block.source, context.markdown.pieces(block.content), (), context.markdown)
    return [entry] if entry else []


def labelled_work(line: int, source: str, pieces: Pieces, body: Sequence[Block], markdown: Markdown) -> Parts | None:
    """Return the entry whose title has a label in the first line of `pieces`; None where it has none, or nothing is said beside it."""
    first, *others = lines_of(_divided(pieces)) if pieces else ((),)
    field = labelled(first)
    if not is_title_label(field.label):
        return None
    title = _title(field)
    more = (*map(labelled, others), *fields_of(body, markdown))
    if not words_of(title) or not more:
        return None
    parts = Parts(line, source, short_name(title) or title, title, targets=tuple(dict.fromkeys(field_targets((field, *more), ()))))
    return described(parts, (), more)


def _divided(pieces: Pieces) -> Pieces:
    """Return a text whose labels in Chinese, of which several may stand on a line, begin a line each."""
    divided: list[Piece] = []
    for piece in pieces:
        if piece.link or piece.image or piece.is_break:
            divided.append(piece)
            continue
        for number, text in enumerate(_BEFORE_LABEL.split(piece.text)):
            divided += [BREAK] * (number > 0) + [piece._replace(text=text)]
    return tuple(divided)


def count_titles(blocks: Iterable[Block], markdown: Markdown) -> int:
    """Return how many paragraphs and bullets of `blocks` begin with a label of a title."""
    openings = [opening for block in blocks for opening in (block.children if block.kind == "list" else (block,))]
    firsts = [opening.children[0] if opening.kind == "item" and opening.children else opening for opening in openings]
    lines = [next(lines_of(markdown.pieces(first.content))) for first in firsts if first.kind == "paragraph"]
    return sum(is_title_label(labelled(line).label) for line in lines)


def is_title_label(label: str) -> bool:
    """Whether a label stands before a title or a name."""
    return fold(label) in TITLE_LABELS


def _title(field: Field) -> str:
    """Return the title of a field: the label of its link where that is one, else what is said."""
    named = next((link.label for link in links_of(field.value) if link_role(link.label) is None), "")
    return clean_title(named or text_of(field.value))
