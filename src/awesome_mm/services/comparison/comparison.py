"""What a comparison is made of: rows of cells, each a few values with what is known of their standing.

Layer: services.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from ...model.facts import Claim, Source, Status
from ...model.taxonomy import Text
from ...model.text import LANGUAGES


class Form(StrEnum):
    """What the values of a row are, so that a view knows how to say them."""

    DATE = "date"
    VENUE = "venue"
    TERM = "term"
    NEED = "need"
    ACTION = "action"
    STAGE = "stage"
    QUANTITY = "quantity"
    RESULT = "result"
    ACCESS = "access"
    FIELD = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value in the catalog's own words; `value` is None where it is in dispute, which `status` then says.

    `status`, `source` and `locator` are None for facts that carry none of their own; `more` belongs to the value, such as its licence.
    """

    value: Any
    unit: str | None = None
    status: Status | None = None
    source: Source | None = None
    locator: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def said(self) -> tuple[str, ...]:
        """What two values must have in common to be the same, whoever says so."""
        return tuple(repr(one) for one in (self.value, self.unit, self.status == "disputed", sorted(self.more.items(), key=repr)))


Cell = tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is compared: a cell for each work in order, empty where nothing is known.

    `vocabulary` is that of a row of terms; `title` is set where the name of the row comes from the catalog.
    """

    key: str
    form: Form
    cells: tuple[Cell, ...]
    vocabulary: str = ""
    title: Text | None = None

    @property
    def is_known(self) -> bool:
        """Whether something is known of one of the works."""
        return any(self.cells)

    @property
    def differs(self) -> bool:
        """Whether two works differ in it; one of which it is unknown differs from one of which it is known."""
        return len({self._compared(cell) for cell in self.cells}) > 1

    def _compared(self, cell: Cell) -> tuple[tuple[str, ...], ...]:
        said = [one.said for one in cell]
        return tuple(said) if self.form in _IN_ORDER else tuple(sorted(set(said)))


_IN_ORDER = (Form.ACTION,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The works (their ids), and the rows in which they are compared, all of them or only those that differ."""

    entries: tuple[str, ...]
    rows: tuple[Row, ...]
    only_differences: bool = False

    def without(self, key: str) -> "Comparison":
        """Return the comparison without the row called so."""
        return replace(self, rows=tuple(row for row in self.rows if row.key != key))


def claimed(claim: Claim, value: Any, unit: str | None = None, more: Mapping[str, Any] | None = None) -> Value:
    """Return what `claim` says; of one in dispute only that it is."""
    if claim.status is Status.DISPUTED:
        return Value(value=None, status=claim.status, source=claim.source, locator=claim.locator)
    return Value(value=value, unit=unit, status=claim.status, source=claim.source, locator=claim.locator, more=more or {})


def by_language(text: Text) -> dict[str, str]:
    """Return a bilingual text as programs get it."""
    return {language: said for language, said in zip(LANGUAGES, text.both, strict=True) if said}
