"""The steps of a pipeline, each with the claim it stands under: what a step leaves open it has from the stage around it.

Layer: services.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.entry import Entry
from ..model.facts import Source, Stage, Status, Step
from ..model.taxonomy import Text


class Standing(NamedTuple):
    """A step, how far it may be trusted (and why no further), and where it was read."""

    step: Step
    status: Status
    source: Source
    locator: str
    reason: Text | None = None


def of_stage(stage: Stage) -> Standing:
    """Return a stage, which carries its claim itself."""
    return Standing(stage, stage.status, stage.source, stage.locator, stage.reason)


def inside(one: Standing) -> Iterator[Standing]:
    """Yield the steps directly inside; a reason belongs to the status that it was given for."""
    for step in one.step.steps:
        reason = step.reason or (one.reason if step.status is None else None)
        yield Standing(step, step.status or one.status, step.source or one.source, step.locator or one.locator, reason)


def walk(entry: Entry) -> Iterator[Standing]:
    """Yield every stage and, after it, the steps inside, in order."""
    waiting = [of_stage(stage) for stage in reversed(entry.stages)]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(list(inside(one))))
