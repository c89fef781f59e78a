"""Quantities as people read them: ``3.55M`` in English, ``355万`` in Chinese, and never less exact than they are.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .labels import label

if TYPE_CHECKING:
    from ..model.terms import Terms

_SCALES = {
    "en": ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "K")),
    "zh": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
}
_MOST_DECIMALS = 3


def number(value: float, language: str) -> str:
    """Return `value` with the language's large units where that loses nothing, else with separators."""
    for scale, sign in _SCALES.get(language, _SCALES["en"]):
        short = round(value / scale, _MOST_DECIMALS)
        if abs(value) >= scale and abs(short * scale - value) < 1e-6 * scale:
            if sign == "K" and abs(value) < 10_000 and value % 1000:
                break
            return f"{short:g}{sign}"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def quantity(record: Mapping[str, Any], terms: Terms, language: str) -> str:
    """Return a quantity's record (see ``facts.Quantity``) with its unit: ``about 60-70 %``, ``at least 720 pixels``."""
    amount = _amount(record, language)
    about = f"{label('about', language)}{_gap(language)}" if record.get("about") else ""
    unit = unit_name(record["unit"], terms, language, single=record.get("value") == 1)
    return f"{about}{amount}{_joint(unit, language)}{unit}"


def unit_name(unit_id: str, terms: Terms, language: str, *, single: bool = False) -> str:
    """Return a unit's name in `language`, the English singular where there is just one."""
    record = terms.of("unit").get(unit_id, {})
    if not record.get("written", True):
        return ""
    one = record.get("one")
    return str(one) if one and single and language != "zh" else terms.name("unit", unit_id, language)


def _amount(record: Mapping[str, Any], language: str) -> str:
    low, high, value = record.get("at_least"), record.get("at_most"), record.get("value")
    if value is not None:
        return number(value, language)
    if low is not None and high is not None:
        return f"{number(low, language)}–{number(high, language)}"
    bound, amount = ("at least", low) if low is not None else ("at most", high)
    return f"{label(bound, language)}{_gap(language)}{number(amount or 0, language)}"


def _gap(language: str) -> str:
    return "" if language == "zh" else " "


def _joint(unit: str, language: str) -> str:
    """Return what stands between number and unit: nothing before signs and Chinese counters, else a space."""
    if unit in ("%", "×") or not unit:
        return "" if unit != "%" else " "
    return "" if language == "zh" and not unit[0].isascii() else " "
