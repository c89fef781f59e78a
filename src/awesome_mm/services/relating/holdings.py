"""What bears on how works relate, read from their records in one pass: relations, models, steps, benchmarks, organisations, categories.

Layer: services. Records stay plain data, because thousands are read and little of each is looked at.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...model.brief import Record
from ...model.catalog import Catalog
from ...model.entry import RelationKind
from ...model.facts import Status
from ...model.searchable import ALIAS, ARTIFACT, END, NAME, SQUASHED
from ...model.text import squash

_NAMES = tuple(SQUASHED[field] for field in (NAME, ALIAS, ARTIFACT))
_UNNAMED = "unknown"


class Tie(NamedTuple):
    """A relation as declared: to the work of the number `target` or, outside the catalog, to what is called so; and as `written`."""

    kind: RelationKind
    target: int | str
    written: str


class Holding(NamedTuple):
    """What one work holds; models by id with their roles, `steps` as the action ids of its pipeline in order."""

    ties: Sequence[Tie]
    models: Mapping[str, frozenset[str]]
    steps: tuple[str, ...]
    organizations: Sequence[str]
    categories: Sequence[str]


def holdings_of(catalog: Catalog) -> list[Holding]:
    """Return what each work holds, in catalog order; what is disputed is left out.

    A benchmark that results are reported on counts as a relation to it; a relation to a model that works in the pipeline is dropped,
    for the model says the same.
    """
    records = list(catalog.records())
    declared = [list(_declared(record)) for record in records]
    keys = {name: squash(name) or name for ties in declared for _, name, is_outside in ties if is_outside}
    numbers = _numbers_by_name(catalog, frozenset(keys.values()))
    by_id = {entry_id: number for number, entry_id in enumerate(catalog.ids)}

    def tie(kind: RelationKind, name: str, *, is_outside: bool) -> Tie:
        target = numbers.get(keys[name], keys[name]) if is_outside else by_id[name.partition("/")[0]]
        return Tie(kind, target, name)

    models = {model: {squash(form) for form in catalog.terms.written_forms("model", model)} for model in catalog.terms.of("model")}
    holdings = []
    for number, (record, named) in enumerate(zip(records, declared, strict=True)):
        held = _holding(record)
        passed = {number}.union(*(models.get(model, ()) for model in held.models))
        ties = [one for kind, name, is_outside in named if (one := tie(kind, name, is_outside=is_outside)).target not in passed]
        holdings.append(held._replace(ties=_each_once(ties)))
    return holdings


def _each_once(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Return `ties` without those to what is the same work in another writing."""
    found: dict[tuple[RelationKind, int | str], Tie] = {}
    for tie in ties:
        found.setdefault((tie.kind, tie.target), tie)
    return tuple(found.values())


def _declared(record: Record) -> Iterator[tuple[RelationKind, str, bool]]:
    """Yield the relations of a work, each with what it is to, and whether that is a name rather than an id."""
    for one in record.get("relations", ()):
        yield RelationKind(one["kind"]), one.get("to") or one["name"], "to" not in one
    for result in record.get("results", ()):
        name = result["benchmark"].get("en") or result["benchmark"].get("zh", _UNNAMED)
        if result["status"] != Status.DISPUTED and name != _UNNAMED:
            yield RelationKind.EVALUATES_ON, name, True


def _numbers_by_name(catalog: Catalog, wanted: frozenset[str]) -> dict[str, int]:
    """Return the numbers of the works that go by the `wanted` names, squashed; of two the first bears it, a name goes before an alias."""
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(catalog.lines.all()) if wanted else ():
        for chunk in line.split(END):
            if chunk[:1] in _NAMES and chunk[1:] in wanted:
                place = (_NAMES.index(chunk[0]), number)
                found[chunk[1:]] = min(place, found.get(chunk[1:], place))
    return {name: number for name, (_, number) in found.items()}


def _holding(record: Record) -> Holding:
    """Return what a record says of a work by itself, its ties aside."""
    steps = [step for step in _walk(record.get("stages", ())) if step.get("status") != Status.DISPUTED]
    roles: dict[str, set[str]] = {}
    for model in (model for step in steps for model in step.get("models", ())):
        roles.setdefault(model["id"], set()).add(model["role"])
    return Holding(
        ties=(),
        models={model: frozenset(held) for model, held in roles.items()},
        steps=tuple(step["action"] for step in steps),
        organizations=record.get("organizations", ()),
        categories=(*record.get("categories", ()), *record.get("also_in", ())),
    )


def _walk(stages: Iterable[Record]) -> Iterator[Record]:
    for stage in stages:
        yield stage
        yield from _walk(stage.get("steps", ()))
