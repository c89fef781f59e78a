"""`compare` from end to end: what it sets side by side, and what it writes for papers."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.commands import call

FOUR = ("oasis", "mmevol", "sharegpt4v", "allava")


def compared(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Return the JSON answer to a comparison."""
    outcome = call(capsys, "compare", *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


def refused(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> dict[str, str]:
    """Return the error of a comparison that ends with `code` and prints nothing."""
    outcome = call(capsys, "--json", "compare", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    error: dict[str, str] = json.loads(outcome.err)["error"]
    assert error["fix"]
    return error


def test_works_by_any_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Works are named as everywhere, stand in that order, each once."""
    answer = compared(capsys, "2409.05840", "Oasis", "mmevol")

    assert [one["id"] for one in answer["entries"]] == ["mmevol", "oasis"]
    assert answer["count"] == 2
    assert {row["row"] for row in answer["rows"]} >= {"date", "by-image-treatment", "stages", "judges", "scale", "code", "disputed"}


def test_a_cell_says_where_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """Each value has unit, status, source and locator."""
    (row,) = compared(capsys, "sharegpt4v", "--rows", "scale")["rows"]

    (value,) = row["cells"]["sharegpt4v"]
    assert (value["value"], value["unit"], value["status"], value["source"], value["locator"]) == (
        100_000,
        "pair",
        "confirmed",
        "code",
        "README",
    )


def test_works_of_a_filter(capsys: pytest.CaptureFixture[str]) -> None:
    """Filters choose works in catalog order, and of those named the ones they admit."""
    by_filter = [one["id"] for one in compared(capsys, "--category", "editing", "--rows", "date")["entries"]]
    listed = json.loads(call(capsys, "list", "--category", "editing", "--json").out)["entries"]

    assert by_filter == [one["id"] for one in listed]
    assert [one["id"] for one in compared(capsys, "refedit", "oasis", "--category", "editing")["entries"]] == ["refedit"]


def test_only_differences(capsys: pytest.CaptureFixture[str]) -> None:
    """Rows in which the works agree are left out, and say so in the full answer."""
    every = compared(capsys, *FOUR)["rows"]
    differing = compared(capsys, *FOUR, "--differences")["rows"]

    assert [row["row"] for row in every if row["differs"]] == [row["row"] for row in differing]
    assert "needs" not in [row["row"] for row in differing]


def test_csv_has_a_line_for_each_row(capsys: pytest.CaptureFixture[str]) -> None:
    """A spreadsheet gets a line for each row and a column for each work, in the catalog's own words."""
    rows = list(csv.reader(io.StringIO(call(capsys, "compare", "oasis", "allava", "--rows", "date,scale,code", "--format", "csv").out)))

    assert rows == [
        ["Row", "oasis", "allava"],
        ["date", "2025-03", "2024-02"],
        ["scale", "500000 sample", "1300000 sample"],
        ["code", "released", "released (Apache-2.0)"],
    ]


@pytest.mark.parametrize(
    ("code", "arguments", "said"),
    [
        (2, (), "Nothing is named"),
        (2, ("oasis", "--rows", "stage"), "stage"),
        (2, ("oasis", "mmevol", "--bib", "refs.bib"), "--bib"),
        (2, ("--year", "1990", "--format", "latex"), "nothing to compare"),
        (2, ("oasis", "mmevol", "--format", "pdf"), "pdf"),
        (4, ("oasiss",), "oasiss"),
    ],
)
def test_what_is_wrong_is_said(capsys: pytest.CaptureFixture[str], code: int, arguments: tuple[str, ...], said: str) -> None:
    """Wrong usage and unknown works end with their code and a remedy."""
    if "latex" in arguments or "pdf" in arguments:
        outcome = call(capsys, "compare", *arguments)
        assert (outcome.code, outcome.out) == (code, "")
        assert said in outcome.err
    else:
        assert said in refused(capsys, code, *arguments)["message"]


def test_nothing_that_the_filters_admit(capsys: pytest.CaptureFixture[str]) -> None:
    """Filters that admit nothing give an empty answer."""
    assert compared(capsys, "--year", "1990")["entries"] == []
    assert "Nothing to compare." in call(capsys, "compare", "--year", "1990", "--format", "table").out


def test_latex_with_the_keys_of_exports(capsys: pytest.CaptureFixture[str]) -> None:
    """The heads cite by the keys that export writes; what is in dispute stands only where it is asked for."""
    text = call(capsys, "compare", *FOUR, "--format", "latex").out
    exported = call(capsys, "export", *FOUR).out

    keys = [line.partition("{")[2].rstrip(",") for line in exported.splitlines() if line.startswith("@")]
    assert [text.count(f"\\cite{{{key}}}") for key in keys] == [1] * 4
    assert "In dispute" not in text
    assert "In dispute" in call(capsys, "compare", *FOUR, "--format", "latex", "--rows", "date,disputed").out


def test_latex_with_the_keys_of_a_paper(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A bibliography keeps every byte it has; what it lacks is put behind it, and a second run adds nothing."""
    bib = tmp_path / "refs.bib"
    held = b"% mine\r\n@article{mine, title={Else}, eprint={2409.05840}, archivePrefix={arXiv}}"
    bib.write_bytes(held)

    outcome = call(capsys, "compare", *FOUR, "--format", "latex", "--bib", str(bib))

    written = bib.read_bytes()
    assert outcome.code == 0
    assert "\\cite{mine}" in outcome.out
    assert "1 of 4 works were there, 3 added" in outcome.err
    assert written.startswith(held + b"\r\n\r\n@inproceedings{")
    assert written.count(b"\n") == written.count(b"\r\n")
    again = call(capsys, "compare", *FOUR, "--format", "latex", "--bib", str(bib))
    assert (again.out, bib.read_bytes()) == (outcome.out, written)


def test_a_bibliography_that_is_not_there_is_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Where there is no such file, it is made with all works in it."""
    bib = tmp_path / "new.bib"

    assert call(capsys, "compare", "oasis", "mmevol", "--format", "latex", "--bib", str(bib)).code == 0
    assert bib.read_text(encoding="utf-8") == call(capsys, "export", "oasis", "mmevol").out


@pytest.mark.parametrize(("content", "said"), [(b"@misc{a, title={Caf\xe9}}", "UTF-8"), (None, "folder")])
def test_a_bibliography_that_cannot_be_added_to(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None, said: str
) -> None:
    """A file in another encoding, or a folder, is refused and stays as it is."""
    bib = tmp_path / "refs.bib"
    if content is None:
        bib.mkdir()
    else:
        bib.write_bytes(content)

    outcome = call(capsys, "compare", "oasis", "mmevol", "--format", "latex", "--bib", str(bib))

    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert content is None or bib.read_bytes() == content


def test_a_bibliography_that_shall_not_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file that nobody may write stays as it is, also for the superuser; its keys are read all the same."""
    bib = tmp_path / "refs.bib"
    bib.write_text("@misc{mine, title={Else}, eprint={2503.08741}}\n", encoding="utf-8")
    bib.chmod(0o444)

    refused_ = call(capsys, "compare", "oasis", "mmevol", "--format", "latex", "--bib", str(bib))

    assert (refused_.code, refused_.out) == (6, "")
    assert bib.read_text(encoding="utf-8").count("@") == 1
    assert "\\cite{mine}" in call(capsys, "compare", "oasis", "--format", "latex", "--bib", str(bib)).out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_html_of_the_whole_survey(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """Every work of a known date in one page, each named in a head."""
    outcome = call(capsys, "compare", "--year", "1990..", "--format", "html", "--lang", language)

    assert outcome.code == 0
    assert outcome.out.count('<th scope="col">') == call(capsys, "list", "--year", "1990..", "--format", "jsonl").out.count("\n")


def test_a_catalog_of_ones_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Works that say little are compared by what they say, and an id that a table might use itself is just an id."""
    path = write_catalog(tmp_path / "own.toml", table("row", more='published = "2024"'), table("beta"))

    answer = compared(capsys, "row", "beta", "--catalog", path)

    assert [row["row"] for row in answer["rows"]] == ["date", "category"]
    assert "row\tbeta" in call(capsys, "compare", "row", "beta", "--catalog", path, "--format", "tsv").out.replace("Row\t", "")


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="no TeX is installed")
def test_the_table_compiles(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """LaTeX sets the table without a complaint about a cell that is too wide."""
    (tmp_path / "table.tex").write_text(call(capsys, "compare", *FOUR, "--format", "latex").out, encoding="utf-8")
    paper = "\\documentclass[twocolumn]{article}\\usepackage{array,booktabs,tabularx}\\begin{document}\\input{table}\\end{document}"
    (tmp_path / "paper.tex").write_text(paper, encoding="utf-8")

    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert run.returncode == 0, run.stdout[-2000:]
    assert "Overfull \\hbox" not in run.stdout
