"""Papers that are named by their arXiv ids alone, as entries made of their records.

Layer: services.
"""

import re
from collections.abc import Iterable, Mapping

from ..model.draft import Draft, Skipped
from ..model.entry import ArxivRecord, Entry, Kind, Links
from ..model.taxonomy import Category, Text
from ..model.text import fold
from .category_matching import free_id

_CATEGORY = "imported"
_LONGEST_NAME = 40  # characters before a title's colon; what is longer is no name
_LONGEST_ID = 60


def placeholder(arxiv_id: str) -> Entry:
    """Return an entry that only says which paper it is, to ask with."""
    return Entry(
        id=_slug(arxiv_id), kind=Kind.METHOD, name=arxiv_id, title=arxiv_id, categories=(_CATEGORY,), links=Links(arxiv=(arxiv_id,))
    )


def draft_of(places: Mapping[str, str], records: Mapping[str, ArxivRecord], why_missing: str) -> Draft:
    """Return the papers at `places` (``path:line`` by arXiv id) as a draft; one without a record is skipped, and it is said why."""
    entries: list[Entry] = []
    for arxiv_id in places:
        if arxiv_id in records:
            entries.append(_entry(arxiv_id, records[arxiv_id], {entry.id for entry in entries}))
    category = Category(title=Text(en="Imported", zh="导入"), order=tuple(entry.id for entry in entries))
    return Draft(
        categories={_CATEGORY: category} if entries else {},
        entries=tuple(entries),
        skipped=tuple(_skipped(place, arxiv_id, why_missing) for arxiv_id, place in places.items() if arxiv_id not in records),
        lines={entry.id: places[entry.links.arxiv[0]] for entry in entries},
    )


def _entry(arxiv_id: str, record: ArxivRecord, taken: Iterable[str]) -> Entry:
    title = record.title or arxiv_id
    head, colon, _ = title.partition(":")
    name = head.strip() if colon and 0 < len(head.strip()) <= _LONGEST_NAME else title
    return Entry(
        id=free_id(_slug(name) or _slug(arxiv_id), set(taken)),
        kind=Kind.METHOD,
        name=name,
        title=title,
        categories=(_CATEGORY,),
        authors=record.authors,
        published=record.submitted,
        links=Links(arxiv=(arxiv_id,)),
        arxiv=record,
    )


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", fold(text))
    slug = "-".join(words)
    return slug if len(slug) <= _LONGEST_ID else slug[: _LONGEST_ID + 1].rpartition("-")[0] or slug[:_LONGEST_ID]


def _skipped(place: str, arxiv_id: str, why: str) -> Skipped:
    path, _, line = place.rpartition(":")
    return Skipped(path=path, line=int(line), text=arxiv_id, reason=why)
