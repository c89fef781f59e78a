"""`recipe` from end to end."""

import json
import tomllib

import pytest

from awesome_mm.cli.recipe import MORE_FORMATS
from awesome_mm.formats.registry import WRITERS
from tests.bundled import decoded
from tests.commands import call


def test_the_text_has_thresholds_and_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    """The gate of Oasis stands with its five conditions, and what nobody says as unknown."""
    outcome = call(capsys, "recipe", "oasis", "--format", "table", "--lang", "en")

    assert outcome.code == 0
    assert "· solvability + clarity  at least 7" in outcome.out
    assert "Models      unknown" in outcome.out


def test_toml_is_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Both formats hold the same data."""
    written = call(capsys, "recipe", "bee", "--format", "toml").out

    assert tomllib.loads(written) == json.loads(call(capsys, "recipe", "bee", "--json").out)["recipe"]


def test_an_entry_without_stages_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """It says so, and programs get no stages."""
    told = call(capsys, "recipe", "mmbench", "--format", "table", "--lang", "zh")

    assert told.code == 0
    assert told.out.endswith("没有已知的流程阶段。\n")
    assert tomllib.loads(call(capsys, "recipe", "mmbench", "--format", "toml").out)["stages"] == []


@pytest.mark.parametrize(("arguments", "code"), [(("oasys",), 4), (("oasis", "--format", "dot"), 2), (("oasis", "bee"), 2), ((), 2)])
def test_what_is_wrong_is_said(arguments: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """One entry that there is, in a format that there is."""
    outcome = call(capsys, "recipe", *arguments)

    assert outcome.code == code
    assert outcome.err


@pytest.mark.usefixtures("one_cache")
@pytest.mark.parametrize("format", [*WRITERS, *MORE_FORMATS])
@pytest.mark.parametrize("entry_id", [entry.id for entry in decoded().entries])
def test_every_entry_in_every_format(entry_id: str, format: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each recipe is written in each format, in both languages."""
    for language in ("en", "zh"):
        outcome = call(capsys, "recipe", entry_id, "--format", format, "--lang", language)

        assert (outcome.code, outcome.err) == (0, "")
