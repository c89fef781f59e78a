"""Writes files so that nothing is lost: whole or not at all, and one process at a time.

Layer: store.
"""

import glob
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import WriteFailed

_PATIENCE = 60.0  # seconds that another process may take to write
_ABANDONED = 3600.0  # seconds after which a temporary file is nobody's


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of the file at `path` (or behind it, where it is a link), which keeps its permissions.

    Whoever looks meanwhile, and whoever comes after a crash, finds the old file or the new one.

    Raises:
        OSError: it could not be written; then the old file is as it was.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    _sweep(path)
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def create_files(contents: Mapping[Path, bytes]) -> None:
    """Make the files of `contents`, none of which may be there; where one cannot be made, none is left.

    Raises:
        OSError: a file could not be made.
    """
    made: list[Path] = []
    try:
        for path, content in contents.items():
            with path.open("xb") as file:
                made.append(path)
                file.write(content)
    except OSError:
        for path in made:
            with suppress(OSError):
                path.unlink()
        raise


def _sweep(path: Path) -> None:
    """Remove what processes that were killed amid writing the file at `path` have left beside it."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*"):
        with suppress(OSError):
            if left.suffix[1:].isdecimal() and time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


@contextmanager
def locked(path: Path, patience: float | None = None) -> Iterator[None]:
    """Hold the lock at `path`, which is let go when the process ends in whatever way; wait `patience` seconds for others.

    Raises:
        WriteFailed: another process holds it for too long, or it cannot be made.
    """
    from filelock import FileLock, Timeout

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        longest = _PATIENCE if patience is None else patience
        lock = FileLock(path, timeout=longest)
        lock.acquire()
    except Timeout as error:
        raise WriteFailed(f"{path}: another process has held it for more than {longest:.0f} seconds.", "Try again.") from error
    except (OSError, NotImplementedError) as error:
        raise WriteFailed(f"{path}: cannot be locked ({error}).", "Check space and permissions.") from error
    try:
        yield
    finally:
        lock.release()
