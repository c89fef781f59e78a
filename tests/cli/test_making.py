"""`init`, `split` and `join` from end to end."""

import json
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.store.catalog_file import load_catalog
from tests.cli.catalogs import table, write_catalog
from tests.cli.readers import reference
from tests.commands import call


def made(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Return the JSON answer to a call that succeeds."""
    outcome = call(capsys, *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


def test_a_catalog_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`init` makes a folder that every command can read, with the schema that its head names."""
    folder = str(tmp_path / "mine")

    found = made(capsys, "init", folder)

    assert [Path(file).name for file in found["files"]] == ["catalog.toml", "catalog.schema.json"]
    assert (tmp_path / "mine" / "catalog.toml").read_text(encoding="utf-8").startswith("#:schema ./catalog.schema.json\n")
    assert json.loads((tmp_path / "mine" / "catalog.schema.json").read_text(encoding="utf-8"))["title"]
    assert load_catalog(tmp_path / "mine").head.title.en == "mine"


@pytest.mark.parametrize(
    "command", [("stats",), ("list",), ("search", "x"), ("categories",), ("about",), ("where",), ("refresh", "--status"), ("refresh",)]
)
@pytest.mark.parametrize("format", ["json", "table", "tsv", "markdown"])
def test_every_command_reads_nothing(command: tuple[str, ...], format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A catalog that has just begun breaks nothing."""
    made(capsys, "init", str(tmp_path / "mine"))

    assert call(capsys, "--catalog", str(tmp_path / "mine"), *command, "--format", format).code == 0


def test_a_catalog_of_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`init` with files begins with what they hold, and what the hints show is an entry."""
    (tmp_path / "a.bib").write_text(reference("alpha", "Alpha: Sorting", "2401.00001"))

    made(capsys, "init", str(tmp_path / "mine"), str(tmp_path / "a.bib"))

    assert [entry.title for entry in load_catalog(tmp_path / "mine").entries] == ["Alpha: Sorting"]


def test_a_catalog_in_a_fresh_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is hidden, a README and a licence stand in nobody's way, and stay what they are; anything else is named."""
    for name in (".git/HEAD", ".gitignore", "README.md", "LICENSE"):
        (tmp_path / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mine" / name).write_text(name)
    monkeypatch.chdir(tmp_path / "mine")

    made(capsys, "init", ".")
    again = call(capsys, "init", ".")

    assert load_catalog(tmp_path / "mine").head.title.en == "mine"
    assert (tmp_path / "mine" / "README.md").read_text() == "README.md"
    assert (again.code, again.out) == (6, "")
    assert "holds catalog.schema.json" in again.err


def test_the_hints_are_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The entry that the head shows can be taken as it stands."""
    made(capsys, "init", str(tmp_path / "mine"))
    head = (tmp_path / "mine" / "catalog.toml").read_text(encoding="utf-8")
    shown = [line.removeprefix("#   ") for line in head.splitlines() if line.startswith("#   ")]

    (tmp_path / "mine" / "alpha.toml").write_text("\n".join(shown), encoding="utf-8")

    assert [entry.id for entry in load_catalog(tmp_path / "mine").entries] == ["alpha"]


def test_a_folder_that_is_not_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`init` leaves it alone and ends with 6."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.py").write_text("kept")

    outcome = call(capsys, "init", str(tmp_path / "mine"))

    assert outcome.code == 6
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["x.py"]


def test_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`split` and `join` give the same bytes, and say what they made."""
    whole = write_catalog(tmp_path / "c.toml", table("alpha"), table("beta"))
    folder, again = str(tmp_path / "f"), str(tmp_path / "again.toml")

    found = made(capsys, "split", whole, folder)
    assert (found["as_of"], len(found["files"]), found["kept"]) == ("2026-01-02", 3, [])
    found = made(capsys, "join", folder, again)

    assert (found["unmarked"], found["gone"]) == ([], [])
    assert Path(again).read_bytes() == Path(whole).read_bytes()


@pytest.mark.parametrize(("language", "said"), [("en", "new, put behind"), ("zh", "置于同类条目之后")])
def test_new_files_are_named(language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `join` had to find a place for is told."""
    whole = write_catalog(tmp_path / "c.toml", table("alpha"))
    made(capsys, "split", whole, str(tmp_path / "f"))
    (tmp_path / "f" / "beta.toml").write_text(table("beta"), encoding="utf-8")

    outcome = call(capsys, "join", str(tmp_path / "f"), str(tmp_path / "n.toml"), "--format", "table", "--lang", language)

    assert said in outcome.out
    assert "beta.toml" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("split", "c.toml", "there"), 6),
        (("split", "nowhere.toml", "f"), 3),
        (("split", "there", "f"), 2),
        (("join", "there", "c.toml"), 6),
        (("join", "c.toml", "n.toml"), 2),
        (("join", "there", "n.jsonl"), 2),
        (("join", "nowhere", "n.toml"), 2),
    ],
)
def test_how_it_fails(
    arguments: tuple[str, ...], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each fault has its exit code and a next step, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    write_catalog(Path("c.toml"), table("alpha"))
    made(capsys, "split", "c.toml", "there")
    before = sorted(tmp_path.rglob("*.toml"))

    outcome = call(capsys, *arguments)

    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.count("\n") >= 2
    assert sorted(tmp_path.rglob("*.toml")) == before
