"""Quantities as people read them: ``3.55M`` in English, ``355万`` in Chinese, and never less exact than they are.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .labels import label

if TYPE_CHECKING:
    from ..model.terms import Terms

# Each large unit with its sign and the decimals it is read with; what needs more of them is written out.
_SCALES = {
    "en": ((10**12, "T", 3), (10**9, "B", 3), (10**6, "M", 3), (10**3, "K", 0)),
    "zh": ((10**12, "万亿", 4), (10**8, "亿", 4), (10**4, "万", 2)),
}
_EXACT_FLOAT = 10**15  # below it every whole float is a number somebody wrote


def number(value: float, language: str) -> str:
    """Return `value` with the language's large units where that loses nothing, else with separators."""
    if isinstance(value, float):
        if not value.is_integer() or abs(value) >= _EXACT_FLOAT:
            return decimal(value)
        value = int(value)
    for scale, sign, decimals in _SCALES.get(language, _SCALES["en"]):
        if abs(value) >= scale:
            return _scaled(value, scale, sign, decimals) or f"{value:,}"
    return f"{value:,}"


def decimal(value: float, sign: str = "") -> str:
    """Return `value` with separators and all its digits, but without those that only a float's storage adds; `sign` may be ``+``."""
    return f"{value:{sign},}" if isinstance(value, int) else f"{value:{sign},.15g}"


def _scaled(value: int, scale: int, sign: str, decimals: int) -> str:
    """Return `value` in units of `scale`, or ``""`` where that takes more than `decimals`."""
    whole, rest = divmod(abs(value), scale)
    shortened, lost = divmod(rest * 10**decimals, scale)
    if lost:
        return ""
    fraction = f"{shortened:0{decimals}}".rstrip("0") if shortened else ""
    return f"{'-' if value < 0 else ''}{whole if whole < 10_000 else f'{whole:,}'}{'.' if fraction else ''}{fraction}{sign}"


def quantity(record: Mapping[str, Any], terms: Terms, language: str) -> str:
    """Return a quantity's record (see ``facts.Quantity``) with its unit: ``about 60-70 %``, ``at least 720 pixels``."""
    amount = _amount(record, language)
    if not amount:
        return label("unknown", language)
    about = f"{label('about', language)}{_gap(language)}" if record.get("about") else ""
    unit = unit_name(record["unit"], terms, language, single=_is_one(record))
    return f"{about}{amount}{_joint(unit, language)}{unit}"


def unit_name(unit_id: str, terms: Terms, language: str, *, single: bool = False) -> str:
    """Return a unit's name in `language`, the English singular where there is just one."""
    record = terms.of("unit").get(unit_id, {})
    if not record.get("written", True):
        return ""
    name = terms.name("unit", unit_id, language)
    is_english = language != "zh" or name == terms.name("unit", unit_id, "en")
    return str(record["one"]) if single and is_english and record.get("one") else name


def _is_one(record: Mapping[str, Any]) -> bool:
    """Whether the quantity's only number is 1."""
    return [record[bound] for bound in ("value", "at_least", "at_most") if record.get(bound) is not None] == [1]


def _amount(record: Mapping[str, Any], language: str) -> str:
    """Return the number or range; ``""`` where there is none."""
    low, high, value = record.get("at_least"), record.get("at_most"), record.get("value")
    if value is not None:
        return number(value, language)
    if low is not None and high is not None:
        return f"{number(low, language)}–{number(high, language)}"
    for bound, amount in (("at least", low), ("at most", high)):
        if amount is not None:
            return f"{label(bound, language)}{_gap(language)}{number(amount, language)}"
    return ""


def _gap(language: str) -> str:
    return "" if language == "zh" else " "


def _joint(unit: str, language: str) -> str:
    """Return what stands between number and unit: nothing before signs and Chinese counters, else a space."""
    if unit in ("%", "×") or not unit:
        return "" if unit != "%" else " "
    return "" if language == "zh" and not unit[0].isascii() else " "
