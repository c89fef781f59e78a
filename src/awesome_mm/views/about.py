"""What a catalog is: the answer of ``about``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .blocks import Block, Cell, Column, Facts, Heading, Paragraph, Points, Table
from .entry_list import opening
from .labels import label, said, said_record
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.taxonomy import Head, Statistic


def about_report(catalog: Catalog, placed: Mapping[str, int], language: str) -> Report:
    """Return the report of the catalog's head; `placed` is what each category holds by the list's own placements."""
    head = catalog.head
    statistics = [_statistic_record(one, placed) for one in head.statistics]
    payload = {
        **opening(catalog.as_of),
        "title": said_record(head.title),
        "licence": head.licence,
        "source": head.source,
        "count": len(catalog),
        "scope": [said_record(text) for text in head.scope],
        "rules": [said_record(text) for text in head.rules],
        "statistics": statistics,
    }

    def blocks() -> Iterable[Block]:
        yield Heading(said(head.title, language), level=1)
        yield Facts([(label(name, language), text) for name, text in _facts(catalog, head) if text])
        if head.scope:
            yield Heading(label("What belongs in it", language))
            for text in head.scope:
                yield Paragraph(said(text, language))
        if head.rules:
            yield Heading(label("How to add to the source list", language))
            yield Points([("", said(text, language)) for text in head.rules])
        if head.statistics:
            yield Heading(label("What the source list counts", language))
            yield _table(head.statistics, placed, language)
            notes = [(said(one.label, language), said(one.note, language)) for one in head.statistics if one.note]
            yield Points([("", f"{what}{'：' if language == 'zh' else ': '}{note}") for what, note in notes])

    return Report(payload=payload, records=statistics, columns=("id", "value", "or_more", "category", "held"), blocks=blocks)


def _facts(catalog: Catalog, head: Head) -> Iterable[tuple[str, str]]:
    yield "As of", catalog.as_of
    yield "Works", f"{len(catalog):,}"
    yield "Licence", head.licence
    yield "Source list", head.source or ""


def _statistic_record(one: Statistic, placed: Mapping[str, int]) -> Record:
    record: Record = {"id": one.id, "label": said_record(one.label), "value": one.value, "or_more": one.or_more}
    if one.category:
        record |= {"category": one.category, "held": placed.get(one.category, 0)}
    return record | ({"note": said_record(one.note)} if one.note else {})


def _table(statistics: Iterable[Statistic], placed: Mapping[str, int], language: str) -> Table:
    rows: list[list[Cell | str]] = []
    for one in statistics:
        held = placed.get(one.category) if one.category else None
        differs = held is not None and (held < one.value if one.or_more else held != one.value)
        claimed = Cell(f"{one.value:,}{'+' if one.or_more else ''}", "warning" if differs else "")
        rows.append([said(one.label, language), claimed, "" if held is None else f"{held:,}"])
    columns = [
        Column(title=label("What", language), wrap=True),
        Column(title=label("Claimed", language), right=True),
        Column(title=label("Listed", language), right=True),
    ]
    return Table(columns=columns, rows=rows)
