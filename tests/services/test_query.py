"""What a query asks for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.search_lines import SearchLines
from awesome_mm.model.text import fold
from awesome_mm.services.query import as_written, corrected, keys_of, parts_of, words_of

quick = settings(max_examples=100, deadline=None)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Image  Editing", ("image", "editing")),
        ("oasis, oasis; OASIS", ("oasis",)),
        ("GPT-4V / Qwen2.5-VL", ("gpt-4v", "qwen2.5-vl")),
        ("-oasis- (2.5)", ("oasis", "2.5")),
        ("bytedance编辑", ("bytedance", "编辑")),
        ("图像-文本", ("图像", "文本")),
        ("图像-text", ("图像", "text")),
        ("Café", ("cafe",)),
        ("ＧＰＴ", ("gpt",)),
        ("!?…", ()),
        ("", ()),
    ],
)
def test_words_by_example(query: str, words: tuple[str, ...]) -> None:
    """Words are runs of letters and digits, joined by hyphens and points inside, or runs of Chinese."""
    assert words_of(query) == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is Oasis?", ("oasis",)),
        ("which papers are about image editing?", ("image", "editing")),
        ("who made FLD-5B", ("fld-5b",)),
        ("什么是逆向思维链?", ("逆向思维链",)),
        ("有哪些图像编辑的数据集", ("图像编辑", "数据集")),
        ("字节跳动有哪些论文", ("字节跳动",)),
        ("哪些工作用了 GPT-4V", ("gpt-4v",)),
        ("LLaVA 的数据是怎么合成的", ("llava", "数据", "合成")),
        ("图像 和 文本", ("图像", "文本")),
    ],
)
def test_words_of_questions_do_not_count(question: str, words: tuple[str, ...]) -> None:
    """What makes a question of it is left out, in both languages."""
    assert words_of(question) == words


@pytest.mark.parametrize(
    ("query", "words"), [("IT", ("it",)), ("it", ()), ("the", ()), ("what is it", ()), ("什么是", ()), ("的", ()), ("A", ())]
)
def test_stop_words_alone_are_no_words(query: str, words: tuple[str, ...]) -> None:
    """A query of nothing but stop words asks for nothing, unless it is written as an acronym."""
    assert words_of(query) == words


def test_phrases_of_questions_do_not_cut_words_to_single_characters() -> None:
    """A run of Chinese that would fall to single characters stays whole."""
    assert words_of("目的") == ("目的",)


@quick
@given(st.text())
def test_words_come_folded_and_once(query: str) -> None:
    """Any text gives folded words without blanks, each once."""
    words = words_of(query)

    assert len(set(words)) == len(words)
    assert all(word and not word.isspace() and word in fold(query) for word in words)


def test_keys_are_the_query_with_and_without_stop_words() -> None:
    """A name may be the whole query or what the question leaves of it."""
    assert keys_of("What is Share-GPT 4V?", words_of("What is Share-GPT 4V?")) == ("whatissharegpt4v", "sharegpt4v")


def test_a_query_without_stop_words_has_one_key() -> None:
    """The same key is not given twice."""
    assert keys_of("share gpt", words_of("share gpt")) == ("sharegpt",)


def test_a_query_of_marks_has_no_key() -> None:
    """An empty key would begin every name."""
    assert keys_of("…!", ()) == ()


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("benchmarks", "benchmark"),
        ("surveys", "survey"),
        ("strategies", "strategy"),
        ("deduplication", "deduplicat"),
        ("captioning", "caption"),
        ("captioned", "caption"),
        ("multi-modal", "multimodal"),
        ("gpt-4v", "gpt4v"),
        ("gpt4v", "gpt-4v"),
        ("fld5b", "fld-5b"),
    ],
)
def test_a_word_is_also_read_in_its_other_forms(word: str, form: str) -> None:
    """A plural is read as its singular, an ending as its stem, a hyphen as none, and each is worth less than the word itself."""
    [read] = as_written([word])

    assert read.readings[word] == 1.0
    assert 0 < read.readings[form] < 1.0


@pytest.mark.parametrize("word", ["synthesis", "corpus", "oasis", "loss", "sing", "as-is", "2503.08741", "2.5", "字节跳动", "bed"])
def test_what_is_no_other_form_is_not_made_one(word: str) -> None:
    """Endings that only look like grammar, numbers, ids and Chinese keep to themselves, but for hyphens."""
    [read] = as_written([word])

    assert set(read.readings) <= {word, word.replace("-", "")}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("image-text", ("image", "text")),
        ("vision/language", ("vision", "language")),
        ("text-to-image", ("text", "image")),
        ("gpt-4v", ()),
        ("2503.08741", ()),
        ("image", ()),
    ],
)
def test_joined_words_have_parts(word: str, parts: tuple[str, ...]) -> None:
    """Hyphens and slashes join words, except around digits."""
    assert parts_of(word) == parts


VOCABULARY = ("oasis", "bytemorph", "editing", "llavainstruct158k", "gqa")
LINES = SearchLines.of(b"noasis\x1f\nnbytemorph\x1f")


def meant(*words: str, key: str = "") -> list[list[dict[str, float]]]:
    """Return the readings of each version of `words`, without their worth as written."""
    return [[dict(word.readings) for word in version] for version in corrected(words, key, VOCABULARY, lambda word: word.written in LINES)]


@pytest.mark.parametrize(
    ("written", "right"), [("oasiss", "oasis"), ("oaiss", "oasis"), ("bytemoprh", "bytemorph"), ("bitemorhp", "bytemorph")]
)
def test_a_misspelt_word_is_read_as_its_neighbour(written: str, right: str) -> None:
    """An insertion, a swap or, in longer words, two mistakes lead to the word that was meant."""
    [[readings]] = meant(written)

    assert list(readings) == [right]
    assert readings[right] < 1.0


def test_fewer_mistakes_are_worth_more() -> None:
    """The nearer of two corrections is the better one."""
    [[one]] = meant("bytemorphs")
    [[two]] = meant("bytmeorphs")

    assert one["bytemorph"] > two["bytemorph"]


@pytest.mark.parametrize("word", ["gaq", "zebra", "pasta", "bite"])
def test_what_resembles_nothing_has_no_correction(word: str) -> None:
    """Short words allow no mistake, others one or two."""
    assert meant(word) == []


def test_a_word_that_stands_somewhere_keeps_its_own_reading() -> None:
    """Only what nobody wrote is misspelt for certain."""
    [[first, second]] = meant("oasis", "edting")

    assert first["oasis"] == 1.0
    assert list(second) == ["editing"]


def test_the_whole_query_may_be_one_misspelt_name() -> None:
    """A name split wrongly and misspelt is tried as one word, after its words one by one."""
    assert [list(word) for [word] in meant("llava-insruct-158k", key="llavainsruct158k")] == [["llavainstruct158k"]]


def test_chinese_words_need_no_spelling() -> None:
    """A Chinese word stays as it is: it is compared character by character."""
    assert meant("图象编辑", key="图象编辑") == [[{"图象编辑": 1.0}]]
