"""One entry as a text of its own: written out for an editor, and read back with every fault at its place.

Layer: store.
"""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import fill
from typing import TYPE_CHECKING

import tomli

from ..errors import CatalogInvalid
from ..model.entry import Kind
from .catalog_file import load_catalog
from .drafting import entry_table
from .new_catalog import toml_of

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.entry import Entry

_WIDTH = 110
_OPENING = """\
# A new entry. Save and close to add it; leave nothing but comments to add none. docs/schema.md describes every field.
# A value is written only where it is known: what is left out counts as unknown.
"""
_HINTS = """\
# summary = { en = "What is made, and how.", zh = "做什么，如何做。" }
# aliases = []
# organizations = []
# needs = []              # cpu endpoint image-endpoint local-gpu
# links.code = []         # or data, model, project, page, paper: addresses
"""


def entry_text(entry: Entry, categories: Iterable[str]) -> str:
    """Return `entry` as TOML with comments that say what else may stand in it; `categories` are the ids there are."""
    own, arxiv, record = toml_of(entry.kind.value, entry.id, entry_table(entry)).partition(f"\n[{entry.kind.value}.{entry.id}.arxiv]\n")
    known = fill(" ".join(categories), _WIDTH, initial_indent="# The categories: ", subsequent_indent="#   ", break_on_hyphens=False)
    return f"{_OPENING}{known}\n\n{own.rstrip()}\n{_HINTS}{arxiv}{record}"


def read_entry(file: Path, path: Path) -> Entry:
    """Return the one entry in `file`, checked as if it stood in the catalog at `path`.

    Raises:
        CatalogInvalid: naming every fault with its place; also where the file holds more or less than an entry.
        OSError: the file cannot be read.
    """
    key = _key_in(file)
    entries = load_catalog(path, file).entries
    return next(entry for entry in entries if (entry.kind.value, entry.id) == key)


def _key_in(file: Path) -> tuple[str, str]:
    """Return kind and id of the entry that the file holds."""
    try:
        data = tomli.loads(file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise CatalogInvalid([f"{file}: {str(error).partition(';')[0] or 'nested too deeply'}"], _ONE) from error
    kinds = {kind.value for kind in Kind}
    keys = [(section, one) for section, table in data.items() if section in kinds and isinstance(table, dict) for one in table]
    if others := [section for section in data if section not in kinds]:
        raise CatalogInvalid([f"{file}: {others[0]}: is no entry, and nothing else may stand here"], _ONE)
    if len(keys) != 1:
        raise CatalogInvalid([f"{file}: holds {len(keys)} entries instead of one"], _ONE)
    return keys[0]


_ONE = "The file is to hold one table [KIND.ID] and what belongs to it."
