"""`estimate` from end to end: what it answers in each format, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.formats.registry import FORMATS, LINE_FORMATS
from tests.bundled import IDS, entries_by_id
from tests.cli.catalogs import table, write_catalog
from tests.commands import call

FIGURES = ("--keep", "extract=0.6,gate=50%", "--calls", "answer=1", "--tokens", "in=1200,out=300")
STAGES = """
[[method.alpha.stages]]
id = "write"
name = { en = "[bold]Write\\u001b[31m", zh = "写" }
action = "filter"
routes = [{ when = { en = "[red]fine\\u001b[0m", zh = "好" }, to = "keep" }, { when = { en = "bad", zh = "坏" }, to = "drop" }]
source = "list"
locator = "unknown"
status = "unverified"
"""
ACTION = '[action.filter]\nname = { en = "filter", zh = "过滤" }\n'
WITH_STAGES = [one for one in IDS if entries_by_id()[one].stages]


def answer(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> Any:
    """Return the JSON answer to an estimate that ends with `code`."""
    outcome = call(capsys, "estimate", *arguments, "--json")
    assert (outcome.code, outcome.err) == (code, "")
    return json.loads(outcome.out)


def test_it_multiplies_out(capsys: pytest.CaptureFixture[str]) -> None:
    """With all figures each amount is there, and the totals are the sums of the stages; the exit code is 0."""
    found = answer(capsys, 0, "oasis", "--samples", "1K", *FIGURES, "--price", "in=2.5,out=10", "--rate", "60")

    assert (found["complete"], found["missing"]) == (True, [])
    assert found["totals"] == {
        "calls": 4700,
        "tokens_in": 5_640_000,
        "tokens_out": 1_410_000,
        "money": 28.2,
        "days": pytest.approx(4700 / 60 / 60 / 24),
        "kept": 300,
    }
    assert sum(stage["calls"] for stage in found["stages"]) == 4700


def test_what_is_missing_is_named_with_its_option(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a figure is unknown it is null, so is all that depends on it, and the exit code is 1."""
    found = answer(capsys, 1, "oasis", "--samples", "1000", *FIGURES[2:])

    stages = {stage["stage"]: stage for stage in found["stages"]}
    assert [stages[name]["calls"] for name in ("hook", "extract", "clarity", "gate", "answer")] == [1000, 1000, None, 0, None]
    assert [found["totals"][name] for name in ("calls", "tokens_in", "kept")] == [None, None, None]
    assert [(one["stage"], one["what"], one["option"]) for one in found["missing"]] == [
        ("extract", "keep", "--keep extract=SHARE"),
        ("gate", "keep", "--keep gate=SHARE"),
    ]
    assert "an instruction is found" in found["missing"][0]["why"]["en"]
    assert found["missing"][0]["why"]["zh"].startswith("未被丢弃的占比：")


def test_money_and_time_are_asked_for_by_their_options(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a price there is no money, and without a rate no time; neither is missing."""
    found = answer(capsys, 0, "oasis", "--samples", "1000", *FIGURES)

    assert {"money", "days"} & (found["totals"].keys() | found["stages"][0].keys()) == set()


@pytest.mark.parametrize("format", LINE_FORMATS)
def test_rows_leave_what_is_missing_to_standard_error(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain rows are the stages; what is needed is said beside them."""
    outcome = call(capsys, "estimate", "oasis", "--samples", "1000", "--format", format, "--lang", "en")

    assert outcome.code == 1
    assert outcome.err.splitlines()[2] == "--calls answer=N: no model is named; how often is one called for a sample (0: never)"
    assert "SHARE" not in outcome.out


@pytest.mark.usefixtures("one_cache")
@pytest.mark.parametrize("entry_id", WITH_STAGES)
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_entry_is_estimated(entry_id: str, format: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each bundled pipeline has an answer without any figure, in every format and language."""
    outcome = call(capsys, "estimate", entry_id, "--samples", "1000", "--format", format, "--lang", language)

    assert outcome.code in (0, 1)
    assert outcome.out


@pytest.mark.parametrize("width", ["40", "80", "160"])
def test_a_terminal_gets_stages_totals_and_options(width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """At any width the stages, the total and the options that are needed stand there, unknown amounts as unknown."""
    monkeypatch.setenv("COLUMNS", width)

    outcome = call(capsys, "estimate", "oasis", "--samples", "1000", "--format", "table", "--lang", "en")

    places = [outcome.out.index(text) for text in ("hook", "unknown", "Total", "Needed to know the rest", "--keep", "--calls answer=N")]
    assert outcome.code == 1
    assert max(map(len, outcome.out.splitlines())) <= int(width)
    assert places[1:] == sorted(places[1:]) or width == "40"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("oasis",), 2, "--samples"),
        (("oasis", "--samples", "-1"), 2, "'-1' is not a number"),
        (("oasis", "--samples", "1000", "--keep", "extract=nan"), 2, "'nan' is not a share"),
        (("oasis", "--samples", "1000", "--keep", "extract=1.5"), 2, "'1.5' is not a share"),
        (("oasis", "--samples", "1000", "--keep", "extrct=0.5"), 2, "Near: extract."),
        (("oasis", "--samples", "1000", "--calls", "answer=1,answer=2"), 2, "answer is given twice"),
        (("oasis", "--samples", "1000", "--tokens", "in=5"), 2, "does not say both in and out"),
        (("oasis", "--samples", "1000", "--price", "in=inf,out=1"), 2, "'inf' is not a number"),
        (("oasis", "--samples", "1000", "--rate", "0"), 2, "--rate: at 0 calls"),
        (("oasis", "--samples", "1000", "--route", "extract:answer=1"), 2, "Known are scoring."),
        (("oasys", "--samples", "1000"), 4, "Near: Oasis"),
        (("mmbench", "--samples", "1000"), 4, "No pipeline of MMBench is known."),
    ],
)
def test_how_it_refuses(arguments: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad figure is wrong usage, and what is no entry, or has no pipeline, has nothing to estimate; both say what would do."""
    outcome = call(capsys, "estimate", *arguments)

    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err


@pytest.mark.parametrize("format", ["table", "tsv"])
def test_hostile_text_is_shown_as_it_is_or_not_at_all(format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Markup in what a route says is text, and a control character is not passed on."""
    path = write_catalog(tmp_path / "own.toml", ACTION, table(), STAGES)

    outcome = call(capsys, "estimate", "alpha", "--samples", "5", "--catalog", path, "--format", format, "--lang", "en")

    assert outcome.code == 1
    assert "[red]fine[0m → keep" in outcome.out + outcome.err
    assert "\x1b" not in outcome.out + outcome.err
