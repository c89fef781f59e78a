"""Which models made the data, and when.

Layer: services.
"""

from collections.abc import Sequence

from ...model.brief import Brief
from ...model.catalog import Catalog
from ...model.entry import Entry
from ...model.facts import Role, Status
from ...model.text import unique
from ..standing import walk
from .chart import DISPUTED, NO_GENERATOR, UNDATED, YEAR_ONLY, Chart, Series, count, omissions
from .times import fitting_period, quarter, undated_for_months


def models(catalog: Catalog, briefs: Sequence[Brief]) -> Chart:
    """Return for each generator the works that use it by quarter, or by year where they are far apart; the most used ones first.

    A model that only a stage in dispute names does not count.
    """
    period = fitting_period(briefs)
    used: dict[str, dict[str, list[str]]] = {}
    left_out: dict[str, list[str]] = {reason: [] for reason in (DISPUTED, UNDATED, YEAR_ONLY, NO_GENERATOR)}
    for brief in briefs:
        found, doubted = generators(catalog.entry(brief.id)) if brief.values("models") else ((), ())
        reason = _reason(brief, period) if found else "" if doubted else NO_GENERATOR
        if doubted:
            left_out[DISPUTED].append(brief.id)
        if reason:
            left_out[reason].append(brief.id)
            continue
        for model in found:
            used.setdefault(model, {}).setdefault(_period_of(brief, period), []).append(brief.id)
    series = [Series(key=model, points=tuple(count(key, ids) for key, ids in sorted(by.items()))) for model, by in used.items()]
    by_use = sorted(series, key=lambda one: (-len(one.ids), one.points[0].key))
    return Chart(name="models", works=len(briefs), series=tuple(by_use), left_out=omissions(left_out), period=period)


def generators(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the models that generate in the stages of `entry`, and those that only stages in dispute name."""
    named = [(model.id, one.status) for one in walk(entry) for model in one.step.models if model.role is Role.GENERATOR]
    found = unique(model for model, status in named if status is not Status.DISPUTED)
    return found, unique(model for model, _ in named if model not in found)


def _reason(brief: Brief, period: str) -> str:
    reason = undated_for_months(brief)
    return "" if reason == YEAR_ONLY and period == "year" else reason


def _period_of(brief: Brief, period: str) -> str:
    return quarter(brief.published) if period == "quarter" else brief.published[:4]
