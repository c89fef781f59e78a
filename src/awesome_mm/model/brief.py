"""The light form of an entry: what lists, filters and searches need, and what programs receive for each entry.

Layer: model. A record is plain JSON data in the catalog's own words, so that a list of thousands costs no objects.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .text import LANGUAGES

if TYPE_CHECKING:
    from .entry import Entry
    from .facts import Figure
    from .taxonomy import Text

Record = dict[str, Any]


class Brief(NamedTuple):
    """An entry's row; `record` is what ``--format json`` prints for it."""

    record: Record

    @property
    def id(self) -> str:
        """The entry's id."""
        return str(self.record["id"])

    @property
    def name(self) -> str:
        """The short name people use."""
        return str(self.record["name"])

    @property
    def published(self) -> str:
        """The date as an ISO string, as precise as it is known; ``""`` when unknown."""
        return str(self.record.get("published", ""))

    @property
    def added(self) -> str:
        """The day it came into the catalog, ISO; ``""`` when unknown."""
        return str(self.record.get("added", ""))

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return int(self.published[:4]) if self.published else None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kind, the further kinds of the same work, and the kinds of what it makes."""
        made = (artifact["kind"] for artifact in self.record["artifacts"])
        return (self.record["kind"], *self.record["also"], *made)

    @property
    def placements(self) -> tuple[str, ...]:
        """The list's own categories, then ours."""
        return (*self.record["categories"], *self.record["also_in"])

    def values(self, field: str) -> Sequence[str]:
        """Return the list held under `field`; empty where the record has none."""
        held: Sequence[str] = self.record.get(field, ())
        return held


def brief_record(entry: Entry) -> Record:
    """Return the record of `entry`: lists always present, unknown single values absent, ``checked`` null until fetched."""
    record: Record = {
        "id": entry.id,
        "kind": entry.kind.value,
        "also": [kind.value for kind in entry.also],
        "name": entry.name,
        "title": entry.title,
        "aliases": list(entry.aliases),
        "categories": list(entry.categories),
        "also_in": list(entry.also_in),
        "authors": list(entry.authors),
        "organizations": list(entry.organizations),
        "published": entry.published,
        "added": entry.added,
        "venue": _venue(entry),
        "links": {kind: list(values) for kind, values in entry.links.by_kind().items()},
        "needs": [need.value for need in entry.needs],
        "input": list(entry.input),
        "output": list(entry.output),
        "models": list(entry.models),
        "actions": list(dict.fromkeys(stage.action for stage in entry.walk_stages())),
        "artifacts": [
            {"id": made.id, "name": made.name, "kind": made.kind.value, "state": made.state.value, "licence": made.licence}
            for made in entry.artifacts
        ],
        "scale": _scale(entry.headline),
        "openness": {part: {"state": access.state.value, "licence": access.licence} for part, access in entry.openness.by_part().items()},
        "summary": _text(entry.summary) if entry.summary else {},
    }
    known = {key: value for key, value in record.items() if value is not None}
    return {**known, "disputed": list(disputed_fields(entry)), "checked": entry.arxiv.fetched if entry.arxiv else None}


# The keys of a record in order, each with what it holds where nothing is known; those of `_ABSENT` are then left out.
_EMPTY: Record = {
    **dict.fromkeys(("id", "kind"), ""),
    "also": [],
    **dict.fromkeys(("name", "title"), ""),
    **{key: [] for key in ("aliases", "categories", "also_in", "authors", "organizations")},
    **dict.fromkeys(("published", "added", "venue")),
    "links": {},
    **{key: [] for key in ("needs", "input", "output", "models", "actions", "artifacts")},
    "scale": None,
    **{key: {} for key in ("openness", "summary")},
    "disputed": [],
    "checked": None,
}
_ABSENT = ("published", "added", "venue", "scale")


def without_empties(record: Record) -> Record:
    """Return `record` as it is stored, without what it does not know: a third less to read again."""
    return {key: value for key, value in record.items() if value != _EMPTY[key]}


def with_empties(stored: Record) -> Record:
    """Return the record that was stored, whole and in order; nobody may change the empty lists in it, which are shared."""
    record = {**_EMPTY, **stored}
    for key in _ABSENT:
        if record[key] is None:
            del record[key]
    return record


def disputed_fields(entry: Entry) -> tuple[str, ...]:
    """Return the key paths of everything in dispute: declared ones first, then the claims whose status says so."""
    declared = [dispute.field for dispute in entry.disputes]
    stages = [f"stages.{stage.id}" for stage in entry.walk_stages() if stage.status == "disputed"]
    figures = [f"figures.{figure.id}" for figure in entry.figures if figure.status == "disputed"]
    results = [f"results.{result.benchmark.en}" for result in entry.results if result.status == "disputed"]
    return tuple(dict.fromkeys([*declared, *stages, *figures, *results]))


def _venue(entry: Entry) -> Record | None:
    venue = entry.venue
    if venue is None:
        return None
    more = {key: value for key, value in (("year", venue.year), ("track", venue.track)) if value}
    return {"name": venue.name, **more, "basis": venue.basis.value}


def _scale(headline: Figure | None) -> Record | None:
    """Return the headline figure's quantity; a disputed one gives none."""
    if headline is None or headline.status == "disputed":
        return None
    from dataclasses import fields

    quantity = headline.quantity
    held = ((field.name, getattr(quantity, field.name)) for field in fields(quantity))
    return {name: value for name, value in held if value is not None and value is not False}  # 0 is a value


def _text(text: Text) -> dict[str, str]:
    return {language: said for language, said in zip(LANGUAGES, text.both, strict=True) if said}
