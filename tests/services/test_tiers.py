"""How well the fields of an entry hold a word."""

import pytest

from awesome_mm.model.searchable import (
    ALIAS,
    ARTIFACT,
    AUTHOR,
    CATEGORY,
    DETAIL,
    END,
    IDENTIFIER,
    KIND,
    MEANS,
    NAME,
    ORGANIZATION,
    SQUASHED,
    SUMMARY,
    SYNONYM,
    TITLE,
    TOOL,
    VENUE,
    YEAR,
)
from awesome_mm.services.holding import Reason, hold, needles_of, whole_match
from awesome_mm.services.query import Word, as_written, readings_of
from awesome_mm.services.tiers import WEIGHTS


def line_of(*chunks: tuple[str, str]) -> str:
    """Return the search line that holds `chunks`."""
    return "".join(f"{field}{text}{END}" for field, text in chunks)


def worth(word: str, *chunks: tuple[str, str], lenient: bool = False) -> float:
    """Return what it is worth that `chunks` hold `word`; 0 where they do not."""
    [read] = as_written([word])
    held = hold(read, line_of(*chunks), frozenset([word]), lenient=lenient)
    return held.worth if held else 0.0


def test_better_tiers_are_worth_more() -> None:
    """The same text is worth more than a word of it, that more than a word's beginning, that more than what stands inside one."""
    tiers = [worth("honey", (NAME, text)) for text in ("honey", "wild honey", "wild honeycombs", "wildhoney")]

    assert tiers == sorted(tiers, reverse=True)
    assert len(set(tiers)) == 4
    assert min(tiers) > 0


def test_better_fields_are_worth_more() -> None:
    """Names count before aliases, artifacts, titles, organisations, topics, models, authors, venues, kinds, years and texts."""
    fields = (NAME, ALIAS, ARTIFACT, TITLE, ORGANIZATION, CATEGORY, "m", AUTHOR, VENUE, KIND, YEAR, SUMMARY, TOOL, DETAIL)
    worths = [worth("honey", (field, "wild honey")) for field in fields]

    assert worths == sorted(worths, reverse=True)
    assert len(set(worths)) == len(fields)
    assert set(fields) | {IDENTIFIER} == set(WEIGHTS)


def test_the_best_field_counts() -> None:
    """A word that stands in several fields is worth what it is in the best."""
    assert worth("honey", (SUMMARY, "honey"), (NAME, "honey"), (TITLE, "honey")) == worth("honey", (NAME, "honey"))


@pytest.mark.parametrize(
    ("word", "text"),
    [("it", "credits"), ("edit", "credit meditation"), ("ai", "saint"), ("or", "oracle")],
)
def test_short_words_do_not_stand_inside_words(word: str, text: str) -> None:
    """Two letters are no beginning of a word, and in titles and texts nothing counts that stands inside one."""
    assert worth(word, (TITLE, text), (SUMMARY, text), (CATEGORY, text)) == 0


def test_short_words_take_short_endings() -> None:
    """Four letters may be followed by an ending of grammar, not by another word."""
    assert worth("math", (TITLE, "maths")) > 0
    assert worth("math", (TITLE, "mathilda")) == 0


def test_authors_are_not_found_by_their_beginning() -> None:
    """`math` is not Mathew."""
    assert worth("math", (AUTHOR, "mathew zhang")) == 0
    assert worth("mathew", (AUTHOR, "mathew zhang")) > 0


def test_part_of_an_address_is_worth_little() -> None:
    """A word in a repository's name counts less than the same word in a text that is about it, an id as a whole the most."""
    assert 0 < worth("data", (IDENTIFIER, "someone/data")) < worth("data", (TITLE, "data of all kinds"))
    assert worth("2503.08741", (IDENTIFIER, "2503.08741")) == worth("oasis", (NAME, "oasis"))


def test_a_name_without_its_hyphens_is_the_name() -> None:
    """What is written in one word is held by the squashed name, and only as a whole."""
    assert worth("sharegpt4oimage", (SQUASHED[NAME], "sharegpt4oimage")) == worth("oasis", (NAME, "oasis"))
    assert worth("sharegpt", (SQUASHED[NAME], "sharegpt4oimage")) == 0


def test_joined_words_stand_in_one_text() -> None:
    """`zhang-wei` is not Bo Zhang and Wei Li."""
    assert worth("image-text", (TITLE, "text and image")) > 0
    assert worth("zhang-wei", (AUTHOR, "bo zhang"), (AUTHOR, "wei li")) == 0


def test_stop_words_are_not_looked_for_in_texts() -> None:
    """`IT` may be a name, but not every `it` of a text."""
    assert worth("it", (SUMMARY, "it makes data")) == 0
    assert worth("it", (ARTIFACT, "it-170k")) > 0


def test_chinese_words_stand_anywhere_in_a_text() -> None:
    """A Chinese word needs no borders."""
    assert worth("跳动", (ORGANIZATION, "字节跳动")) > 0
    assert worth("字节跳动", (ORGANIZATION, "字节跳动")) > worth("跳动", (ORGANIZATION, "字节跳动"))


@pytest.mark.parametrize("word", ["涂像编辑", "图象编辑", "图像遍辑", "图像编缉"])
def test_one_wrong_character_of_four_is_forgiven(word: str) -> None:
    """Wherever the wrong character stands, the word is found when spelling is forgiven, and only then."""
    assert worth(word, (CATEGORY, "指令图像编辑数据"), lenient=True) > 0
    assert worth(word, (CATEGORY, "指令图像编辑数据")) == 0


@pytest.mark.parametrize("word", ["图像缩缉", "途象编辑", "图象编缉", "图向", "图象编", "编辑图像"])
def test_more_wrong_characters_are_not_forgiven(word: str) -> None:
    """Two wrong characters of four, or one of three, are another word."""
    assert worth(word, (CATEGORY, "图像编辑"), lenient=True) == 0


def test_wrong_characters_are_not_forgiven_in_texts() -> None:
    """A text is long enough to resemble anything."""
    assert worth("图象编辑", (SUMMARY, "图像编辑"), lenient=True) == 0


def test_most_of_a_longer_chinese_word_will_do() -> None:
    """Of a longer word most pairs of characters must stand there; less than the whole is worth less."""
    assert 0 < worth("多模态大模型综述", (TITLE, "多模态基础模型综述")) < worth("多模态大模型综述", (TITLE, "多模态大模型综述"))
    assert worth("蛋白质折叠", (TITLE, "多模态基础模型综述")) == 0


def test_a_text_must_hold_more_of_a_longer_chinese_word() -> None:
    """Pairs of characters meet by chance in a long text: three of five do in a title, not in a text."""
    scattered = "图像与视频,分辨率为4k"

    assert worth("图像超分辨率", (TITLE, scattered)) > 0
    assert worth("图像超分辨率", (SUMMARY, scattered)) == 0


def test_parts_side_by_side_are_worth_more_than_apart() -> None:
    """`text-to-image` is `text to image` before it is a text that speaks of images somewhere."""
    assert worth("image-text", (TITLE, "image text data")) > worth("image-text", (TITLE, "text beside an image")) > 0


def test_a_synonym_is_worth_less_than_the_word() -> None:
    """Another word for what an entry says counts in the same field, and less."""
    means = (SYNONYM, f"{TITLE}指令调优{MEANS}instruction tuning")

    assert 0 < worth("指令调优", means) < worth("指令调优", (TITLE, "视觉指令调优"))
    assert hold(as_written(["指令调优"])[0], line_of(means), frozenset(), lenient=False).reasons == (  # type: ignore[union-attr]
        Reason("指令调优", "instruction tuning", "title", "means", means[1]),
    )


@pytest.mark.parametrize(("asked", "is_held"), [(("image", "description"), True), (("image", "text"), False), (("description",), False)])
def test_a_synonym_of_two_words_is_asked_for_by_both(asked: tuple[str, ...], is_held: bool) -> None:
    """`description` alone does not stand for captions, `image description` does."""
    line = line_of((SYNONYM, f"{TITLE}image description{MEANS}captions"))
    words = as_written(asked)
    held = [hold(word, line, readings_of(words), lenient=False) for word in words]

    assert all(held) == is_held


def test_a_word_bound_to_a_field_counts_nowhere_else() -> None:
    """An author is no title."""
    [word] = as_written(["honey"])
    bound = word._replace(fields=AUTHOR)

    assert hold(bound, line_of((AUTHOR, "ann honey")), frozenset(), lenient=False)
    assert not hold(bound, line_of((TITLE, "honey")), frozenset(), lenient=False)


@pytest.mark.parametrize(("text", "is_held"), [("wild honey", True), ("honeycomb", False), ("wildhoney", False)])
def test_an_exact_word_stands_as_it_is(text: str, is_held: bool) -> None:
    """What was put in quotes is not the beginning of another word."""
    word = Word("honey", {"honey": 1.0}, exact=True)

    assert bool(hold(word, line_of((NAME, text)), frozenset(), lenient=False)) == is_held


def test_a_name_begun_is_better_the_more_of_it_is_there() -> None:
    """A whole query that begins a name is worth less than the name, and more the longer it is."""
    chunks = [(SQUASHED[NAME], "sharegpt4v")]
    worths = [
        held.worth if (held := whole_match(line_of(*chunks), key)) else 0.0 for key in ("sharegpt4v", "sharegpt", "share", "sh", "gpt4v")
    ]

    assert worths[0] == 100
    assert worths[0] > worths[1] > worths[2] > 0
    assert worths[3:] == [0, 0]


def test_two_chinese_characters_begin_a_name() -> None:
    """A Chinese name may be begun by two characters, not by one."""
    chunks = [(SQUASHED[ALIAS], "千帆模型")]

    assert whole_match(line_of(*chunks), "千帆")
    assert not whole_match(line_of(*chunks), "千")


@pytest.mark.parametrize(
    ("readings", "texts"),
    [
        (("benchmarks", "benchmark"), ["benchmark"]),
        (("oasis", "oases"), ["oases", "oasis"]),
        (("image-text", "imagetext"), ["image"]),
        (("gpt-4v", "gpt4v"), ["gpt-4v", "gpt4v"]),
    ],
)
def test_needles_are_in_every_text_that_holds_a_word(readings: tuple[str, ...], texts: list[str]) -> None:
    """What is looked for first is a part of the readings; two with nothing in common need two."""
    needles = needles_of(Word(readings[0], dict.fromkeys(readings, 1.0)), lenient=False)

    assert (list(needles.texts), list(needles.enough)) == (texts, texts)
    assert all(needles.are_in(f"a {reading} b") for reading in readings)
    assert not needles.are_in("another text")


@pytest.mark.parametrize(("lenient", "least", "enough"), [(False, 3, 2), (True, 2, 3)])
def test_a_chinese_word_is_looked_for_in_pieces(lenient: bool, least: int, enough: int) -> None:
    """A line is worth a closer look when it holds most pieces of a word, or some of them when spelling is forgiven."""
    needles = needles_of(Word("图像编辑集", {"图像编辑集": 1.0}), lenient=lenient)

    assert list(needles.texts) == ["图像", "像编", "编辑", "辑集"]
    assert (needles.least, len(needles.enough)) == (least, enough)
    assert needles.are_in("图像编辑")
    assert needles.are_in("图像辑集") == lenient
