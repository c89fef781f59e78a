"""What rows are made of: a table's name with values, texts in two languages, words that stand for what nobody knows.

Layer: exchange.
"""

from typing import Any

from ...model.facts import Quantity
from ...model.taxonomy import Text

Row = tuple[str, tuple[Any, ...]]


def both(text: Text | None) -> tuple[str | None, str | None]:
    """Return a text in English and Chinese; None for the one that is missing."""
    return (text.en, text.zh) if text else (None, None)


def known(word: str | None) -> str | None:
    """Return `word`, or None where it is the catalog's word for what nobody says (docs/schema.md)."""
    return None if word == "unknown" else word


def both_known(text: Text | None) -> tuple[str | None, str | None]:
    """Return a text in both languages, or neither where it says in English that nobody knows."""
    return both(text) if text and known(text.en or text.zh) else (None, None)


def amounts(quantity: Quantity | None) -> tuple[Any, ...]:
    """Return value, bounds, whether it is approximate, and the unit."""
    if quantity is None:
        return (None,) * 5
    return (quantity.value, quantity.at_least, quantity.at_most, int(quantity.about), quantity.unit)
