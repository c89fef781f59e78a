"""Tests of breaking text into lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from rich.cells import cell_len

from awesome_mm.formats.wrapping import wrap

CLOSERS = "，。、；：？！）】》」』”’…"
HAN = "数据合成图像编辑"
FAMILY = "👩\u200d👩\u200d👧"
FLAG = "🇨🇳"
THUMB = "👍🏽"
HEART = "❤️"
SIGNS = (*"abc中文，。（）“” -/\n", "é", "e\u0301", "中\u0301", "\u200d", "\ufe0f", FAMILY, FLAG, THUMB, HEART, "🙂", "กำ", "한", "\u3000")
texts = some.lists(some.sampled_from(SIGNS), max_size=60).map("".join)
widths = some.integers(2, 40)


def without_spaces(text: str) -> str:
    """Return `text` without what may be left out at a break."""
    return "".join(text.split())


@settings(max_examples=100, deadline=None)
@given(text=texts, width=widths)
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    """Every line fits, whatever scripts and emoji it holds."""
    assert max(cell_len(line) for line in wrap(text, width).split("\n")) <= width


@settings(max_examples=100, deadline=None)
@given(text=some.text(some.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60), width=widths)
def test_no_line_is_wider_whatever_the_characters(text: str, width: int) -> None:
    """Every line fits, for any text that can be printed."""
    assert max(cell_len(line) for line in wrap(text, width).split("\n")) <= width


@settings(max_examples=100, deadline=None)
@given(text=texts, width=widths)
def test_no_text_is_lost(text: str, width: int) -> None:
    """Nothing but spaces at a break is left out, and nothing is added but line feeds."""
    assert without_spaces(wrap(text, width)) == without_spaces(text)


@settings(max_examples=100, deadline=None)
@given(text=texts, width=widths)
def test_wrapping_again_changes_nothing(text: str, width: int) -> None:
    """Lines that fit stay as they are."""
    once = wrap(text, width)

    assert wrap(once, width) == once


@settings(max_examples=100, deadline=None)
@given(
    parts=some.lists(some.tuples(some.text(HAN + "ab", min_size=1, max_size=6), some.text(CLOSERS, max_size=2)), min_size=1, max_size=12),
    width=some.integers(16, 40),
)
def test_no_line_begins_with_closing_punctuation(parts: list[tuple[str, str]], width: int) -> None:
    """A closing mark stays with the word before it."""
    text = "".join(word + closing for word, closing in parts)

    assert [line for line in wrap(text, width).split("\n") if line[0] in CLOSERS] == []


@pytest.mark.parametrize("width", range(5, 30))
def test_closing_punctuation_after_a_word_too_long_for_the_line(width: int) -> None:
    """A word that must be cut is cut earlier, so that its closing mark does not stand alone."""
    lines = wrap("abcdefghijklmnopqrstuvwxyz）。", width).split("\n")

    assert [line for line in lines if line[0] in CLOSERS] == []


@settings(max_examples=50, deadline=None)
@given(text=some.text(HAN + "（“《", min_size=1, max_size=40).map(lambda text: text + "数"), width=some.integers(20, 40))
def test_no_line_ends_with_opening_punctuation(text: str, width: int) -> None:
    """An opening mark stays with the word behind it, unless there are more of them than a line holds."""
    lines = wrap(text, width).split("\n")

    assert [line for line in lines if line[-1] in "（“《" and line.strip("（“《")] == []


def test_a_run_of_closing_marks_is_broken_all_the_same() -> None:
    """Where nothing else can be done, a mark begins a line."""
    assert wrap("。" * 5, 4) == "。。\n。。\n。"


@pytest.mark.parametrize("sign", [FAMILY, FLAG, THUMB, HEART, "e\u0301", "中\u0301"])
@pytest.mark.parametrize("width", [2, 3, 5, 7])
def test_a_sign_of_several_characters_stays_whole(sign: str, width: int) -> None:
    """A break never separates a character from its marks, nor an emoji from what is joined to it."""
    lines = wrap(sign * 8, width).split("\n")

    assert [line.replace(sign, "") for line in lines] == [""] * len(lines)
    assert len(lines) > 1


@pytest.mark.parametrize("text", ["a“中", "aa（（中文", "ab“中“文", "中（中（中"])
@pytest.mark.parametrize("width", [2, 3, 4])
def test_what_a_cut_pushes_on_fits_too(text: str, width: int) -> None:
    """Marks that move to the next line with the word behind them do not make that line too wide."""
    assert max(cell_len(line) for line in wrap(text, width).split("\n")) <= width


def test_words_are_broken_at_spaces() -> None:
    """Latin words stay whole, and the space at a break goes."""
    assert wrap("data for  many models", 10) == "data for\nmany\nmodels"


def test_chinese_fills_the_line() -> None:
    """A Chinese sentence may be broken between any two characters."""
    assert wrap("用 GPT-4V 生成图像编辑数据", 12) == "用 GPT-4V 生\n成图像编辑数\n据"


def test_a_long_word_is_broken_after_a_late_hyphen() -> None:
    """A word too long for the line is broken where a reader expects it."""
    assert wrap("position-glyph", 13) == "position-\nglyph"


def test_line_feeds_stay() -> None:
    """Lines of the text are lines of the result, empty ones too."""
    assert wrap("a\n\nb\n", 10) == "a\n\nb\n"


def test_no_text_is_one_empty_line() -> None:
    """An empty text takes one line, and so does one of spaces."""
    assert wrap("", 10) == ""
    assert wrap("     ", 2) == ""


@pytest.mark.parametrize("width", [-5, 0, 1])
def test_a_width_too_small_for_any_text(width: int) -> None:
    """A wide character is written even where nothing fits."""
    assert wrap("数据", width) == "数\n据"


def test_a_very_long_word() -> None:
    """A million characters without a break are broken into full lines."""
    lines = wrap("x" * 1_000_000, 80).split("\n")

    assert {len(line) for line in lines} == {80}
