"""The entries of a folder stand as they are printed, whatever their files are called."""

from pathlib import Path

from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.places import bundled_catalog
from awesome_mm.store.print_order import as_printed
from tests.store.written import catalog, entry, write


def test_a_folder_is_in_the_order_of_its_categories(tmp_path: Path) -> None:
    """The category's order decides, kind by kind; what it leaves out follows by the names of the files."""
    head = catalog().replace('title = "Editing"', 'title = "Editing"\norder = ["gamma", "alpha"]')
    write(tmp_path / "c" / "catalog.toml", head)
    for one in ("alpha", "beta", "delta", "gamma"):
        write(tmp_path / "c" / f"{one}.toml", entry(one))
    write(tmp_path / "c" / "a.toml", entry("set", kind="dataset"))

    assert [one.id for one in load_catalog(tmp_path / "c").entries] == ["gamma", "alpha", "beta", "delta", "set"]


def test_a_file_keeps_its_own_order(tmp_path: Path) -> None:
    """Whoever writes one file says the order by writing it."""
    head = catalog(entry("alpha"), entry("gamma")).replace('title = "Editing"', 'title = "Editing"\norder = ["gamma", "alpha"]')

    assert [one.id for one in load_catalog(write(tmp_path / "c.toml", head)).entries] == ["alpha", "gamma"]


def test_the_bundled_catalog_is_in_printed_order() -> None:
    """So it may be kept as a folder as well, and nobody sees a difference."""
    held = load_catalog(bundled_catalog())

    assert as_printed(held.entries, held.vocabularies.category) == held.entries
