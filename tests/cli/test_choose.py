"""`choose` from end to end: what it answers in each format, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.formats.registry import FORMATS
from tests.bundled import IDS
from tests.cli.catalogs import table, write_catalog
from tests.commands import call

QUESTION = ("choose", "--input", "images", "--needs", "cpu,endpoint", "--licence", "permissive")


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Return the JSON answer to `choose`, which must succeed without a word on standard error."""
    outcome = call(capsys, "choose", *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


def test_it_names_what_qualifies_and_why_the_others_do_not(capsys: pytest.CaptureFixture[str]) -> None:
    """Each method stands in one of two lists: ranked, or with each criterion it does not meet and what is missing."""
    found = answer(capsys, *QUESTION[1:])

    assert [(one["rank"], one["id"]) for one in found["qualified"]] == [(1, "sharegpt4v")]
    [oasis] = [one for one in found["rejected"] if one["id"] == "oasis"]
    assert (oasis["verdict"], oasis["lacking"]) == ("unknown", ["licence:code=unknown", "licence:prompts=unknown"])
    [evolved] = [one for one in found["rejected"] if one["id"] == "mmevol"]
    assert evolved["criteria"][0]["missing"] == ["captions", "boxes", "qa"]
    assert found["looked_at"] == 1 + len(found["rejected"])
    assert found["looked_at"] + sum(found["not_looked_at"].values()) == len(IDS)


def test_that_nothing_qualifies_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no method qualifies the exit code is 0, and the nearest stand first."""
    found = answer(capsys, *QUESTION[1:], "--output", "qa")

    assert (found["count"], found["qualified"], found["rejected"][0]["id"]) == (0, [], "oasis")


def test_a_limit_is_for_those_that_qualify(capsys: pytest.CaptureFixture[str]) -> None:
    """`--limit` shortens the ranked list; the count is of all, and the rejected stay."""
    whole, short = (answer(capsys, "--needs", "endpoint", *limit) for limit in ((), ("-n", "2")))

    assert short["qualified"] == whole["qualified"][:2]
    assert (short["count"], short["rejected"]) == (whole["count"], whole["rejected"])


def test_filters_narrow_the_question(capsys: pytest.CaptureFixture[str]) -> None:
    """Filters that are no criteria say which works are looked at, as for every command."""
    found = answer(capsys, "--needs", "endpoint", "--category", "editing")
    every = answer(capsys, "--needs", "endpoint")

    assert 0 < found["looked_at"] < every["looked_at"]
    assert found["looked_at"] + found["not_looked_at"]["filtered"] == every["looked_at"]


def test_rows_hold_all_methods(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe each method is a row, those that qualify first."""
    outcome = call(capsys, *QUESTION)

    header, first, second, *_ = (line.split("\t") for line in outcome.out.splitlines())
    assert dict(zip(header, first, strict=True))["verdict"] == "met"
    assert dict(zip(header, second, strict=True))["lacking"] == "licence:code=unknown; licence:prompts=unknown"


@pytest.mark.parametrize("width", ["40", "80", "160"])
def test_a_terminal_gets_both_tables(width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """At any width the method that qualifies stands before the others, and unknown is said to be so."""
    monkeypatch.setenv("COLUMNS", width)

    outcome = call(capsys, *QUESTION, "--format", "table", "--lang", "en")

    assert outcome.out.index("ShareGPT4V") < outcome.out.index("Do not qualify") < outcome.out.index("Oasis")
    assert "unknown" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "nothing to choose by"),
        (("--category", "editing"), "nothing to choose by"),
        (("--input", "imags"), "Near: images"),
        (("--output", "captoins"), "Near: captions"),
        (("--needs", "endpont"), "Near: endpoint"),
        (("--licence", "Apache"), "Near: Apache-2.0"),
        (("--output", ""), "Known are"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a criterion, and with a value that is not known, the exit code is 2, and the message says what would do."""
    outcome = call(capsys, "choose", *arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_catalog_of_nothing_qualifies_nothing(format: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Over a catalog of no entries there is an answer in every format and language."""
    path = write_catalog(tmp_path / "none.toml")

    outcome = call(capsys, "choose", "--needs", "cpu", "--catalog", path, "--format", format, "--lang", language)

    assert (outcome.code, outcome.err) == (0, "")


def test_hostile_text_is_shown_as_it_is_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Markup in a name or a licence is text, and a control character is not passed on."""
    more = r'openness = { code = { state = "released", licence = "[red]X\u001b[31m" } }'
    path = write_catalog(tmp_path / "own.toml", table(name="[bold]Alpha[/]", more=more))

    outcome = call(capsys, "choose", "--licence", "MIT", "--catalog", path, "--format", "table", "--lang", "en")

    assert "[bold]Alpha[/]" in outcome.out
    assert "code: [red]X[31m" in outcome.out
    assert "\x1b" not in outcome.out
