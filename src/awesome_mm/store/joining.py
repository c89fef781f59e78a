"""A folder with a file for each entry to a catalog in one TOML file: the pieces go where the head has marks for them.

Layer: store. What `split` made comes back byte for byte; a file without a mark goes behind the last entry of its kind.
"""

import codecs
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tomli

from ..errors import CatalogInvalid, WriteFailed, WrongUsage
from ..model.entry import Kind
from .catalog_file import load_catalog
from .changing import CatalogFile, read_files
from .files import locked, replace_file
from .listing import catalog_files, is_of_lines
from .places import writing_lock
from .slices import names_in, put_together
from .toml_blocks import blocks_of

_KINDS = tuple(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The `file` made; the names of the parts that had no mark in the head, and the marks whose parts are `gone`.

    `as_of` is the date of the catalog.
    """

    as_of: str
    file: Path
    unmarked: tuple[str, ...]
    gone: tuple[str, ...]


def join_catalog(folder: Path, path: Path) -> Joined:
    """Make the TOML file at `path`, where none may be, of the catalog in `folder`, which stays as it is.

    Raises:
        WrongUsage: `folder` is no folder, or holds JSON lines; `path` is not to be a TOML file.
        CatalogInvalid: the catalog is unsound.
        WriteFailed: there is a file at `path`, or the whole would not say what the parts say.
        OSError: the file could not be written.
    """
    if not folder.is_dir():
        raise WrongUsage(f"{folder}: is not a folder.", "Name the folder that `awesome-mm split` made.")
    if path.suffix != ".toml":
        raise WrongUsage(f"{path}: the whole is a .toml file.", "Name one that is new.")
    catalog = load_catalog(folder)
    ids = [entry.id for entry in catalog.entries]
    files = read_files(catalog_files(folder))
    if lines := [file.path.name for file in files if is_of_lines(file.path)]:
        raise WrongUsage(f"{folder}: {lines[0]} holds JSON lines, which are not joined to TOML.", "Write its entries as TOML files first.")
    head = next((file for file in files if "catalog" in file.tables), None)
    if head is None:
        raise CatalogInvalid([f"{folder}: no file holds the table [catalog]"])
    pieces = {file.path.relative_to(folder).as_posix(): file for file in files if file is not head}
    marked = names_in(head.text)
    unmarked = sorted((name for name in pieces if name not in marked), key=lambda name: (_rank(pieces[name], ids), name))
    text = put_together(head.text, {name: pieces[name].text for name in marked if name in pieces})
    text = _with_pieces(text, [pieces[name] for name in unmarked])
    if tomli.loads(text) != _tables(files):
        raise WriteFailed(f"{path}: the whole would not say what the parts say.", "Let each file begin with the header of a table.")
    mark = codecs.BOM_UTF8 if head.content.startswith(codecs.BOM_UTF8) else b""
    with locked(writing_lock()):
        if os.path.lexists(path):
            raise WriteFailed(f"{path}: is there already.", "Name another place; nothing is written over.")
        replace_file(path, bytes(mark + text.encode()))
    return Joined(as_of=catalog.head.as_of, file=path, unmarked=tuple(unmarked), gone=tuple(name for name in marked if name not in pieces))


def _rank(file: CatalogFile, ids: Sequence[str]) -> int:
    """Return the place of the file's first entry in the order of the catalog; files of words alone come first."""
    held = {one for kind in _KINDS for one in file.tables.get(kind, {})}
    return next((place for place, one in enumerate(ids, 1) if one in held), 0)


def _with_pieces(text: str, pieces: Sequence[CatalogFile]) -> str:
    """Return `text` with each of `pieces` behind the last table of the sort it begins with, in lines of the kind that `text` has."""
    ends_line = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
    by_section: dict[str, list[str]] = {}
    for piece in pieces:
        own = piece.text.replace("\r\n", "\n").strip("\n").replace("\n", ends_line)
        by_section.setdefault(next(iter(piece.tables), ""), []).append(f"{ends_line}{own}{ends_line}")
    ends: dict[str, int] = {}
    for block in blocks_of(text) if pieces else ():
        ends["".join(block.keys[:1])] = block.body_end
    places = {section: ends.get(section, max(ends.values(), default=0)) for section in by_section}
    for section in sorted(by_section, key=lambda section: -places[section]):
        before = text[: places[section]]
        gap = "" if not before or before.endswith("\n") else ends_line
        text = f"{before}{gap}{''.join(by_section[section])}{text[places[section] :]}"
    return text


def _tables(files: Sequence[CatalogFile]) -> Mapping[str, object]:
    tables: dict[str, dict[str, object]] = {}
    for file in files:
        for section, held in file.tables.items():
            tables.setdefault(section, {}).update(held)
    return tables
