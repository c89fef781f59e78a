"""Dates as a figure's axis takes them, and those that are not exact enough for it.

Layer: services.
"""

from collections.abc import Sequence

from ...model.brief import Brief
from .chart import UNDATED, YEAR_ONLY

_MOST_QUARTERS = 16  # beside each other in a paper's figure


def undated_for_months(brief: Brief) -> str:
    """Return why a work has no place among months; ``""`` where it has one."""
    if not brief.published:
        return UNDATED
    return YEAR_ONLY if len(brief.published) == len("2024") else ""


def month(published: str) -> str:
    """Return the month of a date that has one."""
    return published[:7]


def quarter(published: str) -> str:
    """Return the quarter of a date that has a month: ``2024-Q1``."""
    return f"{published[:4]}-Q{(int(published[5:7]) + 2) // 3}"


def fitting_period(briefs: Sequence[Brief]) -> str:
    """Return ``quarter`` where the works lie close enough together for quarters, else ``year``."""
    years = {brief.year for brief in briefs if brief.year}
    return "year" if years and (max(years) - min(years) + 1) * 4 > _MOST_QUARTERS else "quarter"
