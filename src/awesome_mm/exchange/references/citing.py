"""What the fields of a bibliography say of a work, and the draft of a catalog made of it.

Layer: exchange. Titles and names lose their LaTeX; a preprint server is no venue; what is not said stays out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...model.draft import Draft, Skipped
from ...model.entry import Entry, Kind, Venue
from ...model.identifiers import arxiv_id_in
from ...model.latex import readable
from ...model.slugs import free_slug, slug_of
from ...model.taxonomy import Category, Text
from ...model.text import is_han, one_line, printable, unique
from ..awesome_list.addresses import Target, links_from, target_of
from ..awesome_list.dates import date_in, venue_in
from ..awesome_list.heads import short_name
from ..awesome_list.pieces import Link
from ..awesome_list.words import PREPRINTS, words_of
from .bibtex_file import Record

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s{}\\<>\"]+")
_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s{}<>\"]+")
_LONGEST_VENUE = 160
_KINDS = {"survey": Kind.SURVEY, "综述": Kind.SURVEY, "benchmark": Kind.BENCHMARK, "dataset": Kind.DATASET, "数据集": Kind.DATASET}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A work as a bibliography has it; what it does not say is empty."""

    title: str
    authors: tuple[str, ...] = ()
    complete: bool = True
    venue: str = ""
    date: str = ""
    targets: tuple[Target, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = field(default=())


def cited(record: Record) -> Cited | str:
    """Return what a BibTeX record says, or why it names no work."""
    title = plain(record.fields.get("title", ""))
    if not title:
        return f"{record.key or 'an entry'} has no title"
    names = [plain(name) for name in _names(record.fields.get("author") or record.fields.get("editor", ""))]
    known = [name for name in names if name.casefold() != "others"]
    return Cited(
        title=title,
        authors=tuple(_in_order(name) for name in known if name),
        complete=len(known) == len(names),
        venue=plain(record.fields.get("booktitle") or record.fields.get("journal") or record.fields.get("journaltitle", "")),
        date=_date(record),
        targets=tuple(_targets(record)),
        abstract=plain(record.fields.get("abstract") or record.fields.get("annote") or record.fields.get("annotation", "")),
        keywords=tuple(filter(None, map(plain, re.split(r"[,;]", record.fields.get("keywords", ""))))),
    )


def plain(text: str) -> str:
    """Return text without LaTeX, on one line."""
    return one_line(readable(" ".join(text.split()))).strip()


def _names(text: str) -> Iterator[str]:
    """Yield the names that ``and`` divides outside braces."""
    depth, begin = 0, 0
    for match in re.finditer(r"[{}]|\s+and\s+", text, re.IGNORECASE):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth == 0:
            yield text[begin : match.start()]
            begin = match.end()
    yield text[begin:]


def _in_order(name: str) -> str:
    """Return ``Family, Given`` and ``Family, Jr., Given`` as people write their names."""
    parts = [part.strip() for part in name.split(",")]
    return " ".join(filter(None, (parts[-1], *parts[:-1]))) if len(parts) <= 3 else name


def _date(record: Record) -> str:
    if written := record.fields.get("date"):
        return date_in(written) or written[:4]
    year, month = (plain(record.fields.get(name, "")) for name in ("year", "month"))
    if not month:
        return date_in(year)
    return date_in(f"{year}-{month}") if month.isdecimal() else date_in(f"{month} {year}")


def _targets(record: Record) -> Iterator[Target]:
    fields = record.fields
    for name in ("eprint", "arxivid", "arxiv", "journal", "note", "howpublished", "url"):
        said = fields.get(name, "")
        is_arxiv = "arxiv" in f"{name} {said} {fields.get('archiveprefix', '')} {fields.get('eprinttype', '')}".lower()
        if found := arxiv_id_in(f"arXiv:{said}" if name == "eprint" and is_arxiv else said) if is_arxiv else "":
            yield Target("arxiv", found)
    if doi := _DOI.search(fields.get("doi", "")):
        paper = arxiv_id_in(doi[0]) if "arxiv" in doi[0].lower() else ""
        yield Target("arxiv", paper) if paper else Target("doi", doi[0].rstrip(".,;"))
    for name in ("url", "howpublished", "note", "code", "abstract"):
        role = "code" if name == "code" else "paper" if name == "url" else ""
        for address in _ADDRESS.findall(fields.get(name, "").replace("\\_", "_").replace("\\%", "%")):
            if target := target_of(Link("", address.rstrip(".,;)"), "", 0), role):
                yield target._replace(is_said=False)


def draft_of(path: str, found: Iterable[tuple[int, Cited | str]]) -> Draft:
    """Return the draft of what was found, each with its line: categories of the keywords where most have some, else one."""
    works: list[tuple[int, Cited]] = []
    skipped = []
    for line, one in found:
        if isinstance(one, str):
            skipped.append(Skipped(path=path, line=line, text="", reason=one))
        else:
            works.append((line, one))
    has_keywords = 2 * sum(bool(work.keywords) for _, work in works) > len(works)
    places = _Places()
    entries: list[Entry] = []
    taken: set[str] = set()
    for _, work in works:
        entry = _entry(work, places.of(work.keywords if has_keywords and work.keywords else ("References",)), taken)
        places.put(entry)
        taken.add(entry.id)
        entries.append(entry)
    lines = {entry.id: f"{path}:{line}" for entry, (line, _) in zip(entries, works, strict=True)}
    return Draft(categories=places.categories(), entries=tuple(entries), skipped=tuple(skipped), lines=lines)


class _Places:
    """The categories that keywords make, in the order in which they come."""

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._orders: dict[str, list[str]] = {}

    def of(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the categories called `names`."""
        found = {slug_of(name) or "section": name for name in names}
        for one, name in found.items():
            self._titles.setdefault(one, name)
        return unique(found)

    def put(self, entry: Entry) -> None:
        """Note that `entry` stands in its categories."""
        for one in entry.categories:
            self._orders.setdefault(one, []).append(entry.id)

    def categories(self) -> dict[str, Category]:
        """Return the categories with their orders."""
        return {one: Category(title=_text(title), order=tuple(self._orders.get(one, ()))) for one, title in self._titles.items()}


def _entry(work: Cited, categories: tuple[str, ...], taken: set[str]) -> Entry:
    name = short_name(work.title) or work.title
    links = links_from(work.targets)
    words = words_of(work.title)
    return Entry(
        id=free_slug(slug_of(name) or slug_of(f"work {work.date[:4]}"), taken, work.date[:4]),
        kind=next((kind for word, kind in _KINDS.items() if word in words), Kind.METHOD),
        name=name,
        title=work.title,
        categories=categories,
        authors=work.authors,
        authors_complete=work.complete,
        published=work.date or None,
        venue=_venue(work),
        links=links,
        account=_text(printable(work.abstract)) if work.abstract else None,
    )


def _venue(work: Cited) -> Venue | None:
    if not work.venue or PREPRINTS & set(words_of(work.venue)) or len(work.venue) > _LONGEST_VENUE:
        return None
    known = venue_in(work.venue)
    year = known.year or int(work.date[:4] or 0)
    return Venue(name=known.venue or work.venue, year=year or None, track=known.track or None)


def _text(text: str) -> Text:
    is_chinese = 5 * sum(map(is_han, text)) > len(text)
    return Text(zh=text) if is_chinese else Text(en=text)
