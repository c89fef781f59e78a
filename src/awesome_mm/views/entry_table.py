"""Lists of entries as people get them: the tables of ``list`` and ``search``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model.brief import Brief
from ..model.catalog import Catalog
from ..services.asking import FIELDS
from ..services.search import Hit, SearchResult
from .blocks import Block, Cell, Column, Paragraph, Table
from .explaining import evidence, explained, matched_words
from .highlights import passage
from .labels import colon, comma, label, venue_text
from .numbers import quantity
from .payload import at, flat

_MARKED = (0, 2)  # the columns of names and titles


def list_blocks(
    catalog: Catalog, briefs: Sequence[Brief], count: int, language: str, fields: Sequence[str], *, by: str = ""
) -> Iterable[Block]:
    """Yield the table of `briefs`, some of `count` sorted `by` something, and the line below it; or that there is none."""
    if not briefs:
        message = "Nothing matches these filters." if len(catalog) else "The catalog has no entries."
        yield Paragraph(label(message, language) if not count else _past_the_last(count, language), "warning")
        return
    yield _table(catalog, briefs, language, fields, by=by)
    yield Paragraph(_footer(catalog, briefs, count, language, has_marks=not fields), "quiet")


def search_blocks(catalog: Catalog, result: SearchResult, language: str, fields: Sequence[str], *, explain: bool) -> Iterable[Block]:
    """Yield the table of the hits, why each was found with `explain`; or that nothing was, and what is near."""
    if result.matched and not result.hits:
        yield Paragraph(_past_the_last(result.matched, language), "warning")
        return
    if not result.hits:
        yield from _nothing_found(result, language)
        return
    briefs = [hit.brief for hit in result.hits]
    table = _table(catalog, briefs, language, fields)
    yield table if fields else _with_marks(catalog, table, result.hits, language, has_notes=not explain)
    if explain:
        yield _reasons_table(catalog, result.hits, language)
    yield Paragraph(_footer(catalog, briefs, result.matched, language, has_marks=not fields), "quiet")


def _with_marks(catalog: Catalog, table: Table, hits: Sequence[Hit], language: str, *, has_notes: bool) -> Table:
    """Return the table with the words asked for marked in names and titles, and the sentences that say the others as notes."""
    rows: list[list[Cell | str]] = []
    for hit, row in zip(hits, table.rows, strict=True):
        words = matched_words(hit)
        found = {place: passage(str(row[place]), words) for place in _MARKED}
        rows.append([Cell(found[place].text, "", found[place].spans) if place in found else cell for place, cell in enumerate(row)])
    notes = ((number, _note(catalog, hit, language)) for number, hit in enumerate(hits)) if has_notes else ()
    return table._replace(rows=rows, notes={number: note for number, note in notes if note})


def _note(catalog: Catalog, hit: Hit, language: str) -> Cell | None:
    """Return what stands below a hit: the words it lacks, and the sentence that says what name and title do not."""
    lacks = f"{label('without', language)} {comma(language).join(hit.missing)} · " if hit.missing else ""
    found = evidence(catalog, hit, language)
    if found is None:
        return Cell(lacks.removesuffix(" · "), "quiet") if lacks else None
    return Cell(f"{lacks}{found.text}", "quiet", tuple((start + len(lacks), end + len(lacks)) for start, end in found.spans))


def _nothing_found(result: SearchResult, language: str) -> Iterable[Block]:
    said = "{}“{}”（{} {}）。" if language == "zh" else "{} “{}” ({} {})."
    words = (label("Nothing found for", language), result.query, label("catalog of", language), result.as_of)
    yield Paragraph(said.format(*words), "warning")
    if result.near:
        yield Paragraph(f"{label('Near', language)}{colon(language)}{comma(language).join(result.near)}")
    if result.unknown_fields:
        unknown = comma(language).join(f"{field}:" for field in result.unknown_fields)
        yield Paragraph(f"{label('No field to search in', language)}{colon(language)}{unknown}")
        yield Paragraph(f"{label('Fields', language)}{colon(language)}{' '.join(f'{field}:' for field in FIELDS)}", "quiet")


def _past_the_last(count: int, language: str) -> str:
    return f"{label('The offset is past the last entry', language)}{colon(language)}{count}"


def _footer(catalog: Catalog, briefs: Sequence[Brief], count: int, language: str, *, has_marks: bool) -> str:
    shown = len(briefs)
    if language == "zh":
        counted = f"{count} 篇" if shown == count else f"{count} 篇中的 {shown} 篇"
    else:
        entries = "entry" if count == 1 else "entries"
        counted = f"{count} {entries}" if shown == count else f"{shown} of {count} {entries}"
    marks = [
        ("!", "facts in dispute; `show` says which", any(brief.values("disputed") for brief in briefs)),
        ("?", "recalled, not confirmed", any(_is_recalled(brief) for brief in briefs)),
    ]
    notes = "".join(f" · {mark} {label(meaning, language)}" for mark, meaning, is_there in marks if is_there and has_marks)
    return f"{counted} · {label('catalog of', language)} {catalog.as_of}{notes}"


def _is_recalled(brief: Brief) -> bool:
    venue = brief.record.get("venue")
    return venue is not None and venue["basis"] == "recalled"


def _table(catalog: Catalog, briefs: Sequence[Brief], language: str, fields: Sequence[str], *, by: str = "") -> Table:
    if fields:
        columns = [Column(title=field, wrap=True, give=1, style="name" if field in ("id", "name") else "") for field in fields]
        return Table(columns=columns, rows=[[_value(catalog, brief, field, language) for field in fields] for brief in briefs])
    return Table(columns=_columns(language, by=by), rows=[_row(catalog, brief, language) for brief in briefs])


def _value(catalog: Catalog, brief: Brief, field: str, language: str) -> str:
    if field == "scale":
        return _scale(catalog, brief, language)
    return flat(at(brief.record, field))


def _scale(catalog: Catalog, brief: Brief, language: str) -> str:
    scale = brief.record.get("scale")
    return quantity(scale, catalog.terms, language) if scale else ""


def _columns(language: str, *, by: str) -> list[Column]:
    """Return the columns; what the list is sorted `by` shows at every width."""
    return [
        Column(title=label("Name", language), style="name"),
        Column(title="!", style="warning"),
        Column(title=label("Title", language), give=2),
        Column(title=label("Scale", language), right=True, from_width=0 if by == "scale" else 116),
        Column(title=label("Date", language)),
        Column(title=label("Venue", language), from_width=74),
        Column(title=label("Organizations", language), from_width=120, give=1, style="quiet"),
        Column(title=label("Category", language), from_width=0 if by == "category" else 150, give=1, style="quiet"),
    ]


def _row(catalog: Catalog, brief: Brief, language: str) -> list[Cell | str]:
    terms = catalog.terms
    title = str(brief.record["title"])
    short = title.removeprefix(f"{brief.name}:").strip() or title
    return [
        brief.name,
        "!" if brief.values("disputed") else "",
        short,
        _scale(catalog, brief, language),
        brief.published[:7],
        venue_text(brief.record.get("venue")),
        comma(language).join(terms.name("organization", one, language) for one in brief.values("organizations")),
        terms.name("category", brief.values("categories")[0], language),
    ]


def _reasons_table(catalog: Catalog, hits: Sequence[Hit], language: str) -> Table:
    rows: list[list[Cell | str]] = [
        [Cell(hit.brief.name, "name"), f"{hit.score:g}", "\n".join(one.written(language) for one in explained(catalog, hit, language))]
        for hit in hits
    ]
    return Table(
        title=label("Why", language),
        columns=[
            Column(title=label("Name", language)),
            Column(title=label("Score", language), right=True),
            Column(title=label("Why", language), wrap=True, give=1),
        ],
        rows=rows,
    )
