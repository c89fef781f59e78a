"""Opens a catalog, compiled: from the cache folder when it is there and fits, else from the TOML, leaving a copy behind.

Layer: store. A cache that is missing, damaged, stale or not writable costs time and nothing else. Two processes may make it at
once: each writes a file of its own and renames it into place.
"""

import io
import os
import zlib
from contextlib import suppress
from pathlib import Path

from .. import __version__
from ..errors import CatalogInvalid
from ..model.catalog import Catalog
from .compiled import CompiledRecords, Damaged
from .places import cache_folder


def open_catalog(path: Path) -> Catalog:
    """Return the catalog at `path` (a TOML file or a folder of them).

    Raises:
        CatalogInvalid: it is missing, unreadable or unsound; every fault is named.
    """
    key = _key(path)
    place = cached_place(path)
    records = _open_cached(place, key)
    if records is None:
        records = _compile(path, key, place)
    return Catalog(records)


def cached_place(path: Path) -> Path:
    """Return where the compiled form of the catalog at `path` lies."""
    name = f"{path.stem or 'catalog'}-{zlib.crc32(os.fsencode(path.absolute())):08x}.compiled"
    return cache_folder() / name


def _key(path: Path) -> list[object]:
    """Return what the compiled form depends on: this version, and each file's path, size and time of change."""
    try:
        files = [path] if path.is_file() else _files_below(path)
        stats = [(file, file.stat()) for file in files]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CatalogInvalid([f"{path}: {reason}"], "Check the path given with --catalog or AWESOME_MM_CATALOG.") from error
    return [__version__, [[str(file.absolute()), stat.st_size, stat.st_mtime_ns] for file, stat in stats]]


def _files_below(path: Path) -> list[Path]:
    from .catalog_file import catalog_files

    return catalog_files(path)


def _open_cached(place: Path, key: list[object]) -> CompiledRecords | None:
    try:
        stream = place.open("rb")
    except OSError:
        return None
    try:
        records = CompiledRecords(stream)
        if records.key == key and records.is_whole():
            return records
    except (Damaged, OSError, ValueError):
        pass
    stream.close()
    return None


def _compile(path: Path, key: list[object], place: Path) -> CompiledRecords:
    from .catalog_file import load_catalog
    from .compiled import compile_catalog

    compiled = compile_catalog(load_catalog(path), key)
    with suppress(OSError):
        _write(place, compiled)
    return CompiledRecords(io.BytesIO(compiled))


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    temporary = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        temporary.write_bytes(content)
        temporary.replace(place)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
