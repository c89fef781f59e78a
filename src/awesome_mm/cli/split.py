"""``awesome-mm split``. Layer: cli."""

from pathlib import Path
from typing import Annotated

import typer

from .session import Session

Whole = Annotated[str, typer.Argument(metavar="CATALOG", help="A catalog in one TOML file.")]
Folder = Annotated[str, typer.Argument(metavar="DIR", help="A folder that is new or empty.")]


def run(session: Session, catalog_file: Whole, folder: Folder) -> None:
    """Make a folder with a file for each entry of a TOML catalog.

    So contributors do not meet. The catalog stays as it is, and so does its text: join makes the same bytes of the folder again.
    """
    from ..store.splitting import split_catalog
    from ..views.made import made_report

    place = Path(folder)
    found = split_catalog(Path(catalog_file), place)
    session.emit(
        made_report(found.as_of, place, found.files, session.language, {"kept": found.kept}, f"awesome-mm --catalog {folder} list")
    )
