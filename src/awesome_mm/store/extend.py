"""Adds a draft to a catalog that is there, and replaces fields of its entries: in place, whatever the catalog's form.

Layer: store. Everything is worked out and read back in memory first; other bytes of the catalog stay as they are.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import EntryMissing, WriteFailed
from ..model.draft import Draft
from ..model.entry import Kind
from .catalog_file import check_added
from .changing import CatalogFile, Change, read_files, replace_files
from .drafting import Changes, Table, Tables, draft_tables
from .file_names import entry_file_name
from .files import create_files, locked
from .listing import catalog_files
from .new_catalog import toml_of
from .places import writing_lock

_KINDS = tuple(kind.value for kind in Kind)
_MOST_FAULTS = 3


def extend_catalog(path: Path, draft: Draft) -> tuple[Path, ...]:
    """Add to the catalog at `path` the entries of `draft`, its categories that are not there yet, and both to the orders that name them.

    Returns the files written, none where the draft holds nothing new. Of a folder each entry gets a file of its own.

    Raises:
        CatalogInvalid: the catalog cannot be read.
        WriteFailed: an id is taken, a reference leads nowhere, a file is written in a way that allows no addition, or another process
            holds the lock; nothing was written.
        OSError: a file could not be written; of a folder new entries may be left out of the order of their category then.
    """
    return change_catalog(path, draft, {})


def set_fields(path: Path, changes: Mapping[str, Mapping[str, Any]]) -> tuple[Path, ...]:
    """Replace fields of entries of the catalog at `path`: `changes` holds plain data (as `encode` gives) by entry id and field.

    A field that is None goes. Returns the files written.

    Raises:
        EntryMissing: there is no such entry.
        CatalogInvalid, WriteFailed, OSError: as `extend_catalog`.
    """
    return change_catalog(path, Draft(), changes)


def change_catalog(path: Path, draft: Draft, changes: Mapping[str, Mapping[str, Any]]) -> tuple[Path, ...]:
    """Do what `extend_catalog` and `set_fields` do, at once."""
    with locked(writing_lock()):
        files = read_files(catalog_files(path))
        tables = draft_tables(draft)
        fields = _keyed(files, changes) | _category_fields(files, tables)
        new_categories = {one: table for one, table in tables.pop("category", {}).items() if not _holder(files, "category", one)}
        _check_sound(path, files, {**({"category": new_categories} if new_categories else {}), **tables}, fields)
        new_files = _new_files(path, files, tables) if path.is_dir() else {}
        planned = _planned(files, fields, new_categories, {} if path.is_dir() else tables)
        contents = [(file, file.changed(change)) for file, change in planned]
        create_files(new_files)
        replace_files([(file, content) for file, content in contents if content != file.content])
    return (*(file.path for file, content in contents if content != file.content), *new_files)


def _holder(files: Sequence[CatalogFile], section: str, one: str = "") -> CatalogFile | None:
    """Return the last file that holds the table of `section` called `one`, or any of the section."""
    return next((file for file in reversed(files) if (file.has(section, one) if one else section in file.tables)), None)


def _keyed(files: Sequence[CatalogFile], changes: Mapping[str, Mapping[str, Any]]) -> dict[tuple[str, str], Table]:
    kinds = {one: kind for file in files for kind in _KINDS for one in file.tables.get(kind, {})}
    if missing := [one for one in changes if one not in kinds]:
        raise EntryMissing(f"The catalog has no entry {missing[0]}.")
    return {(kinds[one], one): fields for one, fields in changes.items()}


def _category_fields(files: Sequence[CatalogFile], tables: Tables) -> dict[tuple[str, str], Table]:
    """Return what changes of categories that are there: new entries in their orders, and titles in languages that they lack.

    A category without an order prints its entries as they come, and goes on doing so.
    """
    new_ids = {one for kind in _KINDS for one in tables.get(kind, {})}
    changes: dict[tuple[str, str], Table] = {}
    for one, category in tables.get("category", {}).items():
        file = _holder(files, "category", one)
        held = file.tables["category"][one] if file else {}
        change: dict[str, Any] = {}
        if (order := held.get("order")) and (woven := _woven(order, category.get("order", ()), new_ids)) != order:
            change["order"] = woven
        if isinstance(title := held.get("title"), dict) and (titles := {**category.get("title", {}), **title}) != title:
            change["title"] = titles
        if change:
            changes["category", one] = change
    return changes


def _woven(held: Sequence[str], wanted: Sequence[str], new_ids: set[str]) -> list[str]:
    """Return `held` with those of `wanted` that are new: each behind the one it follows, or before the first that follows it."""
    woven = list(held)
    for place, one in enumerate(wanted):
        if one not in new_ids or one in woven:
            continue
        before = next((woven.index(other) + 1 for other in reversed(wanted[:place]) if other in woven), None)
        after = next((woven.index(other) for other in wanted[place + 1 :] if other in woven), len(woven))
        woven.insert(after if before is None else before, one)
    return woven


def _planned(
    files: Sequence[CatalogFile], fields: Changes, categories: Mapping[str, Table], tables: Tables
) -> list[tuple[CatalogFile, Change]]:
    """Return what is to happen to which file: new categories go to the others, new entries into the file that is the catalog."""
    home = _holder(files, "category") or _holder(files, "catalog")
    planned = []
    for file in files:
        own = {key: change for key, change in fields.items() if file.has(*key)}
        new: Tables = {"category": dict(categories)} if file is home and categories else {}
        new |= tables
        if own or new:
            planned.append((file, Change(tables=new, fields=own)))
    return planned


def _new_files(folder: Path, files: Sequence[CatalogFile], tables: Tables) -> dict[Path, bytes]:
    """Return the content of a file for each new entry, beside those of its kind."""
    contents: dict[Path, bytes] = {}
    for kind, held in tables.items():
        beside = _holder(files, kind)
        place = beside.path.parent if beside else folder
        taken = {other.name.lower() for other in place.iterdir()} | {other.name for other in contents if other.parent == place}
        for one, table in held.items():
            name = entry_file_name(one, taken)
            taken.add(name)
            contents[place / name] = toml_of(kind, one, table).encode()
    return contents


def _check_sound(path: Path, files: Sequence[CatalogFile], added: Tables, fields: Changes) -> None:
    whole: Tables = {}
    for file in files:
        for section, held in file.tables.items():
            whole.setdefault(section, {}).update(held)
    if faults := check_added(whole, added, fields):
        shown = "\n".join(f"{fault.key_path}: {fault.problem}" for fault in faults[:_MOST_FAULTS])
        raise WriteFailed(
            f"{path}: what is to be added does not fit the catalog.\n{shown}", "Mend the source, or the catalog, at these places."
        )
