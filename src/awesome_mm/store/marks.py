"""Moments by arXiv id: when a paper was found not to exist, before when its records no longer count, since when they say the same.

Layer: store. Kept in the cache folder; a file that is missing or damaged holds none.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from .files import locked, replace_file

Marks = Mapping[str, datetime]


class MarkFile:
    """The marks in the file at `path`, by what they say: ``absent``, ``forgotten`` or ``since``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, kind: str) -> dict[str, datetime]:
        """Return the marks of one kind, by arXiv id."""
        return {one: moment for one, text in self._data().get(kind, {}).items() if (moment := _moment(text))}

    def add(self, kind: str, marks: Marks) -> None:
        """Add `marks` of one kind, in the place of those that the papers had.

        Raises:
            OSError: the file could not be written.
            WriteFailed: another process holds it for too long.
        """
        if not marks:
            return
        with locked(self.path.with_suffix(".lock")):
            data = self._data()
            moments = {one: moment.astimezone(UTC).isoformat() for one, moment in marks.items()}
            data[kind] = {**data.get(kind, {}), **moments}
            replace_file(self.path, f"{json.dumps(data, indent=1)}\n".encode())

    def _data(self) -> dict[str, dict[str, str]]:
        try:
            data = json.loads(self.path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        kinds = data.items() if isinstance(data, dict) else ()
        return {kind: marks for kind, marks in kinds if isinstance(marks, dict)}


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
