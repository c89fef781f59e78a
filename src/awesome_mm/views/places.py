"""Where things lie: the answer of ``where``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from .blocks import Block, Cell, Column, Table
from .entry_list import opening
from .labels import label
from .report import Report


def where_report(as_of: str | None, places: Mapping[str, Path], language: str) -> Report:
    """Return the report of `places`, each by what it holds."""
    records = [{"what": what, "path": str(path), "exists": path.exists()} for what, path in places.items()]
    payload = {**opening(as_of), **{str(record["what"]): record["path"] for record in records}}

    def blocks() -> Iterable[Block]:
        rows: list[list[Cell | str]] = [
            [label(what, language), str(path), Cell(label("there" if path.exists() else "not there yet", language), "quiet")]
            for what, path in places.items()
        ]
        yield Table(
            columns=[
                Column(title=label("What", language), style="name"),
                Column(title=label("Path", language), wrap=True),
                Column(title=label("State", language)),
            ],
            rows=rows,
        )

    return Report(payload=payload, records=records, columns=("what", "path", "exists"), blocks=blocks)
