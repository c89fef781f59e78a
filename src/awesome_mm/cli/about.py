"""``awesome-mm about``. Layer: cli."""

from .session import Session


def run(session: Session) -> None:
    """Say what the catalog is, what belongs in it, and how to add to it.

    With what the source list counts of itself, beside what the catalog holds.
    """
    from ..services.stats import count_categories
    from ..views.about import about_report

    catalog = session.catalog
    placed = {count.key: count.placed or 0 for count in count_categories(catalog.terms, catalog.briefs)}
    session.emit(about_report(catalog, placed, session.language))
