"""A catalog becomes a folder of files, and the same bytes again."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from awesome_mm.errors import CatalogInvalid, WriteFailed, WrongUsage
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.joining import join_catalog
from awesome_mm.store.places import bundled_catalog
from awesome_mm.store.splitting import split_catalog
from tests.store.layouts import layouts
from tests.store.written import catalog, entry, write


def names_in(folder: Path) -> list[str]:
    """Return the names of the files in `folder`."""
    return sorted(path.name for path in folder.iterdir())


@given(layouts())
@settings(max_examples=200, deadline=None)
def test_any_catalog_comes_back_byte_for_byte(content: bytes) -> None:
    """Split and joined, a file is what it was; and the folder between is the same catalog, in the same order."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWESOME_MM_DATA", f"{name}/data")
        whole, folder, again = Path(name, "c.toml"), Path(name, "folder"), Path(name, "again.toml")
        whole.write_bytes(content)

        split = split_catalog(whole, folder)
        join_catalog(folder, again)

        assert again.read_bytes() == content
        before, between = load_catalog(whole), load_catalog(folder)
        assert (between.head, between.vocabularies) == (before.head, before.vocabularies)
        kept = [one for one in before.entries if one.id not in split.kept]
        assert [one for one in between.entries if one.id not in split.kept] == kept
        assert len(split.files) == 1 + len(kept)


def test_the_bundled_catalog_comes_back_byte_for_byte(tmp_path: Path) -> None:
    """The survey itself may be kept as a folder, under the entries' own names and in their order."""
    split = split_catalog(bundled_catalog(), tmp_path / "folder")

    join_catalog(tmp_path / "folder", tmp_path / "again.toml")

    assert (tmp_path / "again.toml").read_bytes() == bundled_catalog().read_bytes()
    assert load_catalog(tmp_path / "folder") == load_catalog(bundled_catalog())
    assert split.kept == ()
    assert (tmp_path / "folder" / "oasis.toml").read_text(encoding="utf-8").startswith("[method.oasis]\n")


def test_a_head_with_its_marks(tmp_path: Path) -> None:
    """The head keeps headings between the entries, and says where each was."""
    text = catalog("\n# ---- Methods ----\n", entry(), "# of beta\n", entry("beta").lstrip("\n"), "\n# the end\n")
    whole = write(tmp_path / "c.toml", text)

    split_catalog(whole, tmp_path / "f")

    head = (tmp_path / "f" / "catalog.toml").read_text()
    assert head == f"{catalog()}\n# ---- Methods ----\n\n# >> alpha.toml\n\n# >> beta.toml\n\n\n# the end\n"
    assert (tmp_path / "f" / "beta.toml").read_text().startswith("# of beta\n[method.beta]\n")


def test_tables_that_stand_apart(tmp_path: Path) -> None:
    """An entry whose tables are interleaved with another's is one file, with a mark between its parts."""
    text = catalog(entry("alpha"), entry("beta"), '\n[method.alpha.arxiv]\nbasis = "recalled"\n')

    split_catalog(write(tmp_path / "c.toml", text), tmp_path / "f")

    assert "\n# >>\n[method.alpha.arxiv]\n" in (tmp_path / "f" / "alpha.toml").read_text()
    assert (tmp_path / "f" / "catalog.toml").read_text().count("# >> alpha.toml\n") == 2


DOTTED = '\n[method]\nalpha.name = "A"\nalpha.title = "A"\nalpha.categories = ["editing"]\n'


@pytest.mark.parametrize(
    "text",
    [
        'method.alpha = { name = "A", title = "A", categories = ["editing"] }\n' + catalog(),
        catalog(DOTTED),
        catalog(DOTTED, '\n[[method.alpha.notes]]\ntopic = "idea"\nen = "N"\n'),
    ],
)
def test_what_cannot_be_cut_stays(text: str, tmp_path: Path) -> None:
    """An entry without a header of its own stays in the head whole, and it is said which."""
    split = split_catalog(write(tmp_path / "c.toml", text), tmp_path / "f")

    assert split.kept == ("alpha",)
    assert names_in(tmp_path / "f") == ["catalog.toml"]
    assert load_catalog(tmp_path / "f").entries == load_catalog(tmp_path / "c.toml").entries


def test_files_are_numbered_where_the_order_is_the_files_own(tmp_path: Path) -> None:
    """Where neither names nor categories give the order of the file, the names of the files do."""
    split_catalog(write(tmp_path / "c.toml", catalog(entry("beta"), entry("alpha"))), tmp_path / "f")

    assert names_in(tmp_path / "f") == ["0001_beta.toml", "0002_alpha.toml", "catalog.toml"]
    assert [one.id for one in load_catalog(tmp_path / "f").entries] == ["beta", "alpha"]


def test_a_folder_that_is_there(tmp_path: Path) -> None:
    """A folder with anything in it is left alone; one that is empty is used."""
    whole = write(tmp_path / "c.toml", catalog(entry()))
    kept = write(tmp_path / "f" / "x", "kept")
    (tmp_path / "g").mkdir()

    with pytest.raises(WriteFailed, match="not empty"):
        split_catalog(whole, tmp_path / "f")

    assert names_in(tmp_path / "f") == [kept.name]
    assert len(split_catalog(whole, tmp_path / "g").files) == 2


@pytest.mark.parametrize(("name", "said"), [("f", "is a folder already"), ("c.jsonl", "an entry in each line already")])
def test_what_is_not_split(name: str, said: str, tmp_path: Path) -> None:
    """A folder and JSON lines are in pieces already."""
    (tmp_path / "f").mkdir()

    with pytest.raises(WrongUsage, match=said):
        split_catalog(tmp_path / name, tmp_path / "g")


def test_an_unsound_catalog_is_not_split(tmp_path: Path) -> None:
    """Its faults are named instead."""
    with pytest.raises(CatalogInvalid, match="nowhere"):
        split_catalog(write(tmp_path / "c.toml", catalog(entry()).replace('["editing"]', '["nowhere"]')), tmp_path / "f")

    assert not os.path.lexists(tmp_path / "f")
