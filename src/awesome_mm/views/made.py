"""What was made on disk: the answers of ``init``, ``split`` and ``join``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .blocks import Block, Paragraph, Points
from .entry_list import opening
from .labels import colon, comma, label
from .report import Record, Report

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 20  # names; programs get all of them


def made_report(
    as_of: str | None, place: Path, files: Sequence[Path], language: str, remarks: Mapping[str, Sequence[str]], following: str = ""
) -> Report:
    """Return the report of the `files` made at `place`.

    `remarks` are names by what is said of them (`kept`, `unmarked`, `gone`), `following` is the call to go on with.
    """
    payload: Record = {**opening(as_of), "made": str(place), "files": [str(file) for file in files]}
    payload |= {what: list(names) for what, names in remarks.items()}

    def blocks() -> Iterator[Block]:
        counted = f"{label('files', language)}{colon(language)}{len(files)}"
        yield Paragraph(f"{label('Made', language)}{colon(language)}{place} ({counted})", "good")
        told = [(label(_SAID[what], language), _some(names, language)) for what, names in remarks.items() if names]
        if told:
            yield Points(told)
        if following:
            yield Paragraph(following, "quiet")

    return Report(payload=payload, records=[{"path": str(file)} for file in files], columns=("path",), blocks=blocks)


_SAID = {
    "kept": "stay in the head, having no header of their own",
    "unmarked": "new, put behind the last of their kind",
    "gone": "gone since",
}


def _some(names: Sequence[str], language: str) -> str:
    shown = comma(language).join(names[:_MOST])
    return f"{shown} … (+{len(names) - _MOST})" if len(names) > _MOST else shown
