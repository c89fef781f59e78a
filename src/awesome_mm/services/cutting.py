"""Cuts a run of Chinese, which has no spaces, into the words that the catalog knows.

Layer: services. No dictionary: what many entries hold is a word of the field.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import log

from ..model.search_lines import SearchLines
from ..model.text import is_han, unique

_SHORTEST_RUN, _LONGEST_RUN, _LONGEST_PIECE = 4, 60, 6
_WELL_KNOWN = 100  # entries; a piece that more of them hold is no more of a word
_PER_PIECE = 0.5  # so that longer pieces are preferred
# Characters that join words and belong to none: a piece neither begins nor ends with one.
_LOOSE = "写更怎么做的了着过和与及或在用有是对中为把被给让这那个些种篇项之其并更最都也就还从到以按里上下吗呢吧"
_FILLERS = frozenset(_LOOSE)


def cut(words: Iterable[str], lines: SearchLines) -> tuple[str, ...]:
    """Return `words` with every run of Chinese cut into the pieces that the catalog knows best, and what lies between them."""
    return unique(part for word in words for part in (_pieces(word[:_LONGEST_RUN], lines) if _is_run(word) else (word,)))


def _is_run(word: str) -> bool:
    return is_han(word[0]) and len(word) >= _SHORTEST_RUN


def _pieces(run: str, lines: SearchLines) -> Iterator[str]:
    """Yield the pieces of `run` that together are known best: many characters, in pieces that many entries hold.

    The best cut before each place is made of the best cuts before earlier ones. What nobody wrote is a piece too, lone characters aside.
    """
    known = _known_pieces(run, lines)
    best: list[tuple[float, list[int]]] = [(0.0, [])]  # for each place what the cut is worth, and where its pieces begin and end
    for end in range(1, len(run) + 1):
        choices = [best[end - 1]]  # the character stands alone and counts for nothing
        for start in range(max(0, end - _LONGEST_PIECE), end - 1):
            if held := known.get(run[start:end], 0):
                worth, places = best[start]
                choices.append((worth + (end - start - _PER_PIECE) * log(1 + held), [*places, start, end]))
        best.append(max(choices, key=lambda choice: choice[0]))
    places = [0, *best[-1][1], len(run)]
    for number, (start, end) in enumerate(pairwise(places)):
        piece = run[start:end] if number % 2 else run[start:end].strip(_LOOSE)
        if len(piece) > 1:
            yield piece


def _known_pieces(run: str, lines: SearchLines) -> dict[str, int]:
    """Return the pieces of `run` that may be words, by how many entries hold them; longer ones only where both shorter ones are held."""
    known: dict[str, int] = {}
    held = set(run)
    for length in range(2, _LONGEST_PIECE + 1):
        pieces = unique(run[start : start + length] for start in range(len(run) - length + 1))
        counts = {piece: lines.count(piece, most=_WELL_KNOWN) for piece in pieces if piece[1:] in held and piece[:-1] in held}
        held = {piece for piece, count in counts.items() if count}
        known |= {piece: counts[piece] for piece in held if piece[0] not in _FILLERS and piece[-1] not in _FILLERS}
    return known
