"""A terminal for tests: runs a command on a pseudo-terminal and keeps the screen that a person would see."""

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager

DEADLINE = 30.0
_SEQUENCE = re.compile(r"\x1b\[(?P<given>[?>\d;]*)(?P<does>[A-Za-z])|\x1b[=>78]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_UNFINISHED = re.compile(r"\x1b(\[[?>\d;]*|\][^\x07]*)?$")


class Screen:
    """What stands in each cell; understands what prompt_toolkit writes, and no more."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.written = ""
        self.row = self.column = 0
        self._rest = ""
        self._cells: dict[tuple[int, int], str] = {}

    def write(self, text: str) -> None:
        """Take in what came from the command."""
        self.written += text
        text, self._rest = self._rest + text, ""
        if unfinished := _UNFINISHED.search(text):
            text, self._rest = text[: unfinished.start()], unfinished[0]
        while text:
            found = _SEQUENCE.match(text)
            if found and found["does"]:
                self._do(found["does"], found["given"])
            elif not found:
                self._put(text[0])
            text = text[found.end() if found else 1 :]

    def lines(self) -> list[str]:
        """Return the rows, without the spaces at their ends."""
        return ["".join(self._cells.get((row, column), " ") for column in range(self.columns)).rstrip() for row in range(self.rows)]

    def _do(self, does: str, given: str) -> None:
        numbers = [int(number) for number in re.findall(r"\d+", given)]
        count = numbers[0] if numbers else 1
        if does == "H":
            self.row, self.column = (numbers[0] - 1, numbers[1] - 1) if len(numbers) > 1 else (0, 0)
        elif does in "ABCD":
            self.row += {"A": -count, "B": count}.get(does, 0)
            self.column += {"C": count, "D": -count}.get(does, 0)
        elif does in "JK":
            gone = [place for place in self._cells if place >= (self.row, self.column) and (does == "J" or place[0] == self.row)]
            for place in self._cells if (does, count) == ("J", 2) else gone:
                self._cells[place] = " "

    def _put(self, character: str) -> None:
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.row += 1
        elif character == "\b":
            self.column -= 1
        elif character.isprintable():
            self._cells[self.row, self.column] = character
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            if width > 1:
                self._cells[self.row, self.column + 1] = ""
            self.column += width


class Terminal:
    """A command that runs on a terminal."""

    def __init__(self, process: subprocess.Popen[bytes], master: int, screen: Screen) -> None:
        self.process, self.screen = process, screen
        self._master = master
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def type(self, text: str) -> None:
        """Press the keys that send `text`."""
        os.write(self._master, text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the command."""
        self.screen.columns, self.screen.rows = columns, rows
        _set_size(self._master, columns, rows)

    def until(self, holds: Callable[[list[str]], bool]) -> list[str]:
        """Read until something holds for the lines on the screen, and return them; not forever."""
        deadline = time.monotonic() + DEADLINE
        while not holds(self.screen.lines()):
            assert time.monotonic() < deadline, "\n".join(self.screen.lines())
            self._read()
        return self.screen.lines()

    def end(self) -> int:
        """Return the exit code of the command, once it has left."""
        deadline = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, "\n".join(self.screen.lines())
            self._read()
        while self._read():
            pass
        return self.process.returncode

    def settings(self) -> list[object]:
        """Return the settings of the terminal, such as whether it echoes."""
        return termios.tcgetattr(self._master)

    def _read(self) -> bool:
        if not select.select([self._master], [], [], 0.05)[0]:
            return False
        try:
            content = os.read(self._master, 65536)
        except OSError:  # nobody holds the other end any more
            return False
        self.screen.write(self._decoder.decode(content))
        return bool(content)


@contextmanager
def terminal(*arguments: str, size: tuple[int, int] = (80, 24), kind: str = "xterm-256color") -> Iterator[Terminal]:
    """Run the command line with `arguments` on a terminal of `size`, columns and rows, and some `kind`; it ends with the test."""
    master, slave = pty.openpty()
    _set_size(slave, *size)
    process = subprocess.Popen(
        [sys.executable, "-m", "awesome_mm", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": kind, "PYTHONUNBUFFERED": "1"},  # where a resize interrupts writing
        start_new_session=True,
    )
    try:
        yield Terminal(process, master, Screen(*size))
    finally:
        process.kill()
        process.wait()
        os.close(master)
        os.close(slave)


def _set_size(descriptor: int, columns: int, rows: int) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
