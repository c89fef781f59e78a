"""What became of the links and identifiers of an entry.

Layer: services. A link in another form, or elsewhere in the entry, is the same link.
"""

from collections.abc import Iterator
from itertools import zip_longest

from ...model.entry import Entry, Links
from ...model.identifiers import comparable_address
from .texts import Known, addresses_in
from .version import Event, Found

_IDENTIFIERS = ("arxiv", "doi", "openreview")


def compared_links(old: Entry, new: Entry, known: Known) -> Iterator[Found]:
    """Yield the links of `old` that went and those of `new` that came, `known` being all that the latter says.

    An identifier that has another of its kind in its place has changed; one that has none is lost.
    """
    before, after = _links_of(old), _links_of(new)
    if before == after:
        return
    gone = {form: link for form, link in before.items() if form not in after}
    if gone:
        standing = {comparable_address(one) for text in known.strings for one in addresses_in(text)}
        gone = {form: link for form, link in gone.items() if form not in standing}
    came = {form: link for form, link in after.items() if form not in before}
    for field in dict.fromkeys(field for field, _ in (*gone.values(), *came.values())):
        went, arrived = ([value for other, value in links.values() if other == field] for links in (gone, came))
        yield from _of_a_kind(field, went, arrived)


def _of_a_kind(field: str, went: list[str], arrived: list[str]) -> Iterator[Found]:
    if field.rpartition(".")[2] in _IDENTIFIERS:
        for old, new in zip_longest(went, arrived):
            event = Event.LINK_ADDED if old is None else Event.ID_LOST if new is None else Event.ID_CHANGED
            yield Found(event, field, old, new)
        return
    instead = arrived[0] if len(went) == len(arrived) == 1 else None
    yield from (Found(Event.LINK_LOST, field, one, instead) for one in went)
    yield from (Found(Event.LINK_ADDED, field, None, one) for one in arrived if one != instead)


def _links_of(entry: Entry) -> dict[str, tuple[str, str]]:
    """Return field and value of each link of a work and of what it makes, by the form in which links are compared."""
    found: dict[str, tuple[str, str]] = {}
    for field, links in (("links", entry.links), *((f"artifacts.{one.id}.links", one.links) for one in entry.artifacts)):
        for kind, value in _each(links):
            form = f"forum {value}" if kind == "openreview" else comparable_address(value)
            found.setdefault(form, (f"{field}.{kind}", value))
    return found


def _each(links: Links) -> Iterator[tuple[str, str]]:
    return ((kind, value) for kind, values in links.by_kind().items() for value in values)
