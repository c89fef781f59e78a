"""How the model's types are read off: each field's plain type, its constraint, and whether it must be there.

Layer: store. The decoder and the JSON Schema both go by this, so that the dataclasses are the one description of the catalog.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ..model.taxonomy import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A type without its decoration: `plain` (a class, or the element type of a `many`) and the `constraints` on it."""

    plain: Any
    many: bool = False
    constraints: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShape:
    """One field of a model class."""

    name: str
    shape: Shape
    required: bool


@cache
def shape_of(annotation: Any) -> Shape:
    """Return the shape of `annotation`: ``X``, ``X | None``, ``tuple[X, ...]``, ``Mapping[str, X]``, each perhaps ``Annotated``."""
    constraints: tuple[Any, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *marks = get_args(annotation)
        constraints = tuple(marks)
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        if len(kinds) == 1:
            inner = shape_of(kinds[0])
            return Shape(plain=inner.plain, many=inner.many, constraints=(*inner.constraints, *constraints))
        return Shape(plain=float, constraints=constraints)
    if get_origin(annotation) is Mapping:
        return shape_of(get_args(annotation)[1])
    if get_origin(annotation) is tuple:
        element = shape_of(get_args(annotation)[0])
        return Shape(plain=element.plain, many=True, constraints=(*element.constraints, *constraints))
    return Shape(plain=annotation, constraints=constraints)


def fields_of(model: type) -> tuple[FieldShape, ...]:
    """Return the fields of a model class in order."""
    return _fields_of(model)


@cache
def _fields_of(model: Any) -> tuple[FieldShape, ...]:
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        FieldShape(
            name=field.name,
            shape=shape_of(hints[field.name]),
            required=field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(model)
    )


def is_bilingual(kind: Any) -> bool:
    """Whether a plain string may stand for a value of `kind`."""
    return kind is Text


def constraints_of(shape: Shape, kind: type) -> Iterator[Any]:
    """Yield the constraints of class `kind` that lie on `shape`."""
    return (constraint for constraint in shape.constraints if isinstance(constraint, kind))
