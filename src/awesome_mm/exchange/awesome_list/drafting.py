"""The draft of a catalog, made of what was read: ids, categories and entries; nothing is known of an entry but what a list says.

Layer: exchange. The month of an arXiv id dates a paper where the list does not (https://info.arxiv.org/help/arxiv_identifier.html).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model.draft import Appearance, Draft, Skipped
from ...model.entry import Entry, Kind, Venue
from ...model.slugs import FreeSlugs, slug_of
from ...model.taxonomy import Category, Section, Text
from ...model.text import one_line, printable, squash, unique
from ...model.title_words import kind_in
from .addresses import links_from
from .listing import Listing
from .pairing import merged, paired_prose
from .places import Place, Tree, tree_of
from .words import kind_word, words_of
from .works import Work, Works, first_of

_LONGEST_SHOWN = 160
_SHORTEST_ID = 2


@dataclass(frozen=True, kw_only=True)
class Drafting:
    """A list on the way to its draft: `works` and `places` with the ids they get, and where each work stands."""

    listings: Sequence[Listing]
    trees: Sequence[Tree]
    leading: Tree
    works: Mapping[Work, str]
    places: Mapping[Place, str]
    holding: Mapping[Work, Sequence[Place]]

    @property
    def draft(self) -> Draft:
        """The draft of the list."""
        ids, category_ids = self.works, self.places
        return Draft(
            title=_text({tree.language: tree.title for tree in reversed(self.trees) if tree.title}),
            categories={category_ids[place]: _category(place, category_ids, ids) for place in category_ids},
            entries=tuple(_entry(work, ids[work], self.holding[work], category_ids) for work in ids),
            sections=tuple(_sections(self.trees, self.leading)),
            skipped=tuple(_skipped(self.listings)),
            lines={ids[work]: f"{work.sightings[0].path}:{work.sightings[0].parts.line}" for work in ids},
            languages={ids[work]: unique(work.languages) for work in ids},
        )

    @property
    def appearances(self) -> Iterator[Appearance]:
        """Every work as it stands in each of its places, by itself: what is said there and nowhere else."""
        for work, entry_id in self.works.items():
            for sighting, language in zip(work.sightings, work.languages, strict=True):
                alone = Work([sighting], [language])
                yield Appearance(
                    path=sighting.path,
                    line=sighting.parts.line,
                    language=language,
                    section=" / ".join((*sighting.section.titles, *sighting.parts.group)),
                    entry=_entry(alone, entry_id, self.holding[work], self.places),
                    text=sighting.parts.source,
                    dated=sighting.parts.date,
                    refers=sighting.parts.refers or bool(sighting.parts.mention),
                )


def drafted(listings: Sequence[Listing]) -> Drafting:
    """Return the list that `listings` are the pages or the languages of, its works and sections matched and named."""
    works = Works()
    trees = [tree_of(listing, works) for listing in sorted(listings, key=lambda one: one.language != "en")]  # English names go first
    leading = merged(trees)
    places = [place for place in leading.root.walk() if place is not leading.root]
    holding: dict[Work, list[Place]] = {}
    for place in places:
        for work in place.works:
            holding.setdefault(work, []).append(place)
    return Drafting(
        listings=listings,
        trees=trees,
        leading=leading,
        works=_entry_ids(_in_order(places)),
        places=_category_ids(places),
        holding=holding,
    )


def draft_of(listings: Sequence[Listing]) -> Draft:
    """Return the draft of the list that `listings` are the pages or the languages of."""
    return drafted(listings).draft


def _in_order(places: Iterable[Place]) -> Iterator[Work]:
    return (work for place in places for work in place.works)


def _entry_ids(works: Iterable[Work]) -> dict[Work, str]:
    ids: dict[Work, str] = {}
    free = FreeSlugs()
    for work in works:
        if work not in ids:
            ids[work] = free.take(_slug(work), _year(work))
    return ids


def _slug(work: Work) -> str:
    """Return an id made of the name, or where that has no Latin letters of the repository or the arXiv id."""
    parts = work.sightings[0].parts
    repository = first_of(target.value.rstrip("/").rpartition("/")[2] for target in work.targets if target.kind == "code")
    paper = first_of(target.value for target in work.targets if target.kind == "arxiv")
    made = (slug_of(_name(work)), slug_of(parts.title), slug_of(repository), slug_of(f"arxiv {paper}") if paper else "")
    return next((slug for slug in made if len(slug) >= _SHORTEST_ID and not slug.isdecimal()), "work")


def _year(work: Work) -> str:
    return first_of(parts.date[:4] for parts in work.all_parts)


def _category_ids(places: Sequence[Place]) -> dict[Place, str]:
    ids: dict[Place, str] = {}
    free = FreeSlugs()
    for place in places:
        english, other = place.titles.get("en", ""), first_of(place.titles.values())
        slug = slug_of(english or other) or "section"
        above = ids.get(place.parent, "") if place.parent else ""
        ids[place] = free.take(slug if slug not in free and len(slug) >= _SHORTEST_ID else f"{above}-{slug}".strip("-"))
    return ids


def _category(place: Place, category_ids: Mapping[Place, str], ids: Mapping[Work, str]) -> Category:
    title = _text(place.titles)
    return Category(
        title=title or Text(en="Section"),
        parent=category_ids.get(place.parent) if place.parent else None,
        introduction=_text(place.prose, whole=True),
        order=tuple(ids[work] for work in place.works),
    )


def _text(texts: Mapping[str, str], *, whole: bool = False) -> Text | None:
    said = {language: printable(text).strip() if whole else one_line(text).strip() for language, text in texts.items()}
    if said.get("zh") == said.get("en"):
        said.pop("zh", None)
    held = {language: text for language, text in said.items() if text}
    return Text(**held) if held else None


def _entry(work: Work, entry_id: str, places: Sequence[Place], category_ids: Mapping[Place, str]) -> Entry:
    name, title = _name(work), _title(work)
    kind = _kind(title, places)
    links = links_from(work.targets)
    authors = next((parts.authors for parts in work.all_parts if parts.authors.names), None)
    return Entry(
        id=entry_id,
        kind=kind,
        also=tuple(other for other in dict.fromkeys(map(_kind_of_place, places[1:])) if other and other is not kind),
        name=name,
        title=title,
        aliases=_aliases(work, name, title),
        categories=unique(category_ids[place] for place in places),
        authors=tuple(map(one_line, authors.names)) if authors else (),
        authors_complete=authors.complete if authors else True,
        published=_published(first_of(parts.date for parts in work.all_parts), links.arxiv),
        venue=_venue(work),
        links=links,
        account=_text(dict(_accounts(work)), whole=True),
    )


def _name(work: Work) -> str:
    """Return the name that a list gives apart from the title, else that by which the title begins."""
    named = first_of(parts.name for parts in work.all_parts if parts.has_name)
    short = first_of(parts.name for parts in work.all_parts if parts.name != parts.title)
    return one_line(named or short or work.sightings[0].parts.name).strip()


def _title(work: Work) -> str:
    long = first_of(parts.title for parts in work.all_parts if squash(parts.title) != squash(parts.name))
    return one_line(long or work.sightings[0].parts.title).strip()


def _aliases(work: Work, name: str, title: str) -> tuple[str, ...]:
    known = {squash(name), squash(title)}
    others: dict[str, str] = {}
    for parts in work.all_parts:
        for said in (parts.name, parts.title):
            if squash(said) not in known:
                others.setdefault(squash(said), one_line(said).strip())
    return tuple(others.values())


def _kind(title: str, places: Sequence[Place]) -> Kind:
    """Return what a work is: a survey where its title says so, else what the headings say under which it stands first."""
    if {"survey", "综述"} & set(words_of(title)):
        return Kind.SURVEY
    return _kind_of_place(places[0]) or kind_in(title)


def _kind_of_place(place: Place) -> Kind | None:
    """Return the kind that the innermost heading names which names one."""
    at: Place | None = place
    while at and not at.is_whole:
        if said := first_of(kind_word(heading) for heading in at.titles.values()):
            return Kind(said)
        at = at.parent
    return None


def _venue(work: Work) -> Venue | None:
    stated = [parts.venue for parts in work.all_parts if parts.venue.venue]
    best = next((venue for venue in stated if venue.year), stated[0] if stated else None)
    return Venue(name=one_line(best.venue), year=best.year or None, track=best.track or None) if best else None


def _published(written: str, arxiv_ids: Sequence[str]) -> str | None:
    """Return the date that the list gives; the month of an arXiv id where it gives none, or only the year of that month."""
    month = _month_of(arxiv_ids[0]) if arxiv_ids else ""
    return (month if month.startswith(written) else written) or None


def _month_of(arxiv_id: str) -> str:
    year, month = arxiv_id[:2], arxiv_id[2:4]
    return f"20{year}-{month}" if arxiv_id[4:5] == "." else ""


def _accounts(work: Work) -> Iterator[tuple[str, str]]:
    """Yield by language what all places say of a work, each text once, divided by rules."""
    for language in dict.fromkeys(work.languages):
        texts, known = [], ""
        for sighting, written in zip(work.sightings, work.languages, strict=True):
            text = sighting.parts.source.strip()
            if written == language and text and squash(text) not in known:
                texts.append(text)
                known += f" {squash(text)}"
        yield language, "\n\n---\n\n".join(texts)


def _sections(trees: Sequence[Tree], leading: Tree) -> Iterator[Section]:
    for row, is_after in paired_prose(trees, leading):
        text = _text({language: one.text for language, one in row.items()}, whole=True)
        if text:
            yield Section(text=text, title=_text({language: one.title for language, one in row.items()}), after=is_after)


def _skipped(listings: Iterable[Listing]) -> Iterator[Skipped]:
    for listing in listings:
        for missed in sorted(listing.missed):
            text = one_line(missed.text)
            shown = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."
            yield Skipped(path=listing.document.path, line=missed.line, text=shown, reason=missed.reason)
