"""Asks arXiv for papers that are named by their ids alone, as ``refresh`` asks for those of a catalog.

Layer: cli.
"""

import sys
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from .session import Session

if TYPE_CHECKING:
    from ..exchange.reading import Wanted
    from ..model.draft import Draft

_RECENT = timedelta(hours=24)


def papers(session: Session, wanted: "Sequence[Wanted]") -> "tuple[Draft, str]":
    """Return the papers `wanted` as a draft made of their records, and the problem where the answer is partial (``""``: none)."""
    from ..formats.progress import progress_to
    from ..services.from_records import draft_of, placeholder
    from ..services.refresh import Known, refresh
    from ..sources.arxiv import ArxivSource
    from ..store.places import cache_folder
    from ..store.refreshing import asking_alone, keep_absent, keep_fetched, read_kept

    places: dict[str, str] = {}
    for one in wanted:
        places.setdefault(one.arxiv_id, one.place)
    entries = [placeholder(arxiv_id) for arxiv_id in places]
    with asking_alone(), progress_to(sys.stderr, silent=session.format == "json") as told:
        kept = read_kept(session.path)
        known = Known(
            written=kept.written,
            fetched=kept.fetched,
            absent=kept.absent,
            forgotten=kept.forgotten,
            keep=keep_fetched,
            keep_absent=keep_absent,
        )
        found = refresh(entries, [entry.id for entry in entries], known, ArxivSource(cache_folder()), max_age=_RECENT, told=told)
    why = "arXiv could not be asked" if found.problem else "arXiv has no such paper"
    return draft_of(places, found.records, why), found.problem
