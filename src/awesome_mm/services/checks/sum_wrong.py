"""Parts that do not make their total. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...model.facts import Figure, Status
from ...model.list_text import ListText
from ...model.written_numbers import Stated, quantities_in
from .finding import Check, Finding, Group, Severity, Told, said
from .stating import groups, one_quantity
from .subject import Case, Subject
from .sums import makes, short, total

_NEAR = (Decimal("0.75"), Decimal("1.25"))  # a sum farther off than that is no sum of these parts
_PLUS = re.compile(r"\s*(?:[^\d+=()（）]{0,60}?)\s*[+＋]\s*")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield totals, of figures in a catalog and of lines in a text, that their parts do not make."""
    for text in subject.texts:
        for line, parts, whole in (*_below_heads(text), *_in_lines(text)):
            if not makes(parts, whole) and _NEAR[0] * whole.value <= total(parts) <= _NEAR[1] * whole.value:
                yield CHECK.at(
                    text.path, line, *_said(" + ".join(short(part.value) for part in parts), short(total(parts)), short(whole.value))
                )
    for case in subject.cases if subject.is_catalog else ():
        yield from _of_figures(case)


def _said(parts: str, made: str, whole: str) -> Told:
    return (
        said(f"{parts} makes {made}, not {whole}.", f"{parts} 合计为 {made}，而非 {whole}。"),
        said("Correct the total or the part that is wrong.", "请更正总数，或有误的分项。"),
    )


def _below_heads(text: ListText) -> Iterator[tuple[int, list[Stated], Stated]]:
    """Yield totals that a heading states, with the lines below it that state the parts."""
    for group in groups(text.passages):
        whole = one_quantity(group.head.text) if group.head else None
        if group.head and whole:
            yield group.head.line, [stated for _, stated in group.parts], whole


def _in_lines(text: ListText) -> Iterator[tuple[int, list[Stated], Stated]]:
    """Yield sums that are written out: ``91K (45K pairs + 46K triplets)``, ``58K + 23K + 77K = 158K``."""
    for passage in text.passages:
        if "+" not in passage.text and "＋" not in passage.text:
            continue
        numbers = quantities_in(passage.text)
        for first, last in _runs(passage.text, numbers):
            if whole := _whole(passage.text, numbers, first, last):
                yield passage.line, list(numbers[first : last + 1]), whole


def _runs(text: str, numbers: Sequence[Stated]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of numbers that are joined by plus signs."""
    first = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or not _PLUS.fullmatch(text, numbers[place - 1].end, numbers[place].start):
            if place - 1 > first:
                yield first, place - 1
            first = place


def _whole(text: str, numbers: Sequence[Stated], first: int, last: int) -> Stated | None:
    """Return the total of a sum: behind an equals sign, or in front of the brackets that the sum stands in."""
    if last + 1 < len(numbers) and re.fullmatch(r"[^\d+()（）]{0,40}[=＝]\s*[~≈约]?", text[numbers[last].end : numbers[last + 1].start]):
        return numbers[last + 1]
    if first and re.fullmatch(
        r"[^\d+()（）,;，；。:：]{0,40}[(（=＝][^\d()（）]{0,20}", text[numbers[first - 1].end : numbers[first].start]
    ):
        return numbers[first - 1]
    return None


def _of_figures(case: Case) -> Iterator[Finding]:
    """Yield totals of an entry whose parts, divided by one criterion and all undisputed, do not make them."""
    figures = {figure.id: figure for figure in case.entry.figures}
    for whole_id, by in dict.fromkeys((one.part_of, one.by) for one in figures.values() if one.part_of and one.by):
        whole = figures[str(whole_id)]
        parts = [one for one in figures.values() if (one.part_of, one.by) == (whole_id, by)]
        amounts = [_stated(one) for one in parts if one.quantity.unit == whole.quantity.unit and one.quantity.value is not None]
        if whole.quantity.value is None or len(amounts) != len(parts) or any(one.status is Status.DISPUTED for one in (whole, *parts)):
            continue
        if not makes(amounts, _stated(whole)):
            sides = " + ".join(short(one.value) for one in amounts)
            yield CHECK.of(case, *_said(sides, short(total(amounts)), short(_stated(whole).value)), field="figures")


def _stated(figure: Figure) -> Stated:
    value = Decimal(str(figure.quantity.value))
    exponent = int(value.normalize().as_tuple().exponent)
    return Stated(value=value, step=Decimal(1).scaleb(exponent), start=0, end=0, unit="", is_rough=figure.quantity.about, is_scaled=True)


CHECK = Check(
    code="sum-wrong",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    about=said("parts that do not make their total", "分项之和与总数不符"),
    why="""Where a list states a total and its parts, one of them changes and the others stay. Sums are checked where they are plain: a
heading with a number whose lines below all have one, a sum that is written out, figures of a catalog that are parts of another
by one criterion. 12.2M and 2.7M make 15M by rounding; 3.5M, 1.1M and 235K do not make 4.7M.""",
    unsound={"README.md": "## Data\n\n**Knowledge data (4.7M samples)**\n\n- Captions (3.5M)\n- Documents (1.1M)\n- Chinese (235K)\n"},
    sound={
        "README.md": "## Data\n\n**Instruction data (158K samples)**\n\n- Conversations (58K)\n- Descriptions (23K)\n- Reasoning (77K)\n"
    },
    find=find,
)
