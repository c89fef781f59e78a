"""Puts fetched records into a catalog file: the machine-owned tables change, and not one other byte, whatever the file's form.

Layer: store.
"""

import codecs
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import WriteFailed
from ..model.entry import ArxivRecord
from .edit_jsonl import put_into_lines
from .edit_toml import put_into_toml
from .listing import is_of_lines
from .owned_tables import TABLE, EntryKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A file's content `before` and after, the entries whose table changes, and those whose table could not be put in."""

    path: Path
    before: bytes
    content: bytes
    changed: tuple[EntryKey, ...]
    refused: tuple[EntryKey, ...] = ()


def edit_file(path: Path, records: Mapping[EntryKey, ArxivRecord]) -> Edited | None:
    """Return the file at `path` with `records` in the tables of those entries that it holds; None where nothing differs.

    A record that differs only in when it was fetched is no difference, and one that the file has from a later fetch stays. An entry
    that is written in a way in which no table can be put in by lines is refused, and keeps no other from being changed.
    """
    before = path.read_bytes()
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    text = before.removeprefix(mark).decode()
    put = put_into_lines(text, records) if is_of_lines(path) else put_into_toml(text, records)
    if put is None:
        return None
    return Edited(path=path, before=before, content=mark + put.text.encode(), changed=put.changed, refused=put.refused)


def refusal(edits: Iterable[Edited]) -> WriteFailed:
    """Return the complaint that the tables which `edits` refuse could not be put in."""
    places = [f"{edit.path}: {', '.join(f'[{kind}.{entry_id}.{TABLE}]' for kind, entry_id in edit.refused)}" for edit in edits]
    said = "Records could not be put in by lines"
    return WriteFailed(
        "\n".join([f"{said}:", *places]) if len(places) > 1 else f"{said}: {places[0]}", "Write each of these as a table of its own, once."
    )
