"""``awesome-mm search``. Layer: cli."""

from typing import Any

from . import options
from .fields import split_fields
from .session import Session


def run(
    query: options.Query,
    filters: dict[str, Any],
    session: Session,
    excluded: options.Excluded = None,
    limit: options.Limit = 20,
    offset: options.Offset = 0,
    fields: options.Fields = None,
    explain: options.Explain = False,
) -> None:
    """Find the entries closest to QUERY, in English or Chinese."""
    from ..services.asking import ask
    from ..services.search import rank
    from ..views.entry_list import search_report

    asked = ask(session.catalog, query, session.selection(filters), excluded or ())
    result = rank(session.catalog, asked, limit, offset)
    session.emit(search_report(session.catalog, result, session.language, split_fields(fields, ("score", "why")), explain=explain))
    if not result.matched and session.is_for_lines:
        near = f" Near: {', '.join(result.near)}." if result.near else ""
        unknown = f" No field to search in: {', '.join(result.unknown_fields)}; see `search --help`." if result.unknown_fields else ""
        session.remark(f"Nothing found for {result.query!r} (catalog of {result.as_of}).{near}{unknown}")
