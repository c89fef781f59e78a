"""What became of a value of the model, whatever it is made of.

Layer: services. Parts of a list are told apart by their ids, or by what stands for one.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from ...model.entry import Dispute, Links, Note, Relation
from ...model.facts import Quantity, Result
from ...model.taxonomy import Text
from ...model.text import squash
from .texts import Known, compared_texts
from .version import Event, Found, Value

_IN_ORDER = ("stages", "steps")


def compared(field: str, old: Any, new: Any, known: Known) -> Iterator[Found]:
    """Yield what became of `old`, the value of `field`, where `known` is all that the new version says.

    Links are left to ``links``.
    """
    if old == new or isinstance(old, Links):
        return
    if isinstance(old, Text) or isinstance(new, Text):
        yield from compared_texts(field, old, new, known)
    elif isinstance(old, Note) and isinstance(new, Note):
        yield from compared_texts(field, Text(en=old.en, zh=old.zh), Text(en=new.en, zh=new.zh), known)
    elif isinstance(old, Quantity) and isinstance(new, Quantity):
        yield Found(Event.CHANGED, field, brief(old), brief(new))
    elif is_dataclass(old) and is_dataclass(new):
        for one in fields(old):
            yield from compared(f"{field}.{one.name}", getattr(old, one.name), getattr(new, one.name), known)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        parts = (*old, *new)
        yield from (_words(field, old, new) if all(isinstance(one, str) for one in parts) else _parts(field, old, new, known))
    elif new is None:
        yield Found(Event.FIELD_LOST, field, brief(old))
    else:
        yield Found(Event.CHANGED, field, brief(old), brief(new))


def _words(field: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Found]:
    """Yield what became of a list of words; other letters matter, other spelling does not."""
    before, after = ([squash(one) or one for one in values] for values in (old, new))
    gone = tuple(one for one, form in zip(old, before, strict=True) if form not in after)
    came = any(form not in before for form in after)
    if gone and not came:
        yield Found(Event.FIELD_LOST, field, tuple(map(str, gone)))
    elif before != after:
        yield Found(Event.CHANGED, field, tuple(map(str, old)) or None, tuple(map(str, new)) or None)


def _parts(field: str, old: tuple[Any, ...], new: tuple[Any, ...], known: Known) -> Iterator[Found]:
    before, after = _by_key(old), _by_key(new)
    for key, one in before.items():
        if key not in after:
            yield from _gone(f"{field}.{key}", one, known)
        else:
            yield from compared(f"{field}.{key}", one, after[key], known)
    yield from (Found(Event.CHANGED, f"{field}.{key}", None, brief(one)) for key, one in after.items() if key not in before)
    shared = [[key for key in one if key in other] for one, other in ((before, after), (after, before))]
    if shared[0] != shared[1] and field.rpartition(".")[2] in _IN_ORDER:
        yield Found(Event.CHANGED, field, tuple(shared[0]), tuple(shared[1]))


def _gone(field: str, value: Any, known: Known) -> Iterator[Found]:
    if isinstance(value, Note):
        yield from compared_texts(field, Text(en=value.en, zh=value.zh), None, known)
    else:
        yield Found(Event.FIELD_LOST, field, brief(value))


def _by_key(values: tuple[Any, ...]) -> dict[str, Any]:
    """Return the parts of a list by what tells them apart, numbered where nothing does."""
    found: dict[str, Any] = {}
    for value in values:
        key, number = _key(value), 1
        while (numbered := f"{key}-{number}" if number > 1 else key) in found:
            number += 1
        found[numbered] = value
    return found


def _key(value: Any) -> str:
    if isinstance(value, Note):
        return value.topic.value
    if isinstance(value, Dispute):
        return value.field
    if isinstance(value, Result):
        said = (value.benchmark, value.metric, value.subject, value.setting)
        return " ".join(one.said("en") for one in said if one)
    name = getattr(value, "id", None) or getattr(value, "name", None)
    return str(brief(value if name is None or isinstance(value, Relation) else name))


def brief(value: Any) -> Value:
    """Return what a person would call a value by."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return value
    return _called(value)


def _number(quantity: Quantity) -> str:
    if quantity.value is not None:
        return str(quantity.value)
    low, high = ("" if bound is None else str(bound) for bound in (quantity.at_least, quantity.at_most))
    return f"{low}..{high}"


def _called(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(str(brief(one)) for one in value)
    if isinstance(value, Text):
        return value.said("en")
    if isinstance(value, Quantity):
        return f"{'about ' if value.about else ''}{_number(value)} {value.unit}"
    if isinstance(value, Relation):
        return f"{value.kind.value} {value.to or value.name}"
    telling = ("name", "benchmark", "listed", "quantity", "title", "year", "value", "state", "licence", "when", "en")
    said = [brief(held) for name in telling if (held := getattr(value, name, None)) not in (None, ())]
    return " ".join(map(str, said)) or type(value).__name__.lower()
