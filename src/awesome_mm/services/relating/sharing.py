"""What works share that has a name: models, benchmarks, organisations, categories; what few others share says most.

Layer: services.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ...model.entry import RelationKind
from .evidence import Reason, ReasonKind, rarity, saturated
from .holdings import Holding

_ANOTHER_ROLE = 0.5  # what a model says that the works use for different things
_MOST = {ReasonKind.MODELS: 0.35, ReasonKind.BENCHMARKS: 0.4, ReasonKind.ORGANIZATIONS: 0.2, ReasonKind.CATEGORIES: 0.3}


class Sharing:
    """Things of one kind that works have; `named` holds for each work what it has, by key, as it is written there."""

    def __init__(self, kind: ReasonKind, ids: Sequence[str], named: Iterable[Mapping[Any, str]]) -> None:
        self._kind, self._ids, self._named = kind, ids, list(named)
        self._holders: dict[Any, list[int]] = {}
        for number, things in enumerate(self._named):
            for key in things:
                self._holders.setdefault(key, []).append(number)

    def strengths(self, given: int) -> Mapping[int, float]:
        """Return what the shared things say together."""
        amounts: dict[int, float] = {}
        for key in self._named[given]:
            for other in self._holders[key]:
                amounts[other] = amounts.get(other, 0.0) + self._worth(given, other, key)
        return {other: _MOST[self._kind] * saturated(amount) for other, amount in amounts.items() if other != given}

    def reasons(self, given: int, other: int, strength: float) -> tuple[Reason, ...]:
        """Return one reason with all that is shared, the rarest first."""
        own, theirs = self._named[given], self._named[other]
        shared = sorted((key for key in own if key in theirs), key=lambda key: -self._worth(given, other, key))
        return (
            Reason(
                kind=self._kind,
                strength=strength,
                entry=self._ids[given],
                shared=tuple(own[key] for key in shared),
                role=self._role(given, other, shared),
            ),
        )

    def _worth(self, _given: int, _other: int, key: Any, /) -> float:
        return rarity(len(self._holders[key]), len(self._named))

    def _role(self, _given: int, _other: int, _shared: Sequence[Any], /) -> str:
        return ""


class SharedModels(Sharing):
    """The models that both use; more, where they use one in the same role."""

    def __init__(self, ids: Sequence[str], holdings: Sequence[Holding]) -> None:
        super().__init__(ReasonKind.MODELS, ids, ({model: model for model in held.models} for held in holdings))
        self._holdings = holdings

    def _worth(self, given: int, other: int, key: Any, /) -> float:
        return super()._worth(given, other, key) * (1.0 if self._roles(given, other, key) else _ANOTHER_ROLE)

    def _role(self, given: int, other: int, shared: Sequence[Any], /) -> str:
        common = frozenset.intersection(*(self._roles(given, other, model) for model in shared))
        return min(common, default="")

    def _roles(self, given: int, other: int, model: str) -> frozenset[str]:
        return self._holdings[given].models[model] & self._holdings[other].models[model]


def shared_benchmarks(ids: Sequence[str], holdings: Sequence[Holding]) -> Sharing:
    """Return the evidence of the benchmarks that works are evaluated on, whether of the catalog or not."""
    named = ({tie.target: tie.written for tie in held.ties if tie.kind == RelationKind.EVALUATES_ON} for held in holdings)
    return Sharing(ReasonKind.BENCHMARKS, ids, named)


def shared_organizations(ids: Sequence[str], holdings: Sequence[Holding]) -> Sharing:
    """Return the evidence of the organisations that works are by."""
    return Sharing(ReasonKind.ORGANIZATIONS, ids, ({one: one for one in held.organizations} for held in holdings))


def shared_categories(ids: Sequence[str], holdings: Sequence[Holding]) -> Sharing:
    """Return the evidence of the categories that works are placed in."""
    return Sharing(ReasonKind.CATEGORIES, ids, ({one: one for one in held.categories} for held in holdings))
