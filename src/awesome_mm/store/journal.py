"""The journal: one line of JSON for every change that was written, the oldest first.

Layer: store. A line is added once, however often an interrupted run is made good: it is its own identity, so a change back and
forth is told each time.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Line = Mapping[str, Any]


class Journal:
    """The journal in the file at `path`; lines that cannot be read are passed over."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> list[Line]:
        """Return the lines, the oldest first; none where there is no journal yet."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return []
        return [line for text in _whole_lines(content).split(b"\n") if (line := _line(text))]

    def add(self, lines: Iterable[Line]) -> None:
        """Add those of `lines` that are not there yet.

        Raises:
            OSError: they could not be written.
        """
        known = {_identity(line) for line in self.read()}
        new = [line for line in lines if _identity(line) not in known]
        if not new:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a+b") as file:
            _drop_torn_end(file)
            file.write(b"".join(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n" for line in new))
            file.flush()
            os.fsync(file.fileno())


def _drop_torn_end(file: Any) -> None:
    file.seek(0)
    content = file.read()
    file.truncate(len(_whole_lines(content)))


def _whole_lines(content: bytes) -> bytes:
    """Return `content` without what a process that died wrote of its last line."""
    return content[: content.rfind(b"\n") + 1]


def _line(text: bytes) -> Line | None:
    try:
        line = json.loads(text) if text.strip() else None
    except (ValueError, RecursionError):
        return None
    return line if isinstance(line, dict) and {"when", "entry", "event", "field"} <= line.keys() else None


def _identity(line: Line) -> str:
    return json.dumps(line, sort_keys=True)
