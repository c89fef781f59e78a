"""Which works words mean that may be names or a query: names go first, then what a search finds clearly.

Layer: services. Words beside each other are one name or query, unless each names a work; what stands in quotes is one by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..errors import EntryMissing
from ..model.identifiers import identifier_in
from ..model.text import unique
from .naming import find_entry

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from .search import Hit

_CLEARLY = 10.0  # of 100: how much better the best answer must be than the next
_MOST_NEAR = 5


def meant(catalog: Catalog, words: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the works that `words` mean, each once, in order.

    Raises:
        EntryMissing: something means none, or not clearly one; the works that come near are named.
        WrongUsage: a field in a query has an unknown value.
    """
    whole = " ".join(words)
    if len(words) > 1 and not any(" " in word.strip() or identifier_in(word) for word in words):
        if named := _named(catalog, whole):
            return named
        each = [_named(catalog, word) for word in words]
        return unique(one for named in each for one in named) if all(each) else _found(catalog, words, whole)
    return unique(one for word in words for one in _named(catalog, word) or _found(catalog, [word], word))


def _named(catalog: Catalog, name: str) -> tuple[str, ...]:
    try:
        return (find_entry(catalog, name),)
    except EntryMissing:
        return ()


def _found(catalog: Catalog, words: Sequence[str], whole: str) -> tuple[str, ...]:
    """Return a search's best answer, where no other comes near; of a query without words all that meets its fields."""
    from .asking import ask
    from .search import rank

    asked = ask(catalog, words)
    result = rank(catalog, asked, limit=None)
    if not asked.text and not asked.bound and result.hits:
        return tuple(hit.brief.id for hit in result.hits)
    if _is_clear(result.hits):
        return (result.hits[0].brief.id,)
    if not result.hits:
        find_entry(catalog, whole)  # says what is near, and whose wrong address it is
    raise EntryMissing(f"{whole!r} is not clearly one work.", f"Name one of them: {', '.join(_near(result.hits))}.")


def _is_clear(hits: Sequence[Hit]) -> bool:
    if not hits or hits[0].missing:
        return False
    return len(hits) == 1 or hits[0].score - hits[1].score >= _CLEARLY


def _near(hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits[:_MOST_NEAR]:
        yield hit.brief.name
