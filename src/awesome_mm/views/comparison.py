"""Works side by side: the answer of ``compare``.

Layer: views. What the source list alone says is marked, what nobody knows says so, and what is in dispute is not told as a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..model.facts import Status
from ..services.comparison.comparison import Form
from .blocks import Aspect, Block, Cell, Matrix, Paragraph, Side
from .entry_list import opening
from .entry_page import disputed_name
from .labels import comma, in_brackets, label, said, semicolon, venue_text
from .numbers import decimal, quantity, unit_name
from .payload import flat
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.terms import Terms
    from ..services.comparison.comparison import Comparison, Row, Value

UNVERIFIED, RECALLED = "†", "?"
_ARROW = " → "
UNKNOWN = "quiet"  # the style of a cell of which nothing is known
_TITLES = {
    "date": "Date",
    "venue": "Venue",
    "organizations": "Organizations",
    "category": "Category",
    "needs": "Needs",
    "input": "Input",
    "output": "Output",
    "stages": "Stages",
    "generators": "Generators",
    "judges": "Judges",
    "specialists": "Other models",
    "quality": "Quality control",
    "scale": "Scale",
    "code": "Code",
    "data": "Data",
    "model": "Model",
    "prompts": "Prompts",
    "disputed": "In dispute",
}
_LEGEND = {
    UNVERIFIED: "said by the source list or from memory, not verified",
    RECALLED: "recalled, not confirmed",
}


def comparison_report(catalog: Catalog, comparison: Comparison, sides: Sequence[Side], language: str) -> Report:
    """Return the report of `comparison`; `sides` are its works in order, named and with their keys."""
    ids = comparison.entries
    payload: Record = {
        **opening(catalog.as_of),
        "count": len(ids),
        "entries": [{"id": one, "name": side.name, "url": side.url} for one, side in zip(ids, sides, strict=True)],
        "rows": [
            {"row": row.key, "differs": row.differs, "cells": dict(zip(ids, map(_values, row.cells), strict=True))}
            for row in comparison.rows
        ],
    }
    records = [
        {"Row": row.key, **{one: _plain(row, cell) for one, cell in zip(ids, row.cells, strict=True)}} for row in comparison.rows
    ]  # no id has a capital letter

    def blocks() -> Iterable[Block]:
        if not ids or not comparison.rows:
            yield Paragraph(label("No row differs." if ids and comparison.only_differences else "Nothing to compare.", language))
            return
        matrix = comparison_matrix(catalog, comparison, sides, language)
        yield matrix
        yield Paragraph(" · ".join(page_notes(matrix, catalog.as_of, language)), "quiet")

    return Report(payload=payload, records=records, columns=("Row", *ids), blocks=blocks)


def comparison_matrix(catalog: Catalog, comparison: Comparison, sides: Sequence[Side], language: str) -> Matrix:
    """Return the works as the columns of a matrix, a row for each aspect, in `language`."""
    aspects = [
        Aspect(
            _title(row, language),
            [_cell(catalog, one, row, cell, language) for one, cell in zip(comparison.entries, row.cells, strict=True)],
        )
        for row in comparison.rows
    ]
    return Matrix(sides=sides, aspects=aspects)


def page_notes(matrix: Matrix, as_of: str, language: str) -> list[str]:
    """Return what the marks that stand in `matrix` mean, and of which day the catalog is."""
    texts = [cell.text for aspect in matrix.aspects for cell in aspect.cells]
    marks = [f"{mark} {label(meaning, language)}" for mark, meaning in _LEGEND.items() if any(text.endswith(mark) for text in texts)]
    return [*marks, f"{label('catalog of', language)} {as_of}"]


def _title(row: Row, language: str) -> str:
    return said(row.title, language) if row.title else label(_TITLES[row.key], language)


def _values(cell: Iterable[Value]) -> list[Record]:
    return [
        {"value": one.value, "unit": one.unit, "status": one.status, "source": one.source, "locator": one.locator, **one.more}
        for one in cell
    ]


def _plain(row: Row, cell: Sequence[Value]) -> str:
    """Return a cell on one line in the catalog's own words."""
    return flat(
        list(dict.fromkeys(_plain_value(row.form, one) for one in cell))
        if row.form is Form.RESULT
        else [_plain_value(row.form, one) for one in cell]
    )


def _plain_value(form: Form, one: Value) -> str:
    if one.status is Status.DISPUTED:
        return "disputed"
    return _PLAIN[form](one) if form in _PLAIN else flat(one.value)


def _plain_access(one: Value) -> str:
    return one.value if one.more["licence"] == "unknown" else f"{one.value} ({one.more['licence']})"


def _plain_result(one: Value) -> str:
    """Return a result with what was measured, in English, as the table has it."""
    amount = flat(one.value) if one.value is not None else _gain(one.more["gain"], "en")
    about = ", ".join(_said(one.more[key], "en") for key in ("metric", "subject", "setting") if key in one.more)
    return f"{amount} ({about})" if about else amount


def _plain_quantity(one: Value) -> str:
    amount = flat(one.value) if one.value is not None else f"{flat(one.more.get('at_least'))}..{flat(one.more.get('at_most'))}"
    return f"{amount} {one.unit}"


def _cell(catalog: Catalog, entry_id: str, row: Row, cell: Sequence[Value], language: str) -> Cell:
    if row.form is Form.FIELD:
        return _disputes(catalog, entry_id, cell, language)
    if not cell:
        return Cell(label("unknown", language), UNKNOWN)
    known = [one for one in cell if one.status is not Status.DISPUTED]
    if not known:
        return Cell(label("disputed", language), "warning")
    text = _WRITERS[row.form](catalog.terms, row.vocabulary, known, language)
    is_doubtful = row.form is not Form.VENUE and {one.status for one in known} == {Status.UNVERIFIED}
    return Cell(f"{text}{UNVERIFIED}" if is_doubtful else text)


def _disputes(catalog: Catalog, entry_id: str, cell: Sequence[Value], language: str) -> Cell:
    """Return what is in dispute, by the names that the page of the work has for it."""
    if not cell:
        return Cell(label("none known", language), "quiet")
    entry = catalog.entry(entry_id)
    return Cell(comma(language).join(disputed_name(catalog, entry, one.value, language) for one in cell))


def _terms(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    return comma(language).join(terms.name(vocabulary, one.value, language) for one in cell)


def _labels(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    return comma(language).join(label(one.value, language) for one in cell)


def _dates(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    return str(cell[0].value)


def _venues(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    return _venue(cell[0])


def _venue(one: Value) -> str:
    track = f" {one.more['track']}" if "track" in one.more else ""
    basis = "recalled" if one.status is Status.UNVERIFIED else "confirmed"
    return venue_text({"name": f"{one.value}{track}", "year": one.more.get("year", ""), "basis": basis})


def _actions(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    """Return the actions with arrows between them; several alike in a row once with their number, a loop in brackets with its rounds."""
    parts = []
    for text, alike in groupby(_action(terms, vocabulary, one, language) for one in cell):
        count = len(list(alike))
        parts.append(f"{text} ({count})" if count > 1 else text)
    return _ARROW.join(parts)


def _action(terms: Terms, vocabulary: str, one: Value, language: str) -> str:
    repeat = one.more.get("repeat")
    if not repeat:
        return terms.name(vocabulary, one.value, language)
    inside = [terms.name(vocabulary, action, language) for action in one.more["steps"] or [one.value]]
    looped = f"({_ARROW.join(inside)})" if len(inside) > 1 else inside[0]
    return f"{looped} ×{repeat}"


def _stages(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    return semicolon(language).join(_said(one.value, language) for one in cell)


def _quantities(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    one = cell[0]
    amount = quantity({"value": one.value, "unit": one.unit, **one.more}, terms, language)
    return f"{amount}{in_brackets(_said(one.more['label'], language), language)}" if "label" in one.more else amount


def _access(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    one = cell[0]
    licence = one.more["licence"]
    state = label(str(one.value), language)
    return state if licence == "unknown" else f"{state}{in_brackets(label(licence, language), language)}"


def _results(terms: Terms, vocabulary: str, cell: Sequence[Value], language: str) -> str:
    return semicolon(language).join(dict.fromkeys(_result(terms, one, language) for one in cell))


def _result(terms: Terms, one: Value, language: str) -> str:
    unit = unit_name(one.unit, terms, language) if one.unit else ""
    value = "" if one.value is None else f"{decimal(one.value)} {unit}".strip()
    about = comma(language).join(_said(one.more[key], language) for key in ("metric", "subject", "setting") if key in one.more)
    gain = _gain(one.more["gain"], language) if "gain" in one.more else ""
    told = comma(language).join(part for part in (about, gain if value else "") if part)
    return f"{value or gain}{in_brackets(told, language) if told else ''}"


def _gain(gain: Mapping[str, Any], language: str) -> str:
    value, most = gain.get("value"), gain.get("at_most")
    amount = "–".join(decimal(one, sign="+" if number == 0 else "") for number, one in enumerate(x for x in (value, most) if x is not None))
    unit = {"point": label("points", language), "percent": "%"}.get(gain["unit"], "")
    over = comma(language).join(_said(one, language) for one in gain.get("over", ()))
    return " ".join(part for part in (amount, unit, f"{label('over', language)} {over}" if over else "") if part)


def _said(text: Mapping[str, str], language: str) -> str:
    return text.get(language) or text.get("en") or text.get("zh") or ""


_Writer = Callable[["Terms", str, Sequence["Value"], str], str]
_WRITERS: Mapping[Form, _Writer] = {
    Form.DATE: _dates,
    Form.VENUE: _venues,
    Form.TERM: _terms,
    Form.NEED: _labels,
    Form.ACTION: _actions,
    Form.STAGE: _stages,
    Form.QUANTITY: _quantities,
    Form.RESULT: _results,
    Form.ACCESS: _access,
}
_PLAIN: Mapping[Form, Callable[[Value], str]] = {
    Form.VENUE: _venue,
    Form.STAGE: lambda one: str(one.more["stage"]),
    Form.ACCESS: _plain_access,
    Form.QUANTITY: _plain_quantity,
    Form.RESULT: _plain_result,
}
