"""The rows that an entry, and the words of a catalog, become.

Layer: exchange.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ...model.entry import Entry, Links
from ...model.facts import Stage, Step
from ...model.identifiers import address
from ...model.taxonomy import Head, Text, Vocabularies

Row = tuple[str, tuple[Any, ...]]


def both(text: Text | None) -> tuple[str | None, str | None]:
    """Return a text in both languages; None for the one that is missing."""
    return (text.en, text.zh) if text else (None, None)


def said(text: Text | None) -> str | None:
    """Return a text in English, or in the language it has."""
    return text.said("en") if text else None


def head_rows(head: Head, vocabularies: Vocabularies) -> Iterator[Row]:
    """Yield what the catalog is, and its words."""
    yield "catalog", (*both(head.title), head.as_of, head.licence, head.source)
    for position, (one, category) in enumerate(vocabularies.category.items()):
        yield "categories", (one, category.parent, position, *both(category.title), *both(category.introduction))
    for one, organization in vocabularies.organization.items():
        yield "organizations", (one, *both(organization.name), organization.sector.value)
    for one, model in vocabularies.model.items():
        yield "models", (one, *both(model.name), model.organization)


def entry_rows(position: int, entry: Entry, vocabularies: Vocabularies) -> Iterator[Row]:
    """Yield the rows of an entry, its own first."""
    venue = entry.venue
    venue_columns = (venue.name, venue.year, venue.track, venue.basis.value) if venue else (None,) * 4
    texts = (*both(entry.summary), *both(entry.account))
    year = int(entry.published[:4]) if entry.published else None
    own = (entry.id, position, entry.kind.value, entry.name, entry.title, entry.published, year)
    yield "entries", (*own, *venue_columns, *texts, int(entry.authors_complete), entry.added)
    yield from (("authors", (entry.id, number, name)) for number, name in enumerate(entry.authors))
    yield from (("aliases", (entry.id, alias)) for alias in dict.fromkeys(entry.aliases))
    yield from _placements(entry, vocabularies)
    yield from (("entry_organizations", (entry.id, one)) for one in dict.fromkeys(entry.organizations))
    yield from _links(entry.id, None, entry.links)
    for made in entry.artifacts:
        yield "artifacts", (entry.id, made.id, made.name, made.kind.value, made.state.value, made.licence)
        yield from _links(entry.id, made.id, made.links)
    yield from (("openness", (entry.id, part, access.state.value, access.licence)) for part, access in entry.openness.by_part().items())
    yield from _stages(entry.id, None, entry.stages)
    yield from _claims(entry)
    yield from _remarks(entry)


def _placements(entry: Entry, vocabularies: Vocabularies) -> Iterator[Row]:
    for category in dict.fromkeys((*entry.categories, *entry.also_in)):
        order = vocabularies.category[category].order
        position = order.index(entry.id) if entry.id in order else None
        yield "placements", (entry.id, category, position, int(category not in entry.categories))


def _links(entry_id: str, artifact: str | None, links: Links) -> Iterator[Row]:
    for kind, values in links.by_kind().items():
        yield from (("links", (entry_id, artifact, kind, value, address(kind, value))) for value in values)


def _stages(entry_id: str, parent: str | None, stages: Sequence[Stage | Step]) -> Iterator[Row]:
    for position, stage in enumerate(stages):
        claim = tuple(str(value) if value is not None else None for value in (stage.source, stage.locator, stage.status))
        yield "stages", (entry_id, stage.id, parent, position, stage.action, *both(stage.name), *both(stage.detail), *claim)
        yield from (("stage_models", (entry_id, stage.id, use.id, use.role.value)) for use in stage.models)
        yield from _stages(entry_id, stage.id, stage.steps)


def _claims(entry: Entry) -> Iterator[Row]:
    for figure in entry.figures:
        quantity = figure.quantity
        amounts = (quantity.value, quantity.at_least, quantity.at_most, int(quantity.about), quantity.unit)
        about = (figure.of, int(figure.headline), figure.part_of, *both(figure.label), figure.share)
        yield "figures", (entry.id, figure.id, figure.measure, *amounts, *about, str(figure.source), figure.locator, str(figure.status))
    for position, result in enumerate(entry.results):
        named = (said(result.benchmark), said(result.metric), said(result.subject), said(result.setting))
        gain = (result.gain.value, result.gain.unit) if result.gain else (None, None)
        claim = (str(result.source), result.locator, str(result.status))
        yield "results", (entry.id, position, *named, result.value, result.unit, *map(_plain, gain), *claim)


def _plain(value: Any) -> Any:
    return value.value if hasattr(value, "value") else value


def _remarks(entry: Entry) -> Iterator[Row]:
    yield from (("relations", (entry.id, one.kind.value, one.to, one.name)) for one in entry.relations)
    yield from (("disputes", (entry.id, one.field, one.listed, *both(one.reason))) for one in entry.disputes)
    yield from (("notes", (entry.id, number, one.topic.value, one.en, one.zh)) for number, one in enumerate(entry.notes))
    if record := entry.arxiv:
        withdrawn = None if record.withdrawn is None else int(record.withdrawn)
        dates = (record.version, record.submitted, record.updated, record.category, record.comment, record.journal_ref, record.doi)
        yield "records", (entry.id, record.id, record.basis.value, *dates, withdrawn, record.fetched)


def search_row(entry: Entry) -> tuple[str, str, str, str, str]:
    """Return what the full-text index holds of an entry: names, title, all its words, and its Chinese cut so that words are found."""
    names = " ".join((entry.name, *entry.aliases, *(name for made in entry.artifacts for name in (made.name, *made.aliases))))
    texts = list(_texts(entry))
    return entry.id, names, entry.title, " ".join(texts), " ".join(map(_runs, (*texts, names, entry.title)))


def _texts(entry: Entry) -> Iterator[str]:
    def of(found: Iterable[Text | None]) -> Iterator[str]:
        return (one for text in found if text for one in text.both if one)

    yield from of((entry.summary, entry.account))
    yield from (one for note in entry.notes for one in (note.en, note.zh or ""))
    yield from of(text for stage in entry.walk_stages() for text in (stage.name, stage.detail))
    yield from entry.authors


def _runs(text: str) -> str:
    from .chinese_runs import runs_of

    return " ".join(runs_of(text))
