"""What of a recipe is counted where: which stages make calls themselves, and which of the steps inside are looked at one by one.

Layer: services.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from ...model.entry import Entry, Need
from ...model.facts import Step
from .amounts import NONE
from .counting import DROPPING, Basis, Count, callers_of, count_calls, is_one_piece, local_passes, walk
from .figures import GENERAL, LARGEST, Figures

_MOST_ROUNDS = 200  # laid out one by one; where there are more, nobody says what each takes


class Plan(NamedTuple):
    """A step, with the `inner` ones that are looked at; without any it is counted as a whole, `repeat` times for each sample.

    One with inner steps has `passes` or calls of its own where it `counts`.
    """

    step: Step
    status: str
    calls: Count
    passes: int
    models: tuple[str, ...]
    repeat: int
    inner: tuple["Plan", ...]
    counts: bool

    @property
    def drops(self) -> bool:
        """Whether it lets samples fall, by its action or by a route, or a step that is not looked at does."""
        return _drops(self.step) or (not self.inner and any(_drops(inner) for inner in walk(self.step)))

    @property
    def drops_inside(self) -> bool:
        """Whether any step that is looked at lets samples fall."""
        return any(plan.drops or plan.drops_inside for plan in self.inner)


def _drops(step: Step) -> bool:
    return any(route.to == "drop" for route in step.routes) or (not step.routes and step.action in DROPPING)


class _Around(NamedTuple):
    status: str
    is_counted: bool = False  # by a stage around it
    rounds: int = 1


def plan_stages(entry: Entry, figures: Figures) -> tuple[Plan, ...]:
    """Return a plan for each stage of `entry` that is not in dispute; a step that `figures` name is always looked at."""
    planner = _Planner(entry.needs, figures)
    return tuple(planner.plan(stage, _Around(stage.status.value)) for stage in entry.stages if stage.status != "disputed")


class _Planner:
    def __init__(self, needs: Collection[Need], figures: Figures) -> None:
        self.needs = needs
        self.calls = figures.calls
        self.named = figures.named
        self.has_scores = False  # from a step that was planned before

    def plan(self, step: Step, around: _Around) -> Plan:
        """Return the plan of `step`, which is not in dispute."""
        repeat = max(step.repeat or 1, 1)
        has_too_many = repeat * around.rounds > (_MOST_ROUNDS if step.steps else LARGEST)
        counts = self._counts(step)
        inside = around._replace(is_counted=around.is_counted or counts, rounds=around.rounds * repeat)
        calls = self._count(step, around, has_too_many=has_too_many)
        inner = () if has_too_many else self._inner(step, inside)
        self.has_scores = self.has_scores or step.action == "score"
        return Plan(
            step=step,
            status=around.status,
            calls=calls,
            passes=local_passes(step, self.needs) if counts or not inner else 0,
            models=callers_of(step, self.needs),
            repeat=1 if has_too_many else repeat,
            inner=inner,
            counts=counts,
        )

    def _counts(self, step: Step) -> bool:
        """Whether `step` is counted itself, besides the steps in it: it names a model they do not, or a person says how often it calls."""
        names_alone = bool(step.models) and not any(inner.models for inner in walk(step))
        return step.id in self.calls or names_alone or bool(callers_of(step, self.needs))

    def _inner(self, step: Step, inside: _Around) -> tuple[Plan, ...]:
        if is_one_piece(step) and not self._is_named(walk(step)):
            return ()
        steps = [one for one in step.steps if one.status != "disputed" and (not inside.is_counted or self._says_more(one))]
        return tuple(self.plan(one, inside._replace(status=one.status.value if one.status else inside.status)) for one in steps)

    def _says_more(self, step: Step) -> bool:
        """Whether `step` matters though a stage around it counts its calls: it changes the flow, names models, or is named."""
        parts = [step, *walk(step)]
        is_telling = any(one.models or one.routes or one.repeat or one.action in DROPPING for one in parts)
        return is_telling or self._is_named(parts)

    def _is_named(self, steps: Iterable[Step]) -> bool:
        return any(one.id in self.named for one in steps)

    def _count(self, step: Step, around: _Around, *, has_too_many: bool) -> Count:
        """Return the calls of `step`: those a person gives, else what its structure says, else the person's figure for all stages."""
        if step.id in self.calls:
            return Count(self.calls[step.id], Basis.GIVEN)
        if around.is_counted:
            return Count(NONE, Basis.WITHIN)
        found = Count(None, Basis.ROUNDS) if has_too_many else self._structural(step)
        return Count(self.calls[GENERAL], Basis.GIVEN) if found.each is None and GENERAL in self.calls else found

    def _structural(self, step: Step) -> Count:
        if step.steps and callers_of(step, self.needs):
            return Count(None, Basis.STEPS)
        return count_calls(step, self.needs, has_scores=self.has_scores)
