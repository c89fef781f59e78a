"""A comparison for papers and pages: LaTeX with booktabs, and one file of HTML."""

import re
from html.parser import HTMLParser

import pytest

from awesome_mm.render.comparison_html import comparison_html
from awesome_mm.render.comparison_latex import comparison_latex
from awesome_mm.views.blocks import Aspect, Cell, Matrix, Side

HOSTILE = '<script>&"{}%$#_~^\\\x1b[31m| † 中'


def make_matrix(works: int = 2, text: str = "said", **side: str) -> Matrix:
    """Return a matrix with two aspects, of which the second is unknown."""
    sides = [Side(**{"name": f"W{number}", "key": f"key{number}", "url": "https://example.org/", **side}) for number in range(works)]
    return Matrix(sides=sides, aspects=[Aspect("Scale", [Cell(text)] * works), Aspect("Data", [Cell("unknown", "quiet")] * works)])


class Page(HTMLParser):
    """What a page holds: the tags that were opened and not closed, the texts, and the addresses."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style" and data.strip():
            self.texts.append(data)


def test_latex_cites_in_the_heads() -> None:
    """Each head is the name with its key; what has none is only named."""
    text = comparison_latex(make_matrix(), ["a note"], "en")

    assert " & W0~\\cite{key0} & W1~\\cite{key1} \\\\" in text
    assert "\\cite" not in comparison_latex(make_matrix(key=""), [], "en")
    assert text.startswith("% Needs \\usepackage{array,booktabs,tabularx}\n")


def test_latex_says_what_a_dash_means() -> None:
    """What is unknown is a dash, explained below the table; where nothing is, nothing is explained."""
    text = comparison_latex(make_matrix(), ["a note"], "en")

    assert "Data & -- & -- \\\\" in text
    assert "a note; -- unknown\n" in text
    known = make_matrix()._replace(aspects=make_matrix().aspects[:1])
    assert "--" not in comparison_latex(known, [], "en")


def test_latex_raises_the_mark_of_doubt() -> None:
    """The mark of what is not verified stands raised behind the word, and its meaning below."""
    text = comparison_latex(make_matrix(text="500K†"), ["† not verified"], "en")

    assert "500K$^{\\dagger}$" in text
    assert "$^{\\dagger}$ not verified" in text


def test_latex_names_the_engine_that_chinese_needs() -> None:
    """A table in Chinese says that it needs xelatex and ctex, and its caption is Chinese."""
    text = comparison_latex(make_matrix(), [], "zh")

    assert "xelatex with \\usepackage{ctex}" in text.splitlines()[0]
    assert "\\caption{W0、W1的比较。}" in text


@pytest.mark.parametrize(("works", "columns"), [(1, [1]), (5, [5]), (6, [3, 3]), (11, [3, 4, 4])])
def test_latex_has_five_works_to_a_table(works: int, columns: list[int]) -> None:
    """More than five works are divided evenly among tables, each with a label of its own."""
    text = comparison_latex(make_matrix(works), [], "en")

    assert list(map(int, re.findall(r"\*\{(\d+)\}", text))) == columns
    assert len(set(re.findall(r"\\label\{(.+?)\}", text))) == len(columns)
    for row in re.findall(r"^Scale.*$", text, re.MULTILINE):
        assert row.count("&") in columns


def test_latex_escapes_what_means_something() -> None:
    """Names and texts of any kind are text: no command, no comment, no new cell."""
    text = comparison_latex(make_matrix(name=HOSTILE, text=HOSTILE), [HOSTILE], "en")

    body = text.partition("\\toprule")[2]
    assert not re.search(r"(?<!\\)[%#_]", body.replace("% Needs", ""))
    assert [row.count(" & ") for row in re.findall(r"^Scale.*$", text, re.MULTILINE)] == [2]
    assert "\x1b" not in text
    assert "<script>" not in text


def test_html_is_one_page_that_needs_no_other() -> None:
    """The page is whole, loads nothing, links each work, and says what it shows."""
    text = comparison_html(make_matrix(), ["a note"], "en")
    page = Page(text)

    assert page.open == []
    assert page.links == ["https://example.org/"] * 2
    assert page.texts == ["W0, W1", "W0, W1", "W0", "W1", "Scale", "said", "said", "Data", "unknown", "unknown", "a note"]
    assert '<html lang="en">' in text
    assert '<html lang="zh-Hans">' in comparison_html(make_matrix(), [], "zh")


def test_html_shows_hostile_text_as_text() -> None:
    """What looks like markup is shown, and an address that is no web page is no link."""
    text = comparison_html(make_matrix(name=HOSTILE, text=HOSTILE, url="javascript:alert(1)"), [HOSTILE], "en")
    page = Page(text)

    assert page.open == []
    assert page.links == []
    assert "<script>" not in text
    assert "\x1b" not in text
    assert sum("<script>" in one for one in page.texts) == 7
