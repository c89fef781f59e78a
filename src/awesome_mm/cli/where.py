"""``awesome-mm where``. Layer: cli."""

from ..errors import CatalogInvalid
from .session import Session


def run(session: Session) -> None:
    """Say where catalog, cache, fetched records and journal lie."""
    from ..store.cache import cached_place
    from ..store.places import fetched_file, journal_file, overlay_file
    from ..views.places import where_report

    places = {
        "catalog": session.path,
        "cache": cached_place(session.path),
        "overlay": overlay_file(),
        "journal": journal_file(),
        "fetched": fetched_file(),
    }
    session.emit(where_report(_date_of(session), places, session.language))


def _date_of(session: Session) -> str | None:
    """Return the date of the catalog; None where it is unsound: then it matters most where things lie."""
    try:
        return session.catalog.as_of
    except CatalogInvalid:
        return None
