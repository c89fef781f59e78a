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
    offset: options.Offset = 0,
    fields: options.Fields = None,
) -> None:
    """List the entries that match every filter."""
    from ..services.ordering import arrange
    from ..services.selection import select
    from ..views.entry_list import Page, list_report

    found = select(session.catalog, session.selection(filters))
    page = Page(first=offset, matched=len(found))
    shown = arrange(session.catalog, found, sort)[offset : None if limit is None else offset + limit]
    session.emit(list_report(session.catalog, shown, page, session.language, split_fields(fields), by=sort or ""))
