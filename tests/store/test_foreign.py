"""Files that are not ours are read as far as they may be."""

from pathlib import Path

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.store.foreign import bytes_of


def test_a_file(tmp_path: Path) -> None:
    """A file is read, a large one a byte further than it may be long, so that it is known to be larger."""
    path = tmp_path / "a"
    path.write_bytes(b"12345")

    assert (bytes_of(path, 10), bytes_of(path, 3)) == (b"12345", b"1234")


def test_what_is_no_file(tmp_path: Path) -> None:
    """Folders and paths that lead nowhere are named as such."""
    with pytest.raises(WrongUsage, match="is a folder"):
        bytes_of(tmp_path, 10)
    with pytest.raises(WrongUsage, match="no such file"):
        bytes_of(tmp_path / "a", 10)
    with pytest.raises(WrongUsage, match="cannot be read"):
        bytes_of(tmp_path / ("a" * 300), 10)
