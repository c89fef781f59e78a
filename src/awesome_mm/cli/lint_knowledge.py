"""The records of papers that are at hand: of the bundled catalog, of what was fetched before, of the catalogs that are checked.

Layer: cli.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.entry import ArxivRecord
    from ..services.checks.records import RecordsAtHand
    from .lint_reading import Inputs


def records_known(inputs: Inputs, asked: Mapping[str, ArxivRecord]) -> RecordsAtHand:
    """Return what is known of papers; of several records of one that which was fetched last."""
    from ..model.entry import Basis, newest
    from ..services.checks.records import records_at_hand
    from ..store.cache import open_catalog
    from ..store.places import bundled_catalog, fetched_file, overlay_file
    from ..store.records import RecordFile

    own = {
        entry.links.arxiv[0]: entry.arxiv
        for catalog in inputs.sound
        for entry in catalog.entries
        if entry.links.arxiv and entry.arxiv and entry.arxiv.basis is Basis.FETCHED and entry.arxiv.id in (None, entry.links.arxiv[0])
    }
    records: dict[str, ArxivRecord] = {}
    for held in (RecordFile(overlay_file()).read(), RecordFile(fetched_file()).read(), own, asked):
        for arxiv_id, record in held.items():
            records[arxiv_id] = newest(record, records.get(arxiv_id)) or record
    return records_at_hand(open_catalog(bundled_catalog()), records)
