"""A folder of files becomes one catalog: new files find their place, files that are gone leave none."""

import tomllib
from pathlib import Path

import pytest

from awesome_mm.errors import CatalogInvalid, WriteFailed, WrongUsage
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.extend import extend_catalog
from awesome_mm.store.joining import join_catalog
from awesome_mm.store.new_catalog import write_new
from awesome_mm.store.splitting import split_catalog
from tests.store.drafts import make_draft, make_imported
from tests.store.written import catalog, entry, write

TEXT = catalog(entry("alpha"), entry("beta"), "\n# ---- Datasets ----\n", entry("data", kind="dataset"))


def split(tmp_path: Path, text: str = TEXT) -> Path:
    """Return the folder that a catalog of `text` was split into."""
    split_catalog(write(tmp_path / "c.toml", text), tmp_path / "f")
    return tmp_path / "f"


def joined(tmp_path: Path) -> str:
    """Return the text that the folder is joined to."""
    return join_catalog(tmp_path / "f", tmp_path / "again.toml").file.read_bytes().decode()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_new_file_goes_behind_the_last_of_its_kind(newline: str, tmp_path: Path) -> None:
    """An entry that somebody put into the folder stands with those of its kind, in lines of the whole's kind; all else is as it was."""
    folder = split(tmp_path)
    head = folder / "catalog.toml"
    head.write_bytes(head.read_bytes().replace(b"\n", newline.encode()))
    write(folder / "omega.toml", entry("omega"))

    result = join_catalog(folder, tmp_path / "again.toml")

    text = result.file.read_bytes().decode()
    assert result.unmarked == ("omega.toml",)
    assert text.index("[method.beta]") < text.index("[method.omega]") < text.index("# ---- Datasets")
    assert f"{newline}[method.omega]{newline}" in text
    assert len(tomllib.loads(text.replace("\r\n", "\n"))["method"]) == 3


def test_a_file_that_is_gone_leaves_no_mark(tmp_path: Path) -> None:
    """An entry whose file was removed is gone from the whole, with the blank line behind it."""
    folder = split(tmp_path)
    (folder / "alpha.toml").unlink()

    result = join_catalog(folder, tmp_path / "again.toml")

    assert result.gone == ("alpha.toml",)
    assert result.file.read_text() == TEXT.replace(f"{entry('alpha').strip()}\n\n", "", 1)


def test_a_piece_that_was_changed(tmp_path: Path) -> None:
    """What was edited in its file is so in the whole."""
    folder = split(tmp_path)
    piece = folder / "beta.toml"
    piece.write_text(piece.read_text().replace('"Beta"', '"Beta+"'))

    assert joined(tmp_path) == TEXT.replace('"Beta"', '"Beta+"')


def test_a_folder_that_was_never_split(tmp_path: Path) -> None:
    """Files without any mark are joined in the order of the catalog, those in folders below too."""
    write_new(tmp_path / "f", make_draft(make_imported("beta"), make_imported("alpha")), "2026-01-02")
    write(tmp_path / "f" / "more" / "units.toml", '[unit.image]\nname = "images"\n')
    before = load_catalog(tmp_path / "f")

    joined(tmp_path)

    assert load_catalog(tmp_path / "again.toml") == before
    assert [one.id for one in before.entries] == ["beta", "alpha"]


def test_a_folder_that_was_extended(tmp_path: Path) -> None:
    """What an import has added since is in the whole."""
    folder = split(tmp_path)
    extend_catalog(folder, make_draft(make_imported("omega", categories=("editing",)), categories={}))

    joined(tmp_path)

    assert load_catalog(tmp_path / "again.toml") == load_catalog(folder)


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written over."""
    folder = split(tmp_path)

    with pytest.raises(WriteFailed, match="is there already"):
        join_catalog(folder, tmp_path / "c.toml")

    assert (tmp_path / "c.toml").read_text() == TEXT


def test_a_file_that_begins_without_a_header(tmp_path: Path) -> None:
    """Keys before any header would fall to the table before them; it is refused."""
    folder = split(tmp_path)
    write(folder / "omega.toml", 'method.omega = { name = "O", title = "O", categories = ["editing"] }\n')

    with pytest.raises(WriteFailed, match="would not say"):
        joined(tmp_path)


@pytest.mark.parametrize(
    ("name", "target", "said"),
    [("c.toml", "x.toml", "not a folder"), ("f", "x.jsonl", r"is a \.toml file"), ("g", "x.toml", "JSON lines")],
)
def test_what_is_not_joined(name: str, target: str, said: str, tmp_path: Path) -> None:
    """A file is whole already, and lines of JSON do not become TOML."""
    split(tmp_path)
    write_new(tmp_path / "g" / "c.jsonl", make_draft(make_imported()), "2026-01-02")

    with pytest.raises(WrongUsage, match=said):
        join_catalog(tmp_path / name, tmp_path / target)


def test_an_unsound_folder(tmp_path: Path) -> None:
    """Its faults are named."""
    folder = split(tmp_path)
    write(folder / "x.toml", entry("alpha"))

    with pytest.raises(CatalogInvalid, match="as well"):
        joined(tmp_path)
