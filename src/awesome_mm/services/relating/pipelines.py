"""Whether two pipelines do the same in the same order; a step that most pipelines have says little.

Layer: services.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from .evidence import Reason, ReasonKind, rarity, saturated
from .holdings import Holding

_MOST = 0.4
_LEAST_STEPS = 3
_LONGEST = 60  # steps; no pipeline of a paper has more, and what is generated may


class SharedStages:
    """The steps, by action, that stand in both pipelines in the same order; steps of one action in a row are one."""

    def __init__(self, ids: Sequence[str], holdings: Sequence[Holding]) -> None:
        self._ids = ids
        self._pipelines = [tuple(action for action, _ in groupby(held.steps))[:_LONGEST] for held in holdings]
        self._numbers: dict[tuple[str, ...], list[int]] = {}
        for number, pipeline in enumerate(self._pipelines):
            self._numbers.setdefault(pipeline, []).append(number)
        having = Counter(action for held in holdings for action in frozenset(held.steps))
        works = sum(1 for pipeline in self._pipelines if pipeline)
        self._worth = {action: rarity(holders, works) for action, holders in having.items()}

    def strengths(self, given: int) -> Mapping[int, float]:
        """Return how much the pipelines have in common: the worth of the shared steps, and their share of both."""
        return {
            other: strength
            for pipeline, strength in self._alike(self._pipelines[given])
            for other in self._numbers[pipeline]
            if other != given
        }

    def reasons(self, given: int, other: int, strength: float) -> tuple[Reason, ...]:
        """Return one reason with the shared steps in order."""
        steps = common_steps(self._pipelines[given], self._pipelines[other], self._worth)
        return (Reason(kind=ReasonKind.STAGES, strength=strength, entry=self._ids[given], shared=steps),)

    def _alike(self, own: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], float]]:
        """Yield the pipelines that share enough steps with `own`; each is compared once, however many works have it."""
        if len(own) < _LEAST_STEPS:
            return
        total = self._sum(own)
        for pipeline in self._numbers:
            steps = common_steps(own, pipeline, self._worth) if len(pipeline) >= _LEAST_STEPS else ()
            if len(steps) >= _LEAST_STEPS:
                worth = self._sum(steps)
                yield pipeline, _MOST * saturated(worth) * 2 * worth / (total + self._sum(pipeline))

    def _sum(self, steps: Sequence[str]) -> float:
        return sum(self._worth[action] for action in steps)


def common_steps(one: Sequence[str], other: Sequence[str], worth: Mapping[str, float]) -> tuple[str, ...]:
    """Return the steps that stand in both in the same order, not necessarily side by side, and are worth most together."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())] * (len(other) + 1)
    for step in one:
        before = best[0]
        for place, theirs in enumerate(other, 1):
            above = best[place]
            taken = (before[0] + worth[step], (*before[1], step)) if step == theirs else (-1.0, ())
            best[place] = max(taken, above, best[place - 1], key=lambda found: found[0])
            before = above
    return best[-1][1]
