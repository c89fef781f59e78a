"""Ranks the entries closest to a query: fielded tiers over names, ids, titles, organisations, topics and texts, in both languages.

Layer: services. Every word of the query must be covered by some field of an entry; how well, and by which field, makes the
score. A score depends on the entry and the query alone, so other entries never change it. When nothing matches as written, words
that nobody wrote are read as misspelt. Below that the answer is nothing, with the names nearest in spelling.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model.brief import Brief
from ..model.catalog import Catalog
from ..model.identifiers import identifier_in
from ..model.searchable import (
    ALIAS,
    ARTIFACT,
    AUTHOR,
    CATEGORY,
    END,
    IDENTIFIER,
    MODEL,
    NAME,
    ORGANIZATION,
    SQUASHED,
    SUMMARY,
    TITLE,
)
from ..model.text import fold, is_han, squash
from .selection import Selection

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
    SUMMARY: "text",
}
_EXACT, _WORD_TIER, _PREFIX, _INSIDE = 1.0, 0.85, 0.6, 0.45
_MISSPELT = 0.6  # what a corrected word is worth of a right one
_WHOLE_NAME = {NAME: 100.0, ALIAS: 96.0, TITLE: 94.0, ARTIFACT: 92.0}
_WHOLE_PREFIX = 75.0
_BEST_BY_WORDS = 70.0
_SHORTEST_PREFIX = 3
_PIECED = 4  # a Chinese word of this length may be found in pieces
_STOP_WORDS = frozenset(
    (
        "a about all am an and any are as at be by can do does for from give has have how i in into is it its me of on or paper papers "
        "show that the their them there these this to use used uses using was we were what when where which who whose why with you your "
        "的 和 与 或 在 是 了 及 用 有 哪些 什么 怎么 如何 论文"
    ).split()
)
_JOINTS = ".-+/"  # between letters or digits they are part of a word: gpt-4v, 2.5, a/b
_LONGEST_QUERY = 400


class Reason(NamedTuple):
    """Why a hit is one: the query's `word`, what it was read as (`matched`), the `field` it stood in and `how` it stood there."""

    word: str
    matched: str
    field: str
    how: str


class Hit(NamedTuple):
    """An entry that answers the query; `score` is 0 to 100."""

    brief: Brief
    score: float
    reasons: tuple[Reason, ...]


class SearchResult(NamedTuple):
    """`matched` entries answer it; `hits` are the best of them; `near` are names close in spelling when nothing matched."""

    query: str
    matched: int
    hits: tuple[Hit, ...]
    near: tuple[str, ...]
    as_of: str


class _Found(NamedTuple):
    number: int
    score: float
    reasons: tuple[Reason, ...]


# A query word and the words it may be read as, each with what it is worth (1.0 as written).
_Readings = Sequence[tuple[str, Mapping[str, float]]]


def rank(catalog: Catalog, query: str, selection: Selection, limit: int | None = 20) -> SearchResult:
    """Return the entries of `selection` closest to `query`, best first; equal scores stand in catalog order."""
    query = " ".join(query.split())[:_LONGEST_QUERY]
    found = _find(catalog, query)
    admitted: list[tuple[_Found, Brief | None]] = []
    for one in sorted(found, key=lambda one: (-one.score, one.number)):
        brief = None if selection.is_everything else catalog.brief(one.number)
        if brief is None or selection.admits(brief):
            admitted.append((one, brief))
    hits = tuple(
        Hit(brief=brief or catalog.brief(one.number), score=round(one.score, 1), reasons=one.reasons) for one, brief in admitted[:limit]
    )
    return SearchResult(query=query, matched=len(admitted), hits=hits, near=() if admitted else _near(catalog, query), as_of=catalog.as_of)


def _near(catalog: Catalog, query: str) -> tuple[str, ...]:
    from .naming import near_names

    return near_names(catalog, query)


def _find(catalog: Catalog, query: str) -> list[_Found]:
    """Return every entry that answers `query`, in catalog order: by identifier, by the words as written, then as misspelt."""
    index = catalog.index
    if (identifier := identifier_in(query)) and (exact := list(_with_identifier(index, identifier))):
        return exact
    key = squash(query)
    words = _words(query)
    if not words and not key:
        return []
    as_written: _Readings = [(word, {word: 1.0}) for word in words]
    found = list(_matches(index, key, as_written))
    if found or not words:
        return found
    corrected = _corrected(catalog.spelling_words, index, words)
    return list(_matches(index, "", corrected)) if corrected else []


def _with_identifier(index: str, identifier: str) -> Iterator[_Found]:
    chunk = f"{IDENTIFIER}{identifier}{END}"
    for number, line in _lines_with(index, chunk):
        if line.startswith(chunk) or f"{END}{chunk}" in line:
            yield _Found(number, 100.0, (Reason(word=identifier, matched=identifier, field="id", how="is"),))


def _words(query: str) -> list[str]:
    """Return the query's words, folded, each once; stop words only where there are no others."""
    tokens = list(dict.fromkeys(_tokens(fold(query))))
    return [token for token in tokens if token not in _STOP_WORDS] or tokens


def _tokens(text: str) -> Iterator[str]:
    """Yield the words of a folded text: runs of letters and digits, or of Chinese characters (a pattern would take 10 ms to compile)."""
    word = ""
    for place, character in enumerate(text):
        following = text[place + 1 : place + 2]
        joins = character in _JOINTS and word and following.isalnum() and not is_han(following)
        if not (character.isalnum() or joins) or (word and is_han(character) != is_han(word[0])):
            if word:
                yield word
            word = character if character.isalnum() else ""
        else:
            word += character
    if word:
        yield word


def _matches(index: str, key: str, readings: _Readings) -> Iterator[_Found]:
    seen: set[int] = set()
    if key:
        for number, line in _lines_with(index, key):
            if whole := _whole_match(_chunks(line), key):
                seen.add(number)
                yield _Found(number, whole[0], (whole[1],))
    if not readings:
        return
    for number, line in _lines_with_any(index, _needles(readings)):
        if number in seen:
            continue
        if found := _cover(number, _chunks(line), readings):
            yield found


def _needles(readings: _Readings) -> Sequence[str]:
    """Return texts of which every answer holds at least one: the readings of the longest word, Chinese ones in pieces."""
    _, read_as = max(readings, key=lambda reading: (-len(reading[1]), len(reading[0])))
    return [needle for word in read_as for needle in (_pieces(word) if is_han(word[0]) else (word,))]


def _pieces(word: str) -> Sequence[str]:
    """Return the overlapping pieces of two characters of a long Chinese word; a short one whole."""
    return [word[place : place + 2] for place in range(len(word) - 1)] if len(word) >= _PIECED else [word]


def _lines_with_any(index: str, needles: Sequence[str]) -> Iterator[tuple[int, str]]:
    if len(needles) == 1:
        yield from _lines_with(index, needles[0])
        return
    found = dict(pair for needle in needles for pair in _lines_with(index, needle))
    yield from sorted(found.items())


def _lines_with(index: str, needle: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line that holds `needle`, in order."""
    number = counted = 0
    place = index.find(needle)
    while place >= 0:
        number += index.count("\n", counted, place)
        start = index.rfind("\n", 0, place) + 1
        end = index.find("\n", place)
        end = len(index) if end < 0 else end
        yield number, index[start:end]
        counted = end
        place = index.find(needle, end)


def _chunks(line: str) -> list[tuple[str, str]]:
    """Return the chunks of a search line as (field, text)."""
    return [(chunk[0], chunk[1:]) for chunk in line.split(END) if chunk]


def _whole_match(chunks: Iterable[tuple[str, str]], key: str) -> tuple[float, Reason] | None:
    """Return score and reason when the whole query, squashed, is or begins a name, an alias or an artifact."""
    best: tuple[float, Reason] | None = None
    for field, squashed in SQUASHED.items():
        for chunk_field, text in chunks:
            if chunk_field != squashed or not text.startswith(key):
                continue
            share = len(key) / len(text)
            if text == key:
                score, how = _WHOLE_NAME[field], "is"
            elif len(key) >= _SHORTEST_PREFIX or (is_han(key[0]) and len(key) > 1):
                score, how = (_WHOLE_PREFIX + 15 * share) * _WHOLE_NAME[field] / 100, "begins"
            else:
                continue
            if best is None or score > best[0]:
                best = score, Reason(word=key, matched=text, field=FIELD_NAMES[field], how=how)
    return best


def _cover(number: int, chunks: Sequence[tuple[str, str]], readings: _Readings) -> _Found | None:
    """Return the find of an entry whose fields cover every word, or None where one is left uncovered."""
    total = 0.0
    reasons = []
    for word, read_as in readings:
        worth, reason = max(
            ((best[0] * value, best[1]) for reading, value in read_as.items() if (best := _best_field(word, reading, chunks))),
            default=(0.0, None),
            key=lambda pair: pair[0],
        )
        if reason is None:
            return None
        total += worth
        reasons.append(reason)
    return _Found(number, _BEST_BY_WORDS * total / len(readings) / WEIGHTS[NAME], tuple(reasons))


def _best_field(word: str, reading: str, chunks: Iterable[tuple[str, str]]) -> tuple[float, Reason] | None:
    best = 0.0
    reason = None
    tier = _han_tier if is_han(reading[0]) else _latin_tier
    for field, text in chunks:
        weight = WEIGHTS.get(field)
        if weight is None or weight <= best:
            continue
        worth, how = tier(reading, field, text)
        if weight * worth > best:
            best = weight * worth
            reason = Reason(word=word, matched=reading, field=FIELD_NAMES[field], how=how)
    return (best, reason) if reason else None


def _latin_tier(word: str, field: str, text: str) -> tuple[float, str]:
    """Return how well `text` holds `word`: as a whole, as a word, as a word's beginning, or (in names) inside a word."""
    if word not in text:
        return 0.0, ""
    if word == text:
        return _EXACT, "is"
    rests = list(_rests_after(word, text))
    if "" in rests:
        return _WORD_TIER, "has the word"
    if len(word) >= _SHORTEST_PREFIX and field != AUTHOR and any(_is_ending(word, rest) for rest in rests):
        return _PREFIX, "has a word that begins with"
    if field in SQUASHED and field != TITLE and (len(word) >= _SHORTEST_PREFIX or not word.isalpha()):
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


def _is_ending(word: str, rest: str) -> bool:
    """Whether `rest` may follow a word's beginning: short words only take the endings of grammar."""
    return len(word) > 4 or rest in ("s", "es", "ed", "ing", "er", "ers") or len(rest) <= 3


def _han_tier(word: str, field: str, text: str) -> tuple[float, str]:
    """Return how well `text` holds a Chinese `word`: as a whole, somewhere, or in pieces of two characters."""
    if word == text:
        return _EXACT, "is"
    if word in text:
        return _WORD_TIER, "has the word"
    if len(word) < _PIECED:
        return 0.0, ""
    pieces = _pieces(word)
    share = sum(piece in text for piece in pieces) / len(pieces)
    return (_INSIDE * share, "has most of") if share >= 0.6 else (0.0, "")


def _corrected(vocabulary: Sequence[str], index: str, words: Sequence[str]) -> _Readings:
    """Return what each word may have meant; empty when a word resembles nothing.

    A word that is written somewhere keeps its own reading as well.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    readings: list[tuple[str, Mapping[str, float]]] = []
    for word in words:
        read_as = {word: 1.0} if word in index else {}
        edits = _edits_allowed(word)
        if edits and not is_han(word[0]):
            for near, distance, _ in process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=edits, limit=8):
                if near[0] == word[0] or distance == 1:
                    read_as.setdefault(near, _MISSPELT * (1 - distance / (2 * len(word))))
        if not read_as:
            return []
        readings.append((word, read_as))
    return readings


def _edits_allowed(word: str) -> int:
    """Return how many edits a word of this length may have suffered (an insertion, deletion, change or swap each)."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2
