"""References for the command line to import, and a reader of BibTeX that stands in as long as there is none."""

import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from types import ModuleType

import pytest

from awesome_mm.model.draft import Draft, Skipped
from awesome_mm.model.entry import Entry, Kind, Links
from awesome_mm.model.taxonomy import Category, Text

_NAME = "awesome_mm.exchange.references"


def reference(key: str, title: str, arxiv_id: str = "", more: str = "") -> str:
    """Return an entry in BibTeX."""
    archive = f"  eprint = {{{arxiv_id}}},\n  archivePrefix = {{arXiv}},\n" if arxiv_id else ""
    return f"@misc{{{key},\n  title = {{{title}}},\n  author = {{Lovelace, Ada}},\n  year = {{2024}},\n{archive}{more}}}\n\n"


def read_bibtex(path: str, text: str) -> Draft:
    """Return what stands in `text`, as far as `reference` writes it."""
    entries = list(_entries(text))
    category = Category(title=Text(en="References"), order=tuple(entry.id for entry in entries))
    skipped = [Skipped(path=path, line=1, text="@unknown", reason="nobody knows it")] if "@unknown" in text else []
    return Draft(categories={"references": category}, entries=tuple(entries), skipped=tuple(skipped))


def _entries(text: str) -> Iterator[Entry]:
    for match in re.finditer(r"@misc\{(\w+),\n(.*?)\n\}", text, re.DOTALL):
        fields = dict(re.findall(r"(\w+) = \{(.*)\}", match[2]))
        yield Entry(
            id=match[1].lower(),
            kind=Kind.METHOD,
            name=fields["title"].partition(":")[0],
            title=fields["title"],
            categories=("references",),
            authors=("Ada Lovelace",),
            published=fields["year"],
            links=Links(arxiv=(fields["eprint"],) if "eprint" in fields else (), code=(fields["url"],) if "url" in fields else ()),
        )


def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `read_bibtex` read references where no other reader is there."""
    if find_spec(_NAME) is None:
        module = ModuleType(_NAME)
        module.read_bibtex = read_bibtex  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, _NAME, module)
