"""Whether a new entry may go into a catalog, and the draft by which it does.

Layer: services.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import AlreadyListed, WrongUsage
from ..model.constraints import Slug, fits
from ..model.draft import Draft
from ..model.entry import Entry, Kind, Links
from ..model.mentions import TITLE
from ..model.taxonomy import Category, Text
from .duplicates import Match, Sameness, Works

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.mentions import Mention
    from ..model.terms import Terms

_BY = {
    Sameness.ARXIV: "the same paper, {}",
    Sameness.LINK: "the same link, {}",
    Sameness.TITLE: "the same title, {!r}",
    Sameness.NEAR_TITLE: "nearly the same title, {!r}",
    Sameness.NAME: "the same name, {!r}",
}


def check_unlisted(entries: Iterable[Entry], entry: Entry) -> None:
    """Raise where one of `entries` is the same work as `entry`, whose own id says nothing.

    Raises:
        AlreadyListed: naming every one that is, and by what.
    """
    matches = Works(entries).like(replace(entry, id=""))
    if not matches:
        return
    said = "; ".join(f"{match.entry} has {_BY[match.by].format(match.what)}" for match in matches)
    named = "give it another with --name, or " if any(match.by is Sameness.NAME for match in matches) else ""
    raise AlreadyListed(f"The catalog has this work already: {said}.", _what_to_do(matches, named))


def check_unmentioned(entries: Iterable[Entry], mention: Mention) -> None:
    """Raise where one of `entries` goes by what a work is named by: nothing need be asked then.

    Raises:
        AlreadyListed: as `check_unlisted`.
    """
    title = mention.value if mention.kind == TITLE else ""
    links = Links() if title else Links(**{mention.kind: (mention.value,)})
    check_unlisted(entries, Entry(id="", kind=Kind.METHOD, name=title, title=title, categories=(), links=links))


def _what_to_do(matches: Iterable[Match], named: str) -> str:
    shown = " ".join(match.entry for match in matches)
    return f"`awesome-mm show {shown}` shows it; {named}add it all the same with --duplicate."


def check_id(entry_id: str, taken: Iterable[str]) -> None:
    """Raise where `entry_id` is none, or an entry has it.

    Raises:
        WrongUsage: it is not written as an id, or taken.
    """
    if not fits(Slug, entry_id):
        raise WrongUsage(f"The id {entry_id!r} is not lower-case letters, digits and single hyphens.", "Write one such as text-ssr-2.")
    if entry_id in taken:
        raise WrongUsage(f"The id {entry_id!r} is taken by another entry.", "Give the new one another with --id.")


def draft_of(entry: Entry, catalog: Catalog) -> Draft:
    """Return the draft that puts `entry` into the catalog, last in each of its categories."""
    return Draft(categories={one: _category(catalog.terms, one, entry.id) for one in entry.categories}, entries=(entry,))


def _category(terms: Terms, category_id: str, entry_id: str) -> Category:
    record = terms.of("category")[category_id]
    return Category(title=Text(**record["title"]), parent=record.get("parent"), order=(entry_id,))
