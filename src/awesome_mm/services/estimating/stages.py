"""What each stage takes: the samples that come by, the calls they cause, and the tokens, money and days of these.

Layer: services.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from .amounts import NONE, Amount, times, total
from .counting import Basis
from .figures import GENERAL, Figures, Pair
from .flow import Shares
from .planning import Plan
from .stations import DROP, Layout, Station

_A_MILLION = 1_000_000
_MINUTES = 24 * 60  # of a day


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEstimate:
    """What a stage takes, in all its `rounds`; None is unknown.

    `samples` counts a sample in each round that it enters, `each` are the calls for one that does. `goes` are the shares of the ways that
    lead on, and of what is dropped. The rest says what is needed: `begun` are the stages that begin here with samples nobody tells the
    number of.
    """

    plan: Plan
    within: tuple[str, ...]
    rounds: int
    basis: Basis
    samples: Amount
    each: Amount
    calls: Amount
    passes: Amount
    tokens: Pair | None
    price: Pair | None
    input_tokens: Amount
    output_tokens: Amount
    money: Amount
    days: Amount
    goes: tuple[tuple[str, Amount], ...]
    asks_keep: bool
    asks_ways: tuple[str, ...]
    begun: tuple[str, ...]


class Visit(NamedTuple):
    """A station with the samples that come by; `begun` as above."""

    station: Station
    shares: Shares
    samples: Amount
    begun: str


def visits_by_stage(
    layout: Layout, shares: Sequence[Shares], amounts: Sequence[Amount], entering: Mapping[int, Amount]
) -> list[list[Visit]]:
    """Return the visits of all stations, those of one stage together, stages in order."""
    groups: dict[str, list[Visit]] = {}
    for number, (station, shared, samples) in enumerate(zip(layout.stations, shares, amounts, strict=True)):
        begun = layout.beginning_at(number) if entering.get(number, NONE) is None else ""
        groups.setdefault(station.plan.step.id, []).append(Visit(station, shared, samples, begun))
    return list(groups.values())


def stage_estimate(visits: Sequence[Visit], figures: Figures) -> StageEstimate:
    """Return what the stage takes whose `visits` these are."""
    plan, within = visits[0].station.plan, visits[0].station.within
    counted = [visit for visit in visits if not visit.station.is_exit]
    leaving = [visit for visit in visits if visit.station.is_final and visit.samples != 0]
    repeat = Fraction(1 if plan.inner else plan.repeat)
    samples = times(total(visit.samples for visit in counted or visits), repeat)
    each = plan.calls.each if counted else NONE
    calls = times(samples, each)
    keys = (plan.step.id, *reversed(within))
    tokens, price = _nearest(figures.tokens, (*keys, GENERAL)), _price(figures, keys, plan.models)
    flowing = [times(calls, side) for side in tokens or (None, None)]
    costs = [times(flowing[side], price[side] / _A_MILLION if price else None) for side in (0, 1)]
    return StageEstimate(
        plan=plan,
        within=within,
        rounds=max(len(counted), 1) * int(repeat),
        basis=plan.calls.basis if counted else Basis.WITHIN,
        samples=samples,
        each=each,
        calls=calls,
        passes=times(samples, Fraction(plan.passes)),
        tokens=tokens,
        price=price,
        input_tokens=flowing[0],
        output_tokens=flowing[1],
        money=total(costs),
        days=times(calls, 1 / (figures.rate * _MINUTES) if figures.rate else None),
        goes=_goes(visits[-1]),
        asks_keep=any(visit.shares.needs_keep for visit in leaving),
        asks_ways=tuple(dict.fromkeys(way.label for visit in leaving for way in visit.shares.needs_ways)),
        begun=tuple(visit.begun for visit in visits if visit.begun),
    )


def _nearest(figures: Mapping[str, Pair], keys: Sequence[str]) -> Pair | None:
    """Return the figure of the first of `keys` that has one."""
    return next((figures[key] for key in keys if key in figures), None)


def _price(figures: Figures, keys: Sequence[str], models: Sequence[str]) -> Pair | None:
    """Return the price of the stage, of one around it, or of its models where they all have the same, else that for all stages."""
    if found := _nearest(figures.prices, keys):
        return found
    prices = {_nearest(figures.prices, (model, GENERAL)) for model in models or ("",)}
    return prices.pop() if len(prices) == 1 else None


def _goes(visit: Visit) -> tuple[tuple[str, Amount], ...]:
    """Return the share of each way and of what is dropped; nothing where all go on in order."""
    ways, kept = visit.shares.ways, visit.shares.kept
    if len(ways) == 1 and not visit.station.drops:
        return ()
    dropped = [(DROP, None if kept is None else 1 - kept)] if visit.station.drops else []
    return (*((way.label, share) for way, share in ways), *dropped)
