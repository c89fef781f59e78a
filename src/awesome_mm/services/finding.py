"""Which entries answer a query, and how well: tier after tier, each only where the better ones leave something open.

Layer: services. By identifier; by name and by the words as written; as misspelt; with runs of Chinese cut up; at last by most of the
words. A score is its tier's and depends on the entry, the query and how many entries hold its words; one that holds none of them
changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..chinese import simplified
from ..model.catalog import Catalog
from ..model.identifiers import identifier_in
from ..model.search_lines import SearchLines
from ..model.searchable import DETAIL, END, IDENTIFIER, NAME, SUMMARY
from ..model.text import fold, is_han, squash, unique
from .holding import WHOLE_NAME, Needles, Reason, hold, needles_of, whole_match
from .query import Word, as_written, corrected, keys_of, readings_of, words_of
from .tiers import FIELD_NAMES, PIECED, WEIGHTS
from .weighing import weigh

# Scores by tier, from and to: of entries that hold every word, all when runs of Chinese are cut, most of them. Names are above (`holding`).
_BY_WORDS, _BY_PIECES, _BY_MOST = (40.0, 70.0), (30.0, 40.0), (0.0, 30.0)
_IS_NAME, _OF_NAME = (FIELD_NAMES[NAME], "is"), 3.0  # how much more a word says that is the entry's whole name
_PROSE = (FIELD_NAMES[SUMMARY], FIELD_NAMES[DETAIL])
_AS_PHRASE = 1.1  # what words are worth that stand together as they do in the query
_IN_PASSING = 2  # texts, one in each language
_SENTENCE, _FEW = 4, 5  # to so many words or more with fewer answers than that, what holds most of them is an answer too


class Found(NamedTuple):
    """Entry `number` answers with `score`, 0 to 100; `missing` are the words that it does not hold."""

    number: int
    score: float
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()


def find(catalog: Catalog, text: str, bound: Sequence[Word] = ()) -> list[Found]:
    """Return every entry that answers the words of `text` and holds all that are `bound`, in no order."""
    if (identifier := identifier_in(text)) and not bound and (exact := list(_with_identifier(catalog.lines, identifier))):
        return exact
    words = words_of(text)
    if not words and bound:
        return _scored(_with_words(catalog.lines, bound), _BY_WORDS)
    typed = {squash(text): fold(text)}
    found = [
        one._replace(reasons=tuple(_as_typed(reason, typed, words) for reason in one.reasons))
        for one in _with_name(catalog.lines, keys_of(text, words), bound, is_whole=not words)
    ]
    if not words:
        return found
    named = [one.number for one in found]
    phrases = [phrase for phrase in unique((fold(text), " ".join(words))) if " " in phrase]
    found += _scored(_with_words(catalog.lines, [*as_written(words), *bound], phrases, without=named), _BY_WORDS)
    return _with_fewer(catalog.lines, words, bound, found or _corrected(catalog, text, words, bound), are_named=bool(named))


def _as_typed(reason: Reason, typed: Mapping[str, str], words: Sequence[str]) -> Reason:
    """Return why an entry is named, with what was typed in place of that squashed."""
    joined = {squash(" ".join(words)): " ".join(words)}
    return reason._replace(word=typed.get(reason.word) or joined.get(reason.word) or reason.word)


def as_indexed(text: str, lines: SearchLines) -> str:
    """Return `text` in simplified characters where it holds a Chinese one that no entry does: the lines hold no others."""
    is_traditional = any(is_han(character) and character not in lines for character in text)
    return simplified(text) if is_traditional else text


def is_in_passing(found: Sequence[Found], lines: SearchLines) -> bool:
    """Whether all that was found is one entry whose running text mentions one word once or twice: too little for an answer.

    A Chinese word of four characters is made of two.
    """
    reasons = [reason for one in found for reason in one.reasons]
    if len(found) != 1 or len(reasons) != 1 or found[0].missing:
        return False
    word, matched, field, how, _ = reasons[0]
    if field != FIELD_NAMES[DETAIL] or how == "is" or " " in word or (is_han(word[0]) and len(word) >= PIECED):
        return False
    line = next(line for number, line in lines.holding(matched) if number == found[0].number)
    return sum(matched in chunk for chunk in line.split(END)) <= _IN_PASSING


def _with_identifier(lines: SearchLines, identifier: str) -> Iterator[Found]:
    chunk = f"{IDENTIFIER}{identifier}{END}"
    for number, line in lines.holding(chunk):
        if line.startswith(chunk) or f"{END}{chunk}" in line:
            yield Found(number, WHOLE_NAME[NAME], (Reason(identifier, identifier, "id", "is", identifier),))


def _with_name(lines: SearchLines, keys: Iterable[str], bound: Sequence[Word], *, is_whole: bool) -> Iterator[Found]:
    """Yield the entries that one of `keys` names, each once, by the best one; with `is_whole` a beginning does not do."""
    best: dict[int, Found] = {}
    asked = readings_of(bound)
    for key in keys:
        for number, line in lines.holding(key):
            held = whole_match(line, key)
            if held is None or (is_whole and held.worth not in WHOLE_NAME.values()):
                continue
            also = [hold(word, line, asked, lenient=False) for word in bound]
            reasons = [reason for one in (held, *also) if one for reason in one.reasons]
            if all(also) and (number not in best or held.worth > best[number].score):
                best[number] = Found(number, held.worth, tuple(reasons))
    yield from best.values()


def _with_words(
    lines: SearchLines, words: Sequence[Word], phrases: Iterable[str] = (), *, without: Iterable[int] = (), lenient: bool = False
) -> Iterator[Found]:
    """Yield the entries that hold every word, scored by what that is worth (to that of a name); more, when they hold one of `phrases`."""
    asked = readings_of(words)
    weighed = weigh(words, lines)
    by_word = [needles for _, needles in sorted(((-weight, needles_of(word, lenient=lenient)) for word, weight in weighed), key=_rarity)]
    passed = set(without)
    beside = [needles.enough for needles in by_word[1:]]
    for needle in by_word[0].enough if by_word else ():
        for number, line in lines.holding(needle, beside):
            may = number not in passed and all(needles.are_in(line) for needles in by_word)
            if may and (found := _cover(number, line, weighed, asked, lenient=lenient)):
                together = any(phrase in line for phrase in phrases)
                yield found._replace(score=found.score * _AS_PHRASE) if together else found
            passed.add(number)


def _rarity(pair: tuple[float, Needles]) -> tuple[float, int, int]:
    """Return a key that puts first what is quickest to look for: rare words, few texts, long ones."""
    weight, needles = pair
    return weight, len(needles.enough), -len(needles.texts[0])


def _cover(number: int, line: str, weighed: Sequence[tuple[Word, float]], asked: frozenset[str], *, lenient: bool) -> Found | None:
    """Return the find of an entry whose fields cover every word, scored by what that is worth; None where one is left uncovered."""
    worth = total = 0.0
    reasons: list[Reason] = []
    for word, weight in weighed:
        held = hold(word, line, asked, lenient=lenient)
        if held is None:
            return None
        share = weight * _OF_NAME if held.reasons[0][2:4] == _IS_NAME else weight
        worth += held.worth * share
        total += share
        reasons += held.reasons
    return Found(number, worth / total, tuple(reasons))


def _scored(found: Iterable[Found], tier: tuple[float, float]) -> list[Found]:
    """Return `found` with scores of their `tier` in place of what their words are worth."""
    worst, best = tier
    return [one._replace(score=min(best, worst + (best - worst) * one.score / WEIGHTS[NAME])) for one in found]


def _corrected(catalog: Catalog, text: str, words: Sequence[str], bound: Sequence[Word]) -> list[Found]:
    """Return the entries that hold the words which `words` may be misspellings of."""

    def stands(word: Word) -> bool:
        return any(True for _ in _with_words(catalog.lines, [word]))

    for meant in corrected(words, keys_of(text, words)[0], catalog.spelling_words, stands):
        if found := _scored(_with_words(catalog.lines, [*meant, *bound], lenient=True), _BY_WORDS):
            return found
    return []


def _is_said_in_prose(found: Found) -> bool:
    return any(reason.field in _PROSE for reason in found.reasons)


def _with_fewer(lines: SearchLines, words: Sequence[str], bound: Sequence[Word], found: list[Found], *, are_named: bool) -> list[Found]:
    """Return `found`; where that is nothing what holds the words when cut up, and to a sentence with few answers what holds most."""
    if found and (len(found) >= _FEW or are_named or not all(map(_is_said_in_prose, found))):
        return found
    from .cutting import cut
    from .relaxed import most_of

    parts = as_written(cut(words, lines))
    if [part.written for part in parts] != list(words):
        cut_up = _with_words(lines, [*parts, *bound], without=[one.number for one in found])
        found = [*found, *_scored(cut_up, _BY_PIECES)]
    if found and (len(parts) < _SENTENCE or len(found) >= _FEW):
        return found
    known = {one.number for one in found}
    partial = (Found(*one) for one in most_of(parts, bound, lines) if one.number not in known)
    return [*found, *_scored(partial, _BY_MOST)]
