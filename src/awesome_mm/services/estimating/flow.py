"""How many samples come by each station: what enters, and the share of each way that leads on.

Layer: services. An unknown share makes everything it leads to unknown, and nothing else. Ways that lead back are solved exactly.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from ...errors import WrongUsage
from .amounts import NONE, ONE, Amount, total
from .figures import Figures
from .stations import Layout, Station, Way


class Shares(NamedTuple):
    """The share of each way of a station, and which figures would be needed to know them all: of keeping, and of which ways."""

    ways: tuple[tuple[Way, Amount], ...]
    needs_keep: bool = False
    needs_ways: tuple[Way, ...] = ()

    @property
    def kept(self) -> Amount:
        """The share that goes on by any way."""
        return total(share for _, share in self.ways)


def share_out(station: Station, figures: Figures) -> Shares:
    """Return the shares of the ways of `station`, by the figures given for it: of the last way that is left open, what remains.

    Raises:
        WrongUsage: the shares do not add up to what is kept.
    """
    stage = station.plan.step.id
    given = {way: figures.routes[stage, way.label] for way in station.ways if (stage, way.label) in figures.routes}
    left_open = [way for way in station.ways if way not in given]
    kept: Amount = figures.keep.get(stage, None if station.drops else ONE)
    total_given = sum(given.values(), NONE)
    if not left_open and kept is None:
        kept = total_given
    rest = None if kept is None else kept - total_given
    is_too_much = total_given > (1 if kept is None else kept)
    if is_too_much or (rest and not left_open):
        raise WrongUsage(f"--route: what goes on from {stage} does not add up to what it keeps.", f"Its ways are {_names(station)}.")
    open_share = rest if len(left_open) == 1 or not rest else None
    shares = tuple((way, given.get(way, open_share)) for way in station.ways)
    return Shares(shares, kept is None, tuple(left_open[:-1]) if open_share is None else ())


def _names(station: Station) -> str:
    return ", ".join(way.label for way in station.ways)


def flow(layout: Layout, shares: Sequence[Shares], entering: Mapping[int, Amount]) -> tuple[Amount, ...]:
    """Return how many samples come by each station, and last how many come out; `entering` come from outside, by station.

    Raises:
        WrongUsage: samples go round for ever.
    """
    size = len(layout.stations) + 1
    edges = [(source, way.to, share) for source, held in enumerate(shares) for way, share in held.ways if share != 0]
    bare_edges = [(source, to) for source, to, _ in edges]
    reached = reach({number for number, amount in entering.items() if amount != 0}, bare_edges)
    doubtful = {number for number, amount in entering.items() if amount is None}
    doubtful |= {to for source, to, share in edges if share is None and source in reached}
    unknown = reach(doubtful, bare_edges)
    system = _System({number: entering.get(number) or NONE for number in sorted(reached - unknown)})
    for source, to, share in edges:
        if share is not None and to in system.constants and source in system.constants:
            system.add(to, source, share)
    stuck = system.solve()
    if stuck is not None:
        raise WrongUsage(f"--route: samples would go round {layout.stations[stuck].plan.step.id} for ever.", "Let a share of them go on.")
    return tuple(None if number in unknown else system.constants.get(number, NONE) for number in range(size))


def reach(starts: set[int], edges: Iterable[tuple[int, int]]) -> set[int]:
    """Return the `starts` and all that can be reached from them."""
    following: dict[int, list[int]] = {}
    for source, to in edges:
        following.setdefault(source, []).append(to)
    found, waiting = set(starts), list(starts)
    while waiting:
        for to in following.get(waiting.pop(), ()):
            if to not in found:
                found.add(to)
                waiting.append(to)
    return found


class _System:
    """Linear equations: the amount at each number is its constant plus shares of the amounts at others. Mostly it is a chain."""

    def __init__(self, constants: dict[int, Fraction]) -> None:
        self.constants = constants
        self._shares: dict[int, dict[int, Fraction]] = {number: {} for number in constants}
        self._readers: dict[int, set[int]] = {number: set() for number in constants}

    def add(self, to: int, source: int, share: Fraction) -> None:
        """Let `share` of the amount at `source` be part of the amount at `to`."""
        self._shares[to][source] = self._shares[to].get(source, NONE) + share
        self._readers[source].add(to)

    def solve(self) -> int | None:
        """Put the amounts into `constants`; return the number of one that has no solution, if any."""
        order = list(self.constants)
        for number in order:
            itself = self._shares[number].pop(number, NONE)
            if itself == 1:
                return number
            self._scale(number, 1 / (1 - itself))
            for reader in [one for one in self._readers[number] if one > number]:
                self._substitute(number, reader)
        for number in reversed(order):
            self.constants[number] += sum(share * self.constants[source] for source, share in self._shares[number].items())
        return None

    def _scale(self, number: int, factor: Fraction) -> None:
        self.constants[number] *= factor
        self._shares[number] = {source: share * factor for source, share in self._shares[number].items()}

    def _substitute(self, number: int, reader: int) -> None:
        """Replace the amount at `number`, where `reader` refers to it, by what it is made of."""
        share = self._shares[reader].pop(number)
        self.constants[reader] += share * self.constants[number]
        for source, part in self._shares[number].items():
            self.add(reader, source, share * part)
