"""``awesome-mm list``. Layer: cli."""

from typing import Any

from . import options
from .fields import split_fields
from .session import Session


def run(
    filters: dict[str, Any],
    session: Session,
    sort: options.Sort = None,
    limit: options.Limit = None,
    fields: options.Fields = None,
) -> None:
    """List the entries that match every filter."""
    from ..services.ordering import arrange
    from ..services.selection import select
    from ..views.entry_list import list_report

    found = select(session.catalog, session.selection(filters))
    shown = arrange(session.catalog, found, sort)[:limit]
    session.emit(list_report(session.catalog, shown, len(found), session.language, split_fields(fields)))
