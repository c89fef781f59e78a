"""What a newly fetched record changes, and what kind of event that is.

Layer: services. Nothing is concluded here about papers whose record did not come back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.entry import ArxivRecord, Entry
    from ..model.titles import Titles

_FIELDS = ("title", "authors", "version", "submitted", "updated", "category", "comment", "journal_ref", "doi")
_EVENTS = {
    "title": "retitled",
    "authors": "authors-changed",
    "version": "new-version",
    "journal_ref": "published",
    "doi": "published",
}
# A withdrawal says so in its comment; what was withdrawn from a conference or a journal is not withdrawn from arXiv.
_VENUE = r"(?:conference|workshop|journal|proceedings|submission|review|(?-i:[A-Z]{3,}|[A-Z][a-z]+[A-Z]\w*))"
_WITHDRAWN = re.compile(
    rf"\b(?:withdrawn|retracted|withdrawal|retraction)\b(?!\s+from\s+(?!(?:the\s+)?arxiv)(?:an?\s+|the\s+)?{_VENUE}\b)", re.IGNORECASE
)

Value = str | int | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field that arXiv gives otherwise; `old` is None where the catalog has nothing, `new` where arXiv has nothing any more.

    `other` is, of a title that is not the entry's, the entry that bears it.
    """

    entry: str
    event: str
    field: str
    old: Value
    new: Value
    other: str = ""


def is_suspect(record: ArxivRecord) -> bool:
    """Whether the comment gives cause to ask if the paper was withdrawn."""
    return bool(_WITHDRAWN.search(record.comment or ""))


def compare(entry: Entry, base: ArxivRecord | None, record: ArxivRecord, titles: Titles) -> Iterator[Change]:
    """Yield what `record` changes for `entry`: against `base`, the record fetched before, else against what the entry says itself.

    A record of another work yields its title alone: nothing else of it concerns the entry. One that bears another entry's title is that
    of another work whatever was fetched before; any other is the entry's where the base was, and has an author of the base's.
    """
    title = record.title or ""
    if not titles.is_record_of(entry, title, record.authors) and not _is_base_retitled(entry, base, record, titles):
        other = titles.other(entry, title)
        yield Change(entry=entry.id, event="title-mismatch", field="title", old=entry.title, new=record.title, other=other)
        return
    for field in _FIELDS:
        old: Value = _held(entry, base, field)
        new: Value = getattr(record, field) or None
        if _comparable(old) != _comparable(new):
            yield Change(entry=entry.id, event=_event(base, record, field), field=field, old=old, new=new)
    if record.withdrawn and not (base and base.withdrawn):
        yield Change(entry=entry.id, event="withdrawn", field="withdrawn", old=None, new=True)


def _is_base_retitled(entry: Entry, base: ArxivRecord | None, record: ArxivRecord, titles: Titles) -> bool:
    if base is None or titles.other(entry, record.title or "") or not set(base.authors) & set(record.authors):
        return False
    return titles.is_record_of(entry, base.title or "", base.authors)


def _event(base: ArxivRecord | None, record: ArxivRecord, field: str) -> str:
    if field == "comment" and is_suspect(record) and record.withdrawn is None:
        return "withdrawn-suspect"
    return _EVENTS.get(field, "metadata") if base else "first-record"


def _held(entry: Entry, base: ArxivRecord | None, field: str) -> Value:
    """Return what is known for `field`: the fetched record's value, else what the entry has of its own."""
    value: Value = getattr(base or entry.arxiv, field, None)
    return value or (getattr(entry, field) if base is None and field in ("title", "authors") else None) or None


def _comparable(value: Value) -> Value:
    """Return `value` without what means nothing: LaTeX markup, accents (LaTeX and Unicode write them differently), spacing."""
    if isinstance(value, tuple):
        return tuple(str(_comparable(one)) for one in value)
    if not isinstance(value, str):
        return value
    bare = re.sub(r"\\[a-zA-Z]+(?=\{)|\\(?=\W)(?:['\"`^~=.](?=\w|\{))?|[${}]", "", value)
    decomposed = unicodedata.normalize("NFKD", bare)
    return " ".join("".join(mark for mark in decomposed if not unicodedata.combining(mark)).split())
