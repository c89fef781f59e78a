"""How well a field of an entry holds a word of the query: tiers from the same text down to most of its characters.

Layer: services. Everything here depends on one search line and one word alone, so that other entries never change a score.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model.searchable import (
    ALIAS,
    ARTIFACT,
    AUTHOR,
    CATEGORY,
    END,
    IDENTIFIER,
    KIND,
    MODEL,
    NAME,
    ORGANIZATION,
    SQUASHED,
    SUMMARY,
    TITLE,
    VENUE,
)
from ..model.text import is_han
from .query import STOP_WORDS, Word, parts_of

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
    SUMMARY: 2.5,
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
    KIND: "kind",
    SUMMARY: "text",
}
WHOLE_NAME = {NAME: 100.0, ALIAS: 96.0, TITLE: 94.0, ARTIFACT: 92.0}
SHORTEST_PREFIX = 3
_WHOLE_PREFIX = 75.0
_EXACT, _WORD_TIER, _PREFIX, _INSIDE = 1.0, 0.85, 0.6, 0.45
_PART_OF_ID = 0.25  # a repository's owner or the beginning of an id says less than the id
_IN_PARTS = 0.8  # what a word found in parts is worth of one found whole
_PIECED = 4  # a Chinese word of this length may have a wrong character
_MOST, _MOST_OF_TEXT = 0.6, 0.75  # of the pairs of characters of a longer one; texts are long enough to hold many pairs by chance
_LONGEST_RUN = 40  # characters without a space that may still be words side by side
_FILLERS = frozenset("的和与及或在用有是了对中")
# What a name is called when spaces and hyphens are left out: the field it belongs to, and what it is worth.
_SQUASHED_FIELDS = {SQUASHED[field]: field for field in (NAME, ALIAS, ARTIFACT)}

Chunks = Sequence[tuple[str, str]]


class Reason(NamedTuple):
    """Why a hit is one: the query's `word`, what it was read as (`matched`), the `field` it stood in and `how` it stood there."""

    word: str
    matched: str
    field: str
    how: str


class Holding(NamedTuple):
    """What it is worth that an entry holds a word, and where."""

    worth: float
    reasons: tuple[Reason, ...]


class Needles(NamedTuple):
    """Texts of which every line that holds a word holds at least `least`."""

    texts: Sequence[str]
    least: int

    @property
    def enough(self) -> Sequence[str]:
        """As many of the texts as it takes for every such line to hold one."""
        return self.texts[: len(self.texts) - self.least + 1]

    @property
    def rarity(self) -> tuple[int, int]:
        """A key that puts first what is quickest to look for: few texts, long ones."""
        return len(self.enough), -len(self.texts[0])

    def are_in(self, line: str) -> bool:
        """Whether `line` is worth a closer look."""
        return sum(text in line for text in self.texts) >= self.least


def chunks_of(line: str) -> list[tuple[str, str]]:
    """Return the chunks of a search line as (field, text)."""
    return [(chunk[0], chunk[1:]) for chunk in line.split(END) if chunk]


def needles_of(word: Word, *, lenient: bool) -> Needles:
    """Return what to look for in the lines before anything else: most pieces of a Chinese word, a common part of other readings."""
    if is_han(word.written[0]):
        pieces = pieces_of(word.written)
        return Needles(pieces, max(1, len(pieces) // 3 if lenient else len(pieces) - int((1 - _MOST) * len(pieces))))
    parts = {max(parts_of(reading), key=len, default=reading) for reading in word.readings}
    return Needles(sorted(part for part in parts if not any(other != part and other in part for other in parts)), 1)


def pieces_of(word: str) -> list[str]:
    """Return the overlapping pieces of two characters of a long Chinese word; a short one whole."""
    return [word[place : place + 2] for place in range(len(word) - 1)] if len(word) >= _PIECED else [word]


def whole_match(chunks: Chunks, key: str) -> Holding | None:
    """Return what it is worth that `key`, the whole query squashed, is or begins a name, an alias, a title or an artifact."""
    best: Holding | None = None
    for field, squashed in SQUASHED.items():
        for chunk_field, text in chunks:
            if chunk_field != squashed or not text.startswith(key):
                continue
            if text == key:
                worth, how = WHOLE_NAME[field], "is"
            elif len(key) >= SHORTEST_PREFIX or (is_han(key[0]) and len(key) > 1):
                worth, how = (_WHOLE_PREFIX + 15 * len(key) / len(text)) * WHOLE_NAME[field] / 100, "begins"
            else:
                continue
            if best is None or worth > best.worth:
                best = Holding(worth, (Reason(word=key, matched=text, field=FIELD_NAMES[field], how=how),))
    return best


def hold(word: Word, chunks: Chunks, *, lenient: bool) -> Holding | None:
    """Return how well the fields hold `word`, best reading first; None where they do not.

    With `lenient` a Chinese word may have one wrong character, and a run of Chinese may be several words of different fields.
    """
    best: Holding | None = None
    for reading, value in word.readings.items():
        if found := _best_field(word.written, reading, chunks, lenient=lenient, above=best.worth / value if best else 0.0):
            best = Holding(found.worth * value, found.reasons)
    return best or _hold_parts(word.written, chunks, lenient=lenient)


def _hold_parts(word: str, chunks: Chunks, *, lenient: bool) -> Holding | None:
    """Return how well the fields hold what `word` is made of: joined words in one text, Chinese words side by side in any."""
    if is_han(word[0]):
        return _hold_all(word, _segments(word, chunks), chunks) if lenient else None
    if not (parts := parts_of(word)):
        return None
    found = [held for chunk in chunks if (held := _hold_all(word, parts, [chunk]))]
    return max(found, key=lambda held: held.worth, default=None)


def _hold_all(word: str, parts: Iterable[str], chunks: Chunks) -> Holding | None:
    found: list[Holding] = []
    for part in parts:
        held = _best_field(word, part, chunks, lenient=False)
        if held is None:
            return None
        found.append(held)
    if not found:
        return None
    return Holding(_IN_PARTS * sum(held.worth for held in found) / len(found), tuple(reason for held in found for reason in held.reasons))


def _best_field(word: str, reading: str, chunks: Chunks, *, lenient: bool, above: float = 0.0) -> Holding | None:
    """Return the best that a field makes of `reading`, if it is worth more than `above`."""
    best: Holding | None = None
    whole = not is_han(reading[0]) or len(reading) < _PIECED
    is_stop_word = reading in STOP_WORDS
    for field, text in chunks:
        base = _SQUASHED_FIELDS.get(field, field)
        weight = WEIGHTS.get(base, 0.0)
        if weight <= above or (whole and reading not in text) or (is_stop_word and base not in SQUASHED):
            continue
        if base != field:
            tier, how = (_EXACT, "is") if reading == text else (0.0, "")
        else:
            tier, how = _han_tier(reading, field, text, lenient=lenient) if is_han(reading[0]) else _latin_tier(reading, field, text)
        if weight * tier > above:
            above = weight * tier
            best = Holding(above, (Reason(word=word, matched=reading, field=FIELD_NAMES[base], how=how),))
    return best


def _latin_tier(word: str, field: str, text: str) -> tuple[float, str]:
    """Return how well `text`, which holds `word` somewhere, does: as all of it, a word, a word's beginning, or (in names) inside one."""
    if word == text:
        return _EXACT, "is"
    share = _PART_OF_ID if field == IDENTIFIER else 1.0
    rests = list(_rests_after(word, text))
    if "" in rests:
        return _WORD_TIER * share, "has the word"
    if len(word) >= SHORTEST_PREFIX and field != AUTHOR and any(len(word) > 4 or len(rest) <= 3 for rest in rests):
        return _PREFIX * share, "has a word that begins with"
    if field in _SQUASHED_FIELDS.values() and (len(word) >= SHORTEST_PREFIX or not word.isalpha()):
        return _INSIDE, "contains"
    return 0.0, ""


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


def _han_tier(word: str, field: str, text: str, *, lenient: bool) -> tuple[float, str]:
    """Return how well `text` holds a Chinese `word`: as a whole, somewhere, in pieces of two characters, or with one wrong character."""
    text = text.replace("-", "")  # 视觉-语言模型 and 视觉语言模型 are the same
    if word == text:
        return _EXACT, "is"
    if word in text:
        return _WORD_TIER, "has the word"
    if len(word) > _PIECED:
        pieces = pieces_of(word)
        share = sum(piece in text for piece in pieces) / len(pieces)
        if share >= (_MOST_OF_TEXT if field == SUMMARY else _MOST):
            return _INSIDE * share, "has most of"
    if lenient and field != SUMMARY and len(word) >= _PIECED and _has_nearly(word, text):
        return _INSIDE, "has nearly"
    return 0.0, ""


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


def _segments(run: str, chunks: Chunks) -> list[str]:
    """Return the words that stand side by side in a run of Chinese, as the fields know them; empty where one is not known.

    A short word must stand in another field than a text, and one of two characters begin it: else their chance meeting would do.
    """
    if not _PIECED <= len(run) <= _LONGEST_RUN:
        return []
    known = END.join(["", *(text for field, text in chunks if field in FIELD_NAMES and field != SUMMARY)]).replace("-", "")
    texts = END.join(text for field, text in chunks if field == SUMMARY).replace("-", "")
    found = []
    place = 0
    while place < len(run):
        end = next((end for end in range(len(run), place + 1, -1) if _is_known(run[place:end], known, texts)), 0)
        if end:
            found.append(run[place:end])
        elif run[place] not in _FILLERS:
            return []
        place = end or place + 1
    return found


def _is_known(word: str, known: str, texts: str) -> bool:
    return (word if len(word) > 2 else f"{END}{word}") in known or (len(word) >= _PIECED and word in texts)
