"""Works as they are cited, for programs: the answer of ``cite``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .blocks import Block, Points
from .entry_list import opening
from .report import Record, Report


class Written(NamedTuple):
    """A work as it is cited: its entry and key, as BibTeX and as a line of text."""

    entry: str
    key: str
    bibtex: str
    text: str


def cited_report(as_of: str, works: Sequence[Written]) -> Report:
    """Return the report of `works`; people see the lines of text."""
    records: list[Record] = [{"entry": one.entry, "key": one.key, "text": one.text, "bibtex": one.bibtex} for one in works]

    def blocks() -> Iterator[Block]:
        yield Points([(one.key, one.text) for one in works])

    payload = {**opening(as_of), "count": len(records), "references": records}
    return Report(payload=payload, records=records, columns=("entry", "key", "text"), blocks=blocks)
