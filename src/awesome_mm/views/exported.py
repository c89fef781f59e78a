"""What was written for other programs: the answer of ``export --out``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .blocks import Block, Facts
from .entry_list import opening
from .labels import label
from .report import Report


def export_report(as_of: str, form: str, path: str, entries: Sequence[str], language: str) -> Report:
    """Return the report of a file at `path` that holds `entries` in the foreign format `form`."""
    record = {"format": form, "written": [path], "count": len(entries)}

    def blocks() -> Iterable[Block]:
        yield Facts([(label("Written", language), path), (label("Works", language), f"{len(entries):,}")])

    return Report(
        payload={**opening(as_of), **record, "entries": list(entries)},
        records=[record],
        columns=("format", "written", "count"),
        blocks=blocks,
    )
