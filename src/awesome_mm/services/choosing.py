"""Which methods fit what a person has, and of the others what keeps each from it.

Layer: services. A criterion is met, failed, or unknown where the catalog does not say; what is unknown never counts as met.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple

from ..errors import WrongUsage
from ..model.brief import Brief, Record
from ..model.catalog import Catalog
from ..model.text import fold
from .ordering import arrange
from .selection import Selection, known_licences, known_materials, resolve_selection

CRITERIA = ("input", "needs", "licence", "output")
_RUN = ("code", "prompts")  # of what is open, the parts that one runs a recipe by
_PROGRAMS = ("code", "tool")  # kinds of artifacts that are programs


class Verdict(StrEnum):
    """How a method stands to a criterion, or to all of them."""

    MET = "met"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Part(NamedTuple):
    """Something one runs a recipe by: its code, its prompts, or a program it made, which then has a name."""

    part: str
    state: str
    licence: str
    name: str = ""


class Judgement(NamedTuple):
    """How a method meets a criterion: what was `found`, and of that (or of what was wanted) what is `missing`.

    A licence was found of `parts`; where it is met, the first is the part that meets it.
    """

    criterion: str
    verdict: Verdict
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


class Standing(NamedTuple):
    """What a method that qualifies is ranked by."""

    released: tuple[str, ...]
    confirmed: int
    stages: int
    has_disputes: bool
    has_scale: bool


class Chosen(NamedTuple):
    """A method that meets every criterion."""

    brief: Brief
    standing: Standing
    judgements: tuple[Judgement, ...]


class Rejected(NamedTuple):
    """A method that does not: by what it fails, or by what is unknown of it."""

    brief: Brief
    judgements: tuple[Judgement, ...]

    @property
    def verdict(self) -> Verdict:
        """Failed where any criterion is, else unknown."""
        return Verdict.FAILED if self.failed else Verdict.UNKNOWN

    @property
    def failed(self) -> int:
        """How many criteria are known not to be met."""
        return sum(one.verdict is Verdict.FAILED for one in self.judgements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What is at hand and what is wanted, in the catalog's ids; empty where it was not said.

    `licences` are as they were named, `accepted` those that they stand for, folded.
    """

    input: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    accepted: frozenset[str] = frozenset()
    output: tuple[str, ...] = ()

    @property
    def by_name(self) -> dict[str, tuple[str, ...]]:
        """What was said, by criterion."""
        said = zip(CRITERIA, (self.input, self.needs, self.licences, self.output), strict=True)
        return {name: values for name, values in said if values}

    def judge(self, brief: Brief) -> tuple[Judgement, ...]:
        """Return how `brief` meets each criterion, in the order of `CRITERIA`."""
        judged = {
            "input": _contained("input", brief.values("input"), self.input),
            "needs": _contained("needs", brief.values("needs"), (*self.needs, "cpu")),  # a CPU is always at hand
            "licence": _licensed(brief.record, self.accepted),
            "output": _made(brief.values("output"), self.output),
        }
        return tuple(judged[name] for name in self.by_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The methods that qualify, best first; the others, nearest first; and how many works were not looked at."""

    criteria: Criteria
    chosen: tuple[Chosen, ...]
    rejected: tuple[Rejected, ...]
    no_method: int
    filtered: int


def choose_methods(catalog: Catalog, criteria: Criteria, filters: Selection) -> Choice:
    """Return which methods meet `criteria`: of all works that the `filters` admit and that are a method or have a pipeline."""
    methods = [brief for brief in catalog.briefs if _has_recipe(brief)]
    judged = [(brief, criteria.judge(brief)) for brief in arrange(catalog, methods, "published") if filters.admits(brief)]
    chosen = [Chosen(brief, _standing(catalog, brief), found) for brief, found in judged if _meets_all(found)]
    rejected = [Rejected(brief, tuple(one for one in found if one.verdict is not Verdict.MET)) for brief, found in judged]
    return Choice(
        criteria=criteria,
        chosen=tuple(sorted(chosen, key=_rank)),
        rejected=tuple(sorted((one for one in rejected if one.judgements), key=_distance)),
        no_method=len(catalog) - len(methods),
        filtered=len(methods) - len(judged),
    )


def read_criteria(catalog: Catalog, filters: Mapping[str, Any], output: Sequence[str]) -> tuple[Criteria, Selection]:
    """Return the criteria as a person wrote them (`input`, `needs` and `licence` stand among the `filters`), and the filters left.

    Raises:
        WrongUsage: no criterion is given, or a value is not known.
    """
    selection = resolve_selection(catalog, **filters)
    criteria = Criteria(
        input=tuple(selection.inputs),
        needs=tuple(selection.needs),
        licences=known_licences(catalog, filters.get("licence", ()), "--licence"),
        accepted=frozenset(selection.licences),
        output=known_materials(catalog.terms, output, "--output"),
    )
    if not criteria.by_name:
        raise WrongUsage("There is nothing to choose by.", "Give at least one of --input, --needs, --licence and --output.")
    return criteria, selection._replace(inputs=(), needs=(), licences=())


def _has_recipe(brief: Brief) -> bool:
    return "method" in (brief.record["kind"], *brief.values("also")) or bool(brief.values("actions"))


def _meets_all(judgements: Sequence[Judgement]) -> bool:
    return all(one.verdict is Verdict.MET for one in judgements)


def _contained(criterion: str, needed: Sequence[str], at_hand: Sequence[str]) -> Judgement:
    """Return whether all that is `needed` is at hand."""
    missing = tuple(one for one in needed if one not in at_hand)
    verdict = Verdict.UNKNOWN if not needed else Verdict.FAILED if missing else Verdict.MET
    return Judgement(criterion, verdict, tuple(needed), missing)


def _made(output: Sequence[str], wanted: Sequence[str]) -> Judgement:
    """Return whether anything that is `wanted` comes out."""
    if any(one in wanted for one in output):
        return Judgement("output", Verdict.MET, tuple(output))
    return Judgement("output", Verdict.FAILED if output else Verdict.UNKNOWN, tuple(output), tuple(wanted))


def _licensed(record: Record, accepted: frozenset[str]) -> Judgement:
    """Return whether code or prompts are released under an accepted licence; either is enough to run a recipe.

    Judged by the parts whose state is known: one that is to be had under an unknown licence leaves the answer unknown.
    """
    parts = tuple(_parts(record))
    known = tuple(part for part in parts if part.state != "unknown")
    released = [part for part in known if part.state == "released"]
    if met := tuple(part for part in released if fold(part.licence) in accepted):
        return Judgement("licence", Verdict.MET, parts=met)
    is_open = not known or any(part.licence == "unknown" for part in released)
    return Judgement("licence", Verdict.UNKNOWN if is_open else Verdict.FAILED, parts=known or parts)


def _parts(record: Record) -> list[Part]:
    """Return code and prompts, and those programs among the artifacts that are not to be had just as the code is."""
    opened = [Part(part, access["state"], access["licence"]) for part, access in record["openness"].items() if part in _RUN]
    programs = {(part.state, part.licence): part for part in opened if part.part == "code"}
    for made in record["artifacts"]:
        if made["kind"] in _PROGRAMS:
            programs.setdefault((made["state"], made["licence"]), Part(made["kind"], made["state"], made["licence"], made["name"]))
    return [*programs.values(), *(part for part in opened if part.part != "code")]


def _standing(catalog: Catalog, brief: Brief) -> Standing:
    stages = catalog.entry(brief.id).stages
    return Standing(
        released=tuple(part for part in _RUN if brief.record["openness"].get(part, {}).get("state") == "released"),
        confirmed=sum(stage.status == "confirmed" for stage in stages),
        stages=len(stages),
        has_disputes=bool(brief.values("disputed")),
        has_scale="scale" in brief.record,
    )


def _distance(rejected: Rejected) -> tuple[int, int, int]:
    """Return the key by which what lacks less comes first, and what is unknown before what is known to fail."""
    return len(rejected.judgements), rejected.failed, sum(len(one.missing) for one in rejected.judgements)


def _rank(chosen: Chosen) -> tuple[int, Fraction, bool, bool]:
    """Return the key by which what is easier to run and surer comes first; what is equal stays in order, newest first."""
    standing = chosen.standing
    confirmed = Fraction(standing.confirmed, standing.stages) if standing.stages else Fraction(0)
    return -len(standing.released), -confirmed, standing.has_disputes, not standing.has_scale
