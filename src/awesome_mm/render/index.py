"""The index of a list: what it is, its categories, and a line or two for each entry.

Layer: render. One that is too large for a file becomes a README that leads to a page for each category at the top.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count

from ..formats.markdown import markdown_of
from ..views.paper_list import ListedCategory, ListedSection, listed
from .category_pages import is_whole_in
from .cutting import cut
from .names import index_path, page_path
from .sheets import Piece, Sheet
from .templates import Markdown
from .writing import Linked, Page, Writing, body, link_to, sheets_of

_TOP_LEVEL = 2  # of a category's heading
_DEEPEST = 6
_MOST_CONTENTS = 1_000
_NAMED = "category:"  # what the name of a category's piece begins with


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A line of the table of contents."""

    title: str
    depth: int
    count: str
    link: Markdown


def index_sheets(writing: Writing) -> list[Sheet]:
    """Return the index, as one file where it fits."""
    frame = partial(_frame, writing)
    before, after = ([_section(writing, one) for one in writing.shown.sections if one.after is late] for late in (False, True))
    by_top = _pieces_by_top(writing)
    whole = [*before, *(piece for pieces in by_top.values() for piece in pieces), *after]
    paths = (index_path(writing.shown.language, number) for number in count(1))
    if len(cut(whole, frame((), ()))) == 1:
        return sheets_of(paths, [whole], frame)
    categories = writing.categories_by_id()
    tops = [_heading(writing, categories[top], page=link_to(f"index:{top}")) for top in by_top]
    short = [*before, *(Piece(text=top.text) for top in tops), *after]
    return [*sheets_of(paths, cut(short, frame((), ())), frame), *_pages(writing, by_top)]


def _pages(writing: Writing, by_top: dict[str, list[Piece]]) -> Iterator[Sheet]:
    """Yield the index of each category at the top as files of its own."""
    for top, pieces in by_top.items():
        frame = partial(_page_frame, writing, top)
        paths = (page_path("index", top, writing.shown.language, number) for number in count(1))
        yield from sheets_of(paths, list(_continued(writing, cut(pieces, frame((), ())))), frame)


def _continued(writing: Writing, parts: Iterable[list[Piece]]) -> Iterator[list[Piece]]:
    """Yield the parts of an index, each that begins inside a category below the headings that lead there."""
    categories = writing.categories_by_id()
    at = ""
    for part in parts:
        first = part[0].name.removeprefix(_NAMED) if part and part[0].name.startswith(_NAMED) else ""
        above = _line(categories, categories[first].parent if first else at)
        yield [*(replace(_heading(writing, one), name="") for one in above), *part]
        at = next((piece.name.removeprefix(_NAMED) for piece in reversed(part) if piece.name.startswith(_NAMED)), at)


def _line(categories: dict[str, ListedCategory], one: str) -> list[ListedCategory]:
    """Return a category with those above it, outermost first, as headings alone."""
    if one not in categories:
        return []
    bare = replace(categories[one], introduction="", also=())
    return [*_line(categories, bare.parent), bare]


def _frame(writing: Writing, pages: tuple[Page, ...], pieces: Sequence[Piece]) -> str:
    """Return what stands around the index; a further part of it has no more than links."""
    if any(page.is_this and page.number > 1 for page in pages):
        return _fill_page(writing, "other:index", pages)
    facts = Markdown(markdown_of([writing.shown.facts]))
    contents = tuple(_contents(writing.shown.categories))
    return writing.fill("index", facts=facts, categories=contents, pages=pages, other=link_to("other:index"), body=body())


def _page_frame(writing: Writing, top: str, pages: tuple[Page, ...], pieces: Sequence[Piece]) -> str:
    return _fill_page(writing, f"other:index:{top}", pages)


def _fill_page(writing: Writing, other: str, pages: tuple[Page, ...]) -> str:
    return writing.fill("index_page", back=link_to("index"), other=link_to(other), pages=pages, body=body())


def _contents(categories: Sequence[ListedCategory]) -> Iterable[Content]:
    """Return the table of contents; of very many categories it holds those at the top."""
    shown = categories if len(categories) <= _MOST_CONTENTS else [one for one in categories if not one.depth][:_MOST_CONTENTS]
    return (Content(title=one.title, depth=one.depth, count=f"{one.count:,}", link=link_to(f"category:{one.id}")) for one in shown)


def _section(writing: Writing, section: ListedSection) -> Piece:
    text = writing.held(section.text, _TOP_LEVEL if section.title else _TOP_LEVEL - 1)
    return Piece(text=writing.fill("section", section=section, text=text))


def _pieces_by_top(writing: Writing) -> dict[str, list[Piece]]:
    """Return the pieces of the index by the category at the top that they stand under."""
    categories = writing.categories_by_id()
    found: dict[str, list[Piece]] = {}
    for category in writing.shown.categories:
        points = [_point(writing, categories, category, one) for one in category.entries]
        found.setdefault(category.top, []).extend([_heading(writing, category), *points])
    return found


def _heading(writing: Writing, category: ListedCategory, page: str = "") -> Piece:
    marks = Markdown("#" * min(_TOP_LEVEL + category.depth, _DEEPEST))
    text = writing.fill(
        "index_category",
        category=category,
        marks=marks,
        introduction=writing.held(category.introduction, len(marks)) if category.introduction else "",
        page=page,
        count=f"{category.count:,}",
        also=tuple(
            Linked(name=listed(writing.entries[one], writing.shown.language).name, link=link_to(f"entry:{one}")) for one in category.also
        ),
    )
    return Piece(text=text, name=f"{_NAMED}{category.id}")


def _point(writing: Writing, categories: dict[str, ListedCategory], category: ListedCategory, entry_id: str) -> Piece:
    entry = writing.entries[entry_id]
    shown = listed(entry, writing.shown.language)
    details = link_to(f"entry:{entry_id}")
    if is_whole_in(writing, entry_id, category.id):
        return Piece(text=writing.fill("index_entry", entry=shown, details=details), is_point=True)
    first = categories[entry.categories[0]]
    whole = link_to(f"category:{first.id}")
    return Piece(text=writing.fill("index_reference", entry=shown, category=first, whole=whole, details=details), is_point=True)
