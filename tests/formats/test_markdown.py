"""Tests of Markdown."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from awesome_mm.formats.markdown import escape, escape_inside
from awesome_mm.views.blocks import Bar, Bars, Branch, Cell, Column, Facts, Heading, Paragraph, Points, Quote, Table, Tree
from tests.formats.samples import report_of, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text, 数据", "plain text, 数据"),
        ("a|b", r"a\|b"),
        ("[link](x)", r"\[link\](x)"),
        ("`code`", r"\`code\`"),
        ("*a* _b_ ~~c~~ #1", r"\*a\* \_b\_ \~\~c\~\~ \#1"),
        ("<b>&lt;</b>", r"\<b\>\&lt;\</b\>"),
        ("R&D", "R&D"),
        ("a\\b", r"a\\b"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\u202e", r"\[31mred"),
        ("- no point", r"\- no point"),
        ("1. no number", r"1\. no number"),
        ("2) no number", r"2\) no number"),
        ("---", r"\---"),
        (":-", r"\:-"),
        ("-:", r"\-:"),
        ("2024: 3", "2024: 3"),
        ("+3.6 over LLaVA", "+3.6 over LLaVA"),
        ("3.1 Clarity", "3.1 Clarity"),
        ("https://x.org/a_b", "<https://x.org/a_b>"),
        ("https://x.org/a_(b)", "<https://x.org/a_(b)>"),
        ("see a_b at “https://x.org/a_b”.", r"see a\_b at “<https://x.org/a_b>”."),
        ("http://x.org/|", r"<http://x.org/>\|"),
    ],
)
def test_escape(text: str, expected: str) -> None:
    """Markdown's own signs are escaped, addresses become links, and all is one line."""
    assert escape(text) == expected


@settings(max_examples=100, deadline=None)
@given(text=some.text("ab|[]`\\*_<>#\n- 数", max_size=30))
def test_no_special_sign_stays_bare(text: str) -> None:
    """Every sign that Markdown reads has a backslash of its own before it."""
    bare = re.sub(r"\\[\\`*_\[\]<>|#-]", "", escape(text))

    assert set(bare) & set("|[]`\\*_<>#\n") == set()


@settings(max_examples=100, deadline=None)
@given(text=some.text("ab|[]`\\*_<>#-+.):1 数", max_size=30))
def test_nothing_but_backslashes_is_added(text: str) -> None:
    """The text without the escapes is the text."""
    assert re.sub(r"\\([\\`*_~\[\]<>|#.):+=-])", r"\1", escape(text)) == text.strip()


def test_a_row_has_as_many_cells_as_there_are_columns() -> None:
    """A bar inside a cell or a title opens no cell of its own."""
    table = Table(columns=[Column("a|b"), Column("n", right=True)], rows=[["x|y\\|z", Cell("1", "name")]])

    assert written(report_of(table), "markdown") == "| a\\|b | n |\n| --- | ---: |\n| x\\|y\\\\\\|z | 1 |\n"


def test_a_row_below_another_is_set_in() -> None:
    """The spaces before a subcategory are written out, because Markdown would drop them."""
    table = Table(columns=[Column("Category")], rows=[["Methods"], ["  Editing"]])

    assert written(report_of(table), "markdown").splitlines()[2:] == ["| Methods |", "| &emsp;Editing |"]


def test_every_block_has_its_form() -> None:
    """Headings, text, facts, points, trees, bars and titled tables are Markdown with an empty line between them."""
    blocks = (
        Heading("Alpha", level=1),
        Paragraph("Text."),
        Facts([("Kind", "method")]),
        Points([("", "bare"), ("idea", "named")]),
        Facts([]),
        Tree([Branch("root", "name", children=[Branch("leaf")])]),
        Quote("+ `a`\n- b\n", "diff"),
        Bars([Bar("2024", 3), Bar("… +2", 0)]),
        Table(columns=[Column("a")], rows=[], title="Why"),
    )

    assert written(report_of(*blocks), "markdown").split("\n\n") == [
        "## Alpha",
        "Text.",
        "- **Kind:** method",
        "- bare\n- **idea:** named",
        "- **root**\n  - leaf",
        "```diff\n+ `a`\n- b\n```",
        "|  |  |\n| --- | ---: |\n| 2024 | 3 |\n| … +2 |  |",
        "**Why**",
        "| a |\n| --- |\n",
    ]


def test_nothing_ends_a_quote_early() -> None:
    """The fence around a quote is longer than any in it."""
    assert written(report_of(Quote("a\n````\n# b")), "markdown") == "`````\na\n````\n# b\n`````\n"


def test_the_inside_of_a_link_holds_no_other() -> None:
    """An address in the text of a link is text."""
    assert escape_inside("see https://x.org/a_b [c]") == r"see https://x.org/a\_b \[c\]"
