"""``awesome-mm refresh``. Layer: cli."""

import sys
from typing import Any

from . import options
from .session import Session


def run(filters: dict[str, Any], session: Session, entry: options.SomeEntries = None) -> int:
    """Ask arXiv for the entries' records and show what differs.

    Nothing is written. Entries without an arXiv id are left out. The exit code is 1 where something differs, and 5 where arXiv
    could not be reached or its answer is partial.
    """
    from ..services.naming import find_entries
    from ..services.refresh import find_changes
    from ..services.selection import select
    from ..sources.arxiv import ArxivSource
    from ..views.changes import refresh_report

    catalog = session.catalog
    named = find_entries(catalog, entry or ())
    chosen = [brief.id for brief in select(catalog, session.selection(filters)) if not named or brief.id in named]
    refreshed = find_changes(catalog, chosen, ArxivSource())
    session.emit(refresh_report(catalog, refreshed, session.language))
    if refreshed.problem:
        sys.stdout.flush()
        session.complain("source-unreachable", refreshed.problem, "Nothing was changed; try again later.")
    return 5 if not refreshed.complete else 1 if refreshed.changes else 0
