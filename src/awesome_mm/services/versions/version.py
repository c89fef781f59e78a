"""What is compared, and what comes of it.

Layer: services.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ...model.draft import Draft
from ...model.entry import Entry
from ...model.taxonomy import Category, Head, Section, Text, Vocabularies


class Event(StrEnum):
    """What happened between two versions, in the order of telling."""

    REMOVED = "removed"
    ID_LOST = "id-lost"
    LINK_LOST = "link-lost"
    TRANSLATION_LOST = "translation-lost"
    TEXT_LOST = "text-lost"
    FIELD_LOST = "field-lost"
    MERGED = "merged"
    ADDED = "added"
    MOVED = "moved"
    RENAMED = "renamed"
    SECTION_REMOVED = "section-removed"
    SECTION_ADDED = "section-added"
    SECTION_RENAMED = "section-renamed"
    SECTION_MOVED = "section-moved"
    ID_CHANGED = "id-changed"
    CHANGED = "changed"
    LINK_ADDED = "link-added"
    TEXT_CHANGED = "text-changed"


LOST = frozenset((Event.REMOVED, Event.ID_LOST, Event.LINK_LOST, Event.TRANSLATION_LOST, Event.TEXT_LOST, Event.FIELD_LOST))

Value = str | int | float | bool | tuple[str, ...] | None


class Found(NamedTuple):
    """What a comparison of two values found; `words` counts those of a text that are gone."""

    event: Event
    field: str
    old: Value = None
    new: Value = None
    words: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened to an entry (its id in the new version, in the old one if it is gone), or with `entry` None to a section or the head.

    `name` is what a person calls it by, `field` the place in it, such as ``links.code`` or ``account.zh``.
    """

    event: Event
    entry: str | None
    name: str
    field: str = ""
    old: Value = None
    new: Value = None
    words: int | None = None

    @property
    def is_loss(self) -> bool:
        """Whether something went that stands nowhere any more."""
        return self.event in LOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A list or catalog as it is or was.

    Of a list, `is_list`, ids and kinds are guesses of its reader and say nothing by themselves; `languages` says in which an entry stands.
    `skipped` counts what was not understood. `texts` are the scope and the rules of a catalog.
    """

    title: Text | None = None
    as_of: str | None = None
    categories: Mapping[str, Category] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    texts: tuple[tuple[str, Text], ...] = ()
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skipped: int = 0
    is_list: bool = False


def version_of_list(draft: Draft) -> Version:
    """Return what a list holds."""
    return Version(
        title=draft.title,
        categories=draft.categories,
        entries=draft.entries,
        sections=draft.sections,
        languages=draft.languages,
        skipped=len(draft.skipped),
        is_list=True,
    )


def version_of_catalog(head: Head, vocabularies: Vocabularies, entries: tuple[Entry, ...]) -> Version:
    """Return what a catalog holds."""
    texts = (*(("catalog.scope", one) for one in head.scope), *(("catalog.rules", one) for one in head.rules))
    return Version(
        title=head.title, as_of=head.as_of, categories=vocabularies.category, entries=entries, sections=head.sections, texts=texts
    )
