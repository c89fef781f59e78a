"""How samples flow through the stages of a work: what follows what, which routes lead where, and what goes round.

Layer: services. The one reading of a pipeline; the tree, Mermaid, DOT and JSON are views of it. The rules:

- A stage takes what the stages that it names in `after` let through; one that names none takes from the one before it, and from all
  earlier ones that nobody has taken from yet.
- What no route speaks of goes on. Where a route leads forward or to ``keep``, the routes say where everything goes, and nothing goes on
  besides.
- A stage with steps lets through what its last steps do; a route to it enters it.
- Where a stage that repeats has steps, ``keep`` inside ends the round: what is kept begins the next one.
- What goes on at the end is kept. Training at the end takes what was kept, and so does training or mixing elsewhere that nothing else
  leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ..model.text import unique

if TYPE_CHECKING:
    from ..model.entry import Entry
    from ..model.facts import Stage, Step
    from ..model.taxonomy import Text

KEEP = "keep"
DROP = "drop"
_TRAIN = "train"
_ON_WHAT_WAS_KEPT = (_TRAIN, "mix")


class Way(StrEnum):
    """Why samples go from one stage to another: in order, by a route, or round again."""

    NEXT = "next"
    ROUTE = "route"
    LOOP = "loop"


class Node(NamedTuple):
    """A stage with its number (``3.1``), and the steps inside."""

    step: Stage | Step
    number: str
    inner: tuple[Node, ...] = ()

    @property
    def id(self) -> str:
        """The stage's id."""
        return self.step.id

    def walk(self) -> Iterator[Node]:
        """Yield this node and all inside, in order."""
        yield self
        for node in self.inner:
            yield from node.walk()


class Edge(NamedTuple):
    """A way from one stage to another, or to ``keep`` or ``drop``: under a condition (`when`), or so many `times` in all."""

    source: str
    target: str
    way: Way
    when: Text | None = None
    times: int | None = None


class Flow(NamedTuple):
    """The stages of a work as a graph: `nodes` are the outer ones, `starts` those of them where samples come in.

    An edge of a stage with steps begins at those `lasts` names for it, and one to it leads to its first steps, which no other leads to.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    starts: tuple[str, ...] = ()
    lasts: Mapping[str, tuple[str, ...]] = {}

    def walk(self) -> Iterator[Node]:
        """Yield every node, those inside after their own."""
        for node in self.nodes:
            yield from node.walk()

    def edges_from(self, stage_id: str) -> tuple[Edge, ...]:
        """Return the edges that leave a stage, in order."""
        return tuple(edge for edge in self.edges if edge.source == stage_id)

    def has_rest(self, stage_id: str) -> bool:
        """Whether a stage has routes, and what they do not speak of goes on."""
        routes = [edge for edge in self.edges_from(stage_id) if edge.when]
        return bool(routes) and not any(edge.times or (edge.way is Way.ROUTE and edge.target != DROP) for edge in routes)

    def before(self, stage_id: str) -> tuple[str, ...]:
        """Return the stages that a stage follows in order, and ``keep`` where it takes what was kept."""
        return tuple(edge.source for edge in self.edges if edge.target == stage_id and edge.way is Way.NEXT)

    def firsts(self, node: Node) -> tuple[str, ...]:
        """Return the steps inside a stage with which it begins."""
        own = {one.id for one in node.inner}
        led_to = {edge.target for edge in self.edges if edge.way is not Way.LOOP and edge.source in own}
        return tuple(one.id for one in node.inner if one.id not in led_to)


def flow_of(entry: Entry) -> Flow:
    """Return the flow of the stages of `entry`: nothing at all where it has none."""
    nodes = _nodes(entry.stages, "")
    tracer = _Tracer(nodes)
    edges = tracer.trace()
    led_to = {edge.target for edge in edges if edge.way is not Way.LOOP}
    return Flow(nodes, tuple(edges), tuple(node.id for node in nodes if not _is_fed(node, led_to)), tracer.lasts)


def _nodes(steps: Sequence[Stage | Step], above: str) -> tuple[Node, ...]:
    numbered = ((step, f"{above}{place}") for place, step in enumerate(steps, 1))
    return tuple(Node(step, number, _nodes(step.steps, f"{number}.")) for step, number in numbered)


def _is_fed(node: Node, led_to: set[str]) -> bool:
    """Whether something leads to a stage, or to every step in it with which it could begin."""
    return node.id in led_to or (bool(node.inner) and all(_is_fed(one, led_to) for one in node.inner))


class _Round(NamedTuple):
    """A stage that repeats, and the steps whose routes end one of its rounds."""

    node: Node
    ends: list[str]


class _Tracer:
    """Follows the samples through one entry and gathers the edges."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._places = {node.id: place for place, node in enumerate(one for outer in nodes for one in outer.walk())}
        self._edges: list[Edge] = []
        self.lasts: dict[str, tuple[str, ...]] = {}

    def trace(self) -> list[Edge]:
        """Return every edge, those of a stage together, in the order of the stages."""
        training = _training_at_the_end(self._nodes)
        making = self._nodes[: len(self._nodes) - len(training)]
        self._edges += [Edge(last, KEEP, Way.NEXT) for last in self._level(making)]
        self._level(training)
        order = {**self._places, KEEP: len(self._places)}
        return sorted(self._edges, key=lambda edge: order[edge.source])

    def _level(self, level: Sequence[Node], inside: _Round | None = None, *, outer: bool = True) -> list[str]:
        """Trace the stages of one level, and return those whose outcome goes on behind it."""
        waiting: list[str] = []
        for node in level:
            goes_on = self._stage(node, inside)
            before = waiting if node.step.after is None else node.step.after
            if outer and not before and self._takes_what_was_kept(node):
                before = [KEEP]
            self._edges += [Edge(one, node.id, Way.NEXT) for one in before]
            waiting = [one for one in waiting if one not in before] + [node.id] * goes_on
        return waiting

    def _takes_what_was_kept(self, node: Node) -> bool:
        """Whether a stage works on finished data, there are any, and nothing else leads to it."""
        targets = [edge.target for edge in self._edges]
        return node.step.action in _ON_WHAT_WAS_KEPT and node.step.after is None and KEEP in targets and node.id not in targets

    def _stage(self, node: Node, inside: _Round | None) -> bool:
        """Trace what happens in a stage and where its routes lead; return whether anything goes on besides."""
        goes_on = self._steps(node, inside)
        for route in node.step.routes:
            if route.to == KEEP and inside:
                inside.ends.append(node.id)
                self._edges.append(Edge(node.id, inside.node.id, Way.LOOP, route.when, inside.node.step.repeat))
            else:
                self._edges.append(Edge(node.id, route.to, Way.LOOP if self._is_back(node, route.to) else Way.ROUTE, route.when))
        leads_on = (route.to != DROP and not self._is_back(node, route.to) for route in node.step.routes)
        return goes_on and not any(leads_on)

    def _steps(self, node: Node, inside: _Round | None) -> bool:
        """Trace the steps of a stage, and its rounds where it repeats; return whether anything leaves it at its end."""
        repeats = (node.step.repeat or 1) > 1
        own = _Round(node, [])
        last = self._level(node.inner, own if repeats else inside, outer=False) if node.inner else [node.id]
        if repeats and last:
            self._edges.append(Edge(node.id, node.id, Way.LOOP, times=node.step.repeat))
        last += own.ends
        if node.inner:
            self.lasts[node.id] = unique(last)
        return bool(last)

    def _is_back(self, node: Node, target: str) -> bool:
        """Whether `target` is a stage that the samples have come through already: this one, an earlier one, or one inside."""
        inside = {one.id for one in node.walk()}
        return target in inside or self._places.get(target, len(self._places)) < self._places[node.id]


def _training_at_the_end(nodes: Sequence[Node]) -> Sequence[Node]:
    """Return the last stages that do nothing but train; none where no other stage is before them."""
    first = len(nodes)
    while first and all(one.step.action == _TRAIN for one in nodes[first - 1].walk()):
        first -= 1
    return nodes[first:] if first else ()
