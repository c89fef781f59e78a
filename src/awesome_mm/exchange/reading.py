"""Documents of any form that is understood, to drafts: each goes to the reader of its form.

Layer: exchange.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ..model.draft import Draft, Skipped
from .document import Document
from .sniffing import Form, ids_in, sniff

# Only the reader that is needed is imported: that of Markdown takes a while.
_READERS = {Form.MARKDOWN: ("awesome_list", "read_lists"), Form.BIBTEX: ("references", "read_bibtex"), Form.CSL: ("references", "read_csl")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A paper that is named by its `arxiv_id` alone, at `place` (``path:line``)."""

    arxiv_id: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What documents hold: drafts, and papers to be asked for."""

    drafts: tuple[Draft, ...]
    wanted: tuple[Wanted, ...]


def read_all(documents: Sequence[Document]) -> Reading:
    """Return what `documents` hold; those in Markdown are one list (in two languages, say), any other is one by itself.

    Raises:
        WrongUsage: a document is of a form that cannot be read.
    """
    forms = [(sniff(document), document) for document in documents]
    lists = [document for form, document in forms if form is Form.MARKDOWN]
    drafts = [_reader(Form.MARKDOWN)(lists)] if lists else []
    drafts += [_reader(form)(one.path, one.text) for form, one in forms if form in (Form.BIBTEX, Form.CSL)]
    words = [(document.path, word) for form, document in forms if form is Form.IDS for word in ids_in(document.text)]
    wanted = [Wanted(arxiv_id=word.arxiv_id, place=f"{path}:{word.line}") for path, word in words if word.arxiv_id]
    others = [Skipped(path=path, line=word.line, text=word.text, reason="no arXiv id") for path, word in words if not word.arxiv_id]
    drafts += [Draft(skipped=tuple(others))] if others else []
    return Reading(drafts=tuple(drafts), wanted=tuple(wanted))


def _reader(form: Form) -> Callable[..., Draft]:
    module, function = _READERS[form]
    reader: Any = getattr(import_module(f".{module}", __package__), function)
    return reader  # type: ignore[no-any-return]
