"""Catalogs as people write them, and the faults that are found in them."""

import json
import tomllib
from pathlib import Path

import pytest

from awesome_mm.errors import CatalogInvalid
from awesome_mm.store.catalog_file import load_catalog

HEAD = """\
[catalog]
schema = 1
title = { en = "A survey", zh = "综述" }
as_of = 2026-01-02
"""

WORDS = """
[category.methods]
title = { en = "Methods", zh = "方法" }

[category.editing]
title = "Editing"
parent = "methods"

[organization.lab]
name = "Lab"
sector = "academia"

[model.gpt-4v]
name = "GPT-4V"

[unit.image]
name = "images"

[action.generate]
name = "generate"

[measure.samples]
name = "samples"

[material.text]
name = "text"
"""


def entry(entry_id: str = "alpha", more: str = "", *, kind: str = "method") -> str:
    """Return a sound entry as TOML; `more` follows its last line."""
    return f"""
[{kind}.{entry_id}]
name = "{entry_id.title()}"
title = "{entry_id.title()}: A Title"
categories = ["editing"]
summary = {{ en = "Makes data.", zh = "生成数据。" }}
{more}
"""


def catalog(*entries: str) -> str:
    """Return a sound catalog with `entries` as TOML."""
    return HEAD + WORDS + "".join(entries)


def as_lines(text: str) -> str:
    """Return a catalog in TOML as JSON lines: the head, each word and each entry in one of its own."""
    lines: list[object] = []
    for section, table in tomllib.loads(text).items():
        lines.extend([{section: table}] if section == "catalog" else [{section: {key: value}} for key, value in table.items()])
    return "".join(f"{json.dumps(line, ensure_ascii=False, default=str)}\n" for line in lines)


def write(path: Path, text: str) -> Path:
    """Write `text` at `path`, folders and all, and return the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def faults_at(path: Path) -> tuple[str, ...]:
    """Return the faults that loading the catalog at `path` names, the path itself written as ``CATALOG``."""
    with pytest.raises(CatalogInvalid) as caught:
        load_catalog(path)
    return tuple(fault.replace(str(path), "CATALOG") for fault in caught.value.faults)


def loads_or_is_at_fault(path: Path) -> bool:
    """Whether the catalog at `path` loads, or fails with the faults named."""
    try:
        load_catalog(path)
    except CatalogInvalid as error:
        return bool(error.faults)
    return True
