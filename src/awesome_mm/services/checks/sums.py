"""Whether parts make their whole, as exactly as they are written. Layer: services."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ...model.written_numbers import Stated

_SHORTENED = 10_000  # from here on numbers are written with a letter
_ROUGHLY = Decimal("0.05")  # of a number that is marked as rounded


def makes(parts: Sequence[Stated], whole: Stated) -> bool:
    """Whether `parts` make `whole` but for rounding: that of all parts together or that of the whole, whichever is more.

    12.2M and 2.7M make 15M; 3.5M, 1.1M and 235K do not make 4.7M.
    """
    of_parts = sum((_slack(part) for part in parts), Decimal())
    return abs(total(parts) - whole.value) <= max(of_parts, _slack(whole))


def total(parts: Sequence[Stated]) -> Decimal:
    """Return the sum of `parts`."""
    return sum((part.value for part in parts), Decimal())


def _slack(number: Stated) -> Decimal:
    half = number.step / 2
    return max(half, number.value * _ROUGHLY) if number.is_rough else half


def short(number: Decimal) -> str:
    """Return a number as people write it: ``4.835M``, ``2023``."""
    if number < _SHORTENED:
        return f"{number.normalize():f}"
    for letter, exponent in (("B", 9), ("M", 6), ("K", 3)):
        if number >= Decimal(1).scaleb(exponent):
            return f"{number.scaleb(-exponent).normalize():f}{letter}"
    return f"{number.normalize():f}"
