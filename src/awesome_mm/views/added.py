"""A new entry as it was written, or would be: the answer of ``add``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.catalog import Catalog
from .blocks import Block, Paragraph
from .entry_list import COLUMNS, opening
from .entry_page import entry_blocks, whole_record
from .labels import colon, comma, label
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.entry import Entry


def added_report(catalog: Catalog, entry: Entry, written: Sequence[Path], language: str, encode: Callable[[Entry], Record]) -> Report:
    """Return the report of a new `entry` and the files `written`; `catalog` is that of before, whose words it uses."""
    records = [whole_record(entry, encode)]
    payload = {**opening(catalog.as_of), "added": records, "written": [str(path) for path in written]}

    def blocks() -> Iterable[Block]:
        yield from entry_blocks(catalog, entry, language)
        yield Paragraph(_where(written, language), "good" if written else "quiet")

    return Report(payload=payload, records=records, columns=COLUMNS, blocks=blocks)


def _where(written: Sequence[Path], language: str) -> str:
    if not written:
        return label("Nothing is written with --dry-run.", language)
    return f"{label('Added to', language)}{colon(language)}{comma(language).join(map(str, written))}"
