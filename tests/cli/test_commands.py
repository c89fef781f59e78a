"""The happy path of each command over the bundled catalog, and every command over a catalog of nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.formats.registry import AUTO, FORMATS, LINE_FORMATS
from tests.cli.catalogs import table, write_catalog
from tests.commands import call

EVERY_CALL = [("search", "oasis"), ("list",), ("stats",), ("categories",), ("where",), ("refresh",)]


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Return the JSON answer to `arguments`, which must succeed without a word on standard error."""
    outcome = call(capsys, *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert list(found)[:2] == ["schema_version", "as_of"]
    return found


def test_search_finds_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`search oasis` finds Oasis first, with its score."""
    found = answer(capsys, "search", "oasis")

    assert found["entries"][0]["id"] == "oasis"
    assert found["entries"][0]["score"] > 0


def test_search_takes_several_words(capsys: pytest.CaptureFixture[str]) -> None:
    """The words of a query need no quotes."""
    assert answer(capsys, "search", "scene", "text")["query"] == "scene text"


def test_search_explains(capsys: pytest.CaptureFixture[str]) -> None:
    """With `--explain` each hit says why."""
    assert answer(capsys, "search", "oasis", "--explain")["entries"][0]["why"]


def test_a_search_that_finds_nothing_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing found is an answer: count 0 and what is near."""
    found = answer(capsys, "search", "qqqqqqqqqq")

    assert (found["count"], found["entries"]) == (0, [])
    assert "near" in found


@pytest.mark.parametrize("query", ["stats", "list", "--weird", "--json", "-n"])
def test_any_word_may_be_searched_for(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The name of a command is a word like any other, and so is what follows ``--``."""
    outcome = call(capsys, "search", "--json", "--", query)

    assert outcome.code == 0
    assert json.loads(outcome.out)["query"] == query


def test_a_command_may_be_searched_for_without_dashes(capsys: pytest.CaptureFixture[str]) -> None:
    """`search stats` looks for stats."""
    assert answer(capsys, "search", "stats")["query"] == "stats"


def test_list_filters_and_limits(capsys: pytest.CaptureFixture[str]) -> None:
    """`list` counts all that match and shows as many as were asked for."""
    found = answer(capsys, "list", "--category", "editing", "-n", "2")

    assert found["count"] > 2
    assert len(found["entries"]) == 2
    assert found["next"] == 2


def test_repeated_filters_are_alternatives(capsys: pytest.CaptureFixture[str]) -> None:
    """A filter given twice admits both."""
    counts = [answer(capsys, "list", *filters)["count"] for filters in (("--year", "2023"), ("--year", "2024"))]

    assert answer(capsys, "list", "--year", "2023", "--year", "2024")["count"] == sum(counts)


def test_list_sorts(capsys: pytest.CaptureFixture[str]) -> None:
    """`--sort published` puts the newest first."""
    dates = [entry["published"] for entry in answer(capsys, "list", "--sort", "published", "--fields", "published")["entries"] if entry]

    assert dates[0][:4] >= dates[-1][:4]
    assert [date[:4] for date in dates] == sorted((date[:4] for date in dates), reverse=True)


def test_fields_are_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    """`--fields` keeps what it names, given with commas or one by one."""
    found = answer(capsys, "list", "--fields", "id, links.arxiv", "--fields", "title", "-n", "1")

    assert set(found["entries"][0]) == {"id", "links", "title"}


@pytest.mark.parametrize("name", ["oasis", "Oasis", "2503.08741", "arXiv:2503.08741v2", "https://arxiv.org/abs/2503.08741"])
def test_show_takes_any_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`show` gives the entry in full by id, name, arXiv id or URL."""
    [entry] = answer(capsys, "show", name)["entries"]

    assert entry["id"] == "oasis"
    assert entry["stages"]


def test_show_gives_each_entry_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Several entries come in the order they were named, each once."""
    found = answer(capsys, "show", "bee", "oasis", "Bee")

    assert [entry["id"] for entry in found["entries"]] == ["bee", "oasis"]


def test_stats_counts_by_facet(capsys: pytest.CaptureFixture[str]) -> None:
    """`stats` has totals and a group for each facet."""
    found = answer(capsys, "stats")

    assert found["totals"]
    assert set(found["groups"]) == set("category kind year organization openness model action needs".split())


def test_stats_respects_the_filters(capsys: pytest.CaptureFixture[str]) -> None:
    """A filter narrows what is counted."""
    [year] = answer(capsys, "stats", "--year", "2024")["groups"]["year"]

    assert str(year["key"]) == "2024"


def test_categories_shows_the_taxonomy(capsys: pytest.CaptureFixture[str]) -> None:
    """`categories` names every category with its count."""
    assert "document-text" in json.dumps(answer(capsys, "categories"))


def test_where_names_the_catalog_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`where` gives the paths of catalog, cache, overlay and journal."""
    path = write_catalog(tmp_path / "own.toml", table())

    found = answer(capsys, "where", "--catalog", path)

    assert found["catalog"] == path
    assert found["cache"].startswith(str(tmp_path))
    assert found["journal"].startswith(str(tmp_path))


@pytest.mark.parametrize("arguments", EVERY_CALL, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_catalog_of_nothing_works(
    arguments: tuple[str, ...], format: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command answers over a catalog of no entries, in every format and language."""
    path = write_catalog(tmp_path / "none.toml")

    outcome = call(capsys, *arguments, "--catalog", path, "--format", format, "--lang", language)

    remarks = arguments[0] == "search" and format in (AUTO, *LINE_FORMATS)
    assert (outcome.code, outcome.err) == (0, "Nothing found for 'oasis' (catalog of 2026-01-02).\n" if remarks else "")


def test_a_catalog_of_nothing_has_no_entry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`show` over a catalog of no entries knows no such entry."""
    outcome = call(capsys, "show", "oasis", "--catalog", write_catalog(tmp_path / "none.toml"))

    assert outcome.code == 4


@pytest.mark.parametrize("lines", ["", "# nothing\n"])
def test_an_empty_file_is_no_catalog(lines: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without a head is invalid rather than empty."""
    (tmp_path / "empty.toml").write_text(lines)

    assert call(capsys, "list", "--catalog", str(tmp_path / "empty.toml")).code == 3


@pytest.mark.parametrize("arguments", [("list",), ("search", "oasis")])
@pytest.mark.parametrize(("language", "said"), [("en", "The offset is past the last entry: "), ("zh", "起始位置超出条目总数：")])
def test_an_offset_past_the_end_is_said(arguments: tuple[str, ...], language: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is past the end is not nothing: people read how many there are."""
    outcome = call(capsys, "--lang", language, *arguments, "--offset", "60", "--format", "table")

    assert outcome.code == 0
    assert outcome.out.startswith(said)
    assert int(outcome.out.removeprefix(said)) > 0
