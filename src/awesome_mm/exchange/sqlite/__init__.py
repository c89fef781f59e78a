"""A catalog as an SQLite database: tables for what is known, views for what is asked, a full-text index in English and Chinese.

Layer: exchange. What is unknown is NULL.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import WriteFailed

if TYPE_CHECKING:
    import sqlite3

    from ...model.entry import Entry
    from ...model.taxonomy import Head, Vocabularies


def write_sqlite(path: Path, head: "Head", vocabularies: "Vocabularies", entries: "Sequence[Entry]") -> None:
    """Write `entries` as a database in the place of the file at `path` (or behind it, where it is a link), which keeps its permissions.

    Whoever looks meanwhile, and whoever comes after a crash, finds the old file or the new one.

    Raises:
        WriteFailed: this Python's SQLite has no full-text search, the old database is in use, or SQLite could not write.
        OSError: the file could not be put in its place; then the old one is as it was.
    """
    import sqlite3

    path = path.resolve()
    _refuse_while_in_use(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.unlink(missing_ok=True)
        _build_at(temporary, head, vocabularies, entries)
        with suppress(OSError):
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except sqlite3.Error as error:
        raise explained(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _build_at(path: Path, head: "Head", vocabularies: "Vocabularies", entries: "Sequence[Entry]") -> None:
    import sqlite3

    from .building import build

    connection = sqlite3.connect(path)
    try:
        build(connection, head, vocabularies, entries)
    finally:
        connection.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _refuse_while_in_use(path: Path) -> None:
    """Raise where SQLite keeps changes to the old database beside it: it would play them into the new one, and ruin it."""
    for suffix in ("-wal", "-journal"):
        beside = path.with_name(path.name + suffix)
        if beside.exists() and beside.stat().st_size:
            fix = f"Close the program that has it open. If there is none, open it once with sqlite3, or remove {beside.name}."
            raise WriteFailed(f"{path}: unfinished changes lie beside it, in {beside.name}.", fix)


def explained(path: Path, error: "sqlite3.Error") -> WriteFailed:
    """Return what `error` means for who wanted the database at `path`."""
    missing = "no such module" in str(error)
    fix = "Use a Python whose SQLite has FTS5." if missing else "Check space and permissions."
    return WriteFailed(f"{path}: the database could not be written ({error}).", fix)
