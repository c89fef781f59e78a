"""The catalog as a list to read: categories in their order, how each entry stands in them, and what there is in numbers.

Layer: views. Plain texts in one language; where they go and how they are marked up is said by the templates of ``render``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.brief import Brief, brief_record
from ..model.catalog import Catalog
from ..model.entry import Entry
from ..model.identifiers import address
from ..model.taxonomy import Section
from ..model.terms import Terms
from ..model.text import in_language, one_line
from ..services.linking import HOMES
from ..services.stats import Stats, count_facets
from .blocks import Facts
from .entry_page import link_name, venue_of
from .labels import comma, label, said

# What the templates call a word, and the word.
WORDS = {
    "statistics": "Statistics",
    "contents": "Contents",
    "details": "details",
    "whole": "In full under",
    "also": "By our reading also",
    "back": "Back to the list",
    "pages": "Pages",
    "whole_list": "All entries with links",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address under the name of its kind."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntry:
    """An entry as a list has it: `rest` is what its title says beyond the name, which it `follows` behind a colon or not."""

    id: str
    name: str
    title: str
    rest: str
    follows: bool
    kinds: str
    venue: str
    date: str
    address: str
    links: tuple[Link, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCategory:
    """A category with what stands in it: `entries` (ids) by the list's own placements, `also` by ours; `depth` is 0 at the top."""

    id: str
    title: str
    introduction: str
    parent: str
    top: str
    depth: int
    entries: tuple[str, ...]
    also: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSection:
    """Prose of the list beside its entries; `text` is Markdown."""

    title: str
    text: str
    after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperList:
    """The whole list in one language: its categories with parents before children, and its numbers; the `remark` explains a mark."""

    language: str
    title: str
    facts: Facts
    sections: tuple[ListedSection, ...]
    categories: tuple[ListedCategory, ...]
    remark: str
    words: Mapping[str, str]


def paper_list(catalog: Catalog, language: str) -> PaperList:
    """Return the list of all entries of `catalog` in `language`."""
    stats = count_facets(catalog, catalog.briefs)
    counts = {count.key: count.placed or 0 for count in stats.groups["category"]}
    return PaperList(
        language=language,
        title=said(catalog.head.title, language),
        facts=Facts([(_capital(label(name, language)), text) for name, text in _numbers(catalog, stats, language) if text]),
        sections=tuple(_section(section, language) for section in catalog.head.sections),
        categories=tuple(_categories(catalog, counts, language)),
        remark=f"? {label('recalled, not confirmed', language)}" if any(_is_recalled(brief) for brief in catalog.briefs) else "",
        words={name: label(word, language) for name, word in WORDS.items()},
    )


def listed(entry: Entry, language: str) -> ListedEntry:
    """Return how `entry` stands in a list."""
    name = _shown(entry.name) or entry.id
    title = _shown(entry.title) or name
    rest, follows = _beyond_name(name, title)
    links = entry.links.by_kind()
    return ListedEntry(
        id=entry.id,
        name=name,
        title=title,
        rest=rest,
        follows=follows,
        kinds=comma(language).join(label(kind.value, language) for kind in (entry.kind, *entry.also)),
        venue=_shown(venue_of(brief_record(entry))),
        date=entry.published or "",
        address=next((address(kind, links[kind][0]) for kind in HOMES if kind in links), ""),
        links=tuple(
            Link(label=_capital(link_name(kind, language)), url=address(kind, one)) for kind, every in links.items() for one in every
        ),
        summary=_shown(said(entry.summary, language)) if entry.summary else "",
    )


def _shown(text: str) -> str:
    """Return `text` as it reaches a page; one that is nothing but marks nobody sees is no text."""
    return one_line(text).strip()


def _beyond_name(name: str, title: str) -> tuple[str, bool]:
    """Return what `title` says beyond `name`, and whether it follows it behind a colon: ``Name: What it is``."""
    if title == name:
        return "", False
    rest = title.removeprefix(f"{name}: ")
    return (rest, True) if rest not in (title, "") and rest == rest.strip() else (title, False)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:] if word != "arXiv" else word


def _section(section: Section, language: str) -> ListedSection:
    title = _shown(said(section.title, language)) if section.title else ""
    return ListedSection(title=title, text=said(section.text, language), after=section.after)


def _categories(catalog: Catalog, counts: Mapping[str, int], language: str) -> Iterable[ListedCategory]:
    terms = catalog.terms
    placed, also = _placements(catalog)
    for category_id, ancestry in _in_order(terms):
        record = terms.of("category")[category_id]
        yield ListedCategory(
            id=category_id,
            title=_shown(terms.name("category", category_id, language)) or category_id,
            introduction=in_language(record.get("introduction"), language),
            parent=ancestry[1] if len(ancestry) > 1 else "",
            top=ancestry[-1],
            depth=len(ancestry) - 1,
            entries=_ordered(placed.get(category_id, []), record.get("order", ())),
            also=tuple(also.get(category_id, ())),
            count=counts.get(category_id, 0),
        )


def _in_order(terms: Terms) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield every category with its ancestry, each parent before its children, siblings in file order."""
    children: dict[str, list[str]] = {}
    ancestries = {category: terms.ancestry(category) for category in terms.of("category")}
    for category, ancestry in ancestries.items():
        children.setdefault(ancestry[1] if len(ancestry) > 1 else "", []).append(category)
    waiting = children.get("", [])[::-1]
    while waiting:
        category = waiting.pop()
        yield category, ancestries[category]
        waiting += children.get(category, [])[::-1]


def _placements(catalog: Catalog) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the entries of each category in catalog order: those the list itself places there, and those that we do."""
    placed: dict[str, list[str]] = {}
    also: dict[str, list[str]] = {}
    for brief in catalog.briefs:
        for field, by_category in (("categories", placed), ("also_in", also)):
            for category in dict.fromkeys(brief.values(field)):
                by_category.setdefault(category, []).append(brief.id)
    return placed, also


def _ordered(entries: Iterable[str], order: Iterable[str]) -> tuple[str, ...]:
    """Return `entries` in the order given, and behind them those that it does not name."""
    known = dict.fromkeys(entries)
    return tuple(dict.fromkeys([*(one for one in order if one in known), *known]))


def _is_recalled(brief: Brief) -> bool:
    return bool(brief.record.get("venue", {}).get("basis") == "recalled")


def _numbers(catalog: Catalog, stats: Stats, language: str) -> Iterable[tuple[str, str]]:
    """Yield what the catalog holds in numbers, all of them counted."""
    totals, joint = stats.totals, comma(language)
    released = [(key.removesuffix(":released"), count) for key, count in _counts(stats, "openness") if key.endswith(":released")]
    yield "As of", catalog.as_of
    yield "Works", f"{totals['entries']:,}"
    yield "By kind", joint.join(f"{label(key, language)} {count:,}" for key, count in _counts(stats, "kind"))
    yield "By year", joint.join(f"{label(key, language)} ({count:,})" for key, count in _counts(stats, "year"))
    yield "released", joint.join(f"{label(key, language)} {count:,}" for key, count in released)
    yield "Organizations", _some(totals["organizations"])
    yield "with a pipeline", _some(totals["with_stages"])
    yield "with a fact in dispute", _some(totals["disputed"])
    yield "Source list", catalog.head.source or ""


def _some(number: int) -> str:
    return f"{number:,}" if number else ""


def _counts(stats: Stats, facet: str) -> Iterable[tuple[str, int]]:
    return ((count.key, count.count) for count in stats.groups[facet])
