"""``awesome-mm about``. Layer: cli."""

from .session import Session


def run(session: Session) -> None:
    """Say what the catalog is and what belongs in it.

    With the rules for contributions to the source list, and what that list counts of itself beside what it holds.
    """
    from ..services.stats import count_categories
    from ..views.about import about_report

    catalog = session.catalog
    placed = {count.key: count.placed or 0 for count in count_categories(catalog.terms, catalog.briefs)}
    session.emit(about_report(catalog, placed, session.language))
