"""Where words stand in a text, and the sentence that says most of them."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.views.highlights import best_sentence, passage, spans


def marked(text: str, *words: str) -> str:
    """Return `text` with its marks as brackets."""
    for start, end in reversed(spans(text, words)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Oasis: One Image", ("oasis", "image"), "[Oasis]: One [Image]"),
        ("Image Editing", ("edit",), "Image [Editing]"),
        ("credit meditation", ("edit",), "credit meditation"),
        ("Café ＧＰＴ", ("cafe", "gpt"), "[Café] [ＧＰＴ]"),
        ("指令图像编辑数据", ("图像", "编辑"), "指令[图像编辑]数据"),
        ("LLaVA-OneVision: Easy", ("llavaonevision",), "[LLaVA-OneVision]: Easy"),
        ("GPT-4V and GPT-4V", ("gpt-4v",), "[GPT-4V] and [GPT-4V]"),
        ("re\u0301sume\u0301 one", ("resume",), "[re\u0301sume\u0301] one"),
        ("İstanbul ﬁrst", ("first",), "İstanbul [ﬁrst]"),
        ("a  b", ("",), "a  b"),
        ("Nothing", ("zebra",), "Nothing"),
    ],
)
def test_words_are_marked_where_they_stand(text: str, words: tuple[str, ...], expected: str) -> None:
    """Case, accents, width and hyphens of a name do not matter; a word is marked to its end, a Chinese one as it is."""
    assert marked(text, *words) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=6), max_size=4))
def test_marks_lie_in_the_text_and_apart(text: str, words: list[str]) -> None:
    """Whatever the text and the words, marks are in order, not empty and inside."""
    found = spans(text, words)

    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(found))


def test_the_best_sentence_says_most_of_the_words() -> None:
    """The first of those that say as much."""
    texts = ["Makes data. Filters captions.", "Captions are filtered by rules.", "数据。图像编辑。"]

    best = best_sentence(texts, ["captions", "rules"])

    assert best == passage("Captions are filtered by rules.", ["captions", "rules"])
    assert best_sentence(texts, ["图像"]) == passage("图像编辑。", ["图像"])
    assert best_sentence(texts, ["zebra"]) is None


def test_a_long_sentence_is_cut_around_the_word() -> None:
    """What stands far before and behind it is left out, at a word's beginning."""
    found = best_sentence([f"{'many words ' * 30}captions{' and more' * 30}"], ["captions"])

    assert found is not None
    assert found.text[0] == found.text[-1] == "…"
    assert len(found.text) <= 152
    [(start, end)] = found.spans
    assert found.text[start:end] == "captions"
    assert found.text[1:].startswith(("many", "words"))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab .。图像，\n\x1b", max_size=500), st.sampled_from(["a", "b", "图", "图像"]))
def test_a_sentence_is_short_and_printable(text: str, word: str) -> None:
    """Whatever the text, what is shown of it fits two rows and holds no control characters; the marks hold the word."""
    if found := best_sentence([text], [word]):
        assert len(found.text) <= 152
        assert found.text.isprintable()
        assert all(word in found.text[start:end] for start, end in found.spans)
