"""Tests of ``render`` as a user calls it: what it writes, answers and refuses."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.commands import call, spawn


@pytest.fixture
def catalog(tmp_path: Path) -> str:
    """Return a catalog of one entry."""
    return write_catalog(tmp_path / "catalog.toml", table())


def contents(folder: Path) -> dict[str, bytes]:
    """Return what stands in `folder`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_list_is_written(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files are written, and named."""
    outcome = call(capsys, "render", "--out", str(tmp_path / "list"), "--catalog", catalog, "--json")

    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out) == {
        "schema_version": 1,
        "as_of": "2026-01-02",
        "written": ["README.md", "README_zh.md", "categories/editing.md", "categories/editing_zh.md"],
        "unchanged": [],
        "edited": [],
        "removed": [],
    }
    assert b"# A survey" in (tmp_path / "list" / "README.md").read_bytes()


@pytest.mark.parametrize("name", ["catalog.toml", "folder/catalog.toml"])
def test_without_a_place_it_goes_beside_the_catalog(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into the folder that the catalog is, or lies in; that of the package needs a place."""
    (tmp_path / "folder").mkdir()
    file = write_catalog(tmp_path / name, table())
    outcome = call(capsys, "render", "--catalog", str(tmp_path / "folder") if "/" in name else file, "--json")
    again = call(capsys, "render", "--check", "--catalog", file)
    bundled = call(capsys, "render", "--json")

    assert outcome.code == again.code == 0
    assert (Path(file).parent / "README_zh.md").exists()
    assert (bundled.code, bundled.out) == (2, "")
    assert "--out" in json.loads(bundled.err)["error"]["fix"]


def test_a_second_run_has_nothing_to_do(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows for each file, all unchanged."""
    folder = str(tmp_path / "list")
    call(capsys, "render", "--out", folder, "--catalog", catalog)
    outcome = call(capsys, "render", "--out", folder, "--catalog", catalog, "--format", "tsv")

    assert outcome.out.splitlines()[:2] == ["path\tstatus", "README.md\tunchanged"]


def test_edits_are_shown_and_kept(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file edited by hand makes exit code 1, and its edits are the lines that a diff adds; control characters never pass."""
    folder = tmp_path / "list"
    call(capsys, "render", "--out", str(folder), "--catalog", catalog)
    (folder / "README.md").write_text("# Mine\x1b[31m\n", encoding="utf-8")
    answer = call(capsys, "render", "--out", str(folder), "--catalog", catalog, "--json")
    shown = call(capsys, "render", "--out", str(folder), "--catalog", catalog, "--format", "table")

    [edited] = json.loads(answer.out)["edited"]
    assert (answer.code, shown.code, edited["path"]) == (1, 1, "README.md")
    assert "\n-# A survey\n" in edited["diff"]
    assert "\n+# Mine\x1b[31m\n" in edited["diff"]
    assert "+# Mine[31m" in shown.out
    assert "--overwrite" in shown.out


def test_edits_are_written_over_on_demand(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--overwrite` the file is written, and the exit code is 0."""
    (tmp_path / "list").mkdir()
    (tmp_path / "list" / "README.md").write_text("# Mine\n", encoding="utf-8")
    outcome = call(capsys, "render", "--out", str(tmp_path / "list"), "--catalog", catalog, "--overwrite", "--json")

    found = json.loads(outcome.out)
    assert (outcome.code, found["edited"]) == (0, [])
    assert "README.md" in found["written"]


def test_check_writes_nothing(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` says what is missing, changed or extra with exit code 1, and nothing with 0."""
    folder = tmp_path / "list"
    before = call(capsys, "render", "--out", str(folder), "--catalog", catalog, "--check", "--json")
    is_there = folder.exists()
    call(capsys, "render", "--out", str(folder), "--catalog", catalog)
    equal = call(capsys, "render", "--out", str(folder), "--catalog", catalog, "--check", "--json")
    (folder / "README_zh.md").unlink()
    (folder / "README.md").write_text("# Mine\n", encoding="utf-8")
    held = contents(folder)
    after = call(capsys, "render", "--out", str(folder), "--catalog", catalog, "--check", "--json")

    assert (before.code, is_there, len(json.loads(before.out)["missing"])) == (1, False, 4)
    assert (equal.code, len(json.loads(equal.out)["unchanged"])) == (0, 4)
    found = json.loads(after.out)
    assert (after.code, found["missing"], [one["path"] for one in found["changed"]], found["extra"]) == (
        1,
        ["README_zh.md"],
        ["README.md"],
        [],
    )
    assert contents(folder) == held


def test_a_page_that_is_gone_is_removed(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a category has no entries any more, its pages go."""
    folder = str(tmp_path / "list")
    call(capsys, "render", "--out", folder, "--catalog", catalog)
    write_catalog(Path(catalog))
    outcome = call(capsys, "render", "--out", folder, "--catalog", catalog, "--json")

    assert json.loads(outcome.out)["removed"] == ["categories/editing.md", "categories/editing_zh.md"]


def test_chinese_answers(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer is in the language asked for; the list is in both."""
    outcome = call(capsys, "render", "--out", str(tmp_path / "list"), "--catalog", catalog, "--lang", "zh", "--format", "table")

    assert "已写入 4" in outcome.out
    assert "# A survey" in (tmp_path / "list" / "README.md").read_text(encoding="utf-8")
    assert "# 综述" in (tmp_path / "list" / "README_zh.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--out", "list", "--check", "--overwrite"), 2, "do not go together"),
        (("--out", "list", "--template", "gone"), 2, "entry.md.j2"),
        (("--out", "catalog.toml"), 2, "is no folder"),
        (("--out", "list", "--template", "entry.md.j2"), 2, "entry.md.j2:1: 'oops' is undefined"),
    ],
)
def test_what_cannot_be_is_refused(
    arguments: tuple[str, ...],
    code: int,
    said: str,
    catalog: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Missing and contradicting options, a file for a folder and a broken template are told of, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "entry.md.j2").write_text("{{ oops }}", encoding="utf-8")
    outcome = call(capsys, "render", "--catalog", catalog, *arguments)

    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert not (tmp_path / "list").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_takes_nothing_is_told_of(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without permission to write is exit code 6."""
    (tmp_path / "list").mkdir(mode=0o500)

    assert call(capsys, "render", "--out", str(tmp_path / "list"), "--catalog", catalog).code == 6


def test_the_bytes_are_the_same_everywhere(tmp_path: Path) -> None:
    """Locale, time zone and the order of sets make no difference to a file."""
    surroundings = (
        {"LC_ALL": "C", "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "zh_CN.UTF-8", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    )
    for number, environment in enumerate(surroundings):
        done = spawn("render", "--out", str(tmp_path / f"list{number}"), environment=environment)
        assert (done.returncode, done.stderr) == (0, b"")

    assert contents(tmp_path / "list0") == contents(tmp_path / "list1")
    assert all(b"\r" not in text for text in contents(tmp_path / "list0").values())
