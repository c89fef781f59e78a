"""Files of a catalog that change: each read, changed as text, read again in memory, and only then replaced.

Layer: store.
"""

import codecs
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import tomli

from ..errors import CatalogInvalid, WriteFailed
from . import line_edits, toml_edits
from .drafting import Changes, Table, Tables, model_of, with_changes, with_dates
from .files import replace_file
from .jsonl import parsed
from .listing import is_of_lines


@dataclass(frozen=True, kw_only=True)
class Change:
    """What is to happen to a file: `tables` come in, by section and id, and fields of others are replaced."""

    tables: Mapping[str, Mapping[str, Table]] = field(default_factory=dict)
    fields: Changes = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CatalogFile:
    """A file of a catalog as it is: its `content`, and what it says."""

    path: Path
    content: bytes

    @cached_property
    def text(self) -> str:
        """The text, without a byte order mark."""
        return self.content.decode("utf-8-sig")

    @cached_property
    def tables(self) -> Tables:
        """What the text says, by section; of lines all together."""
        return _read(self.path, self.text)

    def has(self, section: str, one: str) -> bool:
        """Whether the table of `section` called `one` stands here."""
        return one in self.tables.get(section, {})

    def changed(self, change: Change) -> bytes:
        """Return the content after `change`.

        Raises:
            WriteFailed: the file is written in a way in which that cannot be done while all else stays.
        """
        edits = line_edits if is_of_lines(self.path) else toml_edits
        try:
            add = line_edits.with_lines if is_of_lines(self.path) else toml_edits.with_tables
            after = edits.with_fields(self.text, change.fields)
            after = add(after, change.tables) if change.tables else after
            is_right = _read(self.path, after) == self._expected(change)
        except ValueError:  # what was made is no TOML, or was none that can be taken apart
            is_right = False
        if not is_right:
            places = [f"[{'.'.join(key)}]" for key in change.fields] + [f"[{section}]" for section in change.tables]
            raise WriteFailed(
                f"{self.path}: {', '.join(places)} cannot be changed while all else stays.", "Write each as a table of its own, once."
            )
        mark = codecs.BOM_UTF8 if self.content.startswith(codecs.BOM_UTF8) else b""
        return bytes(mark + after.encode())

    def _expected(self, change: Change) -> Tables:
        dated = not is_of_lines(self.path)
        fields = {key: with_dates(model_of(key[0]), table) if dated else table for key, table in change.fields.items()}
        expected = with_changes(self.tables, fields)
        for section, held in change.tables.items():
            model = model_of(section)
            new = {one: with_dates(model, table) if dated else table for one, table in held.items()}
            expected[section] = {**expected.get(section, {}), **new}
        return expected


def read_files(files: Iterable[Path]) -> list[CatalogFile]:
    """Return the files as they are.

    Raises:
        CatalogInvalid: one is not to be read.
    """
    found = []
    for path in files:
        try:
            found.append(CatalogFile(path=path, content=path.read_bytes()))
            _ = found[-1].tables
        except (OSError, ValueError, RecursionError) as error:
            raise CatalogInvalid([f"{path}: {error}"], "Mend the catalog; `awesome-mm --catalog PATH stats` names every fault.") from error
    return found


def replace_files(changes: Iterable[tuple[CatalogFile, bytes]]) -> None:
    """Put new contents in the place of files, if each is still as it was read.

    Raises:
        WriteFailed: a file may not be written or has been changed by somebody else; nothing was written.
    """
    changes = list(changes)
    for file, _ in changes:
        if not os.access(file.path, os.W_OK):
            raise WriteFailed(f"{file.path}: may not be written.", "Check its permissions.")
        if file.path.read_bytes() != file.content:
            raise WriteFailed(f"{file.path}: is being changed by somebody else.", "Try again.")
    for file, content in changes:
        replace_file(file.path, content)


def _read(path: Path, text: str) -> Tables:
    if not is_of_lines(path):
        return tomli.loads(text)
    tables: Tables = {}
    for line in text.split("\n"):
        for section, held in (parsed(line) if line.strip() else {}).items():
            tables.setdefault(section, {}).update(held)
    return tables
