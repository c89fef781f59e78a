"""A work as bibliographies cite it: people with family and given names, the published version before the preprint.

Layer: exchange. What the catalog only recalls is told in a note and in no field: a bibliography has no other place for doubt.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ..model.entry import Basis, Entry
from ..model.identifiers import address
from ..model.terms import Terms
from ..model.text import one_line
from .citation_keys import citation_keys

_JOURNALS = frozenset(
    ("TPAMI TMLR JMLR IJCV TIP TMM TCSVT TNNLS TOG PNAS Nature Science TACL TKDE TASLP RA-L Bioinformatics Neurocomputing").split()
)
_JOURNAL_WORDS = ("journal", "transactions", "trans ", "trans.", "letters", "nature ", "communications")
_PARTICLES = frozenset("de da del della di dos du van von der den el al bin la le ten ter zu zur".split())
_GROUPS = ("team", "group", "consortium", "collaboration", "project", "community", "foundation", "contributors")
_SUFFIXES = ("Jr.", "Jr", "Sr.", "II", "III", "IV")


class Person(NamedTuple):
    """An author: the family name, and the given ones (``""`` where the name cannot be split)."""

    family: str
    given: str


class Reference(NamedTuple):
    """A work to be cited: `form` is ``conference``, ``journal``, ``preprint`` or ``other``; unknown texts are ``""``, unknown years 0.

    `date` is the day, month or year (ISO) of the version that `form` speaks of.
    """

    key: str
    id: str
    form: str
    kind: str
    title: str
    people: tuple[Person, ...]
    collectives: tuple[str, ...]
    complete: bool
    container: str
    track: str
    date: str
    arxiv_id: str
    arxiv_class: str
    doi: str
    url: str
    note: str

    @property
    def year(self) -> str:
        """The year; ``""`` where it is unknown."""
        return self.date[:4]


def references(entries: Sequence[Entry], chosen: Sequence[str], terms: Terms) -> list[Reference]:
    """Return the works of the ids `chosen`, in their order, as references; keys are those they have among all `entries`."""
    keys = citation_keys(entries)
    by_id = {entry.id: entry for entry in entries}
    return [_reference(by_id[one], keys[one], terms) for one in chosen]


def _reference(entry: Entry, key: str, terms: Terms) -> Reference:
    venue = entry.venue if entry.venue and entry.venue.basis is not Basis.RECALLED else None
    arxiv_id = next(iter(entry.links.arxiv), "")
    form = _form(venue.name if venue else "", arxiv_id)
    people = tuple(split_name(one_line(name).strip()) for name in entry.authors)
    return Reference(
        key=key,
        id=entry.id,
        form=form,
        kind=entry.kind.value,
        title=one_line(entry.title).strip(),
        people=people,
        collectives=() if people else tuple(terms.name("organization", one, "en") for one in entry.organizations),
        complete=entry.authors_complete,
        container=one_line(venue.name) if venue else "",
        track=one_line(venue.track) if venue and venue.track else "",
        date=str(venue.year) if venue and venue.year else entry.published or "",
        arxiv_id=arxiv_id,
        arxiv_class=(entry.arxiv.category or "") if entry.arxiv else "",
        doi=next(iter(entry.links.doi), ""),
        url=home(entry),
        note=_note(entry),
    )


def _form(venue: str, arxiv_id: str) -> str:
    if not venue:
        return "preprint" if arxiv_id else "other"
    is_journal = venue in _JOURNALS or any(word in f"{venue.lower()} " for word in _JOURNAL_WORDS)
    return "journal" if is_journal else "conference"


def home(entry: Entry) -> str:
    """Return the address that a reader is sent to: of the paper, else of what there is."""
    links = entry.links.by_kind()
    kinds = ("paper", "openreview", "arxiv", "doi", "project", "page", "code", "data", "model")
    return next((address(kind, links[kind][0]) for kind in kinds if kind in links), "")


def _note(entry: Entry) -> str:
    if entry.venue and entry.venue.basis is Basis.RECALLED:
        return f"{one_line(entry.venue.name)} {entry.venue.year or ''}".strip() + " by memory, not confirmed"
    return ""


def split_name(name: str) -> Person:
    """Return the family and the given names in `name`; particles belong to the family, suffixes to the given names, a group has none."""
    if "," in name:
        family, _, given = name.partition(",")
        return Person(family.strip(), given.strip())
    words = name.split()
    if words and (words[0] == "The" or words[-1].casefold() in _GROUPS):
        return Person(name, "")
    suffix = [words.pop()] if len(words) > 2 and words[-1] in _SUFFIXES else []
    start = next((place for place, word in enumerate(words[1:], 1) if word in _PARTICLES), len(words) - 1)
    if len(words) < 2:
        return Person(name, "")
    return Person(" ".join(words[start:]), " ".join([*words[:start], *suffix]))
