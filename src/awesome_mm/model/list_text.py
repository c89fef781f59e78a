"""A list in Markdown as it is written: its headings, links, lines and what of its markup does not work, each with its line.

Layer: model. ``exchange.awesome_list`` makes these; the checks of a list's text read them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .draft import Appearance, Draft


class Stands(StrEnum):
    """Where a line of text stands."""

    HEADING = "heading"
    LABEL = "label"  # a line in bold that heads what follows
    ITEM = "item"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CELL = "cell"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: its text without markup, and the anchors by which a link may name it."""

    line: int
    level: int
    text: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLink:
    """A link as it is written: what is read, and where it leads, unescaped; `is_image` for the address of a picture."""

    line: int
    label: str
    target: str
    is_image: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A line as it is read, without markup.

    `depth` tells what heads what: headings 1 to 6, lines in bold 7, numbered ones 8, items 10 and more, everything else 99.
    """

    line: int
    text: str
    stands: Stands
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """Markup that is shown instead of being obeyed: what it is (``**``), and the words around it."""

    line: int
    mark: str
    around: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListText:
    """A text of a list: `source` as it stands in the file at `path`, in `language`; `anchors` are all that a link into it may name.

    `unclosed` are foldings that are opened and never closed, or closed without being open, by line. `code` are the
    lines that stand in blocks of code.
    """

    path: str
    source: str
    language: str
    headings: tuple[Heading, ...] = ()
    links: tuple[WrittenLink, ...] = ()
    passages: tuple[Passage, ...] = ()
    strays: tuple[Stray, ...] = ()
    unclosed: Mapping[int, str] = field(default_factory=dict)
    anchors: frozenset[str] = frozenset()
    code: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAsWritten:
    """A list: its texts, one for each language, the draft made of them together, and each work in each of its places."""

    texts: tuple[ListText, ...]
    draft: Draft
    appearances: tuple[Appearance, ...]
