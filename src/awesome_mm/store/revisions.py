"""Files as they were at a revision of the git repository they lie in.

Layer: store. Git is asked for objects only: nothing is checked out, no filter, pager or hook runs, and nothing is fetched.
"""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..errors import WrongUsage

_WAIT = 60  # seconds; a large folder takes less than one
_MOST_TOGETHER = 512 * 1024 * 1024  # bytes of a folder
_REGULAR = ("100644", "100755", "100664")
_QUIET = {
    "LC_ALL": "C",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
}
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")  # would stand for another repository than that of the path


class _Held(NamedTuple):
    """An object of the repository at `top`."""

    top: Path
    id: str
    kind: str
    size: int


def is_revision(text: str, near: Path) -> bool:
    """Whether `text` names a commit of the repository in which `near` lies, or would lie.

    Raises:
        WrongUsage: git is not installed, or `near` is in no repository.
    """
    place = _standing(near)
    _check_repository(place, near)
    return bool(_commit(text, place))


def top_of(path: Path) -> Path:
    """Return the topmost folder of the repository in which `path` lies.

    Raises:
        WrongUsage: git is not installed, or it lies in none.
    """
    place = _standing(path)
    _check_repository(place, path)
    return Path(os.fsdecode(_git(place, "rev-parse", "--show-toplevel")).removesuffix("\n"))


def is_there_at(revision: str, path: Path) -> bool:
    """Whether a file or a folder was at `path` at `revision`; raises as `read_at` does."""
    return _held_at(revision, path) is not None


def read_at(revision: str, path: Path, most: int) -> bytes | None:
    """Return the content of the file at `path` as it was at `revision`; None where there was no file.

    Raises:
        WrongUsage: no such revision, or the file was larger than `most` bytes; see also `is_revision`.
    """
    held = _held_at(revision, path)
    if held is None or held.kind != "blob":
        return None
    if held.size > most:
        raise WrongUsage(f"{revision}:{path}: larger than {most // 1024 // 1024} MiB.", "Name a smaller file.")
    return _git(held.top, "cat-file", "blob", held.id)


def files_at(revision: str, folder: Path) -> tuple[PurePosixPath, ...] | None:
    """Return the files that were in `folder` and below it at `revision`, as paths from there, sorted; None where there was no folder.

    Links and files of hidden folders are left out. Raises as `read_at` does.
    """
    held = _held_at(revision, folder)
    return None if held is None or held.kind != "tree" else tuple(one for one, _, _ in _listed(held))


def contents_at(revision: str, folder: Path, are_wanted: Callable[[PurePosixPath], bool], most: int) -> dict[PurePosixPath, bytes] | None:
    """Return the files that `files_at` gives and that are wanted, with their content.

    Raises:
        WrongUsage: one is larger than `most` bytes, or all together are larger than can be held; see also `read_at`.
    """
    held = _held_at(revision, folder)
    if held is None or held.kind != "tree":
        return None
    wanted = [(path, oid, size) for path, oid, size in _listed(held) if are_wanted(path)]
    if too_large := [path for path, _, size in wanted if size > most]:
        raise WrongUsage(f"{revision}:{folder}: {too_large[0]} is larger than {most // 1024 // 1024} MiB.", "Name a folder without it.")
    if sum(size for _, _, size in wanted) > _MOST_TOGETHER:
        raise WrongUsage(f"{revision}:{folder}: larger than {_MOST_TOGETHER // 1024 // 1024} MiB.", "Name a smaller folder.")
    if not wanted:
        return {}
    answer = _git(held.top, "cat-file", "--batch", given="".join(f"{oid}\n" for _, oid, _ in wanted).encode())
    return dict(zip((path for path, _, _ in wanted), _batch(answer), strict=True))


def _batch(answer: bytes) -> list[bytes]:
    """Return the contents in an answer of ``cat-file --batch``: each behind a line with its size, and with a line break after it."""
    contents, place = [], 0
    while place < len(answer):
        end = answer.index(b"\n", place)
        size = int(answer[place:end].rpartition(b" ")[2])
        contents.append(answer[end + 1 : end + 1 + size])
        place = end + size + 2
    return contents


def _held_at(revision: str, path: Path) -> _Held | None:
    """Return what was at `path` at `revision`, links followed; None where there was nothing.

    Raises:
        WrongUsage: there is no such revision, or no repository.
    """
    place = _standing(path)
    _check_repository(place, path)
    commit = _commit(revision, place)
    if not commit:
        raise WrongUsage(f"{revision}: there is no such revision.", "`git log --oneline` shows which there are.")
    below = PurePosixPath(Path(os.path.abspath(path)).relative_to(place)).as_posix()  # noqa: PTH100 - links stay as they are
    if "\n" in below or "\0" in below:
        return None
    answer = _git(
        place, "cat-file", "--batch-check", "--follow-symlinks", given=os.fsencode(f"{commit}:./{'' if below == '.' else below}\n")
    )
    words = os.fsdecode(answer).split("\n")[0].rsplit(" ", 2)
    if len(words) != 3 or words[1] not in ("blob", "tree"):
        return None
    return _Held(place, words[0], words[1], int(words[2]))


def _listed(held: _Held) -> list[tuple[PurePosixPath, str, int]]:
    """Return path, id and size of the regular files of a tree, sorted by path."""
    found = []
    for line in os.fsdecode(_git(held.top, "ls-tree", "-r", "-l", "-z", "--full-tree", held.id)).split("\0"):
        facts, tab, path = line.partition("\t")
        mode, *_, oid, size = facts.split() or [""] * 3
        parts = PurePosixPath(path).parts
        if tab and mode in _REGULAR and size.isdigit() and not any(part.startswith(".") for part in parts) and not path.startswith("/"):
            found.append((PurePosixPath(path), oid, int(size)))
    return sorted(found)


def _standing(path: Path) -> Path:
    """Return the nearest folder at or above `path` that is there now."""
    place = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are
    while not _is_folder(place) and place != place.parent:
        place = place.parent
    return place


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # too long, or no path at all
        return False


def _check_repository(place: Path, path: Path) -> None:
    done = _run(place, "rev-parse", "--is-inside-work-tree")
    if done.returncode or done.stdout.strip() != b"true":
        said = os.fsdecode(done.stderr).strip().split("\n")[0].removeprefix("fatal: ")
        why = f" ({said})" if said and "not a git repository" not in said else ""
        raise WrongUsage(f"{path}: lies in no git repository{why}.", "Name a path that is there, or stand in the repository.")


def _commit(text: str, place: Path) -> str:
    """Return the id of the commit that `text` names; ``""`` where it names none. What begins with a dash is no name."""
    if not text or text.startswith("-") or "\0" in text or not text.isprintable():
        return ""
    done = _run(place, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{text}^{{commit}}")
    found = done.stdout.decode("ascii", "replace").strip()
    return found if not done.returncode and found.isalnum() else ""


def _git(place: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = _run(place, *arguments, given=given)
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().split("\n")[0]
        raise WrongUsage(f"git {arguments[0]} failed: {said or done.returncode}.", "`git fsck` says whether the repository is sound.")
    return done.stdout


def _run(place: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """Run git in `place`, never through a shell.

    Raises:
        WrongUsage: git is not installed, or does not end.
    """
    call = ["git", "--no-pager", "-C", str(place), *arguments]
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, of which none that is given can be an option
            call, input=given, capture_output=True, check=False, timeout=_WAIT, env={**environment, **_QUIET}
        )
    except FileNotFoundError as error:
        raise WrongUsage("git is not installed, and only git knows revisions.", "Install git, or name paths that are there.") from error
    except subprocess.TimeoutExpired as error:
        raise WrongUsage(f"git {arguments[0]} did not end in {_WAIT} seconds.", "Try it again, or name paths that are there.") from error
    except OSError as error:
        raise WrongUsage(f"git cannot be run ({error.strerror or error}).", "Check the installation of git.") from error
