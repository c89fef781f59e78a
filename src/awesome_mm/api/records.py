"""A work as one flat record, for tables of pandas and polars.

Layer: api.
"""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]
_LISTS = ("categories", "also_in", "authors", "organizations", "needs", "input", "output", "models", "actions", "disputed")
_PARTS = ("code", "data", "model", "prompts")


def flat_record(record: Record) -> Record:
    """Return the record of a brief, flat: texts, whole numbers and lists of texts, None for what is unknown; always the same keys.

    `published` is as precise as it is known (``2024``, ``2024-12``, ``2024-12-02``), `year` its year. A scale is a ``scale`` or lies
    between ``scale_at_least`` and ``scale_at_most``, each in ``scale_unit``.
    """
    published, venue, scale = record.get("published"), record.get("venue") or {}, record.get("scale") or {}
    openness, links, summary = record["openness"], record["links"], record["summary"]
    return {
        **{key: record[key] for key in ("id", "kind", "name", "title")},
        "published": published,
        "year": int(published[:4]) if published else None,
        "venue": venue.get("name"),
        "venue_year": venue.get("year"),
        "venue_confirmed": venue["basis"] != "recalled" if venue else None,
        **{key: list(record[key]) for key in _LISTS},
        "scale": scale.get("value"),
        "scale_at_least": scale.get("at_least"),
        "scale_at_most": scale.get("at_most"),
        "scale_unit": scale.get("unit"),
        **{f"{part}_state": openness.get(part, {}).get("state") for part in _PARTS},
        **{f"{part}_licence": openness.get(part, {}).get("licence") for part in _PARTS},
        "arxiv": next(iter(links.get("arxiv", ())), None),
        "doi": next(iter(links.get("doi", ())), None),
        "summary_en": summary.get("en"),
        "summary_zh": summary.get("zh"),
    }
