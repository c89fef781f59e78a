"""Which figures are still needed, each with the option that gives it.

Layer: services.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .counting import Basis
from .figures import Figures
from .stages import StageEstimate


class Missing(NamedTuple):
    """A figure that is needed: `what` it is of, for which stage (``""``: for all), and the option that gives it, with a placeholder.

    `basis` says why the calls are unknown; `way` is the one that a share is needed of.
    """

    stage: str
    what: str
    option: str
    basis: Basis | None = None
    way: str = ""


def find_missing(stages: Sequence[StageEstimate], figures: Figures) -> Iterator[Missing]:
    """Yield what is needed to know every amount, stage by stage, and last what is needed for all stages."""
    for stage in stages:
        yield from _of_stage(stage, figures)
    if not figures.tokens and any(_lacks_tokens(stage) for stage in stages):
        yield Missing("", "tokens", "--tokens in=N,out=N")


def _of_stage(stage: StageEstimate, figures: Figures) -> Iterator[Missing]:
    stage_id = stage.plan.step.id
    yield from (Missing(begun, "samples", f"--samples {begun}=N") for begun in stage.begun)
    if stage.samples != 0 and stage.each is None:
        yield Missing(stage_id, "calls", f"--calls {stage_id}=N", stage.plan.calls.basis)
    if stage.asks_keep:
        yield Missing(stage_id, "keep", f"--keep {stage_id}=SHARE")
    yield from (Missing(stage_id, "route", f"--route {stage_id}:{way}=SHARE", way=way) for way in stage.asks_ways)
    if figures.tokens and _lacks_tokens(stage):
        yield Missing(stage_id, "tokens", f"--tokens {stage_id}:in=N,out=N")
    if figures.prices and stage.calls != 0 and stage.price is None:
        yield Missing(stage_id, "price", f"--price {stage_id}:in=N,out=N")


def _lacks_tokens(stage: StageEstimate) -> bool:
    return stage.calls != 0 and stage.tokens is None
