"""The rows that an entry becomes.

Layer: exchange.
"""

from collections.abc import Iterator, Mapping

from ...model.entry import ArxivRecord, Entry, Links
from ...model.identifiers import address
from ...model.text import printable, unique
from .claim_rows import figure_rows, result_rows, stage_rows
from .rows import Row, both, known


def entry_rows(number: int, entry: Entry, positions: Mapping[str, Mapping[str, int]]) -> Iterator[Row]:
    """Yield the rows of the entry that is the catalog's `number`-th, its own first; `positions` are those of `positions_of`."""
    venue = entry.venue
    venue_columns = (venue.name, venue.year, venue.track, venue.basis.value) if venue else (None,) * 4
    year = int(entry.published[:4]) if entry.published else None
    own = (entry.id, number, entry.kind.value, entry.name, entry.title, entry.published, year)
    yield "entries", (*own, *venue_columns, *both(entry.summary), *both(entry.account), int(entry.authors_complete), entry.added)
    yield from _words(entry)
    yield from _placements(entry, positions)
    yield from _links(entry.id, None, entry.links)
    yield from _artifacts(entry)
    yield from stage_rows(entry.id, None, entry.stages, None)
    yield from figure_rows(entry)
    yield from result_rows(entry)
    yield from _remarks(entry)
    if entry.arxiv:
        yield _record(entry.id, entry.arxiv)


def _words(entry: Entry) -> Iterator[Row]:
    yield from (("authors", (entry.id, position, name)) for position, name in enumerate(entry.authors))
    yield from (("aliases", (entry.id, alias)) for alias in unique(map(printable, entry.aliases)))
    yield from (("also_kinds", (entry.id, kind.value)) for kind in dict.fromkeys(entry.also))
    yield from (("entry_organizations", (entry.id, one)) for one in dict.fromkeys(entry.organizations))
    yield from (("needs", (entry.id, need.value)) for need in dict.fromkeys(entry.needs))
    for way, materials in (("input", entry.input), ("output", entry.output)):
        yield from (("entry_materials", (entry.id, way, material)) for material in dict.fromkeys(materials))
    yield from (("openness", (entry.id, part, one.state.value, known(one.licence))) for part, one in entry.openness.by_part().items())


def _placements(entry: Entry, positions: Mapping[str, Mapping[str, int]]) -> Iterator[Row]:
    for category in dict.fromkeys((*entry.categories, *entry.also_in)):
        yield "placements", (entry.id, category, positions[category].get(entry.id), int(category not in entry.categories))


def _links(entry_id: str, artifact: str | None, links: Links) -> Iterator[Row]:
    for kind, values in links.by_kind().items():
        yield from (("links", (entry_id, artifact, kind, value, address(kind, value))) for value in values)


def _artifacts(entry: Entry) -> Iterator[Row]:
    for made in entry.artifacts:
        yield "artifacts", (entry.id, made.id, made.name, made.kind.value, made.state.value, known(made.licence))
        yield from (("artifact_aliases", (entry.id, made.id, alias)) for alias in unique(map(printable, made.aliases)))
        yield from _links(entry.id, made.id, made.links)


def _remarks(entry: Entry) -> Iterator[Row]:
    yield from (("relations", (entry.id, position, one.kind.value, one.to, one.name)) for position, one in enumerate(entry.relations))
    yield from (("disputes", (entry.id, position, one.field, one.listed, *both(one.reason))) for position, one in enumerate(entry.disputes))
    yield from (("notes", (entry.id, position, one.topic.value, one.en, one.zh)) for position, one in enumerate(entry.notes))


def _record(entry_id: str, record: ArxivRecord) -> Row:
    withdrawn = None if record.withdrawn is None else int(record.withdrawn)
    days = (record.version, record.submitted, record.submitted_basis, record.updated)
    written = (record.category, record.comment, record.journal_ref, record.doi)
    return "records", (entry_id, record.id, record.basis.value, record.title, *days, *written, withdrawn, record.fetched)
