"""A text's headings as sections within sections, whatever levels they are written on.

Layer: exchange.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .blocks import Block, Markdown
from .pieces import Pieces, text_of
from .words import heading_text, holds_no_works, is_contents


@dataclass(eq=False)
class Section:
    """What stands below a heading: its own `blocks`, and the sections inside it; the root has level 0."""

    title: str
    level: int
    line: int
    heading: Pieces = ()
    source: str = ""
    parent: "Section | None" = None
    blocks: list[Block] = field(default_factory=list)
    children: list["Section"] = field(default_factory=list)

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings that lead here, outermost first."""
        above = self.parent.titles if self.parent else ()
        return (*above, self.title) if self.level else above


@dataclass(frozen=True)
class Outline:
    """A text's title, and its sections below a root that holds what stands before the first."""

    title: str
    root: Section


def outline(blocks: Iterable[Block], markdown: Markdown) -> Outline:
    """Return the outline of a text: the heading that is its title stands over it, and one above the contents over nothing."""
    root = Section("", 0, 1)
    here = root
    for block in blocks:
        if block.kind != "heading":
            here.blocks.append(block)
            continue
        heading = markdown.pieces(block.content)
        title = heading_text(text_of(heading))
        if not title:
            continue
        while here.level >= block.level and here.parent:
            here = here.parent
        section = Section(title, block.level, block.line, heading, block.source, here)
        here.children.append(section)
        here = section
    title = _lift_title(root)
    _lift_contents(root)
    return Outline(title, root)


def _lift_title(root: Section) -> str:
    """Take the heading that is the text's title out of the sections, and return it; ``""`` where there is none."""
    if not root.children:
        return ""
    first, *others = root.children
    is_alone = not others or (first.level == 1 and all(holds_no_works(one.title) for one in others))
    is_bare = first.level == 1 and not first.children and not any(block.kind in ("list", "table", "html_table") for block in first.blocks)
    if not ((is_alone and first.children) or (is_bare and others)):
        return ""
    root.blocks += first.blocks
    _replace(root, first, first.children)
    return first.title


def _lift_contents(section: Section) -> None:
    for child in list(section.children):
        _lift_contents(child)
        if is_contents(child.title) and child.children:
            below, child.children = child.children, []
            _replace(section, child, [child, *below])


def _replace(parent: Section, old: Section, new: list[Section]) -> None:
    place = parent.children.index(old)
    parent.children[place : place + 1] = new
    for section in new:
        section.parent = parent
