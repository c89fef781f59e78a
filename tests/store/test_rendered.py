"""Tests of the folder of a rendered list: nothing of anybody's is lost, and nothing is written beside it."""

import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from awesome_mm.errors import WriteFailed, WrongUsage
from awesome_mm.render.names import OWN_NAME
from awesome_mm.store.rendered import STATE, Compared, compare, write

ROOT = Path(__file__).parent.parent.parent
FILES = {"README.md": "# List\n", "categories/a.md": "# A\n"}


def put(folder: Path, files: dict[str, str] = FILES, *, overwrite: bool = False) -> Compared:
    """Write `files`, and return how they stood before."""
    return write(folder, files, OWN_NAME, overwrite=overwrite)


def names_in(folder: Path) -> list[str]:
    """Return the paths of all files in `folder`."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_files_are_written_where_nothing_was(tmp_path: Path) -> None:
    """The folder and those in it are made."""
    found = put(tmp_path / "new")

    assert found.missing == ("README.md", "categories/a.md")
    assert (tmp_path / "new" / "categories" / "a.md").read_bytes() == b"# A\n"
    assert names_in(tmp_path / "new") == [STATE, "README.md", "categories/a.md"]


def test_what_is_equal_is_not_touched(tmp_path: Path) -> None:
    """A second run writes no file, not even its own."""
    put(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}

    assert put(tmp_path).unchanged == tuple(FILES)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_what_was_rendered_before_is_replaced(tmp_path: Path) -> None:
    """A file that nobody has touched since becomes what is rendered now."""
    put(tmp_path)
    found = put(tmp_path, {**FILES, "README.md": "# New\n"})

    assert [one.path for one in found.outdated] == ["README.md"]
    assert (tmp_path / "README.md").read_text() == "# New\n"


@pytest.mark.parametrize("is_first", [True, False])
def test_what_somebody_wrote_is_kept(is_first: bool, tmp_path: Path) -> None:
    """A file that was edited, or that was there before any run, stays; all others are written, and the next run knows it still."""
    if not is_first:
        put(tmp_path)
    (tmp_path / "README.md").write_text("# Mine\n")
    found = put(tmp_path, {"README.md": "# New\n", "categories/a.md": "# B\n"})
    again = put(tmp_path, {"README.md": "# New\n", "categories/a.md": "# B\n"})

    assert [(one.path, one.stands, one.rendered) for one in found.edited] == [("README.md", "# Mine\n", "# New\n")]
    assert again.edited == found.edited
    assert (tmp_path / "README.md").read_text() == "# Mine\n"
    assert (tmp_path / "categories" / "a.md").read_text() == "# B\n"


def test_an_edit_is_written_over_on_demand(tmp_path: Path) -> None:
    """With `overwrite` the file becomes what is rendered, and is known again."""
    (tmp_path / "README.md").write_text("# Mine\n")
    put(tmp_path, overwrite=True)

    assert put(tmp_path).is_equal


def test_an_edit_that_is_rendered_now_is_none(tmp_path: Path) -> None:
    """Where the catalog has caught up with an edit, the file counts as rendered."""
    put(tmp_path)
    (tmp_path / "README.md").write_text("# New\n")
    put(tmp_path, {**FILES, "README.md": "# New\n"})

    assert [one.path for one in put(tmp_path).outdated] == ["README.md"]


def test_what_is_no_longer_part_is_removed(tmp_path: Path) -> None:
    """A file of an earlier run goes, unless it was edited; what is not ours stays."""
    folder = tmp_path / "list"
    put(folder, {**FILES, "categories/b.md": "# B\n", "categories/c.md": "# C\n"})
    (folder / "categories" / "c.md").write_text("# Mine\n")
    (folder / "categories" / "d.md").write_text("# D\n")
    found = put(folder)

    assert found.extra == ("categories/b.md",)
    assert [(one.path, one.rendered) for one in found.edited] == [("categories/c.md", "")]
    assert names_in(folder) == [STATE, "README.md", "categories/a.md", "categories/c.md", "categories/d.md"]
    assert put(folder, overwrite=True).edited == found.edited
    assert names_in(folder) == [STATE, "README.md", "categories/a.md", "categories/d.md"]


def test_looking_changes_nothing(tmp_path: Path) -> None:
    """To compare writes nothing, not even a folder."""
    found = compare(tmp_path / "new", FILES, OWN_NAME)

    assert (found.missing, found.is_equal) == (tuple(FILES), False)
    assert list(tmp_path.iterdir()) == []


DYING = """
import os, pathlib, sys
from tests.store.test_rendered import put
sys.addaudithook(lambda event, given: os._exit(9) if event == "os.rename" and str(given[1]).endswith("a.md") else None)
put(pathlib.Path(sys.argv[1]), {"README.md": "# 2\\n", "categories/a.md": "# 2\\n"})
"""


def test_a_run_that_died_leaves_no_edits(tmp_path: Path) -> None:
    """A file that a run wrote before it was killed is known as rendered, and so is one that it had not reached."""
    put(tmp_path)
    done = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], cwd=ROOT, check=False, timeout=60)
    written = (tmp_path / "README.md").read_text(), (tmp_path / "categories" / "a.md").read_text()
    found = put(tmp_path, {"README.md": "# 3\n", "categories/a.md": "# 3\n"})

    assert (done.returncode, written) == (9, ("# 2\n", "# A\n"))
    assert (found.edited, len(found.outdated)) == ((), 2)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"files": 3}', b'{"files": {"README.md": 3}}', b"\xff", b"[" * 100_000])
def test_a_damaged_state_only_makes_careful(content: bytes, tmp_path: Path) -> None:
    """Without a readable state a file that differs counts as somebody's."""
    put(tmp_path)
    (tmp_path / STATE).write_bytes(content)
    found = put(tmp_path, {**FILES, "README.md": "# New\n"})

    assert [one.path for one in found.edited] == ["README.md"]


def test_a_state_names_no_foreign_file(tmp_path: Path) -> None:
    """A state that somebody made up leads to no file that is none of a list."""
    (tmp_path / "list").mkdir()
    (tmp_path / "list" / "notes.md").write_text("x")
    (tmp_path / "secret.md").write_text("x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    state = {"files": {"../secret.md": digest, "notes.md": digest, str(tmp_path / "secret.md"): digest, "categories/../notes.md": digest}}
    (tmp_path / "list" / STATE).write_text(json.dumps(state))

    assert put(tmp_path / "list").extra == ()
    assert (tmp_path / "secret.md").exists()
    assert (tmp_path / "list" / "notes.md").exists()


@pytest.mark.parametrize("link", ["README.md", "categories", STATE, "categories/a.md"])
def test_nothing_is_written_through_a_link(link: str, tmp_path: Path) -> None:
    """A link in the place of a file or folder is named, and neither followed nor replaced, wherever it leads."""
    outside = tmp_path / "outside"
    outside.mkdir()
    place = tmp_path / "list" / link
    place.parent.mkdir(parents=True)
    place.symlink_to(outside if link == "categories" else outside / "file")

    with pytest.raises(WriteFailed, match="is a link"):
        put(tmp_path / "list", overwrite=True)

    assert list(outside.iterdir()) == []
    assert names_in(tmp_path / "list") == []


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    """Whoever names a link means where it leads."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    put(tmp_path / "link")

    assert names_in(tmp_path / "real") == [STATE, "README.md", "categories/a.md"]


def test_what_is_in_the_way_is_named(tmp_path: Path) -> None:
    """A folder where a file belongs, and a file where a folder belongs, stop a run before it writes."""
    (tmp_path / "one" / "README.md").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "categories").write_text("x")

    with pytest.raises(WriteFailed, match=r"README\.md: is in the way of a file"):
        put(tmp_path / "one")
    with pytest.raises(WriteFailed, match="categories: is in the way of a folder"):
        put(tmp_path / "two")
    assert names_in(tmp_path / "two") == ["categories"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file in the place of the folder is wrong usage."""
    (tmp_path / "file").write_text("x")

    with pytest.raises(WrongUsage, match="is no folder"):
        put(tmp_path / "file")


def test_a_file_of_no_text_is_an_edit(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and a file of any size, are shown as far as they can be and kept."""
    (tmp_path / "README.md").write_bytes(b"\xff\x00" * 5_000_000)
    found = put(tmp_path)

    assert len(found.edited[0].stands) <= 5_000_000
    assert (tmp_path / "README.md").stat().st_size == 10_000_000


def _put_often(folder: Path, text: str) -> None:
    for _ in range(10):
        put(folder, dict.fromkeys(FILES, text))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that share a folder are forked")
def test_two_runs_do_not_take_each_other_for_somebody(tmp_path: Path) -> None:
    """Two processes that write different lists into one folder leave one of them whole, and no edits."""
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=_put_often, args=(tmp_path, text)) for text in ("# 1\n", "# 2\n")]
    for other in others:
        other.start()
    for other in others:
        other.join(60)

    assert [other.exitcode for other in others] == [0, 0]
    assert put(tmp_path).edited == ()
