"""``awesome-mm related``. Layer: cli."""

from typing import Any

from . import options
from .session import Session


def run(entry: options.Entries, filters: dict[str, Any], session: Session, limit: options.Limit = 10) -> None:
    """Find the works related to ENTRY, and say why.

    By declared relations, and by shared steps, models, benchmarks, organizations, categories and words. Of several entries: what is
    near to any of them, nearer where it is near to more.
    """
    from ..services.naming import find_entries
    from ..services.related import relate
    from ..services.selection import select
    from ..views.related import related_report

    catalog = session.catalog
    given = find_entries(catalog, entry)
    selection = session.selection(filters)
    admitted = None if selection.is_everything else {brief.id for brief in select(catalog, selection)}
    found = [one for one in relate(catalog, given) if admitted is None or one.id in admitted]
    session.emit(related_report(catalog, given, found, limit, session.language, is_filtered=admitted is not None))
