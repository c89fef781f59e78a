"""Sets a draft against a catalog: what is new, what is there already, and where the two say different things.

Layer: services. What a catalog says of its entries was perhaps written by hand: it stays, unless the list's word is asked for.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..model.draft import Draft
from ..model.entry import Entry
from ..model.taxonomy import Category, Text, Vocabularies
from ..model.text import squash, unique
from .category_matching import free_id, line_of, matched_categories
from .differing import Difference, differences, field_as_said
from .matching import Entries

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """An `entry` of the catalog that the list puts into a `category` in which the catalog does not have it."""

    entry: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What a draft brings to a catalog, in the catalog's own ids.

    `added` are its new entries. `categories` are those the draft uses, with the orders it has. `merged` holds for each entry that is
    there already what the list says of it. `ids` leads from the draft's ids to the catalog's. `held` and `known` are the entries and
    the categories of the catalog that are concerned, `titles` those of `known` that the list titles in a language that they lack.
    """

    added: tuple[Entry, ...]
    categories: Mapping[str, Category]
    merged: Mapping[str, tuple[Entry, ...]]
    differences: tuple[Difference, ...]
    placements: tuple[Placement, ...]
    ids: Mapping[str, str]
    held: Mapping[str, Entry]
    known: Mapping[str, Category]
    titles: Mapping[str, Text]

    @property
    def new_categories(self) -> tuple[str, ...]:
        """The categories that the catalog does not have."""
        return tuple(one for one in self.categories if one not in self.known)

    @property
    def same(self) -> tuple[str, ...]:
        """The entries that are there already and of which the list says nothing else."""
        others = {one.entry for one in self.differences} | {one.entry for one in self.placements}
        return tuple(one for one in self.merged if one not in others)

    def draft(self, take: Collection[str] = ()) -> Draft:
        """Return what is to be written as a draft.

        Placements of entries that are there, categories for nothing else and titles in a further language only come along where
        ``categories`` are to be taken.
        """
        fitting = {entry.id for entry in self.added}
        if "categories" in take:
            fitting |= {one.entry for one in self.placements}
        categories = {}
        for one, category in self.categories.items():
            ordered = fitting.union(self.known[one].order) if one in self.known else fitting
            order = tuple(entry_id for entry_id in category.order if entry_id in ordered)
            title = self.titles.get(one, category.title) if "categories" in take else category.title
            categories[one] = replace(category, order=order, title=title)
        idle = [one for one in _filled(self.categories) - _filled(categories) if one not in self.known]
        return Draft(categories={one: category for one, category in categories.items() if one not in idle}, entries=self.added)

    def taken(self, take: Collection[str]) -> dict[str, dict[str, Any]]:
        """Return the fields of entries that take over what the list says of the fields in `take`: model values, by entry and field."""
        changes: dict[str, dict[str, Any]] = {}
        for one in self.differences:
            if _is_in(one.field, take):
                changed = changes.setdefault(one.entry, {})
                changed |= field_as_said(replace(self.held[one.entry], **changed), one.said, one.field)
        if "categories" in take:
            for placement in self.placements:
                changed = changes.setdefault(placement.entry, {})
                changed["categories"] = (*changed.get("categories", self.held[placement.entry].categories), placement.category)
        return changes


def _is_in(one: str, take: Collection[str]) -> bool:
    return any(one == wanted or one.startswith(f"{wanted}.") for wanted in take)


def merge(entries: Sequence[Entry], vocabularies: Vocabularies, draft: Draft) -> Merge:
    """Return what `draft` brings to the catalog of `entries`; a draft that was imported before brings nothing."""
    known = Entries(entries)
    category_ids = _category_ids(known, entries, vocabularies.category, draft)
    ids: dict[str, str] = {}
    taken = {entry.id for entry in entries}
    added: list[Entry] = []
    merged: dict[str, list[Entry]] = {}
    for entry in draft.entries:
        placed = replace(entry, categories=unique(category_ids.get(one, one) for one in entry.categories))
        if same := known.same_as(placed):
            ids[entry.id] = same.id
            merged.setdefault(same.id, []).append(placed)
        else:
            ids[entry.id] = free_id(entry.id, taken)
            taken.add(ids[entry.id])
            added.append(replace(placed, id=ids[entry.id]))
    held = {entry.id: entry for entry in entries if entry.id in merged}
    return Merge(
        added=tuple(added),
        categories=_categories(vocabularies.category, draft.categories, category_ids, ids),
        merged={one: tuple(said) for one, said in merged.items()},
        differences=_once(one for entry_id, said in merged.items() for other in said for one in differences(held[entry_id], other)),
        placements=_once(
            Placement(entry=entry_id, category=category)
            for entry_id, said in merged.items()
            for category in unique(one for other in said for one in other.categories)
            if category not in (*held[entry_id].categories, *held[entry_id].also_in)
        ),
        ids=ids,
        held=held,
        known={one: vocabularies.category[one] for one in category_ids.values() if one in vocabularies.category},
        titles=_titles(vocabularies.category, draft.categories, category_ids),
    )


def _category_ids(known: Entries, entries: Sequence[Entry], categories: Mapping[str, Category], draft: Draft) -> dict[str, str]:
    """Return the catalog's id of each category of the draft: by titles, and where those leave some, by the entries that stand in them."""
    by_title = matched_categories(categories, draft.categories)
    if not categories or all(one in categories for one in by_title.values()):
        return by_title
    brought: dict[str, list[str]] = {}
    for entry in draft.entries:
        if same := known.same_as(replace(entry, categories=unique(by_title.get(one, one) for one in entry.categories))):
            for category in entry.categories:
                brought.setdefault(category, []).append(same.id)
    held: dict[str, list[str]] = {}
    for entry in entries:
        for category in (*entry.categories, *entry.also_in):
            held.setdefault(category, []).append(entry.id)
    return matched_categories(categories, draft.categories, held, brought)


def _filled(categories: Mapping[str, Category]) -> set[str]:
    """Return the categories in which something stands, or below which."""
    return {above for one, category in categories.items() if category.order for above in line_of(categories, one)}


def _titles(known: Mapping[str, Category], foreign: Mapping[str, Category], ids: Mapping[str, str]) -> dict[str, Text]:
    """Return the titles of `known` categories, filled in where a foreign one that is the same has a language more."""
    found: dict[str, Text] = {}
    for one, own in ids.items():
        if own in known:
            title, said = found.get(own, known[own].title), foreign[one].title
            filled = Text(en=title.en or said.en, zh=title.zh or said.zh)
            if filled != known[own].title:
                found[own] = filled
    return found


def _once(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys(found))


def _categories(
    known: Mapping[str, Category], foreign: Mapping[str, Category], category_ids: Mapping[str, str], ids: Mapping[str, str]
) -> dict[str, Category]:
    """Return the categories of the draft in the catalog's ids: several that are one there become one, with both orders."""
    found: dict[str, Category] = {}
    for one, category in foreign.items():
        own = category_ids[one]
        order = unique(ids[entry_id] for entry_id in category.order if entry_id in ids)
        if own in found:
            found[own] = replace(found[own], order=unique((*found[own].order, *order)))
        elif own in known:
            found[own] = replace(known[own], order=order)
        else:
            found[own] = replace(category, parent=category_ids.get(category.parent or "", category.parent), order=order)
    return found


def joined(drafts: Sequence[Draft]) -> Draft:
    """Return several drafts as one: works and sections that stand in several stand once, as the first has them.

    What the first leaves open the others say, and their texts stand below its own.
    """
    whole = drafts[0] if drafts else Draft()
    for other in drafts[1:]:
        found = merge(whole.entries, Vocabularies(category=whole.categories), other)
        brought = found.draft().categories
        further: dict[str, list[Difference]] = {}
        for one in found.differences:
            further.setdefault(one.entry, []).append(one)
        orders = {one: replace(whole.categories[one], order=_orders(whole.categories[one], brought[one])) for one in found.known}
        whole = replace(
            whole,
            title=whole.title or other.title,
            source=whole.source or other.source,
            categories={**whole.categories, **brought, **orders},
            entries=(*(_filled_in(entry, further.get(entry.id, ())) for entry in whole.entries), *found.added),
            sections=(*whole.sections, *other.sections),
            skipped=(*whole.skipped, *other.skipped),
            lines={**{found.ids[one]: place for one, place in other.lines.items() if one in found.ids}, **whole.lines},
            languages=_languages(whole, {found.ids[one]: said for one, said in other.languages.items() if one in found.ids}),
        )
    return whole


def _filled_in(entry: Entry, differences: Iterable[Difference]) -> Entry:
    for one in differences:
        if one.old is None:
            entry = replace(entry, **field_as_said(entry, one.said, one.field))
        elif one.field.startswith("account.") and isinstance(one.new, str) and squash(one.new) not in squash(str(one.old)):
            language = one.field.partition(".")[2]
            entry = replace(entry, account=replace(entry.account or Text(), **{language: f"{one.old}\n\n---\n\n{one.new}"}))
    return entry


def _languages(whole: Draft, further: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the languages of `whole` with `further` ones."""
    known = whole.languages
    return {one: unique((*known.get(one, ()), *further.get(one, ()))) for one in {**known, **further}}


def _orders(first: Category, second: Category) -> tuple[str, ...]:
    return unique((*first.order, *second.order))


def dated(draft: Draft, day: str) -> Draft:
    """Return `draft` with `day` as that on which its entries came into the catalog."""
    return replace(draft, entries=tuple(replace(entry, added=entry.added or day) for entry in draft.entries))
