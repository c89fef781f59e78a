"""Figures and results as blocks: tables that say how far each claim may be trusted.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .blocks import Block, Cell, Column, Points, Table
from .labels import colon, comma, label, said, semicolon
from .numbers import decimal, unit_name
from .stages import quantity_text

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.entry import Entry
    from ..model.facts import Claim, Figure, Gain, Result
    from ..model.taxonomy import Text as SaidText

_STATUS_STYLES = {"confirmed": "good", "disputed": "warning", "unverified": "quiet"}


def figures_blocks(catalog: Catalog, entry: Entry, language: str) -> tuple[Block, ...]:
    """Return the figures of `entry` (what, how many, which share, how far to be trusted, read where) and what to know of them."""
    table = Table(
        columns=[
            Column(title=label("What", language), wrap=True, give=1),
            Column(title=label("Quantity", language), right=True),
            Column(title=label("Share", language), right=True),
            Column(title=label("Status", language)),
            Column(title=label("Where", language), from_width=100, style="quiet", wrap=True),
        ],
        rows=[_figure_row(catalog, entry, figure, language) for figure in entry.figures],
    )
    reasons = [(figure_name(catalog, entry, figure, language), figure.reason) for figure in entry.figures]
    return _used_columns(table), *_reasons(reasons, language)


def _figure_row(catalog: Catalog, entry: Entry, figure: Figure, language: str) -> list[Cell | str]:
    inset = "· " if figure.part_of else ""
    share = f"{decimal(figure.share)} %" if figure.share is not None else ""
    only_share = share and figure.quantity.unit == "percent"
    return [
        Cell(f"{inset}{figure_name(catalog, entry, figure, language)}", "name" if figure.headline else ""),
        "" if only_share else quantity_text(catalog, figure.quantity, language),
        share,
        _status(figure, language),
        _where(figure, language),
    ]


def figure_name(catalog: Catalog, entry: Entry, figure: Figure, language: str) -> str:
    """Return what a figure counts, behind the artifact it counts; a part does not repeat its whole's."""
    what = said(figure.label, language) if figure.label else catalog.terms.name("measure", figure.measure, language)
    made = {artifact.id: artifact.name for artifact in entry.artifacts}
    of = made.get((figure.of or "").rpartition("/")[2], "")
    return what if not of or of in what or figure.part_of else f"{of}{colon(language)}{what}"


def results_blocks(catalog: Catalog, entry: Entry, language: str) -> tuple[Block, ...]:
    """Return the reported results of `entry`, and what to know of them."""
    table = Table(
        columns=[
            Column(title=label("Benchmark", language), style="name", wrap=True, give=1),
            Column(title=label("Metric", language), wrap=True, give=1),
            Column(title=label("Subject", language), wrap=True, give=1),
            Column(title=label("Value", language), right=True),
            Column(title=label("Gain", language), wrap=True, give=1),
            Column(title=label("Status", language)),
            Column(title=label("Where", language), from_width=120, style="quiet", wrap=True),
        ],
        rows=[_result_row(catalog, result, language) for result in entry.results],
    )
    reasons = [(_result_name(result, language), result.reason) for result in entry.results]
    return _used_columns(table), *_reasons(reasons, language)


def _result_row(catalog: Catalog, result: Result, language: str) -> list[Cell | str]:
    return [
        label("unknown", language) if _is_unknown(result) else said(result.benchmark, language),
        comma(language).join(said(part, language) for part in (result.metric, result.setting) if part),
        said(result.subject, language) if result.subject else "",
        _value(catalog, result, language),
        _gain(result.gain, language) if result.gain else "",
        _status(result, language),
        _where(result, language),
    ]


def _result_name(result: Result, language: str) -> str:
    named = [] if _is_unknown(result) else [result.benchmark]
    about = [part for part in (*named, result.metric, result.setting) if part] or [part for part in (result.subject,) if part]
    return comma(language).join(said(part, language) for part in about)


def _is_unknown(result: Result) -> bool:
    return result.benchmark.en == "unknown"


def _used_columns(table: Table) -> Table:
    """Return `table` without the columns that nobody fills."""
    used = [place for place in range(len(table.columns)) if any(_text(row[place]) for row in table.rows)]
    return Table(columns=[table.columns[place] for place in used], rows=[[row[place] for place in used] for row in table.rows])


def _reasons(reasons: Sequence[tuple[str, SaidText | None]], language: str) -> tuple[Block, ...]:
    """Return the reasons as points, those that are the same under all their names; nothing where there are none."""
    names: dict[str, list[str]] = {}
    for name, reason in reasons:
        if reason:
            names.setdefault(said(reason, language), []).append(name)
    points = [(semicolon(language).join(dict.fromkeys(about)), reason) for reason, about in names.items()]
    return (Points([("", f"{about}{colon(language)}{reason}") for about, reason in points]),) if points else ()


def _value(catalog: Catalog, result: Result, language: str) -> str:
    if result.value is None:
        return ""
    if result.unit is None:
        return decimal(result.value)
    unit = unit_name(result.unit, catalog.terms, language, single=result.value == 1)
    return f"{decimal(result.value)} {unit}".strip()


def _gain(gain: Gain, language: str) -> str:
    amount = "" if (gain.value, gain.at_most) == (None, None) else _gained(gain, language)
    over = comma(language).join(said(one, language) for one in gain.over)
    baseline = f" ({decimal(gain.baseline)})" if gain.baseline is not None else ""
    against = f"{label('over', language)} {over}{baseline}" if over else ""
    return " ".join(part for part in (amount, against) if part)


def _gained(gain: Gain, language: str) -> str:
    if gain.value is None:
        amount = f"{label('at most', language)} {decimal(gain.at_most or 0, sign='+')}"
    else:
        amount = decimal(gain.value, sign="+") + ("" if gain.at_most is None else f"–{decimal(gain.at_most)}")
    is_one = gain.at_most is None and gain.value in (1, -1)
    unit = {"point": label("point" if is_one else "points", language), "percent": "%"}.get(gain.unit.value, "")
    return f"{amount} {unit}".strip()


def _status(claim: Claim, language: str) -> Cell:
    return Cell(label(claim.status.value, language), _STATUS_STYLES[claim.status.value])


def _where(claim: Claim, language: str) -> str:
    source = label(claim.source.value, language)
    return source if claim.locator == "unknown" else f"{source}{'，' if language == 'zh' else ', '}{claim.locator}"


def _text(cell: Cell | str) -> str:
    return cell.text if isinstance(cell, Cell) else cell
