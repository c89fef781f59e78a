"""Where a refresh finds what is known, and puts what it writes: catalog, records and journal, in an order that survives any end.

Layer: store. What is about to be written is noted first; then come the catalog's files and the records, and the journal last, which so
never tells of a change that was not made. A run that dies in between is made good by the next: what its note says and the files
have goes into the journal, and what is still to be written is found to differ again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..errors import WriteFailed
from ..model.entry import NEVER, ArxivRecord, Basis, Entry, newest
from .catalog_file import load_catalog
from .edit import Edited, edit_file, refusal
from .encode import encode
from .files import locked, replace_file
from .journal import Journal
from .listing import catalog_files
from .marks import MarkFile, Marks
from .owned_tables import EntryKey
from .places import bundled_catalog, cache_folder, data_folder, fetched_file, journal_file, overlay_file, writing_lock
from .records import RecordFile

if TYPE_CHECKING:
    from pathlib import Path

Records = Mapping[str, ArxivRecord]
Line = Mapping[str, Any]
_ATTEMPTS = 3


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The entries of a catalog as its files have them, and what is known of their papers: records, and papers that are not there."""

    entries: tuple[Entry, ...]
    written: Records
    fetched: Records
    absent: Marks
    forgotten: Marks


def read_kept(path: Path) -> Kept:
    """Return what is known before anything is asked: for a catalog of the user's own, what its files say is what was written."""
    overlay = RecordFile(overlay_file()).read()
    entries = load_catalog(path).entries
    written = overlay if _is_bundled(path) else _own_records(entries)
    progress = RecordFile(fetched_file()).read()
    every = {one: newest(written.get(one), overlay.get(one), progress.get(one)) for one in (*written, *overlay, *progress)}
    marks = _marks()
    return Kept(
        entries=entries,
        written=written,
        fetched={one: record for one, record in every.items() if record},
        absent=marks.read("absent"),
        forgotten=marks.read("forgotten"),
    )


@contextmanager
def asking_alone() -> Iterator[None]:
    """Hold off other runs of the user: they would ask for the same. A cache folder that takes nothing holds off nobody.

    Raises:
        WriteFailed: another run has been asking for too long.
    """
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        can_lock = os.access(folder, os.W_OK)
    except OSError:
        can_lock = False
    if not can_lock:
        yield
        return
    with locked(folder / "refresh.lock", patience=600):
        yield


def keep_fetched(records: Records) -> None:
    """Keep what came in, for the next run; a cache folder that takes nothing only costs asking again."""
    with suppress(OSError, WriteFailed):
        RecordFile(fetched_file()).add(records)


def keep_absent(arxiv_ids: Iterable[str], moment: datetime) -> None:
    """Keep that arXiv had no such papers at `moment`, so that they are not asked for again at once."""
    with suppress(OSError, WriteFailed):
        _marks().add("absent", dict.fromkeys(arxiv_ids, moment))


def forget(arxiv_ids: Iterable[str]) -> tuple[str, ...]:
    """Remove the records of `arxiv_ids`, and let those in catalogs no longer count as recent; return the ids that had one removed."""
    ids = tuple(arxiv_ids)
    _marks().add("forgotten", dict.fromkeys(ids, datetime.now(UTC)))
    return tuple(dict.fromkeys([*RecordFile(fetched_file()).forget(ids), *RecordFile(overlay_file()).forget(ids)]))


def write_records(
    path: Path, arxiv_ids: Mapping[str, str], records: Records, find_lines: Callable[[Kept, Sequence[Entry]], Sequence[Line]]
) -> None:
    """Write the `records` of entries to the user's data folder and, where the catalog at `path` is the user's own, into its files.

    `arxiv_ids` says which entries are to be written, and which paper each was found to be; one whose link is another by now is left
    alone. `find_lines` gives the lines of the journal for what is known then: another process may have written meanwhile.

    Raises:
        WriteFailed: a lock is held or a file may not be written, and nothing was; a file keeps changing, and the next run tells of what
            was written; or tables could not be replaced, and all else was written.
        OSError: a file could not be written; the next run tells of those that were.
    """
    with locked(writing_lock()):
        kept = read_kept(path)
        _tell_of_the_last_run(kept, path)
        chosen = [entry for entry in kept.entries if entry.links.arxiv[:1] == (arxiv_ids.get(entry.id),)]
        lines = find_lines(kept, chosen)
        _note(path, lines)
        refused = () if _is_bundled(path) else tuple(_write_files(path, _wanted(chosen, records)))
        RecordFile(overlay_file()).add({arxiv_ids[entry.id]: records[arxiv_ids[entry.id]] for entry in chosen})
        unwritten = {entry_id for edit in refused for _, entry_id in edit.refused}
        Journal(journal_file()).add([line for line in lines if line["entry"] not in unwritten])
        _note(path, ())
    if refused:
        raise refusal(refused)


def _wanted(chosen: Iterable[Entry], records: Records) -> dict[EntryKey, ArxivRecord]:
    """Return the record for each entry's table, with the moment since when it says the same, unless the table has a later one.

    So a file that is written anew each night, until somebody merges it, does not change without news.
    """
    overlay, since = RecordFile(overlay_file()).read(), _marks().read("since")
    wanted, marks = {}, {}
    for entry in chosen:
        paper = entry.links.arxiv[0]
        record, before = records[paper], overlay.get(paper)
        if before and replace(before, fetched=None) == replace(record, fetched=None):
            earlier = replace(record, fetched=_written(since[paper])) if paper in since else before
            record = earlier if newest(earlier, entry.arxiv) is earlier else record
        wanted[entry.kind.value, entry.id] = record
        marks[paper] = record.fetched_at or NEVER
    with suppress(OSError, WriteFailed):
        _marks().add("since", marks)
    return wanted


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _write_files(path: Path, wanted: Mapping[EntryKey, ArxivRecord]) -> Iterator[Edited]:
    """Write the files of the catalog that change, and yield those edits that refuse the table of an entry."""
    edits = [edit for file in catalog_files(path) if (edit := edit_file(file, wanted))]
    for edit in edits:
        if edit.changed and not os.access(edit.path, os.W_OK):
            raise WriteFailed(f"{edit.path}: may not be written.", "Check its permissions.")
    for edit in edits:
        done = _replaced(edit, wanted)
        if done.refused:
            yield done


def _replaced(edit: Edited, wanted: Mapping[EntryKey, ArxivRecord]) -> Edited:
    """Write an edited file, edited anew where somebody has changed it meanwhile."""
    for _ in range(_ATTEMPTS):
        if edit.path.read_bytes() == edit.before:
            if edit.changed:
                replace_file(edit.path, edit.content)
            return edit
        if (again := edit_file(edit.path, wanted)) is None:
            return edit
        edit = again
    raise WriteFailed(f"{edit.path}: is being changed by somebody else.", "Try again.")


def pending_note(path: Path) -> Path:
    """Return the place of the note for the catalog at `path`, by whatever way it is reached."""
    digest = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
    return data_folder() / f"pending-{digest[:16]}.json"


def _note(path: Path, lines: Sequence[Line]) -> None:
    """Note what is about to be written; nothing once it is."""
    if lines:
        replace_file(pending_note(path), json.dumps(list(lines), ensure_ascii=False).encode("utf-8", "backslashreplace"))
    else:
        pending_note(path).unlink(missing_ok=True)


def _tell_of_the_last_run(kept: Kept, path: Path) -> None:
    """Put into the journal what a run that died has written: of what it noted, that which the files have."""
    try:
        noted = json.loads(pending_note(path).read_bytes())
    except (OSError, ValueError, RecursionError):
        return
    lines = [line for line in noted if isinstance(line, dict)] if isinstance(noted, list) else []
    ids = {entry.id: entry.links.arxiv[0] for entry in kept.entries if entry.links.arxiv}
    Journal(journal_file()).add([line for line in lines if _is_there(line, kept.written.get(ids.get(str(line.get("entry")), "")))])


def _is_there(line: Line, record: ArxivRecord | None) -> bool:
    return record is not None and encode(record).get(str(line.get("field"))) == line.get("new")


def _marks() -> MarkFile:
    return MarkFile(cache_folder() / "marks.json")


def _own_records(entries: Iterable[Entry]) -> dict[str, ArxivRecord]:
    """Return the fetched records that the entries carry themselves; one of another paper than the entry links is of an id of before."""
    found = {}
    for entry in entries:
        record = entry.arxiv
        if entry.links.arxiv and record and record.basis is Basis.FETCHED and record.id in (None, entry.links.arxiv[0]):
            found[entry.links.arxiv[0]] = record
    return found


def _is_bundled(path: Path) -> bool:
    """Whether any file of the catalog is the one that comes with the package, by whatever way it is reached."""
    bundled = bundled_catalog().resolve()
    return any(file.resolve() == bundled for file in catalog_files(path))
