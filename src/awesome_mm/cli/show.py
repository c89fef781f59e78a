"""``awesome-mm show``. Layer: cli."""

from . import options
from .fields import split_fields
from .session import Session


def run(entry: options.Entries, session: Session, fields: options.Fields = None) -> None:
    """Show entries whole.

    With pipeline, figures, results, what is open under which licence, and what is in doubt.
    """
    from dataclasses import fields as fields_of

    from ..model.entry import Entry
    from ..services.naming import find_entries
    from ..store.encode import encode
    from ..views.entry_page import show_report

    known = [field.name for field in fields_of(Entry)]
    entries = [session.catalog.entry(one) for one in find_entries(session.catalog, entry)]
    session.emit(show_report(session.catalog, entries, session.language, encode, split_fields(fields, known)))
