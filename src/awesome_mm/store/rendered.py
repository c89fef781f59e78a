"""The folder of a rendered list: writes what is new, keeps what somebody has edited, and removes what nobody needs any more.

Layer: store. What was last rendered is known by checksums in a file of the folder, so that the pages themselves carry nothing that
is not for readers. A file that is neither what was last rendered nor what would be rendered now is somebody's work.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import WriteFailed, WrongUsage
from .files import locked, replace_file
from .places import cache_folder

STATE = ".awesome-mm-render.json"
_LARGEST_COMPARED = 5_000_000  # bytes of a file that is read to be compared; no page is a tenth of that


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A file that is not what was last rendered: what `stands` there, and what is `rendered` (``""``: nothing any more)."""

    path: str
    stands: str
    rendered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The files of a list against those in its folder, as paths: all that would be rendered, and `extra` ones rendered before."""

    missing: tuple[str, ...]
    unchanged: tuple[str, ...]
    outdated: tuple[Edited, ...]
    edited: tuple[Edited, ...]
    extra: tuple[str, ...]

    @property
    def is_equal(self) -> bool:
        """Whether the folder holds exactly what would be rendered."""
        return not (self.missing or self.outdated or self.edited or self.extra)


def compare(folder: Path, files: Mapping[str, str], own_name: re.Pattern[str]) -> Compared:
    """Return how the `files` to be rendered stand to those in `folder`; `own_name` is what the path of a rendered file looks like.

    Raises:
        WrongUsage: `folder` is no folder.
        WriteFailed: something in it leads elsewhere, or is no file where one belongs.
    """
    if folder.exists() and not folder.is_dir():
        raise WrongUsage(f"--out: {folder} is no folder.", "Name a folder; one that does not exist is made.")
    state = {path: digest for path, digest in _read_state(folder).items() if own_name.fullmatch(path)}
    _check_ways(folder, [*files, *state])
    standing = {path: content for path in (*files, *state) if (content := _read(folder / path)) is not None}
    differing = {path: content for path, content in standing.items() if path not in files or content != files[path].encode()}
    ours = {path for path, content in differing.items() if _digest(content) in state.get(path, "").split()}
    pairs = [Edited(path=path, stands=_shown(content), rendered=files.get(path, "")) for path, content in differing.items()]
    return Compared(
        missing=tuple(path for path in files if path not in standing),
        unchanged=tuple(path for path in files if path in standing and path not in differing),
        outdated=tuple(pair for pair in pairs if pair.path in ours and pair.path in files),
        edited=tuple(pair for pair in pairs if pair.path not in ours),
        extra=tuple(path for path in differing if path in ours and path not in files),
    )


def write(folder: Path, files: Mapping[str, str], own_name: re.Pattern[str], *, overwrite: bool) -> Compared:
    """Write the `files` and remove those that are extra; edited ones only where `overwrite`. Return how they stood before.

    Raises:
        WrongUsage, WriteFailed: as `compare`; or another process is writing.
        OSError: a file could not be written; those before it were, and the next run knows them.
    """
    with _writing_alone(folder):
        found = compare(folder, files, own_name)
        edited = {one.path for one in found.edited}
        kept = set() if overwrite else edited
        before = _read_state(folder)
        state = {path: digest for path, digest in before.items() if path in kept}
        state |= {path: _digest(text.encode()) for path, text in files.items() if path not in kept}
        _write_state(folder, {**before, **{path: _either(before.get(path, ""), digest) for path, digest in state.items()}})
        for path in (*found.missing, *(one.path for one in found.outdated), *sorted(edited - kept)):
            if path in files:
                replace_file(folder / path, files[path].encode())
        for path in (*found.extra, *(path for path in sorted(edited - kept) if path not in files)):
            (folder / path).unlink(missing_ok=True)
        _write_state(folder, state)
    return found


@contextmanager
def _writing_alone(folder: Path) -> Iterator[None]:
    """Hold off other runs that write into `folder`; a cache folder that takes nothing holds off nobody."""
    digest = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()
    cache = cache_folder()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        can_lock = os.access(cache, os.W_OK)
    except OSError:
        can_lock = False
    if not can_lock:
        yield
        return
    with locked(cache / f"render-{digest[:16]}.lock"):
        yield


def _check_ways(folder: Path, paths: Sequence[str]) -> None:
    """Raise where a path leads through a link, or something stands there that is no file: nothing is written beside the folder."""
    ways = [way for path in paths for way in (*_parents(path), path)]
    for path in dict.fromkeys([STATE, *ways]):
        place = folder / path
        if place.is_symlink():
            raise WriteFailed(f"{place}: is a link, and render writes nowhere but in its folder.", "Remove the link.")
        is_folder = any(other.startswith(f"{path}/") for other in paths)
        if place.exists() and (not place.is_dir() if is_folder else not place.is_file()):
            raise WriteFailed(f"{place}: is in the way of a {'folder' if is_folder else 'file'} of the list.", "Move it away.")


def _parents(path: str) -> list[str]:
    return [parent.as_posix() for parent in Path(path).parents if parent.name]


def _read(place: Path) -> bytes | None:
    """Return what stands at `place`, of a very large file only the beginning; None where nothing does."""
    try:
        with place.open("rb") as file:
            return file.read(_LARGEST_COMPARED)
    except FileNotFoundError:
        return None


def _shown(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _either(before: str, digest: str) -> str:
    """Return what is known of a file while it may hold what it held or what it shall hold."""
    return " ".join(dict.fromkeys([*before.split(), digest]))


def _read_state(folder: Path) -> dict[str, str]:
    """Return the checksum of each file as it was last rendered, or two where a run ended before it was done; none that are not known."""
    try:
        held = json.loads((folder / STATE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    files = held.get("files") if isinstance(held, dict) else None
    return {path: str(digest) for path, digest in files.items()} if isinstance(files, dict) else {}


def _write_state(folder: Path, state: Mapping[str, str]) -> None:
    text = json.dumps(
        {"about": "What `awesome-mm render` wrote, so that edits by hand are noticed.", "files": state}, indent=1, sort_keys=True
    )
    content = f"{text}\n".encode()
    if _read(folder / STATE) != content:
        replace_file(folder / STATE, content)
