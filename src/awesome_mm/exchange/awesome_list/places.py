"""The sections of lists as the places of a taxonomy: headings, and the headings in bold, bullets, foldings and spanning cells below them.

Layer: exchange.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...model.text import squash
from .pieces import links_of
from .words import holds_no_works, is_contents

if TYPE_CHECKING:
    from .blocks import Block, Markdown
    from .listing import Listing
    from .outline import Section
    from .works import Work, Works


@dataclass(eq=False)
class Place:
    """A place in a taxonomy: its heading and its prose by language, its works in order, the places inside it.

    One that `is_whole` is called by the title of the whole list, for works that stand under no heading.
    """

    titles: dict[str, str] = field(default_factory=dict)
    parent: Place | None = None
    prose: dict[str, str] = field(default_factory=dict)
    works: list[Work] = field(default_factory=list)
    children: list[Place] = field(default_factory=list)
    is_whole: bool = False

    def child(self, title: str, language: str) -> Place:
        """Return the place inside this one that is called `title`, a new one where there is none."""
        wanted = squash(title) or title
        for known in self.children:
            if (squash(known.titles.get(language, "")) or known.titles.get(language)) == wanted:
                return known
        made = Place({language: title}, self)
        self.children.append(made)
        return made

    def whole(self, title: str, language: str) -> Place:
        """Return the place inside this one that stands for the whole list, before all others."""
        if not self.children or not self.children[0].is_whole:
            self.children.insert(0, Place({language: title}, self, is_whole=True))
        return self.children[0]

    def walk(self) -> Iterator[Place]:
        """Yield this place and all inside it, in print order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def has_works(self) -> bool:
        """Whether any work stands here or further inside."""
        return any(place.works for place in self.walk())

    @property
    def depth(self) -> int:
        """How many places this one is inside of."""
        return self.parent.depth + 1 if self.parent else 0


@dataclass
class Prose:
    """A part of a list that holds no works: its heading (``""`` for what stands before the first) and its Markdown."""

    title: str
    text: str
    is_after: bool


@dataclass
class Tree:
    """A list's places below a root, and its prose in order."""

    language: str
    title: str
    root: Place
    prose: list[Prose]


def tree_of(listing: Listing, works: Works) -> Tree:
    """Return the places of a list, with the works that its entries are of."""
    language = listing.language
    root = Place()
    by_section: dict[Section, Place] = {listing.outline.root: root}
    placed: set[tuple[int, int]] = set()
    _make_places(listing.outline.root, root, by_section, language)
    for sighting in listing.sightings:
        place = by_section.get(sighting.section, root)
        if place is root and not sighting.parts.group:
            place = root.whole(listing.outline.title or listing.document.path.rpartition("/")[2], language)
        for title in sighting.parts.group:
            place = place.child(title, language)
        work = works.place(sighting, language)
        if (id(place), id(work)) not in placed:
            placed.add((id(place), id(work)))
            place.works.append(work)
    prose = list(_write_prose(listing, by_section))
    return Tree(language, listing.outline.title, root, prose)


def _make_places(section: Section, place: Place, by_section: dict[Section, Place], language: str) -> None:
    for inner in section.children:
        made = Place({language: inner.title}, place)  # two sections may share a heading
        place.children.append(made)
        by_section[inner] = made
        _make_places(inner, made, by_section, language)


def _write_prose(listing: Listing, by_section: dict[Section, Place]) -> Iterator[Prose]:
    """Put the prose of sections with works into their places, and yield that of the others."""
    text = _markdown_of(listing.prose.get(listing.outline.root, ()), listing.markdown)
    if text:
        yield Prose("", text, is_after=False)
    is_after = False
    for section in listing.outline.root.children:
        is_after = is_after or by_section[section].has_works
        yield from _prose_of(section, listing, by_section, is_after=is_after)


def _prose_of(section: Section, listing: Listing, by_section: dict[Section, Place], *, is_after: bool) -> Iterator[Prose]:
    place = by_section[section]
    text = _markdown_of(listing.prose.get(section, ()), listing.markdown)
    if place.has_works:
        if text:
            place.prose[listing.language] = text
        for inner in section.children:
            yield from _prose_of(inner, listing, by_section, is_after=is_after)
        return
    if section not in listing.prose:  # a work of its own
        _remove(place)
        return
    inside = [_below(inner, listing) for inner in section.children]
    whole = "\n\n".join(part for part in (text, *inside) if part)
    if whole and not (is_contents(section.title) and not any(inside)):
        yield Prose(section.title, whole, is_after=is_after)
    if not whole and _is_said(section.title):
        yield Prose("", section.source, is_after=is_after)
    is_above_contents = bool(listing.prose[section]) and not section.children
    if whole or is_above_contents or holds_no_works(section.title) or _is_said(section.title):
        _remove(place)


def _is_said(title: str) -> bool:
    """Whether a heading is a sentence rather than the name of a section."""
    return title.rstrip().endswith((".", "!", "?", "。", "！", "？"))


def _below(section: Section, listing: Listing) -> str:
    """Return a section's heading and prose as Markdown, with all below it."""
    text = _markdown_of(listing.prose.get(section, ()), listing.markdown)
    parts = [section.source, text, *(_below(inner, listing) for inner in section.children)]
    return "\n\n".join(part for part in parts if part)


def _remove(place: Place) -> None:
    if place.parent and place in place.parent.children:
        place.parent.children.remove(place)


def _markdown_of(blocks: Iterable[Block], markdown: Markdown) -> str:
    """Return the Markdown of `blocks` without tables of contents, which are computed."""
    return "\n\n".join(_source(block) for block in blocks if not _is_contents_list(block, markdown))


def _source(block: Block) -> str:
    if block.kind == "details":
        return f"<details>\n<summary>{block.content}</summary>\n\n{block.source}\n\n</details>"
    return block.source


def _is_contents_list(block: Block, markdown: Markdown) -> bool:
    if block.kind != "list":
        return False
    links = links_of(markdown.pieces(block.source.replace("\n", " ")))
    return bool(links) and len(links) >= len(block.children) and all(link.href.startswith("#") for link in links)
