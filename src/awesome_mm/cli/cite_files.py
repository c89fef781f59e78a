"""The files of a check of citations: those that were named, and those that these name themselves.

Layer: cli. What a paper names is opened only where it lies in the paper's own folder or was named in the call: a paper of somebody else's
opens no other file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WrongUsage
from .documents import documents

if TYPE_CHECKING:
    from ..exchange.document import Document


class Form(StrEnum):
    """What a file is, and so how it cites."""

    LATEX = "latex"
    BIBLIOGRAPHY = "bibliography"
    MARKDOWN = "markdown"


_SUFFIXES = {
    **dict.fromkeys((".tex", ".ltx", ".latex", ".bbl"), Form.LATEX),
    **dict.fromkeys((".bib", ".biblatex", ".json"), Form.BIBLIOGRAPHY),
    **dict.fromkeys((".md", ".markdown", ".qmd", ".rmd", ".mkd"), Form.MARKDOWN),
}
_IN_LATEX = re.compile(r"\\(?:documentclass|begin\{|bibitem|[a-z]{0,12}cite[a-z]{0,12}[*\[{])")
_IN_BIBTEX = re.compile(r"^\s*@\s*\w+\s*[{(]", re.MULTILINE)


class Files:
    """The files that were `named` in a call, each read once, and what they name."""

    def __init__(self, named: Sequence[str]) -> None:
        if addresses := [name for name in named if "://" in name]:
            raise WrongUsage(f"{addresses[0]}: addresses are not checked.", "Fetch it into a file first.")
        self._named = {place_of(one.path): one for one in documents(named)}
        self._found: dict[str, Document] = {}

    @property
    def named(self) -> tuple[Document, ...]:
        """The files that were named."""
        return tuple(self._named.values())

    def of_form(self, form: Form) -> list[Document]:
        """Return the files that were named and are of a form, told by the name of the file or else by its content."""
        return [one for one in self.named if _form(one) is form]

    def at(self, path: str) -> Document:
        """Return a file that is at hand."""
        place = place_of(path)
        return self._named.get(place) or self._found[place]

    def beside(self, document: Document, name: str, suffix: str) -> Document | None:
        """Return the file that a text calls `name`, if it was named in the call or lies in the text's folder; None where it does not."""
        if "://" in name or "\0" in name:
            return None
        folder = Path(document.path).parent
        for one in (name, f"{name}{suffix}") if Path(name).suffix else (f"{name}{suffix}",):
            path = folder / one
            place = place_of(str(path))
            if place in self._named or place in self._found:
                return self.at(place)
            if Path(place).is_relative_to(folder.resolve()) and path.is_file():
                self._found[place] = documents([str(path)])[0]
                return self._found[place]
        return None


def place_of(path: str) -> str:
    """Return where a path leads to, by whatever way; one that goes round in circles leads to itself."""
    try:
        return str(Path(path).resolve())
    except (OSError, RuntimeError, ValueError):
        return path


def _form(document: Document) -> Form:
    if form := _SUFFIXES.get(Path(document.path).suffix.casefold()):
        return form
    if _IN_LATEX.search(document.text):
        return Form.LATEX
    is_list = _IN_BIBTEX.search(document.text) or document.text.lstrip()[:1] in ("[", "{")
    return Form.BIBLIOGRAPHY if is_list else Form.MARKDOWN
