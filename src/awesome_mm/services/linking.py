"""Which address a person means by opening a work: its paper, or its code or data.

Layer: services.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..errors import LinkMissing
from ..model.entry import Entry
from ..model.identifiers import address

# A work without a paper is opened where it is at home.
HOMES = ("arxiv", "doi", "openreview", "paper", "project", "page", "code", "data", "model")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where `entry` (an id) has something of `kind`."""

    entry: str
    kind: str
    url: str


def choose_addresses(entry: Entry, kinds: Sequence[str] = ()) -> tuple[Address, ...]:
    """Return the addresses of `kinds` (``code``, ``data`` ...), what the work makes included; without kinds the one of its paper.

    Raises:
        LinkMissing: a kind has none; those that there are are named.
    """
    if not kinds:
        home = next(((kind, values[0]) for kind in HOMES if (values := list(_values(entry, kind)))), None)
        if home is None:
            raise LinkMissing(f"No link is known for {entry.name}.", f"`awesome-mm show {entry.id}` shows what is.")
        return (_address(entry, *home),)
    return tuple(one for kind in kinds for one in _of_kind(entry, kind))


def _of_kind(entry: Entry, kind: str) -> Iterable[Address]:
    found = [_address(entry, kind, value) for value in dict.fromkeys(_values(entry, kind))]
    if not found:
        known = [other for other in HOMES if any(_values(entry, other))]
        doubts = [dispute.reason.said("en") for dispute in entry.disputes if dispute.field == f"links.{kind}"]
        fix = [f"Known: {', '.join(known)}."] if known else []
        raise LinkMissing(f"No {kind} link is known for {entry.name}.", " ".join([*fix, *doubts]))
    return found


def _values(entry: Entry, kind: str) -> Iterator[str]:
    for links in (entry.links, *(made.links for made in entry.artifacts)):
        yield from getattr(links, kind)


def _address(entry: Entry, kind: str, value: str) -> Address:
    return Address(entry=entry.id, kind=kind, url=address(kind, value))
