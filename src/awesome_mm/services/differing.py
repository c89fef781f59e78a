"""Where a foreign entry says something else than the catalog's: what it leaves open says nothing.

Layer: services.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from typing import Any

from ..model.entry import Entry, Links, Venue
from ..model.identifiers import identifier_in
from ..model.taxonomy import Text
from ..model.text import LANGUAGES, fold, squash

Value = str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A `field` of `entry` (with language or kind of link, as in ``links.code``) of which the list says `new`; `old` may be nothing.

    `said` is all that the list says of the entry, at one of its places.
    """

    entry: str
    field: str
    old: Value
    new: Value
    said: Entry = dataclass_field(compare=False, repr=False)


def differences(held: Entry, said: Entry) -> Iterator[Difference]:
    """Yield where `said`, the same work as `held`, says something else: other letters, not other spelling of the same.

    The kind is not compared: a list seldom says it, and what an importer makes of its sections is a guess.
    """
    for field, compare in _COMPARED.items():
        for part, old, new in compare(held, said):
            yield Difference(entry=held.id, field=f"{field}.{part}" if part else field, old=old or None, new=new, said=said)


def field_as_said(held: Entry, said: Entry, field: str) -> dict[str, Any]:
    """Return the values that take over what `said` says of `field`, by field of the entry; what it leaves open stays."""
    name, _, part = field.partition(".")
    old, new = getattr(held, name), getattr(said, name)
    if isinstance(new, Text | Links):
        base = old if old is not None else type(new)()
        return {name: replace(base, **{part: getattr(new, part)})}
    complete = {} if said.authors_complete == held.authors_complete else {"authors_complete": said.authors_complete}
    return {name: new, **(complete if name == "authors" else {})}


Found = Iterator[tuple[str, Value, Value]]  # the part, what is held, what is said


def _name(held: Entry, said: Entry) -> Found:
    """Yield a name that is none of the entry's, where the list does not know the entry's name besides."""
    known = _squashed((held.name, held.title, *held.aliases))
    if squash(said.name) not in known and squash(held.name) not in _squashed(said.aliases):
        yield "", held.name, said.name


def _title(held: Entry, said: Entry) -> Found:
    """Yield a title that differs; one that is the name alone says only what the name says."""
    if squash(said.title) not in _squashed((held.name, held.title, *held.aliases, said.name)):
        yield "", held.title, said.title


def _aliases(held: Entry, said: Entry) -> Found:
    known = _squashed((held.name, held.title, *held.aliases))
    if any(squash(alias) not in known for alias in said.aliases):
        yield "", held.aliases, said.aliases


def _authors(held: Entry, said: Entry) -> Found:
    own, theirs = list(map(squash, held.authors)), list(map(squash, said.authors))
    if theirs and theirs != (own if said.authors_complete else own[: len(theirs)]):
        yield "", held.authors, said.authors


def _published(held: Entry, said: Entry) -> Found:
    if said.published and not (held.published or "").startswith(said.published):
        yield "", held.published, said.published


def _venue(held: Entry, said: Entry) -> Found:
    if said.venue and (not held.venue or not _is_same_venue(held.venue, said.venue)):
        yield "", _cited(held.venue) if held.venue else None, _cited(said.venue)


def _is_same_venue(held: Venue, said: Venue) -> bool:
    return fold(held.name) == fold(said.name) and said.year in (None, held.year)


def _cited(venue: Venue) -> str:
    return f"{venue.name} {venue.year or ''}".strip()


def _links(held: Entry, said: Entry) -> Found:
    """Yield the kinds of which a link is nowhere in the entry, whatever it is filed under there."""
    every = (held.links, *(artifact.links for artifact in held.artifacts))
    known = {_plain_address(value) for links in every for values in links.by_kind().values() for value in values}
    for kind, values in said.links.by_kind().items():
        if any(_plain_address(value) not in known for value in values):
            yield kind, getattr(held.links, kind), values


def _text(name: str) -> Callable[[Entry, Entry], Found]:
    def compared(held: Entry, said: Entry) -> Found:
        old, new = getattr(held, name), getattr(said, name)
        for language in LANGUAGES:
            value = getattr(new, language) if new else None
            if value and value != (getattr(old, language) if old else None):
                yield language, getattr(old, language) if old else None, value

    return compared


_COMPARED: dict[str, Callable[[Entry, Entry], Found]] = {
    "name": _name,
    "title": _title,
    "aliases": _aliases,
    "authors": _authors,
    "published": _published,
    "venue": _venue,
    "links": _links,
    "summary": _text("summary"),
    "account": _text("account"),
}


def _squashed(texts: Sequence[str]) -> set[str]:
    return {squash(text) for text in texts}


def _plain_address(value: str) -> str:
    return identifier_in(value) or fold(value).rstrip("/")
