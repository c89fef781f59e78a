"""Whether everything a catalog names exists in it: categories, organisations, units, entries, artifacts, stages, figures.

Layer: store. Runs after decoding, over sound values only; faults are noted with their key path.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from typing import Any

from ..model.constraints import SLUG, Reference
from ..model.entry import Entry, Kind
from ..model.facts import Figure, Quantity, Result, Status, Step
from ..model.taxonomy import Head, Vocabularies
from .decode import Faults, suggestion
from .schema import constraints_of, fields_of

Path = tuple[str | int, ...]
_ROUTE_ENDS = ("keep", "drop")


@dataclass(frozen=True, slots=True)
class _Known:
    """Every name that may be referred to, by vocabulary; inside an entry also its `own` artifacts, as targets."""

    names: Mapping[str, Collection[object]]
    own: frozenset[object] = frozenset()

    def lacks(self, vocabulary: str, name: str) -> bool:
        """Whether `name` is not in `vocabulary`."""
        return name not in self.names[vocabulary] and not (vocabulary == "target" and name in self.own)


def check_references(
    data: Mapping[str, Any],
    vocabularies: Vocabularies,
    entries: tuple[Entry, ...],
    faults: Faults,
    *,
    among: Mapping[str, Any] | None = None,
) -> None:
    """Note every reference to nowhere, every id used twice, and every claim that contradicts itself.

    References are read off `data`, the tables as written: a fault of another kind in an entry hides none of them, and makes none
    in the entries that name it. Claims are checked in the `entries` that could be decoded. What may be named are the tables in `data`,
    or, where these are only a part, those `among` which they stand.
    """
    known = _known_names(data if among is None else among)
    _check_names(Head, data.get("catalog"), ("catalog",), known, faults)
    for field in fields_of(Vocabularies):
        for term_id, term in _table(data, field.name).items():
            _check_slug(term_id, (field.name, term_id), faults)
            _check_names(field.shape.plain, term, (field.name, term_id), known, faults)
    for kind in Kind:
        for entry_id, entry in _table(data, kind.value).items():
            _check_names(Entry, entry, (kind.value, entry_id), replace(known, own=frozenset(_artifact_ids(entry))), faults)
    _check_parents(vocabularies, faults)
    _check_unique_entries(entries, faults)
    for decoded in entries:
        _check_entry(decoded, (decoded.kind.value, decoded.id), faults)


def _known_names(data: Mapping[str, Any]) -> _Known:
    names: dict[str, Collection[object]] = {field.name: _table(data, field.name).keys() for field in fields_of(Vocabularies)}
    entries = [(entry_id, entry) for kind in Kind for entry_id, entry in _table(data, kind.value).items()]
    names["entry"] = {entry_id for entry_id, _ in entries}
    names["target"] = {*names["entry"], *(f"{entry_id}/{made}" for entry_id, entry in entries for made in _artifact_ids(entry))}
    return _Known(names)


def _table(data: Mapping[str, Any], section: str) -> Mapping[str, Any]:
    table = data.get(section)
    return table if isinstance(table, Mapping) else {}


def _artifact_ids(entry: object) -> Iterator[str]:
    artifacts = entry.get("artifacts") if isinstance(entry, Mapping) else None
    if isinstance(artifacts, list):
        ids = (artifact.get("id") for artifact in artifacts if isinstance(artifact, Mapping))
        yield from (one for one in ids if isinstance(one, str))


def _check_names(model: type, table: object, path: Path, known: _Known, faults: Faults) -> None:
    """Note the names in `table`, written as the class `model` wants it, that are not known; what is no table is someone else's fault."""
    if not isinstance(table, Mapping):
        return
    for field in fields_of(model):
        for place, element in _elements(table.get(field.name), (*path, field.name)):
            if isinstance(field.shape.plain, type) and is_dataclass(field.shape.plain):
                _check_names(field.shape.plain, element, place, known, faults)
            for reference in constraints_of(field.shape, Reference):
                if isinstance(element, str) and known.lacks(reference.vocabulary, element):
                    names = [name for name in known.names[reference.vocabulary] if isinstance(name, str)]
                    meant = suggestion(element, names, faults)
                    faults.add(place, f"no {reference.vocabulary} is called {element!r}{meant}")


def _elements(held: object, path: Path) -> Iterator[tuple[Path, object]]:
    if isinstance(held, list):
        yield from (((*path, index), element) for index, element in enumerate(held))
    else:
        yield path, held


def _check_slug(name: str, path: Path, faults: Faults) -> None:
    import re

    if not re.fullmatch(SLUG, name):
        faults.add(path, f"{name!r} is not lower-case letters, digits and single hyphens")


def _check_parents(vocabularies: Vocabularies, faults: Faults) -> None:
    parents = {category_id: category.parent for category_id, category in vocabularies.category.items()}
    for category_id in parents:
        way = [category_id, *_chain(category_id, parents)]
        if len(way) > 1 and way[-1] == category_id:
            faults.add(("category", category_id, "parent"), f"leads back to itself: {' in '.join(way)}")


def _check_unique_entries(entries: tuple[Entry, ...], faults: Faults) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.id in seen:
            faults.add((entry.kind.value, entry.id), f"the id is taken by {seen[entry.id]}.{entry.id}")
        seen.setdefault(entry.id, entry.kind.value)


def _check_entry(entry: Entry, path: Path, faults: Faults) -> None:
    _check_unique((artifact.id for artifact in entry.artifacts), (*path, "artifacts"), faults)
    _check_unique((figure.id for figure in entry.figures), (*path, "figures"), faults)
    _check_unique((stage.id for stage in entry.walk_stages()), (*path, "stages"), faults)
    _check_claims(entry, path, faults)
    _check_stages(entry, path, faults)
    _check_figures(entry, (*path, "figures"), faults)
    for index, relation in enumerate(entry.relations):
        if (relation.to is None) == (relation.name is None):
            faults.add((*path, "relations", index), "needs either `to` or `name`")


def _check_figures(entry: Entry, path: Path, faults: Faults) -> None:
    wholes = {figure.id: figure.part_of for figure in entry.figures}
    for index, figure in enumerate(entry.figures):
        if figure.part_of is not None and figure.part_of not in wholes:
            faults.add((*path, index, "part_of"), f"no figure of this entry is called {figure.part_of!r}")
        elif figure.id in _chain(figure.id, wholes):
            faults.add((*path, index, "part_of"), "makes the figure a part of itself")
    if sum(figure.headline for figure in entry.figures) > 1:
        faults.add(path, "more than one figure is the headline")


def _chain(start: str, above: Mapping[str, str | None]) -> list[str]:
    """Return what stands above `start`, nearest first; a loop is walked once."""
    chain: list[str] = []
    current = above.get(start)
    while current is not None and current not in chain:
        chain.append(current)
        current = above.get(current)
    return chain


def _check_unique(ids: Iterator[str], path: Path, faults: Faults) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            faults.add(path, f"the id {one!r} is used twice")
        seen.add(one)


def _check_claims(entry: Entry, path: Path, faults: Faults) -> None:
    claims: list[tuple[Path, Step | Figure | Result]] = [
        *_walk_steps(entry.stages, (*path, "stages")),
        *(((*path, "figures", index), figure) for index, figure in enumerate(entry.figures)),
        *(((*path, "results", index), result) for index, result in enumerate(entry.results)),
    ]
    for place, claim in claims:
        if claim.status is Status.DISPUTED and claim.reason is None:
            faults.add((*place, "reason"), "is missing; a disputed claim says why")
    for index, figure in enumerate(entry.figures):
        _check_quantity(figure.quantity, (*path, "figures", index, "quantity"), faults)
    for index, result in enumerate(entry.results):
        if result.value is None and result.gain is None:
            faults.add((*path, "results", index), "needs a value or a gain")


def _walk_steps(steps: Iterable[Step], path: Path) -> Iterator[tuple[Path, Step]]:
    """Yield every step with its path, those inside after it."""
    for index, step in enumerate(steps):
        yield (*path, index), step
        yield from _walk_steps(step.steps, (*path, index, "steps"))


def _check_quantity(quantity: Quantity, path: Path, faults: Faults) -> None:
    if quantity.magnitude is None:
        faults.add(path, "needs a value, at_least or at_most")
    elif quantity.value is not None and (quantity.at_least, quantity.at_most) != (None, None):
        faults.add(path, "has both a value and bounds")
    elif quantity.at_least is not None and quantity.at_most is not None and quantity.at_least > quantity.at_most:
        faults.add(path, "at_least is greater than at_most")


def _check_stages(entry: Entry, path: Path, faults: Faults) -> None:
    ids = {stage.id for stage in entry.walk_stages()}
    _check_order(entry.stages, (*path, "stages"), faults)
    for place, stage in _walk_steps(entry.stages, (*path, "stages")):
        if stage.id in _ROUTE_ENDS:
            faults.add((*place, "id"), f"{stage.id!r} is where samples go; a stage needs another id")
        for index, route in enumerate(stage.routes):
            if route.to not in ids and route.to not in _ROUTE_ENDS:
                faults.add((*place, "routes", index, "to"), f"no stage of this entry is called {route.to!r}")
        for index, parameter in enumerate(stage.parameters):
            if parameter.quantity is None and parameter.text is None:
                faults.add((*place, "parameters", index), "needs a quantity or a text")
            elif parameter.quantity is not None:
                _check_quantity(parameter.quantity, (*place, "parameters", index, "quantity"), faults)


def _check_order(steps: Iterable[Step], path: Path, faults: Faults) -> None:
    """Note what a stage is said to stand after that does not stand before it on the same level."""
    earlier: list[str] = []
    for index, step in enumerate(steps):
        for number, name in enumerate(step.after or ()):
            if name not in earlier:
                meant = suggestion(name, earlier, faults)
                faults.add((*path, index, "after", number), f"no earlier stage beside this one is called {name!r}{meant}")
        earlier.append(step.id)
        _check_order(step.steps, (*path, index, "steps"), faults)
