"""``awesome-mm search``. Layer: cli."""

from typing import Any

from . import options
from .fields import split_fields
from .session import Session


def run(
    query: options.Query,
    filters: dict[str, Any],
    session: Session,
    limit: options.Limit = 20,
    fields: options.Fields = None,
    explain: options.Explain = False,
) -> None:
    """Find the entries closest to QUERY, in English or Chinese."""
    from ..services.search import rank
    from ..views.entry_list import search_report

    result = rank(session.catalog, " ".join(query), session.selection(filters), limit)
    session.emit(search_report(session.catalog, result, session.language, split_fields(fields, ("score", "why")), explain=explain))
