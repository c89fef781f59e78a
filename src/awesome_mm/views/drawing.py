"""A pipeline as boxes and arrows, ready to be written in a language for diagrams.

Layer: views. Boxes have keys that are words of no such language; texts are broken into lines, and still to be escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..model.catalog import Catalog
from ..model.text import one_line
from ..services.flow import DROP, KEEP, Edge, Flow, Node, Way, flow_of
from .labels import label, said
from .pipeline import Reader
from .stages import doing_text, workers

if TYPE_CHECKING:
    from ..model.entry import Entry

Wrap = Callable[[str, int], str]
_BOX_WIDTH = 26  # cells
_ARROW_WIDTH = 20
_MOST_ARROWS = 8  # of one edge; more are drawn as one, from frame to frame


class Box(NamedTuple):
    """A stage, or a frame around those inside it; of one that `ends` the way, samples are kept or dropped there."""

    key: str
    lines: Sequence[str]
    inner: Sequence[Box] = ()
    ends: bool = False
    doubtful: bool = False


class Arrow(NamedTuple):
    """A way between two boxes without inner ones.

    It `leaves` and `enters` these frames, where the way is that of all in them; such a frame stands for the box where it is the `whole` of
    several boxes at which the arrow could as well begin (the first) or end (the second).
    """

    source: str
    target: str
    lines: Sequence[str] = ()
    is_loop: bool = False
    leaves: str = ""
    enters: str = ""
    whole: tuple[bool, bool] = (False, False)


class Drawing(NamedTuple):
    """The pipeline of one work; `key` and `title` are those of a frame around it."""

    key: str
    title: str
    boxes: Sequence[Box]
    arrows: Sequence[Arrow]


def drawings_of(catalog: Catalog, entries: Iterable[Entry], language: str, wrap: Wrap) -> list[Drawing]:
    """Return a drawing of each entry; `wrap` breaks a text into lines of so many cells."""
    return [_Drawer(catalog, entry, flow_of(entry), language, wrap).drawing() for entry in entries]


def key_of(*ids: str) -> str:
    """Return a key of letters, digits and underscores that no other ids give; `ids` are lower-case words with single hyphens."""
    return "__".join(one.replace("-", "_") for one in ids)


class _Drawer:
    """Draws one entry."""

    def __init__(self, catalog: Catalog, entry: Entry, flow: Flow, language: str, wrap: Wrap) -> None:
        self._reader = Reader(catalog, flow, language)
        self._entry = entry
        self._flow = flow
        self._wrap = wrap
        self._nodes: Mapping[str, Node] = {node.id: node for node in flow.walk()}
        self._firsts = {node.id: flow.firsts(node) for node in flow.walk()}
        self._within = {node.id: {one.id for one in node.walk()} for node in flow.walk()}

    def drawing(self) -> Drawing:
        """Return the stages as boxes, the places where samples end that anything leads to, and the arrows between them."""
        reached = {edge.target for edge in self._flow.edges}
        stages = [self._box(node) for node in self._flow.nodes] or [Box(self._key("stages"), [self._label("No stages are known.")])]
        ends = [Box(self._key(end), [self._label(end)], ends=True) for end in (KEEP, DROP) if end in reached]
        arrows = [arrow for edge in self._flow.edges for arrow in self._arrows(edge)]
        return Drawing(key_of("e", self._entry.id), one_line(self._entry.name).strip() or self._entry.id, [*stages, *ends], arrows)

    def _label(self, text: str) -> str:
        return label(text, self._reader.language)

    def _key(self, name: str) -> str:
        kind = "s" if name in self._nodes else "t"
        return key_of(kind, self._entry.id, name)

    def _lines(self, text: str, width: int) -> tuple[str, ...]:
        shown = one_line(text).strip()
        return tuple(self._wrap(shown, width).split("\n")) if shown else ()

    def _box(self, node: Node) -> Box:
        reader, doubtful = self._reader, node.step.status == "disputed"
        name = self._lines(f"{node.number} {said(node.step.name, reader.language)}", _BOX_WIDTH)
        doing = one_line(doing_text(reader.catalog, node.step, reader.language)) + (f" · {self._label('disputed')}" if doubtful else "")
        fitting = self._lines(f"{name[-1]} {doing}", _BOX_WIDTH)
        title = (*name[:-1], *fitting) if len(fitting) == 1 else (*name, doing)
        at_work = [line for one in workers(reader.catalog, node.step, reader.language) for line in self._lines(one, _BOX_WIDTH)]
        return Box(self._key(node.id), [*title, *at_work], [self._box(one) for one in node.inner], doubtful=doubtful)

    def _arrows(self, edge: Edge) -> Iterator[Arrow]:
        """Yield an arrow for each pair of steps that an edge without a word joins; else one, from and to the frames of several."""
        sources, targets = self._ends(edge.source, self._flow.lasts), self._ends(edge.target, self._firsts)
        words = self._said(edge, sources)
        if not words and 1 < len(sources) * len(targets) <= _MOST_ARROWS and not self._repeats(edge.source):
            yield from (Arrow(self._key(source), self._key(target)) for source in sources for target in targets)
            return
        nested = edge.source in self._within.get(edge.target, ()) or edge.target in self._within.get(edge.source, ())
        yield Arrow(
            self._key(sources[0]),
            self._key(targets[0]),
            self._lines(words, _ARROW_WIDTH),
            is_loop=edge.way is Way.LOOP,
            leaves="" if nested or edge.source == sources[0] else self._key(edge.source),
            enters="" if nested or edge.target == targets[0] else self._key(edge.target),
            whole=(not nested and (len(sources) > 1 or self._repeats(edge.source)), not nested and len(targets) > 1),
        )

    def _ends(self, stage_id: str, inner: Mapping[str, Sequence[str]]) -> list[str]:
        """Return the innermost steps with which a stage begins or ends, as `inner` has it for each with steps."""
        node = self._nodes.get(stage_id)
        if node is None or not node.inner:
            return [stage_id]
        return [step for one in inner[stage_id] or (node.inner[-1].id,) for step in self._ends(one, inner)]

    def _repeats(self, stage_id: str) -> bool:
        return bool(self._firsts.get(stage_id)) and (self._nodes[stage_id].step.repeat or 1) > 1

    def _said(self, edge: Edge, sources: Sequence[str]) -> str:
        """Return the condition under which samples go this way, and how many rounds there are."""
        rounds = self._reader.rounds(edge.times) if edge.times else ""
        when = said(edge.when, self._reader.language) if edge.when else ""
        speaking = (edge.source,) if self._repeats(edge.source) else (edge.source, *sources)
        if not when and edge.way is Way.NEXT and any(self._flow.has_rest(one) for one in speaking):
            when = self._label("otherwise")
        return " · ".join(part for part in (when, rounds) if part)
