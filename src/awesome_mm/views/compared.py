"""Two versions of a list or catalog side by side: the answer of ``diff``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..model.text import one_line
from ..services.versions.comparing import counts
from ..services.versions.version import LOST, Event
from .blocks import Block, Cell, Column, Heading, Paragraph, Table
from .entry_list import opening
from .labels import colon, label, semicolon
from .report import Record, Report

if TYPE_CHECKING:
    from ..services.versions.version import Change, Value, Version

_LONGEST = 120  # characters of a text that is shown
_LONGEST_FIELD = 40
_MOST = 40  # rows of a part; programs get all of them
_MOST_LOST = 400
_COLUMNS = ("event", "lost", "entry", "name", "field", "old", "new", "words")
_SAID: dict[str, str] = {**{event: event.value for event in Event}, Event.CHANGED: "altered"}
_SIDES = (("Old", "New"), ("From", "To"))
_PARTS = (
    ("Merged", (Event.MERGED,)),
    ("Added", (Event.ADDED,)),
    ("Moved", (Event.MOVED,)),
    ("Names and titles", (Event.RENAMED,)),
    ("Sections", (Event.SECTION_REMOVED, Event.SECTION_ADDED, Event.SECTION_RENAMED, Event.SECTION_MOVED)),
    ("Other changes", (Event.ID_CHANGED, Event.CHANGED)),
)


class Side(NamedTuple):
    """A version, and how it was named."""

    name: str
    version: Version


def compared_report(old: Side, new: Side, changes: Sequence[Change], language: str) -> Report:
    """Return the report of `changes`, those that are losses first."""
    records = [_record(one) for one in changes]
    payload: Record = {
        **opening(new.version.as_of),
        "old": _side(old),
        "new": _side(new),
        "counts": dict(counts(tuple(changes))),
        "lost": sum(one.is_loss for one in changes),
        "changes": records,
    }

    def blocks() -> Iterator[Block]:
        yield Paragraph(f"{old.name} → {new.name}", "name")
        yield from _sums(old, new, changes, language)
        yield from _lost([one for one in changes if one.is_loss], language)
        for title, events in _PARTS:
            yield from _part(title, [one for one in changes if one.event in events], language)

    return Report(payload=payload, records=records, columns=_COLUMNS, blocks=blocks)


def _side(side: Side) -> Record:
    version = side.version
    return {
        "path": side.name,
        "form": "list" if version.is_list else "catalog",
        "entries": len(version.entries),
        "categories": len(version.categories),
        "skipped": version.skipped,
    }


def _record(one: Change) -> Record:
    return {
        "event": one.event.value,
        "entry": one.entry,
        "name": one.name,
        "field": one.field or None,
        "old": _plain(one.old),
        "new": _plain(one.new),
        "words": one.words,
        "lost": one.is_loss,
    }


def _plain(value: Value) -> Value | list[str]:
    return list(value) if isinstance(value, tuple) else value


def _sums(old: Side, new: Side, changes: Sequence[Change], language: str) -> Iterator[Block]:
    """Yield how many works there were and are, and how often each event happened."""
    before, after = old.version, new.version
    rows: list[list[Cell | str]] = [[label("works", language), f"{len(before.entries)} → {len(after.entries)}"]]
    for event, count in counts(tuple(changes)).items():
        is_loss = event in LOST
        rows.append([Cell(_said(event, language), "warning" if is_loss else ""), Cell(str(count), "warning" if is_loss else "")])
    if before.skipped or after.skipped:
        rows.append([Cell(label("not understood", language), "quiet"), Cell(f"{before.skipped} → {after.skipped}", "quiet")])
    if changes:
        yield Table(columns=[Column(title=label("Event", language)), Column(title=label("Count", language), right=True)], rows=rows)
        if not any(one.is_loss for one in changes):
            yield Paragraph(label("Nothing was lost.", language), "good")
    else:
        yield Paragraph(label("Nothing differs.", language), "good")


def _lost(lost: Sequence[Change], language: str) -> Iterator[Block]:
    """Yield what was lost, each entry named once."""
    if not lost:
        return
    yield Heading(label("Lost", language))
    columns = [
        Column(title=label("Entry", language), style="name", give=1, wrap=True),
        Column(title=label("Event", language), style="warning"),
        Column(title=label("Field", language), give=2, wrap=True),
        Column(title=label("Old", language), give=3, wrap=True),
        Column(title=label("New", language), give=2, wrap=True, from_width=120),
    ]
    rows: list[list[Cell | str]] = []
    before = ""
    for one in lost[:_MOST_LOST]:
        called = _called(one, language)
        count = f" ({one.words} {label('words', language)})" if one.words else ""
        told = [
            f"{_said(one.event, language)}{count}",
            _short(one.field, _LONGEST_FIELD),
            _written(one.old, language),
            _written(one.new, language),
        ]
        rows.append(["" if called == before else called, *told])
        before = called
    yield Table(columns=columns, rows=rows)
    yield from _more(len(lost), _MOST_LOST, language)


def _part(title: str, changes: Sequence[Change], language: str) -> Iterator[Block]:
    if not changes:
        return
    yield Heading(f"{label(title, language)}{colon(language)}{len(changes)}")
    columns, rows = _table(changes[:_MOST], language)
    yield Table(columns=columns, rows=rows)
    yield from _more(len(changes), _MOST, language)


def _table(changes: Sequence[Change], language: str) -> tuple[list[Column], list[list[Cell | str]]]:
    name = Column(title=label("Entry", language), style="name", give=1, wrap=True)
    if changes[0].event is Event.ADDED:
        columns = [name, Column(title=label("Title", language), give=3, wrap=True)]
        return columns, [[_called(one, language), _written(one.new, language)] for one in changes]
    is_of_sections = changes[0].entry is None
    sides = [Column(title=label(side, language), give=2, wrap=True) for side in _SIDES[changes[0].event is Event.MOVED]]
    second = Column(title=label("Event" if is_of_sections else "Field", language), from_width=0 if is_of_sections else 60)
    columns = sides if is_of_sections else [name, *sides]
    has_second = changes[0].event not in (Event.MOVED, Event.MERGED)
    rows: list[list[Cell | str]] = []
    for one in changes:
        told: list[Cell | str] = [_written(one.old, language), Cell(_written(one.new, language))]
        rows.append(
            [
                *([] if is_of_sections else [_called(one, language)]),
                *([_said(one.event, language) if is_of_sections else _short(one.field, _LONGEST_FIELD)] if has_second else []),
                *told,
            ]
        )
    if has_second:
        columns = [*columns[: len(columns) - 2], second, *columns[-2:]]
    return columns, rows


def _called(one: Change, language: str) -> str:
    """Return what the table calls an entry or a section by."""
    return one_line(one.name) or label("the list itself", language)


def _more(count: int, most: int, language: str) -> Iterator[Block]:
    if count > most:
        yield Paragraph(f"{label('and further ones', language)}{colon(language)}{count - most}", "quiet")


def _written(value: Value, language: str) -> str:
    text = semicolon(language).join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return _short(text[: 4 * _LONGEST], _LONGEST)


def _short(text: str, most: int) -> str:
    line = " ".join(one_line(text).split())
    return line if len(line) <= most else f"{line[:most]}…"


def _said(event: str, language: str) -> str:
    return label(_SAID[event], language)
