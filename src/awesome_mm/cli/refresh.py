"""``awesome-mm refresh``. Layer: cli."""

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import WriteFailed, WrongUsage
from . import options
from .durations import duration
from .known import known_of
from .session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.entry import Entry
    from ..services.refresh import Refreshed
    from ..store.refreshing import Kept

_MOST_NAMED = 20
MaxAge = Annotated[str, typer.Option("--max-age", metavar="AGE", help="Only for what was fetched longer ago: 90m, 24h, 7d, 0.")]
Write = Annotated[bool, typer.Option("--write", help="Write what came in: records, journal, and a catalog of your own.")]
Status = Annotated[bool, typer.Option("--status", help="Only say when each record was fetched.")]
Forget = Annotated[list[str] | None, typer.Option("--forget", metavar="ENTRY", help="Only forget what was fetched for this entry.")]


def run(
    filters: dict[str, Any],
    session: Session,
    entry: options.SomeEntries = None,
    max_age: MaxAge = "24h",
    write: Write = False,
    offline: options.Offline = False,
    status: Status = False,
    forget: Forget = None,
) -> int:
    """Ask arXiv for the entries' records and show what differs.

    Without --write nothing is changed. What came in is kept, so that an interrupted run goes on where it was. Entries without an arXiv
    id are left out. The exit code is 1 where changes are pending, and 5 where arXiv could not be reached or its answer is partial.
    """
    age = duration(max_age, "--max-age")
    _check_together(forget=bool(forget), status=status, offline=offline, write=write)
    if forget:
        if entry or filters:
            raise WrongUsage("--forget takes no further entries or filters.", "Give --forget before each entry.")
        return _forget(session, forget)
    chosen = _chosen(session, entry or (), filters)
    if status:
        return _say_status(session, chosen, age)
    return _conclude(session, _refreshed(session, chosen, age, offline=offline), write=write, named=chosen if entry else ())


def _check_together(**given: bool) -> None:
    """Raise where options were given that ask for different things."""
    asked = [f"--{name}" for name, wanted in given.items() if wanted]
    if len(asked) > 1 and asked != ["--offline", "--write"]:
        raise WrongUsage(f"{' and '.join(asked)} do not go together.", "Only --offline and --write do.")


def _chosen(session: Session, named: list[str] | tuple[str, ...], filters: dict[str, Any]) -> list[str]:
    """Return the ids of the entries named, or of all, that pass the filters."""
    from ..services.naming import find_entries
    from ..services.selection import select

    ids = find_entries(session.catalog, named)
    return [brief.id for brief in select(session.catalog, session.selection(filters)) if not ids or brief.id in ids]


def _refreshed(session: Session, chosen: list[str], age: timedelta, *, offline: bool) -> "Refreshed":
    from ..services.refresh import refresh
    from ..store.refreshing import asking_alone, read_kept

    if offline:
        kept = read_kept(session.path)
        return refresh(kept.entries, chosen, known_of(kept), None, max_age=age)
    from ..formats.progress import progress_to
    from ..sources.arxiv import ArxivSource
    from ..store.places import cache_folder

    source = ArxivSource(cache_folder())
    try:
        with asking_alone(), progress_to(sys.stderr, silent=session.format == "json") as told:
            kept = read_kept(session.path)
            return refresh(kept.entries, chosen, known_of(kept), source, max_age=age, told=told)
    except KeyboardInterrupt:
        _say_what_is_left(session, chosen, age)
        raise


def _say_what_is_left(session: Session, chosen: list[str], age: timedelta) -> None:
    from ..services.refresh import status_of
    from ..store.refreshing import read_kept

    kept = read_kept(session.path)
    left = [one.entry for one in status_of(kept.entries, chosen, known_of(kept), age) if not one.recent]
    more = f" and {len(left) - _MOST_NAMED} more" if len(left) > _MOST_NAMED else ""
    named = f": {', '.join(left[:_MOST_NAMED])}{more}" if left else ""
    session.complain(
        "interrupted", f"Interrupted; {len(left)} still to be asked for{named}.", "What came in is kept; run it again for the rest."
    )


def _conclude(session: Session, refreshed: "Refreshed", *, write: bool, named: "Sequence[str]") -> int:
    """Show what was found, write it where that was asked for, and return the exit code."""
    from ..views.changes import refresh_remarks, refresh_report

    failure = _written(session, refreshed) if write else None
    if refreshed.problem:
        session.complain("source-unreachable", refreshed.problem, "What came in is kept; run it again later for the rest.")
    written = write and failure is None and bool(refreshed.writable)
    session.emit(refresh_report(session.catalog, refreshed, session.language, written=written))
    if session.format != "json":
        for line in refresh_remarks(refreshed, named, session.language, in_rows=session.is_for_lines):
            session.remark(line)
    sys.stdout.flush()
    if failure:
        raise failure
    pending = (*refreshed.absent, *(refreshed.mismatches if write else refreshed.changes))
    return 5 if not refreshed.complete else 1 if pending else 0


def _written(session: Session, refreshed: "Refreshed") -> WriteFailed | OSError | None:
    """Write what may be written; what is in the way is told after the answer."""
    from ..services.refresh import changes_of
    from ..store.refreshing import write_records
    from ..views.journal import journal_lines

    def lines(kept: "Kept", chosen: "Sequence[Entry]") -> list[dict[str, Any]]:
        changes = changes_of(chosen, kept.entries, kept.written, refreshed.records)
        return journal_lines(changes, {entry.id: refreshed.records[entry.links.arxiv[0]] for entry in chosen}, session.path)

    try:
        write_records(session.path, {one: refreshed.arxiv_ids[one] for one in refreshed.writable}, refreshed.records, lines)
    except (WriteFailed, OSError) as failure:
        return failure
    return None


def _say_status(session: Session, chosen: list[str], age: timedelta) -> int:
    from ..services.refresh import status_of
    from ..store.refreshing import read_kept
    from ..views.changes import status_report

    kept = read_kept(session.path)
    statuses = status_of(kept.entries, chosen, known_of(kept), age)
    session.emit(status_report(session.catalog.as_of, statuses, session.language))
    return 0


def _forget(session: Session, named: list[str]) -> int:
    from ..services.naming import find_entries
    from ..store.refreshing import forget, read_kept
    from ..views.changes import forgotten_report

    entries = [session.catalog.entry(one) for one in find_entries(session.catalog, named)]
    kept = read_kept(session.path)
    ids = [one for entry in entries for one in entry.links.arxiv]
    known = {one for one in ids if one in kept.fetched}
    forget(ids)
    forgotten = [entry.id for entry in entries if known & set(entry.links.arxiv)]
    session.emit(forgotten_report(session.catalog.as_of, forgotten, session.language))
    return 0
