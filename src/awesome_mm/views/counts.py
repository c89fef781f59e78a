"""Counts: the answers of ``stats`` and ``categories``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model.catalog import Catalog
from ..services.stats import Count, Stats
from .blocks import Bar, Bars, Block, Branch, Cell, Column, Facts, Heading, Paragraph, Table, Tree
from .entry_list import opening
from .labels import label
from .report import Record, Report

_TITLES = {
    "kind": "By kind",
    "year": "By year",
    "organization": "By organization",
    "openness": "By openness",
    "model": "By model",
    "action": "By action",
    "needs": "By need",
}
_MOST_BARS = 12
_TOTALS = {
    "entries": "Works",
    "placements": "Placements",
    "artifacts": "Artifacts",
    "organizations": "Organizations",
    "models": "Models used",
    "with_arxiv": "with an arXiv id",
    "with_stages": "with a pipeline",
    "disputed": "with a fact in dispute",
}


def stats_report(catalog: Catalog, stats: Stats, language: str) -> Report:
    """Return the report of `stats`; as lines it is one row for each group and key."""
    groups = {facet: [_count_record(count) for count in counts] for facet, counts in stats.groups.items()}
    payload = {**opening(catalog.as_of), "totals": dict(stats.totals), "groups": groups}
    records = [{"group": facet, **record} for facet, counts in groups.items() for record in counts]

    def blocks() -> Iterable[Block]:
        if not stats.totals["entries"]:
            message = "Nothing matches these filters." if len(catalog) else "The catalog has no entries."
            yield Paragraph(label(message, language), "warning")
            return
        yield Heading(label("Totals", language), level=1)
        dated = (label("As of", language), catalog.as_of)
        yield Facts([dated, *((label(title, language), f"{stats.totals[key]:,}") for key, title in _TOTALS.items())])
        yield Heading(label("By category", language))
        yield _category_table(catalog, stats.groups["category"], language)
        for facet, title in _TITLES.items():
            if counts := stats.groups[facet]:
                yield Heading(label(title, language))
                yield Bars(_bars(catalog, facet, counts, language))

    return Report(payload=payload, records=records, columns=("group", "key", "count", "claimed", "placed"), blocks=blocks)


def _count_record(count: Count) -> Record:
    record: Record = {"key": count.key, "count": count.count, "claimed": count.claimed, "ids": list(count.ids)}
    return record if count.placed is None else {**record, "placed": count.placed}


def _category_table(catalog: Catalog, counts: Sequence[Count], language: str) -> Table:
    """Return our count, the list's own placements, and what the list claims, by category; what differs is marked."""
    rows: list[list[Cell | str]] = []
    for count in counts:
        if not count.count and not count.claimed:
            continue
        depth = len(catalog.terms.ancestry(count.key)) - 1
        title = catalog.terms.name("category", count.key, language)
        claimed = "" if count.claimed is None else str(count.claimed)
        differs = count.claimed is not None and count.claimed != count.placed
        rows.append([f"{'  ' * depth}{title}", str(count.count), str(count.placed), Cell(claimed, "warning" if differs else "")])
    columns = [
        Column(title=label("Category", language), give=1),
        Column(title=label("Count", language), right=True),
        Column(title=label("Listed", language), right=True),
        Column(title=label("Claimed", language), right=True),
    ]
    if all(count.claimed is None for count in counts):
        return Table(columns=columns[:-1], rows=[row[:-1] for row in rows])
    return Table(columns=columns, rows=rows)


def _bars(catalog: Catalog, facet: str, counts: Sequence[Count], language: str) -> list[Bar]:
    shown = counts if facet == "year" else counts[:_MOST_BARS]
    bars = [Bar(_key_name(catalog, facet, count.key, language), count.count) for count in shown]
    if rest := len(counts) - len(shown):
        bars.append(Bar(f"… +{rest}", 0))
    return bars


def _key_name(catalog: Catalog, facet: str, key: str, language: str) -> str:
    if key in catalog.terms.of(facet):
        return catalog.terms.name(facet, key, language)
    return " ".join(label(part, language) for part in key.split(":"))


def categories_report(catalog: Catalog, counts: Sequence[Count], language: str) -> Report:
    """Return the taxonomy with its counts, parents before children."""
    categories = catalog.terms.of("category")
    records = []
    for count in counts:
        category = categories[count.key]
        known = {"key": count.key, "title": category["title"], "parent": category.get("parent"), "aliases": category.get("aliases", [])}
        records.append({**known, "count": count.count, "placed": count.placed, "claimed": count.claimed})
    payload = {**opening(catalog.as_of), "categories": records}

    def blocks() -> Iterable[Block]:
        yield Tree(_branches(catalog, {count.key: count for count in counts}, None, language))

    return Report(payload=payload, records=records, columns=("key", "title.en", "title.zh", "parent", "count", "claimed"), blocks=blocks)


def _branches(catalog: Catalog, counts: Mapping[str, Count], parent: str | None, language: str) -> list[Branch]:
    children = [key for key, category in catalog.terms.of("category").items() if category.get("parent") == parent]
    return [
        Branch(
            f"{catalog.terms.name('category', key, language)} ({counts[key].count})  {key}",
            "name" if parent is None else "",
            _branches(catalog, counts, key, language),
        )
        for key in children
    ]
