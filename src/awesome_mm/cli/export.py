"""``awesome-mm export``. Layer: cli."""

from pathlib import Path
from typing import Any

from ..errors import WrongUsage
from ..exchange.exporters import DATABASE, EXPORTS
from . import options
from .chosen import chosen
from .session import Session

OWN_FORMATS = EXPORTS


def run(filters: dict[str, Any], session: Session, entry: options.ChosenEntries = None, out: options.Out = None) -> None:
    """Write works as BibTeX, CSL-JSON, RIS, Typst, LaTeX or SQLite.

    --format is bibtex (the default), biblatex, csl-json, ris, typst, text, latex or sqlite; --json gives what was written to --out as JSON.
    A key is the same whatever is exported with it. The published version is cited before the preprint, whose id is kept. What the catalog
    only recalls is told in a note. A database needs --out, and takes the place of a file that is there, as the others do.
    """
    import sys

    from ..views.exported import export_report

    if not out and (session.own_format == DATABASE or session.format == "json"):
        what = f"--format {DATABASE} writes a file" if session.own_format == DATABASE else "--json tells what was written to a file"
        raise WrongUsage(f"{what}, and none is named.", "Name it with --out.")
    works = chosen(session, filters, entry or [])
    if not out:
        sys.stdout.write(_text(session, works))
        return
    _write(session, works, Path(out))
    session.emit(export_report(session.catalog.as_of, session.own_format, out, works, session.language))


def _text(session: Session, works: list[str]) -> str:
    from ..exchange.exporters import exporter
    from ..exchange.reference import references

    return exporter(session.own_format)(references(list(session.catalog), works, session.catalog.terms))


def _write(session: Session, works: list[str], path: Path) -> None:
    if path.is_dir():
        raise WrongUsage(f"--out: {path} is a folder.", "Name a file.")
    if session.own_format == DATABASE:
        from ..exchange.sqlite import write_sqlite
        from ..store.catalog_file import load_catalog

        whole, wanted = load_catalog(session.path), set(works)
        write_sqlite(path, whole.head, whole.vocabularies, [entry for entry in session.catalog if entry.id in wanted])
        return
    from ..store.files import replace_file

    replace_file(path, _text(session, works).encode("utf-8"))
