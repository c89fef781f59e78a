"""How often a stage calls a model for one sample: as far as its structure says, and where it does not, why not.

Layer: services. Nothing is read out of prose. One model that generates, judges or verifies is one call; detectors, segmenters and embedders
run locally, and so do editors where a recipe needs no image endpoint.
"""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from ...model.entry import Need
from ...model.facts import Role, Step
from .amounts import NONE, ONE, Amount

DROPPING = ("filter", "dedup")
_LOCAL = (Role.DETECTOR, Role.SEGMENTER, Role.EMBEDDER)
_WITHOUT_MODEL = ("collect", "train", "mix")
_ENDPOINTS = (Need.ENDPOINT, Need.IMAGE_ENDPOINT)


class Basis(StrEnum):
    """On what a number of calls rests; those from `UNNAMED` on leave it unknown."""

    GIVEN = "given"
    MODEL = "model"
    LOCAL = "local"
    ACTION = "action"
    BOUNDS = "bounds"
    NO_ENDPOINT = "no-endpoint"
    WITHIN = "within"
    UNNAMED = "unnamed"
    TOOLS = "tools"
    SEVERAL = "several"
    STEPS = "steps"
    ROUNDS = "rounds"


class Count(NamedTuple):
    """The calls for one sample that enters, None where they are unknown, and on what that rests."""

    each: Amount
    basis: Basis


def count_calls(step: Step, needs: Collection[Need], *, has_scores: bool) -> Count:
    """Return the calls of `step` itself, without those of the steps inside it.

    `needs` are those of the work; `has_scores` where an earlier stage gives scores, so that a filter by bounds on scores calls no model.
    """
    callers = callers_of(step, needs)
    if callers:
        return Count(ONE, Basis.MODEL) if len(callers) == 1 else Count(None, Basis.SEVERAL)
    if basis := _why_none(step, needs, has_scores=has_scores):
        return Count(NONE, basis)
    return Count(None, Basis.TOOLS if step.tools else Basis.UNNAMED)


def _why_none(step: Step, needs: Collection[Need], *, has_scores: bool) -> Basis | None:
    """Return why a step that names no model to call calls none, where that is known."""
    if step.models:
        return Basis.LOCAL
    if step.action in _WITHOUT_MODEL:
        return Basis.ACTION
    if needs and not any(need in needs for need in _ENDPOINTS):
        return Basis.NO_ENDPOINT
    quantities = [parameter.quantity for parameter in step.parameters]
    has_bounds = bool(quantities) and all(quantity and quantity.unit == "score" for quantity in quantities)
    return Basis.BOUNDS if step.action == "filter" and has_bounds and has_scores else None


def callers_of(step: Step, needs: Collection[Need]) -> tuple[str, ...]:
    """Return the ids of the models of `step` that are called, each once, in order."""
    local = _LOCAL if not needs or Need.IMAGE_ENDPOINT in needs else (*_LOCAL, Role.EDITOR)
    return tuple(dict.fromkeys(model.id for model in step.models if model.role not in local))


def local_passes(step: Step, needs: Collection[Need]) -> int:
    """Return how many of the models of `step` run locally."""
    return len({model.id for model in step.models} - set(callers_of(step, needs)))


def is_one_piece(step: Step) -> bool:
    """Whether the steps inside say nothing of their own: no model, no branch, no other action.

    They may be parts of one call, or kinds of which one is picked; so the whole is counted at once.
    """
    return bool(step.steps) and not step.models and all(_is_plain(inner, step.action) for inner in walk(step))


def _is_plain(inner: Step, action: str) -> bool:
    return inner.action == action and not inner.models and not inner.routes and not inner.repeat


def walk(step: Step) -> Iterator[Step]:
    """Yield every step inside `step`, in order, without those in dispute."""
    waiting = list(reversed(step.steps))
    while waiting:
        inner = waiting.pop()
        if inner.status != "disputed":
            yield inner
            waiting.extend(reversed(inner.steps))
