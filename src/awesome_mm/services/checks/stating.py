"""What the lines of a text state of quantities, and which lines stand below which. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.list_text import Passage, Stands
from ...model.written_numbers import Stated, quantities_in

_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_COLON = re.compile(r"[:：]\s*")
_SIBLINGS = (Stands.HEADING, Stands.LABEL, Stands.ITEM)
_FEWEST = 2
_MOST_HEADS = 20  # lines above that may head one; no honest text has more


@dataclass(frozen=True)
class Group:
    """Lines that stand next to each other on one level, below `head` where there is one; each states one quantity."""

    head: Passage | None
    parts: tuple[tuple[Passage, Stated], ...]


def one_quantity(text: str, *, percent: bool = False) -> Stated | None:
    """Return the quantity that a line states of what it names: in brackets, or behind a colon; None where it states none or several."""
    places = [match[1] for match in _BRACKETS.finditer(text)]
    colon = _COLON.search(text)
    for place in (*places, *([text[colon.end() :]] if colon else [])):
        found = [one for one in quantities_in(place) if (one.unit in ("%", "％")) == percent and (percent or one.is_scaled)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def groups(passages: Sequence[Passage], *, percent: bool = False) -> Iterator[Group]:
    """Yield the groups of at least two lines of a text that all state a quantity."""
    heads: list[Passage] = []
    open_groups: dict[int, list[tuple[Passage, Stated | None]]] = {}
    has_lines = False
    for passage in (*(one for one in passages if one.stands in _SIBLINGS), None):
        depth = passage.depth if passage else -1
        for known in sorted((level for level in open_groups if level > depth), reverse=True):
            yield from _closed(open_groups.pop(known), _head(heads, known))
        # A heading with nothing below it goes on heading what follows the next of its level.
        heads = [head for head in heads if head.depth < depth or (head.depth == depth and not has_lines)][-_MOST_HEADS:]
        if passage:
            open_groups.setdefault(depth, []).append((passage, one_quantity(passage.text, percent=percent)))
            has_lines = bool(heads) and heads[-1].depth < depth and passage.stands is Stands.ITEM
            heads.append(passage)


def _head(heads: Sequence[Passage], level: int) -> Passage | None:
    """Return the nearest line above `level` that states a quantity, or the nearest of all."""
    above = [head for head in reversed(heads) if head.depth < level]
    nearest = [head for head in above if head.depth == above[0].depth]
    return next((head for head in nearest if one_quantity(head.text)), above[0] if above else None)


def _closed(lines: Sequence[tuple[Passage, Stated | None]], head: Passage | None) -> Iterator[Group]:
    parts = tuple((passage, stated) for passage, stated in lines if stated)
    if len(parts) == len(lines) and len(parts) >= _FEWEST:
        yield Group(head, parts)
