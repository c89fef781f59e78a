"""One GET at a time, made safe: bounded in size and time, without redirects, paced, and tried again only where that may help.

Layer: sources. What comes back is the content of a 200; anything else is an `Unanswered` that says why in a sentence.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

import requests

from .. import __version__
from ..model.text import one_line
from .pacing import Busy

if TYPE_CHECKING:
    from .pacing import Pace

_LARGEST_ANSWER = 8 * 1024 * 1024  # a hundred records take half of one; lxml's own limit for a text is ten
_LONGEST_QUOTE = 200
_TRIES = 5
_TRIES_UNREACHED = 2  # where nobody has answered yet there is most likely no network
_FIRST_BACKOFF, _LONGEST_BACKOFF = 1.5, 20.0  # in pauses
_MAY_PASS = frozenset({406, 408, 425, 429, 500, 502, 503, 504})  # arXiv throttles with 406 too
_SILENCE = 0.9  # of the time for an answer: a server that says nothing is left by the socket itself, and its connection closed
_AGENT = "awesome-mm/{} (keeps a paper list; metadata only{})"


class Unanswered(Exception):
    """The service did not answer, or not as it must; `may_pass` where the same question may be answered later.

    `after` is the wait it asks for, in seconds; `ends_all` where no question should be asked any more.
    """

    def __init__(self, problem: str, *, may_pass: bool = False, after: float | None = None, ends_all: bool = False) -> None:
        super().__init__(problem)
        self.may_pass = may_pass
        self.after = after
        self.ends_all = ends_all


class Refused(Unanswered):
    """The service calls the question itself wrong (400); `content` is what it says of it."""

    def __init__(self, content: bytes) -> None:
        super().__init__("arXiv calls the request malformed (400).")
        self.content = content


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long to wait: `answer` seconds for one answer, `total` seconds for everything together."""

    answer: float = 30.0
    total: float = 300.0


@dataclass(kw_only=True)
class Asker:
    """Asks a service; `requests_sent` counts.

    `contact` tells the service where to turn. `pace` hands out the turns, `pause_for` an address says how far apart, `patience` how
    long to wait.
    """

    pace: Pace
    pause_for: Callable[[str], float]
    patience: Patience
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[float, float], float] = random.uniform
    contact: str = ""
    requests_sent: int = 0
    _session: requests.Session = field(default_factory=requests.Session)
    _began: float | None = None
    _was_reached: bool = False
    _over: Unanswered | None = None

    def ask(self, url: str, accept: str, check: Callable[[bytes], None]) -> bytes:
        """Return the answer to a GET of `url` once `check` lets it pass, asking again where a problem may pass.

        The waits between tries are random up to a limit that doubles (full jitter), never shorter than the server's Retry-After, and
        never past the time there is in all. Where the service refuses for good, asks for more patience than there is, or gave no answer
        after every try, nothing more is asked in this run.

        Raises:
            Unanswered: with the last problem.
        """
        if self._over:
            raise self._over
        self._began = self.now() if self._began is None else self._began
        attempt = 0
        while True:
            try:
                content = self._once(url, accept)
                check(content)
            except Unanswered as problem:
                attempt += 1
                most = _TRIES if self._was_reached else _TRIES_UNREACHED
                if problem.ends_all or (problem.may_pass and attempt == most):
                    self._over = problem
                if attempt == most or not problem.may_pass or self._over:
                    raise
                self._wait_before_trying_again(problem, url, attempt)
            else:
                return content

    def _wait_before_trying_again(self, problem: Unanswered, url: str, attempt: int) -> None:
        limit = self.pause_for(url) * min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2**attempt)
        wait = max(problem.after or 0.0, self.jitter(0.0, limit))
        if wait > self._left():
            said = f" It asks to wait {problem.after:.0f} seconds." if problem.after else ""
            self._over = Unanswered(f"{problem}{said}")
            if problem.after:
                self.pace.hold_off(problem.after)
            raise self._over from problem
        self.sleep(wait)

    def _left(self) -> float:
        return self.patience.total - (self.now() - (self._began or 0.0))

    def _once(self, url: str, accept: str) -> bytes:
        limit = min(self.patience.answer, self._left())
        if limit <= 0:
            raise Unanswered(f"arXiv took more than {self.patience.total:g} seconds in all.", ends_all=True)
        try:
            with self.pace.turn(self.pause_for(url), limit):
                self.requests_sent += 1
                return self._within(limit, url, accept)
        except Busy as error:
            raise Unanswered(str(error), ends_all=True) from error

    def _within(self, limit: float, url: str, accept: str) -> bytes:
        """Return the answer; a socket's timeout starts anew with every byte, so a thread does the waiting and is left behind.

        A connection that is left behind so is still open, so that no other may be opened.
        """
        answers: SimpleQueue[bytes | Exception] = SimpleQueue()
        Thread(target=self._get_into, args=(answers, url, accept, limit * _SILENCE), daemon=True).start()
        try:
            answer = answers.get(timeout=limit)
        except Empty:
            raise Unanswered(f"arXiv did not answer within {limit:g} seconds.", ends_all=True) from None
        if isinstance(answer, bytes):
            return answer
        if isinstance(answer, Unanswered):
            raise answer
        if isinstance(answer, requests.Timeout):
            raise Unanswered(f"arXiv did not answer within {limit:g} seconds.", may_pass=True) from answer
        raise Unanswered(f"arXiv could not be reached ({type(answer).__name__}).", may_pass=True) from answer

    def _get_into(self, answers: SimpleQueue[bytes | Exception], url: str, accept: str, limit: float) -> None:
        try:
            answers.put(self._get(url, accept, limit))
        except (Unanswered, requests.RequestException, OSError, ValueError) as error:
            answers.put(error)

    def _get(self, url: str, accept: str, limit: float) -> bytes:
        headers = {"User-Agent": user_agent(self.contact), "Accept": accept}
        with self._session.get(url, headers=headers, timeout=limit, stream=True, allow_redirects=False) as response:
            self._was_reached = True
            status = response.status_code
            if status == requests.codes.bad_request:
                raise Refused(_read(response))
            if status != requests.codes.ok:
                said = f"arXiv answered {status} {one_line(response.reason or '')[:_LONGEST_QUOTE]}".strip()
                after = _retry_after(response.headers)
                raise Unanswered(f"{said}.", may_pass=status in _MAY_PASS, after=after, ends_all=status == requests.codes.forbidden)
            return _read(response)


def user_agent(contact: str = "") -> str:
    """Return what a service is told of who asks; `contact` is where it may turn."""
    return _AGENT.format(__version__, f"; {contact}" if contact else "")


def quote(text: str) -> str:
    """Return `text`, which came from outside, on one line, in quotes and not too long."""
    line = " ".join(one_line(text).split())
    return repr(line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…")


def _read(response: requests.Response) -> bytes:
    content = bytearray()
    for chunk in response.iter_content(65_536):
        content += chunk
        if len(content) > _LARGEST_ANSWER:
            raise Unanswered("arXiv's answer is too large to be one.")
    return bytes(content)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that ``Retry-After`` asks for, given as a number or as a date (RFC 9110, 10.2.3)."""
    given = headers.get("Retry-After", "").strip()
    if given.isascii() and given.isdecimal():
        return float(given[:9])
    try:
        return max(parsedate_to_datetime(given).timestamp() - time.time(), 0.0) if given else None
    except (ValueError, OverflowError):
        return None
