"""The draft of a catalog made of the works of a bibliography.

Layer: exchange. A preprint server is no venue; what is not said stays out.
"""

import re
from collections.abc import Iterable

from ...model.draft import Draft, Skipped
from ...model.entry import Entry, Venue
from ...model.slugs import FreeSlugs, slug_of
from ...model.taxonomy import Category, Text
from ...model.text import fold, is_han, unique
from ...model.title_words import kind_in
from ..awesome_list.addresses import links_from
from ..awesome_list.dates import venue_in
from ..awesome_list.titles import short_name
from ..awesome_list.words import PREPRINTS, words_of
from .citing import Cited, Found, shown

_PREPRINTS = PREPRINTS | {"corr", "biorxiv", "medrxiv", "ssrn"}
_LONGEST_VENUE = 160
_LONGEST_TITLE = 1_000
_LONGEST_SHOWN = 160
_MARKS = re.compile(r"[\\`*<\[]|^[#>+|=~-]")


def draft_of(path: str, found: Iterable[Found]) -> Draft:
    """Return the draft of what was found: categories of the keywords where most have some, else one."""
    works: list[tuple[int, Cited]] = []
    skipped = []
    for line, text, one in found:
        if reason := one if isinstance(one, str) else _fault(one):
            skipped.append(Skipped(path=path, line=line, text=shown(text[:_LONGEST_SHOWN]), reason=reason))
        elif isinstance(one, Cited):
            works.append((line, one))
    entries, places = _placed([work for _, work in works])
    lines = {entry.id: f"{path}:{line}" for entry, (line, _) in zip(entries, works, strict=True)}
    return Draft(categories=places.categories(), entries=entries, skipped=tuple(skipped), lines=lines)


def _fault(work: Cited) -> str:
    return "the title is too long" if len(work.title) > _LONGEST_TITLE else ""


def _placed(works: list[Cited]) -> "tuple[tuple[Entry, ...], _Places]":
    has_keywords = 2 * sum(bool(work.keywords) for work in works) > len(works)
    places, ids, entries = _Places(), FreeSlugs(), []
    for work in works:
        entry = _entry(work, places.of(work.keywords if has_keywords and work.keywords else ("References",)), ids)
        places.put(entry)
        entries.append(entry)
    return tuple(entries), places


class _Places:
    """The categories that keywords make, in the order in which they come; case, hyphens and accents make no other."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._orders: dict[str, list[str]] = {}
        self._free = FreeSlugs()

    def of(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the categories called `names`."""
        return unique(self._id_of(name) for name in names)

    def put(self, entry: Entry) -> None:
        """Note that `entry` stands in its categories."""
        for one in entry.categories:
            self._orders.setdefault(one, []).append(entry.id)

    def categories(self) -> dict[str, Category]:
        """Return the categories with their orders."""
        return {one: Category(title=_text(title), order=tuple(self._orders.get(one, ()))) for one, title in self._titles.items()}

    def _id_of(self, name: str) -> str:
        key = " ".join(re.split(r"[\s_-]+", fold(name)))
        if key not in self._ids:
            self._ids[key] = self._free.take(slug_of(name) or "keyword")
            self._titles[self._ids[key]] = name
        return self._ids[key]


def _entry(work: Cited, categories: tuple[str, ...], ids: FreeSlugs) -> Entry:
    name = short_name(work.title) or work.title
    year = work.date[:4]
    return Entry(
        id=ids.take(slug_of(name) or slug_of(f"work {year}"), year),
        kind=kind_in(work.title),
        name=name,
        title=work.title,
        categories=categories,
        authors=work.authors,
        authors_complete=work.complete,
        published=work.date or None,
        venue=venue_of(work),
        links=links_from(work.targets),
        account=_text("\n\n".join(said)) if (said := [_as_markdown(one) for one in (work.abstract, work.note) if one]) else None,
    )


def venue_of(work: Cited) -> Venue | None:
    """Return where a work came out, None where nothing but a preprint server is named."""
    if not work.venue or len(work.venue) > _LONGEST_VENUE or _PREPRINTS & set(words_of(work.venue)):
        return None
    known = venue_in(work.venue)
    year = known.year or int(work.date[:4] or 0)
    return Venue(name=known.venue or work.venue, year=year or None, track=known.track or None)


def _as_markdown(text: str) -> str:
    """Return a line of plain text so that it is no link, tag, heading or list where an account, which is Markdown, is shown."""
    return _MARKS.sub(r"\\\g<0>", text)


def _text(text: str) -> Text:
    is_chinese = 5 * sum(map(is_han, text)) > len(text)
    return Text(zh=text) if is_chinese else Text(en=text)
