"""Tests of where things lie."""

from pathlib import Path

import pytest

from awesome_mm.views.blocks import Cell, Table
from awesome_mm.views.places import where_report


@pytest.mark.parametrize(("language", "states"), [("en", ["there", "not there yet"]), ("zh", ["存在", "尚不存在"])])
def test_places_say_whether_they_exist(tmp_path: Path, language: str, states: list[str]) -> None:
    """Each place has its path and whether anything is there."""
    report = where_report("2026-01-02", {"catalog": tmp_path, "cache": tmp_path / "none"}, language)

    [table] = report.blocks()

    assert isinstance(table, Table)
    assert [row[1:] for row in table.rows] == [
        [str(tmp_path), Cell(states[0], "quiet")],
        [str(tmp_path / "none"), Cell(states[1], "quiet")],
    ]


def test_programs_get_paths_by_name(tmp_path: Path) -> None:
    """The payload holds each path under its name."""
    report = where_report("2026-01-02", {"catalog": tmp_path}, "en")

    assert report.payload["catalog"] == str(tmp_path)
    assert report.records == [{"what": "catalog", "path": str(tmp_path), "exists": True}]
