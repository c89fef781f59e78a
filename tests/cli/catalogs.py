"""Catalog files for the command line to read."""

from pathlib import Path

HEAD = """
[catalog]
schema = 1
title = { en = "A survey", zh = "综述" }
as_of = 2026-01-02

[category.editing]
title = { en = "Image editing", zh = "图像编辑" }
"""


def table(entry_id: str = "alpha", *, name: str = "", more: str = "") -> str:
    """Return the TOML table of a method."""
    return f"""
[method.{entry_id}]
name = "{name or entry_id.title()}"
title = "{name or entry_id.title()}: A Method for Making Data"
categories = ["editing"]
summary = {{ en = "Makes data.", zh = "生成数据。" }}
{more}
"""


def write_catalog(path: Path, *tables: str) -> str:
    """Write a catalog with the entries of `tables` (none will do) to `path`, and return the path as an argument."""
    path.write_text(HEAD + "".join(tables), encoding="utf-8")
    return str(path)
