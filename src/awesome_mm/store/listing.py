"""The files that make up a catalog, by their names alone.

Layer: store. Nothing is read here and little is imported: every search over a folder comes by to see whether a file has changed.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from ..errors import CatalogInvalid

LINE_SUFFIXES = (".jsonl", ".ndjson")
_SUFFIXES = (".toml", *LINE_SUFFIXES)


def is_of_lines(path: Path) -> bool:
    """Whether the file at `path` holds a JSON object in each line; any other is TOML."""
    return path.name.endswith(LINE_SUFFIXES)


def catalog_files(path: Path) -> list[Path]:
    """Return the files of the catalog at `path`, sorted: itself, or all below it where it is a folder, hidden ones left out.

    Raises:
        CatalogInvalid: `path` is a folder that holds no such file or cannot be read throughout.
    """
    if not _is_folder(path):
        return [path]
    unreadable: list[OSError] = []
    files = sorted(map(Path, paths_below(str(path), unreadable)))
    if unreadable:
        faults = sorted(f"{error.filename}: {error.strerror}" for error in unreadable)
        raise CatalogInvalid(faults, "Check the path given with --catalog or AWESOME_MM_CATALOG.")
    if not files:
        raise CatalogInvalid([f"{path}: the folder holds no {_written_suffixes()} file"], "Name a catalog file or a folder of them.")
    return files


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will say why
        return False


def _written_suffixes() -> str:
    return f"{', '.join(_SUFFIXES[:-1])} or {_SUFFIXES[-1]}"


def paths_below(folder: str, unreadable: list[OSError]) -> list[str]:
    """Return the paths of the catalog's files in `folder`, in no order; folders that cannot be looked into are noted in `unreadable`."""
    return [os.path.join(inner, name) for inner, names in names_below(folder, unreadable) for name in names]  # noqa: PTH118 - ten thousand


def names_below(folder: str, unreadable: list[OSError]) -> Iterator[tuple[str, list[str]]]:
    """Yield `folder` and each folder below it with the names of its files that belong to a catalog, in no order.

    Links to folders are not followed: they may lead in a circle.
    """
    folders = [folder]
    for inner in folders:  # which grows on the way
        try:
            with os.scandir(inner) as found:
                entries = [entry for entry in found if entry.name[0] != "."]
        except OSError as error:
            unreadable.append(error)
            continue
        below = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
        folders += [entry.path for entry in below]
        no_files = {entry.name for entry in below}
        yield inner, [entry.name for entry in entries if entry.name.endswith(_SUFFIXES) and entry.name not in no_files]
