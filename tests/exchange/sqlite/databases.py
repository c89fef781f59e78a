"""Databases to look into."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from awesome_mm.exchange.sqlite import write_sqlite
from awesome_mm.model.entry import Entry
from tests.factories import make_decoded

Rows = list[tuple[object, ...]]


def write(path: Path, *entries: Entry) -> Path:
    """Write a small catalog of `entries` at `path`."""
    decoded = make_decoded(*entries)
    write_sqlite(path, decoded.head, decoded.vocabularies, decoded.entries)
    return path


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database at `path`, and close it after."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def rows(path: Path, query: str, *values: object) -> Rows:
    """Return what `query` answers at `path`."""
    with opened(path) as connection:
        return connection.execute(query, values).fetchall()


def found(path: Path, words: str) -> list[object]:
    """Return the ids of the works that `words` find, best first."""
    return [one for (one,) in rows(path, "SELECT id FROM works_fts WHERE works_fts MATCH ? ORDER BY rank", words)]
