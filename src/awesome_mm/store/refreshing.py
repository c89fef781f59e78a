"""Where a refresh finds what is known, and puts what it writes: records, journal and catalog, in an order that survives any end.

Layer: store. The journal goes first and takes a change once, the records next, the catalog last: a run that dies anywhere between
finds the same differences again, and what it had written already stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import WriteFailed
from ..model.entry import ArxivRecord, Basis, Entry
from .catalog_file import catalog_files, load_catalog
from .edit import edit_file
from .files import locked, replace_file
from .journal import Journal
from .places import bundled_catalog, data_folder, fetched_file, journal_file, overlay_file
from .records import RecordFile, newest

if TYPE_CHECKING:
    from pathlib import Path

Records = Mapping[str, ArxivRecord]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The entries of a catalog as its files have them, and the records that are known of their papers."""

    entries: tuple[Entry, ...]
    written: Records
    fetched: Records


def read_kept(path: Path) -> Kept:
    """Return what is known before anything is asked: for a catalog of the user's own, what its files say is what was written."""
    overlay = RecordFile(overlay_file()).read()
    entries = load_catalog(path).entries
    written = overlay if _is_bundled(path) else _own_records(entries)
    progress = RecordFile(fetched_file()).read()
    every = {one: newest(overlay.get(one), progress.get(one)) for one in (*overlay, *progress)}
    return Kept(entries=entries, written=written, fetched={one: record for one, record in every.items() if record})


def keep_fetched(records: Records) -> None:
    """Keep what came in, for the next run; a cache folder that takes nothing only costs asking again."""
    try:
        RecordFile(fetched_file()).add(records)
    except (OSError, WriteFailed):
        return


def forget(arxiv_ids: Iterable[str]) -> tuple[str, ...]:
    """Remove the records of `arxiv_ids` from what was fetched and from what is laid over catalogs; return the ids that had one."""
    ids = tuple(arxiv_ids)
    gone = [*RecordFile(fetched_file()).forget(ids), *RecordFile(overlay_file()).forget(ids)]
    return tuple(dict.fromkeys(gone))


def write_records(path: Path, records: Records, find_changes: Callable[[Kept], Sequence[Mapping[str, Any]]]) -> tuple[Path, ...]:
    """Write `records` (by arXiv id) to the user's data folder and, where the catalog at `path` is the user's own, into its files.

    `find_changes` gives the lines of the journal for what is known then: another process may have written meanwhile. The files that
    were changed are returned.

    Raises:
        WriteFailed: a file is locked for too long, or a table cannot be replaced.
        OSError: a file could not be written.
    """
    with locked(data_folder() / "refresh.lock"):
        kept = read_kept(path)
        edits = [] if _is_bundled(path) else _edits(path, kept.entries, records)
        Journal(journal_file()).add(find_changes(kept))
        RecordFile(overlay_file()).add(records)
        for edit in edits:
            replace_file(edit.path, edit.content)
    return tuple(edit.path for edit in edits)


def _edits(path: Path, entries: Iterable[Entry], records: Records) -> list[Any]:
    """Return the files of the catalog with the records in them; all are made before the first is written."""
    wanted = {(entry.kind.value, entry.id): records[one] for entry in entries for one in entry.links.arxiv[:1] if one in records}
    edited = (edit_file(file, wanted) for file in catalog_files(path))
    return [edit for edit in edited if edit is not None]


def _own_records(entries: Iterable[Entry]) -> dict[str, ArxivRecord]:
    """Return the fetched records that the entries carry themselves; one of another paper than the entry links is of an id of before."""
    found = {}
    for entry in entries:
        record = entry.arxiv
        if entry.links.arxiv and record and record.basis is Basis.FETCHED and record.id in (None, entry.links.arxiv[0]):
            found[entry.links.arxiv[0]] = record
    return found


def _is_bundled(path: Path) -> bool:
    bundled = bundled_catalog()
    return path.resolve() == bundled.resolve()
