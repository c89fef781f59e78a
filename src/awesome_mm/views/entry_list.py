"""Lists of entries as programs get them: the payloads of ``list`` and ``search``.

Layer: views. The tables are in ``entry_table``, which a pipe never imports.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .report import Record, Report

if TYPE_CHECKING:
    from ..model.brief import Brief
    from ..model.catalog import Catalog
    from ..services.search import Hit, SearchResult
    from .blocks import Block

SCHEMA_VERSION = 1
COLUMNS = ("id", "kind", "name", "title", "published", "venue", "categories", "organizations", "links.arxiv", "needs", "disputed")


def opening(as_of: str | None) -> Record:
    """Return the keys every answer begins with."""
    return {"schema_version": SCHEMA_VERSION, "as_of": as_of}


class Page(NamedTuple):
    """Where a part of an answer stands in the whole: `first` is the number of its first entry, `matched` that of all."""

    first: int
    matched: int

    def following(self, shown: int) -> int | None:
        """Return the number of the entry after the `shown` ones, None when these were the last."""
        return self.first + shown if self.first + shown < self.matched else None


def list_report(
    catalog: "Catalog", briefs: Sequence["Brief"], page: Page, language: str, fields: Sequence[str] = (), *, by: str = ""
) -> Report:
    """Return the report of `briefs`, which are the `page` of what matched, sorted `by` something."""
    records = [pick(brief.record, fields) for brief in briefs]
    payload = {**opening(catalog.as_of), "count": page.matched, "entries": records, "next": page.following(len(briefs))}

    def blocks() -> Iterable["Block"]:
        from .entry_table import list_blocks

        return list_blocks(catalog, briefs, page.matched, language, fields, by=by)

    return Report(payload=payload, records=records, columns=fields or COLUMNS, blocks=blocks)


def search_report(
    catalog: "Catalog", result: "SearchResult", language: str, fields: Sequence[str] = (), *, explain: bool = False
) -> Report:
    """Return the report of a search; every entry carries its score, and with `explain` why it was found."""
    records = [_hit_record(catalog, hit, fields, language, explain=explain) for hit in result.hits]
    following = Page(result.first, result.matched).following(len(result.hits))
    payload = {**opening(result.as_of), "query": result.query, "count": result.matched, "entries": records, "next": following}
    if not result.matched:
        payload["near"] = list(result.near)
        payload["unknown_fields"] = list(result.unknown_fields)

    def blocks() -> Iterable["Block"]:
        from .entry_table import search_blocks

        return search_blocks(catalog, result, language, fields, explain=explain)

    columns = tuple(dict.fromkeys([*(fields or COLUMNS), "score", *(["why"] if explain else [])]))
    return Report(payload=payload, records=records, columns=columns, blocks=blocks)


def pick(record: Record, fields: Sequence[str]) -> Record:
    """Return the record, or only its `fields` (key paths such as ``links.arxiv`` bring their first key)."""
    if not fields:
        return record
    keys = [field.partition(".")[0] for field in fields]
    return {key: record[key] for key in keys if key in record}


def _hit_record(catalog: "Catalog", hit: "Hit", fields: Sequence[str], language: str, *, explain: bool) -> Record:
    record = {**pick(hit.brief.record, fields), "score": hit.score}
    if hit.missing:
        record["missing"] = list(hit.missing)
    if explain:
        from .explaining import why

        record["why"] = why(catalog, hit, language)
    return record
