"""The shape of a pipeline: which stages there are, who works in them, and where samples go; the answer of ``pipeline``.

Layer: views. How a stage is set belongs to its recipe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..model.catalog import Catalog
from ..services.flow import DROP, KEEP, Edge, Flow, Node, Way, flow_of
from .blocks import Block, Branch, Heading, Paragraph, Tree
from .entry_list import opening
from .labels import comma, label, said, said_record
from .report import Record, Report
from .stages import stage_title, workers

if TYPE_CHECKING:
    from ..model.entry import Entry

COLUMNS = ("entry", "number", "id", "name.en", "name.zh", "action", "models", "repeat", "leads_to")


def pipeline_report(catalog: Catalog, entries: Sequence[Entry], language: str) -> Report:
    """Return the report of the pipelines of `entries`, one after another; a row for each stage and step."""
    flows = [(entry, flow_of(entry)) for entry in entries]
    records = [{"id": entry.id, "name": entry.name, **_flow_record(flow)} for entry, flow in flows]

    def blocks() -> Iterable[Block]:
        for entry, flow in flows:
            yield Heading(entry.name, level=1)
            yield Reader(catalog, flow, language).tree() if flow.nodes else Paragraph(label("No stages are known.", language))

    return Report(
        payload={**opening(catalog.as_of), "count": len(records), "entries": records},
        records=[row for entry, flow in flows for row in _rows(entry, flow)],
        columns=COLUMNS,
        blocks=blocks,
    )


def _flow_record(flow: Flow) -> Record:
    return {
        "stages": [_node_record(flow, node) for node in flow.nodes],
        "starts": list(flow.starts),
        "edges": [_edge_record(edge) for edge in flow.edges],
    }


def _node_record(flow: Flow, node: Node) -> Record:
    """Return a stage without its settings; one with steps names those it begins and ends with."""
    step = node.step
    record: Record = {"number": node.number, "id": node.id, "name": said_record(step.name), "action": step.action}
    record["models"] = [{"id": model.id, "role": model.role.value} for model in step.models]
    record["tools"] = [said_record(tool) for tool in step.tools]
    if step.repeat is not None:
        record["repeat"] = step.repeat
    if step.status == "disputed":
        record["disputed"] = True
    if node.inner:
        record |= {"firsts": list(flow.firsts(node)), "lasts": list(flow.lasts[node.id])}
    return {**record, "steps": [_node_record(flow, one) for one in node.inner]}


def _edge_record(edge: Edge) -> Record:
    record: Record = {"from": edge.source, "to": edge.target, "way": edge.way.value}
    if edge.when:
        record["when"] = said_record(edge.when)
    if edge.times is not None:
        record["times"] = edge.times
    return record


def _rows(entry: Entry, flow: Flow) -> Iterator[Record]:
    for node in flow.walk():
        yield {
            "entry": entry.id,
            "number": node.number,
            "id": node.id,
            "name": said_record(node.step.name),
            "action": node.step.action,
            "models": [model.id for model in node.step.models],
            "repeat": node.step.repeat,
            "leads_to": list(dict.fromkeys(edge.target for edge in flow.edges_from(node.id))),
        }


class Reader(NamedTuple):
    """Says in `language` what a flow's stages are and how samples go through them."""

    catalog: Catalog
    flow: Flow
    language: str

    def tree(self) -> Tree:
        """Return the stages in order, with the ways that are not plainly the one to the next stage."""
        return Tree([self._branch(self.flow.nodes, place) for place in range(len(self.flow.nodes))])

    def where(self, stage_id: str) -> str:
        """Return a stage's number and name, or that samples are kept or dropped."""
        if stage_id in (KEEP, DROP):
            return label(stage_id, self.language)
        node = self._node(stage_id)
        return f"{node.number} {said(node.step.name, self.language)}"

    def rounds(self, times: int) -> str:
        """Return how many rounds there are."""
        return label("{} rounds in all", self.language).format(times)

    def _node(self, stage_id: str) -> Node:
        return next(node for node in self.flow.walk() if node.id == stage_id)

    def _branch(self, level: Sequence[Node], place: int, above: Sequence[Node] = ()) -> Branch:
        node = level[place]
        doubt = f" · {label('disputed', self.language)}" if node.step.status == "disputed" else ""
        title = f"{node.number} {stage_title(self.catalog, node.step, self.language)}{doubt}"
        taken = self._taken(level, place)
        tools = workers(self.catalog, node.step, self.language)
        children = [
            *([Branch(comma(self.language).join(tools), "quiet")] if tools else []),
            *(self._branch(node.inner, inner, (*above, node)) for inner in range(len(node.inner))),
            *(Branch(way, "route") for way in self._ways(level, place, above)),
        ]
        return Branch(f"{title} · {taken}" if taken else title, "name", children)

    def _taken(self, level: Sequence[Node], place: int) -> str:
        """Return what a stage takes where that is not simply what the one before it lets through."""
        node, before = level[place], self.flow.before(level[place].id)
        if before == (KEEP,):
            return label("on what was kept", self.language)
        if before:
            is_plain = before == (level[place - 1].id,)
            return "" if is_plain else f"{label('after', self.language)} {self._numbers(before)}"
        if any(edge.target == node.id and edge.way is Way.ROUTE for edge in self.flow.edges) or not place:
            return ""
        if level is self.flow.nodes:
            return label("with input of its own", self.language) if node.id in self.flow.starts else ""
        return f"{label('beside', self.language)} {level[0].number}"

    def _numbers(self, stage_ids: Iterable[str]) -> str:
        return comma(self.language).join(self._node(one).number for one in stage_ids)

    def _ways(self, level: Sequence[Node], place: int, above: Sequence[Node]) -> Iterator[str]:
        """Yield where samples go: conditions first, then what else goes on, unless that is simply to the next stage."""
        stage_id = level[place].id
        edges = self.flow.edges_from(stage_id)
        has_rest = self.flow.has_rest(stage_id)
        yield from (self._way(edge) for edge in edges if edge.way is not Way.NEXT)
        following = [edge.target for edge in edges if edge.way is Way.NEXT] or (self._behind(above) if has_rest else [])
        is_plain = place + 1 < len(level) and following == [level[place + 1].id]
        if following and not (is_plain and not level[place].step.routes):
            otherwise = f"{label('otherwise', self.language)} " if has_rest else ""
            yield f"{otherwise}→ {comma(self.language).join(map(self.where, following))}"

    def _behind(self, above: Sequence[Node]) -> list[str]:
        """Return where samples go that leave the stages `above`, the innermost last, at their end."""
        for node in reversed(above):
            if following := [edge.target for edge in self.flow.edges_from(node.id) if edge.way is Way.NEXT]:
                return following
        return []

    def _way(self, edge: Edge) -> str:
        when = f"{said(edge.when, self.language)} " if edge.when else ""
        if edge.times:
            return f"{when}↺ {self.rounds(edge.times)}"
        return f"{when}{'↺' if edge.way is Way.LOOP else '→'} {self.where(edge.target)}"
