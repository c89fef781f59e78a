"""``awesome-mm join``. Layer: cli."""

from pathlib import Path
from typing import Annotated

import typer

from .session import Session

Parts = Annotated[str, typer.Argument(metavar="DIR", help="A catalog in a folder of TOML files.")]
Whole = Annotated[str, typer.Argument(metavar="CATALOG", help="A .toml file that is new.")]


def run(session: Session, folder: Parts, catalog_file: Whole) -> None:
    """Make one TOML catalog of a folder of files.

    Each entry stands where it was before split, a new one behind the last of its kind.
    """
    from ..store.joining import join_catalog
    from ..views.made import made_report

    found = join_catalog(Path(folder), Path(catalog_file))
    remarks = {"unmarked": found.unmarked, "gone": found.gone}
    session.emit(made_report(found.as_of, found.file, [found.file], session.language, remarks, f"awesome-mm --catalog {catalog_file} list"))
