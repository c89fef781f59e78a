"""Tests of JSON and JSON lines."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from awesome_mm.views.report import Report
from tests.formats.samples import REPORTS, make_reports, make_survey, written

SURVEY = make_survey()
values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False) | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=8,
)
MOVES_TEXT = {*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF}


def report_on(*records: dict[str, object]) -> Report:
    """Return a report whose payload and records are plain data."""
    return Report(payload={"records": list(records)}, records=records, columns=(), blocks=list)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_json_is_the_payload(name: str, language: str) -> None:
    """JSON, parsed, is the payload, whole and in order."""
    report = make_reports(SURVEY, language)[name]

    parsed = json.loads(written(report, "json"))

    assert json.dumps(parsed) == json.dumps(report.payload)
    assert list(parsed)[:2] == ["schema_version", "as_of"]


@pytest.mark.parametrize("name", REPORTS)
def test_jsonl_is_one_object_a_line(name: str) -> None:
    """Each line of JSON lines, parsed, is a record."""
    report = make_reports(SURVEY, "en")[name]

    lines = written(report, "jsonl").split("\n")

    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == list(report.records)


def test_json_is_in_utf_8() -> None:
    """Chinese text stands in JSON as itself."""
    assert '"字节跳动"' in written(report_on({"name": "字节跳动"}), "json")


@settings(max_examples=100, deadline=None)
@given(record=some.dictionaries(some.text(), values, max_size=4))
def test_any_record_comes_back(record: dict[str, object]) -> None:
    """Whatever the text of a record, both formats parse to it, and JSON lines keep it on one line."""
    report = report_on(record)

    assert json.loads(written(report, "json"))["records"] == [record]
    [line, nothing] = written(report, "jsonl").split("\n")
    assert json.loads(line) == record
    assert nothing == ""


@settings(max_examples=100, deadline=None)
@given(text=some.text(some.characters(max_codepoint=0x20FF)))
def test_no_character_moves_the_cursor(text: str) -> None:
    """Control characters and direction marks are written as escapes."""
    out = written(report_on({"text": text}), "jsonl")

    assert {ord(character) for character in out.removesuffix("\n")} & MOVES_TEXT == set()
