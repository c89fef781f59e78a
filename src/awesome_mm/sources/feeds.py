"""What arXiv's answers say before the ``arxiv`` package sees them: whether a feed is whole, and what a refusal is about.

Layer: sources.
"""

import re
from xml.etree import ElementTree

from .asking import Refused, Unanswered
from .xml import parsed

_ATOM = "{http://www.w3.org/2005/Atom}"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"


def check_records(content: bytes, wanted: frozenset[str], sentinel: str) -> None:
    """Let a whole feed pass that carries the paper every batch carries, and none that nobody asked for.

    Raises:
        Refused: it reports an error instead.
        Unanswered: it is none, lacks papers that it counts, or the `sentinel`.
    """
    ids, total = _read(content)
    if total != str(len(ids)):
        raise Unanswered("arXiv's answer does not hold as many papers as it says.", may_pass=True)
    if len(set(ids)) != len(ids) or not wanted.issuperset(one for one in ids if one):
        raise Unanswered("arXiv's answer holds papers that nobody asked for, or one of them twice.", may_pass=True)
    if sentinel not in ids:
        raise Unanswered("arXiv's answer lacks a paper that certainly exists; it is not whole.", may_pass=True)


def check_search(content: bytes, most: int) -> None:
    """Let the first page of a search pass, which holds all that was found or `most` of it.

    Raises:
        Refused: it reports an error instead.
        Unanswered: it is none, or lacks papers that it counts.
    """
    ids, total = _read(content)
    if not (total.isascii() and total.isdecimal()) or len(ids) != min(int(total[:18]), most):
        raise Unanswered("arXiv's answer does not hold as many papers as it says.", may_pass=True)


def _read(content: bytes) -> tuple[list[str], str]:
    """Return the ids of a feed's papers, ``""`` for one that has none, and how many it says there are."""
    feed = parsed(content)
    if feed.tag != f"{_ATOM}feed":
        raise Unanswered("arXiv's answer is a page, not a feed.", may_pass=True)
    ids = [_id_of(entry) for entry in feed.findall(f"{_ATOM}entry")]
    if any("/api/errors" in one for one in ids):
        raise Refused(content)
    matches = [re.search(r"/abs/(\S+?)(?:v[0-9]{1,9})?\s*$", one) for one in ids]
    return [match[1] if match else "" for match in matches], (feed.findtext(_TOTAL) or "").strip()


def _id_of(entry: ElementTree.Element) -> str:
    return entry.findtext(f"{_ATOM}id") or ""


def is_about_ids(content: bytes) -> bool:
    """Whether a refusal is about how ids are written, or does not say what it is about."""
    said = _said(content).casefold()
    return "id" in said.split() or "malformed" in said or "bad request" in said or not said.strip()


def named_in(content: bytes, batch: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of `batch` that a refusal names; a batch of one needs no naming."""
    said = _said(content)
    named = tuple(one for one in batch if re.search(rf"(?<![\w.]){re.escape(one)}(?![\w.]*\w)", said))
    return named or (batch if len(batch) == 1 else ())


def _said(content: bytes) -> str:
    """Return what an error feed says; of anything else all of it, as far as it is text."""
    try:
        return " ".join(parsed(content).itertext())
    except Unanswered:
        return content.decode("utf-8", "replace")
