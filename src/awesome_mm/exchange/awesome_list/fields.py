"""The labelled fields below an entry's head: ``Code: ...``, ``**论文**：...``, as paragraphs, bullets or lines.

Layer: exchange.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...model.text import fold
from .blocks import Block, Markdown
from .pieces import Piece, Pieces, lines_of, text_of
from .words import FIELD_ROLES, LINK_ROLES, bare_text, link_role

_LABEL = re.compile(r"^[^\w]*([^:：]{1,60}?)\s*[:：](?!//)\s*")
_DEEPEST = 4


class Field(NamedTuple):
    """One line of fields: its label (``""`` for a line without one) and what stands behind it; the label may stand on a line above."""

    label: str
    value: Pieces
    is_below: bool = False

    @property
    def role(self) -> str | None:
        """What the label stands for: a part of an entry, a kind of link (``""`` for any); None where it is no such label."""
        return field_role(self.label)


def field_role(label: str) -> str | None:
    """Return what a label stands for; None where nobody knows."""
    said = fold(bare_text(label)).strip("*_ ")
    if said in FIELD_ROLES:
        return FIELD_ROLES[said]
    if said in LINK_ROLES:
        return LINK_ROLES[said]
    return link_role(label) if label else None


def fields_of(blocks: Iterable[Block], markdown: Markdown, inherited: str = "", depth: int = 0) -> Iterator[Field]:
    """Yield the lines of `blocks` as fields; bullets below a label that has nothing behind it are fields of that label."""
    label = inherited
    for block in blocks:
        if block.kind == "paragraph":
            for line in lines_of(markdown.pieces(block.content)):
                one = labelled(line)
                yield one if one.label or not label else one._replace(label=label, is_below=True)
                label = one.label if one.label and not text_of(one.value) else inherited
        elif block.kind == "list" and depth < _DEEPEST:
            for entry in block.children:
                yield from _item_fields(entry, markdown, label, depth)
            label = inherited
        elif block.kind == "details":
            yield from fields_of(block.children, markdown, inherited, depth)


def _item_fields(block: Block, markdown: Markdown, label: str, depth: int) -> Iterator[Field]:
    first, rest = block.children[:1], block.children[1:]
    own = list(fields_of(first, markdown, label, depth + 1))
    yield from own
    empty = own[-1].label if own and not text_of(own[-1].value) else ""
    yield from fields_of(rest, markdown, empty or label, depth + 1)


def labelled(line: Pieces) -> Field:
    """Return a line split at its label."""
    plain = "".join("" if piece.image else piece.text for piece in line)
    match = _LABEL.match(plain)
    if not match or not match[1].strip():
        return Field("", line)
    end, rest = match.end(), []
    for place, piece in enumerate(line):
        if piece.image:
            rest.append(piece)
        elif piece.link and end > 0:
            return Field("", line)  # the colon stands inside a link's label
        elif end >= len(piece.text):
            end -= len(piece.text)
        else:
            rest = [*rest, piece._replace(text=piece.text[end:]), *line[place + 1 :]]
            break
    return Field(bare_text(match[1]).strip("*_ "), _without_blanks(rest))


def _without_blanks(pieces: list[Piece]) -> Pieces:
    return tuple(pieces) if any(piece.text.strip() or piece.image for piece in pieces) else ()
