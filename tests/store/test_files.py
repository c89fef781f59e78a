"""Files are written whole or not at all, and nothing is left behind."""

import os
from pathlib import Path

import pytest

from awesome_mm.errors import WriteFailed
from awesome_mm.store import files
from awesome_mm.store.files import locked, replace_file


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    """The new content is there, under the old permissions, and nothing beside it."""
    path = tmp_path / "one"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)

    replace_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """A catalog that is linked from elsewhere is written where it lies."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)

    replace_file(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_file_that_cannot_be_written_is_as_it_was(tmp_path: Path) -> None:
    """Where the place takes nothing, the error goes on and nothing is left."""
    (tmp_path / "place").mkdir()

    with pytest.raises(OSError, match="directory"):
        replace_file(tmp_path / "place", b"new")

    assert list(tmp_path.iterdir()) == [tmp_path / "place"]


def test_what_killed_processes_left_is_swept(tmp_path: Path) -> None:
    """An old temporary file of ours goes; a young one, and any other hidden file, stays."""
    old, young, other = tmp_path / ".one.123", tmp_path / ".one.124", tmp_path / ".one.swp"
    for path in (old, young, other):
        path.write_text("", encoding="utf-8")
    for path in (old, other):
        os.utime(path, (1, 1))

    replace_file(tmp_path / "one", b"new")

    assert sorted(path.name for path in tmp_path.iterdir()) == [".one.124", ".one.swp", "one"]


def test_a_lock_that_is_held_is_not_waited_for_forever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another holds the lock for too long, it is named."""
    monkeypatch.setattr(files, "_PATIENCE", 0.1)

    with locked(tmp_path / "lock"), pytest.raises(WriteFailed, match="another process"), locked(tmp_path / "lock"):
        pass
