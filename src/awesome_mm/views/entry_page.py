"""One work as a person wants to read it: the answer of ``show``.

Layer: views. The page opens with what it is, goes on with how it works and what came of it, and ends with what is in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ..model.brief import brief_record
from ..model.catalog import Catalog
from ..model.identifiers import address
from .blocks import Block, Cell, Column, Facts, Heading, Paragraph, Points, Quote, Table
from .claims import figure_name, figures_blocks, results_blocks
from .entry_list import COLUMNS, opening, pick
from .labels import comma, in_brackets, label, said, semicolon, venue_text
from .report import Record, Report
from .stages import pipeline_tree

if TYPE_CHECKING:
    from ..model.entry import Entry

LINK_NAMES = {"arxiv": "arXiv", "doi": "DOI", "openreview": "OpenReview"}
_CAPITALIZED = ("title", "published", "venue", "authors", "organizations", "links", "input", "output", "needs", "results")
_FIELD_NAMES = {name: name.capitalize() for name in _CAPITALIZED} | {
    "categories": "Placed in",
    "also_in": "Also fits",
    "openness": "What is open",
    "arxiv": "Record",
    "stages": "Pipeline",
    "figures": "Figures",
}


def show_report(
    catalog: Catalog, entries: Sequence[Entry], language: str, encode: Callable[[Entry], Record], fields: Sequence[str] = ()
) -> Report:
    """Return the report of `entries`, whole; `encode` gives a model value as plain data."""
    records = [pick(whole_record(entry, encode), fields) for entry in entries]
    payload = {**opening(catalog.as_of), "count": len(entries), "entries": records}

    def blocks() -> Iterable[Block]:
        for entry in entries:
            yield from entry_blocks(catalog, entry, language)

    return Report(payload=payload, records=records, columns=fields or COLUMNS, blocks=blocks)


def whole_record(entry: Entry, encode: Callable[[Entry], Record]) -> Record:
    """Return everything known of `entry`: what a list says of it, and the rest."""
    brief, whole = brief_record(entry), encode(entry)
    artifacts = [{**known, **more} for known, more in zip(brief["artifacts"], whole.get("artifacts", ()), strict=True)]
    return {**whole, **brief, "artifacts": artifacts}


def _opening(catalog: Catalog, entry: Entry, language: str) -> Iterable[Block]:
    yield Heading(entry.name, level=1)
    if entry.title != entry.name:
        yield Paragraph(entry.title, "name")
    yield header_facts(catalog, entry, language)
    if entry.summary:
        yield Paragraph(said(entry.summary, language))


def header_facts(catalog: Catalog, entry: Entry, language: str) -> Facts:
    """Return what a work is in a few words: kind, date, people, where it is placed, what it starts from and makes."""
    return Facts([(label(name, language), text) for name, text in _header(catalog, entry, language) if text])


def entry_blocks(catalog: Catalog, entry: Entry, language: str) -> Iterable[Block]:
    """Yield the page of `entry`."""
    yield from _opening(catalog, entry, language)
    if entry.account:
        yield from _part("In the words of the list", language, Quote(said(entry.account, language), "markdown"))
    yield from entry_parts(catalog, entry, language)
    if links := list(entry_links(entry, language)):
        yield from _part("Links", language, Facts(links))


def entry_parts(catalog: Catalog, entry: Entry, language: str) -> Iterable[Block]:
    """Yield how a work does it, what came of it and what is in doubt, each part behind its heading."""
    if entry.stages:
        yield from _part("Pipeline", language, pipeline_tree(catalog, entry, language))
    if entry.figures:
        yield from _part("Figures", language, *figures_blocks(catalog, entry, language))
    if entry.results:
        yield from _part("Results", language, *results_blocks(catalog, entry, language))
    if entry.openness.by_part() or entry.artifacts:
        yield from _part("What is open", language, _open_table(entry, language))
    if entry.relations:
        yield from _part("Relations", language, _relations(catalog, entry, language))
    if entry.notes:
        yield from _part("Notes", language, Points([(label(note.topic.value, language), said(note, language)) for note in entry.notes]))
    if entry.disputes:
        yield from _part("In dispute", language, _disputes(catalog, entry, language))


def _part(title: str, language: str, *blocks: Block) -> Iterable[Block]:
    yield Heading(label(title, language))
    yield from blocks


def _header(catalog: Catalog, entry: Entry, language: str) -> Iterable[tuple[str, str]]:
    terms = catalog.terms
    joint = comma(language)
    record = brief_record(entry)
    kinds = joint.join(label(kind.value, language) for kind in (entry.kind, *entry.also))
    yield "Kind", kinds
    yield "Published", joint.join(part for part in (entry.published, venue_of(record)) if part)
    yield "Organizations", joint.join(terms.name("organization", one, language) for one in entry.organizations)
    more = f" {label('et al.', language)}" if entry.authors and not entry.authors_complete else ""
    yield "Authors", ", ".join(entry.authors) + more
    yield "Also known as", semicolon(language).join(entry.aliases)
    yield "Placed in", joint.join(terms.name("category", one, language) for one in entry.categories)
    yield "Also fits", joint.join(terms.name("category", one, language) for one in entry.also_in)
    yield "Input", joint.join(terms.name("material", one, language) for one in entry.input)
    yield "Output", joint.join(terms.name("material", one, language) for one in entry.output)
    yield "Needs", joint.join(label(need.value, language) for need in entry.needs)
    yield "Record", _record_line(entry, language)


def venue_of(record: Record) -> str:
    """Return where a work was published, with the track, as its record has it."""
    venue = record.get("venue")
    track = f" ({venue['track']})" if venue and "track" in venue else ""
    return f"{venue_text(venue)}{track}"


def _record_line(entry: Entry, language: str) -> str:
    record = entry.arxiv
    if record is None:
        return ""
    checked = f"{label('fetched on', language)} {record.fetched}" if record.fetched else label("not fetched yet", language)
    version = f"v{record.version}" if record.version else ""
    parts = [
        f"arXiv {entry.links.arxiv[0]}{version}" if entry.links.arxiv else "",
        label("withdrawn", language) if record.withdrawn else "",
        label(record.basis.value, language),
        record.category or "",
        checked,
    ]
    return comma(language).join(part for part in parts if part)


def _open_table(entry: Entry, language: str) -> Table:
    parts = [(label(part, language), "", access.state.value, access.licence) for part, access in entry.openness.by_part().items()]
    made = [(one.name, label(one.kind.value, language), one.state.value, one.licence) for one in entry.artifacts]
    return Table(
        columns=[
            Column(title=label("What", language), style="name", wrap=True),
            Column(title=label("Kind", language)),
            Column(title=label("State", language)),
            Column(title=label("Licence", language)),
        ],
        rows=[[what, kind, _state(state, language), label(licence, language)] for what, kind, state, licence in (*parts, *made)],
    )


def _state(state: str, language: str) -> Cell:
    return Cell(label(state, language), {"released": "good", "unknown": "quiet"}.get(state, ""))


def _relations(catalog: Catalog, entry: Entry, language: str) -> Points:
    grouped: dict[str, list[str]] = {}
    for relation in entry.relations:
        target = relation.name or _target_name(catalog, entry, relation.to or "")
        grouped.setdefault(relation.kind.value, []).append(target)
    return Points([(label(kind, language), comma(language).join(targets)) for kind, targets in grouped.items()])


def _target_name(catalog: Catalog, entry: Entry, target: str) -> str:
    """Return a target's name as people know it: an entry's, or an artifact's."""
    owner_id, _, artifact_id = target.partition("/")
    own = {artifact.id: artifact.name for artifact in entry.artifacts}
    if not artifact_id and owner_id in own:
        return own[owner_id]
    owner = entry if owner_id == entry.id else catalog.entry(owner_id)
    made = {artifact.id: artifact.name for artifact in owner.artifacts}
    return made.get(artifact_id, owner.name)


def _disputes(catalog: Catalog, entry: Entry, language: str) -> Points:
    quoted = "{}：{}“{}”。{}" if language == "zh" else "{}: {} “{}”. {}"
    says = label("The list says", language)
    points = [
        (disputed_name(catalog, entry, dispute.field, language), says, dispute.listed.rstrip(".。"), said(dispute.reason, language))
        for dispute in entry.disputes
    ]
    return Points([("", quoted.format(*parts)) for parts in points])


def disputed_name(catalog: Catalog, entry: Entry, field: str, language: str) -> str:
    """Return what a dispute is about as the page calls it: the name of a figure or a stage, or of a field."""
    head, _, rest = field.partition(".")
    named = {f"figures.{figure.id}": figure_name(catalog, entry, figure, language) for figure in entry.figures}
    named |= {f"stages.{stage.id}": said(stage.name, language) for stage in entry.walk_stages()}
    if field in named:
        return named[field]
    part = label(LINK_NAMES.get(rest, rest), language)
    name = label(_FIELD_NAMES.get(head, head), language)
    return f"{name}{in_brackets(part, language)}" if part else name


def link_name(kind: str, language: str) -> str:
    """Return what a link of `kind` is called."""
    return LINK_NAMES.get(kind) or label(kind, language)


def entry_links(entry: Entry, language: str) -> Iterable[tuple[str, str]]:
    """Yield every address of a work and of what it makes, once, under its kind or under the name of what it leads to."""
    for kind, values in entry.links.by_kind().items():
        for value in values:
            yield link_name(kind, language), address(kind, value)
    shown = {value for values in entry.links.by_kind().values() for value in values}
    for artifact in entry.artifacts:
        for kind, values in artifact.links.by_kind().items():
            yield from ((artifact.name, address(kind, value)) for value in values if value not in shown)
