"""Works related to given ones: the answer of ``related``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..services.related import CLOSE
from .entry_list import opening
from .kinship import Kinship
from .labels import comma, label, semicolon
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..services.relating.evidence import Reason, Related
    from .blocks import Block, Table

_COLUMNS = ("id", "name", "title", "published", "score", "reasons")
_NOTHING = "Nothing in the catalog is closely related to {names}."
_MOST_REASONS = 4  # in a table; programs get all of them


def related_report(
    catalog: Catalog, given: Sequence[str], found: Sequence[Related], limit: int | None, language: str, *, is_filtered: bool = False
) -> Report:
    """Return the report of the first `limit` of what was `found` related to the entries `given`; ``count`` is of all.

    ``entry`` is the id that was given, a list where there were several.
    """
    kinship = Kinship(catalog, given, language)
    shown = found[:limit]
    records = [related_record(kinship, one) for one in shown]
    asked = given[0] if len(given) == 1 else list(given)
    payload: Record = {**opening(catalog.as_of), "entry": asked, "count": len(found), "related": records}

    def blocks() -> Iterator[Block]:
        from .blocks import Heading, Paragraph

        names = comma(language).join(kinship.brief(one).name for one in given)
        if not found:
            message = "Nothing related to {names} matches these filters." if is_filtered else _NOTHING
            yield Paragraph(label(message, language).format(names=names), "warning")
            return
        yield Heading(label("Related to {names}", language).format(names=names), level=1)
        yield _table(kinship, shown, language)
        counted = label("{shown} of {count}", language).format(shown=len(shown), count=len(found))
        scale = label("score of 100; from 50 on a relation is declared", language)
        yield Paragraph(f"{counted} · {scale} · {label('catalog of', language)} {catalog.as_of}", "quiet")

    return Report(payload=payload, records=records, columns=_COLUMNS, blocks=blocks)


def related_record(kinship: Kinship, one: Related) -> Record:
    """Return a related work as programs get it."""
    brief = kinship.brief(one.id)
    known = {"id": one.id, "name": brief.name, "title": brief.record["title"], "published": brief.published or None}
    reasons = [_reason(kinship, reason) for reason in one.reasons]
    return {**{key: value for key, value in known.items() if value}, "score": one.score, "reasons": reasons}


def _reason(kinship: Kinship, reason: Reason) -> Record:
    """Return a reason with what is shared in the catalog's own words, and what a person would say."""
    more = {"relation": reason.relation, "declared_by": reason.declared_by, "role": reason.role, "language": reason.language}
    return {
        "kind": reason.kind.value,
        "entry": reason.entry,
        "strength": round(reason.strength, 2),
        "shared": list(reason.shared),
        **{key: str(value) for key, value in more.items() if value},
        "said": kinship.said(reason),
    }


def _table(kinship: Kinship, shown: Sequence[Related], language: str) -> Table:
    from .blocks import Cell, Column, Table

    rows: list[list[Cell | str]] = []
    for one in shown:
        brief = kinship.brief(one.id)
        style = "good" if one.score >= CLOSE else "quiet"
        why = f"{semicolon(language).strip()}\n".join(kinship.said(reason) for reason in in_language(one.reasons, language)[:_MOST_REASONS])
        rows.append([brief.name, Cell(f"{one.score:.0f}", style), brief.published[:7], why, str(brief.record["title"])])
    return Table(
        columns=[
            Column(title=label("Name", language), style="name", give=1, wrap=True),
            Column(title=label("Score", language), right=True, from_width=50),
            Column(title=label("Date", language), from_width=60),
            Column(title=label("Why", language), give=3, wrap=True),
            Column(title=label("Title", language), from_width=140, give=2, style="quiet"),
        ],
        rows=rows,
    )


def in_language(reasons: Sequence[Reason], language: str) -> list[Reason]:
    """Return the reasons with the words of one language alone, that of the reader where it has any."""
    spoken = {reason.language for reason in reasons if reason.language}
    other = spoken - {language} if language in spoken else set()
    return [reason for reason in reasons if reason.language not in other]
