"""What running a recipe takes, stage by stage, and which figures are needed to know the rest: the answer of ``estimate``.

Layer: views. What is unknown is null for programs and said to be unknown to people; neither sees a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from ..model.text import LANGUAGES
from ..services.estimating.amounts import Amount
from ..services.estimating.counting import Basis
from ..services.estimating.estimate import Estimate
from ..services.estimating.missing import Missing
from ..services.estimating.stages import StageEstimate
from .blocks import Block, Cell, Column, Facts, Heading, Paragraph, Table
from .entry_list import opening
from .labels import colon, comma, label, said, said_record, semicolon
from .numbers import decimal, number
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.catalog import Catalog

# The columns of amounts: the key for programs, the field of a stage, the title for people.
_AMOUNTS = (
    ("samples", "samples", "Samples"),
    ("calls_each", "each", "Calls each"),
    ("calls", "calls", "Calls"),
    ("tokens_in", "input_tokens", "Tokens in"),
    ("tokens_out", "output_tokens", "Tokens out"),
    ("money", "money", "Money"),
    ("days", "days", "Time"),
    ("passes", "passes", "Local passes"),
)
_WIDE = {"calls_each": 100, "passes": 120}  # columns of terminal from which they are shown
_SUMMED = ("calls", "tokens_in", "tokens_out", "money", "days", "passes")
_BASES = {
    Basis.GIVEN: "your figure",
    Basis.MODEL: "the one model named",
    Basis.LOCAL: "models that run locally",
    Basis.ACTION: "an action that calls none",
    Basis.BOUNDS: "bounds on earlier scores",
    Basis.NO_ENDPOINT: "a recipe without endpoint",
    Basis.WITHIN: "the stage around it",
}
_WHY = {
    Basis.UNNAMED: "no model is named; how often is one called for a sample (0: never)",
    Basis.TOOLS: "tools are named and no model; how often is one called for a sample (0: never)",
    Basis.SEVERAL: "several models are named; how many calls for a sample",
    Basis.STEPS: "a model is named, and there are steps; how many calls for a sample in all",
    Basis.ROUNDS: "the rounds are too many to follow; how many calls for a sample in all",
    "samples": "no other stage leads here; how many samples come in from outside (0: none)",
    "keep": "which share is not dropped",
    "route": "which share goes this way",
    "tokens": "how many tokens a call takes in and gives out",
    "price": "what a million tokens cost, in and out",
}
_TENTH, _LARGE = Fraction(1, 10), 10_000


def estimate_report(catalog: Catalog, found: Estimate, language: str) -> Report:
    """Return the report of an estimate; as lines it is one row for each stage."""
    amounts = [one for one in _AMOUNTS if _is_asked(one[0], found)]
    stages = [_stage_record(catalog, stage, amounts) for stage in found.stages]
    payload: Record = {
        **opening(catalog.as_of),
        "entry": found.entry.id,
        "name": found.entry.name,
        "samples": _plain(found.figures.samples),
        "complete": not found.missing,
        "stages": stages,
        "totals": {
            **{key: _plain(found.total(field)) for key, field, _ in amounts if key in _SUMMED},
            "kept": _plain(found.kept),
        },
        "missing": [_missing_record(catalog, found, one) for one in found.missing],
    }
    columns = ("stage", "within", "action", "status", "rounds", *(key for key, _, _ in amounts), "basis")
    return Report(payload=payload, records=stages, columns=columns, blocks=lambda: _blocks(catalog, found, language))


def missing_lines(catalog: Catalog, found: Estimate, language: str) -> list[str]:
    """Return each option that is needed, with what it is to say, as a line."""
    return [f"{one.option}{colon(language)}{_why(catalog, found, one, language)}" for one in found.missing]


def _is_asked(key: str, found: Estimate) -> bool:
    """Whether a column is to be shown: money and time only where a price and a rate are given, local passes where there are any."""
    asked = {"money": bool(found.figures.prices), "days": found.figures.rate is not None, "passes": found.total("passes") != 0}
    return asked.get(key, True)


def _stage_record(catalog: Catalog, stage: StageEstimate, amounts: Sequence[tuple[str, str, str]]) -> Record:
    step = stage.plan.step
    return {
        "stage": step.id,
        "name": said_record(step.name),
        "within": list(stage.within),
        "action": step.action,
        "status": stage.plan.status,
        "models": list(stage.plan.models),
        "rounds": stage.rounds,
        **{key: _plain(getattr(stage, field)) for key, field, _ in amounts},
        "basis": stage.basis.value,
        "goes": [{"to": to, "share": _plain(share)} for to, share in stage.goes],
    }


def _missing_record(catalog: Catalog, found: Estimate, missing: Missing) -> Record:
    why = {language: _why(catalog, found, missing, language) for language in LANGUAGES}
    return {"stage": missing.stage or None, "what": missing.what, "option": missing.option, "why": why}


def _plain(amount: Amount) -> int | float | None:
    """Return an amount as JSON has it: whole numbers exactly, others as the nearest float."""
    if amount is None:
        return None
    return amount.numerator if amount.denominator == 1 else float(amount)


def _why(catalog: Catalog, found: Estimate, missing: Missing, language: str) -> str:
    """Return what a figure is to say, with what the catalog has on it."""
    asked = label(_WHY[missing.basis or missing.what], language)
    return f"{asked}{colon(language)}{known}" if (known := _known(catalog, found, missing, language)) else asked


def _known(catalog: Catalog, found: Estimate, missing: Missing, language: str) -> str:
    stage = next((one for one in found.stages if one.plan.step.id == missing.stage), None)
    if stage is None:
        return ""
    step, joint = stage.plan.step, comma(language)
    if missing.basis in (Basis.SEVERAL, Basis.STEPS):
        models = joint.join(catalog.terms.name("model", model, language) for model in stage.plan.models)
        steps = joint.join(said(inner.name, language) for inner in step.steps)
        return semicolon(language).join(part for part in (models, steps) if part)
    if missing.basis is Basis.TOOLS:
        return joint.join(said(tool, language) for tool in step.tools)
    if missing.what in ("keep", "route"):
        routes = [route for route in step.routes if not missing.way or route.to == missing.way]
        return semicolon(language).join(f"{said(route.when, language)} → {label(route.to, language)}" for route in routes)
    return ""


def _blocks(catalog: Catalog, found: Estimate, language: str) -> Iterator[Block]:
    yield Heading(found.entry.name, level=1)
    kept = _shown("samples", found.kept, language)
    yield Facts([(label("Samples", language), _shown("samples", found.figures.samples, language)), (label("Come out", language), kept)])
    yield _stage_table(found, language)
    yield Paragraph(label("Expected values; those with ≈ are rounded. Time is that of the calls.", language), "quiet")
    if found.missing:
        yield Heading(label("Needed to know the rest", language))
        yield Table(
            columns=[
                Column(title=label("Option", language), style="name"),
                Column(title=label("What it says", language), wrap=True, give=1),
            ],
            rows=[[one.option, _why(catalog, found, one, language)] for one in found.missing],
        )


def _stage_table(found: Estimate, language: str) -> Table:
    """Return the stages with their amounts, and the totals below."""
    amounts = [one for one in _AMOUNTS if _is_asked(one[0], found)]
    rows: list[list[Cell | str]] = []
    for stage in found.stages:
        rounds = f" ×{stage.rounds:,}" if stage.rounds > 1 else ""
        cells = [_amount(key, getattr(stage, field), language) for key, field, _ in amounts]
        basis = label(_BASES.get(stage.basis, "unknown"), language)
        rows.append([f"{stage.plan.step.id}{rounds}", *cells, basis, stage.within[-1] if stage.within else ""])
    totals = [_amount(key, found.total(field), language) if key in _SUMMED else "" for key, field, _ in amounts]
    rows.append([label("Total", language), *totals, "", ""])
    return Table(
        columns=[
            Column(title=label("Stage", language), style="name", wrap=True),
            *(Column(title=label(title, language), right=True, from_width=_WIDE.get(key, 0)) for key, _, title in amounts),
            Column(title=label("Calls by", language), from_width=110, style="quiet"),
            Column(title=label("Part of", language), from_width=130, style="quiet"),
        ],
        rows=rows,
    )


def _amount(key: str, amount: Amount, language: str) -> Cell | str:
    return Cell(label("unknown", language), "warning") if amount is None else _shown(key, amount, language)


def _shown(key: str, amount: Amount, language: str) -> str:
    """Return an amount as people read it."""
    if amount is None:
        return label("unknown", language)
    if key == "days":
        return _duration(amount, language)
    return _money(amount) if key == "money" else _rounded(amount, language)


def _rounded(amount: Fraction, language: str) -> str:
    """Return a whole number as it is, any other with a decimal or two."""
    if amount.denominator == 1:
        return number(amount.numerator, language)
    nearest = Fraction(f"{float(amount):.2g}") if amount < _TENTH else round(amount, 0 if amount >= _LARGE else 2)
    return f"{'' if nearest == amount else '≈'}{number(_plain(nearest) or 0, language)}"


def _money(amount: Fraction) -> str:
    """Return money with two decimals, less than one with what tells it from nothing."""
    if not amount or amount >= 1:
        return f"{'' if (amount * 100).denominator == 1 else '≈'}{float(amount):,.2f}"
    return f"{float(amount):.3g}"


def _duration(days: Fraction, language: str) -> str:
    """Return a time in the largest unit of which there is at least one, to a tenth."""
    if not days:
        return "0"
    for unit, length in (("days", Fraction(1)), ("h", Fraction(1, 24)), ("min", Fraction(1, 24 * 60))):
        if days >= length or unit == "min":
            break
    amount = days / length
    nearest = round(amount, 1)
    return f"{'' if nearest == amount else '≈'}{decimal(_plain(nearest) or 0)} {label(unit, language)}"
