"""Amounts that may be unknown, and how they are added and multiplied.

Layer: services.
"""

from collections.abc import Iterable
from fractions import Fraction

Amount = Fraction | None  # None: unknown
NONE, ONE = Fraction(0), Fraction(1)


def total(amounts: Iterable[Amount]) -> Amount:
    """Return the sum, unknown where any part is."""
    found = NONE
    for amount in amounts:
        if amount is None:
            return None
        found += amount
    return found


def times(first: Amount, second: Amount) -> Amount:
    """Return the product: nothing where either is nothing, else unknown where either is."""
    if NONE in (first, second):
        return NONE
    return None if first is None or second is None else first * second
