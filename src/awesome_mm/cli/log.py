"""``awesome-mm log``. Layer: cli."""

from collections.abc import Container

from ..errors import CatalogInvalid, EntryMissing
from . import options
from .session import Session


def run(session: Session, entry: options.LoggedEntries = None, limit: options.Limit = None) -> None:
    """Show every change that refresh has written, the latest last."""
    from ..store.journal import Journal
    from ..store.places import journal_file
    from ..views.journal import log_report

    every = Journal(journal_file()).read()
    told = {str(line.get("entry")) for line in every}
    wanted = {_id_of(session, one, told) for one in entry or ()}
    lines = [line for line in every if not wanted or line.get("entry") in wanted]
    session.emit(log_report(_date_of(session), lines[-limit:] if limit else lines, len(lines), session.language))


def _id_of(session: Session, name: str, told: Container[str]) -> str:
    """Return the id of the entry called `name`; one that is gone from the catalog is known to the journal all the same.

    Raises:
        EntryMissing: neither knows it.
    """
    from ..services.naming import find_entry

    try:
        return find_entry(session.catalog, name)
    except EntryMissing:
        if name in told:
            return name
        raise


def _date_of(session: Session) -> str | None:
    try:
        return session.catalog.as_of
    except CatalogInvalid:
        return None
