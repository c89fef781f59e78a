"""Generates model values by their own annotations, so that a new field is generated as soon as it is declared."""

from enum import Enum
from typing import Any

from hypothesis import strategies as st

from awesome_mm.model.constraints import DateLike, Filled, Matching, OneOrMore
from awesome_mm.model.facts import Stage, Step
from awesome_mm.store.schema import FieldShape, Shape, constraints_of, fields_of, is_bilingual, shape_of

_DEEPEST = 3
_IS_FILLED = next(constraints_of(shape_of(Filled), Matching))
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"))
_FILLED = st.builds("{}{}".format, st.text(_CHARACTERS, max_size=5), st.sampled_from("a字é'\"\\#="))
_DATES: dict[str, st.SearchStrategy[str]] = {
    "day": st.dates().map(str),
    "part": st.dates().map(str) | st.dates().map(lambda date: str(date)[:7]) | st.dates().map(lambda date: str(date)[:4]),
    "moment": st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat()),
}


def data_of(model: type, depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Return sound data for the class `model`: required keys always, the others now and then."""
    if is_bilingual(model):
        return st.dictionaries(st.sampled_from(("en", "zh")), _FILLED, min_size=1)
    known = [field for field in fields_of(model) if depth < _DEEPEST or field.required]
    return st.fixed_dictionaries(
        {field.name: _field(field, depth) for field in known if field.required},
        optional={field.name: _field(field, depth) for field in known if not field.required and _may_nest(field, depth)},
    )


def _may_nest(field: FieldShape, depth: int) -> bool:
    return field.shape.plain not in (Step, Stage) or depth < _DEEPEST - 1


def _field(field: FieldShape, depth: int) -> st.SearchStrategy[Any]:
    single = _value(field.shape, depth)
    if not field.shape.many:
        return single
    return st.lists(single, min_size=int(any(constraints_of(field.shape, OneOrMore))), max_size=2)


def _value(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    for date in constraints_of(shape, DateLike):
        return _DATES[date.precision]
    for matching in constraints_of(shape, Matching):
        return _FILLED if matching == _IS_FILLED else st.from_regex(matching.pattern, fullmatch=True, alphabet=_CHARACTERS)
    if isinstance(shape.plain, type) and issubclass(shape.plain, Enum):
        return st.sampled_from([choice.value for choice in shape.plain])
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: st.text(max_size=8),
        bool: st.booleans(),
        int: st.integers(-(2**63) + 1, 2**63 - 1),
        float: st.integers(-(2**63) + 1, 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False),
    }
    return plain[shape.plain] if shape.plain in plain else data_of(shape.plain, depth + 1)
