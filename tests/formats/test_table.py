"""Tests of tables, trees, bars and text on a terminal."""

import io
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from rich.cells import cell_len

from awesome_mm.formats.table import make_console, write_table
from awesome_mm.views.blocks import Bar, Bars, Block, Branch, Cell, Column, Facts, Heading, Paragraph, Points, Table, Tree
from tests.formats.samples import REPORTS, make_reports, make_survey, report_of, written
from tests.formats.test_registry import HOSTILE, Terminal

WIDTHS = (20, 40, 80, 100, 160, 300)
SURVEY = make_survey()
SIGNS = ("👩\u200d💻", "❤️", "🇨🇳", "e\u0301", "中\u0301", "数据", "。", "word ", "[b]", "\t", "\n")
texts = some.lists(some.sampled_from(SIGNS), max_size=30).map("".join)


def lines_of(*blocks: Block, width: int = 100) -> list[str]:
    """Return the lines of `blocks` in a table of `width` columns."""
    return written(report_of(*blocks), "table", width).removesuffix("\n").split("\n")


def widest(lines: Sequence[str]) -> int:
    """Return the cells that the widest line takes."""
    return max(cell_len(line) for line in lines)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal(width: int, name: str, language: str) -> None:
    """Every answer fits, with Chinese and emoji in it."""
    report = make_reports(SURVEY, language)[name]

    assert widest(written(report, "table", width).split("\n")) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_text_breaks_no_width(width: int, attack: str) -> None:
    """Every answer fits, whatever the catalog's texts hold."""
    survey = make_survey(lambda text: text + HOSTILE[attack] * 3)

    for name, report in make_reports(survey, "zh", lambda text: text + HOSTILE[attack]).items():
        assert widest(written(report, "table", width).split("\n")) <= width, name


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_column_vanishes(width: int, name: str, language: str) -> None:
    """Each column that is to be shown at this width has its title, if shortened, and a part of each of its cells."""
    for block in make_reports(SURVEY, language)[name].blocks():
        if not isinstance(block, Table):
            continue
        shown = "\n".join(lines_of(block, width=width))
        for place, column in enumerate(block.columns):
            cells = [row[place] for row in block.rows]
            filled = [text for cell in cells if (text := cell.text if isinstance(cell, Cell) else cell)]
            if column.from_width <= width:
                assert not filled or column.title[:3] in shown
                assert [text for text in filled if text.split()[0][:3] not in shown] == []


@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_text_breaks_no_alignment(attack: str) -> None:
    """What stands behind a hostile cell begins in the same column on every row."""
    rows = [["plain", "here"], [f"a{HOSTILE[attack]}", "here"], [HOSTILE[attack] * 20, "here"]]
    table = Table(columns=[Column("One", give=1), Column("Two")], rows=rows)

    lines = lines_of(table, width=60)[1:]

    assert len({cell_len(line[: line.rindex("here")]) for line in lines}) == 1
    assert len(lines) == 3


@settings(max_examples=50, deadline=None)
@given(cells=some.lists(some.tuples(texts, texts), min_size=1, max_size=4), wrap=some.booleans(), width=some.sampled_from((20, 33, 80)))
def test_any_text_keeps_the_columns_straight(cells: list[tuple[str, str]], wrap: bool, width: int) -> None:
    """Whatever the cells hold, the last column begins at the same place on every row, and no line is too wide."""
    columns = [Column("A", wrap=wrap, give=1), Column("B", wrap=wrap, give=1), Column("End")]

    lines = lines_of(Table(columns=columns, rows=[[*row, "@"] for row in cells]), width=width)

    assert widest(lines) <= width
    assert len({cell_len(line.rpartition("@")[0]) for line in lines if "@" in line}) == 1


@settings(max_examples=50, deadline=None)
@given(text=texts, width=some.integers(20, 160))
def test_any_block_fits(text: str, width: int) -> None:
    """Headings, paragraphs, facts, points, trees and bars are never wider than the terminal."""
    blocks = (
        Heading(text, level=1),
        Heading(text),
        Paragraph(text),
        Facts([(text, text), ("Kind", text)]),
        Points([("", text)]),
        Points([("idea", text), (text, text)]),
        Tree([Branch(text, children=[Branch(text, children=[Branch(text)])])]),
        Bars([Bar(text, 1_000_000), Bar("x", 1), Bar(text, 0)]),
        Table(columns=[Column(text)], rows=[[text]], title=text),
    )

    assert widest(lines_of(*blocks, width=width)) <= width


@pytest.mark.parametrize("width", range(1, 20))
@pytest.mark.parametrize("name", REPORTS)
def test_a_terminal_too_narrow_for_anything(width: int, name: str) -> None:
    """Where nothing fits, something is written all the same."""
    assert written(make_reports(SURVEY, "zh")[name], "table", width).strip()


def test_columns_that_do_not_fit_stand_under_each_other() -> None:
    """Rather than losing a column, a narrow terminal gets each row as labelled lines."""
    columns = [Column(title, give=1, wrap=True) for title in ("Name", "Metric", "Value", "Gain")]
    rows = [["Alpha", "accuracy", "66.8 percent", ""], ["Beta", "score", "12 points", "plus 3"]]

    assert lines_of(Table(columns=columns, rows=rows), width=24) == [
        "Name    Alpha",
        "Metric  accuracy",
        "Value   66.8 percent",
        "",
        "Name    Beta",
        "Metric  score",
        "Value   12 points",
        "Gain    plus 3",
    ]


def test_a_column_waits_for_a_wider_terminal() -> None:
    """A column is shown from its width on."""
    table = Table(columns=[Column("Name"), Column("Where", from_width=90)], rows=[["Alpha", "list"]])

    assert lines_of(table, width=89) == ["Name", "Alpha"]
    assert lines_of(table, width=90) == ["Name   Where", "Alpha  list"]


def test_a_cell_that_may_not_wrap_is_shortened() -> None:
    """A long text on one line ends with an ellipsis."""
    table = Table(columns=[Column("Name"), Column("Title", give=1)], rows=[["Alpha", "A title that is too long"]])

    assert lines_of(table, width=20) == ["Name   Title", "Alpha  A title that…"]


def test_a_cell_that_wraps_keeps_its_words() -> None:
    """A long text in a wrapping column goes on below."""
    table = Table(columns=[Column("Name"), Column("Title", give=1, wrap=True)], rows=[["Alpha", "A title that is too long"]])

    assert lines_of(table, width=20) == ["Name   Title", "Alpha  A title that", "       is too long"]


def test_numbers_stand_to_the_right() -> None:
    """A right-aligned column ends at the same place on every row."""
    assert lines_of(Table(columns=[Column("n", right=True)], rows=[["1"], ["1,000"]])) == ["    n", "    1", "1,000"]


@pytest.mark.parametrize("name", REPORTS)
def test_no_line_ends_with_spaces(name: str) -> None:
    """Into a file or pipe goes no padding."""
    out = written(make_reports(SURVEY, "zh")[name], "table")

    assert [line for line in out.split("\n") if line != line.rstrip()] == []


def test_an_answer_neither_begins_nor_ends_with_an_empty_line() -> None:
    """Empty lines stand between parts only."""
    for report in make_reports(SURVEY, "en").values():
        lines = written(report, "table").removesuffix("\n").split("\n")

        assert lines[0]
        assert lines[-1]


def test_parts_stand_apart() -> None:
    """An empty line stands before each heading but the first, before a titled table, and after facts."""
    table = Table(columns=[Column("a")], rows=[["b"]], title="Why")
    facts = Facts([("Kind", "method")])

    assert lines_of(Heading("A", level=1), facts, Paragraph("text"), Heading("B"), table) == [
        *("A", "Kind  method", "", "text", "", "B", "", "Why", "a", "b"),
    ]


def test_points_without_labels_stand_close_to_their_marks() -> None:
    """A bare point is a mark, a space and the text."""
    assert lines_of(Points([("", "first"), ("", "second")])) == ["• first", "• second"]


def test_labels_stand_above_their_texts_where_it_is_narrow() -> None:
    """Below a certain width a label takes a line of its own."""
    facts = Facts([("Organizations", "Tongji University")])

    assert lines_of(facts, width=40) == ["Organizations  Tongji University"]
    assert lines_of(facts, width=22) == ["Organizations", "  Tongji University"]


def test_bars_are_in_proportion() -> None:
    """The largest takes the room, the smallest that counts anything is seen, and none is drawn for nothing."""
    lines = lines_of(Bars([Bar("many", 1_000), Bar("half", 500), Bar("few", 1), Bar("… +2", 0)]))

    assert [line.count("█") for line in lines] == [50, 25, 1, 0]
    assert lines[0].startswith("many 1,000 █")


def test_bars_without_any_count() -> None:
    """Bars that count nothing, or none at all, are no error."""
    assert lines_of(Bars([Bar("none", 0)])) == ["none"]
    assert lines_of(Bars([])) == [""]


def test_a_terminal_gets_styles() -> None:
    """On a terminal a name is bold; in a pipe it is bare."""
    table = report_of(Table(columns=[Column("Name")], rows=[[Cell("Alpha", "name")]]))
    terminal = Terminal()

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "xterm-256color")
        write_table(table, terminal)

    assert "\x1b[1;36mAlpha\x1b[0m" in terminal.getvalue()
    assert written(table, "table") == "Name\nAlpha\n"


def test_without_colour_nothing_is_coloured() -> None:
    """``NO_COLOR`` leaves weight, and takes colour."""
    table = report_of(Paragraph("doubt", "warning"))
    terminal = Terminal()

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("NO_COLOR", "1")
        write_table(table, terminal)

    assert terminal.getvalue() == "doubt\n"


@pytest.mark.parametrize(
    ("columns", "width"), [("", 100), ("60", 60), ("0", 100), ("-3", 100), ("wide", 100), ("²", 100), ("100000", 100_000)]
)
def test_width_of_a_pipe(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe is as wide as ``COLUMNS`` says; 100 where that says nothing of use."""
    monkeypatch.setenv("COLUMNS", columns)

    assert make_console(io.StringIO()).width == width


def test_width_of_a_dumb_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """``COLUMNS`` holds on a terminal without abilities too."""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "60")

    assert make_console(Terminal()).width == 60


def test_a_tab_takes_one_cell() -> None:
    """A tab inside running text is a space, and does not jump to the next stop."""
    assert lines_of(Paragraph("a\tb"), Facts([("c\td", "e\tf")])) == ["a b", "c d  e f"]


def styled(table: Table, width: int) -> str:
    """Return `table` as a terminal of `width` columns gets it, marks in brackets."""
    out = Terminal()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("COLUMNS", str(width))
        environment.setenv("TERM", "xterm-256color")
        environment.delenv("NO_COLOR", raising=False)
        write_table(report_of(table), out)
    return re.sub(r"\x1b\[[\d;]*m", "", re.sub(r"\x1b\[[\d;]*35m([^\x1b]*)\x1b\[0m", r"[\1]", out.getvalue()))


NOTED = Table(
    columns=[Column("Name"), Column("Title", give=1)],
    rows=[[Cell("Alpha", "", ((0, 2),)), "One"], ["Beta", Cell("Two 图像编辑", "", ((4, 6),))], ["Gamma", "Three"]],
    notes={1: Cell("many words that say what the columns do not, 图像", "quiet", ((5, 10), (45, 47)))},
)


def test_marks_stand_out() -> None:
    """The marked stretches of cells and notes have a colour of their own, also behind a line break."""
    lines = styled(NOTED, 30).split("\n")

    assert "[Al]pha" in lines[1]
    assert "Two [图像]编辑" in lines[2]
    assert [line for line in lines if "[words]" in line]
    assert [line for line in lines if "[图像]" in line and "Two" not in line]


@pytest.mark.parametrize(
    ("text", "mark", "shown"),
    [
        ("a long title about captions and more", (19, 27), "…title about [captions]"),
        ("a long title about captions", (2, 6), "a [long] title about capt…"),
        ("关于很多图像编辑方法的一个很长的标题", (4, 6), "关于很多[图像]编辑方法的 …"),
        ("exactly twenty-four long", (20, 24), "exactly twenty-four [long]"),
        ("nospaceanywherebeforethewordcaptions", (28, 36), "…[captions]"),
    ],
)
def test_a_mark_is_not_cut_away(text: str, mark: tuple[int, int], shown: str) -> None:
    """A title that is too long for its column begins later where what was asked for would be lost."""
    table = Table(columns=[Column("Title", give=1)], rows=[[Cell(text, "", (mark,))]])

    assert shown in styled(table, 24)


def test_a_note_stands_below_its_row() -> None:
    """The table goes on behind it, its columns where they were."""
    lines = lines_of(NOTED, width=60)

    assert lines[:1] == ["Name   Title"]
    assert [line.split()[0] for line in lines[1:]] == ["Alpha", "Beta", "many", "Gamma"]
    assert lines[4].index("Three") == lines[1].index("One") == lines[2].index("Two")


@settings(max_examples=100, deadline=None)
@given(some.lists(some.sampled_from(SIGNS), max_size=30), some.integers(2, 60), some.integers(0, 30), some.integers(0, 30))
def test_any_mark_on_any_text_is_drawn(signs: list[str], width: int, start: int, length: int) -> None:
    """Whatever is marked, in whatever width, nothing of the text is lost."""
    text = "".join(signs)
    mark = ((len("".join(signs[:start])), len("".join(signs[: start + length]))),)
    plain, with_marks = (
        lines_of(Table(columns=[Column("A", wrap=True)], rows=[[Cell(text, "", marks)]], notes={0: Cell(text, "", marks)}), width=width)
        for marks in ((), mark)
    )

    assert plain == with_marks
