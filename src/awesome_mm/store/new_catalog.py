"""Makes a catalog of a draft where none was: a TOML file, a file of JSON lines, or a folder with a file for each entry.

Layer: store. Nothing that is there is written over. The catalog is made aside, read, and only then put in its place.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ..errors import CatalogInvalid, WriteFailed, WrongUsage
from ..model.draft import Draft
from .catalog_file import load_catalog
from .drafting import Table, Tables, draft_tables, head_table, model_of, with_dates
from .file_names import HEAD_FILE, entry_file_name
from .files import create_files, locked
from .listing import catalog_files, is_of_lines
from .places import writing_lock
from .toml_text import table_text

_FORMS = (".toml", ".jsonl", ".ndjson")
_MOST_FAULTS = 3


def write_new(path: Path, draft: Draft, as_of: str, *, opening: str = "") -> tuple[Path, ...]:
    """Make the catalog of `draft` at `path` and return the files made, the one with the head first.

    The suffix says the form; a folder that is there, or a name without suffix, becomes a folder with a file for each entry.
    `opening` stands at the top of a TOML catalog's head.

    Raises:
        WrongUsage: no catalog has such a suffix.
        WriteFailed: there is a catalog already, or the draft makes none that is sound.
        OSError: the files could not be written, and none is left.
    """
    is_folder = path.is_dir() or not path.suffix
    if not is_folder and path.suffix not in _FORMS:
        raise WrongUsage(
            f"{path}: a catalog is a {', a '.join(_FORMS)} file or a folder.", "Make the folder first if it is to be called so."
        )
    contents = _contents(path, draft, as_of, opening, is_folder=is_folder)
    with locked(writing_lock()), _aside(path) as aside:
        targets = [path / name if is_folder else path for name in contents]
        _check_free(path, targets)
        create_files({aside / name: content for name, content in contents.items()})
        _check_sound(path, aside, draft)
        _put_in_place(aside, list(contents), path, targets)
    return tuple(targets)


def _contents(path: Path, draft: Draft, as_of: str, opening: str, *, is_folder: bool) -> dict[str, bytes]:
    """Return the content of each file, by name."""
    head, tables = head_table(draft, as_of, path.stem or "catalog"), draft_tables(draft)
    if is_of_lines(path) and not is_folder:
        return {path.name: "".join(_lines(head, tables)).encode()}
    whole = [opening + toml_of("catalog", "", head)]
    if not is_folder:
        whole += [toml_of(section, one, table) for section, one, table in _each(tables)]
        return {path.name: "\n".join(whole).encode()}
    whole += [toml_of("category", one, table) for one, table in tables.pop("category", {}).items()]
    contents = {HEAD_FILE: "\n".join(whole).encode()}
    for section, one, table in _each(tables):
        contents[entry_file_name(one, contents)] = toml_of(section, one, table).encode()
    return contents


def toml_of(section: str, one: str, table: Table) -> str:
    """Return the table of `section` called `one` (``""`` for the section itself) as TOML."""
    return table_text((section, one) if one else (section,), with_dates(model_of(section), table))


def line_of(section: str, one: str, table: Table, **style: Any) -> str:
    """Return the table of `section` called `one` as a line of JSON, without the line's end."""
    return json.dumps({section: {one: table} if one else table}, **(style or {"ensure_ascii": False}))


def _lines(head: Table, tables: Tables) -> Iterator[str]:
    yield f"{line_of('catalog', '', head)}\n"
    yield from (f"{line_of(section, one, table)}\n" for section, one, table in _each(tables))


def _each(tables: Mapping[str, Mapping[str, Table]]) -> Iterator[tuple[str, str, Table]]:
    return ((section, one, table) for section, held in tables.items() for one, table in held.items())


def _check_free(path: Path, targets: list[Path]) -> None:
    if path.is_dir():
        with suppress(CatalogInvalid):  # that it holds no catalog is what is wanted
            raise WriteFailed(
                f"{path}: holds a catalog already ({catalog_files(path)[0].name}).", "Name another place; nothing is written over."
            )
    places = targets if path.is_dir() else [path, *targets]
    if there := next((place for place in places if os.path.lexists(place)), None):
        raise WriteFailed(f"{there}: is there already.", "Name another place; nothing is written over.")


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """Make a folder beside `path`, on the same disk, and remove what is left of it in the end."""
    aside = path.parent / f".{path.name}.{os.getpid()}"
    path.parent.mkdir(parents=True, exist_ok=True)
    aside.mkdir()
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _check_sound(path: Path, aside: Path, draft: Draft) -> None:
    try:
        found = load_catalog(aside)
    except CatalogInvalid as error:
        faults = "\n".join(fault.replace(str(aside), str(path)) for fault in error.faults[:_MOST_FAULTS])
        raise WriteFailed(f"{path}: what was read makes no sound catalog.\n{faults}", "Mend the source at these places.") from error
    if {entry.id for entry in found.entries} != {entry.id for entry in draft.entries}:
        raise WriteFailed(f"{path}: the catalog does not read as what was to be written.", "Try another form, such as .jsonl.")


def _put_in_place(aside: Path, names: list[str], path: Path, targets: list[Path]) -> None:
    """Move the files, the one with the head last: without it a folder is no catalog."""
    if targets != [path] and not path.exists():
        aside.rename(path)
        return
    done: list[Path] = []
    try:
        for name, target in reversed(list(zip(names, targets, strict=True))):
            (aside / name).rename(target)
            done.append(target)
    except OSError:
        for target in done:
            target.unlink(missing_ok=True)
        raise
