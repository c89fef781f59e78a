"""How a database comes to its place."""

import sqlite3
from pathlib import Path

import pytest

from awesome_mm.errors import WriteFailed
from awesome_mm.exchange.sqlite import explained
from tests.exchange.sqlite.databases import found, opened, rows, write
from tests.factories import make_method, make_text


def test_a_database_takes_the_place_of_the_file_before(tmp_path: Path) -> None:
    """It is there whole, and nothing is left beside it."""
    path = tmp_path / "a.db"
    write(path, make_method("alpha"))
    write(path, make_method("beta"))

    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]
    assert rows(path, "SELECT id FROM entries") == [("beta",)]


def test_the_same_catalog_gives_the_same_rows(tmp_path: Path) -> None:
    """Two databases of one catalog hold the same, word for word."""
    entries = (make_method("alpha"), make_method("beta"))
    dumps = []
    for name in ("a.db", "b.db"):
        with opened(write(tmp_path / name, *entries)) as connection:
            dumps.append(list(connection.iterdump()))

    assert dumps[0] == dumps[1]


def test_a_link_and_the_permissions_of_its_file_stay(tmp_path: Path) -> None:
    """The file behind a link is written, and who may read it may read it after."""
    real, link = tmp_path / "real.db", tmp_path / "link.db"
    real.touch()
    real.chmod(0o640)
    link.symlink_to(real)

    write(link, make_method("alpha"))

    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert rows(real, "SELECT id FROM entries") == [("alpha",)]


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    """The file may lie in a folder that is not there yet, as with the other formats."""
    path = write(tmp_path / "new" / "folder" / "a.db", make_method("alpha"))

    assert rows(path, "SELECT id FROM entries") == [("alpha",)]


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_a_database_with_unfinished_changes_is_left_alone(suffix: str, tmp_path: Path) -> None:
    """What SQLite keeps beside the old database would be played into the new one."""
    path = write(tmp_path / "a.db", make_method("alpha"))
    old = path.read_bytes()
    (tmp_path / f"a.db{suffix}").write_bytes(b"changes")

    with pytest.raises(WriteFailed, match="unfinished changes lie beside it"):
        write(path, make_method("beta"))

    assert path.read_bytes() == old


def test_where_writing_fails_the_old_file_stays(tmp_path: Path) -> None:
    """An entry that SQLite cannot hold leaves the old database as it was, and nothing beside it."""
    path = write(tmp_path / "a.db", make_method("alpha"))
    old = path.read_bytes()

    with pytest.raises(WriteFailed, match="UNIQUE constraint failed"):
        write(path, make_method("beta"), make_method("beta"))

    assert path.read_bytes() == old
    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]


def test_a_folder_in_its_place_stays(tmp_path: Path) -> None:
    """A folder is not replaced, and nothing is left beside it."""
    (tmp_path / "a.db").mkdir()

    with pytest.raises(IsADirectoryError):
        write(tmp_path / "a.db", make_method("alpha"))

    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]


def test_a_missing_module_of_sqlite_is_explained(tmp_path: Path) -> None:
    """What SQLite says of a module it lacks becomes the advice to use another Python."""
    with opened(tmp_path / "a.db") as connection, pytest.raises(sqlite3.OperationalError) as failure:
        connection.execute("CREATE VIRTUAL TABLE lacking USING fts99(words)")

    assert explained(Path("a.db"), failure.value).fix == "Use a Python whose SQLite has FTS5."


def test_signs_of_sql_are_stored_as_they_are(tmp_path: Path) -> None:
    """Quotes and signs of SQL are text, and what stands after them is found."""
    title = "x'); DROP TABLE entries; -- afterwards"
    path = write(tmp_path / "a.db", make_method("alpha", title=title, summary=make_text('"; \\', "图像编辑")))

    assert rows(path, "SELECT title, summary_en, summary_zh FROM entries") == [(title, '"; \\', "图像编辑")]
    assert found(path, "afterwards") == found(path, "编辑") == ["alpha"]


def test_control_characters_do_not_reach_the_file(tmp_path: Path) -> None:
    """The sqlite3 shell would pass them on to the terminal; what stands around them stays, on its lines, and is found."""
    account = make_text("one\x1b[2J\ntwo\0 afterwards", "图像\0编辑")
    path = write(tmp_path / "a.db", make_method("alpha", title="red\u202e", aliases=("A\x1b", "A"), account=account))

    assert rows(path, "SELECT title, account_en, account_zh FROM entries") == [("red", "one[2J\ntwo afterwards", "图像编辑")]
    assert rows(path, "SELECT alias FROM aliases") == [("A",)]
    assert found(path, "afterwards") == found(path, "图像编辑") == ["alpha"]


def test_an_account_of_megabytes_is_stored_and_found(tmp_path: Path) -> None:
    """A text of any length is held whole; its words are found in both languages."""
    account = make_text("filler words " * 400_000 + "needle", "文" * 100_000 + "合成" * 100_000)
    path = write(tmp_path / "a.db", make_method("alpha", account=account))

    assert rows(path, "SELECT length(account_en), length(account_zh) FROM entries") == [(5_200_006, 300_000)]
    assert found(path, "needle") == found(path, "合成") == ["alpha"]
