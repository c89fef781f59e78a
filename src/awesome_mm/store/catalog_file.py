"""A catalog on disk: one file or a folder of them, read as data and decoded into the model, every fault with its place.

Layer: store. The network is never touched, nothing is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..errors import CatalogInvalid
from ..model.entry import Entry, Kind
from ..model.taxonomy import Head, Vocabularies
from .decode import Fault, Faults, decode, suggestion
from .drafting import Changes, Tables, with_changes
from .fault_places import Place, Source, found_at, located
from .listing import catalog_files
from .print_order import are_numbered, as_printed
from .reading import MOST_FAULTS, Problem, read_all
from .references import check_references
from .schema import fields_of
from .vocabularies import decode_vocabularies

_MOST_NAMED = 3
_MEND = "Mend the places named; docs/schema.md describes every field."


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedCatalog:
    """A catalog read whole: head, vocabularies, and entries in the order of the file, or of a folder as they are printed."""

    head: Head
    vocabularies: Vocabularies
    entries: tuple[Entry, ...]


def load_catalog(path: Path, *further: Path) -> DecodedCatalog:
    """Return the catalog at `path`, with `further` files as if they belonged to it, decoded and checked.

    Raises:
        CatalogInvalid: with every fault found: unreadable or malformed files, wrong types, unknown words, broken references.
            Where a file could not be read, references are not checked: what they name may stand there.
    """
    read = _read(path, further)
    if read.problems or read.faults or read.catalog is None:
        raise _invalid(path, read.problems, read.faults, read.sources)
    if not path.is_dir() or are_numbered(source.path.name for source in read.sources):
        return read.catalog
    return replace(read.catalog, entries=as_printed(read.catalog.entries, read.catalog.vocabularies.category))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedFault:
    """A fault of a catalog with the place it has in one of its files; line 0 where none is known."""

    path: str
    line: int
    key: Place
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A catalog as far as it can be read: None where `faults` keep it from that; `sources` are what its files hold."""

    catalog: DecodedCatalog | None
    faults: tuple[PlacedFault, ...]
    sources: Sequence[Source]


def check_catalog(path: Path) -> Checked:
    """Return the catalog at `path` with all faults that it has, each in its place.

    Raises:
        CatalogInvalid: it is a folder that holds no catalog, or cannot be looked into.
    """
    read = _read(path, ())
    faults = [PlacedFault(path=one.path, line=one.line, key=(), problem=_bare(one)) for one in read.problems]
    for fault in read.faults:
        file, line = found_at(fault.path, read.sources) or (path, 0)
        faults.append(PlacedFault(path=str(file), line=line, key=fault.path, problem=fault.problem))
    return Checked(catalog=None if faults else read.catalog, faults=tuple(faults), sources=read.sources)


def _bare(problem: Problem) -> str:
    """Return what a problem says without the place, which stands beside it."""
    place = f"{problem.path}:{problem.line}: " if problem.said.startswith(f"{problem.path}:{problem.line}: ") else f"{problem.path}: "
    return problem.said.removeprefix(place)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    catalog: DecodedCatalog | None
    problems: Sequence[Problem]
    faults: Sequence[Fault]
    sources: Sequence[Source]


def _read(path: Path, further: Sequence[Path]) -> _Read:
    problems: list[Problem] = []
    sources = read_all([*catalog_files(path), *further], problems)
    faults = Faults()
    catalog = _decode_sources(sources, faults, whole=not problems)
    return _Read(catalog=catalog, problems=problems, faults=faults.found, sources=sources)


def check_added(held: Mapping[str, Any], added: Tables, changes: Changes) -> Sequence[Fault]:
    """Return what keeps the tables `added` from joining those `held`, and `changes` from being made in them.

    That are ids that are taken, wrong values, and references to nowhere. What is held and stays is taken to be sound.
    """
    faults = Faults()
    _check_free(held, added, faults)
    changed = with_changes(
        {section: {one: held[section][one] for kind, one in changes if kind == section} for section, _ in changes}, changes
    )
    part = {section: {**changed.get(section, {}), **added.get(section, {})} for section in {**changed, **added}}
    whole = {section: {**held.get(section, {}), **part.get(section, {})} for section in {**held, **part}}
    vocabularies = decode_vocabularies({"category": whole.get("category", {})}, faults)
    check_references(part, vocabularies, tuple(_decode_entries(part, faults)), faults, among=whole)
    return faults.found


def _check_free(held: Mapping[str, Any], added: Tables, faults: Faults) -> None:
    works = {one: kind.value for kind in Kind for one in held.get(kind.value, {})}
    for section, table in added.items():
        taken = works if section in list(Kind) else dict.fromkeys(held.get(section, {}), section)
        for one in table:
            if one in taken:
                faults.add((section, one), f"the id is taken by {taken[one]}.{one}")


def _decode_sources(sources: Sequence[Source], faults: Faults, *, whole: bool) -> DecodedCatalog | None:
    merged = _merge(sources, faults)
    head = _decode_head(merged, faults) if whole or "catalog" in merged else None
    vocabularies = decode_vocabularies(merged, faults)
    entries = tuple(_decode_entries(merged, faults))
    if whole:
        check_references(merged, vocabularies, entries, faults)
    return DecodedCatalog(head=head, vocabularies=vocabularies, entries=entries) if head else None


def _merge(sources: Sequence[Source], faults: Faults) -> dict[str, Any]:
    """Return one table of tables; what two sources both define is a fault, and so is a table that no catalog has."""
    merged: dict[str, Any] = {}
    definers: dict[Place, list[Source]] = {}
    for source in sources:
        for place in _defined(source.data):
            definers.setdefault(place, []).append(source)
        for section, table in source.data.items():
            held = merged.setdefault(section, {})
            if isinstance(held, dict) and isinstance(table, dict):
                held.update(table)
            elif isinstance(held, dict):  # what is no table stands alone, so that decoding names it
                merged[section] = table
    _check_definers(definers, faults)
    _check_sections(merged, faults)
    return merged


def _check_definers(definers: Mapping[Place, Sequence[Source]], faults: Faults) -> None:
    for place, sources in definers.items():
        if others := [source.name for source in sources[:-1]]:
            more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
            faults.add(place, f"is defined in {', '.join(others[:_MOST_NAMED])}{more} as well")


def _defined(data: Mapping[str, Any]) -> Iterator[Place]:
    """Yield what no other source may define: ``catalog``, and each word or entry."""
    for section, table in data.items():
        if section == "catalog":
            yield (section,)
        elif isinstance(table, dict):
            yield from ((section, key) for key in table)


def _check_sections(data: Mapping[str, Any], faults: Faults) -> None:
    known = ["catalog", *(field.name for field in fields_of(Vocabularies)), *(kind.value for kind in Kind)]
    for section in data:
        if section not in known:
            meant = suggestion(section, known, faults) or f"; known are {', '.join(known)}"
            faults.add((section,), f"unknown table{meant}")


def _decode_head(data: Mapping[str, Any], faults: Faults) -> Head | None:
    if "catalog" not in data:
        faults.add(("catalog",), "is missing; this table holds schema, title and as_of")
        return None
    head = decode(Head, data["catalog"], ("catalog",), faults)
    if head is not None and head.schema != 1:
        faults.add(("catalog", "schema"), f"{head.schema} is not 1, the schema this version reads")
    return head


def _decode_entries(data: Mapping[str, Any], faults: Faults) -> Iterator[Entry]:
    for kind in Kind:
        table = data.get(kind.value, {})
        if not isinstance(table, Mapping):
            faults.add((kind.value,), "is not a table")
            continue
        for entry_id, value in table.items():
            entry = decode(Entry, _named(value, kind.value, entry_id, faults), (kind.value, entry_id), faults)
            if entry is not None:
                yield entry


def _named(value: object, kind: str, entry_id: str, faults: Faults) -> object:
    """Return an entry's table with the kind and the id that its header gives."""
    if not isinstance(value, Mapping):
        return value
    for key in ("id", "kind"):
        if key in value:
            faults.add((kind, entry_id, key), "is given by the table's header and may not stand inside")
    return {**value, "id": entry_id, "kind": kind}


def _invalid(path: Path, problems: Sequence[Problem], found: Sequence[Fault], sources: Sequence[Source]) -> CatalogInvalid:
    room = max(MOST_FAULTS - len(problems), 0)
    shown = [*(problem.said for problem in problems[:MOST_FAULTS]), *(located(fault, path, sources) for fault in found[:room])]
    if left := len(problems) + len(found) - len(shown):
        shown.append(f"... and {left} more faults")
    fixes = dict.fromkeys(problem.fix for problem in problems)
    return CatalogInvalid(shown, _MEND if found else " ".join(fixes))
