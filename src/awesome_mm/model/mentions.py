"""How a person names a work that the catalog may not have: by an arXiv id, an address, a DOI or its title.

Layer: model.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import WrongUsage
from .constraints import Doi, WebAddress, fits
from .identifiers import arxiv_id_in, canonical_arxiv_id, doi_in, openreview_in, plain_form, repository_in
from .text import one_line

TITLE = "title"
_ADDRESS = re.compile(
    r"(?i)(?:https?://|www\.|(?:[\w-]+\.)*(?:arxiv\.org|github\.com|openreview\.net|huggingface\.co|hf\.co|doi\.org)/)\S+"
)
_LIKE_AN_ID = re.compile(r"(?i)(?:arxiv\s*[:.]\s*\S*\d|(?:[a-z-]{2,9}(?:\.[a-z]{2})?/)?\d{6,8})(?:v\d+)?|\d{3,5}\.\d{2,7}(?:v\d+)?")
_HUGGING_FACE = re.compile(r"(?i)https?://(?:www\.)?(?:huggingface|hf)\.co/(datasets|spaces|collections)?/?")
_OF_HUGGING_FACE = {"datasets": "data", "spaces": "page", "collections": "page"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A work as it was named: the `kind` of link that `value` is (as in `Links`), or ``title``."""

    kind: str
    value: str


def read_mention(text: str) -> Mention:
    """Return what `text` names a work by.

    Raises:
        WrongUsage: it is empty, or looks like an arXiv id and is none.
    """
    plain = " ".join(one_line(plain_form(text)).split())
    if not any(character.isalnum() for character in plain):
        raise WrongUsage(f"{text!r} names no work.", "Name it by arXiv id, address, DOI or title.")
    if found := arxiv_id_in(plain):
        return Mention(kind="arxiv", value=canonical_arxiv_id(found))
    if _is_meant_for_arxiv(plain):
        raise WrongUsage(f"{text!r} is no arXiv id.", "One looks like 2503.08741, those of before April 2007 like hep-th/9901001.")
    identified = None if " " in plain else _identified(plain)
    return identified or Mention(kind=TITLE, value=" ".join(one_line(text).split()))


def _is_meant_for_arxiv(plain: str) -> bool:
    return bool(_LIKE_AN_ID.fullmatch(plain) or re.match(r"(?i)(?:https?://)?(?:[\w-]+\.)*arxiv\.org(?:/|$)", plain))


def _identified(plain: str) -> Mention | None:
    """Return what a text without spaces names: an address of a known kind, a DOI, any other address; None where it is a mere word."""
    if forum := openreview_in(plain):
        return Mention(kind="openreview", value=forum)
    if fits(Doi, doi := doi_in(plain)):
        return Mention(kind="doi", value=doi)
    repository = repository_in(plain)
    if "/" in repository and "github.com" in plain.casefold():
        return Mention(kind="code", value=f"https://github.com/{repository}")
    address = plain if "://" in plain else f"https://{plain}" if _ADDRESS.fullmatch(plain) else ""
    if not address:
        return None
    if not fits(WebAddress, address):
        raise WrongUsage(f"{plain!r} is no address of the web.", "One begins with http:// or https://.")
    if "/" in repository and (match := _HUGGING_FACE.match(address)):
        return Mention(kind=_OF_HUGGING_FACE.get((match[1] or "").casefold(), "model"), value=address)
    return Mention(kind="page", value=address)
