"""The terms of a search line that likeness goes by: Latin words without their plurals, and pairs of Chinese characters.

Layer: services.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ...model.searchable import DETAIL, END, SUMMARY, TITLE
from ...model.text import is_han
from ..query import STOP_WORDS, parts_of, plurals_of

_TIMES = {TITLE: 3, SUMMARY: 2, DETAIL: 1}  # how often a word counts: title and summary say what a work is about
_SHORTEST_PROSE = 4  # words; what is shorter is a label, such as the name of a benchmark, of which there is other evidence
_HAN = "\u3400-\u9fff\uf900-\ufaff"
# Characters that join words and belong to none.
PARTICLES = frozenset("的了着和与及或在是个些这那也都就还从到被把给让吗呢吧之其并而且但若则因由于以为")
# What is said of any work, and words of any prose: in a small catalog few texts need to hold a word for it to seem rare.
_OF_ANY_TEXT = frozenset(
    (
        "above according again allow along already although always among amount another apply around art author away based become "
        "been before begin behind below beside better beyond call come common contain core credit describe detail different down "
        "during easy either else enough even every example exact fact far few final find first five follow four free fully "
        "further general get give good great half hand hard here high hold however instead just keep kind know large last late "
        "later lead least less let like likewise link list listed long look low main many may mean meant might more most much "
        "must name named need never next nine none nothing now number often old once one only open others our out own page part "
        "per place plain present put rather read remain report reported right same say said second see seem seven several shape "
        "short side simple single six small so source stand start state still take ten then third though three too toward turn "
        "twice two under until upon usual usually vary very way we well whether whole wide without yet "
        "arxiv doi github html http https org pdf site website www al et jan feb mar apr jun jul aug sep sept oct nov dec"
    ).split()
)
# In the Markdown of a list's own account: pictures, addresses and tags, none of which is said in words.
_NO_WORDS = re.compile(r"!\[[^\[\]]*\]|\b[a-z]{2,10}://[^\s)>\"]+|<[^<>]*>")
_LATIN = rf"[^\W_{_HAN}]+"
_TOKEN = re.compile(rf"[{_HAN}]+|{_LATIN}(?:[-.+/]{_LATIN})*")


class Terms(NamedTuple):
    """What one work says: Latin words of its texts in English, those of its texts in Chinese, and pairs of characters."""

    english: list[str]
    among_chinese: list[str]
    chinese: list[str]


class Cutter:
    """Cuts search lines into terms; what a word is cut into is worked out once."""

    def __init__(self) -> None:
        self._terms: dict[str, tuple[str, ...]] = {}

    def terms(self, line: str) -> Terms:
        """Return the terms of title, summary and running text of a search line."""
        found = Terms([], [], [])
        for chunk, tokens in _prose(line):
            latin = found.english if chunk.isascii() or not any(map(is_han, chunk)) else found.among_chinese
            for token in tokens:
                terms = self._terms.get(token)
                if terms is None:
                    terms = self._terms[token] = tuple(_cut(token))
                (found.chinese if is_han(token[0]) else latin).extend(terms)
        return found


def runs_of(line: str) -> Iterator[str]:
    """Yield the runs of Chinese in title, summary and running text of a search line."""
    return (token for _, tokens in _prose(line) for token in tokens if is_han(token[0]))


def words_of(line: str) -> Iterator[tuple[str, str]]:
    """Yield the terms of the Latin words, each with the word as it is written."""
    for _, tokens in _prose(line):
        for token in tokens:
            if not is_han(token[0]):
                parts = parts_of(token) or (token,)
                yield from ((_singular(part), part) for part in parts)


def _prose(line: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of a line with their tokens."""
    for chunk in line.split(END):
        field = chunk[:1]
        if times := _TIMES.get(field):
            text = _NO_WORDS.sub(" ", chunk[1:]) if "://" in chunk or "<" in chunk else chunk[1:]
            tokens = _TOKEN.findall(text)
            if field != DETAIL or len(tokens) >= _SHORTEST_PROSE or (len(text) > 2 * _SHORTEST_PROSE and is_han(text[0])):
                yield chunk, tokens * times


def _cut(token: str) -> Iterator[str]:
    if is_han(token[0]):
        yield from (one + other for one, other in pairwise(token) if one not in PARTICLES and other not in PARTICLES)
    else:
        yield from (term for part in parts_of(token) or (token,) if (term := _singular(part)) and _is_telling(part) and _is_telling(term))


def _is_telling(word: str) -> bool:
    return len(word) > 1 and any(map(str.isalpha, word)) and word not in STOP_WORDS and word not in _OF_ANY_TEXT


def _singular(word: str) -> str:
    return next(reversed(plurals_of(word)))
