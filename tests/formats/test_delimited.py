"""Tests of CSV and tab-separated text."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from awesome_mm.views.payload import at, flat
from awesome_mm.views.report import Report
from tests.formats.samples import REPORTS, make_reports, make_survey, written

SURVEY = make_survey()
# Neither controls nor Unicode's noncharacters reach any output.
passing = some.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), exclude_characters=[chr(one) for one in range(0xFDD0, 0xFDF0)])
cells = some.text(passing | some.sampled_from('\t\n",; =+-@'), max_size=20)


def report_on(rows: list[list[str]]) -> Report:
    """Return a report whose records are rows of three columns."""
    columns = ("one", "two", "three")
    return Report(payload={}, records=[dict(zip(columns, row, strict=True)) for row in rows], columns=columns, blocks=list)


def rows_of(text: str) -> list[list[str]]:
    """Return the rows of a CSV text."""
    return list(csv.reader(io.StringIO(text, newline="")))


def split_tsv(text: str) -> list[list[str]]:
    """Return the rows of a tab-separated text, as ``cut`` would."""
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")]


@pytest.mark.parametrize("name", REPORTS)
def test_csv_parses_back(name: str) -> None:
    """A header and a row for each record, every cell as flat text."""
    report = make_reports(SURVEY, "en")[name]

    header, *rows = rows_of(written(report, "csv"))

    assert header == list(report.columns)
    assert rows == [[flat(at(record, column)) for column in report.columns] for record in report.records]


@pytest.mark.parametrize("name", REPORTS)
def test_tsv_parses_back(name: str) -> None:
    """A header and a line for each record, with as many cells as there are columns."""
    report = make_reports(SURVEY, "en")[name]

    header, *rows = split_tsv(written(report, "tsv"))

    assert header == list(report.columns)
    assert rows == [[flat(at(record, column)) for column in report.columns] for record in report.records]


@settings(max_examples=100, deadline=None)
@given(rows=some.lists(some.lists(cells, min_size=3, max_size=3), max_size=4))
def test_csv_keeps_every_cell(rows: list[list[str]]) -> None:
    """Commas, quotes, tabs and line feeds inside a value come back from CSV."""
    assert rows_of(written(report_on(rows), "csv"))[1:] == rows


@settings(max_examples=100, deadline=None)
@given(rows=some.lists(some.lists(cells, min_size=3, max_size=3), max_size=4))
def test_tsv_keeps_every_cell_on_its_line(rows: list[list[str]]) -> None:
    """Tabs and line feeds inside a value are spaces in tab-separated text; all else comes back."""
    expected = [[cell.replace("\t", " ").replace("\n", " ") for cell in row] for row in rows]

    assert split_tsv(written(report_on(rows), "tsv"))[1:] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (96.0, "96"),
        (0.1234567, "0.1234567"),
        (3_550_000.0, "3550000"),
        ("a", "a"),
        (["a", "b"], "a; b"),
        ({"name": "ICCV", "year": 2025, "basis": "confirmed"}, "ICCV 2025"),
        ({"name": "ICCV", "year": 2025, "basis": "recalled"}, "ICCV 2025?"),
        ({"en": "text", "zh": "文本"}, "en=text; zh=文本"),
        ([{"id": "a", "n": None}], "id=a; n="),
    ],
)
def test_flat_value(value: object, expected: str) -> None:
    """A value of a payload is one text, without loss of digits."""
    assert flat(value) == expected


def test_header_without_records() -> None:
    """An answer without records is a header."""
    assert written(report_on([]), "tsv") == "one\ttwo\tthree\n"
    assert written(report_on([]), "csv") == "one,two,three\n"
