"""Works as papers, bibliographies and pages cite them, before anybody has looked whether that is right.

Layer: model. The readers of ``exchange`` make these values, ``services.citing`` judges them.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from .draft import Skipped
from .entry import Links


class Form(StrEnum):
    """How a work is cited, and so how much is claimed: field by field, in running text, as a link, or by nothing but an id."""

    REFERENCE = "reference"
    TEXT = "text"
    LINK = "link"
    MENTION = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A work as it is cited at a line of a file; what is not said is empty.

    `years` are all years that are named (one, unless the form is text), `said` is what else is said and may name a venue. `used`
    are the further places (``path:line``) where the citation is called upon. `is_preprint` where arXiv and no venue is named.
    """

    path: str
    line: int
    form: Form
    key: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    are_all: bool = True
    years: tuple[str, ...] = ()
    venue: str = ""
    said: str = ""
    is_preprint: bool = False
    links: Links = field(default_factory=Links)
    used: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Undefined:
    """A key that a text cites at a line and that no bibliography defines; `unread` says which one could not be read."""

    path: str
    line: int
    key: str
    used: tuple[str, ...] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What files cite: each work once, keys that lead nowhere, entries that could not be read, and bibliographies that were not found."""

    citations: tuple[Citation, ...]
    undefined: tuple[Undefined, ...] = ()
    unread: tuple[Skipped, ...] = ()
    lacking: tuple[Skipped, ...] = ()
    paths: tuple[str, ...] = ()
