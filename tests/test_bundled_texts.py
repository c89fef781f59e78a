"""The texts of the bundled catalog: in both languages, in agreement, sober, and fit to be printed."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from awesome_mm.model.entry import Note
from awesome_mm.model.taxonomy import Text
from awesome_mm.model.text import is_han, printable
from awesome_mm.model.written_numbers import numbers_in
from tests.bundled import IDS, decoded, entries_by_id, walk, written

# Words that praise; a text that has one says whose claim it is.
PRAISE = re.compile(
    r"\b(state[- ]of[- ]the[- ]art|sota|the first (?!of\b|and\b|author)|first-ever|largest|biggest|novel|innovati\w+|breakthrough\w*"
    r"|ground-?breaking|best|powerful|excellent|outstanding|impressive|superior|remarkabl\w+|cutting-edge|high-quality|unprecedented"
    r"|revolution\w*|pioneer\w*|strong|robust|comprehensive|significant\w*|dramatic\w*|leading|advanced|amazing|seamless\w*"
    r"|rigorous\w*|exceptional\w*|massive\w*)\b"
    r"|最先进|首个|首次(?!提交)|突破|创新|卓越|领先|最大|最佳|最优|最好|强大|优秀|高质量|极致|革命|开创|显著|顶级|强劲|前所未有|完美|独特|杰出|出色|精心",
    re.IGNORECASE,
)
ATTRIBUTION = re.compile(
    r"\b(list|lists|authors?|claims?|says?|said|reports?|according)\b|列表|作者|据称|报告|声称|并称|转述", re.IGNORECASE
)
# Names are quoted as they are: `name` of a term, a stage or a parameter, titles and the like.
NAMES = {"name", "title", "aliases", "listed", "authors", "arxiv", "benchmark", "over", "subject"}
BILINGUAL_PROSE = {"summary", "detail", "reason", "label", "introduction", "when", "title"}
SENTENCES = re.compile(r"[.!?](?=\s|$)|[。！？]")
SPACED = re.compile(
    r"(?<=[\u3400-\u9fff，。；：、（）“”《》]) (?=[A-Za-z0-9`(<\[])|(?<=[A-Za-z0-9`)>\]%]) (?=[\u3400-\u9fff，。；：、（）“”《》])"
)


def bilingual(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the English and the Chinese of every text inside `value` that has both."""
    for one in walk(value):
        if isinstance(one, Text | Note) and one.en is not None and one.zh is not None:
            yield one.en, one.zh


def tables(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every table and value inside the data `value`, with the key it stands under."""
    yield key, value
    if isinstance(value, dict):
        for inner, held in value.items():
            yield from tables(held, inner)
    elif isinstance(value, list):
        for held in value:
            yield from tables(held, key)


def prose(value: Any) -> Iterator[str]:
    """Yield every string inside the data `value` that is neither a name nor a quotation."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            if key not in NAMES:
                yield from prose(held)
    elif isinstance(value, list):
        for held in value:
            yield from prose(held)


def is_name(text: str) -> bool:
    """Whether every word of `text` is a name: it has a capital letter or a digit."""
    return all(any(character.isupper() or character.isdecimal() for character in word) for word in text.split())


def as_written(entry_id: str) -> dict[str, Any]:
    """Return the table of an entry as TOML has it."""
    table: dict[str, Any] = written()[entries_by_id()[entry_id].kind.value][entry_id]
    return table


def test_no_text_lacks_its_chinese() -> None:
    """Wherever there is an English text there is a Chinese one."""
    lacking = [(key, table["en"]) for key, table in tables(written()) if isinstance(table, dict) and "en" in table and not table.get("zh")]

    assert lacking == []


def test_prose_is_written_in_both_languages() -> None:
    """A plain string, which stands for both languages, is given to names and code alone, never to prose or to an entry's texts."""
    kinds = ("category", "organization", "action", "measure", "material")
    terms = [(key, value) for kind in kinds for term in written()[kind].values() for key, value in term.items() if key in {"name", "title"}]
    inside = [(key, value) for one in IDS for key, value in tables(as_written(one)) if key in BILINGUAL_PROSE - {"title"}]

    assert [(key, value) for key, value in (*terms, *inside) if isinstance(value, str)] == []


@pytest.mark.parametrize("entry_id", IDS)
def test_results_and_tools_are_described_in_both_languages(entry_id: str) -> None:
    """What was measured, on what, how and against what, and what a stage works with, is a name or is said in both languages."""
    results = as_written(entry_id).get("results", [])
    said = [result.get(key, "") for result in results for key in ("benchmark", "metric", "subject", "setting")]
    said += [one for result in results for one in result.get("gain", {}).get("over", [])]
    said += [tool for key, tools in tables(as_written(entry_id)) if key == "tools" and isinstance(tools, list) for tool in tools]

    assert [text for text in said if isinstance(text, str) and text != "unknown" and not is_name(text)] == []


def test_every_category_is_introduced() -> None:
    """Each category has an introduction in both languages."""
    introductions = {name: category.introduction for name, category in decoded().vocabularies.category.items()}

    assert [name for name, text in introductions.items() if text is None or not text.zh] == []


@pytest.mark.parametrize("entry_id", IDS)
def test_a_summary_is_one_or_two_sentences(entry_id: str) -> None:
    """A summary says in one or two sentences what is made, and how, in both languages."""
    summary = entries_by_id()[entry_id].summary

    assert summary is not None
    assert any(map(is_han, summary.both[1]))
    for text in summary.both:
        assert 1 <= len(SENTENCES.findall(text)) <= 2, text


@pytest.mark.parametrize("entry_id", IDS)
def test_both_languages_state_the_same_numbers(entry_id: str) -> None:
    """Every number of an English text stands in the Chinese one, and the other way round."""
    differing = [(en, zh) for en, zh in bilingual(entries_by_id()[entry_id]) if numbers_in(en) != numbers_in(zh)]

    assert differing == []


def test_categories_state_the_same_numbers() -> None:
    """The title and the introduction of a category agree with themselves across the languages."""
    texts = [text for category in decoded().vocabularies.category.values() for text in bilingual(category)]

    assert [(en, zh) for en, zh in texts if numbers_in(en) != numbers_in(zh)] == []


@pytest.mark.parametrize("entry_id", IDS)
def test_praise_has_an_owner(entry_id: str) -> None:
    """No text praises, unless it says who does."""
    praising = [text for text in prose(as_written(entry_id)) if PRAISE.search(text) and not ATTRIBUTION.search(text)]

    assert praising == []


def test_the_taxonomy_praises_nothing() -> None:
    """No introduction of a category praises, unless it says who does."""
    texts = [text for category in written()["category"].values() for text in prose(category)]

    assert [text for text in texts if PRAISE.search(text) and not ATTRIBUTION.search(text)] == []


def test_every_string_is_printable() -> None:
    """No string of the catalog holds a control character, a direction mark or a stray space at its ends."""
    strings = [value for _, value in tables(written()) if isinstance(value, str)]

    assert [text for text in strings if printable(text) != text or text.strip() != text or "\n" in text] == []


def test_chinese_is_set_without_spaces_around_latin() -> None:
    """Chinese text has one way of setting Latin words: without a space."""
    strings = [value for _, value in tables(written()) if isinstance(value, str)]

    assert [text for text in strings if SPACED.search(text)] == []
