"""Breaks running text into lines by the cells it takes on a terminal, Chinese and Latin script mixed.

Layer: formats. rich breaks at spaces alone, so a Chinese sentence counts as one word there and leaves ragged, half-empty lines.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

_MAY_NOT_BEGIN = "，。、；：？！）】》〉」』”’％…—·,.;:?!)]}%"
_MAY_NOT_END = "（【《〈「『“‘([{"
_SPACES = " \u3000"
_JOINTS = "-/"
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_FIRST_WIDE = "\u2e80"


def wrap(text: str, width: int) -> str:
    """Return `text` broken with line feeds so that no line takes more than `width` cells; line feeds in it stay.

    Nothing but spaces at a break is left out. A character of two cells takes them even where `width` is 1.
    """
    return "\n".join(line for part in text.split("\n") for line in _lines(part, max(width, 2)))


def _lines(text: str, width: int) -> Iterator[str]:
    line, taken = "", 0
    for spaces, word in _words(text):
        needed = _width(spaces) + _width(word)
        if taken + needed <= width:
            line += spaces + "".join(word)
            taken += needed
            continue
        if line:
            yield line
        *full, last = _split(word, width)
        yield from ("".join(piece) for piece in full)
        line, taken = "".join(last), _width(last)
    yield line


def _width(signs: Iterable[str]) -> int:
    return sum(cell_len(sign) for sign in signs)


def _words(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the parts between which a line may end, each a word or a wide character, with the spaces before it."""
    spaces, word = "", list[str]()
    for sign in _signs(text):
        if word and (sign in _SPACES or _may_break(word[-1], sign)):
            yield spaces, word
            spaces, word = "", []
        if sign in _SPACES:
            spaces += sign
        else:
            word.append(sign)
    if word:
        yield spaces, word


def _signs(text: str) -> Iterator[str]:
    """Yield what a reader sees as one sign: a character with its combining marks, an emoji with all that is joined to it."""
    sign = ""
    for character in text:
        if sign and not _belongs(character, sign):
            yield sign
            sign = ""
        sign += character
    if sign:
        yield sign


def _belongs(character: str, sign: str) -> bool:
    code = ord(character)
    is_joined = sign[-1] == _JOINER and sign[-2:-1] != _JOINER
    if character < "\u0300":
        return is_joined
    if code in _FLAG_LETTERS:
        return len(sign) == 1 and ord(sign) in _FLAG_LETTERS
    return is_joined or code in _SKIN_TONES or not cell_len(character) or bool(unicodedata.combining(character))


def _may_break(before: str, after: str) -> bool:
    return (_is_wide(before) or _is_wide(after)) and after[0] not in _MAY_NOT_BEGIN and before[0] not in _MAY_NOT_END


def _is_wide(sign: str) -> bool:
    return sign[0] >= _FIRST_WIDE and cell_len(sign) > 1


def _split(word: Sequence[str], width: int) -> list[Sequence[str]]:
    """Return a word that is too long for any line in pieces that fit, none beginning with closing punctuation where avoidable."""
    pieces, start, taken = list[Sequence[str]](), 0, 0
    for place, sign in enumerate(word):
        needed = cell_len(sign)
        while taken + needed > width and place > start:
            end = _end_before(word, start, place)
            pieces.append(word[start:end])
            start, taken = end, _width(word[end:place])
        taken += needed
    return [*pieces, word[start:]]


def _end_before(word: Sequence[str], start: int, place: int) -> int:
    """Return the best place up to `place` to end a piece: after a late hyphen or slash, else the last allowed, else `place` itself."""
    allowed = [end for end in range(place, start, -1) if word[end][0] not in _MAY_NOT_BEGIN and word[end - 1][0] not in _MAY_NOT_END]
    joints = (end for end in allowed if word[end - 1] in _JOINTS and end - start > (place - start) // 2)
    return next(joints, allowed[0] if allowed else place)
