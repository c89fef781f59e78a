"""``awesome-mm categories``. Layer: cli."""

from .session import Session


def run(session: Session) -> None:
    """Show the taxonomy with its counts."""
    from ..services.stats import count_categories
    from ..views.counts import categories_report

    catalog = session.catalog
    counts = count_categories(catalog.terms, catalog.briefs)
    session.emit(categories_report(catalog, counts, session.language))
