"""What is found of a citation.

Layer: services.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ...model.taxonomy import Text

if TYPE_CHECKING:
    from ...model.citations import Citation, Undefined


class Status(StrEnum):
    """How a citation stands, what needs attention most first; `unknown` is unknown here, never a word on whether there is such a work."""

    WRONG = "wrong"
    WITHDRAWN = "withdrawn"
    UNDEFINED = "undefined"
    DUPLICATE = "duplicate"
    PUBLISHED = "published"
    UNKNOWN = "unknown"
    VERIFIED = "verified"
    RIGHT = "right"


FINDINGS = (Status.WRONG, Status.WITHDRAWN, Status.UNDEFINED, Status.DUPLICATE, Status.PUBLISHED)


class Claim(StrEnum):
    """What of a citation may be at fault."""

    TITLE = "title"
    AUTHORS = "authors"
    YEAR = "year"
    ARXIV = "arxiv"
    DOI = "doi"
    LINK = "link"
    VENUE = "venue"
    KEY = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A claim that does not hold: what is `cited`, what is `known` instead, and both in a sentence, with what would do (`fix`)."""

    status: Status
    claim: Claim
    cited: str
    known: str
    message: Text
    fix: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is found of a citation: its status, the entry cited (``""``: none), and every fault; `remark` says what else is known."""

    of: Citation | Undefined
    status: Status
    entry: str = ""
    faults: tuple[Fault, ...] = ()
    remark: Text = field(default_factory=Text)


def said(en: str, zh: str) -> Text:
    """Return a text in both languages."""
    return Text(en=en, zh=zh)


def worst(faults: tuple[Fault, ...]) -> Status:
    """Return the status that `faults` give together."""
    return min((fault.status for fault in faults), key=list(Status).index, default=Status.RIGHT)
