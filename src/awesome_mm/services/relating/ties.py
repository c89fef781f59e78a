"""What works declare of each other, in either direction, and of the same third ones.

Layer: services.
"""

from collections.abc import Mapping, Sequence
from math import sqrt

from ...model.entry import RelationKind
from .evidence import Reason, ReasonKind, rarity, saturated
from .holdings import Holding, Tie

# How near a declared relation brings two works: what builds on a work is nearer to it than what is measured on it.
WORTH = {
    RelationKind.EXTENDS: 0.9,
    RelationKind.PRODUCES: 0.9,
    RelationKind.INSPIRED_BY: 0.8,
    RelationKind.COMPARES_WITH: 0.7,
    RelationKind.USES: 0.5,
    RelationKind.EVALUATES_ON: 0.3,
}
_MOST_SHARED, _MOST_NAMED = 0.6, 0.5


class DeclaredRelations:
    """The relations between the given work and another, whichever of them declares it."""

    def __init__(self, ids: Sequence[str], holdings: Sequence[Holding]) -> None:
        self._ids, self._holdings = ids, holdings
        self._ties_to = _ties_to(holdings)

    def strengths(self, given: int) -> Mapping[int, float]:
        """Return the worth of the strongest relation; each further one takes off some of what is left."""
        left: dict[int, float] = {}
        for other, tie in self._between(given):
            left[other] = left.get(other, 1.0) * (1 - WORTH[tie.kind])
        return {other: 1 - rest for other, rest in left.items()}

    def reasons(self, given: int, other: int, _: float) -> tuple[Reason, ...]:
        """Return a reason for each relation between the two."""
        own = [(given, tie) for tie in self._holdings[given].ties if tie.target == other]
        theirs = [(other, tie) for tie in self._holdings[other].ties if tie.target == given]
        return tuple(
            Reason(
                kind=ReasonKind.RELATION,
                strength=WORTH[tie.kind],
                entry=self._ids[given],
                shared=(tie.written,),
                relation=tie.kind,
                declared_by=self._ids[declaring],
            )
            for declaring, tie in sorted([*own, *theirs], key=lambda pair: -WORTH[pair[1].kind])
        )

    def _between(self, given: int) -> list[tuple[int, Tie]]:
        own = [(tie.target, tie) for tie in self._holdings[given].ties if isinstance(tie.target, int)]
        return [*own, *self._ties_to.get(given, ())]


class SharedRelations:
    """The third works, in the catalog or not, that both stand in a relation to; of benchmarks there is evidence of its own."""

    def __init__(self, ids: Sequence[str], holdings: Sequence[Holding]) -> None:
        self._ids = ids
        self._ties = [_nearest(held.ties) for held in holdings]
        self._holders: dict[int | str, list[int]] = {}
        for number, ties in enumerate(self._ties):
            for target in ties:
                self._holders.setdefault(target, []).append(number)

    def strengths(self, given: int) -> Mapping[int, float]:
        """Return what the shared relations say together: the fewer others have them, the more."""
        amounts: dict[int, float] = {}
        for target in self._ties[given]:
            for other in self._holders[target]:
                amounts[other] = amounts.get(other, 0.0) + self._worth(given, other, target)
        return {other: _MOST_SHARED * saturated(amount) for other, amount in amounts.items() if other != given}

    def reasons(self, given: int, other: int, strength: float) -> tuple[Reason, ...]:
        """Return one reason with all the works that both relate to, the rarest first."""
        own, theirs = self._ties[given], self._ties[other]
        shared = sorted((target for target in own if target in theirs), key=lambda target: -self._worth(given, other, target))
        kinds = {tie.kind for target in shared for tie in (own[target], theirs[target])}
        return (
            Reason(
                kind=ReasonKind.SHARED_RELATION,
                strength=strength,
                entry=self._ids[given],
                shared=tuple(own[target].written for target in shared),
                relation=kinds.pop() if len(kinds) == 1 else None,
            ),
        )

    def _worth(self, given: int, other: int, target: int | str) -> float:
        nearness = min(WORTH[self._ties[given][target].kind], WORTH[self._ties[other][target].kind])
        return nearness * rarity(len(self._holders[target]), len(self._ties))


class NamedTogether:
    """The third works that declare a relation to both; one that names many works says little of each."""

    def __init__(self, ids: Sequence[str], holdings: Sequence[Holding]) -> None:
        self._ids = ids
        self._named = [tuple({tie.target: None for tie in held.ties if tie.kind != RelationKind.EVALUATES_ON}) for held in holdings]
        self._naming = _ties_to(holdings)

    def strengths(self, given: int) -> Mapping[int, float]:
        """Return how much it says that other works are named with the given one."""
        amounts: dict[int, float] = {}
        for naming in self._naming_both(given):
            for other in self._named[naming]:
                if isinstance(other, int) and other != given:
                    amounts[other] = amounts.get(other, 0.0) + 1 / sqrt(len(self._named[naming]))
        return {other: _MOST_NAMED * saturated(amount) for other, amount in amounts.items()}

    def reasons(self, given: int, other: int, strength: float) -> tuple[Reason, ...]:
        """Return one reason with the works that name both, those that name fewest works first."""
        naming = [one for one in self._naming_both(given) if other in self._named[one]]
        ids = tuple(self._ids[one] for one in sorted(naming, key=lambda one: len(self._named[one])))
        return (Reason(kind=ReasonKind.NAMED_TOGETHER, strength=strength, entry=self._ids[given], shared=ids),)

    def _naming_both(self, given: int) -> list[int]:
        return list(dict.fromkeys(one for one, tie in self._naming.get(given, ()) if tie.kind != RelationKind.EVALUATES_ON))


def _nearest(ties: Sequence[Tie]) -> dict[int | str, Tie]:
    """Return the works that a work relates to, in order, each with the relation that is worth most; benchmarks aside."""
    found: dict[int | str, Tie] = {}
    for tie in ties:
        if tie.kind != RelationKind.EVALUATES_ON and (tie.target not in found or WORTH[tie.kind] > WORTH[found[tie.target].kind]):
            found[tie.target] = tie
    return found


def _ties_to(holdings: Sequence[Holding]) -> dict[int, list[tuple[int, Tie]]]:
    """Return for each work that others declare a relation to who does, and which."""
    found: dict[int, list[tuple[int, Tie]]] = {}
    for number, held in enumerate(holdings):
        for tie in held.ties:
            if isinstance(tie.target, int):
                found.setdefault(tie.target, []).append((number, tie))
    return found
