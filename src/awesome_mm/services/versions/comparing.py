"""Two versions side by side: every change, what was lost first.

Layer: services.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...model.entry import Entry
from ..matching import names_of
from .entries import compared_entries, losses, translation_lost
from .fields import compared
from .pairing import pairs_of, standing_still
from .prose import prose_changes
from .sections import paired_sections, places_of, section_changes
from .texts import Known
from .version import Change, Event, Found, Version

_MOST_BESIDE = 10


def compare(old: Version, new: Version) -> tuple[Change, ...]:
    """Return what differs between two versions: losses by entry, the rest by event, each in the order of the old version."""
    changes = list(_Comparison(old, new).changes())
    order = {event: place for place, event in enumerate(Event)}
    lost = [one for one in changes if one.is_loss]
    return (*lost, *sorted((one for one in changes if not one.is_loss), key=lambda one: order[one.event]))


@dataclass
class _Comparison:
    old: Version
    new: Version

    @cached_property
    def by_ids(self) -> bool:
        """Whether the ids of both mean something."""
        return not (self.old.is_list or self.new.is_list)

    @cached_property
    def pairs(self) -> dict[str, str]:
        """The entries that are in both."""
        return pairs_of(self.old.entries, self.new.entries, by_ids=self.by_ids)

    @cached_property
    def same(self) -> dict[str, str]:
        """The sections that are in both."""
        return paired_sections(self.old, self.new, self.pairs, by_ids=self.by_ids)

    @cached_property
    def divided(self) -> dict[str, list[Entry]]:
        """The entries that came, by their names: one may have been a part of an old one of the same name."""
        known = set(self.pairs.values())
        found: dict[str, list[Entry]] = {}
        for entry in self.new.entries:
            if entry.id not in known:
                for name in names_of(entry):
                    found.setdefault(name, []).append(entry)
        return found

    def changes(self) -> Iterator[Change]:
        now = {entry.id: entry for entry in self.new.entries}
        merged = standing_still(self.old.entries, self.new.entries, self.pairs)
        for entry in self.old.entries:
            if entry.id in self.pairs:
                yield from self._of_entry(entry, now[self.pairs[entry.id]])
            elif entry.id in merged:
                yield from self._of_merged(entry, now[merged[entry.id]])
            else:
                yield Change(event=Event.REMOVED, entry=entry.id, name=entry.name, old=entry.title)
        known = set(self.pairs.values())
        for entry in self.new.entries:
            if entry.id not in known:
                yield Change(event=Event.ADDED, entry=entry.id, name=entry.name, new=entry.title)
        yield from section_changes(self.old, self.new, self.same, by_ids=self.by_ids)
        yield from self._of_title()
        yield from prose_changes(self.old, self.new, self.same)

    def _of_entry(self, old: Entry, new: Entry) -> Iterator[Change]:
        if old != new:
            beside = [one for name in sorted(names_of(old)) for one in self.divided.get(name, ())]
            found = list(compared_entries(old, new, by_ids=self.by_ids, beside=beside[:_MOST_BESIDE]))
            yield from _told(new.id, new.name, found)
        else:
            found = []
        if not any(one.event is Event.TRANSLATION_LOST for one in found):
            before, after = self.old.languages.get(old.id, ()), self.new.languages.get(new.id, ())
            yield from _told(new.id, new.name, translation_lost(old, before, after))
        if self._is_moved(old, new):
            places = places_of(old, self.old), places_of(new, self.new)
            yield Change(event=Event.MOVED, entry=new.id, name=new.name, field="categories", old=places[0], new=places[1])

    def _is_moved(self, old: Entry, new: Entry) -> bool:
        """Whether an entry stands in other sections, or in a catalog is printed in another of them."""
        before = [self.same.get(one, f"gone {one}") for one in old.categories]
        return set(before) != set(new.categories) or (self.by_ids and before[0] != new.categories[0])

    def _of_merged(self, old: Entry, new: Entry) -> Iterator[Change]:
        yield Change(event=Event.MERGED, entry=new.id, name=old.name, old=old.id, new=new.id)
        yield from _told(new.id, old.name, losses(old, new))

    def _of_title(self) -> Iterator[Change]:
        if self.old.title and self.new.title:
            yield from _told(
                None, self.old.title.said("en"), compared("catalog.title", self.old.title, self.new.title, Known(self.new.title))
            )


def _told(entry: str | None, name: str, found: "Iterator[Found] | list[Found]") -> Iterator[Change]:
    for one in found:
        yield Change(event=one.event, entry=entry, name=name, field=one.field, old=one.old, new=one.new, words=one.words)


def counts(changes: tuple[Change, ...]) -> Mapping[str, int]:
    """Return how often each event is among `changes`, in the order of events."""
    found = {event.value: sum(one.event is event for one in changes) for event in Event}
    return {event: count for event, count in found.items() if count}
