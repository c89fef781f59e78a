"""Ranks the entries closest to a query: fielded tiers over names, ids, titles, organisations, topics and texts, in both languages.

Layer: services. Every word of the query must be covered by some field of an entry; how well, and by which field, makes the
score. A score depends on the entry and the query alone, so other entries never change it. When nothing matches as written, words
that nobody wrote are read as misspelt. Below that the answer is nothing, with the names nearest in spelling.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model.brief import Brief
from ..model.catalog import Catalog
from ..model.identifiers import identifier_in
from ..model.search_lines import SearchLines
from ..model.searchable import END, IDENTIFIER, NAME
from ..model.text import fold, one_line, unique
from .query import Word, as_written, corrected, keys_of, words_of
from .selection import Selection
from .tiers import WEIGHTS, WHOLE_NAME, Chunks, Reason, chunks_of, hold, needles_of, whole_match

_BEST_BY_WORDS = 70.0
_AS_PHRASE = 1.1  # what words are worth that stand together as they do in the query
_LONGEST_QUERY = 400
_NEAR = 3


class Hit(NamedTuple):
    """An entry that answers the query; `score` is 0 to 100."""

    brief: Brief
    score: float
    reasons: tuple[Reason, ...]


class SearchResult(NamedTuple):
    """`matched` entries answer the query; `hits` are the best of them, from number `first` on.

    Where nothing matched, `near` names what does answer it but for the filters, else what is close in spelling.
    """

    query: str
    matched: int
    hits: tuple[Hit, ...]
    first: int
    near: tuple[str, ...]
    as_of: str


class _Found(NamedTuple):
    number: int
    score: float
    reasons: tuple[Reason, ...]


def rank(catalog: Catalog, query: str, selection: Selection, limit: int | None = 20, offset: int = 0) -> SearchResult:
    """Return the entries of `selection` closest to `query`, best first, `limit` of them after the first `offset`.

    Equal scores stand in catalog order.
    """
    query = " ".join(one_line(query).split())[:_LONGEST_QUERY]
    found = sorted(_find(catalog, query), key=lambda one: (-one.score, one.number))
    admitted: list[tuple[_Found, Brief | None]] = []
    for one in found:
        brief = None if selection.is_everything else catalog.brief(one.number)
        if brief is None or selection.admits(brief):
            admitted.append((one, brief))
    page = admitted[offset : None if limit is None else offset + limit]
    hits = tuple(Hit(brief=brief or catalog.brief(one.number), score=round(one.score, 1), reasons=one.reasons) for one, brief in page)
    near = () if admitted else _near(catalog, query, found)
    return SearchResult(query=query, matched=len(admitted), hits=hits, first=offset, near=near, as_of=catalog.as_of)


def _near(catalog: Catalog, query: str, kept_out: Sequence[_Found]) -> tuple[str, ...]:
    if kept_out:
        return tuple(catalog.brief(one.number).name for one in kept_out[:_NEAR])
    from .naming import near_names

    return near_names(catalog, query, most=_NEAR)


def _find(catalog: Catalog, query: str) -> list[_Found]:
    """Return every entry that answers `query`: by identifier, by the words as written, then as misspelt."""
    lines = catalog.lines
    if (identifier := identifier_in(query)) and (exact := list(_with_identifier(lines, identifier))):
        return exact
    words = words_of(query)
    keys = keys_of(query, words)
    whole = {one.number: one for one in _with_name(lines, keys) if words or one.score in WHOLE_NAME.values()}
    phrases = [phrase for phrase in unique((fold(query), " ".join(words))) if " " in phrase]
    found = [*whole.values(), *_with_words(lines, as_written(words), phrases, without=whole)]
    if found or not words:
        return found
    for meant in corrected(words, keys[0], catalog.spelling_words, lines):
        if found := list(_with_words(lines, meant, lenient=True)):
            break
    return found


def _with_identifier(lines: SearchLines, identifier: str) -> Iterator[_Found]:
    chunk = f"{IDENTIFIER}{identifier}{END}"
    for number, line in lines.holding(chunk):
        if line.startswith(chunk) or f"{END}{chunk}" in line:
            yield _Found(number, 100.0, (Reason(word=identifier, matched=identifier, field="id", how="is"),))


def _with_name(lines: SearchLines, keys: Iterable[str]) -> Iterator[_Found]:
    """Yield the entries that one of `keys` names; where several do, the best comes last."""
    found = [_Found(number, *held) for key in keys for number, line in lines.holding(key) if (held := whole_match(chunks_of(line), key))]
    yield from sorted(found, key=lambda one: one.score)


def _with_words(
    lines: SearchLines, words: Sequence[Word], phrases: Iterable[str] = (), *, without: Iterable[int] = (), lenient: bool = False
) -> Iterator[_Found]:
    """Yield the entries that hold every word; better, when they hold one of `phrases`."""
    if not words:
        return
    by_word = sorted((needles_of(word, lenient=lenient) for word in words), key=lambda needles: needles.rarity)
    passed = set(without)
    for needle in by_word[0].enough:
        for number, line in lines.holding(needle):
            may = number not in passed and all(needles.are_in(line) for needles in by_word)
            if may and (found := _cover(number, chunks_of(line), words, lenient=lenient)):
                together = any(phrase in line for phrase in phrases)
                yield found._replace(score=min(_BEST_BY_WORDS, found.score * _AS_PHRASE)) if together else found
            passed.add(number)


def _cover(number: int, chunks: Chunks, words: Sequence[Word], *, lenient: bool) -> _Found | None:
    """Return the find of an entry whose fields cover every word, or None where one is left uncovered."""
    total = 0.0
    reasons: list[Reason] = []
    for word in words:
        held = hold(word, chunks, lenient=lenient)
        if held is None:
            return None
        total += held.worth
        reasons += held.reasons
    return _Found(number, _BEST_BY_WORDS * total / len(words) / WEIGHTS[NAME], tuple(reasons))
