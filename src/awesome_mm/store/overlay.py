"""Lays fetched records over a catalog: of two records of a paper the one fetched last wins.

Layer: store.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model.entry import ArxivRecord, Entry, newest
from ..model.titles import Titles
from .catalog_file import DecodedCatalog


def overlaid(catalog: DecodedCatalog, records: Mapping[str, ArxivRecord]) -> DecodedCatalog:
    """Return `catalog` with those of `records` (by arXiv id) that are of its works and newer than its own.

    A record whose title is another work's stays out: the id is wrong then, and the entry must not take on what it points at.
    """
    if not records:
        return catalog
    return replace(catalog, entries=tuple(_laid_over(catalog.entries, records)))


def _laid_over(entries: tuple[Entry, ...], records: Mapping[str, ArxivRecord]) -> Iterator[Entry]:
    titles = Titles(entries)
    for entry in entries:
        fetched = records.get(entry.links.arxiv[0]) if entry.links.arxiv else None
        known = newest(entry.arxiv, fetched)
        is_own = fetched is None or fetched.title is None or titles.is_record_of(entry, fetched.title, fetched.authors)
        yield replace(entry, arxiv=known) if known is not entry.arxiv and is_own else entry
