"""`add --edit`, and entries in files: nothing that somebody wrote is lost, and nothing is written that is not sound."""

import json
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.catalogs import table
from tests.cli.test_add import LUMEN, PAPERS, add, entries, error, own, set_up
from tests.commands import call
from tests.loopback import Server, holds, playing

__all__ = ["own"]
EDITOR = """
import pathlib, re, sys
path = pathlib.Path(sys.argv[-1])
text = path.read_text(encoding="utf-8")
path.write_text(re.sub(sys.argv[1], sys.argv[2], text, flags=re.DOTALL), encoding="utf-8")
print("what an editor prints")
sys.exit(int(sys.argv[3]))
"""


@pytest.fixture(autouse=True)
def arxiv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    """Play arXiv, let files for the editor be made in a folder of the test, and set no editor."""
    for variable in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    (tmp_path / "edited").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "edited"))
    with playing(holds(*PAPERS)) as server:
        set_up(monkeypatch, server.url)
        yield server


@pytest.fixture
def editing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Editing":
    """Return what sets the editor."""
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    return Editing(monkeypatch, tmp_path)


class Editing:
    """Sets an editor that puts something in the place of a pattern, and ends with a code."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.monkeypatch = monkeypatch
        self.folder = folder

    def __call__(self, pattern: str, becomes: str, code: int = 0) -> None:
        """Set the editor."""
        import sys

        command = shlex.join([sys.executable, str(self.folder / "editor.py"), pattern, becomes, str(code)])
        self.monkeypatch.setenv("EDITOR", command)

    @property
    def left(self) -> list[Path]:
        """The files that are kept."""
        return list((self.folder / "edited").iterdir())


def test_what_was_edited_is_added(own: Path, editing: Editing, capfd: pytest.CaptureFixture[str]) -> None:
    """The entry is added as it was edited, a category of the editor's will do, and the file is gone; the answer is the command's alone."""
    editing(r"categories = \[\]", 'categories = ["editing"]\nsummary = { en = "Makes charts." }')

    outcome = add(capfd, own, "9901.00001", "--edit", category="")

    assert outcome.code == 0
    assert json.loads(outcome.out)["added"][0]["summary"] == {"en": "Makes charts."}
    assert entries(own)["lumen"]["summary"] == {"en": "Makes charts."}
    assert editing.left == []


def test_the_prefilled_entry_may_stay_as_it_is(own: Path, editing: Editing, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever only looks and closes has said yes."""
    editing("x", "x")

    assert add(capfd, own, "9901.00001", "--edit").code == 0
    assert entries(own)["lumen"]["title"] == LUMEN


def test_visual_goes_before_editor(own: Path, editing: Editing, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """VISUAL is the editor where both are set, and an empty one is not set."""
    editing("x", "x", code=3)
    monkeypatch.setenv("VISUAL", "true")
    first = add(capfd, own, "9901.00001", "--edit", "--dry-run")
    monkeypatch.setenv("VISUAL", " ")

    assert (first.code, add(capfd, own, "9901.00001", "--edit").code) == (0, 5)


def test_an_emptied_text_writes_nothing(own: Path, editing: Editing, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever leaves nothing but comments and blank lines has thought better of it."""
    before = own.read_bytes()
    editing(r"^.*$", "# no\n\n")

    outcome = add(capfd, own, "9901.00001", "--edit")

    assert (outcome.code, json.loads(outcome.err.splitlines()[-1])["error"]["code"]) == (1, "nothing-written")
    assert (own.read_bytes(), editing.left) == (before, [])


def test_a_fault_keeps_what_was_written(own: Path, editing: Editing, capfd: pytest.CaptureFixture[str]) -> None:
    """A fault is told with its place, the file stays and is named, and the command named takes it up again."""
    before = own.read_bytes()
    editing("editing", "editng")

    outcome = add(capfd, own, "9901.00001", "--edit")

    [file] = editing.left
    told = json.loads(outcome.err.splitlines()[-1])["error"]
    assert (outcome.code, own.read_bytes()) == (3, before)
    assert f"{file}:" in told["message"]
    assert "no category is called 'editng' (did you mean editing?)" in told["message"]
    editing("editng", "editing")
    [again] = re.findall(r"`(.+?)`", told["fix"])
    assert call(capfd, *shlex.split(again)[1:]).code == 0
    assert "lumen" in entries(own)
    assert file.exists()


@pytest.mark.parametrize("becomes", ["Alpha: A Method for Making Data", "[broken", "\\0\\nid = 3"])
def test_whatever_goes_wrong_the_text_is_kept(becomes: str, own: Path, editing: Editing, capfd: pytest.CaptureFixture[str]) -> None:
    """A work that turns out to be there, text that is no TOML, a key that may not be: nothing is written and nothing lost."""
    before = own.read_bytes()
    editing(r'title = "Lumen[^"]+"', becomes if becomes.startswith(("[", "\\")) else f'title = "{becomes}"')

    outcome = add(capfd, own, "9901.00001", "--edit")

    assert outcome.code in (1, 3)
    assert len(editing.left) == 1
    assert str(editing.left[0]) in outcome.err
    assert own.read_bytes() == before


def test_an_editor_that_fails(own: Path, editing: Editing, capfd: pytest.CaptureFixture[str]) -> None:
    """Where the editor ends in failure nothing is written; what was changed by then is kept, what was not is gone."""
    editing("editing", "text", code=4)
    changed = add(capfd, own, "9901.00001", "--edit")
    kept = editing.left
    editing("nothing of the kind", "", code=4)
    unchanged = add(capfd, own, "9901.00001", "--edit")

    assert (changed.code, unchanged.code) == (5, 5)
    assert "ended with code 4" in unchanged.err
    assert len(kept) == 1
    assert str(kept[0]) in changed.err
    assert editing.left == kept
    assert list(entries(own)) == ["alpha"]


@pytest.mark.parametrize(("command", "code"), [("", 2), ("no-such-editor -x", 5), ("'open quote", 2)])
def test_no_editor(
    command: str, code: int, own: Path, arxiv: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without an editor, or with one that is none, that is said; where it can be known, before anybody is asked."""
    monkeypatch.setenv("EDITOR", command)

    outcome = add(capsys, own, "9901.00001", "--edit")

    assert outcome.code == code
    assert "EDITOR" in outcome.err
    assert bool(arxiv.requests) is (code == 5)


def test_a_dry_run_keeps_what_was_written(own: Path, editing: Editing, capfd: pytest.CaptureFixture[str]) -> None:
    """What was edited is shown, not written, and may be taken up later."""
    before = own.read_bytes()
    editing("editing", "text")

    outcome = call(capfd, "add", "9901.00001", "--category", "editing", "--edit", "--dry-run", "--catalog", str(own), "--format", "table")

    assert (outcome.code, own.read_bytes()) == (0, before)
    assert str(editing.left[0]) in outcome.err


# ---- An entry in a file ----


def test_an_entry_in_a_file_is_added(own: Path, tmp_path: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that holds an entry is added as it stands, with the day; nobody is asked, and the file stays."""
    file = tmp_path / "beta.toml"
    file.write_text(table("beta", more='aliases = ["B"]'), encoding="utf-8")

    outcome = add(capsys, own, str(file), category="")

    assert (outcome.code, arxiv.requests) == (0, [])
    assert entries(own)["beta"]["aliases"] == ["B"]
    assert entries(own)["beta"]["added"]
    assert file.exists()


def test_a_file_says_everything_itself(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Options that would contradict the file are wrong usage; an entry that is there already is refused."""
    file = tmp_path / "beta.toml"
    file.write_text(table("beta").replace("Beta: A", "Alpha: A"), encoding="utf-8")

    assert error(add(capsys, own, str(file)))["message"] == "--category: the file says that itself."
    assert add(capsys, own, str(file), category="").code == 1
