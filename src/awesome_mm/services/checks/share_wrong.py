"""Percentages that do not make a hundred. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...model.facts import Status
from ...model.written_numbers import Stated
from .finding import Check, Finding, Group, Severity, Told, said
from .stating import groups
from .subject import Case, Subject
from .sums import makes, total

_FEWEST = 3
_NEAR = (Decimal(92), Decimal(108))
_WHOLE = Stated(value=Decimal(100), step=Decimal("0.01"), start=0, end=0, unit="%", is_rough=False, is_scaled=True)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield groups of shares that come near a hundred per cent and miss it by more than rounding."""
    for text in subject.texts:
        for group in groups(text.passages, percent=True):
            shares = [stated for _, stated in group.parts]
            if _misses(shares):
                yield CHECK.at(text.path, group.parts[0][0].line, *_said(total(shares)))
    for case in subject.cases if subject.is_catalog else ():
        yield from _of_figures(case)


def _of_figures(case: Case) -> Iterator[Finding]:
    figures = [one for one in case.entry.figures if one.part_of and one.by and one.share is not None]
    for group in dict.fromkeys((one.part_of, one.by) for one in figures):
        own = [one for one in figures if (one.part_of, one.by) == group]
        shares = [_stated(Decimal(str(one.share))) for one in own]
        if _misses(shares) and not any(one.status is Status.DISPUTED for one in own):
            yield CHECK.of(case, *_said(total(shares)), field="figures")


def _stated(share: Decimal) -> Stated:
    return Stated(
        value=share, step=Decimal(1).scaleb(int(share.as_tuple().exponent)), start=0, end=0, unit="%", is_rough=False, is_scaled=True
    )


def _misses(shares: list[Stated]) -> bool:
    return len(shares) >= _FEWEST and _NEAR[0] <= total(shares) <= _NEAR[1] and not makes(shares, _WHOLE)


def _said(made: Decimal) -> Told:
    return (
        said(f"These shares make {made.normalize():f} %, not 100 %.", f"各占比合计为 {made.normalize():f} %，而非 100 %。"),
        said("Correct the share that is wrong.", "请更正有误的占比。"),
    )


CHECK = Check(
    code="share-wrong",
    group=Group.ARITHMETIC,
    severity=Severity.WARNING,
    about=said("percentages that nearly make a hundred", "占比之和接近但不等于 100 %"),
    why="""The shares of a whole make a hundred per cent, within their rounding. Three or more lines next to each other that each state a
share, and come near a hundred without making it, hold a slip.""",
    unsound={"README.md": "## Data\n\n- General (36.8%)\n- Chart (24.6%)\n- Caption (35.1%)\n"},
    sound={"README.md": "## Data\n\n- General (36.8%)\n- Chart (24.6%)\n- Caption (38.6%)\n"},
    find=find,
)
