"""One entry as a text of its own, for an editor and back."""

from dataclasses import replace
from pathlib import Path

import pytest

from awesome_mm.errors import CatalogInvalid
from awesome_mm.model.entry import ArxivRecord, Basis, Entry, Kind, Links, Venue
from awesome_mm.store.entry_text import entry_text, read_entry
from tests.store.written import catalog, entry, write

NEW = Entry(
    id="new-1",
    kind=Kind.BENCHMARK,
    name='New \\ "1" \x7f数据',
    title="New: Text with 'quotes' and $10^6$",
    categories=("editing",),
    authors=("Ada Example", "Bo Beispiel"),
    published="2099-01-02",
    added="2099-12-31",
    venue=Venue(name="CVPR", year=2099),
    links=Links(arxiv=("9901.00001",), code=("https://github.com/a/b",)),
    arxiv=ArxivRecord(basis=Basis.FETCHED, id="9901.00001", title="New", submitted="2099-01-02", version=2, fetched="2099-12-31T10:00:00Z"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a catalog of one entry."""
    return write(tmp_path / "own.toml", catalog(entry()))


def faults(file: Path, path: Path) -> list[str]:
    """Return the faults that reading the entry in `file` names, without its folder."""
    with pytest.raises(CatalogInvalid) as caught:
        read_entry(file, path)
    return [fault.replace(str(file), "FILE") for fault in caught.value.faults]


def test_an_entry_survives(path: Path, tmp_path: Path) -> None:
    """What is written out is read back as the same entry, though a person wrote comments into it."""
    text = entry_text(NEW, ["methods", "editing"])

    assert read_entry(write(tmp_path / "new.toml", text), path).title == NEW.title
    assert "# The categories: methods editing" in text
    assert read_entry(write(tmp_path / "new.toml", f"# mine\n{text}\n"), path).arxiv == NEW.arxiv


def test_every_hint_may_be_taken_up(path: Path, tmp_path: Path) -> None:
    """Each comment below the entry is sound TOML once its mark is gone."""
    text = entry_text(replace(NEW, links=Links(arxiv=("9901.00001",))), ["editing"])
    opening, header, own = text.partition("[benchmark.new-1]")
    taken_up = opening + header + own.replace("\n# ", "\n")

    found = read_entry(write(tmp_path / "new.toml", taken_up), path)

    assert found.summary is not None
    assert found.arxiv == NEW.arxiv


def test_a_fault_is_told_with_its_place(path: Path, tmp_path: Path) -> None:
    """Wrong types, unknown words and references to nowhere are named by file, line and key."""
    text = entry("beta", 'published = "soon"\nneeds = ["gpu"]').replace('"editing"', '"editng"')

    assert faults(write(tmp_path / "new.toml", text), path) == [
        'FILE:7: method.beta.published: \'soon\' is not a date, or a string "2024" or "2024-12"',
        "FILE:8: method.beta.needs[0]: 'gpu' is not one of cpu, endpoint, image-endpoint, local-gpu",
        "FILE:5: method.beta.categories[0]: no category is called 'editng' (did you mean editing?)",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "FILE: holds 0 entries instead of one"),
        (entry("beta") + entry("gamma"), "FILE: holds 2 entries instead of one"),
        (entry("beta") + '[category.more]\ntitle = "More"\n', "FILE: category: is no entry, and nothing else may stand here"),
        ("[method.beta\n", "FILE: Expected ']' at the end of a table declaration (at line 1, column 13)"),
    ],
)
def test_a_file_that_is_not_one_entry(text: str, said: str, path: Path, tmp_path: Path) -> None:
    """A file that holds none, several, something else or no TOML is told."""
    assert faults(write(tmp_path / "new.toml", text), path) == [said]


def test_an_id_that_the_catalog_has_is_a_fault(path: Path, tmp_path: Path) -> None:
    """An entry with the id of another is not read over it."""
    [fault] = faults(write(tmp_path / "new.toml", entry("alpha")), path)

    assert "is defined in" in fault
