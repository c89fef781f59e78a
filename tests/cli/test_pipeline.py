"""`pipeline` from end to end."""

import json
from pathlib import Path

import pytest

from awesome_mm.cli.pipeline import MORE_FORMATS
from awesome_mm.formats.registry import WRITERS
from tests.bundled import decoded
from tests.cli.catalogs import table, write_catalog
from tests.commands import call


def test_several_entries_stand_one_after_another(capsys: pytest.CaptureFixture[str]) -> None:
    """Each pipeline has its work's name above it."""
    outcome = call(capsys, "pipeline", "mmevol", "Oasis", "--format", "table", "--lang", "en")

    assert outcome.code == 0
    assert [line for line in outcome.out.splitlines() if line[:1].isalpha()] == ["MMEvol", "Oasis"]


def test_an_entry_without_stages_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """It says so, and programs get no stages."""
    told = call(capsys, "pipeline", "mmbench", "--format", "table", "--lang", "en")
    found = json.loads(call(capsys, "pipeline", "mmbench", "--json").out)

    assert (told.code, told.out) == (0, "MMBench\nNo stages are known.\n")
    assert found["entries"][0]["stages"] == []


def test_an_unknown_entry_names_the_near_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is that of every command that finds no entry."""
    outcome = call(capsys, "pipeline", "oasys", "--format", "mermaid")

    assert outcome.code == 4
    assert "Oasis" in outcome.err
    assert outcome.out == ""


def test_an_unknown_format_names_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    """Diagrams are among the formats that are offered."""
    outcome = call(capsys, "pipeline", "oasis", "--format", "svg")

    assert outcome.code == 2
    assert "mermaid, dot" in outcome.err


def test_several_entries_make_one_diagram(capsys: pytest.CaptureFixture[str]) -> None:
    """One flowchart or graph holds them all, each in a frame."""
    flowchart = call(capsys, "pipeline", "bee", "mmbench", "--format", "mermaid").out
    graph = call(capsys, "pipeline", "bee", "mmbench", "--format", "dot").out

    assert flowchart.count("flowchart") == graph.count("digraph") == 1
    assert 'subgraph e__mmbench ["MMBench"]' in flowchart
    assert "subgraph cluster_e__mmbench {" in graph


@pytest.mark.parametrize("format", [*WRITERS, *MORE_FORMATS])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_entry_in_every_format(format: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole catalog is written in each format and language."""
    outcome = call(capsys, "pipeline", *(entry.id for entry in decoded().entries), "--format", format, "--lang", language)

    assert (outcome.code, outcome.err) == (0, "")
    assert "short-verify" in outcome.out.replace("short_verify", "short-verify") or "3.4" in outcome.out


def test_hostile_names_stay_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters are gone, and what is syntax in a diagram is text in it."""
    stage = (
        '[[method.alpha.stages]]\nid = "end"\nname = "\\u001b[31m\\"]; end\\u202e %%{init: {}}%% <script>"\naction = "generate"\n'
        'source = "list"\nlocator = "unknown"\nstatus = "unverified"\nroutes = [{ when = "x|\\" -- y", to = "drop" }]\n'
    )
    path = write_catalog(tmp_path / "own.toml", '[action.generate]\nname = "generate"\n', table(more=stage))

    outputs = {name: call(capsys, "pipeline", "alpha", "--catalog", path, "--format", name).out for name in ("table", *MORE_FORMATS)}

    assert all("\x1b" not in out and "\u202e" not in out for out in outputs.values())
    assert "#34;]; end #37;#37;#123;init#58; #123;#125;#125;#37;#37; #60;script#62;" in outputs["mermaid"].replace("<br/>", " ")
    assert '\\"]; end %%{init: {}}%% <script>' in outputs["dot"].replace("\\n", " ")
