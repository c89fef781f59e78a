"""``awesome-mm show``. Layer: cli."""

from . import options
from .session import Session, split_fields


def run(entry: options.Entries, session: Session, fields: options.Fields = None) -> None:
    """Show entries whole: pipeline, figures, results, what is open and what is in doubt."""
    from ..services.naming import find_entry
    from ..store.encode import encode
    from ..views.entry_page import show_report

    ids = dict.fromkeys(find_entry(session.catalog, wanted) for wanted in entry)
    entries = [session.catalog.entry(one) for one in ids]
    session.emit(show_report(session.catalog, entries, session.language, encode, split_fields(fields)))
