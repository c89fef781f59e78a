"""`related` from end to end: whom it names, in which order, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.commands import call
from tests.golden import assert_golden

LIST = """# Awesome birds

## Counting

- [Seabirds from above cliffs](https://arxiv.org/abs/2401.00001): drones count seabirds on cliffs in fog.
- [Soup recipes](https://arxiv.org/abs/2401.00002): cooks rewrite recipes.
- [Fog and feathers](https://arxiv.org/abs/2401.00003): drones that find seabirds in fog above cliffs.
- [Chess endings](https://arxiv.org/abs/2401.00004): puzzles from endgames.
- [Letters home](https://arxiv.org/abs/2401.00005): volunteers transcribe sailors.
- [Songs at night](https://arxiv.org/abs/2401.00006): tunes hummed into telephones.
"""


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Return the JSON answer, which must come without a word on standard error."""
    outcome = call(capsys, "related", *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


def test_what_is_related_comes_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    """`related oasis` names what it is inspired by and compares itself with first, each with score and reasons."""
    found = answer(capsys, "oasis")

    assert (found["entry"], found["count"]) == ("oasis", len(found["related"]))
    assert {one["id"] for one in found["related"][:4]} == {"magpie", "mmevol", "allava", "llava"}
    assert found["related"][0]["reasons"][0]["said"] == "Oasis is inspired by it"
    assert all(one["title"] and one["reasons"] for one in found["related"])


@pytest.mark.parametrize("name", ["Oasis", "2503.08741", "https://arxiv.org/abs/2503.08741v2"])
def test_a_work_goes_by_any_of_its_names(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Name, arXiv id and address lead to the same answer."""
    assert answer(capsys, name)["entry"] == "oasis"


def test_several_works_may_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    """To several works is related what is near to any; they are a list in the answer, and each reason says to which it is."""
    found = answer(capsys, "mmc4", "obelics")

    assert found["entry"] == ["mmc4", "obelics"]
    assert found["related"][0]["id"] == "omnicorpus"
    assert {reason["entry"] for reason in found["related"][0]["reasons"]} == {"mmc4", "obelics"}


def test_ten_are_shown_or_as_many_as_are_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    """Ten are shown unless `--limit` says otherwise; the count is of all."""
    many = answer(capsys, "llava-onevision")
    few = answer(capsys, "llava-onevision", "-n", "2")

    assert many["count"] == few["count"] > 10
    assert few["related"] == many["related"][:2]
    assert len(many["related"]) == 10


def test_filters_restrict_what_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Filters leave out works and change neither order nor scores of the others."""
    every = answer(capsys, "llava", "-n", "99")["related"]
    filtered = answer(capsys, "llava", "--year", "2024..", "-n", "99")["related"]

    assert filtered == [one for one in every if one["published"] >= "2024"]
    assert 0 < len(filtered) < len(every)


def test_nothing_related_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    """A work that stands alone gets an empty answer, and the table says so in either language; so does one with filters."""
    assert answer(capsys, "textssr")["related"] == []
    assert call(capsys, "related", "textssr", "--format", "table").out.strip() == "Nothing in the catalog is closely related to TextSSR."
    assert "没有与TextSSR明显相关" in call(capsys, "related", "textssr", "--format", "table", "--lang", "zh").out
    assert "matches these filters" in call(capsys, "related", "magpie", "--year", "..2001", "--format", "table").out


def test_an_unknown_work_ends_with_near_names(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that no entry has is an error of its own, which names the near ones."""
    outcome = call(capsys, "related", "oassis", "--json")

    assert (outcome.code, outcome.out) == (4, "")
    assert "Oasis" in json.loads(outcome.err)["error"]["fix"]


@pytest.mark.parametrize("arguments", [(), ("oasis", "-n", "0"), ("oasis", "--kind", "sonnet"), ("oasis", "--format", "bibtex")])
def test_wrong_usage(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """No work, a limit of none, an unknown filter value and an unknown format are refused."""
    assert call(capsys, "related", *arguments).code == 2


def test_an_invalid_catalog(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A catalog with a fault ends as it does everywhere."""
    path = write_catalog(tmp_path / "a.toml", table("alpha", more="nonsense = 1"))

    assert call(capsys, "related", "alpha", "--catalog", path).code == 3


def test_a_catalog_of_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The only work of a catalog is related to nothing."""
    path = write_catalog(tmp_path / "a.toml", table("alpha"))

    assert answer(capsys, "alpha", "--catalog", path)["count"] == 0


def test_an_imported_list_is_related_by_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Works that have titles and the list's own words alone are related by these."""
    (tmp_path / "birds.md").write_text(LIST, encoding="utf-8")
    own = str(tmp_path / "own.toml")
    assert call(capsys, "import", str(tmp_path / "birds.md"), "--into", own).code == 0

    found = answer(capsys, "2401.00001", "--catalog", own)

    assert [one["title"] for one in found["related"]] == ["Fog and feathers"]
    [words] = [reason for reason in found["related"][0]["reasons"] if reason["kind"] == "text"]
    assert {"seabirds", "drones", "cliffs", "fog"} <= set(words["shared"])


def test_rows_say_the_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    """A line of tab-separated text holds a work with its reasons as sentences."""
    header, first, *_ = call(capsys, "related", "magpie").out.splitlines()

    assert header.split("\t") == ["id", "name", "title", "published", "score", "reasons"]
    assert first.startswith("oasis\t")
    assert "it is inspired by Magpie; share the words" in first


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 100, 160])
def test_golden_related_table(language: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The table, narrow and wide, is the one that was approved."""
    monkeypatch.setenv("COLUMNS", str(width))
    outcome = call(capsys, "related", "imgedit", "-n", "3", "--format", "table", "--lang", language)

    assert_golden(f"related.{language}.{width}.table.txt", outcome.out)
