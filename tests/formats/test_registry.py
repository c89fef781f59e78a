"""Tests of the map of formats: each of them writes each answer, and no text of a catalog harms any."""

import io
import json
import re

import pytest

from awesome_mm.formats.registry import AUTO, FORMATS, WRITERS, writer
from awesome_mm.formats.table import write_table
from tests.formats.samples import REPORTS, make_reports, make_survey, written

SURVEY = make_survey()
HOSTILE = {
    "markup": "[bold]x[/] [/nothing] [link=https://evil.example]y[/link] :smile: [[n]] {0} %s",
    "escapes": "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07z\x1b]8;;\x07 \x1b[2J\x00\x07\x08\x0b\x0c\x7f",
    "c1": "\x80\x85\x9b31mred\x9d0;title\x9c",
    "bidi": "\u202eesrever\u202c \u2066iso\u2069 \u200f\u061c\u200b\ufeff",
    "lines": "one\ntwo\r\nthree\rfour\tfive\u2028six\u2029seven",
    "signs": "👩\u200d💻 ❤️ 🇨🇳 e\u0301 中\u0301 |`*_<>\\\"',;=+-@",
}
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("format", WRITERS)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_format_writes_every_answer(format: str, name: str, language: str) -> None:
    """Each format of the map writes something for each answer, and ends it with a line feed."""
    out = written(make_reports(SURVEY, language)[name], format)

    no_records = format == "jsonl" and name == "nothing found"
    assert out.endswith("\n") != no_records


@pytest.mark.parametrize("format", WRITERS)
@pytest.mark.parametrize("attack", HOSTILE)
def test_no_text_of_a_catalog_controls_the_output(format: str, attack: str) -> None:
    """Of hostile text in any place only the printable characters come out, in every format."""
    survey = make_survey(lambda text: f"{text}{HOSTILE[attack]}")
    tabs = "\t" if format in ("csv", "tsv") else ""

    for name, report in make_reports(survey, "en", lambda text: f"{text}{HOSTILE[attack]}").items():
        out = written(report, format, 300)

        assert UNSEEN.findall(out) == [], name
        assert set(out) & {"\t"} <= set(tabs), name


@pytest.mark.parametrize("format", ["json", "jsonl"])
@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_text_comes_back_from_json(format: str, attack: str) -> None:
    """A program gets the text as it stands in the catalog, whatever it holds."""
    report = make_reports(make_survey(lambda text: f"{text}{HOSTILE[attack]}"), "en")["list"]

    parsed = json.loads(written(report, format).split("\n")[0] if format == "jsonl" else written(report, format))

    entry = parsed if format == "jsonl" else parsed["entries"][0]
    assert entry["title"].endswith(HOSTILE[attack])


@pytest.mark.parametrize("format", ["table", "csv", "tsv"])
def test_markup_is_text(format: str) -> None:
    """What looks like rich's markup or an emoji code stands in the answer as it was written."""
    report = make_reports(make_survey(lambda text: f"[bold]{text}[/] :smile:"), "en")["show"]

    out = written(report, format, 300)

    assert "[bold]Alpha[/] :smile:" in out
    assert "😄" not in out


@pytest.mark.parametrize("format", WRITERS)
def test_texts_of_ten_thousand_characters(format: str) -> None:
    """A very long text in any place is written, and in a list shortened."""
    survey = make_survey(lambda text: text + "很长" * 5_000)

    reports = make_reports(survey, "zh")

    assert [name for name, report in reports.items() if report.records and not written(report, format, 80)] == []


def test_a_terminal_gets_a_table() -> None:
    """``auto`` is a table where somebody reads along."""
    assert writer(AUTO, Terminal()) is write_table


def test_a_pipe_gets_tab_separated_text() -> None:
    """``auto`` is tab-separated text where a program reads."""
    out = io.StringIO()

    writer(AUTO, out)(make_reports(SURVEY, "en")["list"], out)

    assert out.getvalue().startswith("id\tkind\tname\ttitle\t")


def test_the_formats_on_offer_are_auto_and_the_map() -> None:
    """Whatever is in the map can be asked for."""
    assert (AUTO, *WRITERS) == FORMATS
