"""TOML or JSON data to model values, all faults gathered with their key path.

Layer: store. One decoder for every class of the model: it reads the dataclasses' own annotations, so a new field is one line there.
"""

import datetime
import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from ..model.constraints import DateLike, Matching, OneOrMore
from .schema import FieldShape, Shape, constraints_of, fields_of, is_bilingual

Value = TypeVar("Value")

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_DEEPEST = 40  # keys and indexes on the way to a table; only steps nest, and nobody nests them a dozen deep
_GREATEST = 2**63 - 1  # TOML's own limit; longer numbers cannot even be written out by Python
_MOST_NEAR = 50
_DATE_WANTED = {"day": "a date such as 2024-12-02", "part": 'a date, or a string "2024" or "2024-12"', "moment": "a date and time"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the data that is not as it must be: where (`path`, a tuple of keys and indexes) and what."""

    path: tuple[str | int, ...]
    problem: str

    @property
    def key_path(self) -> str:
        """The path as a person writes it: ``method.oasis.stages[1].action``."""
        return key_path(self.path)


@dataclass(slots=True)
class Faults:
    """The faults found so far."""

    found: list[Fault] = field(default_factory=list)

    @property
    def is_many(self) -> bool:
        """Whether there are more than anybody reads, so that guessing what was meant (slow among many names) is no use."""
        return len(self.found) >= _MOST_NEAR

    def add(self, path: tuple[str | int, ...], problem: str) -> None:
        """Note a fault at `path`."""
        self.found.append(Fault(path, problem))


class _Unusable:
    """Stands for a value that could not be read; the fault is noted."""


_UNUSABLE = _Unusable()


def key_path(path: tuple[str | int, ...]) -> str:
    """Return `path` with dots and indexes: ``("a", "b", 1)`` becomes ``a.b[1]``; a key that is not bare is quoted, as in TOML."""
    written = "".join(f"[{key}]" if isinstance(key, int) else f".{_written_key(key)}" for key in path)
    return written.removeprefix(".")


def _written_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def decode(model: type[Value], data: object, path: tuple[str | int, ...], faults: Faults) -> Value | None:
    """Return `data` as a value of the class `model`, or None after noting every fault in it."""
    value = _decode_table(model, data, path, faults)
    return None if isinstance(value, _Unusable) else value


def _decode_table(model: type, data: object, path: tuple[str | int, ...], faults: Faults) -> Any:
    if is_bilingual(model) and isinstance(data, str):
        data = {"en": data}
    if not isinstance(data, Mapping):
        faults.add(path, f"{_shown(data)} is not a table")
        return _UNUSABLE
    if len(path) > _DEEPEST:
        faults.add(path, "is nested too deeply")
        return _UNUSABLE
    before = len(faults.found)
    known = {shape.name: shape for shape in fields_of(model)}
    for key in data:
        if key not in known:
            meant = suggestion(key, known, faults) or f"; known are {', '.join(known)}"
            faults.add((*path, key), f"unknown key{meant}")
    values = {}
    for name, wanted in known.items():
        if name in data:
            values[name] = _decode_field(wanted, data[name], (*path, name), faults)
        elif wanted.required:
            faults.add((*path, name), "is missing")
    if is_bilingual(model) and not values:
        faults.add(path, "holds neither en nor zh")
    return model(**values) if len(faults.found) == before else _UNUSABLE


def _decode_field(wanted: FieldShape, value: object, path: tuple[str | int, ...], faults: Faults) -> Any:
    if not wanted.shape.many:
        return _decode_value(wanted.shape, value, path, faults)
    if not isinstance(value, list | tuple):
        faults.add(path, f"{_shown(value)} is not a list")
        return _UNUSABLE
    if not value and any(constraints_of(wanted.shape, OneOrMore)):
        faults.add(path, "must hold at least one")
    return tuple(_decode_value(wanted.shape, element, (*path, index), faults) for index, element in enumerate(value))


def _decode_value(shape: Shape, value: object, path: tuple[str | int, ...], faults: Faults) -> Any:
    kind = shape.plain
    for constraint in constraints_of(shape, DateLike):
        return _decode_date(constraint.precision, value, path, faults)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _decode_choice(kind, value, path, faults)
    if kind is str:
        return _decode_string(shape, value, path, faults)
    if kind in (int, float, bool):
        return _decode_number(kind, value, path, faults)
    return _decode_table(kind, value, path, faults)


def _decode_choice(kind: type[Enum], value: object, path: tuple[str | int, ...], faults: Faults) -> Any:
    choices = [choice.value for choice in kind]
    if value in choices:
        return kind(value)
    faults.add(path, f"{_shown(value)} is not one of {', '.join(choices)}")
    return _UNUSABLE


def _decode_string(shape: Shape, value: object, path: tuple[str | int, ...], faults: Faults) -> Any:
    if not isinstance(value, str):
        faults.add(path, f"{_shown(value)} is not a string")
        return _UNUSABLE
    for constraint in constraints_of(shape, Matching):
        if not re.fullmatch(constraint.pattern, value):
            faults.add(path, f"{_shown(value)} is not {constraint.wanted}")
            return _UNUSABLE
    return value


def _decode_number(kind: type, value: object, path: tuple[str | int, ...], faults: Faults) -> Any:
    if kind is bool or isinstance(value, bool):
        fits = kind is bool and isinstance(value, bool)
    else:
        fits = isinstance(value, int) or (kind is float and isinstance(value, float) and math.isfinite(value))
    if fits and isinstance(value, int) and abs(value) > _GREATEST:
        faults.add(path, f"{_shown(value)} does not fit into 64 bits")
        return _UNUSABLE
    if fits:
        return value
    wanted = {bool: "true or false", int: "a whole number"}.get(kind, "a number")
    faults.add(path, f"{_shown(value)} is not {wanted}")
    return _UNUSABLE


def _decode_date(precision: str, value: object, path: tuple[str | int, ...], faults: Faults) -> Any:
    """Return a date as an ISO string, as precise as it was given."""
    if precision == "moment":
        text = value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime.datetime) else value
        if isinstance(text, str) and _is_moment(text):
            return text
    else:
        text = value.isoformat() if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) else value
        if isinstance(text, str) and _is_date(text, whole=precision == "day"):
            return text
    faults.add(path, f"{_shown(value)} is not {_DATE_WANTED[precision]}")
    return _UNUSABLE


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_date(text: str, *, whole: bool) -> bool:
    match = _DATE.fullmatch(text)
    if not match or (whole and not match[3]):
        return False
    try:
        datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _shown(value: object) -> str:
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a table"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > _GREATEST:
        return "the number"
    text = repr(value) if isinstance(value, str | int | float) else str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def suggestion(name: str, known: Iterable[str], faults: Faults) -> str:
    """Return `` (did you mean this?)`` with the known name nearest to `name`; ``""`` when none is near or faults are many."""
    from difflib import get_close_matches

    near = [] if faults.is_many else get_close_matches(name, list(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""
