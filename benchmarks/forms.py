"""Writes a catalog's tables in each form that a catalog may have: TOML, JSON lines, a folder with a file for each entry."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

Tables = Mapping[str, Mapping[str, Any]]  # sections as TOML has them: catalog, vocabularies, and a section for each kind
KINDS = ("method", "dataset", "benchmark", "survey", "list", "blog", "insight")


def toml_of(tables: Tables) -> Iterator[str]:
    """Yield the catalog as TOML, a table at a time."""
    for place, (header, table) in enumerate(_tables_in(tables)):
        yield "\n" * bool(place) + _toml_table(header, table)


def lines_of(tables: Tables) -> Iterator[str]:
    """Yield the catalog as JSON lines: the head, each word and each entry in one of its own."""
    for header, table in _tables_in(tables):
        section, _, key = header.partition(".")
        yield json.dumps({section: {key: table} if key else table}, ensure_ascii=False, default=_written_date) + "\n"


def write_folder(tables: Tables, folder: Path) -> None:
    """Write the catalog into `folder`: a TOML file for each entry, and one for the rest, whose name no entry's can be."""
    folder.mkdir(parents=True, exist_ok=True)
    rest = {section: table for section, table in tables.items() if section not in KINDS}
    _write(folder / "catalog.words.toml", toml_of(rest))
    for kind in KINDS:
        for entry_id, entry in tables.get(kind, {}).items():
            _write(folder / f"{entry_id}.toml", [_toml_table(f"{kind}.{entry_id}", entry)])


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def _tables_in(tables: Tables) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for section, table in tables.items():
        if section == "catalog":
            yield section, table
        else:
            yield from ((f"{section}.{key}", inner) for key, inner in table.items())


def _toml_table(header: str, table: Mapping[str, Any]) -> str:
    return f"[{header}]\n" + "".join(f"{name} = {_toml(value)}\n" for name, value in _assignments(table))


def _assignments(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if name == "links":  # a line for each kind, as people write them
            yield from ((f"links.{kind}", links) for kind, links in value.items())
        else:
            yield name, value


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, datetime.date):  # a moment is one too
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _written_date(value: datetime.date) -> str:
    return value.isoformat()
