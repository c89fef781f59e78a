"""Tests of lists of entries: payloads, and the tables made of them."""

import pytest

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Basis, Venue
from awesome_mm.services.asking import ask
from awesome_mm.services.search import rank
from awesome_mm.views.blocks import Block, Cell, Paragraph, Table
from awesome_mm.views.entry_list import Page, list_report, search_report
from awesome_mm.views.payload import at
from awesome_mm.views.report import Report
from tests.factories import make_catalog, make_figure, make_method
from tests.formats.samples import make_survey

SURVEY = make_survey()
EMPTY = make_catalog()


def listed(catalog: Catalog, count: int, language: str = "en", *fields: str) -> Report:
    """Return the list of all entries of `catalog`, of `count` that matched."""
    return list_report(catalog, catalog.briefs, Page(first=0, matched=count), language, fields)


def searched(query: str, language: str = "en", *fields: str, explain: bool = False) -> Report:
    """Return the answer to a search in the sample survey."""
    return search_report(SURVEY, rank(SURVEY, ask(SURVEY, query)), language, fields, explain=explain)


def paragraphs(report: Report) -> list[str]:
    """Return the running text of an answer."""
    return [block.text for block in report.blocks() if isinstance(block, Paragraph)]


def table(report: Report, number: int = 0) -> list[list[str]]:
    """Return the titles and rows of an answer's table."""
    blocks: list[Block] = [block for block in report.blocks() if isinstance(block, Table)]
    chosen = blocks[number]
    assert isinstance(chosen, Table)
    return [
        [column.title for column in chosen.columns],
        *([cell.text if isinstance(cell, Cell) else cell for cell in row] for row in chosen.rows),
    ]


@pytest.mark.parametrize(("basis", "note"), [(Basis.RECALLED, " · ? recalled, not confirmed"), (Basis.CONFIRMED, "")])
def test_a_question_mark_is_explained(basis: Basis, note: str) -> None:
    """Where a venue is marked as recalled, the line below says what the mark means."""
    catalog = make_catalog(make_method(venue=Venue(name="ACL", year=2025, basis=basis)))

    assert paragraphs(listed(catalog, 1)) == [f"1 entry · catalog of 2026-01-02{note}"]


def test_a_list_that_was_cut_says_where_to_go_on() -> None:
    """``count`` is all that matched, ``next`` the number that was shown of them."""
    payload = listed(SURVEY, 7).payload

    assert (payload["count"], payload["next"], len(payload["entries"])) == (7, 3, 3)


def test_a_whole_list_has_no_next() -> None:
    """Where all is shown, ``next`` is null."""
    assert listed(SURVEY, 3).payload["next"] is None


@pytest.mark.parametrize(
    ("count", "en", "zh"),
    [(3, "3 entries · ", "3 篇 · "), (7, "3 of 7 entries · ", "7 篇中的 3 篇 · ")],
)
def test_the_line_below_a_list(count: int, en: str, zh: str) -> None:
    """The line says how many there are, of which day, and that some are in dispute."""
    assert paragraphs(listed(SURVEY, count))[0].startswith(f"{en}catalog of 2026-01-02 · !")
    assert paragraphs(listed(SURVEY, count, "zh"))[0].startswith(f"{zh}目录日期 2026-01-02 · !")


def test_a_single_entry_is_singular() -> None:
    """One entry is one entry, and where nothing is in dispute nothing is said of it."""
    assert paragraphs(listed(make_catalog(make_method()), 1)) == ["1 entry · catalog of 2026-01-02"]


@pytest.mark.parametrize(("language", "expected"), [("en", "The catalog has no entries."), ("zh", "目录中没有条目。")])
def test_an_empty_catalog_says_so(language: str, expected: str) -> None:
    """That a catalog is empty is told apart from filters that nothing meets."""
    assert paragraphs(listed(EMPTY, 0, language)) == [expected]
    assert paragraphs(list_report(SURVEY, (), Page(first=0, matched=0), language)) != [expected]


def test_a_row_of_the_table() -> None:
    """A row has the name, a mark of doubt, the title without the name, scale, month, venue, organisations and category."""
    titles, row, *_ = table(listed(SURVEY, 3))

    assert titles == ["Name", "!", "Title", "Scale", "Date", "Venue", "Organizations", "Category"]
    assert row == [
        "Alpha",
        "!",
        "Instruction Data from Images Alone, Filtered by Consensus of Several Models",
        "3.55M images",
        "2024-05",
        "ICCV 2025?",
        "ByteDance, Tongji University",
        "Image editing",
    ]


def test_a_title_that_is_the_name_stays() -> None:
    """A title of nothing but the name is not emptied."""
    catalog = make_catalog(make_method(name="Alpha", title="Alpha:"))

    assert table(listed(catalog, 1))[1][2] == "Alpha:"


def test_chosen_fields_are_the_columns() -> None:
    """With fields, table and lines have these columns, in this order."""
    report = listed(SURVEY, 3, "en", "links.arxiv", "id", "nothing")

    assert report.columns == ("links.arxiv", "id", "nothing")
    assert table(report) == [["links.arxiv", "id", "nothing"], ["2405.01234", "alpha", ""], ["", "beta", ""], ["", "gamma", ""]]


def test_a_hit_carries_its_score() -> None:
    """A search adds the score to each entry, and why it was found only when that is asked for."""
    [hit] = searched("alpha").payload["entries"]

    assert hit["score"] == 100
    assert "why" not in hit


def test_a_hit_explains_itself() -> None:
    """With explain, payload, columns and a second table say why."""
    report = searched("alpha", explain=True)

    assert report.payload["entries"][0]["why"] == [
        {"word": "alpha", "matched": "alpha", "field": "name", "how": "is", "text": "Alpha", "said": "“alpha” is its name"}
    ]
    assert report.columns[-2:] == ("score", "why")
    assert table(report, 1) == [["Name", "Score", "Why"], ["Alpha", "100", "“alpha” is its name"]]


def test_a_hit_in_chinese() -> None:
    """Why an entry was found is said in the language of the answer."""
    assert table(searched("alpha", "zh", explain=True), 1)[1][2] == "“alpha”是它的名称"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Nothing found for “alhpaa” (catalog of 2026-01-02).", "Near: Alpha"]),
        ("zh", ["未找到“alhpaa”（目录日期 2026-01-02）。", "相近：Alpha"]),
    ],
)
def test_nothing_found_names_the_nearest(language: str, expected: list[str]) -> None:
    """A search without an answer says so, of which day, and what is near."""
    result = rank(SURVEY, ask(SURVEY, "zzzz"))._replace(query="alhpaa", near=("Alpha",))

    report = search_report(SURVEY, result, language)

    assert paragraphs(report) == expected
    assert report.payload["near"] == ["Alpha"]


def test_at_a_path() -> None:
    """A key path leads inside, and to nothing where there is nothing."""
    record = {"links": {"arxiv": ["1"]}, "name": "x"}

    assert [at(record, path) for path in ("links.arxiv", "name", "name.en", "links.doi", "none")] == [["1"], "x", None, None, None]


def test_a_disputed_figure_marks_its_entry() -> None:
    """Doubt about a figure alone is enough for the mark."""
    catalog = make_catalog(make_method(figures=(make_figure(status="disputed"),)), make_method("beta"))

    assert [row[1] for row in table(listed(catalog, 2))[1:]] == ["!", ""]
