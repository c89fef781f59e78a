"""Text as it is compared and as it may be shown."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.text import fold, in_language, is_han, one_line, printable, squash, unique

quick = settings(max_examples=100, deadline=None)
HOSTILE = "\x00\x07\x1b\r\n\t\x7f\x85\x9b\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff ab图"
anything = st.text() | st.text(alphabet=HOSTILE)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Share\tGPT\n4V ", "share gpt 4v"),
        ("Café", "cafe"),
        ("ＧＰＴ－４Ｖ", "gpt-4v"),
        ("Straße", "strasse"),
        ("ﬁlter", "filter"),
        ("字节跳动", "字节跳动"),
        ("", ""),
        ("İstanbul", "istanbul"),
    ],
)
def test_fold_by_example(written: str, folded: str) -> None:
    """Case, accents, widths, ligatures and runs of blanks make no difference."""
    assert fold(written) == folded


@quick
@given(anything)
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@quick
@given(anything)
def test_fold_knows_no_composition(text: str) -> None:
    """The composed and the decomposed form of a text are the same."""
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@quick
@given(st.text(alphabet=st.characters(max_codepoint=0x24F).filter(lambda character: character not in "ıŉ")))
def test_fold_knows_no_case(text: str) -> None:
    """Upper and lower case of a Latin text are the same."""
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@quick
@given(anything)
def test_folded_text_has_single_blanks(text: str) -> None:
    """A folded text holds no blank but single spaces inside."""
    assert fold(text) == " ".join(fold(text).split())


@quick
@given(anything)
def test_squashed_text_is_letters_and_digits(text: str) -> None:
    """A squashed text holds letters and digits only, in the order of the folded text."""
    squashed = squash(text)

    assert all(character.isalnum() for character in squashed)
    assert squashed == squash(fold(text))


@pytest.mark.parametrize("written", ["Share-GPT 4V", "share gpt-4v", "ＳｈａｒｅＧＰＴ４Ｖ", "Share_GPT.4V!"])
def test_squash_by_example(written: str) -> None:
    """Blanks and punctuation make no difference to a name."""
    assert squash(written) == "sharegpt4v"


@quick
@given(anything)
def test_printable_text_holds_no_control_character(text: str) -> None:
    """No control character but line breaks and tabs is left, and nothing that reverses the direction."""
    shown = printable(text)

    assert not [character for character in shown if unicodedata.category(character) == "Cc" and character not in "\n\t"]
    assert not set(shown) & set("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@quick
@given(anything)
def test_printable_text_loses_nothing_else(text: str) -> None:
    """Letters, marks, digits, punctuation and emoji stay, in order."""
    kept = [character for character in text if unicodedata.category(character)[0] in "LMNPS"]

    assert [character for character in printable(text) if unicodedata.category(character)[0] in "LMNPS"] == kept


@quick
@given(anything)
def test_one_line_is_one_line(text: str) -> None:
    """No terminal and no reader of lines sees a second line."""
    assert len(one_line(text).splitlines()) <= 1
    assert "\t" not in one_line(text)


def test_escape_sequences_are_disarmed() -> None:
    """What would colour or move a terminal is left as harmless text."""
    assert printable("\x1b[31mred\x1b]0;title\x07") == "[31mred]0;title"


def test_joined_emoji_stay_whole() -> None:
    """The joiner inside an emoji is not one of the marks that go."""
    assert one_line("👩\u200d🔬") == "👩\u200d🔬"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ({"en": "data", "zh": "数据"}, "zh", "数据"),
        ({"en": "data", "zh": "数据"}, "en", "data"),
        ({"en": "data"}, "zh", "data"),
        ({}, "zh", ""),
        (None, "en", ""),
    ],
)
def test_english_stands_in(text: dict[str, str] | None, language: str, expected: str) -> None:
    """A text is shown in the language asked for, else in English."""
    assert in_language(text, language) == expected


@pytest.mark.parametrize(("character", "expected"), [("图", True), ("㐀", True), ("a", False), ("é", False), ("。", False), ("あ", False)])
def test_han_characters(character: str, expected: bool) -> None:
    """Chinese characters are told from letters and punctuation."""
    assert is_han(character) is expected


def test_unique_keeps_the_first_of_each() -> None:
    """Empty values go, repeated ones stand once, where they stood first."""
    assert unique(["b", "", "a", "b", "a"]) == ("b", "a")
