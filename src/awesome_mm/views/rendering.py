"""What became of the files of a list: the answer of ``render``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .blocks import Block, Cell, Column, Heading, Paragraph, Quote, Table
from .entry_list import opening
from .labels import label
from .report import Record, Report

KEPT = "Files edited by hand were left as they are: put the edits into the catalog or a template, or give --overwrite."
_STYLES = {
    "written": "good",
    "unchanged": "quiet",
    "edited": "warning",
    "removed": "",
    "missing": "warning",
    "changed": "warning",
    "extra": "warning",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A file that is not as rendered: its `path`, and a unified diff from what is rendered to what stands there."""

    path: str
    diff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The files of a list by what became of them: each group with its name; those of `differing` have a difference to show."""

    groups: Sequence[tuple[str, Sequence[str]]]
    differing: str
    differences: Sequence[Difference]


def render_report(as_of: str, files: Files, language: str) -> Report:
    """Return the report on `files`; as lines it is one row for each."""
    payload: Record = {**opening(as_of)}
    for name, paths in files.groups:
        payload[name] = list(paths)
        if name == files.differing:
            payload[name] = [{"path": one.path, "diff": one.diff} for one in files.differences]
    records = [{"path": path, "status": name} for name, paths in files.groups for path in paths]

    def blocks() -> Iterable[Block]:
        shown = [(path, name) for name, paths in files.groups for path in paths if name != "unchanged"]
        if shown:
            columns = [Column(title=label("Path", language), style="name", wrap=True, give=1), Column(title=label("Status", language))]
            yield Table(columns=columns, rows=[[path, Cell(label(name, language), _STYLES[name])] for path, name in shown])
        yield Paragraph(_summary(files, language), "quiet")
        for one in files.differences:
            yield Heading(one.path)
            yield Quote(one.diff, "diff")
        if files.differing == "edited" and files.differences:
            yield Paragraph(label(KEPT, language), "warning")

    return Report(payload=payload, records=records, columns=("path", "status"), blocks=blocks)


def _summary(files: Files, language: str) -> str:
    return " · ".join(f"{label(name, language)} {len(paths)}" for name, paths in files.groups if paths or name == files.groups[0][0])
