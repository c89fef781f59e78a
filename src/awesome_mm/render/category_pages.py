"""The page of a category: its entries, each with all that is known of it.

Layer: render.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from ..formats.markdown import markdown_of
from ..views.blocks import Block, Facts, Heading
from ..views.entry_page import entry_links, entry_parts, header_facts
from ..views.labels import said
from ..views.paper_list import Link, ListedCategory, listed
from .cutting import cut
from .names import page_path
from .sheets import Piece, Sheet
from .templates import Markdown
from .writing import Linked, Page, Writing, body, link_to, sheets_of

if TYPE_CHECKING:
    from ..model.entry import Entry

_ENTRY_LEVEL = 2
_UP = "../"  # from the folder of the pages to that of the list
_MOST_LINKED = 200  # entries that the head of a page names


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of what is known of an entry, such as its pipeline."""

    title: str
    text: Markdown


def has_page(writing: Writing, category: ListedCategory) -> bool:
    """Whether any entry is printed whole in `category`."""
    return any(is_whole_in(writing, one, category.id) for one in category.entries)


def is_whole_in(writing: Writing, entry_id: str, category_id: str) -> bool:
    """Whether `category_id` is where the entry is printed whole: the first of its own."""
    return writing.entries[entry_id].categories[0] == category_id


def category_sheets(writing: Writing) -> Iterator[Sheet]:
    """Yield the pages of all categories that have one, each in as many files as it takes."""
    categories = writing.categories_by_id()
    for category in writing.shown.categories:
        if has_page(writing, category):
            frame = partial(_frame, writing, category)
            pieces = [_piece(writing, categories, category, one) for one in category.entries]
            paths = (page_path("categories", category.id, writing.shown.language, number) for number in count(1))
            yield from sheets_of(paths, cut(pieces, frame((), ())), frame)


def _frame(writing: Writing, category: ListedCategory, pages: tuple[Page, ...], pieces: Sequence[Piece]) -> str:
    named = [piece.name.removeprefix("entry:") for piece in pieces if piece.name]
    entries = [Linked(name=listed(writing.entries[one], writing.shown.language).name, link=link_to(f"entry:{one}")) for one in named]
    return writing.fill(
        "category",
        category=category,
        introduction=writing.held(category.introduction, 1, _UP) if category.introduction and not _goes_on(pages) else "",
        back=link_to(f"category:{category.id}"),
        other=link_to(f"other:page:{category.id}"),
        pages=pages,
        entries=tuple(entries) if len(entries) <= _MOST_LINKED else (),
        body=body(),
    )


def _goes_on(pages: Iterable[Page]) -> bool:
    return any(page.is_this and page.number > 1 for page in pages)


def _piece(writing: Writing, categories: dict[str, ListedCategory], category: ListedCategory, entry_id: str) -> Piece:
    entry = writing.entries[entry_id]
    if is_whole_in(writing, entry_id, category.id):
        return Piece(text=_whole(writing, entry), name=f"entry:{entry_id}")
    first = categories[entry.categories[0]]
    shown = listed(entry, writing.shown.language)
    return Piece(text=writing.fill("reference", entry=shown, category=first, whole=link_to(f"entry:{entry_id}")))


def _whole(writing: Writing, entry: Entry) -> str:
    language = writing.shown.language
    account = writing.held(said(entry.account, language), _ENTRY_LEVEL, _UP) if entry.account else Markdown("")
    is_known_by_account = bool(account) and not entry.summary
    facts = "" if is_known_by_account else _markdown([header_facts(writing.catalog, entry, language)])
    return writing.fill(
        "entry",
        entry=listed(entry, language),
        links=tuple(_links(entry, language)),
        facts=facts,
        account=account,
        parts=tuple(_parts(entry_parts(writing.catalog, entry, language))),
    )


def _links(entry: Entry, language: str) -> Iterator[Link]:
    """Yield the links of an entry and of what it makes; its own are called as in the index."""
    own = listed(entry, language).links
    yield from own
    shown = {link.url for link in own}
    yield from (Link(label=name, url=url) for name, url in entry_links(entry, language) if url not in shown)


def _parts(blocks: Iterable[Block]) -> Iterator[Part]:
    title, held = "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading):
            if held:
                yield Part(title=title, text=_markdown(held))
            title, held = block.text, []
        else:
            held.append(block)
    if held:
        yield Part(title=title, text=_markdown(held))


def _markdown(blocks: Iterable[Block | Facts]) -> Markdown:
    return Markdown(markdown_of(blocks))
