"""Breaks running text into lines by the cells it takes on a terminal, Chinese and Latin script mixed.

Layer: formats. rich breaks at spaces alone, so a Chinese sentence counts as one word there and leaves ragged, half-empty lines.
"""

from collections.abc import Iterator

from rich.cells import cell_len

_MAY_NOT_BEGIN = "，。、；：？！）】》〉」』”’％…—·,.;:?!)]}%"
_MAY_NOT_END = "（【《〈「『“‘([{"


def wrap(text: str, width: int) -> str:
    """Return `text` broken with line feeds so that no line takes more than `width` cells; line feeds in it stay."""
    return "\n".join(line for part in text.split("\n") for line in _lines(part, max(width, 2)))


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _pieces(text):
        if cell_len(line) + cell_len(piece.rstrip()) > width and line.strip():
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
        while cell_len(line.rstrip()) > width:
            head = _fitting(line, width)
            yield head
            line = line[len(head) :]
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts between which a line may end: words with the spaces before them, and single wide characters."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return before != " "
    if before == " ":
        return False
    wide = _is_wide(before) or _is_wide(after)
    return wide and after not in _MAY_NOT_BEGIN and before not in _MAY_NOT_END


def _is_wide(character: str) -> bool:
    return character > "\u2e7f" and cell_len(character) == 2


def _fitting(text: str, width: int) -> str:
    """Return the longest beginning of `text` within `width`, at least one character."""
    end = 1
    while end < len(text) and cell_len(text[: end + 1]) <= width:
        end += 1
    return text[:end]
