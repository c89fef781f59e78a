"""A work of the survey, whole: one work, one entry.

Layer: model. The decoder builds these from TOML or from the cache; ``brief`` and ``searchable`` derive the light forms.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from .constraints import (
    ArxivId,
    CategoryId,
    Day,
    Digest,
    Doi,
    Filled,
    MaterialId,
    Moment,
    OneOrMore,
    OrganizationId,
    PartialDate,
    ReviewId,
    Slug,
    TargetId,
    WebAddress,
)
from .facts import Figure, Result, Stage, Step
from .taxonomy import Text


class Kind(StrEnum):
    """What a work is."""

    METHOD = "method"
    DATASET = "dataset"
    BENCHMARK = "benchmark"
    SURVEY = "survey"
    LIST = "list"
    BLOG = "blog"
    INSIGHT = "insight"


class ArtifactKind(StrEnum):
    """What a work makes."""

    DATASET = "dataset"
    BENCHMARK = "benchmark"
    MODEL = "model"
    CODE = "code"
    TOOL = "tool"


class State(StrEnum):
    """Whether something is to be had."""

    RELEASED = "released"
    PROMISED = "promised"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Need(StrEnum):
    """What running a method faithfully takes."""

    CPU = "cpu"
    ENDPOINT = "endpoint"
    IMAGE_ENDPOINT = "image-endpoint"
    LOCAL_GPU = "local-gpu"


class Basis(StrEnum):
    """How a bibliographic fact was established."""

    CONFIRMED = "confirmed"
    RECALLED = "recalled"
    FETCHED = "fetched"


class RelationKind(StrEnum):
    """How one work stands to another."""

    PRODUCES = "produces"
    USES = "uses"
    EXTENDS = "extends"
    INSPIRED_BY = "inspired-by"
    COMPARES_WITH = "compares-with"
    EVALUATES_ON = "evaluates-on"


class Topic(StrEnum):
    """What a note is about."""

    IDEA = "idea"
    QUALITY = "quality"
    FINDING = "finding"
    TRAINING = "training"
    OPENNESS = "openness"
    LIMITATION = "limitation"
    INSIGHT = "insight"
    PRINCIPLE = "principle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where a work is to be found, by kind; each a list."""

    arxiv: tuple[ArxivId, ...] = ()
    doi: tuple[Doi, ...] = ()
    openreview: tuple[ReviewId, ...] = ()
    paper: tuple[WebAddress, ...] = ()
    code: tuple[WebAddress, ...] = ()
    data: tuple[WebAddress, ...] = ()
    model: tuple[WebAddress, ...] = ()
    project: tuple[WebAddress, ...] = ()
    page: tuple[WebAddress, ...] = ()

    def by_kind(self) -> dict[str, tuple[str, ...]]:
        """Return the kinds that have links, in the order of the fields."""
        return {kind.name: values for kind in fields(self) if (values := getattr(self, kind.name))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where a work was published, other than arXiv; lists often do not say in which year."""

    name: Filled
    year: int | None = None
    track: Filled | None = None
    basis: Basis = Basis.CONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Whether an artefact is to be had, and under which licence (an SPDX id, ``none`` or ``unknown``)."""

    state: State
    licence: Filled = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Openness:
    """What of a work is open."""

    code: Access | None = None
    data: Access | None = None
    model: Access | None = None
    prompts: Access | None = None

    def by_part(self) -> dict[str, Access]:
        """Return the parts something is known of, in the order of the fields."""
        return {part.name: access for part in fields(self) if (access := getattr(self, part.name)) is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """Something a work makes: named in figures and relations as ``entry/artifact``."""

    id: Slug
    name: Filled
    kind: ArtifactKind
    state: State
    licence: Filled = "unknown"
    aliases: tuple[Filled, ...] = ()
    links: Links = field(default_factory=Links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How this work stands to another of the catalog (`to`) or outside it (`name`)."""

    kind: RelationKind
    to: TargetId | None = None
    name: Filled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What the source list says of `field`, and why it is not so, or doubtful."""

    field: Filled
    listed: Filled
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A key point of a work, in our own words."""

    topic: Topic
    en: Filled
    zh: Filled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """Of which English text the Chinese in `field` (such as ``summary``) is: `of` begins the hexadecimal SHA-256 of that text."""

    field: Filled
    of: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class ArxivRecord:
    """What arXiv's record of the paper `id` says; owned by ``refresh``.

    `submitted` is the day of version 1, `updated` that of `version`; `withdrawn` is known where the comment gave cause to ask.
    """

    basis: Basis
    id: ArxivId | None = None
    title: Filled | None = None
    authors: tuple[Filled, ...] = ()
    version: int | None = None
    submitted: Day | None = None
    submitted_basis: Basis | None = None
    updated: Day | None = None
    category: Filled | None = None
    comment: Filled | None = None
    journal_ref: Filled | None = None
    doi: Filled | None = None
    withdrawn: bool | None = None
    fetched: Moment | None = None

    @property
    def fetched_at(self) -> datetime | None:
        """When it was fetched; None where it never was. A moment without an offset is of UTC."""
        if self.fetched is None:
            return None
        moment = datetime.fromisoformat(self.fetched)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


NEVER = datetime.min.replace(tzinfo=UTC)


def newest(*records: ArxivRecord | None) -> ArxivRecord | None:
    """Return the record that was fetched last, the first of several; one that was never fetched is older than any."""
    held = [record for record in records if record is not None]
    return max(held, key=lambda record: record.fetched_at or NEVER, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A work: the first of `categories` is where it is printed, `also_in` are placements of our own, `added` when it came in."""

    id: Slug
    kind: Kind
    name: Filled
    title: Filled
    categories: Annotated[tuple[CategoryId, ...], OneOrMore()]
    summary: Text | None = None
    aliases: tuple[Filled, ...] = ()
    also: tuple[Kind, ...] = ()
    also_in: tuple[CategoryId, ...] = ()
    authors: tuple[Filled, ...] = ()
    authors_complete: bool = True
    organizations: tuple[OrganizationId, ...] = ()
    published: PartialDate | None = None
    added: Day | None = None
    venue: Venue | None = None
    links: Links = field(default_factory=Links)
    needs: tuple[Need, ...] = ()
    input: tuple[MaterialId, ...] = ()
    output: tuple[MaterialId, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    openness: Openness = field(default_factory=Openness)
    relations: tuple[Relation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    notes: tuple[Note, ...] = ()
    translated: tuple[Translated, ...] = ()
    account: Text | None = None
    arxiv: ArxivRecord | None = None
    stages: tuple[Stage, ...] = ()
    figures: tuple[Figure, ...] = ()
    results: tuple[Result, ...] = ()

    def walk_stages(self) -> Iterator[Stage | Step]:
        """Yield every stage and, after it, the steps inside, in order."""
        waiting: list[Stage | Step] = list(reversed(self.stages))
        while waiting:
            stage = waiting.pop()
            yield stage
            waiting.extend(reversed(stage.steps))

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the models its stages use, each once, in order."""
        return tuple(dict.fromkeys(model.id for stage in self.walk_stages() for model in stage.models))

    @property
    def headline(self) -> Figure | None:
        """The figure that stands for the work's scale, unless it is missing."""
        return next((figure for figure in self.figures if figure.headline), None)
