"""What arXiv says now, beside what the catalog says.

Layer: services. Nothing is written, and nothing is concluded about a paper whose record did not come back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.catalog import Catalog

if TYPE_CHECKING:
    from ..model.entry import Entry
    from ..sources.ports import PaperRecord, RecordSource

_FIELDS = ("title", "authors", "version", "submitted", "updated", "category", "comment", "journal_ref", "doi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field of an entry's record that arXiv gives otherwise; `old` is None where the catalog has nothing."""

    entry: str
    event: str
    field: str
    old: str | int | None
    new: str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What was `requested` and `seen` (entry ids), and the changes; a partial run says its `problem`."""

    requested: tuple[str, ...]
    seen: tuple[str, ...]
    changes: tuple[Change, ...]
    complete: bool
    problem: str

    @property
    def unseen(self) -> tuple[str, ...]:
        """The entries whose record did not come back."""
        return tuple(one for one in self.requested if one not in self.seen)


def find_changes(catalog: Catalog, entry_ids: Sequence[str], source: "RecordSource") -> Refreshed:
    """Return how arXiv's records differ from the catalog's, for the entries of `entry_ids` that have an arXiv id."""
    entries = [entry for entry in map(catalog.entry, entry_ids) if entry.links.arxiv]
    answer = source.fetch([entry.links.arxiv[0] for entry in entries]) if entries else None
    records = {record.arxiv_id: record for record in answer.records} if answer else {}
    pairs = [(entry, records[entry.links.arxiv[0]]) for entry in entries if entry.links.arxiv[0] in records]
    return Refreshed(
        requested=tuple(entry.id for entry in entries),
        seen=tuple(entry.id for entry, _ in pairs),
        changes=tuple(change for entry, record in pairs for change in _compare(entry, record)),
        complete=answer is None or answer.complete,
        problem=answer.problem if answer else "",
    )


def _compare(entry: "Entry", record: "PaperRecord") -> Iterator[Change]:
    held = entry.arxiv
    event = "metadata" if held and held.fetched else "first-record"
    for field in _FIELDS:
        old = _plain(getattr(held, field, None)) or (_plain(entry.authors) if field == "authors" else None)
        new = _plain(getattr(record, field))
        if new is not None and old != new:
            yield Change(entry=entry.id, event=event, field=field, old=old, new=new)


def _plain(value: object) -> str | int | None:
    if isinstance(value, tuple):
        return ", ".join(value) or None
    return value if isinstance(value, str | int) else None
