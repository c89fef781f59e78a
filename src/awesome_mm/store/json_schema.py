"""The catalog's JSON Schema, read off the model's own types: editors complete and check a catalog by it.

Layer: store. ``python -m awesome_mm.store.json_schema`` prints it; a test holds ``data/catalog.schema.json`` to it.
"""

import inspect
import json
import sys
from enum import Enum
from typing import Any

from ..model.constraints import SLUG, DateLike, Matching, OneOrMore, Reference
from ..model.entry import Entry, Kind
from ..model.taxonomy import Head, Vocabularies
from .schema import Shape, constraints_of, fields_of, is_bilingual

Schema = dict[str, Any]
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
_DATES = {
    "day": {"type": "string", "format": "date"},
    "part": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    "moment": {"type": "string", "format": "date-time"},
}
_GIVEN_BY_THE_HEADER = ("id", "kind")


def catalog_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a catalog file; TOML dates count as strings of their written form."""
    definitions: dict[str, Schema] = {}
    properties: dict[str, Schema] = {"catalog": _reference(Head, definitions)}
    for field in fields_of(Vocabularies):
        properties[field.name] = _table_of(_reference(field.shape.plain, definitions))
    entry = _object(Entry, definitions, without=_GIVEN_BY_THE_HEADER)
    definitions["Entry"] = entry
    for kind in Kind:
        properties[kind.value] = _table_of({"$ref": "#/$defs/Entry"})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "awesome-mm catalog",
        "description": "A survey as data: head, vocabularies and works. Every field is described in docs/schema.md.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _table_of(element: Schema) -> Schema:
    return {"type": "object", "patternProperties": {f"^{SLUG}$": element}, "additionalProperties": False}


def _reference(model: type, definitions: dict[str, Schema]) -> Schema:
    name = model.__name__
    if name not in definitions:
        definitions[name] = {}  # a class that holds itself finds its own name
        definitions[name] = _object(model, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _object(model: type, definitions: dict[str, Schema], without: tuple[str, ...] = ()) -> Schema:
    fields = [field for field in fields_of(model) if field.name not in without]
    table: Schema = {
        "type": "object",
        "description": (inspect.getdoc(model) or "").split("\n")[0],
        "properties": {field.name: _value(field.shape, definitions) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }
    return {"anyOf": [{"type": "string"}, {**table, "minProperties": 1}]} if is_bilingual(model) else table


def _value(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    single = _single(shape, definitions)
    if not shape.many:
        return single
    least = {"minItems": 1} if any(constraints_of(shape, OneOrMore)) else {}
    return {"type": "array", "items": single, **least}


def _single(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    for date in constraints_of(shape, DateLike):
        return dict(_DATES[date.precision])
    kind = shape.plain
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [choice.value for choice in kind]}
    if kind not in _PLAIN:
        return _reference(kind, definitions)
    schema: Schema = {"type": _PLAIN[kind]}
    for matching in constraints_of(shape, Matching):
        schema |= {"pattern": f"^(?:{matching.pattern.removeprefix('(?s)')})$", "description": matching.wanted}
    for reference in constraints_of(shape, Reference):
        schema["description"] = f"The id of a {reference.vocabulary}."
    return schema


if __name__ == "__main__":
    sys.stdout.write(json.dumps(catalog_schema(), indent=1, ensure_ascii=False) + "\n")
