"""What answers most of a query, where nothing answers all of it: long questions, and words that only frame a wish.

Layer: services. A word that nobody wrote counts most of all: a query about something else is not saved by the words that it shares
with everything.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.search_lines import SearchLines
from .holding import Reason, hold, needles_of
from .query import Word, readings_of
from .weighing import weigh

_ENOUGH = 0.66  # of the weight of all words
_LEAST_WORDS = 2


class Partial(NamedTuple):
    """An entry that answers most of a query: its number, the worth of what it holds (0 to that of a name), why, and what it lacks."""

    number: int
    worth: float
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


def most_of(words: Sequence[Word], bound: Sequence[Word], lines: SearchLines) -> Iterator[Partial]:
    """Yield the entries that hold most of the weight of `words`, more than one of them, and all that are `bound`."""
    asked = readings_of([*words, *bound])
    weighed = sorted(weigh(words, lines), key=lambda pair: -pair[1])
    total = left = sum(weight for _, weight in weighed)
    seen: set[int] = set()
    for word, weight in weighed:
        if left < _ENOUGH * total:
            return  # what holds none of the words so far cannot hold enough
        for needle in needles_of(word, lenient=False).enough:
            for number, line in lines.holding(needle):
                if number not in seen and all(hold(one, line, asked, lenient=False) for one in bound):
                    yield from _covering(number, line, weighed, asked)
                seen.add(number)
        left -= weight


def _covering(number: int, line: str, weighed: Sequence[tuple[Word, float]], asked: frozenset[str]) -> Iterator[Partial]:
    total = sum(weight for _, weight in weighed)
    held = {word.written: (found, weight) for word, weight in weighed if (found := hold(word, line, asked, lenient=False))}
    if len(held) >= _LEAST_WORDS and sum(weight for _, weight in held.values()) >= _ENOUGH * total:
        worth = sum(found.worth * weight for found, weight in held.values()) / total
        reasons = tuple(reason for found, _ in held.values() for reason in found.reasons)
        yield Partial(number, worth, reasons, tuple(word.written for word, _ in weighed if word.written not in held))
