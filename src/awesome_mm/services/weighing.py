"""How much a word of a query says: the fewer entries hold it, the more.

Layer: services. How many entries there are besides does not matter, so that one which holds none of the words changes no score.
"""

from collections.abc import Sequence
from math import log

from ..model.search_lines import SearchLines
from .query import Word

_COMMON = 50  # a word that so many entries hold says little
_COUNTED = 1000  # entries; more of them say no less
_SEVERAL = 3
_UNKNOWN = 0.5  # the number of entries that a word nobody wrote counts as


def weigh(words: Sequence[Word], lines: SearchLines) -> list[tuple[Word, float]]:
    """Return `words`, each with its weight; two count alike, for both must be held."""
    if len(words) < _SEVERAL:
        return [(word, 1.0) for word in words]
    return [(word, log(1 + _COMMON / (_holding(word, lines) or _UNKNOWN))) for word in words]


def _holding(word: Word, lines: SearchLines) -> int:
    shortest = (reading for reading in word.readings if not any(other != reading and other in reading for other in word.readings))
    return sum(lines.count(reading, most=_COUNTED) for reading in shortest)
