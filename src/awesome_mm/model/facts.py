"""What is claimed of a work: pipeline stages, figures and reported results, each with its source and status.

Layer: model. Closed vocabularies are the enums here.
"""

from dataclasses import dataclass
from enum import StrEnum

from .constraints import ActionId, Filled, MeasureId, ModelId, Slug, TargetId, UnitId
from .taxonomy import Text


class Source(StrEnum):
    """Where a claim was read."""

    LIST = "list"
    PAPER = "paper"
    CODE = "code"
    RECALLED = "recalled"


class Status(StrEnum):
    """How far a claim may be trusted."""

    CONFIRMED = "confirmed"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"


class Role(StrEnum):
    """What a model does in a stage."""

    GENERATOR = "generator"
    JUDGE = "judge"
    VERIFIER = "verifier"
    DETECTOR = "detector"
    SEGMENTER = "segmenter"
    EDITOR = "editor"
    EMBEDDER = "embedder"


class GainUnit(StrEnum):
    """What a gain is counted in; many lists do not say."""

    POINT = "point"
    PERCENT = "percent"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit: exact, bounded on one or both sides, or approximate (`about`)."""

    unit: UnitId
    value: int | float | None = None
    at_least: int | float | None = None
    at_most: int | float | None = None
    about: bool = False

    @property
    def magnitude(self) -> float | None:
        """The number to sort by: the value, or the lower bound, or the upper one."""
        for number in (self.value, self.at_least, self.at_most):
            if number is not None:
                return number
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedModel:
    """A model at work in a stage."""

    id: ModelId
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A threshold, a share, a criterion or a prompt's wish: a quantity, or a text."""

    name: Text
    quantity: Quantity | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where a sample goes from a stage: another stage's id, ``keep`` or ``drop``."""

    when: Text
    to: Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The common part of stages, figures and results: source, place and standing."""

    source: Source
    locator: Filled
    status: Status
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stage inside a stage; what it leaves open about its claim it inherits.

    `after` names the stages of the same level whose outcome it takes: none where it starts from its own material, or from what its
    group was given, and the one before where nothing is said (None).
    """

    id: Slug
    name: Text
    action: ActionId
    detail: Text | None = None
    models: tuple[UsedModel, ...] = ()
    tools: tuple[Text, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    routes: tuple[Route, ...] = ()
    repeat: int | None = None
    after: tuple[Slug, ...] | None = None
    steps: tuple["Step", ...] = ()
    source: Source | None = None
    locator: Filled | None = None
    status: Status | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Step):
    """One stage of a pipeline, in order: a step that carries its claim itself."""

    source: Source
    locator: Filled
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A quantity of data, a share or a budget; `share` is in percent of the figure `part_of`."""

    id: Slug
    measure: MeasureId
    quantity: Quantity
    of: TargetId | None = None
    headline: bool = False
    label: Text | None = None
    part_of: Slug | None = None
    by: Filled | None = None
    share: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """How much better than `over`: `value`, or from `value` to `at_most`; `baseline` is the other's own value."""

    over: tuple[Text, ...] = ()
    value: int | float | None = None
    at_most: int | float | None = None
    unit: GainUnit = GainUnit.UNSTATED
    baseline: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Claim):
    """A result the authors report: a value, a gain, or both."""

    benchmark: Text
    metric: Text | None = None
    subject: Text | None = None
    value: int | float | None = None
    unit: UnitId | None = None
    setting: Text | None = None
    gain: Gain | None = None
