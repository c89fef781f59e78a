"""What a person writes into the options of an estimate."""

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.errors import WrongUsage
from awesome_mm.services.estimating.figures import GENERAL, LARGEST, Figures, Pair, by_stage, number, pairs, read_figures, share

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
amounts = st.decimals(min_value=0, max_value=10**6, places=4)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1000", 1000),
        (" 7 ", 7),
        ("0", 0),
        ("0.1", Fraction(1, 10)),
        (".5", Fraction(1, 2)),
        ("3.", 3),
        ("1e6", 10**6),
        ("1.5E+3", 1500),
        ("100K", 100_000),
        ("1.2m", 1_200_000),
        ("2B", 2 * 10**9),
        ("1e15", LARGEST),
    ],
)
def test_a_number_is_read_exactly(text: str, value: Fraction) -> None:
    """A number is the fraction that stands there, with its exponent or its K, M or B."""
    assert number(text, "--rate") == value


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "nan", "inf", "1e99", "1e16", "1,000", "1_000", "1/2", "1e-3", "k", ".", "1 2", "１０", "0x10", "9" * 5000]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    """Negative, infinite, too large and malformed numbers are wrong usage that names the option."""
    with pytest.raises(WrongUsage, match="--rate: "):
        number(text, "--rate")


@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """Whatever is written gives a number from 0 to 10^15, or wrong usage."""
    with suppress(WrongUsage):
        assert 0 <= number(text, "--calls") <= LARGEST


@given(amounts)
def test_a_decimal_loses_nothing(amount: Decimal) -> None:
    """A decimal number is the very fraction it says."""
    assert number(f"{amount:f}", "--calls") == Fraction(amount)


@pytest.mark.parametrize(
    ("text", "value"), [("0.6", Fraction(3, 5)), ("60%", Fraction(3, 5)), ("1", 1), ("0", 0), (" 12.5 %", Fraction(1, 8))]
)
def test_a_share_is_a_number_or_percent(text: str, value: Fraction) -> None:
    """A share is written from 0 to 1 or in percent."""
    assert share(text, "--keep") == value


@pytest.mark.parametrize("text", ["1.01", "101%", "-0.1", "nan", "inf", "", "%", "half", "50%%"])
def test_what_is_no_share_is_refused(text: str) -> None:
    """A share above 1, or none, is wrong usage."""
    with pytest.raises(WrongUsage, match="is not a share from 0 to 1"):
        share(text, "--keep")


@given(st.dictionaries(ids, amounts, min_size=1), st.booleans())
def test_figures_come_one_by_one_or_with_commas(figures: dict[str, Decimal], joined: bool) -> None:
    """What is written for each stage is read for that stage, in either way of writing."""
    parts = [f"{stage}={amount:f}" for stage, amount in figures.items()]

    found = by_stage([",".join(parts)] if joined else parts, "--calls", number)

    assert found == {stage: Fraction(amount) for stage, amount in figures.items()}


def test_a_figure_without_a_stage_is_general() -> None:
    """A bare figure stands for all stages, beside those of single ones, whose case does not matter."""
    assert by_stage(["2", " Answer = 1"], "--calls", number) == {GENERAL: 2, "answer": 1}


@pytest.mark.parametrize("values", [["=3"], ["a="], ["a=b"], ["a=1=2"], ["1,2"], ["a=1", "a=2"], ["a=1,A=1"], [""], ["1,"]])
def test_malformed_or_repeated_figures_are_refused(values: list[str]) -> None:
    """A figure without value, of two values, or given twice for a stage is wrong usage."""
    with pytest.raises(WrongUsage, match="--calls"):
        by_stage(values, "--calls", number)


def test_a_share_needs_its_stage() -> None:
    """There is no share that holds for all stages."""
    with pytest.raises(WrongUsage, match="does not say a stage"):
        by_stage(["0.5"], "--keep", share, general=False)


@given(ids, amounts, amounts)
def test_pairs_come_in_either_order(name: str, first: Decimal, second: Decimal) -> None:
    """In and out may change places, and stand behind a name or alone."""
    pair = Pair(Fraction(first), Fraction(second))

    assert pairs([f"{name}:in={first:f},out={second:f}", f"out={second:f}, in={first:f}"], "--price") == {name: pair, GENERAL: pair}


@pytest.mark.parametrize(
    "value",
    ["", "in=1", "out=1", "in=1,in=2", "in=1,out=2,in=3", "in=,out=1", "in=1,out=-1", "in=nan,out=1", ":in=1,out=1", "x=1,out=1", "1,2"],
)
def test_malformed_pairs_are_refused(value: str) -> None:
    """A pair without one of its sides, or with a bad figure, is wrong usage."""
    with pytest.raises(WrongUsage, match="--tokens: "):
        pairs([value], "--tokens")


def test_a_pair_is_given_once() -> None:
    """The same name twice is wrong usage."""
    with pytest.raises(WrongUsage, match="a is given twice"):
        pairs(["a:in=1,out=1", "a:in=1,out=1"], "--price")


@given(st.lists(st.text(), max_size=3))
def test_any_options_are_read_or_refused(values: list[str]) -> None:
    """Whatever the options hold, figures come of them or wrong usage."""
    for option in ("samples", "calls", "keep", "route", "tokens", "price"):
        options: dict[str, Any] = {"samples": ["1"], option: values}
        with suppress(WrongUsage):
            assert isinstance(read_figures(**options), Figures)


def test_all_figures_at_once() -> None:
    """Each option is read into its figure, and the stages named are known."""
    found = read_figures(
        samples=["100", "late=5"],
        calls=["1", "a=2"],
        keep=["b=50%"],
        route=["c:keep=0.25,c:d=0.5"],
        tokens=["in=1,out=2"],
        price=["m:in=1,out=2"],
        rate="60",
    )

    assert found == Figures(
        samples=Fraction(100),
        entering={"late": Fraction(5)},
        calls={GENERAL: Fraction(1), "a": Fraction(2)},
        keep={"b": Fraction(1, 2)},
        routes={("c", "keep"): Fraction(1, 4), ("c", "d"): Fraction(1, 2)},
        tokens={GENERAL: Pair(Fraction(1), Fraction(2))},
        prices={"m": Pair(Fraction(1), Fraction(2))},
        rate=Fraction(60),
    )
    assert found.named == {"late", "a", "b", "c", "m"}


@pytest.mark.parametrize(
    "given",
    [
        {"samples": []},
        {"samples": ["0"]},
        {"samples": ["1.5"]},
        {"samples": ["a=5"]},
        {"samples": ["1", "2"]},
        {"samples": ["1,000"]},
        {"rate": "0"},
        {"rate": "-1"},
        {"rate": ""},
        {"route": ["a=0.5"]},
        {"route": ["a:=0.5"]},
        {"route": [":b=0.5"]},
        {"route": ["a:b=2"]},
        {"route": ["a:b=0.1", "a:b=0.2"]},
    ],
)
def test_figures_that_mean_nothing_are_refused(given: dict[str, Any]) -> None:
    """No samples, parts of samples, a rate of nothing and half a route are wrong usage."""
    with pytest.raises(WrongUsage, match=r"--(samples|rate|route)"):
        read_figures(**{"samples": ["1"], **given})
