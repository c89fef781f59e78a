"""``awesome-mm stats``. Layer: cli."""

from typing import Any

from .session import Session


def run(filters: dict[str, Any], session: Session) -> None:
    """Count the entries by every facet.

    By category, kind, year, organization, openness, model, action and need; beside the categories what the source list claims.
    """
    from ..services.selection import select
    from ..services.stats import count_facets
    from ..views.counts import stats_report

    catalog = session.catalog
    stats = count_facets(catalog, select(catalog, session.selection(filters)))
    session.emit(stats_report(catalog, stats, session.language))
