"""What came of a foreign list: the answer of ``import``.

Layer: views.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.text import one_line
from .blocks import Block, Cell, Column, Heading, Paragraph, Points, Table
from .entry_list import opening
from .labels import colon, comma, label, said, said_record, semicolon
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.draft import Draft
    from ..model.entry import Entry
    from ..model.taxonomy import Category, Text
    from ..services.differing import Difference, Value
    from ..services.merging import Merge

_LONGEST = 90  # characters of a text that is shown beside another
_MOST = 40  # rows; programs get all of them
_FEW = 12  # entries in a row of their ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Where an import went: `into` a catalog (None: nowhere) of the date `as_of`, and the files `written` (none on a `trial`).

    `taken` are the fields for which the list's word was taken.
    """

    as_of: str | None = None
    into: str | None = None
    written: tuple[str, ...] = ()
    trial: bool = False
    taken: tuple[str, ...] = ()

    def takes(self, field: str) -> bool:
        """Whether the list's word stands for `field`."""
        return any(field == one or field.startswith(f"{one}.") for one in self.taken)


def import_report(draft: Draft, found: Merge, outcome: Outcome, encode: Callable[[Entry], Record], language: str) -> Report:
    """Return the report of `draft`, which brought what was `found`; programs get the entries themselves where they went nowhere."""
    payload: Record = {
        **opening(outcome.as_of),
        "into": outcome.into,
        "added": [entry.id for entry in found.added],
        "merged": list(found.merged),
        "skipped": [{"path": one.path, "line": one.line, "text": one.text, "reason": one.reason} for one in draft.skipped],
        "differences": [_difference(one, outcome) for one in found.differences],
        "placements": [{"entry": one.entry, "category": one.category, "taken": outcome.takes("categories")} for one in found.placements],
        "titles": [_title(one, title, outcome) for one, title in found.titles.items()],
        "categories": list(_categories(found)),
        "written": list(outcome.written),
    }
    records = list(_rows(found)) if outcome.into else [encode(entry) for entry in found.added]
    if not outcome.into:
        payload["entries"] = records

    def blocks() -> Iterator[Block]:
        yield from _sections(found, outcome, language)
        yield from _differences(found.differences, outcome, language)
        yield from _placements(found, language)
        yield from _titles(found, language)
        yield from _skipped(draft, language)
        yield from _ending(draft, found, outcome, language)

    columns = ("entry", "outcome", "field", "old", "new") if outcome.into else _COLUMNS
    return Report(payload=payload, records=records, columns=columns, blocks=blocks)


_COLUMNS = ("id", "kind", "name", "title", "categories", "published", "links.arxiv", "links.code")


def import_remarks(draft: Draft, language: str) -> list[str]:
    """Return what stands beside mere rows: what was not understood, with its place."""
    said_of = label("not understood", language)
    return [f"{one.path}:{one.line}: {said_of}{colon(language)}{_short(one.text)} ({one.reason})" for one in draft.skipped]


def _difference(one: Difference, outcome: Outcome) -> Record:
    return {"entry": one.entry, "field": one.field, "old": _plain(one.old), "new": _plain(one.new), "taken": outcome.takes(one.field)}


def _title(one: str, title: Text, outcome: Outcome) -> Record:
    return {"category": one, "title": said_record(title), "taken": outcome.takes("categories")}


def _plain(value: Value) -> str | list[str] | None:
    return list(value) if isinstance(value, tuple) else value


def _categories(found: Merge) -> Iterator[Record]:
    """Yield the sections of the list, each with how many works it brings and how many of the catalog's stand in it."""
    added = Counter(one for entry in found.added for one in set(entry.categories))
    merged = Counter(one for entries in found.merged.values() for one in {place for entry in entries for place in entry.categories})
    for one, category in found.categories.items():
        yield {
            "id": one,
            "title": said_record(category.title),
            "parent": category.parent,
            "added": added[one],
            "merged": merged[one],
            "new": one not in found.known,
        }


def _rows(found: Merge) -> Iterator[Record]:
    yield from ({"entry": entry.id, "outcome": "added"} for entry in found.added)
    yield from ({"entry": one, "outcome": "same"} for one in found.same)
    for one in found.differences:
        yield {"entry": one.entry, "outcome": "differs", "field": one.field, "old": _plain(one.old), "new": _plain(one.new)}
    yield from ({"entry": one.entry, "outcome": "differs", "field": "categories", "new": one.category} for one in found.placements)


def _sections(found: Merge, outcome: Outcome, language: str) -> Iterator[Block]:
    """Yield the sections with how many works each brings; one that holds only others shows none."""
    if not found.categories:
        return
    columns = [
        Column(title=label("Section", language), give=1, wrap=True),
        Column(title=label("Works", language), right=True),
        *([Column(title=label("New", language), right=True)] if outcome.into else []),
    ]
    rows: list[list[Cell | str]] = []
    for record, category in zip(_categories(found), found.categories.values(), strict=True):
        indent = "  " * _depth(category, found)
        name = Cell(f"{indent}{said(category.title, language)}", "name" if record["new"] else "")
        counts = [str(record["added"] + record["merged"] or ""), str(record["added"] or "")]
        rows.append([name, *counts[: len(columns) - 1]])
    yield Table(columns=columns, rows=rows)


def _depth(category: Category, found: Merge) -> int:
    above: list[Category] = []
    while category.parent and (parent := found.categories.get(category.parent)) and parent not in above:
        above.append(parent)
        category = parent
    return len(above)


def _differences(differences: Sequence[Difference], outcome: Outcome, language: str) -> Iterator[Block]:
    """Yield what the list says otherwise, side by side, and of what only the list says anything, whom it concerns."""
    others = [one for one in differences if one.old is not None]
    if others:
        yield Heading(label("The list says something else", language))
        yield _side_by_side(others[:_MOST], outcome, language)
        yield from _more(len(others), language)
    further: dict[str, list[str]] = {}
    for one in differences:
        if one.old is None:
            further.setdefault(one.field, []).append(one.entry)
    if further:
        yield Heading(label("The catalog says nothing", language))
        yield Points([(field, _some(entries, language)) for field, entries in further.items()])


def _side_by_side(differences: Sequence[Difference], outcome: Outcome, language: str) -> Table:
    columns = [
        Column(title=label("Entry", language), style="name"),
        Column(title=label("Field", language)),
        Column(title=label("In the catalog", language), give=1, wrap=True),
        Column(title=label("In the list", language), give=1, wrap=True),
    ]
    rows: list[list[Cell | str]] = []
    for one in differences:
        taken = outcome.takes(one.field)
        old, new = _written(one.old, language), _written(one.new, language)
        rows.append([one.entry, one.field, Cell(old, "quiet" if taken else ""), Cell(new, "" if taken else "quiet")])
    return Table(columns=columns, rows=rows)


def _some(entries: Sequence[str], language: str) -> str:
    shown = comma(language).join(entries[:_FEW])
    return f"{shown} … (+{len(entries) - _FEW})" if len(entries) > _FEW else shown


def _placements(found: Merge, language: str) -> Iterator[Block]:
    if found.placements:
        yield Heading(label("The list has them elsewhere too", language))
        titles = {one: said(category.title, language) for one, category in found.categories.items()}
        yield Points([(one.entry, titles.get(one.category, one.category)) for one in found.placements[:_MOST]])
        yield from _more(len(found.placements), language)


def _titles(found: Merge, language: str) -> Iterator[Block]:
    if found.titles:
        yield Heading(label("The list titles them in a further language", language))
        columns = [Column(title=label(name, language), give=1, wrap=True) for name in ("In the catalog", "In the list")]
        rows = [_beside(found.known[one].title, title) for one, title in found.titles.items()]
        yield Table(columns=columns, rows=rows[:_MOST])
        yield from _more(len(found.titles), language)


def _beside(known: Text, filled: Text) -> list[Cell | str]:
    """Return the title there is, and what the list adds to it."""
    return [known.said(""), next((new for old, new in zip(known.both, filled.both, strict=True) if not old), "")]


def _skipped(draft: Draft, language: str) -> Iterator[Block]:
    if not draft.skipped:
        return
    yield Heading(label("Not understood", language))
    columns = [
        Column(title=label("Place", language), style="name"),
        Column(title=label("Text", language), give=1, wrap=True),
        Column(title=label("Reason", language), give=1, wrap=True),
    ]
    yield Table(columns=columns, rows=[[f"{one.path}:{one.line}", _short(one.text), one.reason] for one in draft.skipped[:_MOST]])
    yield from _more(len(draft.skipped), language)


def _more(count: int, language: str) -> Iterator[Block]:
    if count > _MOST:
        yield Paragraph(f"{label('and further ones', language)}{colon(language)}{count - _MOST}", "quiet")


def _ending(draft: Draft, found: Merge, outcome: Outcome, language: str) -> Iterator[Block]:
    counted = (
        ("works", len(found.added) + len(found.merged)),
        ("new", len(found.added)),
        ("the same", len(found.same)),
        ("not understood", len(draft.skipped)),
    )
    shown = [(name, count) for name, count in counted if count or name == "works"]
    yield Paragraph(comma(language).join(f"{label(name, language)}{colon(language)}{count}" for name, count in shown))
    if outcome.written:
        yield Paragraph(f"{label('Written', language)}{colon(language)}{_files(outcome.written, language)}", "good")
    elif outcome.trial or not outcome.into:
        told = "Nothing is written: this is a trial." if outcome.into else "Nothing is written; --into PATH does it."
        yield Paragraph(label(told, language), "quiet")
    else:
        yield Paragraph(label("There is nothing to write.", language), "good")
    if (found.differences or found.placements or found.titles) and not outcome.taken:
        yield Paragraph(label("What the catalog says stays; --take FIELD takes the list's word.", language), "quiet")


def _files(written: Sequence[str], language: str) -> str:
    more = f" {label('and further ones', language)}{colon(language)}{len(written) - 1}" if len(written) > 1 else ""
    return f"{written[0]}{more}"


def _written(value: Value, language: str) -> str:
    return _short(semicolon(language).join(value) if isinstance(value, tuple) else value or "")


def _short(text: str) -> str:
    line = " ".join(one_line(text).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
