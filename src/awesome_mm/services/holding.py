"""How well an entry holds a word of the query, in the best of its fields, and why.

Layer: services. Looks at one search line and one query alone, so that other entries never change a score.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.searchable import ALIAS, ARTIFACT, END, MEANS, NAME, SQUASHED, SYNONYM, TITLE
from ..model.text import is_han
from .query import STOP_WORDS, Word, parts_of
from .tiers import EXACT, FIELD_NAMES, MOST, NOT_HELD, PIECED, SHORTEST_PREFIX, WEIGHTS, WHOLE, Tier, pieces_of, tier_of

WHOLE_NAME = {NAME: 100.0, ALIAS: 96.0, TITLE: 94.0, ARTIFACT: 92.0}
_WHOLE_PREFIX = 75.0
_SHORTEST_OF_TITLE = 6
_TOGETHER, _IN_PARTS = 0.8, 0.5  # what a joined word is worth whose parts stand side by side, or anywhere in one text
_JOINED_BY = (" ", "-", "/", "", " and ", "与", "和")
_SPOILT = 2  # pieces of a Chinese word that one wrong character spoils
_SYNONYMOUS = 0.7  # what a word is worth that stands for the one asked for
# What a name is called when spaces and hyphens are left out: the field it belongs to.
_SQUASHED_FIELDS = {SQUASHED[field]: field for field in (NAME, ALIAS, ARTIFACT)}


class Reason(NamedTuple):
    """Why a hit is one: the query's `word`, what it was read as (`matched`), the `field` it stood in and `how` it stood there.

    `text` is that field's text, folded; `matched` a synonym where `how` is ``means``.
    """

    word: str
    matched: str
    field: str
    how: str
    text: str


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

    def are_in(self, line: str) -> bool:
        """Whether `line` is worth a closer look."""
        if self.least == 1:
            return any(text in line for text in self.texts)
        return sum(text in line for text in self.texts) >= self.least


def needles_of(word: Word, *, lenient: bool) -> Needles:
    """Return what to look for in the lines before anything else: most pieces of a Chinese word, a common part of other readings."""
    if is_han(word.written[0]) and len(word.readings) == 1:
        pieces = pieces_of(word.written)
        most = len(pieces) - int((1 - MOST) * len(pieces))
        return Needles(pieces, max(1, min(most, len(pieces) - _SPOILT) if lenient else most))
    parts = {max(parts_of(reading), key=len, default=reading) for reading in word.readings}
    return Needles(sorted(part for part in parts if not any(other != part and other in part for other in parts)), 1)


def whole_match(line: str, key: str) -> Holding | None:
    """Return what it is worth that `key`, the whole query squashed, is or begins a name, an alias, a title or an artifact."""
    best: Holding | None = None
    for field, squashed in SQUASHED.items():
        for text in _beginning_with(line, squashed, key):
            if text == key:
                worth, how = WHOLE_NAME[field], "is"
            elif _may_begin(key, text, field):
                worth, how = (_WHOLE_PREFIX + 15 * len(key) / len(text)) * WHOLE_NAME[field] / 100, "begins"
            else:
                continue
            if best is None or worth > best.worth:
                best = Holding(worth, (Reason(key, text, FIELD_NAMES[field], how, text),))
    return best


def _may_begin(key: str, text: str, field: str) -> bool:
    """Whether `key` is long enough to begin `text`; a number begins no other, and the first letters of a title are no acronym."""
    if key[-1].isdigit() and text[len(key)].isdigit():
        return False
    return len(key) >= (_SHORTEST_OF_TITLE if field == TITLE else SHORTEST_PREFIX) or (is_han(key[0]) and len(key) > 1)


def _beginning_with(line: str, field: str, key: str) -> Iterator[str]:
    """Yield the texts of `field` that begin with `key`."""
    for place, start, end in _holding(line, f"{field}{key}"):
        if place == start:
            yield line[start + 1 : end]


def hold(word: Word, line: str, asked: frozenset[str], *, lenient: bool) -> Holding | None:
    """Return how well the fields hold `word`, best reading first; None where they do not.

    `asked` are all words of the query: a synonym of several words must be asked for as a whole. With `lenient` a Chinese word may
    have one wrong character.
    """
    best: Holding | None = None
    for reading, value in word.readings.items():
        if found := _best_field(word, reading, line, asked, lenient=lenient, above=best.worth / value if best else 0.0):
            best = Holding(found.worth * value, found.reasons)
    return best or (None if word.exact else _hold_parts(word, line, asked))


def _hold_parts(word: Word, line: str, asked: frozenset[str]) -> Holding | None:
    """Return how well one text holds all words that are joined in `word`."""
    if not (parts := parts_of(word.written)):
        return None
    found = [held for chunk in line.split(END) if (held := _hold_all(word, parts, f"{chunk}{END}", asked))]
    return max(found, key=lambda held: held.worth, default=None)


def _hold_all(word: Word, parts: Sequence[str], line: str, asked: frozenset[str]) -> Holding | None:
    found: list[Holding] = []
    for part in parts:
        held = _best_field(word, part, line, asked, lenient=False)
        if held is None:
            return None
        found.append(held)
    share = _TOGETHER if any(joint.join(parts) in line for joint in _JOINED_BY) else _IN_PARTS
    return Holding(share * sum(held.worth for held in found) / len(found), tuple(reason for held in found for reason in held.reasons))


def _best_field(word: Word, reading: str, line: str, asked: frozenset[str], *, lenient: bool, above: float = 0.0) -> Holding | None:
    """Return the best that a field makes of `reading`, if it is worth more than `above`."""
    best: Holding | None = None
    in_pieces = is_han(reading[0]) and (lenient or len(reading) > PIECED) and len(reading) >= PIECED and reading not in line
    for field, text in _chunks_with_pieces(line, reading) if in_pieces else _chunks_holding(line, reading):
        base = text[0] if field == SYNONYM else _SQUASHED_FIELDS.get(field, field)
        weight = WEIGHTS.get(base, 0.0)
        if weight <= above or (word.fields and base not in word.fields) or (reading in STOP_WORDS and base not in SQUASHED):
            continue
        tier, matched, meant = _tier(reading, field, text, asked, lenient=lenient)
        if weight * tier.worth > above and (tier.how in WHOLE or not word.exact):
            above = weight * tier.worth
            best = Holding(above, (Reason(meant or word.written, matched, FIELD_NAMES[base], tier.how, text),))
    return best


def _tier(reading: str, field: str, text: str, asked: frozenset[str], *, lenient: bool) -> tuple[Tier, str, str]:
    """Return how well a chunk holds `reading`, the word that stands there, and where that stands for several words all of these."""
    if field in _SQUASHED_FIELDS:
        return (Tier(EXACT, "is") if reading == text else NOT_HELD), reading, ""
    if field == SYNONYM:
        form, _, said = text[1:].partition(MEANS)
        is_meant = form == reading or (reading in form and asked.issuperset(form.split()))
        return (Tier(_SYNONYMOUS, "means") if is_meant else NOT_HELD), said, form if " " in form else ""
    return tier_of(reading, field, text, lenient=lenient), reading, ""


def _chunks_with_pieces(line: str, word: str) -> list[tuple[str, str]]:
    """Return field and text of each chunk of `line` that may hold most of a Chinese `word`: of a short one one half."""
    pieces = (word[:2], word[2:]) if len(word) == PIECED else pieces_of(word)
    found = {start: end for piece in pieces for _, start, end in _holding(line, piece)}
    return [(line[start], line[start + 1 : found[start]]) for start in sorted(found)]


def _chunks_holding(line: str, piece: str) -> Iterator[tuple[str, str]]:
    """Yield field and text of each chunk of `line` that holds `piece`."""
    return ((line[start], line[start + 1 : end]) for _, start, end in _holding(line, piece))


def _holding(line: str, piece: str) -> Iterator[tuple[int, int, int]]:
    """Yield for each chunk of `line` that holds `piece` the place of that, of the chunk's beginning and of its end."""
    place = line.find(piece)
    while place >= 0:
        end = line.find(END, place)
        yield place, line.rfind(END, 0, place) + 1, end
        place = line.find(piece, end)
