"""What is known of papers without asking anybody: the records of catalogs, and those that were fetched before.

Layer: services.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...model.text import squash
from ...model.titles import title_key

if TYPE_CHECKING:
    from ...model.entry import ArxivRecord, Entry

_SHORTEST_NAME = 5  # letters and digits; shorter names are borne by several works


@dataclass(frozen=True, kw_only=True)
class Known:
    """A paper that is known: its id, title and authors, and the names it goes by."""

    arxiv_id: str
    title: str
    authors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    withdrawn: bool = False
    is_fetched: bool = False


@dataclass(frozen=True, kw_only=True)
class RecordsAtHand:
    """The papers that are known, by id, by title, and by names that one of them alone bears."""

    by_id: Mapping[str, Known] = field(default_factory=dict)
    by_title: Mapping[str, Known] = field(default_factory=dict)
    by_name: Mapping[str, Known] = field(default_factory=dict)


def records_at_hand(entries: Iterable[Entry], records: Mapping[str, ArxivRecord]) -> RecordsAtHand:
    """Return what `entries` say of their papers, and `records` of theirs by id; what was fetched goes before what was not."""
    known = {one: _of_record(one, record) for one, record in records.items() if record.title}
    for entry in entries:
        for arxiv_id in entry.links.arxiv[:1]:
            held = known.get(arxiv_id)
            names = (entry.name, *entry.aliases)
            known[arxiv_id] = Known(
                arxiv_id=arxiv_id,
                title=held.title if held else _title(entry),
                authors=held.authors if held else entry.authors if entry.authors_complete else (),
                names=(*(held.names if held else ()), *names),
                withdrawn=held.withdrawn if held else bool(entry.arxiv and entry.arxiv.withdrawn),
                is_fetched=bool(held),
            )
    borne = [(squash(name), one) for one in known.values() for name in one.names]
    bearers: dict[str, set[str]] = {}
    for name, one in borne:
        bearers.setdefault(name, set()).add(one.arxiv_id)
    return RecordsAtHand(
        by_id=known,
        by_title={title_key(one.title): one for one in known.values()},
        by_name={name: one for name, one in borne if len(bearers[name]) == 1 and len(name) >= _SHORTEST_NAME},
    )


def _title(entry: Entry) -> str:
    return (entry.arxiv.title if entry.arxiv and entry.arxiv.title else "") or entry.title


def _of_record(arxiv_id: str, record: ArxivRecord) -> Known:
    return Known(arxiv_id=arxiv_id, title=record.title or "", authors=record.authors, withdrawn=bool(record.withdrawn), is_fetched=True)
