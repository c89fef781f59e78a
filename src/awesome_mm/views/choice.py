"""Methods that fit what a person has, ranked, and the others with what keeps each from it: the answer of ``choose``.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..services.choosing import Choice, Chosen, Judgement, Part, Rejected, Verdict
from .blocks import Block, Cell, Column, Facts, Heading, Paragraph, Table
from .entry_list import opening
from .labels import colon, comma, label, semicolon
from .numbers import quantity
from .report import Record, Report

if TYPE_CHECKING:
    from ..model.catalog import Catalog

COLUMNS = ("id", "name", "verdict", "rank", "code.state", "code.licence", "prompts.state", "confirmed", "stages", "published", "lacking")
_SAID = {"input": "At hand", "needs": "Runs with", "licence": "Licence", "output": "Wanted"}
_LACKING = {"input": "Lacks as input", "needs": "Lacks to run", "licence": "Licence", "output": "Makes instead"}


def choice_report(catalog: Catalog, choice: Choice, limit: int | None, language: str) -> Report:
    """Return the report of `choice`, with at most `limit` of the methods that qualify; as lines it is one row for each method."""
    shown = choice.chosen[:limit]
    qualified = [_chosen_record(rank, one, choice) for rank, one in enumerate(shown, 1)]
    rejected = [_rejected_record(one, choice) for one in choice.rejected]
    payload: Record = {
        **opening(catalog.as_of),
        "criteria": {name: list(values) for name, values in choice.criteria.by_name.items()},
        "count": len(choice.chosen),
        "looked_at": len(choice.chosen) + len(choice.rejected),
        "not_looked_at": {"no_method": choice.no_method, "filtered": choice.filtered},
        "qualified": qualified,
        "rejected": rejected,
    }

    def blocks() -> Iterable[Block]:
        return _blocks(catalog, choice, shown, language)

    return Report(payload=payload, records=[*qualified, *rejected], columns=COLUMNS, blocks=blocks)


def _chosen_record(rank: int, chosen: Chosen, choice: Choice) -> Record:
    record, standing = chosen.brief.record, chosen.standing
    known: Record = {"id": record["id"], "name": record["name"], "verdict": Verdict.MET.value, "rank": rank}
    known |= {part: record["openness"][part] for part in ("code", "prompts") if part in record["openness"]}
    known |= {"confirmed": standing.confirmed, "stages": standing.stages, "disputed": list(chosen.brief.values("disputed"))}
    known |= {key: record[key] for key in ("scale", "published") if key in record}
    return {**known, "criteria": [_judgement_record(one, choice) for one in chosen.judgements]}


def _rejected_record(rejected: Rejected, choice: Choice) -> Record:
    brief, criteria = rejected.brief, [_judgement_record(one, choice) for one in rejected.judgements]
    lacking = [f"{one.criterion}:{what}" for one in rejected.judgements for what in _lacks(one)]
    return {"id": brief.id, "name": brief.name, "verdict": rejected.verdict.value, "lacking": lacking, "criteria": criteria}


def _lacks(judgement: Judgement) -> Sequence[str]:
    """Return what a criterion lacks, in the catalog's own words."""
    if judgement.criterion == "licence":
        return [f"{part.part}={_known_licence(part)}" for part in judgement.parts] or ["unknown"]
    return ["unknown"] if judgement.verdict is Verdict.UNKNOWN else judgement.missing


def _judgement_record(judgement: Judgement, choice: Choice) -> Record:
    record: Record = {
        "criterion": judgement.criterion,
        "verdict": judgement.verdict.value,
        "wanted": list(choice.criteria.by_name[judgement.criterion]),
    }
    if judgement.criterion == "licence":
        found = [{**part._asdict(), "name": part.name or None} for part in judgement.parts]
        return {**record, "found": [{key: value for key, value in one.items() if value is not None} for one in found]}
    return {**record, "found": list(judgement.found), "missing": list(judgement.missing)}


def _known_licence(part: Part) -> str:
    """Return the licence of a part that is to be had, of any other its state."""
    return part.licence if part.state == "released" else part.state


def _blocks(catalog: Catalog, choice: Choice, shown: Sequence[Chosen], language: str) -> Iterator[Block]:
    yield Facts(
        [(label(_SAID[name], language), _words(catalog, name, values, language)) for name, values in choice.criteria.by_name.items()]
    )
    if shown:
        yield _qualified_table(catalog, shown, language)
    yield Paragraph(_counted(choice, shown, language), "quiet" if shown else "warning")
    if choice.rejected:
        yield Heading(label("Do not qualify, the nearest first", language))
        yield _rejected_table(catalog, choice, language)
    if left_out := _left_out(choice, language):
        yield Paragraph(left_out, "quiet")


def _qualified_table(catalog: Catalog, shown: Sequence[Chosen], language: str) -> Table:
    return Table(
        columns=[
            Column(title=label("Name", language), style="name"),
            Column(title=label("Code", language)),
            Column(title=label("Prompts", language)),
            Column(title=label("Licence", language), wrap=True, give=1),
            Column(title=label("Confirmed", language), right=True),
            Column(title=label("Scale", language), right=True, from_width=90),
            Column(title=label("Date", language)),
        ],
        rows=[_qualified_row(catalog, one, language) for one in shown],
    )


def _qualified_row(catalog: Catalog, chosen: Chosen, language: str) -> list[Cell | str]:
    record, standing = chosen.brief.record, chosen.standing
    states = [record["openness"].get(part, {}).get("state", "unknown") for part in ("code", "prompts")]
    scale = record.get("scale")
    return [
        chosen.brief.name,
        *(Cell(label(state, language), "good" if state == "released" else "quiet") for state in states),
        _licence(chosen, language),
        f"{standing.confirmed}/{standing.stages}",
        quantity(scale, catalog.terms, language) if scale else "",
        chosen.brief.published[:7],
    ]


def _licence(chosen: Chosen, language: str) -> str:
    """Return the licences that were accepted, and without such a criterion those of code and prompts."""
    judged = [part for one in chosen.judgements for part in one.parts]
    open_parts = chosen.brief.record["openness"]
    parts = judged or [Part(name, **open_parts[name]) for name in chosen.standing.released]
    return _by_licence(parts, language)


def _by_licence(parts: Sequence[Part], language: str) -> str:
    """Return the parts by the licence they are under: ``code, prompts: MIT``."""
    names: dict[str, list[str]] = {}
    for part in parts:
        names.setdefault(_known_licence(part), []).append(part.name or label(part.part, language))
    joint = comma(language)
    return semicolon(language).join(f"{joint.join(held)}{colon(language)}{label(licence, language)}" for licence, held in names.items())


def _rejected_table(catalog: Catalog, choice: Choice, language: str) -> Table:
    """Return a row for each method and a column for each criterion that any fails; what a method meets stays empty."""
    failing = {one.criterion for rejected in choice.rejected for one in rejected.judgements}
    asked = [name for name in choice.criteria.by_name if name in failing]
    columns = [Column(title=label(_LACKING[name], language), wrap=True, give=1) for name in asked]
    rows = []
    for rejected in choice.rejected:
        judged = {one.criterion: one for one in rejected.judgements}
        cells = [_lacking(catalog, judged[name], language) if name in judged else "" for name in asked]
        rows.append([Cell(rejected.brief.name, "name"), *cells])
    return Table(columns=[Column(title=label("Name", language), wrap=True, give=1), *columns], rows=rows)


def _lacking(catalog: Catalog, judgement: Judgement, language: str) -> Cell | str:
    """Return what a method lacks by a criterion; what is unknown stands out from what is known not to fit."""
    style = "warning" if judgement.verdict is Verdict.UNKNOWN else ""
    if judgement.criterion == "licence" and judgement.parts:
        return Cell(_by_licence(judgement.parts, language), style)
    if judgement.verdict is Verdict.UNKNOWN:
        return Cell(label("unknown", language), style)
    shown = judgement.found if judgement.criterion == "output" else judgement.missing
    return _words(catalog, judgement.criterion, shown, language)


def _words(catalog: Catalog, criterion: str, values: Iterable[str], language: str) -> str:
    """Return the values of a criterion as people know them: materials by their names."""
    is_material = criterion in ("input", "output")
    return comma(language).join(
        catalog.terms.name("material", value, language) if is_material else label(value, language) for value in values
    )


def _counted(choice: Choice, shown: Sequence[Chosen], language: str) -> str:
    """Return how many qualify, and by what they are ranked."""
    count, looked_at = len(choice.chosen), len(choice.chosen) + len(choice.rejected)
    if language == "zh":
        counted = f"{looked_at} 种方法中有 {count} 种符合" + (f"，显示前 {len(shown)} 种" if len(shown) < count else "")
    else:
        counted = f"{count} of {looked_at} methods qualif{'ies' if count == 1 else 'y'}"
        counted += f", the first {len(shown)} are shown" if len(shown) < count else ""
    ranked = label("ranked by: code and prompts released, share of confirmed stages, nothing in dispute, known scale, newest", language)
    return f"{counted} · {ranked}" if count > 1 else counted


def _left_out(choice: Choice, language: str) -> str:
    """Return how many works were not looked at, ``""`` where all were."""
    counts = [(choice.no_method, "without a method or pipeline"), (choice.filtered, "left out by the filters")]
    said = [f"{count} {label(why, language)}" for count, why in counts if count]
    return f"{label('Not looked at', language)}{colon(language)}{comma(language).join(said)}" if said else ""
