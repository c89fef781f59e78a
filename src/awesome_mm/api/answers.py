"""What a survey answers: sequences of works and hits, comparisons and counts, each of which becomes records.

Layer: api.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from ..errors import WrongUsage
from .records import flat_record

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.entry import Entry
    from ..services.comparison.comparison import Comparison as Compared
    from ..services.comparison.comparison import Row, Value
    from ..services.related import Related
    from ..services.search import SearchResult
    from ..services.stats import Count, Stats
    from .records import Record


class Works(Sequence["Entry"]):
    """Works in order; each is decoded when it is looked at."""

    def __init__(self, catalog: Catalog, ids: Sequence[str]) -> None:
        self._catalog = catalog
        self._ids = tuple(ids)

    def __repr__(self) -> str:
        return f"<{len(self)} works: {', '.join(self._ids[:5])}{', ...' if len(self) > 5 else ''}>"

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Works: ...
    def __getitem__(self, place: int | slice) -> Entry | Works:
        if isinstance(place, slice):
            return Works(self._catalog, self._ids[place])
        return self._catalog.entry(self._ids[place])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the works, in order."""
        return self._ids

    def to_records(self) -> list[Record]:
        """Return a flat record of each work (see ``records.flat_record``)."""
        numbers = {entry_id: number for number, entry_id in enumerate(self._catalog.ids)}
        return [flat_record(self._catalog.brief(numbers[one]).record) for one in self._ids]


class Hit(NamedTuple):
    """A work that answers a query, and how well (0 to 100)."""

    id: str
    name: str
    score: float


class Hits(Sequence[Hit]):
    """The best hits of a search, best first; `matched` counts all."""

    def __init__(self, catalog: Catalog, result: SearchResult) -> None:
        self._hits = tuple(Hit(one.brief.id, one.brief.name, one.score) for one in result.hits)
        self._catalog = catalog
        self.matched = result.matched
        self.near = result.near

    def __repr__(self) -> str:
        return f"<{len(self)} of {self.matched} hits: {', '.join(one.id for one in self._hits[:5])}{', ...' if len(self) > 5 else ''}>"

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, place: int | slice) -> Hit | tuple[Hit, ...]:
        return self._hits[place]

    @property
    def works(self) -> Works:
        """The works that were hit, in the same order."""
        return Works(self._catalog, [one.id for one in self._hits])

    def to_records(self) -> list[Record]:
        """Return a flat record of each hit, its score first."""
        return [{"score": hit.score, **record} for hit, record in zip(self._hits, self.works.to_records(), strict=True)]


class Neighbours(Sequence["Related"]):
    """The works related to others, best first, each with its score and reasons."""

    def __init__(self, catalog: Catalog, related: Sequence[Related]) -> None:
        self._catalog = catalog
        self._related = tuple(related)

    def __repr__(self) -> str:
        return f"<{len(self)} related works: {', '.join(one.id for one in self._related[:5])}{', ...' if len(self) > 5 else ''}>"

    def __len__(self) -> int:
        return len(self._related)

    @overload
    def __getitem__(self, place: int) -> Related: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Related, ...]: ...
    def __getitem__(self, place: int | slice) -> Related | tuple[Related, ...]:
        return self._related[place]

    @property
    def works(self) -> Works:
        """The related works, in the same order."""
        return Works(self._catalog, [one.id for one in self._related])

    def to_records(self) -> list[Record]:
        """Return a flat record of each work, its score first, and the kinds of reasons."""
        reasons = [list(dict.fromkeys(reason.kind.value for reason in one.reasons)) for one in self._related]
        records = self.works.to_records()
        return [{"score": one.score, "reasons": why, **record} for one, why, record in zip(self._related, reasons, records, strict=True)]


class Comparison:
    """Works side by side; `rows` holds a cell for each of `entries`, a cell the values with their standing."""

    def __init__(self, compared: Compared) -> None:
        self.entries: tuple[str, ...] = compared.entries
        self.rows: Mapping[str, Row] = {row.key: row for row in compared.rows}

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(self.entries)} in {len(self.rows)} rows>"

    def cell(self, row: str, entry: str) -> tuple[Value, ...]:
        """Return what is known of `entry` (an id) in `row`; nothing where nothing is.

        Raises:
            WrongUsage: there is no such row, or no such work, in the comparison.
        """
        if row not in self.rows or entry not in self.entries:
            what, known = (row, self.rows) if row not in self.rows else (entry, self.entries)
            raise WrongUsage(f"{what!r} is not in the comparison.", f"There are {', '.join(known)}.")
        return self.rows[row].cells[self.entries.index(entry)]

    def to_records(self) -> list[Record]:
        """Return a record for each value: row, entry, value (a text), number (where it is one), unit, status, source, locator.

        Of a bilingual text the English stands. A value in dispute is None, and its status says so.
        """
        return [
            {
                "row": row.key,
                "entry": entry,
                "value": _text(value.value),
                "number": float(value.value) if isinstance(value.value, int | float) else None,
                "unit": value.unit,
                "status": value.status and value.status.value,
                "source": value.source and value.source.value,
                "locator": value.locator,
            }
            for row in self.rows.values()
            for entry, cell in zip(self.entries, row.cells, strict=True)
            for value in cell
        ]


class Counts:
    """How many works share what; a work counts once in a group, and may count in several."""

    def __init__(self, stats: Stats) -> None:
        self.totals: Mapping[str, int] = stats.totals
        self.groups: Mapping[str, tuple[Count, ...]] = stats.groups

    def __repr__(self) -> str:
        return f"<Counts of {self.totals['entries']} works by {', '.join(self.groups)}>"

    def to_records(self) -> list[Record]:
        """Return a record for each count: group, key, count, and the ids counted."""
        return [
            {"group": group, "key": one.key, "count": one.count, "ids": list(one.ids)}
            for group, counts in self.groups.items()
            for one in counts
        ]


def _text(value: Any) -> str | None:
    if isinstance(value, Mapping):
        return str(value.get("en") or value.get("zh"))
    return None if value is None else str(value)
