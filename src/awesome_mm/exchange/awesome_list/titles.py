"""Titles as lists write them: freed of what is not theirs, and the names they give.

Layer: exchange.
"""

import re

from .words import bare_text, says_when_or_where, words_of

ID_AS_TEXT = r"arXiv(?: preprint)?:? ?(?:arXiv:)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?"
QUOTED = re.compile(r"[\"“”«]\s*(.+?)\s*[\"“”»]")
LEADING = re.compile(r"^(?:\s*\[[xX]\](?:\s|$))?[\s\[\](){}|•·*+:：.,;–—-]*(?:\d{1,4}[.)\]]\s*)?")
LONGEST_NAME = 40
MOST_NAME_WORDS = 5
_TRAILING = " \t.:：,;|–—-_*([{（【"
_ACRONYM = re.compile(r"^.{8,} [(（]([^\s()（）]{2,24})[)）]$")
_REMARK = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]{2,40})[)）\]】]\s*$")
_CITED = re.compile(r"[,.]\s+([A-Z][\w&' -]{1,24}(?:19|20)\d\d)\s*$")


def clean_title(text: str) -> str:
    """Return a title without pictures, quotation marks, brackets left open and the full stop behind it."""
    bare = LEADING.sub("", bare_text(text), count=1) if not re.match(r"\d", bare_text(text)) else bare_text(text)
    if (quoted := QUOTED.fullmatch(bare.rstrip(". "))) and not QUOTED.search(quoted[1]):
        bare = quoted[1]
    shortened = bare.rstrip(_TRAILING) if not bare.endswith("...") else bare
    for opening, closing in ("()", "[]", "（）"):
        if shortened.count(closing) > shortened.count(opening) and shortened.endswith(closing):
            shortened = shortened[:-1]
    return shortened.rstrip(_TRAILING) if not bare.endswith("...") else shortened


def without_remark(title: str) -> tuple[str, str]:
    """Return a title without the venue or the date in brackets at its end, and those."""
    match = _REMARK.search(title) or _CITED.search(title)
    if not match or not says_when_or_where(match[1]) or not words_of(title[: match.start()]):
        return title, ""
    return clean_title(title[: match.start()]), match[1]


def short_name(title: str) -> str:
    """Return the name that a title gives its work: what stands before a colon, or an acronym in brackets at the end; else ``""``."""
    before, colon, after = re.sub(r"：|(?<=[^\W\d]):(?=[A-Z][a-z])", ": ", title).partition(": ")
    if colon and after.strip() and len(before) <= LONGEST_NAME and len(before.split()) <= MOST_NAME_WORDS:
        return before.strip()
    acronym = _ACRONYM.match(title)
    return acronym[1] if acronym and any(map(str.isupper, acronym[1])) else ""
