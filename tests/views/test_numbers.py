"""Tests of quantities as people read them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from awesome_mm.model.taxonomy import Unit
from awesome_mm.views.numbers import decimal, number, quantity, unit_name
from tests.factories import make_catalog, make_text, make_vocabularies

TERMS = make_catalog(
    vocabularies=make_vocabularies(
        unit={
            "image": Unit(name=make_text("images", "张图像"), one="image"),
            "token": Unit(name=make_text("tokens"), one="token"),
            "percent": Unit(name=make_text("%")),
            "times": Unit(name=make_text("×")),
            "score": Unit(name=make_text("score", "分"), written=False),
        }
    )
).terms
SIGNS = {"T": 10**12, "B": 10**9, "M": 10**6, "K": 10**3, "万亿": 10**12, "亿": 10**8, "万": 10**4}


def said(language: str = "en", **record: Any) -> str:
    """Return a quantity of images as it is said."""
    return quantity({"unit": "image", **record}, TERMS, language)


def read_back(text: str) -> float:
    """Return the number that `text` says."""
    for sign, scale in SIGNS.items():
        if text.endswith(sign):
            whole, _, fraction = text.removesuffix(sign).replace(",", "").partition(".")
            return int(whole + fraction) * scale // int(10 ** len(fraction))
    text = text.replace(",", "")
    return float(text) if set(text) - set("-0123456789") else int(text)


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        (0, "0", "0"),
        (1, "1", "1"),
        (999, "999", "999"),
        (1_000, "1K", "1,000"),
        (1_500, "1,500", "1,500"),
        (5_000, "5K", "5,000"),
        (10_000, "10K", "1万"),
        (92_256, "92,256", "92,256"),
        (143_000, "143K", "14.3万"),
        (434_675, "434,675", "434,675"),
        (3_550_000, "3.55M", "355万"),
        (-3_550_000, "-3.55M", "-355万"),
        (1_234_567, "1,234,567", "1,234,567"),
        (24_000_000, "24M", "2400万"),
        (1_000_000_000, "1B", "10亿"),
        (320_000_000_000, "320B", "3200亿"),
        (0.32 * 10**12, "320B", "3200亿"),
        (2_660_000_000_000, "2.66T", "2.66万亿"),
        (123_456_789_000, "123,456,789,000", "123,456,789,000"),
        (1_234_567_000_000_000, "1234.567T", "1234.567万亿"),
        (10**20, "100,000,000T", "100,000,000万亿"),
    ],
)
def test_number_in_large_units(value: float, en: str, zh: str) -> None:
    """A round number takes the language's large unit; any other is written out."""
    assert number(value, "en") == en
    assert number(value, "zh") == zh


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.1 + 0.2, "0.3"), (0.000_1, "0.0001"), (1e-7, "1e-07"), (36.8, "36.8"), (-0.5, "-0.5"), (1_234.5, "1,234.5"), (82.0, "82")],
)
def test_number_with_a_fraction(value: float, expected: str) -> None:
    """A fraction keeps its digits, and none that only the float's storage adds."""
    assert number(value, "en") == expected


def test_number_beyond_floats() -> None:
    """A whole number too large for a float is written without loss."""
    value = 10**400 + 1

    assert number(value, "en") == f"{value:,}"


@settings(max_examples=100, deadline=None)
@given(value=some.integers(-(10**19), 10**19), language=some.sampled_from(["en", "zh"]))
def test_number_never_loses_a_digit(value: int, language: str) -> None:
    """What is said of a whole number, read back, is that number."""
    assert read_back(number(value, language)) == value


@settings(max_examples=100, deadline=None)
@given(
    digits=some.integers(1, 9_999), scale=some.sampled_from([10**power for power in range(15)]), language=some.sampled_from(["en", "zh"])
)
def test_round_number_never_loses_a_digit(digits: int, scale: int, language: str) -> None:
    """A number of few digits and many zeros, read back, is that number."""
    assert read_back(number(digits * scale, language)) == digits * scale


@settings(max_examples=50, deadline=None)
@given(value=some.floats(-1e14, 1e14).map(lambda value: float(f"{value:.12g}")))
def test_fraction_never_loses_a_digit(value: float) -> None:
    """What is said of a measured value, read back, is that value."""
    assert read_back(number(value, "en")) == value


@pytest.mark.parametrize(
    ("record", "en", "zh"),
    [
        ({"value": 1_000_000}, "1M images", "100万张图像"),
        ({"value": 1}, "1 image", "1张图像"),
        ({"value": 0}, "0 images", "0张图像"),
        ({"value": 500, "about": True}, "about 500 images", "约500张图像"),
        ({"at_least": 3}, "at least 3 images", "至少3张图像"),
        ({"at_least": 1}, "at least 1 image", "至少1张图像"),
        ({"at_most": 0}, "at most 0 images", "至多0张图像"),
        ({"at_most": 2_000_000}, "at most 2M images", "至多200万张图像"),
        ({"at_least": 0, "at_most": 1}, "0–1 images", "0–1张图像"),
        ({"at_least": 60, "at_most": 70, "about": True, "unit": "percent"}, "about 60–70 %", "约60–70 %"),
        ({"value": 3, "unit": "times"}, "3×", "3×"),
        ({"value": 5, "unit": "score"}, "5", "5"),
        ({"value": 5, "unit": "nowhere"}, "5 nowhere", "5 nowhere"),
        ({"value": 1, "unit": "token"}, "1 token", "1 token"),
        ({"value": 2, "unit": "token"}, "2 tokens", "2 tokens"),
    ],
)
def test_quantity(record: dict[str, Any], en: str, zh: str) -> None:
    """A quantity is said with its bounds and its unit, as each language says it."""
    assert said("en", **record) == en
    assert said("zh", **record) == zh


def test_quantity_without_a_number() -> None:
    """A quantity that holds no number is unknown, not zero."""
    assert said("en") == "unknown"
    assert said("zh") == "未知"


def test_unit_that_is_not_written() -> None:
    """A score stays a bare number."""
    assert unit_name("score", TERMS, "en") == ""


def test_decimal_with_a_sign() -> None:
    """A gain shows its sign and all its digits."""
    assert [decimal(value, sign="+") for value in (3.6, -1, 0, 1_234_567)] == ["+3.6", "-1", "+0", "+1,234,567"]
