"""The rows that what is claimed of an entry becomes: stages, figures, results.

Layer: exchange.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from ...model.entry import Entry
from ...model.facts import Claim, Gain, Stage, Step
from .rows import Row, amounts, both, both_known, known

Standing = tuple[Any, ...]  # source, locator, status, reason in English and Chinese


def stage_rows(entry_id: str, parent: str | None, stages: Sequence[Stage | Step], above: Standing | None) -> Iterator[Row]:
    """Yield the stages and, after each, the steps inside, whose claim is that of the stage `above` where they give none."""
    for position, stage in enumerate(stages):
        claim = _inherited(stage, above)
        own = (entry_id, stage.id, parent, position, stage.action)
        yield "stages", (*own, *both(stage.name), *both(stage.detail), stage.repeat, *claim)
        yield from _parts(entry_id, stage)
        yield from stage_rows(entry_id, stage.id, stage.steps, claim)


def figure_rows(entry: Entry) -> Iterator[Row]:
    """Yield the figures of an entry."""
    for position, figure in enumerate(entry.figures):
        own = (entry.id, figure.id, position, figure.measure, *amounts(figure.quantity))
        about = (figure.of, int(figure.headline), figure.part_of, figure.by, figure.share, *both(figure.label))
        yield "figures", (*own, *about, *_standing(figure))


def result_rows(entry: Entry) -> Iterator[Row]:
    """Yield the results that an entry reports, and whom it says they are better than."""
    for position, result in enumerate(entry.results):
        named = (*both_known(result.benchmark), *both(result.metric), *both(result.subject), *both(result.setting))
        yield "results", (entry.id, position, *named, result.value, result.unit, *_gain(result.gain), *_standing(result))
        over = result.gain.over if result.gain else ()
        yield from (("result_baselines", (entry.id, position, number, *both(one))) for number, one in enumerate(over))


def _inherited(stage: Stage | Step, above: Standing | None) -> Standing:
    source, locator, status, *reason = above or (None,) * 5
    if stage.status is not None:
        reason = list(both(stage.reason))
    return (stage.source or source, known(stage.locator) if stage.locator else locator, stage.status or status, *reason)


def _standing(claim: Claim) -> Standing:
    return (claim.source.value, known(claim.locator), claim.status.value, *both(claim.reason))


def _gain(gain: Gain | None) -> tuple[Any, ...]:
    return (gain.value, gain.at_most, gain.unit.value, gain.baseline) if gain else (None,) * 4


def _parts(entry_id: str, stage: Stage | Step) -> Iterator[Row]:
    """Yield what a stage uses, how it is set, and where its samples go."""
    place = (entry_id, stage.id)
    yield from (("stage_models", (*place, number, use.id, use.role.value)) for number, use in enumerate(stage.models))
    yield from (("stage_tools", (*place, number, *both(tool))) for number, tool in enumerate(stage.tools))
    for number, one in enumerate(stage.parameters):
        yield "parameters", (*place, number, *both(one.name), *amounts(one.quantity), *both_known(one.text))
    yield from (("routes", (*place, number, *both(one.when), one.to)) for number, one in enumerate(stage.routes))
    earlier = () if stage.after is None else stage.after or (None,)
    yield from (("stage_after", (*place, number, one)) for number, one in enumerate(earlier))
