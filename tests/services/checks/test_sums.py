"""Whether parts make their whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.exchange.awesome_list.texts import read_text
from awesome_mm.exchange.document import Document
from awesome_mm.model.written_numbers import Stated, quantities_in
from awesome_mm.services.checks.stating import groups, one_quantity
from awesome_mm.services.checks.sums import makes, short


def one(text: str) -> Stated:
    """Return the one quantity that `text` states."""
    (found,) = quantities_in(text)
    return found


@pytest.mark.parametrize(
    ("parts", "whole", "make"),
    [
        (("58K", "23K", "77K"), "158K", True),
        (("12.2M", "2.7M"), "15M", True),
        (("3.5M", "1.1M", "235K"), "4.7M", False),
        (("1.8M", "1.5M", "1.8M", "0.9M"), "6 million", True),
        (("500K", "688K", "415K"), "1.6M", True),
        (("6K", "6K", "6,990", "6K"), "~24K", True),
        (("950K", "250K"), "1.2M", True),
        (("950K", "350K"), "1.2M", False),
        (("31.2%", "43.0%", "25.9%"), "100%", True),
    ],
)
def test_parts_make_their_whole_within_rounding(parts: tuple[str, ...], whole: str, make: bool) -> None:
    """The rounding of all parts, or that of the whole, is let pass, and not both."""
    assert makes([one(part) for part in parts], one(whole)) is make


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=8))
def test_exact_parts_make_their_exact_sum(numbers: list[int]) -> None:
    """Numbers make their sum, and do not make one that is farther off than their roundings together."""
    parts = [one(f"{number:,}") for number in numbers]

    assert makes(parts, one(f"{sum(numbers):,}"))
    assert not makes(parts, one(f"{sum(numbers)}1"))


@pytest.mark.parametrize(
    ("number", "written"), [("4835000", "4.835M"), ("500000", "500K"), ("12", "12"), ("2023", "2023"), ("36.8", "36.8"), ("1E+9", "1B")]
)
def test_numbers_are_written_short(number: str, written: str) -> None:
    """A number is written with the largest letter it reaches."""
    assert short(Decimal(number)) == written


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("High-Quality Knowledge Learning (4.7M samples)", "4700000"),
        ("Camera Motion: ~1.8M samples", "1800000"),
        ("227K documents, 2.28M images", None),
        ("CoMM (227K documents, 2.28M images)", None),
        ("LLaVA-158K", None),
        ("Easy (20%)", None),
    ],
)
def test_a_line_states_one_quantity_or_none(line: str, stated: str | None) -> None:
    """What a line states stands in brackets or behind a colon; of several it states none."""
    found = one_quantity(line)

    assert (str(found.value.quantize(Decimal(1))) if found else None) == stated


def test_a_line_between_total_and_parts_does_not_part_them() -> None:
    """Lines in bold that head nothing themselves leave the parts to the total above them."""
    source = (
        "**All (4.7M)**\n\n**Key insight**: more is better, and more than this is best\n\n**Three parts**:\n\n"
        "**1. A (3.5M)**\n- x\n\n**2. B (1.1M)**\n- y\n"
    )
    text = read_text(Document("README.md", source), "en")

    heads = [group.head.text for group in groups(text.passages) if group.head]

    assert heads == ["All (4.7M)"]
