"""What ``cite`` does: writes references, and checks citations.

Layer: cli.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import WrongUsage
from ..exchange.exporters import CITED
from ..formats.registry import AUTO, MORE_WRITERS

if TYPE_CHECKING:
    from ..exchange.reference import Reference
    from ..services.citing.checking import Checked
    from .session import Session


def give_references(session: Session, words: Sequence[str], *, online: bool) -> None:
    """Write the references of the works that `words` mean.

    Raises:
        WrongUsage: an option says nothing here.
        EntryMissing: something means no work, or not clearly one.
    """
    from ..services.meaning import meant

    if online or session.format in MORE_WRITERS:
        what = "--online" if online else f"--format {session.format}"
        raise WrongUsage(f"{what} says nothing without --check.", "Add --check and name files, or leave it out.")
    works = _references(session, meant(session.catalog, words))
    if session.format not in (AUTO, *CITED):
        _emit(session, works)
        return
    from ..exchange.exporters import exporter

    sys.stdout.write(exporter(CITED[0] if session.format == AUTO else session.format)(works))


def _references(session: Session, chosen: Sequence[str]) -> list[Reference]:
    from ..exchange.reference import references

    return references(list(session.catalog), chosen, session.catalog.terms)


def _emit(session: Session, works: Sequence[Reference]) -> None:
    from ..exchange.bibtex import bibtex
    from ..exchange.plain_text import reference_line
    from ..views.cited import Written, cited_report

    written = [Written(one.id, one.key, bibtex([one]), reference_line(one)) for one in works]
    session.emit(cited_report(session.catalog.as_of, written))


def check_citations(session: Session, files: Sequence[str], *, online: bool) -> Checked:
    """Check the citations in `files` and write what is found.

    Raises:
        WrongUsage: a file cannot be read, or there is no bibliography to what it cites.
    """
    from ..exchange.plain_text import reference_line
    from ..services.citing.checking import Checked, check, missing
    from ..services.citing.shelf import Shelf
    from ..views.citations import citations_report
    from .cite_reading import Reader

    if session.format in CITED:
        raise WrongUsage(f"--format {session.format} writes references, and --check writes none.", "Leave one of them out.")
    cited = Reader(files).read()
    shelf = Shelf(session.catalog)
    verdicts, problems = check(cited, shelf), tuple[str, ...]()
    if online:
        from .cite_asking import ask

        verdicts, problems = ask(session, verdicts, shelf)
    checked = Checked(verdicts=verdicts, unread=cited.unread, lacking=cited.lacking, problems=problems, paths=cited.paths)
    checked = replace(checked, missing=missing(session.catalog, checked.cited))
    lines = {one.id: reference_line(one) for one in _references(session, checked.cited)}
    session.emit(citations_report(session.catalog, checked, lines, session.language, findings_only=session.format in MORE_WRITERS))
    return checked
