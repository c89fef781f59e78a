"""What came out of a foreign list or file, before it is a catalog: entries and sections, and what was not understood.

Layer: model. The importers of ``exchange`` make drafts, ``services.merging`` sets them against a catalog, the store writes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .entry import Entry
from .taxonomy import Category, Section, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something an importer did not take for an entry though it might be one: where it stands, how it begins, and why not."""

    path: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A catalog in the making: `categories` by id in print order, each with the `order` of its entries; prose in `sections`.

    Entries carry what the source says and nothing else; an entry's ids and categories refer to this draft only. `lines` says on
    which line of which file each entry was first found, by entry id, as ``path:line``; `languages` in which languages it stands.
    """

    title: Text | None = None
    source: str | None = None
    categories: Mapping[str, Category] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    lines: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A work as it stands in one place of a list: `entry` is what is said there and nowhere else, `text` its Markdown.

    `dated` is the date as the list gives it, ISO as far as it is known; the entry's may be that of its arXiv id.
    The entry has the id that the work has in the draft of the whole list. One that `refers` only leads to another place.
    """

    path: str
    line: int
    language: str
    section: str
    entry: Entry
    text: str
    dated: str = ""
    refers: bool = False
