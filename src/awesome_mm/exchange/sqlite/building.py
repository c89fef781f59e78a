"""Builds the database over an open connection.

Layer: exchange.
"""

import sqlite3
from collections.abc import Sequence

from ...model.entry import Entry
from ...model.taxonomy import Head, Vocabularies
from .rows import Row, entry_rows, head_rows, search_row
from .schema import TABLES, VIEWS


def build(connection: sqlite3.Connection, head: Head, vocabularies: Vocabularies, entries: Sequence[Entry]) -> None:
    """Make tables and views and fill them, in one transaction."""
    connection.executescript("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")
    connection.executescript(TABLES)
    rows: dict[str, list[Row]] = {}
    for row in head_rows(head, vocabularies):
        rows.setdefault(row[0], []).append(row)
    for position, entry in enumerate(entries):
        for row in entry_rows(position, entry, vocabularies):
            rows.setdefault(row[0], []).append(row)
    with connection:
        for table, held in rows.items():
            marks = ", ".join("?" * len(held[0][1]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", [values for _, values in held])  # noqa: S608 - names of ours
        connection.executemany("INSERT INTO search_texts VALUES (?, ?, ?, ?, ?)", map(search_row, entries))
        connection.execute("INSERT INTO works_fts (works_fts) VALUES ('rebuild')")
        connection.execute("INSERT INTO works_fts (works_fts) VALUES ('optimize')")
    connection.executescript(VIEWS)
