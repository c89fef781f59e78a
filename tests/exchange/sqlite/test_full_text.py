"""What the full-text index finds."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.exchange.sqlite.full_text import runs_of
from awesome_mm.store.catalog_file import DecodedCatalog
from tests.bundled import IDS
from tests.exchange.sqlite.databases import found, opened, write
from tests.factories import make_method, make_stage, make_text


@pytest.mark.parametrize("entry_id", IDS)
def test_a_work_is_found(entry_id: str, survey: DecodedCatalog, survey_database: Path) -> None:
    """By its name, by each word of its title, and by each two Chinese characters of its summary."""
    [entry] = [one for one in survey.entries if one.id == entry_id]
    chinese = re.findall(r"(?=([\u3400-\u9fff]{2}))", entry.summary.said("zh") if entry.summary else "")

    assert chinese
    for words in (f'"{entry.name}"', *re.findall(r"[A-Za-z0-9]+", entry.title), *set(chinese)):
        assert entry_id in found(survey_database, f'"{words.strip(chr(34))}"'), words


@pytest.mark.parametrize("word", ["编", "编辑", "图像编", "图像编辑", "图像编辑合", "图像编辑合成"])
def test_chinese_of_up_to_six_characters_is_found_as_it_is_typed(word: str, tmp_path: Path) -> None:
    """Wherever it stands in a sentence, beside Latin words too."""
    path = write(tmp_path / "a.db", make_method("alpha", summary=make_text("Edits.", f"用GPT做{word}数据的方法。")), make_method("beta"))

    assert found(path, word) == ["alpha"]
    assert found(path, f"edit {word}") == ["alpha"]


@pytest.mark.parametrize("word", ["GPT", "3200", "diffusions"])
def test_a_latin_word_is_found_where_chinese_touches_it(word: str, tmp_path: Path) -> None:
    """A Chinese sentence sets no space around a name or a number."""
    path = write(
        tmp_path / "a.db", make_method("alpha", summary=make_text("Edits.", "用GPT合成3200张图像，以diffusion生成")), make_method("beta")
    )

    assert found(path, word) == ["alpha"]


def test_other_texts_are_found(tmp_path: Path) -> None:
    """Aliases and stages find their work, English by its stems."""
    stage = make_stage("hook", name=make_text("Hooking prompts", "钩取"), detail=make_text("Hooks them.", "筛选样本"))
    path = write(tmp_path / "a.db", make_method("alpha", aliases=("Zebra-9",), stages=(stage,)), make_method("beta"))

    assert found(path, '"zebra-9"') == found(path, "hooked prompt") == found(path, "钩取") == found(path, "筛选") == ["alpha"]


def test_a_name_comes_before_a_mention(tmp_path: Path) -> None:
    """The work of that name is first, whatever others say of it."""
    path = write(
        tmp_path / "a.db", make_method("beta", summary=make_text("Alpha, alpha and alpha.")), make_method("alpha", title="A method")
    )

    assert found(path, "alpha") == ["alpha", "beta"]


def test_datasette_can_tell_whose_index_it_is(survey_database: Path) -> None:
    """Datasette looks for content="entries", in double quotes, and puts its search on that table."""
    with opened(survey_database) as connection:
        [(sql,)] = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'works_fts'")

    assert 'content="entries"' in sql


def test_the_index_survives_a_vacuum(tmp_path: Path) -> None:
    """Works are found where they are after the file was packed."""
    path = write(tmp_path / "a.db", make_method("alpha"), make_method("beta"))
    with opened(path) as connection:
        connection.execute("VACUUM")

    assert found(path, "beta") == ["beta"]


@given(st.text(alphabet="图像编辑 a", max_size=12), st.integers(1, 6))
def test_every_run_is_cut_and_no_other(text: str, longest: int) -> None:
    """The runs of a text are its substrings of Chinese of at most so many characters."""
    parts = {text[start:end] for start in range(len(text)) for end in range(start + 1, start + longest + 1)}

    assert set(runs_of(text, longest)) == {part for part in parts if re.fullmatch(r"[图像编辑]+", part)}
