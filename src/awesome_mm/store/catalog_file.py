"""A catalog on disk: one TOML file or a folder of them, read as data and decoded into the model, every fault with its place.

Layer: store. The network is never touched, nothing is written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from ..errors import CatalogInvalid
from ..model.entry import Entry, Kind
from ..model.taxonomy import Head, Vocabularies
from .decode import Fault, Faults, decode
from .references import check_references
from .schema import fields_of
from .vocabularies import decode_vocabularies

_MOST_BYTES = 64 * 1024 * 1024
_MOST_FAULTS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedCatalog:
    """A catalog read whole: head, vocabularies, and entries in file order."""

    head: Head
    vocabularies: Vocabularies
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """One TOML file as read."""

    path: Path
    text: str
    data: dict[str, Any]


def catalog_files(path: Path) -> list[Path]:
    """Return the TOML files of the catalog at `path`, sorted: itself, or all below it where it is a folder.

    Raises:
        CatalogInvalid: there is nothing at `path`, or a folder without TOML files.
    """
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*.toml") if file.is_file())
    if not files:
        raise CatalogInvalid([f"{path}: the folder holds no .toml file"], "Name a catalog file or a folder of them.")
    return files


def load_catalog(path: Path) -> DecodedCatalog:
    """Return the catalog at `path`, decoded and checked.

    Raises:
        CatalogInvalid: with every fault found: unreadable or malformed files, wrong types, unknown words, broken references.
    """
    sources = list(_read_all(catalog_files(path)))
    faults = Faults()
    merged = _merge(sources, faults)
    catalog = _decode_catalog(merged, faults)
    if catalog is not None and not faults.found:
        check_references(catalog.vocabularies, catalog.entries, faults)
    if faults.found or catalog is None:
        raise _invalid(faults.found, sources)
    return catalog


def _read_all(files: list[Path]) -> Iterator[_Source]:
    problems: list[str] = []
    for file in files:
        try:
            yield _read(file)
        except OSError as error:
            problems.append(f"{file}: {error.strerror or error}")
        except UnicodeDecodeError as error:
            problems.append(f"{file}: byte {error.start} is not UTF-8")
        except (tomli.TOMLDecodeError, RecursionError) as error:
            problems.append(f"{file}: {str(error) or 'nested too deeply'}")
        except _TooLarge:
            problems.append(f"{file}: larger than {_MOST_BYTES // 1024 // 1024} MiB")
    if problems:
        raise CatalogInvalid(problems, "Check the path given with --catalog or AWESOME_MM_CATALOG.")


class _TooLarge(Exception):
    pass


def _read(file: Path) -> _Source:
    if not file.is_file() and file.exists():
        raise OSError(0, "not a regular file")
    if file.stat().st_size > _MOST_BYTES:
        raise _TooLarge
    text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    return _Source(file, text, tomli.loads(text))


def _merge(sources: list[_Source], faults: Faults) -> dict[str, Any]:
    """Return one table of tables; what two files both define is a fault."""
    merged: dict[str, Any] = {}
    for source in sources:
        for section, table in source.data.items():
            if section == "catalog" or not isinstance(table, dict):
                if section in merged:
                    faults.add((section,), "is defined in more than one file")
                merged[section] = table
                continue
            known = merged.setdefault(section, {})
            for key, value in table.items():
                if key in known:
                    faults.add((section, key), "is defined in more than one file")
                known[key] = value
    return merged


def _decode_catalog(data: Mapping[str, Any], faults: Faults) -> DecodedCatalog | None:
    kinds = [kind.value for kind in Kind]
    vocabulary_shapes = {field.name: field.shape for field in fields_of(Vocabularies)}
    for section in data.keys() - {"catalog", *vocabulary_shapes, *kinds}:
        faults.add((section,), f"unknown table; known are catalog, {', '.join([*vocabulary_shapes, *kinds])}")
    head = decode(Head, data.get("catalog", {}), ("catalog",), faults)
    vocabularies = decode_vocabularies(data, faults)
    entries = tuple(_decode_entries(data, kinds, faults))
    if head is None:
        return None
    if head.schema != 1:
        faults.add(("catalog", "schema"), f"{head.schema} is not 1, the schema this version reads")
    return DecodedCatalog(head=head, vocabularies=vocabularies, entries=entries)


def _decode_entries(data: Mapping[str, Any], kinds: list[str], faults: Faults) -> Iterator[Entry]:
    for kind in kinds:
        table = data.get(kind, {})
        if not isinstance(table, Mapping):
            faults.add((kind,), "is not a table")
            continue
        for entry_id, value in table.items():
            named = {**value, "id": entry_id, "kind": kind} if isinstance(value, Mapping) else value
            entry = decode(Entry, named, (kind, entry_id), faults)
            if entry is not None:
                yield entry


def _invalid(found: list[Fault], sources: list[_Source]) -> CatalogInvalid:
    shown = [_located(fault, sources) for fault in found[:_MOST_FAULTS]]
    if len(found) > _MOST_FAULTS:
        shown.append(f"... and {len(found) - _MOST_FAULTS} more faults")
    return CatalogInvalid(shown, "Mend the places named; docs/schema.md describes every field.")


def _located(fault: Fault, sources: list[_Source]) -> str:
    """Return the fault as ``file:line: key.path: problem``, the line that of the nearest table header above."""
    for source in reversed(sources):
        line = _header_line(source, fault.path)
        if line:
            return f"{source.path}:{line}: {fault.key_path}: {fault.problem}"
    return f"{sources[0].path if sources else '?'}: {fault.key_path}: {fault.problem}"


def _header_line(source: _Source, path: tuple[str | int, ...]) -> int | None:
    """Return the line of the deepest table header that leads to `path`, scanned for only when there is a fault."""
    keys = [key for key in path if isinstance(key, str)]
    for depth in range(len(keys), 0, -1):
        wanted = ".".join(keys[:depth])
        index = next((key for key in path[depth:] if isinstance(key, int)), 0)
        headers = [number for number, line in enumerate(source.text.split("\n"), 1) if _header(line) == wanted]
        if headers:
            return headers[min(index, len(headers) - 1)]
    return None


def _header(line: str) -> str:
    stripped = line.split("#", maxsplit=1)[0].strip()
    if not stripped.startswith("["):
        return ""
    return "".join(part.strip().strip("\"'") for part in stripped.strip("[]").replace(".", " . ").split())
