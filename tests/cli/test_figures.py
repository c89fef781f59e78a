"""`stats --figure` from end to end: the numbers it says, and the files it writes."""

import csv
import io
import json
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from awesome_mm.services.figures.registry import FIGURES
from tests.bundled import IDS
from tests.cli.catalogs import write_catalog
from tests.commands import call, spawn


def refused(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> dict[str, str]:
    """Return the error of a call that ends with `code` and prints nothing."""
    outcome = call(capsys, "--json", "stats", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    error: dict[str, str] = json.loads(outcome.err)["error"]
    assert error["fix"]
    return error


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_its_numbers(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Each figure answers in JSON with ids of the catalog, and says as much in rows."""
    answer = json.loads(call(capsys, "stats", "--figure", name, "--json").out)
    rows = list(csv.DictReader(io.StringIO(call(capsys, "stats", "--figure", name, "--format", "csv").out)))

    points = [point for series in answer["series"] for point in series["points"]]
    assert (answer["figure"], answer["works"]) == (name, 51)
    assert {one for point in points for one in point["ids"]} <= set(IDS)
    assert [row["key"] for row in rows] == [point["key"] for point in points] + [one["reason"] for one in answer["left_out"]]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("format", ["table", "markdown", "tsv", "jsonl"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_figure_in_every_format(capsys: pytest.CaptureFixture[str], name: str, format: str, language: str) -> None:
    """Each figure is written in every format, in either language."""
    outcome = call(capsys, "stats", "--figure", name, "--format", format, "--lang", language)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out


def test_filters_reach_the_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """Only works that the filters admit are counted."""
    answer = json.loads(call(capsys, "stats", "--figure", "timeline", "--category", "editing", "--json").out)
    listed = json.loads(call(capsys, "list", "--category", "editing", "--json").out)

    assert answer["works"] == listed["count"]
    assert {one for series in answer["series"] for one in series["ids"]} <= {entry["id"] for entry in listed["entries"]}


def test_a_drawing_says_its_numbers_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The file holds the figure, standard output its numbers with their ids, standard error where it is."""
    path = tmp_path / "new" / "figure.svg"

    outcome = call(capsys, "stats", "--figure", "openness", "--out", str(path), "--json")

    assert outcome.code == 0
    assert json.loads(outcome.out)["figure"] == "openness"
    assert str(path) in outcome.err
    assert ElementTree.fromstring(path.read_bytes()).tag.endswith("svg")


def test_the_taxonomy_in_latex(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """LaTeX goes to standard output or into a file, the same text, citing by the keys that export writes."""
    path = tmp_path / "taxonomy.tex"

    shown = call(capsys, "stats", "--figure", "taxonomy", "--format", "latex").out
    written = call(capsys, "stats", "--figure", "taxonomy", "--format", "latex", "--out", str(path))

    assert written.out == ""
    assert path.read_text(encoding="utf-8") == shown
    keys = [line.partition("{")[2].rstrip(",") for line in call(capsys, "export").out.splitlines() if line.startswith("@")]
    assert len(keys) == 51
    assert all(f"\\cite{{{key}}}" in shown for key in keys)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--figure", "timelin"), "timelin"),
        (("--figure", ""), "--figure"),
        (("--out", "x.svg"), "--figure"),
        (("--figure", "matrix", "--out", "x.jpg"), ".svg, .pdf, .png"),
        (("--figure", "matrix", "--out", "x"), ".svg, .pdf, .png"),
        (("--figure", "matrix", "--out", ""), ".svg, .pdf, .png"),
        (("--figure", "matrix", "--out", "x.tex"), ".svg, .pdf, .png"),
        (("--figure", "models", "--year", "1990", "--out", "x.svg"), "; 0 works."),
        (("--figure", "models", "--category", "think-with-image", "--out", "x.svg"), "1 work. Left out: 1 "),
        (("--figure", "taxonomy", "--year", "1990", "--out", "x.tex"), "nothing to draw"),
    ],
)
def test_wrong_usage(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    """What does not go together, or has nothing to show, is refused with a remedy, and nothing is written."""
    monkeypatch.chdir(tmp_path)

    error = refused(capsys, 2, *arguments)

    assert said in error["message"] + error["fix"]
    assert list(tmp_path.glob("x*")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "latex"), "--figure"),
        (("--figure", "matrix", "--format", "latex"), "taxonomy"),
        (("--figure", "taxonomy", "--format", "latex", "--out", "x.svg"), ".tex"),
    ],
)
def test_wrong_usage_of_latex(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    """Only the taxonomy is written in LaTeX, and only into a file for it."""
    outcome = call(capsys, "stats", *arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_a_folder_is_no_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder in the place of the file is refused."""
    (tmp_path / "x.svg").mkdir()

    assert "folder" in refused(capsys, 2, "--figure", "matrix", "--out", str(tmp_path / "x.svg"))["message"]


def test_a_place_that_cannot_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file below another file cannot be made: exit code 6."""
    (tmp_path / "file").write_text("")

    assert refused(capsys, 6, "--figure", "openness", "--out", str(tmp_path / "file" / "x.svg"))["code"] == "write-failed"


def test_a_file_that_is_there_keeps_its_permissions(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A drawing takes the place of an older one, whole."""
    path = tmp_path / "x.svg"
    path.write_text("old")
    path.chmod(0o640)

    assert call(capsys, "stats", "--figure", "openness", "--out", str(path)).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.glob("*x.svg*")] == ["x.svg"]


def test_without_matplotlib_there_is_a_remedy(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Who has not installed the extra is told how to; numbers and LaTeX need no more than before."""
    hidden = "import sys; sys.modules['matplotlib'] = None; from awesome_mm.cli.run import run; sys.exit(run(sys.argv[1:]))"

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", hidden, "stats", "--figure", "taxonomy", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    drawing = run("--out", str(tmp_path / "x.pdf"))
    assert (drawing.returncode, drawing.stdout) == (2, "")
    assert "pip install 'awesome-mm[plot]'" in drawing.stderr
    assert "Traceback" not in drawing.stderr
    assert [run("--json").returncode, run("--out", str(tmp_path / "x.tex")).returncode] == [0, 0]


def test_numbers_never_load_matplotlib() -> None:
    """A figure's numbers in a pipe cost neither matplotlib nor rich."""
    called = "from awesome_mm.cli.run import run; run(['stats', '--figure', 'scale', '--json'])"
    code = f"import sys; {called}; print(*sys.modules, file=sys.stderr)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stderr.split()

    assert {"matplotlib", "numpy", "rich"} & set(loaded) == set()
    assert "awesome_mm.services.figures.scale" in loaded


def test_a_catalog_without_entries(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An empty catalog gives empty figures, and draws none."""
    path = write_catalog(tmp_path / "own.toml")

    answer = json.loads(call(capsys, "stats", "--figure", "matrix", "--catalog", path, "--json").out)

    assert (answer["works"], answer["series"]) == (0, [])
    assert call(capsys, "stats", "--figure", "matrix", "--catalog", path, "--out", str(tmp_path / "x.svg")).code == 2


def test_a_pipe_gets_rows() -> None:
    """Into a pipe go tab-separated rows with a header."""
    lines = spawn("stats", "--figure", "openness").stdout.decode().splitlines()

    assert lines[0] == "series\tkey\tvalue\tids"
    assert len(lines) == 21


def test_a_link_to_something_else_is_not_written_through(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A link that ends like a picture and leads to another kind of file leaves that file alone."""
    (tmp_path / "own.toml").write_text("mine", encoding="utf-8")
    (tmp_path / "growth.svg").symlink_to(tmp_path / "own.toml")

    outcome = call(capsys, "stats", "--figure", "timeline", "--out", str(tmp_path / "growth.svg"))

    assert (outcome.code, outcome.out) == (2, "")
    assert (tmp_path / "own.toml").read_text(encoding="utf-8") == "mine"
