"""A catalog as an object: search, select, compare and count it.

Layer: api. It asks the services that the commands ask, so that both answer alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from ..errors import WrongUsage
from .answers import Comparison, Counts, Hits, Neighbours, Works

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.entry import Entry
    from ..services.selection import Selection
    from .records import Record

OneOrMore = str | Sequence[str]


class Filters(TypedDict, total=False):
    """The filters of ``select``, ``search`` and ``stats``, as the options of the same names: values of one are alternatives."""

    category: OneOrMore
    kind: OneOrMore
    year: OneOrMore
    organization: OneOrMore
    open: OneOrMore
    licence: OneOrMore
    needs: OneOrMore
    input: OneOrMore
    model: OneOrMore
    action: OneOrMore
    industrial: bool
    academic: bool
    added_since: str


def load_catalog(path: str | PathLike[str] | None = None) -> Survey:
    """Return the catalog at `path`, a TOML or JSONL file or a folder of them; without one the bundled survey (or ``AWESOME_MM_CATALOG``).

    Raises:
        CatalogInvalid: it cannot be read, or has faults; each is named with its place.
        WrongUsage: the path is empty.
    """
    from ..store.cache import open_catalog
    from ..store.places import chosen_catalog

    if path is not None and not str(path):
        raise WrongUsage("The path of the catalog is empty.", "Leave it out for the catalog that comes with the package.")
    return Survey(open_catalog(chosen_catalog(None if path is None else str(path))))


class Survey:
    """The works of a catalog, in its order; each is decoded when it is looked at."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def __repr__(self) -> str:
        return f"<Survey of {len(self)} works, {self.as_of}>"

    def __len__(self) -> int:
        return len(self._catalog)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._catalog)

    @property
    def as_of(self) -> str:
        """The date of the catalog, ISO."""
        return self._catalog.as_of

    def __contains__(self, name: object) -> bool:
        """Whether the id `name`, or the work itself, is in the catalog."""
        return (name if isinstance(name, str) else getattr(name, "id", None)) in self._catalog.ids

    def entry(self, name: str) -> Entry:
        """Return the work that goes by `name`: an id, name, alias, Chinese name, arXiv id or URL.

        Raises:
            EntryMissing: there is none; the nearest names are in its ``fix``.
        """
        from ..services.naming import find_entry

        return self._catalog.entry(find_entry(self._catalog, name))

    def search(self, query: str, *, limit: int | None = 20, **filters: Unpack[Filters]) -> Hits:
        """Return the works that answer `query` (words, phrases in quotes, ``field:value``), best first, `limit` of them (None: all).

        Raises:
            WrongUsage: a filter or a field of the query has an unknown value.
        """
        from ..services.asking import ask
        from ..services.search import rank

        return Hits(self._catalog, rank(self._catalog, ask(self._catalog, query, self._selection(filters)), _checked(limit)))

    def select(self, **filters: Unpack[Filters]) -> Works:
        """Return the works that match every filter, in catalog order; all where none is given.

        Raises:
            WrongUsage: a filter has an unknown value; the near ones are named.
        """
        from ..services.selection import select

        return Works(self._catalog, [brief.id for brief in select(self._catalog, self._selection(filters))])

    def compare(self, *names: str | Entry, rows: OneOrMore = (), differences: bool = False) -> Comparison:
        """Return the works called `names` side by side in `rows` (``date``, ``stages``, ``scale`` ...).

        Without `rows` in all of which something is known; with `differences` only in those in which two works differ.

        Raises:
            EntryMissing: a name is unknown.
            WrongUsage: a row is.
        """
        from ..services.comparison.comparing import compare
        from ..services.naming import find_entries

        asked = [rows] if isinstance(rows, str) else rows
        return Comparison(compare(self._catalog, find_entries(self._catalog, _named(names)), asked, differences=differences))

    def related(self, *names: str | Entry, limit: int | None = 10) -> Neighbours:
        """Return the works related to those called `names`, best first, `limit` of them (None: all), each with its reasons.

        A `score` is 0 to 100; from 50 on a relation is declared. The works named are never among them.

        Raises:
            EntryMissing: a name is unknown.
        """
        from ..services.naming import find_entries
        from ..services.related import relate

        return Neighbours(self._catalog, relate(self._catalog, find_entries(self._catalog, _named(names)))[: _checked(limit)])

    def stats(self, **filters: Unpack[Filters]) -> Counts:
        """Return the counts of the works that match, by category, kind, year, organization, openness, model, action and need.

        Raises:
            WrongUsage: a filter has an unknown value.
        """
        from ..services.selection import select
        from ..services.stats import count_facets

        return Counts(count_facets(self._catalog, select(self._catalog, self._selection(filters))))

    def to_records(self) -> list[Record]:
        """Return a flat record of each work, all with the same keys: what ``pandas.DataFrame`` and ``polars.DataFrame`` take."""
        return self.select().to_records()

    def _selection(self, filters: Filters) -> Selection:
        from ..services.selection import resolve_selection

        given: dict[str, Any] = {
            name: [value] if isinstance(value, str) and name != "added_since" else value for name, value in filters.items()
        }
        return resolve_selection(self._catalog, **given, sign="{}")


def _named(names: Iterable[str | Entry]) -> list[str]:
    return [name if isinstance(name, str) else name.id for name in names]


def _checked(limit: int | None) -> int | None:
    """Return `limit`, which counts works.

    Raises:
        WrongUsage: it is no count.
    """
    if limit is not None and limit < 0:
        raise WrongUsage(f"limit: {limit} is no number of works.", "Leave it out, or give None for all.")
    return limit
