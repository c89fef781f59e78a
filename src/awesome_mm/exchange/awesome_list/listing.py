"""One text read as a paper list: its sections, the entries as they stand in them, its prose, and what was not understood.

Layer: exchange.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ...model.text import is_han, squash
from ..document import Document
from .addresses import PAPERS
from .blocks import Block, Markdown
from .html import unfolded
from .outline import Outline, Section, outline
from .parts import Missed, Parts
from .pieces import links_of, pieces_of_html, text_of
from .shapes import bullets, folded, html_tables, labelled, paragraphs, tables
from .shapes.context import Context, Found, holds_works, under
from .shapes.headed import is_over_links, read_headed, says_nothing
from .words import heading_text, holds_no_works, is_contents, words_of

_SHAPES = (tables.read, html_tables.read, folded.read, bullets.read, labelled.read, paragraphs.read)
_LONGEST_BOLD_HEADING = 100


class Sighting(NamedTuple):
    """An entry as it stands in one place of a text."""

    path: str
    section: Section
    parts: Parts


@dataclass
class Listing:
    """A text read: `sections` in order, entries as they stand there, prose by section."""

    document: Document
    markdown: Markdown
    language: str
    outline: Outline
    sightings: list[Sighting] = field(default_factory=list)
    prose: dict[Section, list[Block]] = field(default_factory=dict)
    missed: list[Missed] = field(default_factory=list)


def read_listing(document: Document) -> Listing:
    """Return `document` read as a paper list."""
    markdown = Markdown(document.text)
    blocks = unfolded(markdown.blocks, markdown)
    listing = Listing(document, markdown, _language(blocks, document.text), outline(blocks, markdown))
    reader = _Reader(markdown, listing)
    reader.read()
    return listing


def _language(blocks: Iterable[Block], text: str) -> str:
    """Return ``zh`` where most headings hold Chinese, or where there are none the text does."""
    headings = [block.content for block in blocks if block.kind == "heading"]
    if headings:
        return "zh" if 2 * sum(any(map(is_han, heading)) for heading in headings) >= len(headings) else "en"
    return "zh" if 5 * sum(map(is_han, text)) > len(text) else "en"


class _Reader:
    """Reads the sections of one text; lists of mere titles are settled last, when all titles are known."""

    def __init__(self, markdown: Markdown, listing: Listing) -> None:
        self._markdown = markdown
        self._listing = listing
        self._context = Context(markdown, self.read_all)
        self._found: list[tuple[Section, Block | None, Found]] = []

    def read(self) -> None:
        root = self._listing.outline.root
        self._listing.prose[root] = []
        if root.children:
            for block in root.blocks:
                self._read_before_sections(root, block)
            for section in root.children:
                self._read_section(section)
            if not any(holds_works(found) for _, _, found in self._found):
                self._listing.prose[root] = []
                self._read_blocks(root)
        else:
            self._read_blocks(root)
        self._settle()

    def _read_before_sections(self, root: Section, block: Block) -> None:
        """Read a block that stands before the first section: what lists or tabulates papers holds works, all else is prose."""
        found = self._read_block(block) if block.kind in ("list", "table", "html_table") else []
        works = [one for one in found if isinstance(one, Parts)]
        papers = [one for one in works if any(target.kind in PAPERS for target in one.targets)]
        if len(papers) > 1 and len(papers) * 2 > len(found):
            self._found.append((root, block, found))
        else:
            self._listing.prose[root].append(block)

    def _read_section(self, section: Section, *, is_prose: bool = False) -> None:
        parent = section.parent or self._listing.outline.root
        works = [] if is_prose else self._as_work(section)
        if works:
            self._found.append((parent, None, [*works]))
            return
        self._listing.prose[section] = []
        is_prose = is_prose or holds_no_works(section.title)
        if is_prose:
            self._listing.prose[section] += section.blocks
        else:
            self._read_blocks(section)
        for child in section.children:
            self._read_section(child, is_prose=is_prose and not is_contents(section.title))

    def _as_work(self, section: Section) -> list[Parts]:
        if section.parent is None or holds_no_works(section.title) or (not section.parent.level and not self._is_among_works(section)):
            return []
        have_titles = labelled.count_titles(section.blocks, self._markdown) > 1
        if have_titles and not is_over_links(section.blocks, self._markdown):
            return []
        return read_headed(section.line, section.heading, _source(section), section.blocks, self._markdown)

    def _is_among_works(self, section: Section) -> bool:
        """Whether a heading of the first level stands among others like it, so that it is no section and not about the list itself."""
        return bool(links_of(section.heading)) == self._are_links

    @cached_property
    def _are_links(self) -> bool:
        first_level = self._listing.outline.root.children
        return sum(bool(links_of(one.heading)) for one in first_level) * 2 > len(first_level)

    def _read_blocks(self, section: Section) -> None:
        for block, found in self._grouped(section.blocks):
            self._found.append((section, block, found))

    def read_all(self, blocks: Sequence[Block]) -> Found:
        """Return what all `blocks` hold."""
        return [one for _, found in self._grouped(blocks) for one in found]

    def _grouped(self, blocks: Sequence[Block]) -> Iterator[tuple[Block, Found]]:
        """Yield each block with what it holds; a line in bold heads what follows it."""
        group = ""
        for place, block in enumerate(blocks):
            heading = self._bold_heading(block)
            if heading and place + 1 < len(blocks) and blocks[place + 1].kind in ("list", "table", "html_table"):
                group = heading
                continue
            yield block, under(group, self._read_block(block))

    def _bold_heading(self, block: Block) -> str:
        if block.kind == "heading":
            return heading_text(text_of(self._markdown.pieces(block.content)))
        if block.kind != "paragraph":
            return ""
        pieces = self._markdown.pieces(block.content)
        said = [piece for piece in pieces if piece.text.strip(" :：\n")]
        is_bold = bool(said) and all(piece.bold and not piece.link for piece in said)
        return heading_text(text_of(pieces)) if is_bold and len(text_of(pieces)) <= _LONGEST_BOLD_HEADING else ""

    def _read_block(self, block: Block) -> Found:
        for read in _SHAPES:
            if found := read(block, self._context):
                return found
        return []

    def _settle(self) -> None:
        known = {squash(one.title) for _, _, found in self._found for one in found if isinstance(one, Parts) and not one.mention}
        for section, block, found in self._found:
            kept = _without_strangers(found, known)
            if block is not None and not holds_works(kept):
                self._listing.prose.setdefault(section, []).append(block)
                continue
            self._listing.sightings += [Sighting(self._listing.document.path, section, one) for one in kept if isinstance(one, Parts)]
            self._listing.missed += [one for one in kept if isinstance(one, Missed)]
        if not self._listing.sightings:
            self._listing.missed = [one for _, _, found in self._found for one in found if isinstance(one, Missed)]


def _without_strangers(found: Found, known: set[str]) -> Found:
    """Return what was found without those lists of titles that name hardly any work of the text."""
    mentions: dict[int, list[bool]] = {}
    for one in found:
        if isinstance(one, Parts) and one.mention:
            mentions.setdefault(one.mention, []).append(squash(one.title) in known)
    sound = {line for line, are_known in mentions.items() if 2 * sum(are_known) >= len(are_known)}
    return [one for one in found if not (isinstance(one, Parts) and one.mention) or one.mention in sound]


def _unfolded_source(block: Block) -> str:
    summary = text_of(pieces_of_html(block.content)) if block.kind == "details" else ""
    return f"**{summary}**\n\n{block.source}" if words_of(summary) and not says_nothing(summary) else block.source


def _source(section: Section) -> str:
    """Return a section's Markdown below its heading, foldings opened; what their summaries say heads what they fold."""
    parts = [_unfolded_source(block) for block in section.blocks]
    for child in section.children:
        parts += [child.source, _source(child)]
    return "\n\n".join(part for part in parts if part)
