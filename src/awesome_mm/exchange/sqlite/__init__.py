"""A catalog as an SQLite database: tables for what is known, views for what is asked, a full-text index in English and Chinese.

Layer: exchange. What is unknown is NULL.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import WriteFailed

if TYPE_CHECKING:
    from ...model.entry import Entry
    from ...model.taxonomy import Head, Vocabularies


def write_sqlite(path: Path, head: "Head", vocabularies: "Vocabularies", entries: "Sequence[Entry]") -> None:
    """Write `entries` as a database in the place of the file at `path`, which stays as it was where anything fails.

    Raises:
        WriteFailed: this Python's SQLite has no full-text search, or the file could not be written.
    """
    import sqlite3

    from .building import build

    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.unlink(missing_ok=True)
        connection = sqlite3.connect(temporary)
        try:
            build(connection, head, vocabularies, entries)
        finally:
            connection.close()
        temporary.replace(path)
    except sqlite3.Error as error:
        missing = "no such module: fts5" in str(error)
        fix = "Use a Python whose SQLite has FTS5." if missing else "Check space and permissions."
        raise WriteFailed(f"{path}: the database could not be written ({error}).", fix) from error
    finally:
        temporary.unlink(missing_ok=True)
