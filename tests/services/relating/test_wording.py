"""Tests of how alike works are worded."""

from typing import Any

import pytest

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Note, Topic
from awesome_mm.model.taxonomy import Text
from awesome_mm.services.relating.wording import Wording
from tests.factories import make_catalog, make_method

SEABIRDS = "Seabirds are counted by drones above cliffs in the fog."
SEABIRDS_ZH = "无人机在雾中的悬崖上空统计海鸟数量。"
OTHERS = (
    ("gamma", "Recipes of soups rewritten by cooks.", "厨师改写汤的食谱。"),
    ("delta", "Chess puzzles composed from endgames.", "由残局编写象棋谜题。"),
    ("epsilon", "Letters of sailors transcribed by volunteers.", "志愿者转录水手书信。"),
    ("zeta", "Songs hummed into a telephone at night.", "夜里对着电话哼唱歌曲。"),
)


def worded(entry_id: str, en: str | None, zh: str | None, **more: Any) -> Any:
    """Return an entry that says this of itself, with its id for a title."""
    return make_method(entry_id, title=entry_id, summary=Text(en=en, zh=zh), **more)


def among_others(*entries: Any) -> Catalog:
    """Return a catalog of `entries`, and of some about other things."""
    return make_catalog(*entries, *(worded(*other) for other in OTHERS))


def strengths(catalog: Catalog) -> dict[str, float]:
    """Return how alike others are worded to the first entry, by id."""
    return {catalog.ids[number]: strength for number, strength in Wording(catalog, [0]).strengths(0).items()}


def test_works_about_the_same_are_alike() -> None:
    """A text that shares the telling words of another is tied to it, and one about something else is not."""
    catalog = among_others(worded("alpha", SEABIRDS, None), worded("beta", "Drones that count seabirds on cliffs.", None))

    assert list(strengths(catalog)) == ["beta"]


def test_one_word_in_common_is_chance() -> None:
    """A single shared word ties nothing."""
    catalog = among_others(worded("alpha", SEABIRDS, None), worded("beta", "Toy drones are sold.", None))

    assert strengths(catalog) == {}


def test_words_of_most_works_tell_nothing() -> None:
    """What more than a fifth of the works say is no likeness."""
    catalog = make_catalog(*(worded(f"work-{number}", "Drones count seabirds.", None) for number in range(12)))

    assert strengths(catalog) == {}


def test_chinese_is_compared_without_spaces() -> None:
    """Runs of Chinese are alike by what they share, and the reason names the longest stretches."""
    catalog = among_others(worded("alpha", None, SEABIRDS_ZH), worded("beta", None, "用无人机统计悬崖海鸟。"))

    wording = Wording(catalog, [0])
    [reason] = wording.reasons(0, 1, wording.strengths(0)[1])

    assert reason.language == "zh"
    assert {"无人机", "统计海鸟"} & set(reason.shared) or {"无人机", "海鸟"} <= set(reason.shared)


def test_traditional_characters_are_the_same_words() -> None:
    """A text in traditional characters is as near as one in simplified ones."""
    simple = among_others(worded("alpha", None, SEABIRDS_ZH), worded("beta", None, "用无人机统计悬崖海鸟。"))
    traditional = among_others(worded("alpha", None, SEABIRDS_ZH), worded("beta", None, "用無人機統計懸崖海鳥。"))

    assert strengths(traditional) == strengths(simple)


def test_a_text_in_two_languages_counts_once() -> None:
    """Saying the same in Chinese as well makes two works no nearer."""
    one, other = "Drones above cliffs count seabirds.", "无人机在悬崖上空统计海鸟。"
    in_english = among_others(worded("alpha", SEABIRDS, None), worded("beta", one, None))
    in_both = among_others(worded("alpha", SEABIRDS, SEABIRDS_ZH), worded("beta", one, other))
    in_chinese = among_others(worded("alpha", None, SEABIRDS_ZH), worded("beta", None, other))

    assert strengths(in_both)["beta"] == pytest.approx(max(strengths(in_english)["beta"], strengths(in_chinese)["beta"]), rel=0.05)


def test_languages_meet_in_latin_names() -> None:
    """A work told in English alone is found from one in Chinese alone by the technical names both write in Latin letters."""
    catalog = among_others(
        worded("alpha", "BirdNet boxes checked by SAM-2 and GroundingDINO on cliffs.", None),
        worded("beta", None, "先用BirdNet与GroundingDINO画框，再由SAM-2检查。"),
        worded("eta", None, "悬崖上的鸟类检测框。"),
    )

    wording = Wording(catalog, [0])
    [reason] = wording.reasons(0, 1, wording.strengths(0)[1])

    assert list(wording.strengths(0)) == [1]
    assert (reason.language, set(reason.shared)) == ("en", {"birdnet", "sam-2", "groundingdino"})


def test_words_are_told_as_they_are_written() -> None:
    """A plural is the same word as its singular, and the reason names it as the given work writes it."""
    catalog = among_others(worded("alpha", "A drone above a cliff.", None), worded("beta", "Drones above cliffs.", None))

    wording = Wording(catalog, [0])
    [reason] = wording.reasons(0, 1, wording.strengths(0)[1])

    assert set(reason.shared) == {"drone", "cliff"}


@pytest.mark.parametrize("piece", ["<", "![", "a", "海"])
def test_endless_texts_are_read_in_good_time(piece: str) -> None:
    """A text of one sign a hundred thousand times over, beside an address, costs no more than any other of that length."""
    endless = f"https://a.example {piece * 100_000}"

    assert strengths(among_others(worded("alpha", endless, None), worded("beta", SEABIRDS, None))) == {}


def test_notes_and_accounts_count() -> None:
    """What notes and a list's own account say ties works as summaries do; addresses and pictures in it say nothing."""
    account = Text(en="![Star](https://img.shields.io/x) See [here](https://cliffs.example/drones): Seabirds counted above fog by night.")
    note = Note(topic=Topic.IDEA, en="Counted by night: seabirds in fog.")
    catalog = among_others(
        make_method("alpha", title="alpha", summary=None, account=account),
        worded("beta", None, None, notes=(note,)),
        worded("eta", "Drones example cliffs shields star.", None),
    )

    assert list(strengths(catalog)) == ["beta"]
