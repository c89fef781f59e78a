"""The prompt as one types: the list narrows, rows are chosen, pages open and close."""

import asyncio
import re

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.model.catalog import Catalog
from awesome_mm.services.selection import resolve_selection
from tests.cli.prompt.typist import (
    CTRL_C,
    CTRL_D,
    CTRL_N,
    CTRL_P,
    DOWN,
    ENTER,
    ESCAPE,
    PAGE_DOWN,
    PAGE_UP,
    UP,
    Typist,
    with_prompt,
)
from tests.factories import make_catalog, make_method, make_text


def small() -> Catalog:
    """Return a catalog of three works."""
    return make_catalog(
        make_method("alpha", title="Alpha: Pictures from Words", organizations=("bytedance",), published="2024-12-02"),
        make_method("beta", title="Beta: 用文字生成图像的方法", summary=make_text("Makes pictures.", "生成图像。")),
        make_method("gamma", title="Gamma: Words from Sounds"),
    )


def many(count: int = 250) -> Catalog:
    """Return a catalog of more works than a screen holds, or are asked for at once."""
    return make_catalog(*(make_method(f"work-{number}", name=f"Work{number:03}") for number in range(count)))


def test_an_empty_line_lists_everything() -> None:
    """Before anything is typed all entries are there, in catalog order, the first of them chosen."""

    async def act(typist: Typist) -> None:
        assert typist.names == ["Alpha", "Beta", "Gamma"]
        assert typist.chosen == "Alpha"
        assert typist.lines()[-1].rstrip() == "3 of 3 · catalog of 2026-01-02 · Enter shows, Esc leaves"

    with_prompt(small(), act)


def test_typing_narrows() -> None:
    """Each key gives the list of what is typed so far; taking it back widens the list again."""

    async def act(typist: Typist) -> None:
        await typist.type("words")
        assert sorted(typist.names) == ["Alpha", "Gamma"]
        await typist.type(" pictures")
        assert typist.names == ["Alpha"]
        await typist.type("\x15")
        assert typist.names == ["Alpha", "Beta", "Gamma"]

    with_prompt(small(), act)


def test_a_word_barely_begun_narrows_nothing() -> None:
    """The first letters of a word, or a field without its value, leave the list to what stands before them until they find."""

    async def act(typist: Typist) -> None:
        seen = []
        for key in ("q", "q", "q"):
            await typist.type(key)
            seen.append(len(typist.names))
        assert seen == [3, 3, 0]
        for text in ("words q", "words org:", "words 机构："):
            await typist.type(f"\x15{text}")
            assert sorted(typist.names) == ["Alpha", "Gamma"]
        await typist.type("\x15q ")
        assert typist.names == []

    with_prompt(small(), act)


def test_the_query_is_what_it_begins_with() -> None:
    """The text of the call is on the line, and can be typed on."""

    async def act(typist: Typist) -> None:
        assert typist.names == ["Gamma"]
        assert typist.lines()[0].rstrip() == "Search: gam"
        await typist.type("ma")
        assert typist.lines()[0].rstrip() == "Search: gamma"

    with_prompt(small(), act, "gam")


def test_filters_and_what_is_excluded_hold_for_every_list() -> None:
    """The filters of the call and `--not` hold for the empty line and for each text."""
    catalog = small()

    async def by_filter(typist: Typist) -> None:
        assert typist.names == ["Alpha"]
        await typist.type("words")
        assert typist.names == ["Alpha"]

    async def without(typist: Typist) -> None:
        assert typist.names == ["Beta", "Gamma"]
        await typist.type("words")
        assert typist.names == ["Gamma"]

    with_prompt(catalog, by_filter, selection=resolve_selection(catalog, organization=["bytedance"]))
    with_prompt(catalog, without, excluding=("org:bytedance",))


def test_an_unknown_exclusion_opens_no_prompt() -> None:
    """`--not` with a value that the catalog does not know is told before anything opens."""

    async def act(typist: Typist) -> None:
        raise AssertionError

    with pytest.raises(WrongUsage, match="bytedanse"):
        with_prompt(small(), act, excluding=("org:bytedanse",))


def test_the_arrows_choose() -> None:
    """Up and Down, Ctrl-P and Ctrl-N move by a row, and stop at the ends."""

    async def act(typist: Typist) -> None:
        chosen = []
        for key in (DOWN, CTRL_N, DOWN, UP, CTRL_P, UP):
            await typist.type(key)
            chosen.append(typist.chosen)
        assert chosen == ["Beta", "Gamma", "Gamma", "Beta", "Alpha", "Alpha"]
        await typist.type(DOWN)
        assert [line[:7] for line in typist.lines()[2:5]] == ["  Alpha", "> Beta ", "  Gamma"]

    with_prompt(small(), act)


def test_a_new_list_begins_at_its_first_row() -> None:
    """What was chosen in the list before is chosen no more."""

    async def act(typist: Typist) -> None:
        await typist.type(f"{DOWN}{DOWN}")
        await typist.type("words")
        assert typist.chosen == typist.names[0]

    with_prompt(small(), act)


def test_pages_of_rows() -> None:
    """PageDown and PageUp move by as many rows as the screen shows, and the chosen one is always among them."""

    async def act(typist: Typist) -> None:
        typist.lines()
        await typist.type(PAGE_DOWN)
        assert typist.chosen == "Work007"
        assert typist.lines()[-2].startswith("> Work007")
        await typist.type(f"{PAGE_DOWN}{PAGE_UP}{PAGE_UP}")
        assert typist.lines()[2].startswith("> Work000")

    with_prompt(many(), act, size=(80, 10))


def test_beyond_the_last_row_more_are_asked_for() -> None:
    """The list is as long as what was found, though only so many rows are made at once."""

    async def act(typist: Typist) -> None:
        assert len(typist.names) < 250
        for _ in range(60):
            await typist.type(PAGE_DOWN)
            typist.lines()
        assert typist.chosen == "Work249"
        assert typist.lines()[-2].startswith("> Work249")

    with_prompt(many(), act, size=(80, 10))


def test_enter_shows_the_entry() -> None:
    """Enter opens the page of `show`; Escape and q go back to the list as it was."""

    async def act(typist: Typist) -> None:
        await typist.type(DOWN)
        for key in (ESCAPE, "q"):
            await typist.type(ENTER)
            assert [line.strip() for line in typist.lines()[:2]] == ["Beta", "Beta: 用文字生成图像的方法"]
            await typist.type(key)
            await typist.until(lambda: not typist.prompt.page.is_open)
            assert typist.chosen == "Beta"
            assert typist.lines()[0].rstrip() == "Search:"
        await typist.type("sounds")
        assert typist.names == ["Gamma"]

    with_prompt(small(), act)


def test_enter_waits_for_the_list_of_what_was_typed() -> None:
    """Enter straight behind a word opens what the word finds, not what was chosen before it."""

    async def act(typist: Typist) -> None:
        await typist.type(f"gamma{ENTER}")
        assert typist.lines()[0].strip() == "Gamma"

    with_prompt(small(), act)


def test_the_page_scrolls() -> None:
    """A page longer than the screen is scrolled by lines and screens, to its ends and no further."""

    async def act(typist: Typist) -> None:
        await typist.type(ENTER)
        first = typist.lines()
        places = []
        for key in ("j", " ", "G", "k", "g"):
            await typist.type(key)
            places.append(typist.lines()[-1].split("-")[0])
        assert typist.lines() == first
        assert places[0] == "2"
        assert int(places[0]) < int(places[1]) <= int(places[2]) == int(places[3]) + 1
        assert places[4] == "1"

    with_prompt(make_catalog(make_method(summary="A long text about pictures. " * 40)), act, size=(40, 10))


@pytest.mark.parametrize("text", ["org:byte", "year:20x", "organisaton:x"])
def test_what_cannot_be_read_yet_keeps_the_list(text: str) -> None:
    """A half-typed field is told on a line of its own; the last good list stays, and Enter does nothing."""

    async def act(typist: Typist) -> None:
        await typist.type("words ")
        before = typist.names
        await typist.type(text)
        assert typist.prompt.complaint
        assert typist.names == before
        assert typist.lines()[-2].startswith(typist.prompt.complaint[:30])
        await typist.type(ENTER)
        assert not typist.prompt.page.is_open
        await typist.type("\x15")
        assert not typist.prompt.complaint

    with_prompt(small(), act)


def test_nothing_found_says_so() -> None:
    """Where nothing answers the list says so, with what is near; Enter does nothing."""

    async def act(typist: Typist) -> None:
        await typist.type("gamma xqzwvk")
        assert typist.lines()[1].rstrip() == "Nothing found for “gamma xqzwvk”."
        await typist.type(ENTER)
        assert not typist.prompt.page.is_open

    with_prompt(small(), act)


def test_escape_leaves_at_once() -> None:
    """Escape ends the prompt before anybody notices a wait, with nothing to tell."""

    async def act(typist: Typist) -> None:
        typist.pipe.send_text(ESCAPE)
        for _ in range(100):  # a busy machine takes its time; that nothing is waited for is set
            await asyncio.sleep(0.05)
            if typist.prompt.application.future is None:
                break
        assert typist.prompt.application.future is None
        assert (typist.prompt.application.ttimeoutlen or 0) <= 0.1

    with_prompt(small(), act)


@pytest.mark.parametrize("before", ["", ENTER], ids=["list", "page"])
def test_ctrl_d_leaves(before: str) -> None:
    """Ctrl-D leaves from the list and from a page, whatever is typed."""

    async def act(typist: Typist) -> None:
        await typist.type(f"a{before}")
        typist.pipe.send_text(CTRL_D)
        await typist.until(lambda: typist.prompt.application.future is None)

    with_prompt(small(), act)


@pytest.mark.parametrize("before", ["", ENTER], ids=["list", "page"])
def test_ctrl_c_interrupts(before: str) -> None:
    """Ctrl-C leaves as an interruption, which the command line turns into its exit code."""

    async def act(typist: Typist) -> None:
        await typist.type(before)
        typist.pipe.send_text(CTRL_C)
        await typist.until(lambda: typist.prompt.application.future is None)

    with pytest.raises(KeyboardInterrupt):
        with_prompt(small(), act)


def test_alt_and_a_letter_do_not_leave() -> None:
    """Terminals send Alt as Escape and the letter: that edits, or does nothing."""

    async def act(typist: Typist) -> None:
        await typist.type("alpha beta\x1bb\x1bj")
        await asyncio.sleep(0.15)
        await typist.type("X")
        assert typist.prompt.buffer.text == "alpha Xbeta"

    with_prompt(small(), act)


def test_an_arrow_in_two_pieces_is_still_an_arrow() -> None:
    """A slow line may part Escape from the rest of what an arrow sends."""

    async def act(typist: Typist) -> None:
        typist.pipe.send_text("\x1b")
        await asyncio.sleep(0.01)
        await typist.type("[B")
        assert typist.chosen == "Beta"

    with_prompt(small(), act)


@pytest.mark.parametrize(
    "sent", ["生成", "\x1b[200~生成\x1b[201~", "\x1b[200~生\r\n成\r\n\x1b[201~"], ids=["typed", "pasted", "pasted lines"]
)
def test_chinese_is_typed_and_pasted(sent: str) -> None:
    """Chinese finds; the cursor stands behind it, two cells a character, where an input method opens; a paste is one line."""

    async def act(typist: Typist) -> None:
        await typist.type(sent)
        assert "Beta" in typist.names
        text = typist.prompt.buffer.text
        assert "\n" not in text
        line = typist.lines()[0].rstrip()
        assert re.sub(r"\s", "", line) == "搜索：生成"
        screen = typist.prompt.application.renderer.last_rendered_screen
        assert screen
        cursor = screen.get_cursor_position(typist.prompt._typing)
        assert (cursor.x, cursor.y) == (6 + 4 + text.count(" "), 0)

    with_prompt(small(), act, language="zh")


HOSTILE = "\x1b]0;owned\x07<b>Evil</b>\x1b[31m\u202e\r\n[bold]\x9b1m"


def test_hostile_names_stay_text() -> None:
    """No control character, direction mark or markup of a catalog acts: in the list, on the page, or in what is near."""
    catalog = make_catalog(make_method("alpha", name=HOSTILE, title=HOSTILE, summary=HOSTILE))

    async def act(typist: Typist) -> None:
        listed = typist.lines()
        await typist.type(ENTER)
        read = typist.lines()
        for lines in (listed, read):
            assert all(line.isprintable() for line in lines)
            assert any("<b>Evil</b>" in line and "[bold]" in line for line in lines)

    with_prompt(catalog, act)


@pytest.mark.parametrize("size", [(40, 10), (40, 24), (80, 10), (80, 24), (160, 40), (20, 5)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_columns_are_aligned_at_every_size(size: tuple[int, int], language: str) -> None:
    """Dates stand under each other beside wide characters, combining marks and emoji; no line is wider than the terminal."""
    names = ["Plain", "中文名称很长很长的一个数据集", "Cafe\u0301\u0301", "👩\u200d💻🏽 coder", "❤\ufe0f", "\u0301lone", "한국어"]
    works = [
        make_method(f"work-{place}", name=name, title=f"{name}: {name} 图像" * 3, published="2024-05") for place, name in enumerate(names)
    ]

    async def act(typist: Typist) -> None:
        typist.lines()
        screen = typist.prompt.application.renderer.last_rendered_screen
        assert screen
        places = set()
        for row in range(2, min(2 + len(names), size[1] - 1)):
            cells = [screen.data_buffer[row][column] for column in range(size[0])]
            assert sum(cell.width for cell in cells if cell.char) == size[0]
            shown = [cell.char for cell in cells]
            places.add(next((place for place in range(size[0]) if "".join(shown[place : place + 7]) == "2024-05"), -1))
        assert len(places) == 1
        assert -1 not in places or size[0] < 40

    with_prompt(make_catalog(*works), act, language=language, size=size)


def test_resizing_redraws() -> None:
    """A terminal that changes its size while the list or a page is open gets them in the new one."""

    async def act(typist: Typist) -> None:
        await typist.resize(40, 10)
        assert typist.lines()[-1].rstrip() == "250 of 250 · Enter shows, Esc leaves"
        assert len(typist.lines()) == 10
        await typist.type(f"{PAGE_DOWN}{ENTER}")
        await typist.resize(160, 40)
        assert typist.lines()[0].strip() == "Work007"
        await typist.type("q")
        assert typist.lines()[-1].startswith("250 of 250 · catalog of")
        assert typist.chosen == "Work007"

    with_prompt(many(), act)
