"""Addresses of a work: the answer of ``open``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..services.linking import Address
from .blocks import Block, Column, Table
from .entry_list import opening
from .labels import label
from .report import Report


def addresses_report(as_of: str, addresses: Sequence[Address], language: str) -> Report:
    """Return the report of `addresses`, each with its kind."""
    records = [{"entry": one.entry, "kind": one.kind, "url": one.url} for one in addresses]

    def blocks() -> Iterable[Block]:
        columns = [Column(title=label("Entry", language), style="name"), Column(title=label("Kind", language))]
        rows = [[one.entry, label(one.kind, language), one.url] for one in addresses]
        yield Table(columns=[*columns, Column(title=label("Address", language), wrap=True)], rows=rows)

    return Report(payload={**opening(as_of), "addresses": records}, records=records, columns=("entry", "kind", "url"), blocks=blocks)
