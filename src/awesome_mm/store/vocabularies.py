"""Vocabulary tables to model values and to the records that `Terms` reads.

Layer: store.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from ..model.taxonomy import Vocabularies
from .decode import Faults, decode
from .encode import encode
from .schema import fields_of


def decode_vocabularies(data: Mapping[str, Any], faults: Faults) -> Vocabularies:
    """Return the vocabulary tables of a catalog's data; faults are noted."""
    found = {}
    for field in fields_of(Vocabularies):
        table = data.get(field.name, {})
        if not isinstance(table, Mapping):
            faults.add((field.name,), "is not a table")
            continue
        terms = {key: decode(field.shape.plain, value, (field.name, key), faults) for key, value in table.items()}
        found[field.name] = {key: term for key, term in terms.items() if term is not None}
    return Vocabularies(**found)


def encode_vocabularies(vocabularies: Vocabularies) -> dict[str, dict[str, Any]]:
    """Return the vocabularies as plain records, by table and id."""
    return {table.name: {key: encode(term) for key, term in getattr(vocabularies, table.name).items()} for table in fields(vocabularies)}
