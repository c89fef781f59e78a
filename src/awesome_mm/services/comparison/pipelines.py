"""The rows that a work's pipeline fills: its actions in order, who generates and who judges, how quality is kept.

Layer: services.
"""

from collections.abc import Callable, Iterator

from ...model.entry import Entry
from ...model.facts import Role, Status, Step
from ..standing import Standing, inside, of_stage, walk
from .comparison import Cell, Value, by_language

_GENERATES = frozenset({Role.GENERATOR})
_JUDGES = frozenset({Role.JUDGE, Role.VERIFIER})
_OTHERS = frozenset(Role) - _GENERATES - _JUDGES
_QUALITY = frozenset(("filter", "score", "verify", "dedup"))
_TRUST = (Status.CONFIRMED, Status.UNVERIFIED, Status.DISPUTED)


def stages(entry: Entry) -> Cell:
    """Return the actions of the stages in order, each with its stage; a loop with its rounds and the actions inside."""
    return tuple(_valued(one, one.step.action, _more(one.step)) for one in map(of_stage, entry.stages))


def quality(entry: Entry) -> Cell:
    """Return the outermost stages and steps that filter, score, verify or remove duplicates, by their names."""
    found = (one for stage in entry.stages for one in _outermost(of_stage(stage), lambda step: step.action in _QUALITY))
    return tuple(_valued(one, by_language(one.step.name), {"stage": one.step.id, "action": one.step.action}) for one in found)


def generators(entry: Entry) -> Cell:
    """Return the models that generate."""
    return _models(entry, _GENERATES)


def judges(entry: Entry) -> Cell:
    """Return the models that judge or verify."""
    return _models(entry, _JUDGES)


def specialists(entry: Entry) -> Cell:
    """Return the models that do neither: detectors, segmenters, editors, embedders."""
    return _models(entry, _OTHERS)


def _models(entry: Entry, roles: frozenset[Role]) -> Cell:
    """Return each model once, with all its stages; of several claims the one to be trusted most speaks for it."""
    uses: dict[str, list[Standing]] = {}
    for one in walk(entry):
        for model in one.step.models:
            if model.role in roles and one.status is not Status.DISPUTED:
                uses.setdefault(model.id, []).append(one)
    return tuple(
        _valued(min(found, key=lambda one: _TRUST.index(one.status)), model, {"stages": [one.step.id for one in found]})
        for model, found in uses.items()
    )


def _more(step: Step) -> dict[str, object]:
    if not step.repeat:
        return {"stage": step.id}
    return {"stage": step.id, "repeat": step.repeat, "steps": list(dict.fromkeys(inner.action for inner in step.steps))}


def _valued(one: Standing, value: object, more: dict[str, object]) -> Value:
    is_disputed = one.status is Status.DISPUTED
    return Value(value=None if is_disputed else value, status=one.status, source=one.source, locator=one.locator, more=more)


def _outermost(one: Standing, wanted: Callable[[Step], bool]) -> Iterator[Standing]:
    if wanted(one.step):
        yield one
        return
    for inner in inside(one):
        yield from _outermost(inner, wanted)
