"""A catalog on disk: one TOML file or a folder of them, read as data and decoded into the model, every fault with its place.

Layer: store. The network is never touched, nothing is written.
"""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from ..errors import CatalogInvalid
from ..model.entry import Entry, Kind
from ..model.taxonomy import Head, Vocabularies
from .decode import Fault, Faults, decode, suggestion
from .fault_places import Place, Source, located
from .references import check_references
from .schema import fields_of
from .vocabularies import decode_vocabularies

_MOST_BYTES = 64 * 1024 * 1024
_MOST_FAULTS = 50
_FIX_PATH = "Check the path given with --catalog or AWESOME_MM_CATALOG."


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedCatalog:
    """A catalog read whole: head, vocabularies, and entries in file order."""

    head: Head
    vocabularies: Vocabularies
    entries: tuple[Entry, ...]


def catalog_files(path: Path) -> list[Path]:
    """Return the TOML files of the catalog at `path`, sorted: itself, or all below it where it is a folder, hidden ones left out.

    Raises:
        CatalogInvalid: `path` is a folder that holds no TOML file or cannot be read throughout.
    """
    if not _is_folder(path):
        return [path]
    unreadable: list[OSError] = []
    files = sorted(_toml_files(path, unreadable))
    if unreadable:
        raise CatalogInvalid([f"{error.filename}: {error.strerror}" for error in unreadable], _FIX_PATH)
    if not files:
        raise CatalogInvalid([f"{path}: the folder holds no .toml file"], "Name a catalog file or a folder of them.")
    return files


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will say why
        return False


def _toml_files(path: Path, unreadable: list[OSError]) -> Iterator[Path]:
    for folder, inner, names in os.walk(path, onerror=unreadable.append):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if name.endswith(".toml") and not name.startswith("."))


def load_catalog(path: Path) -> DecodedCatalog:
    """Return the catalog at `path`, decoded and checked.

    Raises:
        CatalogInvalid: with every fault found: unreadable or malformed files, wrong types, unknown words, broken references.
            Where a file could not be read, references are not checked: what they name may stand there.
    """
    sources, problems = _read_all(catalog_files(path))
    faults = Faults()
    catalog = _decode_sources(sources, faults, whole=not problems)
    if problems or faults.found or catalog is None:
        raise _invalid(path, problems, faults.found, sources)
    return catalog


def _read_all(files: Sequence[Path]) -> tuple[list[Source], list[str]]:
    """Return the files that could be read, and what is wrong with the others."""
    sources: list[Source] = []
    problems: list[str] = []
    for file in files:
        try:
            sources.append(_read(file))
        except OSError as error:
            problems.append(f"{file}: {error.strerror or error}")
        except UnicodeDecodeError as error:
            problems.append(f"{file}: byte {error.start} is not UTF-8")
        except (ValueError, RecursionError) as error:  # of the TOML, or of a number or a nesting beyond what Python reads
            problems.append(f"{file}: {str(error).partition(';')[0] or 'nested too deeply'}")
    return sources, problems


def _read(file: Path) -> Source:
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "not a regular file")
    if status.st_size > _MOST_BYTES:
        raise OSError(0, f"larger than {_MOST_BYTES // 1024 // 1024} MiB")
    text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    return Source(path=file, text=text, data=tomli.loads(text))


def _decode_sources(sources: Sequence[Source], faults: Faults, *, whole: bool) -> DecodedCatalog | None:
    merged = _merge(sources, faults)
    head = _decode_head(merged, faults) if whole or "catalog" in merged else None
    vocabularies = decode_vocabularies(merged, faults)
    entries = tuple(_decode_entries(merged, faults))
    if whole:
        check_references(merged, vocabularies, entries, faults)
    return DecodedCatalog(head=head, vocabularies=vocabularies, entries=entries) if head else None


def _merge(sources: Sequence[Source], faults: Faults) -> dict[str, Any]:
    """Return one table of tables; what two files both define is a fault, and so is a table that no catalog has."""
    merged: dict[str, Any] = {}
    origins: dict[Place, Path] = {}
    for source in sources:
        for place in _defined(source.data):
            if origins.setdefault(place, source.path) != source.path:
                faults.add(place, f"is defined in {origins[place]} as well")
        for section, table in source.data.items():
            held = merged.setdefault(section, {})
            if isinstance(held, dict) and isinstance(table, dict):
                held.update(table)
            elif isinstance(held, dict):  # what is no table stands alone, so that decoding names it
                merged[section] = table
    _check_sections(merged, faults)
    return merged


def _defined(data: Mapping[str, Any]) -> Iterator[Place]:
    """Yield what no other file may define: ``catalog``, and each word or entry."""
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


def _invalid(path: Path, problems: Sequence[str], found: Sequence[Fault], sources: Sequence[Source]) -> CatalogInvalid:
    shown = [*problems, *(located(fault, path, sources) for fault in found[:_MOST_FAULTS])]
    if len(found) > _MOST_FAULTS:
        shown.append(f"... and {len(found) - _MOST_FAULTS} more faults")
    return CatalogInvalid(shown, "Mend the places named; docs/schema.md describes every field." if found else _FIX_PATH)
