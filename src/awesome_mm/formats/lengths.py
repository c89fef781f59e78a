"""How long bars are, and what is written beside them.

Layer: formats.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, log10

from ..model.text import one_line
from ..views.blocks import Bar, Bars


def bar_text(bar: Bar) -> str:
    """Return what stands beside a bar: what is said of it, or its number; nothing for 0."""
    return one_line(bar.said) or (f"{bar.value:,}" if bar.value else "")


def bar_shares(block: Bars) -> Sequence[Fraction | float]:
    """Return how much of the longest bar's length each has, from 0 to 1; a logarithmic scale begins at the power of ten below the least."""
    values = [bar.value for bar in block.bars]
    largest = max([*values, block.largest], default=0) or 1
    if not block.logarithmic:
        return [Fraction(value) / Fraction(largest) for value in values]
    begin = ceil(log10(min((value for value in values if value > 0), default=1))) - 1
    span = log10(largest) - begin
    return [(log10(value) - begin) / span if value > 0 else 0 for value in values]
