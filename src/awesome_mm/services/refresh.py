"""What arXiv says now, beside what the catalog says.

Layer: services. Nothing is written, and nothing is concluded about a paper whose record did not come back.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.catalog import Catalog

if TYPE_CHECKING:
    from ..model.entry import Entry
    from ..sources.ports import PaperRecord, RecordSource

_FIELDS = ("title", "authors", "version", "submitted", "updated", "category", "comment", "journal_ref", "doi")
_FIRST_EVENTS = {"title": "title-mismatch"}
_EVENTS = {"title": "retitled", "authors": "authors-changed", "version": "new-version"}

Value = str | int | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field that arXiv gives otherwise; `old` is None where the catalog has nothing, `new` where arXiv has nothing any more."""

    entry: str
    event: str
    field: str
    old: Value
    new: Value


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
        seen = frozenset(self.seen)
        return tuple(one for one in self.requested if one not in seen)


def find_changes(catalog: Catalog, entry_ids: Sequence[str], source: "RecordSource") -> Refreshed:
    """Return how arXiv's records differ from the catalog's, for the entries of `entry_ids` that have an arXiv id.

    An entry with several arXiv ids goes by the first. Where there is nothing to ask for, nothing is asked.
    """
    entries = [entry for entry in map(catalog.entry, entry_ids) if entry.links.arxiv]
    answer = source.fetch(list(dict.fromkeys(entry.links.arxiv[0] for entry in entries))) if entries else None
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
    was_fetched = entry.arxiv is not None and entry.arxiv.fetched is not None
    for field in _FIELDS:
        old: Value = _held(entry, field)
        new: Value = getattr(record, field) or None
        if _comparable(old) != _comparable(new):
            event = _EVENTS.get(field, "metadata") if was_fetched else _FIRST_EVENTS.get(field, "first-record")
            yield Change(entry=entry.id, event=event, field=field, old=old, new=new)


def _held(entry: "Entry", field: str) -> Value:
    """Return what the catalog has for `field`: the record's value, else for title and authors the entry's own."""
    value: Value = getattr(entry.arxiv, field, None)
    return value or (getattr(entry, field) if field in ("title", "authors") else None) or None


def _comparable(value: Value) -> Value:
    """Return `value` without what means nothing: LaTeX markup, accents (LaTeX and Unicode write them differently), spacing."""
    if isinstance(value, tuple):
        return tuple(str(_comparable(one)) for one in value)
    if not isinstance(value, str):
        return value
    bare = re.sub(r"\\[a-zA-Z]+(?=\{)|\\(?=\W)(?:['\"`^~=.](?=\w|\{))?|[${}]", "", value)
    decomposed = unicodedata.normalize("NFKD", bare)
    return " ".join("".join(mark for mark in decomposed if not unicodedata.combining(mark)).split())
