"""Files as they were at a revision of a real repository."""

import os
import shutil
from pathlib import Path, PurePosixPath

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.store.revisions import contents_at, files_at, is_revision, is_there_at, read_at, top_of
from tests.repositories import commit, git

MOST = 1000


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with two commits, of which the second changes, removes and adds."""
    folder = tmp_path / "list"
    commit(folder, {"README.md": "old", "docs/a.md": "a", "docs/deep/b.toml": "b", "docs/.hidden/c.md": "c", "docs/空 格.md": "文"})
    git(folder, "tag", "v1")
    commit(folder, {"README.md": "new", "docs/a.md": None, "later.md": "later"})
    return folder


def test_a_file_as_it_was(repository: Path) -> None:
    """A file is read as it was, whatever it is now; one that came later was not there."""
    assert read_at("v1", repository / "README.md", MOST) == b"old"
    assert read_at("HEAD", repository / "README.md", MOST) == b"new"
    assert read_at("HEAD~1", repository / "docs" / "a.md", MOST) == b"a"
    assert read_at("v1", repository / "later.md", MOST) is None
    assert read_at("v1", repository / "docs", MOST) is None


def test_a_path_seen_from_here(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path is meant from where one stands, upwards too."""
    monkeypatch.chdir(repository / "docs")

    assert read_at("v1", Path("a.md"), MOST) == b"a"
    assert read_at("v1", Path("../README.md"), MOST) == b"old"
    assert top_of(Path("a.md")) == repository.resolve()


def test_a_folder_as_it_was(repository: Path) -> None:
    """The files below a folder are listed by their paths from there, sorted, without those of hidden folders."""
    expected = tuple(map(PurePosixPath, ("a.md", "deep/b.toml", "空 格.md")))

    assert files_at("v1", repository / "docs") == expected
    assert files_at("v1", repository / "README.md") is None
    assert files_at("v1", repository / "nowhere") is None


def test_a_folder_that_is_gone(repository: Path) -> None:
    """A folder is read though it is no more."""
    commit(repository, {"docs/deep/b.toml": None, "docs/.hidden/c.md": None, "docs/空 格.md": None})
    shutil.rmtree(repository / "docs", ignore_errors=True)

    assert read_at("v1", repository / "docs" / "deep" / "b.toml", MOST) == b"b"
    assert len(files_at("v1", repository / "docs") or ()) == 3


def test_contents_together(repository: Path) -> None:
    """The files that are wanted are read together, bytes as they are; of no folder there are none."""
    commit(repository, {"docs/bytes.md": b"a\nb\n\n\0\xff", "docs/empty.md": ""})

    found = contents_at("HEAD", repository / "docs", lambda path: path.suffix == ".md", MOST)

    assert found == {PurePosixPath("bytes.md"): b"a\nb\n\n\0\xff", PurePosixPath("empty.md"): b"", PurePosixPath("空 格.md"): "文".encode()}
    assert contents_at("HEAD", repository / "docs", lambda path: False, MOST) == {}
    assert contents_at("HEAD", repository / "README.md", lambda path: True, MOST) is None


def test_what_is_too_large(repository: Path) -> None:
    """A file beyond the limit is refused before it is read."""
    commit(repository, {"docs/large.md": "x" * (MOST + 1)})

    with pytest.raises(WrongUsage, match="larger than"):
        read_at("HEAD", repository / "docs" / "large.md", MOST)
    with pytest.raises(WrongUsage, match=r"large\.md is larger than"):
        contents_at("HEAD", repository / "docs", lambda path: True, MOST)


def test_links(repository: Path) -> None:
    """A link to a file of the repository leads there; one that leads out is nothing, and none is listed."""
    (repository / "link.md").symlink_to("README.md")
    (repository / "out.md").symlink_to("/etc/passwd")
    commit(repository, {})

    assert read_at("HEAD", repository / "link.md", MOST) == b"new"
    assert read_at("HEAD", repository / "out.md", MOST) is None
    assert {str(path) for path in files_at("HEAD", repository) or ()} >= {"README.md", "later.md"}
    assert PurePosixPath("link.md") not in (files_at("HEAD", repository) or ())


@pytest.mark.parametrize("name", ["v1", "main", "HEAD", "HEAD~1", "main@{0}", "main^{commit}"])
def test_what_names_a_commit(repository: Path, name: str) -> None:
    """Branches, tags and what git makes of them are revisions."""
    assert is_revision(name, repository / "README.md")


@pytest.mark.parametrize("name", ["", "nope", "-h", "--help", "--output=x", "v1..main", "a\0b", "v1\nmain", "README.md", "x" * 5000])
def test_what_names_none(repository: Path, name: str) -> None:
    """Ranges, paths, options and nonsense are none, and git never takes one for an option."""
    assert not is_revision(name, repository)
    with pytest.raises(WrongUsage, match="no such revision"):
        read_at(name, repository / "README.md", MOST)


def test_an_option_does_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks like an option of git writes no file."""
    monkeypatch.chdir(repository)

    assert not is_revision("--output=made", repository)
    assert not (repository / "made").exists()


def test_no_repository(tmp_path: Path) -> None:
    """Where there is no repository the message says so."""
    with pytest.raises(WrongUsage, match="lies in no git repository"):
        is_revision("main", tmp_path / "README.md")


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git the message says what to install."""
    monkeypatch.setenv("PATH", str(repository))

    with pytest.raises(WrongUsage, match="git is not installed") as caught:
        is_revision("main", repository)
    assert "Install git" in caught.value.fix


def test_within_a_hook(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The repository is that of the path, also where a hook of another one set git's variables."""
    other = tmp_path / "other"
    commit(other, {"README.md": "other"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))

    assert read_at("v1", repository / "README.md", MOST) == b"old"


def test_paths_that_git_would_read_otherwise(repository: Path) -> None:
    """Marks that mean something to git are letters of a name here; a line break is in no path."""
    commit(repository, {"[a]*.md": "marks", ":(top)x.md": "colon"})

    assert read_at("HEAD", repository / "[a]*.md", MOST) == b"marks"
    assert read_at("HEAD", repository / ":(top)x.md", MOST) == b"colon"
    assert not is_there_at("HEAD", repository / "README.md\nHEAD:./later.md")
    assert not is_there_at("HEAD", repository / ("x" * 5000))
    assert os.listdir(repository)  # noqa: PTH208 - that it is there at all
