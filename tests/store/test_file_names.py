"""The names of entries' files."""

import pytest

from awesome_mm.store.file_names import entry_file_name


def test_a_file_is_called_as_its_entry() -> None:
    """The id alone is the name."""
    assert entry_file_name("llava-1-5") == "llava-1-5.toml"


@pytest.mark.parametrize("entry_id", ["con", "nul", "com1", "lpt9", "catalog"])
def test_names_that_may_not_be(entry_id: str) -> None:
    """What is a device on Windows, and the name of the head's own file, get a mark behind."""
    assert entry_file_name(entry_id) == f"{entry_id}_.toml"


def test_a_name_that_is_taken() -> None:
    """Another file of the name, in whatever case, is left alone."""
    assert entry_file_name("alpha", {"alpha.toml"}) == "alpha_2.toml"


def test_a_very_long_id() -> None:
    """File names end somewhere: long ids are cut and stay apart."""
    names = {entry_file_name("a" * 300), entry_file_name("a" * 299 + "b")}

    assert len(names) == 2
    assert all(len(name) < 200 for name in names)
