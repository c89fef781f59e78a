"""What a figure shows: numbers in series, each with the works it counts, and the works that it leaves out.

Layer: services.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...model.text import unique

UNDATED = "undated"
YEAR_ONLY = "year-only"
DISPUTED = "disputed"
NO_GENERATOR = "no-generator"
NO_SCALE = "no-scale"
NO_LENGTH = "not-positive"
NO_ORGANIZATION = "no-organization"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One number: `value` counts the works `ids`, unless `details` say what else it measures."""

    key: str
    ids: tuple[str, ...]
    value: float
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Numbers that belong together, in the order in which they are shown."""

    key: str
    points: tuple[Point, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The works of all its points, each once."""
        return unique(one for point in self.points for one in point.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Works that a figure cannot show, or must not, and why."""

    reason: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The numbers of the figure `name` over as many `works`; `period` is what its times are: ``month``, ``quarter`` or ``year``."""

    name: str
    works: int
    series: tuple[Series, ...]
    left_out: tuple[Omission, ...] = ()
    period: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(series.ids for series in self.series)


def count(key: str, ids: Iterable[str], **details: Any) -> Point:
    """Return the point that counts `ids`, each once."""
    counted = unique(ids)
    return Point(key=key, ids=counted, value=len(counted), details=details)


def omissions(ids_by_reason: Mapping[str, Sequence[str]]) -> tuple[Omission, ...]:
    """Return an omission for each reason that some work has."""
    return tuple(Omission(reason=reason, ids=unique(ids)) for reason, ids in ids_by_reason.items() if ids)
