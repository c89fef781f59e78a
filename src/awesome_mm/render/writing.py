"""What is needed to write a list in one language, and the words every template may use.

Layer: render.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..views.paper_list import ListedCategory, PaperList
from .containing import contained
from .inner_links import relinked
from .links import mark
from .sheets import Piece, Sheet, framed
from .templates import Markdown

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.entry import Entry
    from .templates import Templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Something that a list of links names."""

    name: str
    link: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One of the files that something was cut into."""

    number: int
    link: Markdown
    is_this: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A list in one language while it is written."""

    catalog: Catalog
    entries: Mapping[str, Entry]
    shown: PaperList
    templates: Templates
    places: Mapping[str, str]

    def fill(self, template: str, **values: Any) -> Markdown:
        """Return what a template makes of `values` and of what all of them know."""
        return self.templates.fill(template, list=self.shown, words=self.shown.words, **values)

    def held(self, text: str, below: int, up: str = "") -> Markdown:
        """Return the Markdown of others so that it stays in its place, headings below the level `below`, and leads where it should."""
        return Markdown(relinked(contained(text, below), self.places, up))

    def categories_by_id(self) -> dict[str, ListedCategory]:
        """Return the categories by id."""
        return {category.id: category for category in self.shown.categories}


def link_to(name: str) -> Markdown:
    """Return a link to what is called `name`, to be resolved once it has its place."""
    return Markdown(mark(name))


def body() -> Markdown:
    """Return what a frame prints where its pieces go."""
    return link_to("body")


def sheets_of(paths: Iterable[str], parts: Iterable[list[Piece]], frame: Any) -> list[Sheet]:
    """Return a sheet for each of `parts`; `frame` gives what is around a part, from all the pages and the pieces of it."""
    held = list(zip(paths, parts, strict=False))
    sheets = []
    for number, (path, pieces) in enumerate(held, 1):
        pages = [Page(number=one, link=link_to(f"file:{other}"), is_this=one == number) for one, (other, _) in enumerate(held, 1)]
        sheets.append(framed(path, frame(tuple(pages), pieces), pieces))
    return sheets
