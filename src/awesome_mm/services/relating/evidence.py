"""Why one work is related to another: the kinds of evidence, and what each of them found.

Layer: services.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import log
from typing import Protocol

from ...model.entry import RelationKind


class ReasonKind(StrEnum):
    """What two works have in common, or say of each other."""

    RELATION = "relation"
    SHARED_RELATION = "shared-relation"
    NAMED_TOGETHER = "named-together"
    STAGES = "stages"
    MODELS = "models"
    BENCHMARKS = "benchmarks"
    ORGANIZATIONS = "organizations"
    CATEGORIES = "categories"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a work is related to the one called `entry`, which was given; `strength` is 0 to 1.

    `shared` is in the catalog's own words, and of which kind depends on the reason:

    - relation: what it is declared to, by the work `declared_by`, as `relation`: an entry id, ``entry/artifact``, or a name.
    - shared-relation: the works that both stand in a relation to (entry ids, or names); `relation` where it is the same for all.
    - named-together: the ids of the works that declare relations to both.
    - stages: the action ids of the steps in their common order.
    - models: model ids; `role` where all of them have one in common.
    - benchmarks: their names. organizations, categories: their ids.
    - text: the telling words, which are of `language`.
    """

    kind: ReasonKind
    strength: float
    entry: str
    shared: tuple[str, ...]
    relation: RelationKind | None = None
    declared_by: str = ""
    role: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A work that is related to those given: `score` is 0 to 100, from 50 on a relation is declared; `reasons` are strongest first."""

    id: str
    score: float
    reasons: tuple[Reason, ...]


class Evidence(Protocol):
    """One kind of evidence about a catalog; works are named by their number."""

    def strengths(self, given: int, /) -> Mapping[int, float]:
        """Return how strongly this ties other works to the `given` one, 0 to 1; works that it does not tie are absent."""
        ...

    def reasons(self, given: int, other: int, strength: float, /) -> tuple[Reason, ...]:
        """Return what ties `other` to the `given` work, which it does with `strength`."""
        ...


def rarity(holders: int, works: int) -> float:
    """Return how much it says that two of `works` share what `holders` of them have: near 1 where few others do, near 0 where all do."""
    return 1 - log(holders) / log(works + 1)


def saturated(amount: float) -> float:
    """Return `amount` (0 to any) as 0 to 1, so that much of a kind never counts for everything: 1 gives a half, 3 three quarters."""
    return amount / (1 + amount)
