"""Identifiers as people write them: arXiv ids, DOIs, OpenReview forums, repositories, addresses; bare, prefixed or inside URLs.

Layer: model. Patterns are compiled by `re` when first used: most queries hold neither a digit nor a slash and never need them.
Sources: https://info.arxiv.org/help/arxiv_identifier.html and the DOI handbook, section 2.2.
"""

import re
import unicodedata

from .text import fold, squash

_MONTH = r"(?:0[1-9]|1[0-2])"
# Four digits up to 2014, five from then on: https://info.arxiv.org/help/arxiv_identifier.html
_ARXIV_ID = (
    rf"(?:0[7-9]|1[0-4]){_MONTH}\.[0-9]{{4}}|(?:1[5-9]|[2-9][0-9]){_MONTH}\.[0-9]{{5}}"
    r"|(?!arxiv\.)[a-z-]{2,9}(?:\.[a-z]{2})?/[0-9]{7}"
)
_ARXIV = (
    rf"(?i)(?:^|(?<=[/:\s\[(<\"'])|(?<=arxiv)|(?<=arxiv\.))({_ARXIV_ID})(?:v[0-9]+)?(?:\.pdf)?"
    r"(?=$|[\s/?#)\]>\"',;。、]|\.(?:\s|$))"
)
_ARXIV_PLACE = r"(?i)arxiv|ar5iv|alphaxiv|(?:huggingface|hf)\.co/papers"
_OPENREVIEW = r"(?i)openreview\.net/\w+\?(?:.*&)?id=([\w-]+)"
_DOI = r"(?:^|(?<=[/:\s(<]))(10\.[0-9]{4,9}/[^\s<>\"]+)"
_REPOSITORY = (
    r"(?i)^(?:https?://|git@)?(?:www\.)?(?:github\.com|(?:huggingface|hf)\.co(?:/(?:datasets|collections|spaces))?)"
    r"[/:]([\w.-]+(?:/[\w.-]+)?)"
)
_ADDRESS = r"(?i)https?://(?:www\.)?([^\s#]+)(?:#\S*)?"

# What may stand before the slash of an id of before April 2007; without the list every ``folder/1234567`` would be one.
_ARCHIVES = frozenset(
    (
        "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga funct-an gr-qc "
        "hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int "
        "supr-con"
    ).split()
)


_ADDRESSES = {
    "arxiv": "https://arxiv.org/abs/{}",
    "doi": "https://doi.org/{}",
    "openreview": "https://openreview.net/forum?id={}",
}


def address(kind: str, value: str) -> str:
    """Return the URL of a link of `kind`: identifiers become the address of their canonical page."""
    return _ADDRESSES.get(kind, "{}").format(value)


def arxiv_id_in(text: str) -> str:
    """Return the bare arXiv id that `text` is or contains as an address, without version; ``""`` when there is none."""
    text = plain_form(text)
    for match in re.finditer(_ARXIV, text):
        archive, slash, _ = match[1].partition("/")
        known = not slash or archive.partition(".")[0].lower() in _ARCHIVES
        if known and (match[0] == text or re.search(_ARXIV_PLACE, text)):
            return match[1]
    return ""


def identifier_in(text: str) -> str:
    """Return `text`'s identifier folded as search lines hold it, or ``""`` when it has none.

    An address that is none of the known kinds is its own identifier, squashed, so that its words are no words of the entry.
    """
    text = plain_form(text)
    if "/" not in text and not ("." in text and any(character.isdecimal() for character in text)):
        return ""
    return fold(arxiv_id_in(text) or openreview_in(text) or doi_in(text) or repository_in(text)) or _address_in(text)


def canonical_arxiv_id(arxiv_id: str) -> str:
    """Return `arxiv_id` in arXiv's own case: archives are small, subject classes capital, as in ``math.GT/0309136``."""
    archive, slash, number = arxiv_id.partition("/")
    name, dot, subject = archive.partition(".")
    return f"{name.lower()}{dot}{subject.upper()}{slash}{number}"


def month_of(arxiv_id: str) -> str:
    """Return the month of which `arxiv_id` is, as ``2025-03``; ``""`` where it is none."""
    digits = arxiv_id.rpartition("/")[2]
    if not re.match(r"[0-9]{2}(?:0[1-9]|1[0-2])", digits):
        return ""
    century = "19" if "/" in arxiv_id and digits[0] == "9" else "20"
    return f"{century}{digits[:2]}-{digits[2:4]}"


def plain_form(text: str) -> str:
    """Return `text` with full-width digits and marks as ASCII has them."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def openreview_in(text: str) -> str:
    """Return the id of the OpenReview forum whose address is in `text`; ``""`` when there is none."""
    match = re.search(_OPENREVIEW, text) if "?" in text else None
    return match[1] if match else ""


def doi_in(text: str) -> str:
    """Return the bare DOI that is in `text`, by itself or as an address; ``""`` when there is none."""
    if "10." not in text:
        return ""
    if "://" in text:
        text = re.sub(r"[?#].*", "", text).replace("%2F", "/").replace("%2f", "/").removesuffix(".pdf")
    match = re.search(_DOI, text)
    if not match:
        return ""
    doi = match[1].rstrip(".,;:/。，；、")
    return doi.rstrip(")") if doi.count(")") > doi.count("(") else doi


def comparable_address(text: str) -> str:
    """Return an address or identifier as it is compared: a paper by its id, all else without protocol, `www` and a slash at the end.

    So every form of an arXiv address is one (of any version, abstract or PDF), and a page of a repository is not the repository.
    """
    if paper := arxiv_id_in(text) or openreview_in(text) or doi_in(text):
        return fold(paper)
    bare = re.sub(r"(?i)^https?://(?:www\.)?", "", plain_form(text))
    return fold(bare).rstrip("/").removesuffix(".git")


def repository_in(text: str) -> str:
    """Return ``owner/name`` of the GitHub or Hugging Face repository whose address `text` is; ``""`` when it is none."""
    match = re.search(_REPOSITORY, text) if "." in text else None
    return match[1].removesuffix(".git") if match else ""


def _address_in(text: str) -> str:
    match = re.fullmatch(_ADDRESS, text) if "://" in text else None
    return squash(match[1]) if match else ""
