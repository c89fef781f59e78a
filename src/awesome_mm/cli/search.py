"""``awesome-mm search``. Layer: cli."""

from typing import Any

from ..errors import WrongUsage
from . import options
from .fields import split_fields
from .session import Session

_LIMIT = 20


def run(
    filters: dict[str, Any],
    session: Session,
    query: options.Query = None,
    interactive: options.Interactive = False,
    excluded: options.Excluded = None,
    limit: options.Limit = _LIMIT,
    offset: options.Offset = 0,
    fields: options.Fields = None,
    explain: options.Explain = False,
) -> None:
    """Find the entries closest to QUERY, in English or Chinese."""
    if interactive:
        from .prompt.start import check_alone, check_terminal, search_live

        check_terminal()
        given = {"--format": not session.is_plain, "--limit": limit != _LIMIT, "--offset": offset > 0, "--fields": bool(fields)}
        check_alone({**given, "--explain": explain})
        search_live(session, " ".join(query or ()), filters, excluded or ())
        return
    if query is None:
        raise WrongUsage("Missing argument 'QUERY...'.", "`awesome-mm search --help` shows what there is.")
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
