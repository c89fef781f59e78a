"""The rows that a work's own fields fill: when, where and by whom, what it starts from and makes, what is open, what is in dispute.

Layer: services.
"""

from collections.abc import Iterable
from typing import Any

from ...model.brief import disputed_fields
from ...model.entry import Access, Basis, Entry
from ...model.facts import Status
from ...model.terms import Terms
from .comparison import Cell, Value, by_language, claimed

_STANDING = {Basis.RECALLED: Status.UNVERIFIED, Basis.CONFIRMED: Status.CONFIRMED, Basis.FETCHED: Status.CONFIRMED}


def date(entry: Entry) -> Cell:
    """Return the day, month or year of the work."""
    return (Value(value=entry.published),) if entry.published else ()


def venue(entry: Entry) -> Cell:
    """Return where it was published; what is only recalled is unverified."""
    if not entry.venue:
        return ()
    more = {"year": entry.venue.year, "track": entry.venue.track}
    known = {key: value for key, value in more.items() if value is not None}
    return (Value(value=entry.venue.name, status=_STANDING[entry.venue.basis], more=known),)


def values(held: Iterable[Any]) -> Cell:
    """Return words of a vocabulary, or closed ones, as values."""
    return tuple(Value(value=str(one)) for one in held)


def scale(entry: Entry) -> Cell:
    """Return the figure that stands for the work's scale."""
    figure = entry.headline
    if figure is None:
        return ()
    held = figure.quantity
    bounds = {name: value for name in ("at_least", "at_most") if (value := getattr(held, name)) is not None}
    more: dict[str, Any] = {**bounds, "about": held.about, "of": figure.of, "label": figure.label and by_language(figure.label)}
    more = {key: value for key, value in more.items() if value not in (None, False)}
    return (claimed(figure, held.value, held.unit, more),)


def access(held: Access | None) -> Cell:
    """Return whether a part of the work is to be had, and under which licence."""
    return (Value(value=held.state.value, more={"licence": held.licence}),) if held and held.state.value != "unknown" else ()


def disputed(entry: Entry) -> Cell:
    """Return the key paths of what is in dispute, each with its reason where one is declared."""
    reasons = {one.field: {"listed": one.listed, "reason": by_language(one.reason)} for one in entry.disputes}
    return tuple(Value(value=one, more=reasons.get(one, {})) for one in disputed_fields(entry))


def below(entry: Entry, axis: str, terms: Terms) -> Cell:
    """Return the categories directly below `axis` in which the work stands, the list's placements before ours."""
    found: dict[str, None] = {}
    for placed in (*entry.categories, *entry.also_in):
        path = terms.ancestry(placed)
        if axis in path[1:]:
            found[path[path.index(axis) - 1]] = None
    return values(found)
