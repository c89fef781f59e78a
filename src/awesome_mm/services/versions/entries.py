"""What became of an entry that is in both versions.

Layer: services. What a reader of lists guesses (ids, kinds, months) is not compared where a list is one of the two.
"""

from collections.abc import Iterator, Sequence

from ...model.entry import Entry
from ...model.taxonomy import Text
from ...model.text import is_han, squash
from .fields import compared
from .links import compared_links
from .texts import Known
from .version import LOST, Event, Found

_FIELDS = (
    "authors organizations venue needs input output artifacts openness relations disputes notes summary account stages figures results"
).split()
_GUESSED = ("also_in",)
_KIND = ("kind", "also")


def compared_entries(old: Entry, new: Entry, *, by_ids: bool, beside: Sequence[Entry] = ()) -> Iterator[Found]:
    """Yield what became of `old`, which is `new` now, but for the sections it stands in; with `by_ids` both are of catalogs.

    What stands in the entries `beside`, which were divided from it, is not lost.
    """
    known = Known(new, *beside)
    yield from _names(old, new, by_ids=by_ids)
    found = [*compared_links(old, new, known)]
    for field in (*_KIND, *_GUESSED, *_FIELDS) if by_ids else _FIELDS:
        found += compared(field, getattr(old, field), getattr(new, field), known)
    found += _aliases(old, new, found)
    yield from found
    yield from _published(old, new, by_ids=by_ids)
    if old.arxiv and not new.arxiv:
        yield Found(Event.FIELD_LOST, "arxiv", old.arxiv.title or old.arxiv.id)


def losses(old: Entry, new: Entry) -> Iterator[Found]:
    """Yield what was lost of `old` when it became a part of `new`, another entry of the same work."""
    known = Known(new)
    found = [*compared_links(old, new, known)]
    for field in ("summary", "account"):
        found += compared(field, getattr(old, field), getattr(new, field), known)
    yield from (one for one in found if one.event in LOST)


def _names(old: Entry, new: Entry, *, by_ids: bool) -> Iterator[Found]:
    if by_ids and old.id != new.id:
        yield Found(Event.RENAMED, "id", old.id, new.id)
    for field in ("name", "title"):
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            event = Event.CHANGED if squash(was) == squash(now) else Event.RENAMED
            yield Found(event, field, was, now)


def _aliases(old: Entry, new: Entry, found: list[Found]) -> Iterator[Found]:
    """Yield the names that are gone, but for those in a language of which more is gone than the name."""
    named = {squash(one) for one in (new.name, new.title, *new.aliases)}
    languages = [one.field.rpartition(".")[2] for one in found if one.event is Event.TRANSLATION_LOST]
    gone = [one for one in old.aliases if squash(one) not in named and ("zh" if any(map(is_han, one)) else "en") not in languages]
    if gone:
        yield Found(Event.FIELD_LOST, "aliases", tuple(gone))
    known = {squash(one) for one in (old.name, old.title, *old.aliases)}
    if any(squash(one) not in known for one in new.aliases):
        yield Found(Event.CHANGED, "aliases", old.aliases or None, new.aliases)


def _published(old: Entry, new: Entry, *, by_ids: bool) -> Iterator[Found]:
    """Yield a date that differs; one that is less exact now is lost, one that only an arXiv id said goes with that."""
    was, now = old.published, new.published
    if was == now or (not by_ids and old.links.arxiv != new.links.arxiv and (was in _months(old) or now in _months(new))):
        return
    is_less = was and (not now or was.startswith(now))
    yield Found(Event.FIELD_LOST if is_less else Event.CHANGED, "published", was, now)


def _months(entry: Entry) -> list[str]:
    return [f"20{one[:2]}-{one[2:4]}" for one in entry.links.arxiv]


def translation_lost(old: Entry, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Found]:
    """Yield the languages in which a list has the entry no more, though it says the same in all of them."""
    said = (old.account or Text()).said("en")
    yield from (Found(Event.TRANSLATION_LOST, f"account.{one}", said or None) for one in before if after and one not in after)
