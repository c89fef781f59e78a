"""Cuts what is too long for one file: between pieces, and a piece that is too long alone between its paragraphs.

Layer: render. GitHub shows no Markdown file of more than 512 kB as Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .containing import closed
from .parsing import parse_blocks
from .sheets import Piece

LARGEST = 480_000  # bytes of a file
_SPARE = 4_000  # for what closes a piece that was cut, and the links among the parts
_SMALLEST = 20_000  # room for pieces, whatever the frame takes


def cut(pieces: Iterable[Piece], frame: str, largest: int = LARGEST) -> list[list[Piece]]:
    """Return `pieces` in parts that fit into files of `largest` bytes with the `frame` around them; there is always one part."""
    room = max(largest - Piece(text=frame).weight - _SPARE, min(_SMALLEST, largest // 2))
    parts: list[list[Piece]] = [[]]
    filled = 0
    for piece in (part for whole in pieces for part in _fitting(whole, room)):
        if parts[-1] and filled + piece.weight > room:
            parts.append([])
            filled = 0
        parts[-1].append(piece)
        filled += piece.weight
    return parts


def _fitting(piece: Piece, room: int) -> Iterator[Piece]:
    """Yield `piece`, in parts where it is heavier than `room`; the first bears its name."""
    if piece.weight <= room:
        yield piece
        return
    extra = piece.weight - len(piece.text.encode())
    lengths = max(room - extra, room // 2)
    for number, text in enumerate(_parts(piece.text, lengths)):
        yield replace(piece, text=closed(text), name="" if number else piece.name)


def _parts(text: str, length: int) -> Iterator[str]:
    """Yield `text` in parts of at most `length` bytes, cut at the borders of blocks, else of lines, else anywhere."""
    held: list[str] = []
    size = 0
    for line, border in _lines_with_borders(text, length):
        if held and (size + len(line.encode()) + 1 > length or (border and size > length * 3 // 4)):
            yield "\n".join(held)
            held, size = [], 0
        held.append(line)
        size += len(line.encode()) + 1
    yield "\n".join(held)


def _lines_with_borders(text: str, length: int) -> Iterator[tuple[str, bool]]:
    """Yield the lines, none longer than `length` bytes, and whether a block of the page begins with each."""
    begins = {token.map[0] for token in parse_blocks(text) if token.map and not token.level}
    for number, line in enumerate(text.split("\n")):
        for first, part in enumerate(_slices(line, length // 4)):  # no character takes more than 4 bytes
            yield part, number in begins and not first


def _slices(line: str, length: int) -> Iterator[str]:
    yield line[:length]
    yield from (line[start : start + length] for start in range(length, len(line), length))
