"""`search -i` as a process on a real terminal: what the screen says, and how it is left."""

import signal
from pathlib import Path

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.cli.prompt.terminal import Terminal, terminal

LEFT_ALTERNATE_SCREEN = "\x1b[?1049l"
NO_MORE_PASTE_MARKS = "\x1b[?2004l"


def begin(one: Terminal) -> list[str]:
    """Wait for the first list."""
    return one.until(lambda lines: "catalog of" in lines[-1] and lines[2].startswith("> "))


def test_a_session_on_a_terminal() -> None:
    """Typing narrows, Enter shows the entry, Escape goes back and leaves; the terminal is as it was, and the exit code is 0."""
    with terminal("search", "-i", "--lang", "en") as one:
        before = one.settings()
        assert begin(one)[0] == "Search:"
        one.type("oasis")
        lines = one.until(lambda lines: lines[2].startswith("> Oasis ") and lines[0] == "Search: oasis")
        one.until(lambda _: (one.screen.row, one.screen.column) == (0, len("Search: oasis")))  # the cursor comes last
        assert lines[1].split() == ["Name", "!", "Title", "Date"]
        one.type("\r")
        one.until(lambda lines: lines[0] == " Oasis" and lines[-1].startswith("1-23 / "))
        one.type("\x1b")
        one.until(lambda lines: lines[0] == "Search: oasis")
        one.type("\x1b")

        assert one.end() == 0
        assert one.screen.written.rstrip("\r\n\x1b[?25h0m").count(LEFT_ALTERNATE_SCREEN) == 1
        assert NO_MORE_PASTE_MARKS in one.screen.written
        assert one.settings() == before


def test_chinese_on_a_terminal() -> None:
    """In Chinese the prompt speaks it, a pasted word finds, and the cursor stands behind it."""
    with terminal("search", "-i", "--lang", "zh") as one:
        one.until(lambda lines: lines[-1].startswith("51 篇中的 51 篇"))
        one.type("\x1b[200~图像编辑\x1b[201~")
        lines = one.until(lambda lines: lines[0] == "搜索：图像编辑" and not lines[-1].startswith("51 篇中的 51 篇"))
        assert lines[1].split() == ["名称", "!", "标题", "日期"]
        one.until(lambda _: (one.screen.row, one.screen.column) == (0, 6 + 8))


def test_another_size_on_a_terminal() -> None:
    """A terminal that becomes narrow and low gets a list that fits."""
    with terminal("search", "-i", "edit", "--lang", "en") as one:
        begin(one)
        one.resize(40, 10)
        one.process.send_signal(signal.SIGWINCH)
        lines = one.until(lambda lines: lines[9].endswith("Enter shows, Esc leaves") and lines[2].startswith("> "))
        assert "catalog of" not in lines[9]


@pytest.mark.parametrize(("key", "code"), [("\x04", 0), ("\x03", 130)])
def test_other_ways_to_leave(key: str, code: int) -> None:
    """Ctrl-D leaves as Escape does, Ctrl-C with the exit code of an interruption."""
    with terminal("search", "-i", "--lang", "en") as one:
        begin(one)
        one.type(key)

        assert one.end() == code
        assert LEFT_ALTERNATE_SCREEN in one.screen.written


def test_a_fault_in_the_catalog_is_told_before_anything_opens(tmp_path: Path) -> None:
    """A catalog that cannot be read, or an unknown filter, is an error like everywhere."""
    path = write_catalog(tmp_path / "catalog.toml", table())
    with terminal("search", "-i", "--catalog", path, "--kind", "poem") as one:
        assert one.end() == 2
        assert "\x1b" not in one.screen.written
