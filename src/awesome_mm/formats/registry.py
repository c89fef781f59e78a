"""The formats by name. A new one is a file beside this and a line here.

Layer: formats. Writers are imported when they are asked for: rich never burdens a pipe.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TextIO, cast

from ..views.report import Report

Writer = Callable[[Report, TextIO], None]

WRITERS = {
    "table": ("table", "write_table"),
    "json": ("structured", "write_json"),
    "jsonl": ("structured", "write_jsonl"),
    "csv": ("delimited", "write_csv"),
    "tsv": ("delimited", "write_tsv"),
    "markdown": ("markdown", "write_markdown"),
}
# Formats of single commands, which say so.
MORE_WRITERS = {"github": ("github", "write_github")}
AUTO = "auto"
FORMATS = (AUTO, *WRITERS)
LINE_FORMATS = ("jsonl", "csv", "tsv")


def format_for(name: str, stream: TextIO) -> str:
    """Return the format that `name` means for `stream`: ``auto`` is a table on a terminal and tab-separated text elsewhere."""
    if name != AUTO:
        return name
    return "table" if stream.isatty() else "tsv"


def writer(name: str, stream: TextIO) -> Writer:
    """Return the writer of the format that `name` means for `stream`."""
    module, function = {**WRITERS, **MORE_WRITERS}[format_for(name, stream)]
    return cast("Writer", getattr(import_module(f".{module}", __package__), function))
