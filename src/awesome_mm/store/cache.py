"""Opens a catalog, compiled: from the cache folder when it is there and fits, else from its files, leaving a copy behind.

Layer: store. A cache that is missing, damaged, stale or not writable costs time and nothing else. Two processes may make it at
once: each writes a file of its own and renames it into place.
"""

import os
import zlib
from contextlib import suppress
from operator import attrgetter
from pathlib import Path

from .. import __version__
from ..model.catalog import Catalog
from .compiled import CompiledRecords, Damaged
from .places import cache_folder, overlay_file

_PACKAGE = Path(__file__).resolve().parent.parent
_LONGEST_STEM = 50  # file names end at 255 bytes, and a character may take four


def open_catalog(path: Path) -> Catalog:
    """Return the catalog at `path` (a file or a folder of them).

    Raises:
        CatalogInvalid: it is missing, unreadable or unsound; every fault is named.
    """
    key = _key(path)
    records = _open_cached(path, key) if key else None
    return Catalog(records or CompiledRecords(_compiled(path, key)))


def open_compiled(path: Path) -> Catalog | None:
    """Return the catalog at `path` if it has been compiled already; None where that would have to be done first."""
    key = _key(path)
    records = _open_cached(path, key, remake=False) if key else None
    return Catalog(records) if records else None


def cached_place(path: Path) -> Path:
    """Return where the compiled form of the catalog at `path` lies."""
    name = f"{path.stem[:_LONGEST_STEM] or 'catalog'}-{zlib.crc32(os.fsencode(path.absolute())):08x}.compiled"
    return cache_folder() / name


def _key(path: Path) -> list[object]:
    """Return what the compiled form depends on: this version and its code, the fetched records, and the state of the catalog's files.

    Empty where a file cannot be looked at: reading the catalog then says what is wrong with every one of them.
    """
    try:
        state = _file_state(path) if path.is_file() else _folder_state(path)
        return [__version__, _code(), _overlay_state(), [str(path.absolute()), *state]] if state else []
    except (OSError, ValueError):
        return []


def _file_state(path: Path) -> list[int]:
    """Return size and times of change of the file; nothing where it may not be read, so that it is not answered from memory."""
    return list(_state(path.stat())) if os.access(path, os.R_OK) else []


def _folder_state(path: Path) -> list[int]:
    """Return a digest of the names, sizes, modes and times of change of the files below `path`, their number, and who asks.

    It stands for a list that takes longer to read than the files to look at. Whether each may be read is not asked: a compiled form of
    this state was made by somebody who could read them all, and whoever loses the right to is another or finds another mode or time.
    """
    from .listing import names_below

    unreadable: list[OSError] = []
    folders = sorted((folder, sorted(names)) for folder, names in names_below(str(path), unreadable) if names)
    count = sum(len(names) for _, names in folders)
    if unreadable or not count:
        return []
    written = "\0".join(f"{folder}\0\0" + "\0".join(names) for folder, names in folders)
    states = tuple([_states_in(folder, names) for folder, names in folders])
    return [count, zlib.crc32(os.fsencode(written)), hash(states), *_asker()]


def _states_in(folder: str, names: list[str]) -> tuple[tuple[int, ...], ...]:
    """Return the states of the files of `folder`; looked at from inside it, which takes two thirds of the time that whole paths take."""
    if os.stat not in os.supports_dir_fd:
        return tuple([_rights_and_state(os.stat(f"{folder}{os.sep}{name}")) for name in names])  # noqa: PTH116 - ten thousand names
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return tuple([_rights_and_state(os.stat(name, dir_fd=descriptor)) for name in names])
    finally:
        os.close(descriptor)


_rights_and_state = attrgetter("st_mode", "st_size", "st_mtime_ns", "st_ctime_ns")


def _asker() -> list[int]:
    """Return what the rights of this process hang on, where the system has it."""
    return [os.geteuid(), os.getegid(), *os.getgroups()] if hasattr(os, "geteuid") else []


def _overlay_state() -> list[int]:
    """Return the state of the fetched records that are laid over the catalog; empty where there are none."""
    try:
        return list(_state(overlay_file().stat()))
    except (OSError, ValueError):
        return []


def _state(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def _code() -> list[object]:
    """Return the state of the modules that shape a compiled catalog: in a checkout they change without the version."""
    folders = [_PACKAGE / layer for layer in ("model", "store")]
    try:
        modules = [entry for folder in folders for entry in os.scandir(folder) if entry.name.endswith(".py")]
        stats = [module.stat() for module in modules]
    except OSError:  # the package runs from an archive
        return []
    return [len(stats), sum(stat.st_size for stat in stats), max((stat.st_mtime_ns for stat in stats), default=0)]


def _open_cached(path: Path, key: list[object], *, remake: bool = True) -> CompiledRecords | None:
    """Return the records in the cache, None where there are none of `key`; what proves damaged later is made anew, if it may be."""
    from mmap import ACCESS_READ, mmap

    try:
        with cached_place(path).open("rb") as file:
            content = mmap(file.fileno(), 0, access=ACCESS_READ)
        records = CompiledRecords(content, remake=(lambda: _compiled(path, key)) if remake else None)
    except (Damaged, OSError, ValueError):  # an empty file cannot be mapped
        return None
    return records if records.key == key else None


def _compiled(path: Path, key: list[object]) -> bytes:
    """Return the catalog at `path` compiled, and leave a copy in the cache."""
    from .catalog_file import load_catalog
    from .compiled import compile_catalog
    from .files import replace_file
    from .overlay import overlaid
    from .records import RecordFile

    content = compile_catalog(overlaid(load_catalog(path), RecordFile(overlay_file()).read()), key)
    if key:
        with suppress(OSError):
            replace_file(cached_place(path), content)
    return content
