"""Builds the database over an open connection.

Layer: exchange.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice

from ...model.entry import Entry
from ...model.taxonomy import Head, Vocabularies
from ...model.text import printable
from .entry_rows import entry_rows
from .full_text import INDEX, RANKING, indexed_texts
from .rows import Row
from .tables import INDEXES, tables
from .views import VIEWS
from .word_rows import head_rows, positions_of, word_rows

_AT_A_TIME = 500  # entries whose rows are held in memory
_STRICT_SINCE = (3, 37)


def build(connection: sqlite3.Connection, head: Head, vocabularies: Vocabularies, entries: Sequence[Entry]) -> None:
    """Make tables, views and index in the empty database behind `connection`, and fill them.

    Nothing is safe from a crash before the caller has brought the file to disk.
    """
    connection.executescript("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;")
    connection.executescript(tables(strict=sqlite3.sqlite_version_info >= _STRICT_SINCE))
    connection.executescript(INDEX)
    with connection:
        _insert(connection, head_rows(head, vocabularies))
        _insert(connection, word_rows(vocabularies))
        _insert_entries(connection, vocabularies, entries)
        connection.execute("INSERT INTO works_fts (works_fts, rank) VALUES ('rank', ?)", (RANKING,))
        connection.execute("INSERT INTO works_fts (works_fts) VALUES ('optimize')")
    connection.executescript(INDEXES)
    connection.executescript(VIEWS)
    connection.execute("ANALYZE")


def _insert_entries(connection: sqlite3.Connection, vocabularies: Vocabularies, entries: Sequence[Entry]) -> None:
    positions = positions_of(vocabularies)
    numbered = iter(enumerate(entries, start=1))
    while some := list(islice(numbered, _AT_A_TIME)):
        _insert(connection, (row for number, entry in some for row in entry_rows(number, entry, positions)))
        marks = "?, ?, ?, ?, ?, ?, ?, ?"
        columns = "rowid, id, name, title, summary_en, summary_zh, account_en, account_zh"
        texts = ((number, entry.id, *indexed_texts(entry)) for number, entry in some)
        connection.executemany(f"INSERT INTO works_fts ({columns}) VALUES ({marks})", texts)  # noqa: S608 - names of ours


def _insert(connection: sqlite3.Connection, rows: Iterator[Row]) -> None:
    by_table: dict[str, list[tuple[object, ...]]] = {}
    for table, values in rows:
        by_table.setdefault(table, []).append(tuple(printable(value) if isinstance(value, str) else value for value in values))
    for table, held in by_table.items():
        marks = ", ".join("?" * len(held[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", held)  # noqa: S608 - names of ours
