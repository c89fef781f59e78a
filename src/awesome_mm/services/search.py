"""Ranks the entries closest to a query: what answers it, filtered, in order, a page at a time; or what is near, where nothing does.

Layer: services.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ..model.brief import Brief
from ..model.catalog import Catalog
from .asking import Asked
from .finding import Found, find, is_in_passing
from .holding import Reason

_NEAR = 3
_ALL = 100.0  # the score of what fulfils a query that names no words


class Hit(NamedTuple):
    """An entry that answers the query; `score` is 0 to 100, `missing` the words of a long query that it does not hold."""

    number: int
    brief: Brief
    score: float
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()


class SearchResult(NamedTuple):
    """`matched` entries answer the query; `hits` are the best of them, from number `first` on.

    Where nothing matched, `near` names what does answer it but for the filters, what mentions it in passing, or what is close in
    spelling; `unknown_fields` are what looks like a field in the query and is none.
    """

    query: str
    matched: int
    hits: tuple[Hit, ...]
    first: int
    near: tuple[str, ...]
    unknown_fields: tuple[str, ...]
    as_of: str


def rank(catalog: Catalog, asked: Asked, limit: int | None = 20, offset: int = 0) -> SearchResult:
    """Return the entries that answer `asked`, best first, `limit` of them after the first `offset`.

    Equal scores stand in catalog order.
    """
    found = sorted(_found(catalog, asked), key=lambda one: (-one.score, one.number))
    answers, rest = ([], found) if is_in_passing(found, catalog.lines) else (found, [])
    admitted: list[tuple[Found, Brief | None]] = []
    for one in answers:
        brief = catalog.brief(one.number) if asked.has_filters else None
        if brief is None or asked.admits(brief):
            admitted.append((one, brief))
    page = admitted[offset : None if limit is None else offset + limit]
    hits = tuple(Hit(one.number, brief or catalog.brief(one.number), round(one.score, 1), one.reasons, one.missing) for one, brief in page)
    return SearchResult(
        query=asked.query,
        matched=len(admitted),
        hits=hits,
        first=offset,
        near=() if admitted else _near(catalog, asked, answers or rest),
        unknown_fields=asked.unknown_fields,
        as_of=catalog.as_of,
    )


def _found(catalog: Catalog, asked: Asked) -> list[Found]:
    """Return what answers the words of the query, without what holds an excluded one; every entry where no words are asked for."""
    if asked.text or asked.bound:
        found = find(catalog, asked.text, asked.bound)
    elif asked.has_filters or asked.excluded:
        found = [Found(number, _ALL, ()) for number in range(len(catalog))]
    else:
        return []
    unwanted = {one.number for word in asked.excluded for one in find(catalog, "", [word])}
    return [one for one in found if one.number not in unwanted]


def _near(catalog: Catalog, asked: Asked, kept_out: Sequence[Found]) -> tuple[str, ...]:
    """Return the names of what the filters keep out, else of what is close in spelling; of no words nothing is near."""
    if not asked.text and not asked.bound:
        return ()
    if kept_out:
        return tuple(catalog.brief(one.number).name for one in kept_out[:_NEAR])
    from .naming import near_names

    return near_names(catalog, asked.text, most=_NEAR) if asked.text else ()
