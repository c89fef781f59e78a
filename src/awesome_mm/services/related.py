"""Which works are related to given ones, how closely, and why: each kind of evidence by itself, weighed together.

Layer: services. The score of a pair is 0 to 100. The evidence that works share, each of a strength between 0 and 1, is combined as if
independent: 1 minus the product of what each leaves open. That is the lower half of the scale; a declared relation lifts the pair into
the upper one, so that nothing outranks it but a nearer relation, or as near a one with more beside it.
"""

from collections.abc import Iterator, Sequence
from math import prod
from typing import NamedTuple

from ..model.catalog import Catalog
from .relating.evidence import Evidence, Reason, ReasonKind, Related
from .relating.holdings import holdings_of
from .relating.pipelines import SharedStages
from .relating.sharing import SharedModels, shared_benchmarks, shared_categories, shared_organizations
from .relating.ties import DeclaredRelations, NamedTogether, SharedRelations
from .relating.wording import Wording

__all__ = ["CLOSE", "LEAST", "Reason", "ReasonKind", "Related", "relate"]

LEAST = 15.0  # of 100; what is below has hardly more in common than any two works of a field
CLOSE = 25.0  # from here on works are so near that one expects to find the one beside the other
_WITHOUT_RELATION, _ALL = 50.0, 100.0
_TELLING = 0.05  # of 1; a weaker reason counts, but is not named


def relate(catalog: Catalog, entry_ids: Sequence[str]) -> tuple[Related, ...]:
    """Return the works that are related to any of those called `entry_ids`, best first, none of these themselves.

    Of several the nearest counts, and the others add a part of what it leaves open. What scores less than `LEAST` is left out; equal
    scores stand in catalog order.

    Raises:
        ValueError: there is no entry of one of the ids.
    """
    ids = catalog.ids
    given = [ids.index(entry_id) for entry_id in dict.fromkeys(entry_ids)]
    holdings = holdings_of(catalog)
    declared = DeclaredRelations(ids, holdings)
    shared: tuple[Evidence, ...] = (
        SharedRelations(ids, holdings),
        NamedTogether(ids, holdings),
        SharedStages(ids, holdings),
        SharedModels(ids, holdings),
        shared_benchmarks(ids, holdings),
        shared_organizations(ids, holdings),
        shared_categories(ids, holdings),
        Wording(catalog, given),
    )
    pairs: dict[int, list[_Pair]] = {}
    for one in given:
        for pair in _pairs(one, declared, shared):
            pairs.setdefault(pair.other, []).append(pair)
    scores = {other: _together(found, len(given)) for other, found in pairs.items() if other not in given}
    best = sorted((other for other, score in scores.items() if score >= LEAST), key=lambda other: (-scores[other], other))
    return tuple(Related(id=ids[other], score=round(scores[other], 1), reasons=_reasons(pairs[other])) for other in best)


class _Pair(NamedTuple):
    given: int
    other: int
    score: float
    is_declared: bool
    strengths: Sequence[tuple[Evidence, float]]


def _pairs(given: int, declared: Evidence, shared: Sequence[Evidence]) -> Iterator[_Pair]:
    """Yield every work that anything ties to the `given` one, with its score."""
    relations = declared.strengths(given)
    found: dict[int, list[tuple[Evidence, float]]] = {other: [] for other in relations}
    for evidence in shared:
        for other, strength in evidence.strengths(given).items():
            found.setdefault(other, []).append((evidence, strength))
    for other, strengths in found.items():
        apart = prod(1 - strength for _, strength in strengths)
        if (relation := relations.get(other)) is None:
            yield _Pair(given, other, _WITHOUT_RELATION * (1 - apart), False, strengths)
        else:
            score = _ALL - (_ALL - _WITHOUT_RELATION) * (1 - relation) * apart
            yield _Pair(given, other, score, True, [(declared, relation), *strengths])


def _together(pairs: Sequence[_Pair], given: int) -> float:
    """Return the score of one work with all the `given` ones: the best, and of what that leaves open the part that is the others' mean."""
    scale = _ALL if any(pair.is_declared for pair in pairs) else _WITHOUT_RELATION
    best = max(pair.score for pair in pairs)
    if given == 1:
        return best
    others = (sum(pair.score for pair in pairs) - best) / (given - 1)
    return best + (scale - best) * others / scale


def _reasons(pairs: Sequence[_Pair]) -> tuple[Reason, ...]:
    """Return every declared relation, then of each other kind (of text in each language) the strongest reason; what hardly counts aside."""
    found = [
        reason
        for pair in pairs
        for evidence, strength in pair.strengths
        if strength >= _TELLING
        for reason in evidence.reasons(pair.given, pair.other, strength)
    ]
    found.sort(key=lambda reason: (reason.kind is not ReasonKind.RELATION, -reason.strength))
    strongest = {(reason.kind, reason.language): reason for reason in reversed(found)}
    return tuple(reason for reason in found if reason.kind is ReasonKind.RELATION or reason is strongest[reason.kind, reason.language])
