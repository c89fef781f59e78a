"""Tests of counts as blocks and payloads."""

from awesome_mm.model.catalog import Catalog
from awesome_mm.services.stats import count_categories, count_facets
from awesome_mm.views.blocks import Bars, Cell, Facts, Heading, Paragraph, Table, Tree
from awesome_mm.views.counts import categories_report, stats_report
from awesome_mm.views.report import Report
from tests.factories import make_catalog, make_method, make_vocabularies
from tests.formats.samples import make_survey

SURVEY = make_survey()
EMPTY = make_catalog()


def counted(catalog: Catalog, language: str = "en") -> Report:
    """Return the counts of all entries of `catalog`."""
    return stats_report(catalog, count_facets(catalog, catalog.briefs), language)


def bars_under(report: Report, title: str) -> list[tuple[str, float]]:
    """Return the bars that follow the heading `title`."""
    blocks = list(report.blocks())
    [place] = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title]
    bars = blocks[place + 1]
    assert isinstance(bars, Bars)
    return [(bar.label, bar.value) for bar in bars.bars]


def test_totals_come_first() -> None:
    """The answer opens with the totals, with separators."""
    heading, facts, *_ = counted(SURVEY).blocks()

    assert heading == Heading("Totals", level=1)
    assert isinstance(facts, Facts)
    assert dict(facts.rows)["Works"] == "3"


def test_claimed_counts_stand_beside_ours() -> None:
    """A category has our count, what the list places there and what it claims; a claim that differs is marked."""
    [table] = [block for block in counted(SURVEY).blocks() if isinstance(block, Table)]

    assert table.rows == [
        ["Methods", "3", "3", Cell("")],
        ["  Image editing", "2", "2", Cell("4", "warning")],
        ["  Text enhancement", "2", "1", Cell("1")],
    ]


def test_keys_are_in_the_language_of_the_answer() -> None:
    """Closed and open vocabularies are both translated."""
    report = counted(SURVEY, "zh")

    assert ("未知", 1) in bars_under(report, "按年份")
    assert ("代码 已发布", 1) in bars_under(report, "按开放情况")
    assert ("字节跳动", 1) in bars_under(report, "按机构")
    assert ("过滤", 1) in bars_under(report, "按处理步骤")


def test_a_long_tail_is_counted_not_shown() -> None:
    """After twelve bars the rest is a number; years are shown all."""
    catalog = make_catalog(*(make_method(f"m{year}", organizations=(f"org{year}",), published=str(year)) for year in range(2001, 2016)))

    assert len(bars_under(counted(catalog), "By year")) == 15
    assert bars_under(counted(catalog), "By organization")[-1] == ("… +3", 0)


def test_lines_are_groups_and_keys() -> None:
    """For line formats there is one record for each group and key, with the ids."""
    records = counted(SURVEY).records

    assert {"group": "kind", "key": "dataset", "count": 1, "claimed": None, "ids": ["beta"]} in records


def test_nothing_to_count() -> None:
    """An empty catalog says so instead of showing zeros, and so do filters that nothing meets."""
    assert list(counted(EMPTY).blocks()) == [Paragraph("The catalog has no entries.", "warning")]
    nothing = stats_report(SURVEY, count_facets(SURVEY, ()), "en")
    assert list(nothing.blocks()) == [Paragraph("Nothing matches these filters.", "warning")]


def test_categories_are_a_tree_with_counts() -> None:
    """Children hang below their parents, each with count and slug."""
    [tree] = categories_report(SURVEY, count_categories(SURVEY.terms, SURVEY.briefs), "zh").blocks()

    assert isinstance(tree, Tree)
    [root] = tree.branches
    assert root.text == "方法 (3)  methods"
    assert [child.text for child in root.children] == ["图像编辑 (2)  editing", "文本增强 (2)  text"]


def test_categories_of_an_empty_catalog() -> None:
    """Categories without entries count nothing; a catalog without categories has no tree."""
    empty = make_catalog(vocabularies=make_vocabularies(category={}))

    assert [record["count"] for record in categories_report(EMPTY, count_categories(EMPTY.terms, ()), "en").records] == [0, 0, 0]
    assert list(categories_report(empty, (), "en").blocks()) == [Tree([])]
