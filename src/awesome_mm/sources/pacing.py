"""Turns to ask a service: one request at a time and a pause between them, across all processes of the same user.

Layer: sources. arXiv's terms of use (https://info.arxiv.org/help/api/tou.html) allow one connection and one request every three
seconds, over all of one's machines; at least those of one machine are kept to it by a locked file that holds when the last request began.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_DAY = 86_400.0


class Busy(Exception):
    """Another process kept its turn for too long, or the service has asked to be left alone."""


class Pace:
    """Hands out turns, a pause apart that is counted from the beginning of one to the beginning of the next.

    `folder` holds the lock and the time. Where it cannot be written the turns of this process alone are paced.
    """

    def __init__(self, folder: Path, *, now: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep) -> None:
        self._lock = folder / "arxiv.lock"
        self._note = folder / "arxiv.last"
        self._until = folder / "arxiv.until"
        self._now = now
        self._sleep = sleep
        self._last = float("-inf")

    @contextmanager
    def turn(self, pause: float, patience: float) -> Iterator[None]:
        """Wait until `pause` seconds after the last turn began, and hold this one while asking.

        Other processes get at most `patience` seconds to finish theirs.

        Raises:
            Busy: another process did not finish, or arXiv has asked to wait.
        """
        if (held_off := self._read(self._until) - self._now()) > 0:
            raise Busy(f"arXiv has asked to wait another {held_off:.0f} seconds.")
        with self._locked(patience):
            last = max(self._last, self._read(self._note))
            if (wait := min(last + pause - self._now(), pause)) > 0:  # a clock set back makes nobody wait for long
                self._sleep(wait)
            self._last = self._now()
            with suppress(OSError):
                self._note.write_text(f"{self._last!r}\n", encoding="ascii")
            yield

    def hold_off(self, seconds: float) -> None:
        """Let no process have a turn for `seconds`, a day at most: the service asks for it."""
        with suppress(OSError):
            self._until.write_text(f"{self._now() + min(seconds, _DAY)!r}\n", encoding="ascii")

    @contextmanager
    def _locked(self, patience: float) -> Iterator[None]:
        try:
            self._lock.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._lock, timeout=patience)
            lock.acquire()
        except Timeout as error:
            raise Busy(f"Another process has been asking arXiv for more than {patience:.0f} seconds.") from error
        except (OSError, NotImplementedError):
            yield
            return
        try:
            yield
        finally:
            lock.release()

    def _read(self, note: Path) -> float:
        """Return the moment in `note`; one that is no moment, or more than a day to come, is none."""
        try:
            moment = float(note.read_text(encoding="ascii"))
        except (OSError, ValueError):
            moment = float("nan")
        return moment if moment <= self._now() + _DAY else float("-inf")
