"""Text in the cells of a terminal."""

import pytest

from awesome_mm.cli.prompt.cells import fit, line_of, marked, steady, width_of


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("plain", 5, "plain"),
        ("plain", 7, "plain  "),
        ("plain", 4, "pla…"),
        ("图像编辑", 8, "图像编辑"),
        ("图像编辑", 7, "图像编…"),
        ("图像编辑", 6, "图像… "),
        ("cafe\u0301s", 5, "cafe\u0301s"),
        ("cafe\u0301s", 4, "caf…"),
        ("plain", 1, "…"),
        ("图", 1, "…"),
        ("plain", 0, ""),
        ("", 3, "   "),
    ],
)
def test_text_takes_the_cells_of_its_column(text: str, width: int, shown: str) -> None:
    """A text is cut or filled up to the width of its column, which wide characters take two cells of."""
    assert fit(text, width) == shown
    assert width_of(fit(text, width)) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("👩\u200d💻 coder", "👩 coder"),
        ("👍🏽", "👍"),
        ("❤\ufe0f", "❤"),
        ("a\x1b[31m\u202eb\r\nc", "a[31mb c"),
        ("葛\U000e0100飾", "葛飾"),
        ("نامه\u200cها", "نامه\u200cها"),
    ],
)
def test_what_terminals_disagree_on_is_left_out(text: str, shown: str) -> None:
    """Of joined pictures the first stays; letters and what joins them stay as they are."""
    assert steady(text) == shown


def test_marks_keep_the_text() -> None:
    """The words that matched stand out; nothing is lost or doubled."""
    fragments = marked("Image editing, 图像编辑", ["editing", "图像"], "plain", "loud")

    assert "".join(text for _, text in fragments) == "Image editing, 图像编辑"
    assert [text for style, text in fragments if style.endswith("loud")] == ["editing", "图像"]


def test_a_narrow_line_keeps_its_ends() -> None:
    """Where not all parts fit the middle ones go first; the last one says how to leave."""
    parts = ("12 of 51", "catalog of 2026-11-23", "Enter shows, Esc leaves")

    assert line_of(parts, " · ", 80).rstrip() == " · ".join(parts)
    assert line_of(parts, " · ", 40).rstrip() == "12 of 51 · Enter shows, Esc leaves"
    assert line_of(parts, " · ", 25).rstrip() == "Enter shows, Esc leaves"
