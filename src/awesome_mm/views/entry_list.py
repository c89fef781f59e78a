"""Lists of entries as programs get them: the payloads of ``list`` and ``search``.

Layer: views. The tables are in ``entry_table``, which a pipe never imports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .report import Record, Report

if TYPE_CHECKING:
    from ..model.brief import Brief
    from ..model.catalog import Catalog
    from ..services.search import Hit, SearchResult
    from .blocks import Block

SCHEMA_VERSION = 1
COLUMNS = ("id", "kind", "name", "title", "published", "venue", "categories", "organizations", "links.arxiv", "needs", "disputed")


def opening(as_of: str) -> Record:
    """Return the keys every answer begins with."""
    return {"schema_version": SCHEMA_VERSION, "as_of": as_of}


def list_report(catalog: Catalog, briefs: Sequence[Brief], count: int, language: str, fields: Sequence[str] = ()) -> Report:
    """Return the report of `briefs`, the first of `count` that matched."""
    records = [pick(brief.record, fields) for brief in briefs]
    shown = len(briefs)
    payload = {**opening(catalog.as_of), "count": count, "entries": records, "next": shown if shown < count else None}

    def blocks() -> Iterable[Block]:
        from .entry_table import list_blocks

        return list_blocks(catalog, briefs, count, language, fields)

    return Report(payload=payload, records=records, columns=fields or COLUMNS, blocks=blocks)


def search_report(catalog: Catalog, result: SearchResult, language: str, fields: Sequence[str] = (), *, explain: bool = False) -> Report:
    """Return the report of a search; every entry carries its score, and with `explain` why it was found."""
    records = [_hit_record(hit, fields, explain=explain) for hit in result.hits]
    more = len(result.hits) if len(result.hits) < result.matched else None
    payload = {**opening(result.as_of), "query": result.query, "count": result.matched, "entries": records, "next": more}
    if not result.matched:
        payload["near"] = list(result.near)

    def blocks() -> Iterable[Block]:
        from .entry_table import search_blocks

        return search_blocks(catalog, result, language, fields, explain=explain)

    columns = (*(fields or COLUMNS), "score", *(["why"] if explain else []))
    return Report(payload=payload, records=records, columns=columns, blocks=blocks)


def pick(record: Record, fields: Sequence[str]) -> Record:
    """Return the record, or only its `fields` (key paths such as ``links.arxiv`` bring their first key)."""
    if not fields:
        return record
    keys = [field.partition(".")[0] for field in fields]
    return {key: record[key] for key in keys if key in record}


def _hit_record(hit: Hit, fields: Sequence[str], *, explain: bool) -> Record:
    record = {**pick(hit.brief.record, fields), "score": hit.score}
    if explain:
        record["why"] = [
            {"word": reason.word, "matched": reason.matched, "field": reason.field, "how": reason.how} for reason in hit.reasons
        ]
    return record


def at(record: Any, path: str) -> Any:
    """Return what stands at a key path such as ``links.arxiv``; None where there is nothing."""
    for key in path.split("."):
        if not isinstance(record, Mapping):
            return None
        record = record.get(key)
    return record


def flat(value: Any) -> str:
    """Return a value of a payload as one text: lists with semicolons, tables as ``key=value``, nothing for null.

    A venue is its name and year, with a question mark where it is only recalled.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        if set(value) >= {"name", "year"}:
            return f"{value['name']} {value['year']}{'?' if value.get('basis') == 'recalled' else ''}"
        return "; ".join(f"{key}={flat(held)}" for key, held in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(flat(element) for element in value)
    return f"{value:.15g}" if isinstance(value, float) else str(value)
