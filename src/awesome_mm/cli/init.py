"""``awesome-mm init``. Layer: cli."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from . import options
from .session import Session

Folder = Annotated[str, typer.Argument(metavar="DIR", help="A folder that is new, empty or a fresh repository.")]
PARTIAL = 5


def run(session: Session, folder: Folder, file: options.SomeFiles = None) -> int:
    """Begin a catalog of your own, from lists or from nothing.

    The folder DIR gets a head with hints, a file for each entry, and the schema, by which editors complete and check it. Lists are read as
    by import; without any the catalog begins empty.
    """
    from ..model.draft import Draft
    from ..services.merging import dated
    from ..store.starting import start_catalog
    from ..views.made import made_report
    from .reading import read_draft, say_no_catalog, say_problem

    say_no_catalog(session, f"init makes one in {folder}.")
    today = datetime.now(UTC).date().isoformat()
    draft, problem = read_draft(session, file) if file else (Draft(), "")
    place = Path(folder)
    files = start_catalog(place, dated(draft, today), today)
    say_problem(session, problem)
    session.emit(made_report(today, place, files, session.language, {}, f"awesome-mm --catalog {folder} list"))
    return PARTIAL if problem else 0
