"""A catalog in memory: entries decoded only when they are asked for.

Layer: model. Where the records come from is the store's affair; it hands in something that satisfies `Records`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from .brief import Brief, Record

if TYPE_CHECKING:
    from .entry import Entry
    from .search_lines import SearchLines
    from .taxonomy import Head
    from .terms import Terms


class Records(Protocol):
    """A compiled catalog: the same entries in three depths, in catalog order."""

    @property
    def count(self) -> int: ...
    @property
    def ids(self) -> tuple[str, ...]: ...
    @property
    def as_of(self) -> str: ...
    @property
    def terms(self) -> Terms: ...
    @property
    def lines(self) -> SearchLines: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    def head(self) -> Head: ...
    def brief(self, number: int) -> Brief: ...
    def briefs(self) -> tuple[Brief, ...]: ...
    def texts(self, number: int) -> list[dict[str, str]]: ...
    def record(self, number: int) -> Record: ...
    def entry(self, number: int) -> Entry: ...


class Catalog:
    """The entries of a survey, in order, with their head and vocabularies."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def __len__(self) -> int:
        return self._records.count

    def __iter__(self) -> Iterator[Entry]:
        return (self._records.entry(number) for number in range(len(self)))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all entries, in catalog order."""
        return self._records.ids

    @property
    def as_of(self) -> str:
        """The date of the catalog, ISO."""
        return self._records.as_of

    @cached_property
    def head(self) -> Head:
        """What the catalog is."""
        return self._records.head()

    @property
    def terms(self) -> Terms:
        """Categories, organisations, models, units and the other words of the catalog."""
        return self._records.terms

    @cached_property
    def briefs(self) -> tuple[Brief, ...]:
        """The light form of every entry, in catalog order."""
        return self._records.briefs()

    @property
    def lines(self) -> SearchLines:
        """The search lines of all entries, one line each, in catalog order."""
        return self._records.lines

    @property
    def spelling_words(self) -> tuple[str, ...]:
        """Every word a mistyped word may stand for."""
        return self._records.words

    def brief(self, number: int) -> Brief:
        """Return the light form of entry `number` without decoding any other."""
        return self._records.brief(number)

    def texts(self, number: int) -> list[dict[str, str]]:
        """Return what is said of entry `number`, text by text, each by language; its record stays plain data."""
        return self._records.texts(number)

    def records(self) -> Iterator[Record]:
        """Yield every entry whole as plain data, in the shape a catalog file has: a fifth of what decoding costs, for who reads all."""
        return (self._records.record(number) for number in range(len(self)))

    def entry(self, entry_id: str) -> Entry:
        """Return the entry called `entry_id`, whole.

        Raises:
            ValueError: there is none.
        """
        return self._records.entry(self.ids.index(entry_id))

    def watched(self, check: Callable[[], None]) -> Catalog:
        """Return the same catalog, which calls `check` before each line or row it hands out: what it raises ends a search."""
        return _WatchedCatalog(self._records, check)


class _WatchedCatalog(Catalog):
    def __init__(self, records: Records, check: Callable[[], None]) -> None:
        super().__init__(records)
        self._check = check

    @cached_property
    def lines(self) -> SearchLines:
        return super().lines.watched(self._check)

    def brief(self, number: int) -> Brief:
        self._check()
        return super().brief(number)
