"""The foreign formats of references by name. A new one is a file beside this and a line here.

Layer: exchange.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:  # the names alone are asked for by every help
    from .reference import Reference

Exporter = Callable[[Iterable["Reference"]], str]

EXPORTERS = {
    "bibtex": ("bibtex", "bibtex"),
    "biblatex": ("bibtex", "biblatex"),
    "csl-json": ("csl", "csl_json"),
    "ris": ("ris", "ris"),
    "typst": ("hayagriva", "hayagriva"),
    "text": ("plain_text", "plain_text"),
    "latex": ("latex_table", "latex_table"),
}
DATABASE = "sqlite"
TABLE = "latex"
CITED = tuple(name for name in EXPORTERS if name != TABLE)  # what a single work may be cited in
EXPORTS = (*EXPORTERS, DATABASE)


def exporter(name: str) -> Exporter:
    """Return what writes references in the format `name`."""
    module, function = EXPORTERS[name]
    return cast("Exporter", getattr(import_module(f".{module}", __package__), function))
