"""The steps of a pipeline, each with the claim it stands under: what a step leaves open it has from the stage around it.

Layer: services.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.entry import Entry
from ..model.facts import Source, Stage, Status, Step


class Standing(NamedTuple):
    """A step, how far it may be trusted, and where it was read."""

    step: Step
    status: Status
    source: Source
    locator: str


def of_stage(stage: Stage) -> Standing:
    """Return a stage, which carries its claim itself."""
    return Standing(stage, stage.status, stage.source, stage.locator)


def inside(one: Standing) -> Iterator[Standing]:
    """Yield the steps directly inside."""
    for step in one.step.steps:
        yield Standing(step, step.status or one.status, step.source or one.source, step.locator or one.locator)


def walk(entry: Entry) -> Iterator[Standing]:
    """Yield every stage and, after it, the steps inside, in order."""
    waiting = [of_stage(stage) for stage in reversed(entry.stages)]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(list(inside(one))))
