"""A catalog in one TOML file to a folder with a file for each entry.

Layer: store. The text is cut, never written anew: `join` gives the same bytes again.
"""

import codecs
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from ..errors import WriteFailed, WrongUsage
from ..model.entry import Kind
from .catalog_file import DecodedCatalog, load_catalog
from .file_names import HEAD_FILE, entry_file_name
from .files import create_files, locked
from .listing import is_of_lines
from .places import writing_lock
from .print_order import as_printed
from .slices import Key, Slice, cut, put_together, slices_of

_KINDS = tuple(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The `files` made, that of the head first, and the ids of the entries that stay in it, written in a way that cannot be cut.

    `as_of` is the date of the catalog.
    """

    as_of: str
    files: tuple[Path, ...]
    kept: tuple[str, ...]


def split_catalog(path: Path, folder: Path) -> Split:
    """Cut the catalog in the TOML file at `path` into files in `folder`, which is made; the file at `path` stays as it is.

    The entries of a folder stand as the categories print them. Where the file has another order, the files are numbered (see
    ``print_order``), so that the folder has the same.

    Raises:
        WrongUsage: the catalog is no TOML file.
        CatalogInvalid: it is unsound.
        WriteFailed: there is something in the folder, or the pieces would not be the whole.
        OSError: the files could not be written, and none is left.
    """
    if path.is_dir() or is_of_lines(path):
        what = "is a folder already" if path.is_dir() else "holds an entry in each line already"
        raise WrongUsage(f"{path}: {what}; only a TOML file is split.", "`awesome-mm join` makes a TOML file of a folder.")
    catalog = load_catalog(path)
    content = path.read_bytes()
    text = content.removeprefix(codecs.BOM_UTF8).decode()
    data = tomli.loads(text)
    slices = _separable(text, slices_of(text, _KINDS), data)
    names = _names(catalog, slices)
    head, pieces = cut(text, slices, names)
    if put_together(head, pieces) != text or _data_of(head, pieces) != data:
        raise WriteFailed(f"{path}: the pieces would not be the whole again.", "Write each entry as a table of its own, once.")
    contents = {HEAD_FILE: content[: len(content) - len(text.encode())] + head.encode()}
    contents |= {name: piece.encode() for name, piece in pieces.items()}
    _write(folder, contents)
    cut_ids = {one.key[1] for one in slices}
    return Split(
        as_of=catalog.head.as_of,
        files=tuple(folder / name for name in contents),
        kept=tuple(one.id for one in catalog.entries if one.id not in cut_ids),
    )


def _separable(text: str, slices: Sequence[Slice], data: Mapping[str, Any]) -> list[Slice]:
    """Return those of `slices` whose entries are in them whole: one that is written elsewhere too would be defined in two files."""
    texts: dict[Key, list[str]] = {}
    for one in slices:
        texts.setdefault(one.key, []).append(text[one.start : one.end])
    whole = {key for key, parts in texts.items() if _is_whole(key, "\n".join(parts), data)}
    return [one for one in slices if one.key in whole]


def _is_whole(key: Key, text: str, data: Mapping[str, Any]) -> bool:
    kind, entry_id = key
    try:
        return tomli.loads(text) == {kind: {entry_id: data[kind][entry_id]}}
    except tomli.TOMLDecodeError:
        return False


def _names(catalog: DecodedCatalog, slices: Sequence[Slice]) -> dict[Key, str]:
    """Return the file name of each entry that is cut out, numbered where the printed order is not that of the file."""
    keys = list(dict.fromkeys(one.key for one in slices))
    names: dict[Key, str] = {}
    taken = {HEAD_FILE}
    for key in keys:
        names[key] = entry_file_name(key[1], taken)
        taken.add(names[key])
    by_id = {key[1]: name for key, name in names.items()}
    stored = sorted(catalog.entries, key=lambda entry: (_KINDS.index(entry.kind), by_id.get(entry.id, HEAD_FILE)))
    if as_printed(tuple(stored), catalog.vocabularies.category) == catalog.entries:
        return names
    ranks = {entry.id: rank for rank, entry in enumerate(catalog.entries, 1)}
    width = max(len(str(len(ranks))) + 1, 4)
    return {key: f"{ranks[key[1]]:0{width}}_{name}" for key, name in names.items()}


def _data_of(head: str, pieces: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = tomli.loads(head)
    for piece in pieces.values():
        for kind, entries in tomli.loads(piece).items():
            data.setdefault(kind, {}).update(entries)
    return data


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    with locked(writing_lock()):
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise WriteFailed(f"{folder}: is there already, and not empty.", "Name a folder that is new.")
        folder.mkdir(parents=True, exist_ok=True)
        create_files({folder / name: content for name, content in contents.items()})
