"""A draft becomes a catalog where none was."""

from dataclasses import replace
from pathlib import Path

import pytest

from awesome_mm.errors import WriteFailed, WrongUsage
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.new_catalog import write_new
from tests.factories import make_text
from tests.store.drafts import make_draft, make_imported

DRAFT = make_draft(make_imported("beta"), make_imported("alpha", links={"arxiv": ("2401.00001",)}, published="2024-01-02"))


def names_in(folder: Path) -> list[str]:
    """Return what `folder` holds, the user's data folder aside."""
    return sorted(path.name for path in folder.iterdir() if path.name != "data")


@pytest.mark.parametrize("name", ["list.toml", "list.jsonl", "list.ndjson", "list"])
def test_every_form_reads_as_the_draft(name: str, tmp_path: Path) -> None:
    """A TOML file, JSON lines and a folder all hold the entries, the category with its order, and the prose."""
    written = write_new(tmp_path / name, DRAFT, "2026-01-02")

    catalog = load_catalog(tmp_path / name)
    assert {entry.id: entry for entry in catalog.entries} == {entry.id: entry for entry in DRAFT.entries}
    assert catalog.vocabularies.category == DRAFT.categories
    assert (catalog.head.title, catalog.head.source, catalog.head.as_of) == (DRAFT.title, DRAFT.source, "2026-01-02")
    assert catalog.head.sections == DRAFT.sections
    assert all(path.is_file() for path in written)


def test_a_folder_has_a_file_for_each_entry(tmp_path: Path) -> None:
    """Head and categories stand in one file, each entry in its own; nothing else is left behind."""
    write_new(tmp_path / "list", DRAFT, "2026-01-02")

    assert names_in(tmp_path / "list") == ["alpha.toml", "beta.toml", "catalog.toml"]
    assert names_in(tmp_path) == ["list"]


def test_a_file_is_readable(tmp_path: Path) -> None:
    """Dates are dates, links stand by kind, and Markdown as it was written."""
    write_new(tmp_path / "list.toml", make_draft(make_imported(published="2024-01-02", account=make_text("A\n\nB"))), "2026-01-02")

    text = (tmp_path / "list.toml").read_text()
    assert "as_of = 2026-01-02\n" in text
    assert "published = 2024-01-02\naccount.en = '''\nA\n\nB'''\n" in text


@pytest.mark.parametrize("there", ["list.toml", "list/catalog.toml", "list/old.jsonl"])
def test_a_catalog_that_is_there_is_left_alone(there: str, tmp_path: Path) -> None:
    """Nothing is written over, not even a folder's other files joined."""
    place = tmp_path / there
    place.parent.mkdir(exist_ok=True)
    place.write_text("kept")

    with pytest.raises(WriteFailed):
        write_new(tmp_path / there.partition("/")[0], DRAFT, "2026-01-02")

    assert place.read_text() == "kept"
    assert names_in(place.parent) == [place.name]


def test_a_folder_with_other_files_may_be_filled(tmp_path: Path) -> None:
    """A folder that holds no catalog, such as a checkout, takes one."""
    (tmp_path / "README.md").write_text("kept")

    write_new(tmp_path, DRAFT, "2026-01-02")

    assert len(load_catalog(tmp_path).entries) == 2
    assert names_in(tmp_path) == ["README.md", "alpha.toml", "beta.toml", "catalog.toml"]


def test_an_unknown_suffix(tmp_path: Path) -> None:
    """A catalog has the suffix of its form."""
    with pytest.raises(WrongUsage, match=r"\.jsonl"):
        write_new(tmp_path / "list.md", DRAFT, "2026-01-02")


def test_a_draft_that_is_unsound(tmp_path: Path) -> None:
    """What would be no catalog is named with its place, and nothing is left behind."""
    with pytest.raises(WriteFailed, match=r"no category is called 'nowhere'"):
        write_new(tmp_path / "list.toml", make_draft(make_imported(categories=("nowhere",))), "2026-01-02")

    assert names_in(tmp_path) == []


def test_hostile_text(tmp_path: Path) -> None:
    """Control characters, direction marks and half characters of a source reach no file."""
    entry = make_imported(title="A\x1b[31m\u202e\ud800B", account=make_text("x\x00y\r\n\x9bz"))

    write_new(tmp_path / "list.toml", make_draft(entry), "2026-01-02")

    [read] = load_catalog(tmp_path / "list.toml").entries
    assert (read.title, read.account) == ("A[31m?B", make_text("xy\nz"))


def test_ids_that_are_no_file_names(tmp_path: Path) -> None:
    """Entries called as a device or as the head's file get files all the same."""
    write_new(tmp_path / "list", make_draft(make_imported("con"), make_imported("catalog")), "2026-01-02")

    assert {entry.id for entry in load_catalog(tmp_path / "list").entries} == {"con", "catalog"}


def test_an_empty_draft(tmp_path: Path) -> None:
    """A catalog may begin with nothing; its title is then its name."""
    write_new(tmp_path / "mine.toml", replace(make_draft(), title=None, categories={}), "2026-01-02")

    assert load_catalog(tmp_path / "mine.toml").head.title.en == "mine"
