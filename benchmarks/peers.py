"""What else could answer a search over the same entries: the peers that are installed, each over its own copy of the catalog.

Every peer gets the bundled entries in the form it works on (a full-text table, a library of documents, lines), made beforehand
and not timed, and is asked for the same word. A peer that is missing, or does not find the entry, has no row.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_WORD = "oasis"
_FOUND = "One Image is All You Need"


def peers(folder: Path, rows: Path, environment: Mapping[str, str]) -> Iterator[tuple[str, list[str], dict[str, str]]]:
    """Yield name, command and environment of each peer that is installed and finds what we find.

    `rows` are the entries as JSON lines; `folder` takes the peers' copies.
    """
    for name, prepare in _PEERS.items():
        if program := shutil.which(name):
            command, own = prepare(program, folder, rows)
            settings = {**environment, **own}
            answer = subprocess.run(command, env=settings, capture_output=True, check=False)
            if _FOUND.encode() in answer.stdout:
                yield f"{name}: search {_WORD}, pipe", command, settings


def _entries(rows: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in rows.read_text(encoding="utf-8").splitlines()]


def _sqlite_utils(program: str, folder: Path, rows: Path) -> tuple[list[str], dict[str, str]]:
    database, plain = str(folder / "peer.db"), folder / "peer.jsonl"
    records = ({"id": one["id"], "name": one["name"], "title": one["title"], "summary": one["summary"]["en"]} for one in _entries(rows))
    plain.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    subprocess.run([program, "insert", database, "entries", str(plain), "--nl"], check=True, capture_output=True)
    subprocess.run([program, "enable-fts", database, "entries", "name", "title", "summary"], check=True, capture_output=True)
    return [program, "search", database, "entries", _WORD], {}


def _papis(program: str, folder: Path, rows: Path) -> tuple[list[str], dict[str, str]]:
    library, settings = folder / "papers", folder / "papis"
    for one in _entries(rows):
        place = library / one["id"]
        place.mkdir(parents=True)
        known = {"papis_id": one["id"], "title": one["title"], "author": ", ".join(one["authors"]), "year": one.get("published", "")[:4]}
        place.joinpath("info.yaml").write_text(json.dumps(known), encoding="utf-8")  # JSON is YAML
    settings.mkdir()
    settings.joinpath("config").write_text(f"[settings]\ndefault-library = papers\n[papers]\ndir = {library}\n", encoding="utf-8")
    return [program, "list", "--all", "--format", "{doc[title]}", _WORD], {"XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}


def _fzf(program: str, folder: Path, rows: Path) -> tuple[list[str], dict[str, str]]:
    lines = folder / "peer.txt"
    lines.write_text("".join(f"{one['name']}\t{one['title']}\n" for one in _entries(rows)), encoding="utf-8")
    return ["sh", "-c", f'"$0" --filter {_WORD} < "$1"', program, str(lines)], {}


def _rg(program: str, folder: Path, rows: Path) -> tuple[list[str], dict[str, str]]:
    return [program, "--ignore-case", _WORD, os.fspath(rows)], {}


_PEERS = {"sqlite-utils": _sqlite_utils, "papis": _papis, "fzf": _fzf, "rg": _rg}
