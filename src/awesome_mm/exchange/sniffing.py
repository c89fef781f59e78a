"""What a text is, told by its content: names of files say little, and standard input has none.

Layer: exchange.
"""

import json
import re
from enum import StrEnum
from typing import NamedTuple

from ..errors import WrongUsage
from ..model.identifiers import arxiv_id_in
from .document import Document


class Form(StrEnum):
    """The forms of lists that can be read."""

    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    CSL = "csl"
    IDS = "ids"


_PANDOC = "Convert it first: pandoc -f {} -t gfm FILE | awesome-mm import -"
_BIBTEX_ENTRY = re.compile(r"^[ \t]*@[ \t]*(?:\w+)[ \t]*[{(]", re.MULTILINE)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_MARKDOWN = re.compile(r"\]\(|^#{1,6}[ \t]|^[ \t]*[-*+][ \t]+\S|^\|.*\|", re.MULTILINE)
_RST = re.compile(r"^\.\. (?:[\w-]+::|_[^:\n]+:|\[)|`[^`\n]+<[^>\n]+>`__?|^([=~^\"#*+-])\1{3,}\n[^\n]+\n\1{4,}$", re.MULTILINE)
_MARKDOWN_LINK = re.compile(r"\]\(|^#{1,6}[ \t]", re.MULTILINE)
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_CATALOG = re.compile(r"^\[(?:catalog|category\.[\w-]+|method\.[\w-]+)\]\s*$|^\{\"catalog\":", re.MULTILINE)


def sniff(document: Document) -> Form:
    """Return the form of `document`.

    Raises:
        WrongUsage: it is of a form that is known and cannot be read: a catalog, a web page, reStructuredText, JSON of another kind.
    """
    text = document.text
    if _PAGE.match(text):
        raise WrongUsage(f"{document.path}: this is a web page.", f"Name the address of its Markdown source. {_PANDOC.format('html')}")
    if _CATALOG.search(text):
        fix = "Read it with --catalog; `awesome-mm split` and `join` change its form."
        raise WrongUsage(f"{document.path}: this is a catalog already.", fix)
    if re.match(r"\s*(?:\{|\[\s*[{\]])", text):
        return _json_form(document)
    if _are_ids(text):
        return Form.IDS
    bare = _FENCED.sub("", text)
    if _BIBTEX_ENTRY.search(bare) and not _MARKDOWN.search(_BIBTEX_ENTRY.split(bare, maxsplit=1)[0]):
        return Form.BIBTEX
    if len(_RST.findall(bare)) > len(_MARKDOWN_LINK.findall(bare)):
        raise WrongUsage(f"{document.path}: this is reStructuredText, which is not read.", _PANDOC.format("rst"))
    return Form.MARKDOWN


class Word(NamedTuple):
    """A word of a text of ids: its line, and the bare arXiv id that it is (``""`` for none)."""

    line: int
    text: str
    arxiv_id: str


def ids_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text of ids."""
    lines = enumerate(text.split("\n"), 1)
    return tuple(Word(number, word, arxiv_id_in(word)) for number, line in lines for word in _words(line))


def _are_ids(text: str) -> bool:
    """Whether a text has no marks of a list, and most of its lines hold ids and nothing else."""
    lines = [words for line in text.split("\n") if (words := _words(line))]
    if not lines or (not arxiv_id_in(lines[0][0]) and _MARKDOWN.search(text)):
        return False
    return 2 * sum(all(map(arxiv_id_in, words)) for words in lines) > len(lines)


def _words(line: str) -> list[str]:
    """Return the words of a line of ids; what stands behind a # by itself is a remark."""
    return re.sub(r"(?:^|\s)#.*", "", line).replace(",", " ").split()


def _json_form(document: Document) -> Form:
    try:
        found = json.loads(document.text)
    except (ValueError, RecursionError) as error:
        if "](" in document.text:  # a list that opens with a bracket
            return Form.MARKDOWN
        raise WrongUsage(f"{document.path}: begins as JSON does, and is none: {error}.", "Export it anew, as CSL-JSON.") from error
    works = found.get("items") if isinstance(found, dict) and "items" in found else found
    works = [works] if isinstance(works, dict) else works
    if isinstance(works, list):
        sound = sum(isinstance(work, dict) and bool({"title", "type", "id", "DOI"} & work.keys()) for work in works)
        if 2 * sound > len(works) or not works:
            return Form.CSL
    raise WrongUsage(
        f"{document.path}: JSON, but not CSL-JSON.", "CSL-JSON is a list of objects with id, type and title; Zotero exports it."
    )
