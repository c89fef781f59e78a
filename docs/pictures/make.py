"""Draws what the tool prints on a terminal as SVG pictures, light and dark, for the README in both languages.

Run: ``make pictures``. Each command runs as a process of its own on a pseudo-terminal, and its colours are drawn by rich; nothing
is typed in by hand. A test holds the text of every picture to what its command prints today.
"""

import html
import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent
TOOL = Path(sys.executable).with_name("awesome-mm")
WIDTH = 100
COMMANDS = {
    "search": "awesome-mm search oassis",
    "search-zh": "awesome-mm --lang zh search 字节跳动",
    "list": "awesome-mm list --category editing --sort published",
    "list-zh": "awesome-mm --lang zh list --category 图像编辑 --sort published",
    "show": "awesome-mm show svit",
    "show-zh": "awesome-mm --lang zh show svit",
    "stats": "awesome-mm stats",
    "stats-zh": "awesome-mm --lang zh stats",
    "about": "awesome-mm about",
    "about-zh": "awesome-mm --lang zh about",
}
# Background, foreground, the eight colours of a terminal and their bright forms; each readable on its background.
THEMES = {
    "light": TerminalTheme(
        (255, 255, 255),
        (31, 35, 40),
        [(36, 41, 47), (207, 34, 46), (17, 99, 41), (125, 78, 0), (9, 105, 218), (130, 80, 223), (5, 100, 130), (110, 119, 129)],
        [(87, 96, 106), (164, 14, 38), (26, 127, 55), (99, 60, 1), (33, 139, 255), (164, 117, 249), (49, 146, 170), (140, 149, 159)],
    ),
    "dark": TerminalTheme(
        (13, 17, 23),
        (230, 237, 243),
        [(72, 79, 88), (255, 123, 114), (63, 185, 80), (210, 153, 34), (88, 166, 255), (188, 140, 255), (57, 197, 207), (177, 186, 196)],
        [
            (110, 118, 129),
            (255, 161, 152),
            (86, 211, 100),
            (227, 179, 65),
            (121, 192, 255),
            (210, 168, 255),
            (86, 212, 221),
            (255, 255, 255),
        ],
    ),
}
_WORDS = re.compile(r"\S+(?: \S+)*")
# What rich writes, without its window and without fonts from elsewhere: a picture asks nobody for anything.
_FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: 20px; }}
.{unique_id}-title {{ font-family: sans-serif; font-size: 16px; }}
{styles}
</style>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
_CHARACTER_WIDTH = 12.2  # of the format's 20 pixels high ones, as rich reckons
_TEXT = re.compile(r'<text class="(?P<class>[^"]*-r\d+)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="[^"]*"[^>]*>(?P<text>[^<]*)</text>')


def main() -> None:
    """Draw every picture in every theme."""
    for name, command in COMMANDS.items():
        answer = printed(command)
        for theme_name, theme in THEMES.items():
            (HERE / f"{name}-{theme_name}.svg").write_text(drawn(command, answer, theme, f"{name}-{theme_name}"), encoding="utf-8")


def printed(command: str) -> str:
    """Return what `command` prints on a terminal of 100 columns, with its colours."""
    ours, theirs = pty.openpty()
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("AWESOME_MM")}
        environment |= {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "AWESOME_MM_CACHE": folder}
        environment.pop("NO_COLOR", None)
        with subprocess.Popen([str(TOOL), *command.split()[1:]], env=environment, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            pieces = iter(lambda: _read(ours), b"")
            content = b"".join(pieces)
            if process.wait():
                sys.exit(f"{command}: exit code {process.returncode}")
    os.close(ours)
    return content.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:  # Linux reports a closed terminal as an error
        return b""


def drawn(command: str, answer: str, theme: TerminalTheme, name: str) -> str:
    """Return the picture of a prompt with `command`, and of its `answer`."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True, color_system="truecolor")
        console.print(Text(f"$ {command}", style="bold"))
        console.print(Text.from_ansi(answer.rstrip("\n")))
        picture = console.export_svg(title="", theme=theme, code_format=_FORMAT, unique_id=name)
    border = "rgba(255,255,255,0.35)"
    return _TEXT.sub(_with_true_places, picture).replace(border, "rgba(127,127,127,0.5)")


def _with_true_places(match: re.Match[str]) -> str:
    """Return the words of a text of the picture, each run of them in its own place and as wide as its cells.

    rich reckons with one cell a character where Chinese takes two, and leaves it to the font to keep columns apart. A bar becomes
    a rectangle, because fonts disagree on how wide its characters are.
    """
    text = html.unescape(match["text"]).replace("\xa0", " ")
    return "".join(_placed(match, words[0], cell_len(text[: words.start()])) for words in _WORDS.finditer(text))


def _placed(match: re.Match[str], words: str, cells_before: int) -> str:
    left, width = float(match["x"]) + cells_before * _CHARACTER_WIDTH, cell_len(words) * _CHARACTER_WIDTH
    if set(words) == {"█"}:
        return f'<rect class="{match["class"]}" x="{left:g}" y="{float(match["y"]) - 16:g}" width="{width:g}" height="20"/>'
    shown = html.escape(words).replace(" ", "&#160;")
    return f'<text class="{match["class"]}" x="{left:g}" y="{match["y"]}" textLength="{width:g}">{shown}</text>'


if __name__ == "__main__":
    main()
