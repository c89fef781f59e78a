"""Tests of ``export`` as a user calls it."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.commands import call


@pytest.fixture
def catalog(tmp_path: Path) -> str:
    """Return a catalog of two entries."""
    return write_catalog(tmp_path / "catalog.toml", table("alpha"), table("beta"))


def test_bibtex_is_the_default(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a format and a file all works go to standard output as BibTeX."""
    outcome = call(capsys, "export", "--catalog", catalog)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.count("@misc{") == 2


def test_entries_and_filters_choose(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Works are named as in show, filters leave out the others."""
    named = call(capsys, "export", "Beta", "--catalog", catalog, "--format", "csl-json")
    none = call(capsys, "export", "Beta", "--year", "1990", "--catalog", catalog, "--format", "csl-json")

    assert [item["title"] for item in json.loads(named.out)] == ["Beta: A Method for Making Data"]
    assert json.loads(none.out) == []


def test_a_file_is_written_and_named(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer says what was written and how much."""
    out = tmp_path / "refs.ris"
    outcome = call(capsys, "export", "--catalog", catalog, "--format", "ris", "--out", str(out), "--json")

    assert json.loads(outcome.out) == {
        "schema_version": 1,
        "as_of": "2026-01-02",
        "format": "ris",
        "written": [str(out)],
        "count": 2,
        "entries": ["alpha", "beta"],
    }
    assert out.read_bytes().count(b"ER  - \r\n") == 2


def test_a_database_is_written(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It holds what was chosen."""
    out = tmp_path / "survey.db"
    outcome = call(capsys, "export", "beta", "--catalog", catalog, "--format", "sqlite", "--out", str(out))

    connection = sqlite3.connect(out)
    assert outcome.code == 0
    assert connection.execute("SELECT id FROM works").fetchall() == [("beta",)]
    connection.close()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "table"), "--format: 'table' is not known."),
        (("--format", "sqlite"), "--format sqlite writes a file, and none is named."),
        (("--json",), "--json tells what was written to a file, and none is named."),
    ],
)
def test_wrong_usage_is_refused(arguments: tuple[str, ...], message: str, catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be done is said, with exit code 2."""
    outcome = call(capsys, "export", "--catalog", catalog, *arguments)

    assert outcome.code == 2
    assert message in outcome.err


def test_a_folder_is_no_file(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written into it."""
    outcome = call(capsys, "export", "--catalog", catalog, "--out", str(tmp_path))

    assert outcome.code == 2
    assert "is a folder" in outcome.err
