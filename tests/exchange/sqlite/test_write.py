"""A catalog as a database."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_mm.exchange.sqlite import write_sqlite
from awesome_mm.store.catalog_file import DecodedCatalog, load_catalog
from awesome_mm.store.places import bundled_catalog
from tests.factories import make_decoded, make_method, make_text

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def catalog() -> DecodedCatalog:
    """Return the bundled catalog."""
    return load_catalog(bundled_catalog())


@pytest.fixture(scope="module")
def database(catalog: DecodedCatalog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Yield the bundled catalog as a database."""
    path = tmp_path_factory.mktemp("sqlite") / "survey.db"
    write_sqlite(path, catalog.head, catalog.vocabularies, catalog.entries)
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def found(database: sqlite3.Connection, query: str) -> set[str]:
    """Return the ids of the works that a full-text query finds."""
    return {row[0] for row in database.execute("SELECT entry FROM works_fts WHERE works_fts MATCH ?", (query,))}


def test_every_fact_has_its_row(catalog: DecodedCatalog, database: sqlite3.Connection) -> None:
    """Rows are as many as the catalog has entries, authors, figures and so on, and keys hold."""
    counts = {
        "entries": len(catalog.entries),
        "authors": sum(len(entry.authors) for entry in catalog.entries),
        "figures": sum(len(entry.figures) for entry in catalog.entries),
        "results": sum(len(entry.results) for entry in catalog.entries),
        "disputes": sum(len(entry.disputes) for entry in catalog.entries),
        "stages": sum(len(list(entry.walk_stages())) for entry in catalog.entries),
        "categories": len(catalog.vocabularies.category),
        "works": len(catalog.entries),
    }

    assert {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in counts} == counts
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_is_unknown_is_null(database: sqlite3.Connection) -> None:
    """No column of an entry is an empty text."""
    columns = [row[1] for row in database.execute("PRAGMA table_info(entries)")]

    assert [one for one in columns if database.execute(f"SELECT count(*) FROM entries WHERE {one} = ''").fetchone()[0]] == []


def test_works_are_found_by_name_title_and_chinese_words(catalog: DecodedCatalog, database: sqlite3.Connection) -> None:
    """A word of two Chinese characters is found as it is typed, as is one of four."""
    for entry in catalog.entries:
        word = re.findall(r"[A-Za-z0-9]{3,}", entry.title)[0]
        chinese = re.findall(r"[\u3400-\u9fff]{2}", entry.summary.said("zh") if entry.summary else "")[0]
        assert entry.id in found(database, f'"{entry.name}"')
        assert entry.id in found(database, word)
        assert entry.id in found(database, chinese)
    assert found(database, "图像编辑") <= found(database, "编辑")


def test_the_examples_of_the_documents_answer(database: sqlite3.Connection) -> None:
    """Each query in docs/sqlite.md runs and finds something."""
    queries = re.findall(r"```sql\n(.*?)```", (ROOT / "docs/sqlite.md").read_text(encoding="utf-8"), re.DOTALL)

    assert len(queries) >= 5
    for query in queries:
        assert database.execute(query).fetchall(), query


def test_hostile_text_is_stored_as_it_is(tmp_path: Path) -> None:
    """Quotes and signs of SQL are text."""
    decoded = make_decoded(make_method("alpha", title="x'); DROP TABLE entries; --", summary=make_text('"; \\', None)))
    path = tmp_path / "a.db"
    write_sqlite(path, decoded.head, decoded.vocabularies, decoded.entries)

    connection = sqlite3.connect(path)
    assert connection.execute("SELECT title FROM entries").fetchall() == [("x'); DROP TABLE entries; --",)]
    connection.close()


def test_a_database_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """The same catalog gives the same rows, and nothing is left beside the file."""
    decoded = make_decoded(make_method("alpha"))
    path = tmp_path / "a.db"
    for _ in range(2):
        write_sqlite(path, decoded.head, decoded.vocabularies, decoded.entries)

    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT id FROM entries").fetchall() == [("alpha",)]
    connection.close()
