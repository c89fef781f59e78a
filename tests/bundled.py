"""The bundled catalog as the tests of its facts and of its texts read it: decoded once, with the index of the source list beside it."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Dispute, Entry, Note
from awesome_mm.model.facts import Figure, Gain, Parameter, Quantity, Result
from awesome_mm.model.taxonomy import Text
from awesome_mm.model.written_numbers import numbers_in
from awesome_mm.store.catalog_file import DecodedCatalog, load_catalog
from awesome_mm.store.compiled import CompiledRecords, compile_catalog
from awesome_mm.store.places import bundled_catalog

# An index of the source list made independently of the catalog: works with placements, links and names, every quantity that is stated
# of a work, and the list's own statistics. A quantity's line and text are those of the Chinese list.
INDEX: dict[str, Any] = json.loads((Path(__file__).parent / "source_index.json").read_text(encoding="utf-8"))
IDS = tuple(INDEX["works"])


@cache
def decoded() -> DecodedCatalog:
    """Return the bundled catalog, decoded."""
    return load_catalog(bundled_catalog())


@cache
def written() -> dict[str, Any]:
    """Return the bundled catalog as TOML 1.0 has it."""
    return tomllib.loads(bundled_catalog().read_text(encoding="utf-8"))


@cache
def catalog() -> Catalog:
    """Return the bundled catalog, compiled and read back as in a run."""
    return Catalog(CompiledRecords(compile_catalog(decoded(), key="test")))


@cache
def entries_by_id() -> dict[str, Entry]:
    """Return the entries by id, in catalog order."""
    return {entry.id: entry for entry in decoded().entries}


def walk(value: Any) -> Iterator[Any]:
    """Yield `value` and everything inside it."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, tuple):
        for element in value:
            yield from walk(element)


def exactly(number: float) -> Decimal:
    """Return `number` as it is written."""
    return Decimal(str(number))


def structured_numbers(value: Any) -> Iterator[Decimal]:
    """Yield the numbers of every quantity, share, result, gain and baseline inside `value`."""
    for one in walk(value):
        held: tuple[float | None, ...] = ()
        if isinstance(one, Quantity):
            held = (one.value, one.at_least, one.at_most)
        elif isinstance(one, Figure):
            held = (one.share,)
        elif isinstance(one, Gain):
            held = (one.value, one.at_most, one.baseline)
        elif isinstance(one, Result):
            held = (one.value,)
        yield from (exactly(number) for number in held if number is not None)


# What a quantity of the list is measured in, by the unit it has in the index and by the one it has in the catalog.
_FAMILIES = {
    "data": "samples images pairs triplets captions traces problems dialogues annotations instances documents entities backgrounds "
    "sample image pair triplet document annotation entity scene",
    "tokens": "tokens token",
    "rate": "percent points point score threshold times",
    "length": "words word characters character pixels pixel",
}
_FAMILY_OF = {unit: family for family, units in _FAMILIES.items() for unit in units.split()}


def family_of(unit: str | None) -> str:
    """Return what `unit` measures: data, tokens, a rate or a length; ``""`` for counts of anything else."""
    return _FAMILY_OF.get(unit or "score", "")


def measured_numbers(entry: Entry) -> Iterator[tuple[str, Decimal]]:
    """Yield every number that the entry's claims measure something by, with what it measures; those of a stage's texts with any."""
    for one in walk((entry.stages, entry.figures, entry.results)):
        if isinstance(one, Quantity):
            yield from ((family_of(one.unit), exactly(number)) for number in (one.value, one.at_least, one.at_most) if number is not None)
        elif isinstance(one, Figure) and one.share is not None:
            yield "rate", exactly(one.share)
        elif isinstance(one, Gain):
            yield from (("rate", exactly(number)) for number in (one.value, one.at_most, one.baseline) if number is not None)
        elif isinstance(one, Result) and one.value is not None:
            yield family_of(one.unit), exactly(one.value)
        elif isinstance(one, Parameter) and one.text:
            yield from ((family, number) for family in _FAMILIES for number in numbers_in(one.text.said("en")))


def stated_numbers(entry: Entry) -> Iterator[Decimal]:
    """Yield every number of the entry's claims, notes and disputes, and those that their texts state."""
    for part in (entry.stages, entry.figures, entry.results, entry.notes, entry.disputes):
        yield from structured_numbers(part)
        for one in walk(part):
            yield from (number for text in _texts(one) for number in numbers_in(text))


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, Text | Note):
        return (value.en or "", value.zh or "")
    if isinstance(value, Dispute):
        return (value.listed,)
    return ()
