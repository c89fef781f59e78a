"""Papers that are named by their arXiv ids alone, as entries made of their records.

Layer: services.
"""

from collections.abc import Mapping
from dataclasses import replace

from ..model.draft import Draft, Skipped
from ..model.entry import ArxivRecord, Entry, Kind, Links
from ..model.slugs import slug_of
from ..model.taxonomy import Category, Text
from .prefilling import Wishes, entry_of_record

_CATEGORY = "imported"
_NO_WISHES = Wishes(categories=(_CATEGORY,), added="")


def placeholder(arxiv_id: str) -> Entry:
    """Return an entry that only says which paper it is, to ask with."""
    return Entry(
        id=slug_of(f"arxiv {arxiv_id}"),
        kind=Kind.METHOD,
        name=arxiv_id,
        title=arxiv_id,
        categories=(_CATEGORY,),
        links=Links(arxiv=(arxiv_id,)),
    )


def draft_of(places: Mapping[str, str], records: Mapping[str, ArxivRecord], why_missing: str) -> Draft:
    """Return the papers at `places` (``path:line`` by arXiv id) as a draft; one without a record is skipped, and it is said why."""
    entries: list[Entry] = []
    taken: set[str] = set()
    for arxiv_id in places:
        if arxiv_id in records:
            entry = entry_of_record(records[arxiv_id], arxiv_id, _NO_WISHES, taken)
            taken.add(entry.id)
            entries.append(replace(entry, added=None))
    category = Category(title=Text(en="Imported", zh="导入"), order=tuple(entry.id for entry in entries))
    return Draft(
        categories={_CATEGORY: category} if entries else {},
        entries=tuple(entries),
        skipped=tuple(_skipped(place, arxiv_id, why_missing) for arxiv_id, place in places.items() if arxiv_id not in records),
        lines={entry.id: places[entry.links.arxiv[0]] for entry in entries},
    )


def _skipped(place: str, arxiv_id: str, why: str) -> Skipped:
    path, _, line = place.rpartition(":")
    return Skipped(path=path, line=int(line), text=arxiv_id, reason=why)
