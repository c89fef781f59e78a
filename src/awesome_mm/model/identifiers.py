"""Identifiers as people write them: arXiv ids, DOIs, OpenReview forums, repositories; bare, prefixed or inside URLs.

Layer: model. Patterns are compiled by `re` when first used: most queries hold neither a digit nor a slash and never need them.
Sources: https://info.arxiv.org/help/arxiv_identifier.html and the DOI handbook, section 2.2.
"""

import re

_ARXIV_ID = r"\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7}"
_ARXIV = rf"(?i)(?:^|(?<=[/:.\s\[])|(?<=arxiv))({_ARXIV_ID})(?:v\d+)?(?:\.pdf)?(?=$|[\s/?#)\]])"
_ARXIV_PLACE = r"(?i)arxiv|huggingface\.co/papers|alphaxiv"
_OPENREVIEW = r"(?i)openreview\.net/\w+\?(?:.*&)?id=([\w-]+)"
_DOI = r"(?i)(?:doi\.org/|doi:\s*|^)(10\.\d{4,9}/[^\s<>\"]+)"
_REPOSITORY = r"(?i)^(?:https?://)?(?:www\.)?(?:github\.com|huggingface\.co(?:/(?:datasets|collections|spaces))?)/([\w.-]+(?:/[\w.-]+)?)"


def arxiv_id_in(text: str) -> str:
    """Return the bare arXiv id that `text` is or contains as an address, without version; ``""`` when there is none."""
    text = text.strip()
    match = re.search(_ARXIV, text)
    if not match:
        return ""
    if match.group(0) == text or re.search(_ARXIV_PLACE, text):
        return match.group(1)
    return ""


def identifier_in(text: str) -> str:
    """Return `text`'s identifier folded as search lines hold it, or ``""`` when it has none."""
    text = text.strip()
    if "/" not in text and not any(character.isdecimal() for character in text):
        return ""
    if arxiv := arxiv_id_in(text):
        return arxiv.casefold()
    for pattern in (_OPENREVIEW, _DOI, _REPOSITORY):
        if match := re.search(pattern, text):
            return match.group(1).removesuffix(".git").rstrip("/").casefold()
    return ""
