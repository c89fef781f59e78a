"""How well a text of one field holds a word of the query: tiers from the same text down to most of its characters.

Layer: services. Everything here depends on one text and one word alone, so that other entries never change a score.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.searchable import (
    ALIAS,
    ARTIFACT,
    AUTHOR,
    CATEGORY,
    DETAIL,
    IDENTIFIER,
    KIND,
    MODEL,
    NAME,
    ORGANIZATION,
    SUMMARY,
    TITLE,
    TOOL,
    VENUE,
    YEAR,
)
from ..model.text import is_han

# The order of the fields is that of facts measured on judged queries: name > alias > title > organisation > topic > author > text.
WEIGHTS = {
    NAME: 10.0,
    IDENTIFIER: 10.0,
    ALIAS: 9.0,
    ARTIFACT: 8.5,
    TITLE: 7.5,
    ORGANIZATION: 6.5,
    CATEGORY: 5.5,
    MODEL: 5.0,
    AUTHOR: 4.5,
    VENUE: 4.0,
    KIND: 3.5,
    YEAR: 3.0,
    SUMMARY: 2.5,
    TOOL: 2.3,
    DETAIL: 1.8,
}
FIELD_NAMES = {
    NAME: "name",
    IDENTIFIER: "id",
    ALIAS: "alias",
    ARTIFACT: "artifact",
    TITLE: "title",
    ORGANIZATION: "organization",
    CATEGORY: "category",
    MODEL: "model",
    AUTHOR: "author",
    VENUE: "venue",
    YEAR: "year",
    KIND: "kind",
    SUMMARY: "summary",
    TOOL: "pipeline",
    DETAIL: "text",
}
SHORTEST_PREFIX = 3
EXACT = 1.0
_WORD_TIER, _PREFIX, _INSIDE = 0.85, 0.6, 0.45
_PART_OF_ID = 0.25  # a repository's owner or the beginning of an id says less than the id
PIECED = 4  # a Chinese word of this length may have a wrong character
MOST = 0.6  # of the pairs of characters of a longer one
_MOST_OF_TEXT = 0.75  # texts are long enough to hold many pairs by chance
_NAMES = (NAME, ALIAS, ARTIFACT)
_TEXTS = (SUMMARY, DETAIL)


class Tier(NamedTuple):
    """What a way of holding a word is worth, 0 to 1, and what it is called."""

    worth: float
    how: str


WHOLE = ("is", "has the word")  # the tiers in which a word stands as it is
NOT_HELD = Tier(0.0, "")


def tier_of(word: str, field: str, text: str, *, lenient: bool) -> Tier:
    """Return how well `text`, of `field`, holds `word`; with `lenient` a Chinese word may have one wrong character."""
    if word == text:
        return Tier(EXACT, "is")
    return _han_tier(word, field, text, lenient=lenient) if is_han(word[0]) else _latin_tier(word, field, text)


def pieces_of(word: str) -> list[str]:
    """Return the overlapping pieces of two characters of a long Chinese word; a short one whole."""
    return [word[place : place + 2] for place in range(len(word) - 1)] if len(word) >= PIECED else [word]


def _latin_tier(word: str, field: str, text: str) -> Tier:
    """Return how well `text` holds `word`: as a word, as a word's beginning, or (in names) inside one."""
    share = _PART_OF_ID if field == IDENTIFIER else 1.0
    rests = [rest for rest in _rests_after(word, text) if not (word[-1].isdigit() and rest[:1].isdigit())]  # another number
    if "" in rests:
        return Tier(_WORD_TIER * share, "has the word")
    if len(word) >= SHORTEST_PREFIX and field != AUTHOR and any(len(word) > 4 or len(rest) <= 3 for rest in rests):
        return Tier(_PREFIX * share, "has a word that begins with")
    if field in _NAMES and _stands_inside(word, text) and (len(word) > SHORTEST_PREFIX or not word.isalpha()):
        return Tier(_INSIDE, "contains")
    return NOT_HELD


def _stands_inside(word: str, text: str) -> bool:
    """Whether `text` holds `word`; a number does not stand in a longer one."""
    place = text.find(word)
    return place >= 0 and not (word[-1].isdigit() and text[place + len(word) : place + len(word) + 1].isdigit())


def _rests_after(word: str, text: str) -> Iterator[str]:
    """Yield what follows `word` inside each word of `text` that begins with it: nothing where it is the whole word."""
    place = text.find(word)
    while place >= 0:
        if place == 0 or not _is_letter(text[place - 1]):
            start = end = place + len(word)
            while end < len(text) and _is_letter(text[end]):
                end += 1
            yield text[start:end]
        place = text.find(word, place + 1)


def _is_letter(character: str) -> bool:
    return character.isalnum() and not is_han(character)


def _han_tier(word: str, field: str, text: str, *, lenient: bool) -> Tier:
    """Return how well `text` holds a Chinese `word`: somewhere, in pieces of two characters, or with one wrong character."""
    if word in text:
        return Tier(_WORD_TIER, "has the word")
    if len(word) > PIECED:
        pieces = pieces_of(word)
        share = sum(piece in text for piece in pieces) / len(pieces)
        if share >= (_MOST_OF_TEXT if field in _TEXTS else MOST):
            return Tier(_INSIDE * share, "has most of")
    if lenient and field not in _TEXTS and len(word) >= PIECED and _has_nearly(word, text):
        return Tier(_INSIDE, "has nearly")
    return NOT_HELD


def _has_nearly(word: str, text: str) -> bool:
    """Whether `word` stands in `text` but for one character: then one half of it stands there unchanged."""
    half = len(word) // 2
    for offset, part in ((0, word[:half]), (half, word[half:])):
        place = text.find(part, offset)
        while place >= 0:
            window = text[place - offset : place - offset + len(word)]
            if len(window) == len(word) and sum(one != other for one, other in zip(window, word, strict=True)) == 1:
                return True
            place = text.find(part, place + 1)
    return False
