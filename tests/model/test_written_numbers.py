"""The reader of numbers, on which the tests of the bundled catalog rest."""

from decimal import Decimal

import pytest

from awesome_mm.model.written_numbers import numbers_in, quantities_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("5.4B annotations", {"5400000000"}),
        ("54亿条标注", {"5400000000"}),
        ("355万图像", {"3550000"}),
        ("约12.2M样本", {"12200000"}),
        ("1,696B tokens", {"1696000000000"}),
        ("6K + 6,990", {"6000", "6990"}),
        ("4.7 million", {"4700000"}),
        ("integers in [0,1000)", {"0", "1000"}),
        ("99.8% of it", {"99.8"}),
        ("512×512", {"512"}),
    ],
)
def test_figures_are_read_with_their_scale(text: str, numbers: set[str]) -> None:
    """A number in figures counts with the scale word behind it, in either language."""
    assert numbers_in(text) == {Decimal(number) for number in numbers}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a four-stage pipeline in Three pillars", {4, 3}),
        ("四阶段，三大支柱", {4, 3}),
        ("两个领域", {2}),
        ("the third of them", {3}),
        ("第三阶段", {3}),
        ("millions of texts", {10**6}),
        ("数百万条文本", {10**6}),
        ("百亿级图像", {10**10}),
        ("十二类", {12}),
    ],
)
def test_words_are_read_as_numbers(text: str, numbers: set[int]) -> None:
    """A number in words counts as one in figures does."""
    assert numbers_in(text) == {Decimal(number) for number in numbers}


@pytest.mark.parametrize(
    "text", ["Qwen2.5-VL-72B", "GPT-4V and GPT-4", "百度千帆", "三元组", "不是相对百分比", "one and another", "A800", "someone often"]
)
def test_names_state_no_number(text: str) -> None:
    """The digits of a name, and numerals that are part of a word, count for nothing."""
    assert numbers_in(text) == set()


@pytest.mark.parametrize(
    ("text", "value", "step", "unit", "is_rough"),
    [
        ("4.7M samples", "4700000", "1E+5", "sample", False),
        ("~24K traces", "24000", "1E+3", "trace", True),
        ("15 million", "15000000", "1E+6", "", False),
        ("36.8%", "36.8", "0.1", "%", False),
        ("6,990", "6990", "1E+1", "", False),
        ("120万三元组", "1200000", "1E+4", "三元组", False),
        ("30+", "30", "1", "", True),
    ],
)
def test_a_quantity_is_as_exact_as_it_is_written(text: str, value: str, step: str, unit: str, is_rough: bool) -> None:
    """A quantity has its value, what its last digit counts, its unit, and whether it is marked as rounded."""
    (one,) = quantities_in(text)

    assert (one.value, one.step, one.unit, one.is_rough) == (Decimal(value), Decimal(step), unit, is_rough)
