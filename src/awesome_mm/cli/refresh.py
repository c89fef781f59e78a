"""``awesome-mm refresh``. Layer: cli."""

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import WriteFailed
from . import options
from .durations import duration
from .session import Session

if TYPE_CHECKING:
    from ..services.refresh import Refreshed
    from ..store.refreshing import Kept

MaxAge = Annotated[str, typer.Option("--max-age", metavar="AGE", help="Ask only for what was fetched longer ago: 90m, 24h, 7d, 0.")]
Write = Annotated[bool, typer.Option("--write", help="Write what came in: records, journal, and a catalog of your own.")]
Offline = Annotated[bool, typer.Option("--offline", help="Ask nobody; go by what was fetched before.")]
Status = Annotated[bool, typer.Option("--status", help="Only say when each record was fetched.")]
Forget = Annotated[list[str] | None, typer.Option("--forget", metavar="ENTRY", help="Only forget what was fetched for this entry.")]


def run(
    filters: dict[str, Any],
    session: Session,
    entry: options.SomeEntries = None,
    max_age: MaxAge = "24h",
    write: Write = False,
    offline: Offline = False,
    status: Status = False,
    forget: Forget = None,
) -> int:
    """Ask arXiv for the entries' records and show what differs.

    Without --write nothing is changed. What came in is kept, so that an interrupted run goes on where it was. Entries without an arXiv
    id are left out. The exit code is 1 where changes are pending, and 5 where arXiv could not be reached or its answer is partial.
    """
    from ..store.refreshing import read_kept

    age = duration(max_age, "--max-age")
    if forget:
        return _forget(session, forget)
    chosen = _chosen(session, entry or (), filters)
    kept = read_kept(session.path)
    if status:
        return _say_status(session, kept, chosen, age)
    refreshed = _refreshed(session, kept, chosen, age, offline=offline)
    return _conclude(session, refreshed, write=write)


def _chosen(session: Session, named: list[str] | tuple[str, ...], filters: dict[str, Any]) -> list[str]:
    """Return the ids of the entries named, or of all, that pass the filters."""
    from ..services.naming import find_entries
    from ..services.selection import select

    ids = find_entries(session.catalog, named)
    return [brief.id for brief in select(session.catalog, session.selection(filters)) if not ids or brief.id in ids]


def _refreshed(session: Session, kept: "Kept", chosen: list[str], age: timedelta, *, offline: bool) -> "Refreshed":
    from ..services.refresh import Known, refresh
    from ..store.refreshing import keep_fetched

    known = Known(written=kept.written, fetched=kept.fetched, keep=keep_fetched)
    if offline:
        return refresh(kept.entries, chosen, known, None, max_age=age)
    from ..formats.progress import progress_to
    from ..sources.arxiv import ArxivSource
    from ..store.places import cache_folder

    with progress_to(sys.stderr, silent=session.format == "json") as told:
        return refresh(kept.entries, chosen, known, ArxivSource(cache_folder()), max_age=age, told=told)


def _conclude(session: Session, refreshed: "Refreshed", *, write: bool) -> int:
    """Show what was found, write it where that was asked for, and return the exit code."""
    from ..views.changes import refresh_report

    failure = _written(session, refreshed) if write else None
    session.emit(refresh_report(session.catalog, refreshed, session.language, written=write and failure is None))
    sys.stdout.flush()
    if refreshed.problem:
        session.complain("source-unreachable", refreshed.problem, "What came in is kept; run it again later for the rest.")
    if failure:
        raise failure
    pending = refreshed.mismatches if write else refreshed.changes
    return 5 if not refreshed.complete else 1 if pending else 0


def _written(session: Session, refreshed: "Refreshed") -> WriteFailed | None:
    """Write what may be written; what is in the way is told after the answer."""
    from ..services.refresh import changes_of
    from ..store.refreshing import write_records
    from ..views.journal import journal_lines

    def lines(kept: "Kept") -> list[dict[str, Any]]:
        seen = [entry for entry in kept.entries if entry.id in refreshed.writable]
        changes = changes_of(seen, kept.entries, kept.written, refreshed.records)
        return journal_lines(changes, {entry.id: refreshed.records[entry.links.arxiv[0]] for entry in seen}, session.path)

    writable = {refreshed.arxiv_ids[one]: refreshed.records[refreshed.arxiv_ids[one]] for one in refreshed.writable}

    try:
        write_records(session.path, writable, lines)
    except WriteFailed as failure:
        return failure
    except OSError as error:
        return WriteFailed(f"{error.filename or 'records'}: {error.strerror or error}", "Check space and permissions.")
    return None


def _say_status(session: Session, kept: "Kept", chosen: list[str], age: timedelta) -> int:
    from ..services.refresh import status_of
    from ..views.changes import status_report

    statuses = status_of(kept.entries, chosen, {**kept.written, **kept.fetched}, age)
    session.emit(status_report(session.catalog.as_of, statuses, session.language))
    return 0


def _forget(session: Session, named: list[str]) -> int:
    from ..services.naming import find_entries
    from ..store.refreshing import forget
    from ..views.changes import forgotten_report

    entries = [session.catalog.entry(one) for one in find_entries(session.catalog, named)]
    gone = forget(one for entry in entries for one in entry.links.arxiv)
    forgotten = [entry.id for entry in entries if set(entry.links.arxiv) & set(gone)]
    session.emit(forgotten_report(session.catalog.as_of, forgotten, session.language))
    return 0
