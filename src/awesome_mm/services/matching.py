"""Which entry of a catalog a foreign one is: by what identifies a paper, else by title, else by name together with something else.

Layer: services.
"""

from collections.abc import Iterable, Iterator, Sequence

from ..model.entry import Entry
from ..model.identifiers import arxiv_id_in, identifier_in
from ..model.text import squash
from ..model.titles import title_key

Key = tuple[str, str]
_SURE = ("title", "place")
_SHORTEST_NAME = 3


class Entries:
    """The entries of a catalog, to be found by another's description of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_key: dict[Key, list[Entry]] = {}
        for entry in entries:
            for key in (*identities(entry), *likenesses(entry)):
                self._by_key.setdefault(key, []).append(entry)

    def same_as(self, other: Entry) -> Entry | None:
        """Return the entry that is the same work as `other`, the most like it of several; None where there is none.

        The same arXiv id, DOI or forum will do, unless that paper is one of another name and something else is likelier: lists get ids
        wrong. For the same reason a full title, or a name in the same category, will do whatever the ids. The same repository and name,
        or the same id and name, will do where the two do not give papers that differ, the latter no full titles that do either.
        """
        paper = next((_most_like(found, other, key) for key in identities(other) if (found := self._by_key.get(key))), None)
        if paper and have_a_name_in_common(paper, other):
            return paper
        for key in likenesses(other):
            held = self._by_key.get(key, ())
            if found := [entry for entry in held if paper or key[0] in _SURE or not are_apart(entry, other, by=key[0])]:
                return _most_like(found, other, key)
        return paper


def _most_like(found: Sequence[Entry], other: Entry, key: Key) -> Entry:
    """Return the one of `found` that has most in common with `other` besides `key`, else one that goes by that key first of all."""
    if len(found) == 1:
        return found[0]
    known = set(likenesses(other))
    return max(found, key=lambda entry: (len(known & set(likenesses(entry))), key in list(identities(entry))[:1]))


def have_a_name_in_common(one: Entry, other: Entry) -> bool:
    """Whether two entries share a name, an alias or the title."""
    return bool(names_of(one) & names_of(other)) or title_key(one.title) == title_key(other.title)


def names_of(entry: Entry) -> set[str]:
    """Return the names of an entry as they are compared, without those that are too short to say anything."""
    return {name for text in (entry.name, *entry.aliases) if len(name := squash(text)) >= _SHORTEST_NAME}


def identities(entry: Entry) -> Iterator[Key]:
    """Yield what no other paper has; the DOIs that arXiv gives are its ids."""
    yield from (("arxiv", one) for one in entry.links.arxiv)
    for doi in entry.links.doi:
        arxiv_id = arxiv_id_in(doi) if doi.lower().startswith("10.48550/arxiv.") else ""
        yield ("arxiv", arxiv_id) if arxiv_id else ("doi", doi.lower())
    yield from (("openreview", one) for one in entry.links.openreview)


def likenesses(entry: Entry) -> Iterator[Key]:
    """Yield what another work hardly has too, the surest first: a title that is no mere name, a name in its place, a name with more."""
    name, title = squash(entry.name), title_key(entry.title)
    if title and title != name:
        yield "title", title
    yield from (("place", f"{category} {one}") for category in entry.categories for one in sorted(names_of(entry)))
    yield from (("repository", f"{identifier_in(address)} {name}") for address in entry.links.code)
    yield "id", f"{entry.id} {name}"
    if title and title == name:
        yield "bare title", title


def are_apart(one: Entry, other: Entry, by: str) -> bool:
    """Whether both give identifiers of a kind and none in common, or full titles that differ and no more in common than the id."""
    titles = [title_key(entry.title) for entry in (one, other)]
    are_full = all(title and title != squash(entry.name) for title, entry in zip(titles, (one, other), strict=True))
    if by == "id" and are_full and titles[0] != titles[1]:
        return True
    for kind in ("arxiv", "doi", "openreview"):
        own, theirs = ({value.lower() for value in getattr(entry.links, kind)} for entry in (one, other))
        if own and theirs and not own & theirs:
            return True
    return False
