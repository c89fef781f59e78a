"""A recipe laid out as stations in the order in which samples come by, each with the ways that lead on from it.

Layer: services. A stage that repeats is laid out once for each round, so that what one round drops does not come into the next. How a route
is meant: ``drop`` leaves the data; a stage's id leads there; ``keep`` leads to the end of the round inside a stage that repeats, and
otherwise past all further making of data, to the next stage that mixes or trains.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ...model.entry import Entry
from ...model.facts import Stage, Step
from .figures import Figures
from .planning import Plan, plan_stages

KEEP, DROP, NEXT = "keep", "drop", "next"
_MAKING_ENDS = ("mix", "train")


class Way(NamedTuple):
    """Where samples go on to: a stage's id, ``keep`` or ``next``, and the number of that station."""

    label: str
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A place where samples come by: a step, what a stage does besides its steps, or the exit of a stage (`is_exit`).

    `within` are the ids of the stages around it, outermost first; `is_final` where samples leave the stage.
    """

    plan: Plan
    within: tuple[str, ...]
    ways: tuple[Way, ...]
    drops: bool
    is_exit: bool = False
    is_final: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All stations in order; `starts` are the numbers of the stations at which a stage begins, by its id."""

    stations: tuple[Station, ...]
    starts: Mapping[str, int]

    def beginning_at(self, number: int) -> str:
        """Return the outermost stage that begins at the station `number`; ``""`` where none does, as in a further round."""
        station = self.stations[number]
        return next((one for one in (*station.within, station.plan.step.id) if self.starts[one] == number), "")


class _Scope:
    """The numbers of stations by stage, in the whole or in one round; those of a round's first time hold for the whole too."""

    def __init__(self, outer: "_Scope | None" = None) -> None:
        self.outer = outer
        self.starts: dict[str, int] = {}
        self.end: int | None = None

    def put(self, step_id: str, number: int) -> None:
        self.starts.setdefault(step_id, number)
        if self.outer:
            self.outer.put(step_id, number)

    def find(self, step_id: str) -> int:
        return self.starts[step_id] if step_id in self.starts or not self.outer else self.outer.find(step_id)


class _Draft(NamedTuple):
    """A station whose ways are not resolved yet."""

    plan: Plan
    within: tuple[str, ...]
    scope: _Scope
    leads_on: bool = False
    is_exit: bool = False


def lay_out(entry: Entry, figures: Figures) -> Layout:
    """Return the stations of the stages of `entry` that are not in dispute."""
    plans = {plan.step.id: plan for plan in plan_stages(entry, figures)}
    whole, builder = _Scope(), _Builder(figures)
    ends = []
    for stage in entry.stages:
        if stage.id in plans and stage.action in _MAKING_ENDS:
            ends.append(len(builder.drafts))
        if stage.id in plans:
            builder.place(plans[stage.id], (), whole)
        _put_all(stage, whole, len(builder.drafts))
    last = len(builder.drafts)
    chained = [stage for stage in entry.stages if stage.id in plans]
    passed_over = {
        whole.starts[stage.id]: _end_of_making(whole, whole.starts[stage.id] - 1, ends, last) if to is None else whole.starts[to]
        for stage, to in _continuations(chained)
    }
    stations = (_resolved(draft, number, ends, figures, last, passed_over) for number, draft in enumerate(builder.drafts))
    return Layout(stations=tuple(stations), starts=whole.starts)


class _Builder:
    def __init__(self, figures: Figures) -> None:
        self.drafts: list[_Draft] = []
        self.steered = figures.keep.keys() | {stage for stage, _ in figures.routes}

    def place(self, plan: Plan, within: tuple[str, ...], scope: _Scope) -> None:
        """Add the stations of `plan` behind those that stand."""
        start = len(self.drafts)
        scope.put(plan.step.id, start)
        if not plan.inner:
            self.drafts.append(_Draft(plan, within, scope))
        for _ in range(plan.repeat if plan.inner else 0):
            self._place_round(plan, within, _Scope(scope) if plan.repeat > 1 else scope)
        if plan.inner and (plan.step.routes or plan.step.id in self.steered or (plan.drops and not plan.drops_inside)):
            self.drafts.append(_Draft(plan, within, scope, is_exit=True))
        _put_all(plan.step, scope, start)

    def _place_round(self, plan: Plan, within: tuple[str, ...], scope: _Scope) -> None:
        start = len(self.drafts)
        if plan.counts:
            self.drafts.append(_Draft(plan, within, scope, leads_on=True))
        for inner in plan.inner:
            self.place(inner, (*within, plan.step.id), scope)
        _put_all(plan.step, scope, start)
        if plan.repeat > 1:
            scope.end = len(self.drafts)


def _put_all(step: Step, scope: _Scope, number: int) -> None:
    """Let routes to `step` and to what is in it lead to the station `number`, where they have none of their own."""
    scope.put(step.id, number)
    for inner in step.steps:
        _put_all(inner, scope, number)


def _continuations(stages: Sequence[Stage]) -> Iterator[tuple[Stage, str | None]]:
    """Yield each stage that does not take the outcome of the one before it, and the stage that does; None where none does.

    A stage that comes `after` one whose outcome the next takes already begins by itself: whether it gets the same samples or a part of
    them nobody says. So does one that comes after nothing.
    """
    for before, stage in pairwise(stages):
        if stage.after is not None and before.id not in stage.after:
            yield stage, next((one.id for one in stages if one.after and before.id in one.after), None)


def _resolved(draft: _Draft, number: int, ends: Sequence[int], figures: Figures, last: int, passed_over: Mapping[int, int]) -> Station:
    """Return the station `number`: what has no way forward but to drop goes on to the next in order, or to what takes its outcome."""
    step, following = draft.plan.step, Way(NEXT, passed_over.get(number + 1, number + 1))
    if draft.leads_on:
        return Station(plan=draft.plan, within=draft.within, ways=(following,), drops=False, is_final=False)
    ways: dict[int, Way] = {}
    for label in dict.fromkeys(route.to for route in step.routes if route.to != DROP):
        to = _end_of_making(draft.scope, number, ends, last) if label == KEEP else draft.scope.find(label)
        ways.setdefault(to, Way(label, to))
    if not any(to > number for to in ways):
        ways[following.to] = following
    is_spent = draft.is_exit and not step.routes and draft.plan.drops_inside  # its steps have dropped what it drops
    return Station(
        plan=draft.plan,
        within=draft.within,
        ways=tuple(ways.values()),
        drops=step.id in figures.keep or (draft.plan.drops and not is_spent),
        is_exit=draft.is_exit,
    )


def _end_of_making(scope: _Scope, number: int, ends: Sequence[int], last: int) -> int:
    """Return where what is kept goes on to: out of the round, or to the next stage that mixes or trains, or out of the recipe."""
    around: _Scope | None = scope
    while around:
        if around.end is not None:
            return around.end
        around = around.outer
    return next((end for end in ends if end > number), last)
