"""What is known of papers, as services take it. Layer: cli."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..services.refresh import Known
    from ..store.refreshing import Kept


def known_of(kept: Kept) -> Known:
    """Return what is kept of papers' records, with the places where more of it is kept."""
    from ..services.refresh import Known
    from ..store.refreshing import keep_absent, keep_fetched

    return Known(
        written=kept.written,
        fetched=kept.fetched,
        absent=kept.absent,
        forgotten=kept.forgotten,
        keep=keep_fetched,
        keep_absent=keep_absent,
    )
