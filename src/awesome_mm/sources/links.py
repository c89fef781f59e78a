"""Asks whether addresses on the web still lead somewhere, politely: each host in turn, with a pause between two requests.

Layer: sources. Only a plain answer counts: an answer that asks for patience, a refusal, a fault of the server and silence tell nothing.
"""

from __future__ import annotations

import ipaddress
import math
import os
import re
import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urljoin, urlsplit

import requests

from .asking import user_agent
from .settings import seconds

_MOST_AT_ONCE = 8  # hosts; each is asked by one thread
_MOST_REDIRECTS = 6
_TIMES_IN_ALL = 4  # how much longer than one silence an address may take
_MOST_BYTES = 400_000
_PERMANENT = (301, 308)
_GONE = (404, 410)
_NO_HEAD = (400, 403, 405, 406, 501)
_SLOW_DOWN = (429, 503)
_LONGEST_WAIT = 30.0
_ADDRESS = re.compile(r"https?://[^\s<>\"'`|()\[\]{}\\^\x00-\x1f\x7f]+")  # as it may stand in a list without being escaped
_LOGIN = re.compile(r"(?i)/(?:log-?in|sign-?in|sso|auth|account|session)s?\b")
_ARCHIVED = (b"This repository was archived by the owner", b"This repository has been archived")


class Standing(StrEnum):
    """What is known of an address after asking."""

    THERE = "there"
    MOVED = "moved"
    GONE = "gone"
    ARCHIVED = "archived"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkAnswer:
    """What was learnt of `address`: where it has moved to for good, or why nothing is known."""

    address: str
    standing: Standing
    moved_to: str = ""
    why: str = ""


class LinkSource:
    """The web, asked for addresses. ``AWESOME_MM_LINK_DELAY`` is the pause between two requests to a host (default 1 second)."""

    def __init__(self, *, with_archived: bool = False, environment: Mapping[str, str] = os.environ) -> None:
        self._pause = seconds(environment, "AWESOME_MM_LINK_DELAY", 1.0)
        self._silence = seconds(environment, "AWESOME_MM_TIMEOUT", 20.0, above=0)
        self._with_archived = with_archived
        self._may_be_near = environment.get("AWESOME_MM_LINK_LOCAL") == "1"

    def ask(self, addresses: Sequence[str], told: Callable[[LinkAnswer], None] = lambda _: None) -> Iterator[LinkAnswer]:
        """Yield an answer for each address, in order; `told` hears of each as it comes, from one thread at a time."""
        by_host: dict[str, list[str]] = {}
        for address in dict.fromkeys(addresses):
            by_host.setdefault(_host(address), []).append(address)
        waiting: SimpleQueue[list[str]] = SimpleQueue()
        answers: SimpleQueue[LinkAnswer] = SimpleQueue()
        for own in by_host.values():
            waiting.put(own)

        def work() -> None:
            with suppress(Empty):
                while own := waiting.get_nowait():
                    for answer in self._ask_host(own):
                        answers.put(answer)

        for _ in range(min(_MOST_AT_ONCE, len(by_host))):
            Thread(target=work, daemon=True).start()  # left behind where somebody interrupts
        found: dict[str, LinkAnswer] = {}
        while len(found) < sum(map(len, by_host.values())):
            try:
                answer = answers.get(timeout=self._silence * _TIMES_IN_ALL + _LONGEST_WAIT + self._pause)
            except Empty:  # a server that lets a byte drip now and then keeps nobody waiting
                break
            found[answer.address] = answer
            told(answer)
        yield from (found.get(address) or _unknown(address, "it took too long") for address in dict.fromkeys(addresses))

    def _ask_host(self, addresses: Sequence[str]) -> Iterator[LinkAnswer]:
        """Ask one host, slower when it asks for patience, and no more when it asks again."""
        is_tired = False
        with requests.Session() as session:
            session.headers["User-Agent"] = user_agent()
            for place, address in enumerate(addresses):
                if is_tired:
                    yield _unknown(address, "the host asked for patience")
                    continue
                if place:
                    time.sleep(self._pause)
                answer, wait = self._ask(session, address)
                if wait:
                    time.sleep(min(wait, _LONGEST_WAIT))
                    answer, wait = self._ask(session, address)
                    is_tired = bool(wait)
                yield answer

    def _ask(self, session: requests.Session, address: str) -> tuple[LinkAnswer, float]:
        """Return what is learnt of an address, and how long the host asks to wait (0: it does not)."""
        try:
            return self._follow(session, address)
        except requests.ConnectionError as error:
            if _has_no_host(error, address):
                return LinkAnswer(address=address, standing=Standing.GONE, why="there is no such host"), 0
            return _unknown(address, "it could not be reached"), 0
        except (requests.RequestException, OSError, ValueError) as error:
            return _unknown(address, type(error).__name__), 0

    def _follow(self, session: requests.Session, address: str) -> tuple[LinkAnswer, float]:
        here, permanent = address, ""
        is_permanent = True
        for _ in range(_MOST_REDIRECTS):
            if not self._may_be_near and _is_near(here):
                return _unknown(address, "it is in one's own network"), 0
            response = self._answer(session, here)
            code = response.status_code
            if code in _SLOW_DOWN:
                return _unknown(address, f"{code}"), _wait(response)
            if code in _GONE:
                return LinkAnswer(address=address, standing=Standing.GONE, why=str(code)), 0
            if not response.is_redirect and code not in _PERMANENT:
                return self._settled(session, address, here, permanent, code), 0
            here = urljoin(here, response.headers.get("Location", ""))
            is_permanent = is_permanent and code in _PERMANENT
            permanent = here if is_permanent else permanent
            if urlsplit(here).scheme not in ("http", "https"):
                return _unknown(address, "it leads out of the web"), 0
        return _unknown(address, "it leads on and on"), 0

    def _answer(self, session: requests.Session, address: str) -> requests.Response:
        response = session.head(address, timeout=self._silence, allow_redirects=False)
        if response.status_code in (*_NO_HEAD, *_GONE):  # some servers know nothing of HEAD
            with session.get(address, timeout=self._silence, allow_redirects=False, stream=True) as whole:
                return whole
        return response

    def _settled(self, session: requests.Session, address: str, here: str, permanent: str, code: int) -> LinkAnswer:
        if code >= 400:
            return _unknown(address, str(code))
        if permanent and _is_elsewhere(address, permanent):
            if not _ADDRESS.fullmatch(permanent) or _LOGIN.search(permanent) or not urlsplit(permanent).path.strip("/"):
                return _unknown(address, "it leads to a login or a front page")
            return LinkAnswer(address=address, standing=Standing.MOVED, moved_to=permanent)
        if self._with_archived and _host(here) == "github.com" and self._is_archived(session, here):
            return LinkAnswer(address=address, standing=Standing.ARCHIVED)
        return LinkAnswer(address=address, standing=Standing.THERE)

    def _is_archived(self, session: requests.Session, address: str) -> bool:
        time.sleep(self._pause)
        with session.get(address, timeout=self._silence, stream=True) as response:
            content = bytearray()
            for chunk in response.iter_content(65_536):
                content += chunk
                if len(content) > _MOST_BYTES:
                    break
        return any(mark in content for mark in _ARCHIVED)


def _unknown(address: str, why: str) -> LinkAnswer:
    return LinkAnswer(address=address, standing=Standing.UNKNOWN, why=why)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _wait(response: requests.Response) -> float:
    try:
        wait = float(response.headers.get("Retry-After", "5"))
    except ValueError:
        return 5.0
    return max(wait, 0.1) if math.isfinite(wait) else _LONGEST_WAIT


def _is_near(address: str) -> bool:
    """Whether a host is in one's own network, by whatever name; where names cannot be looked up nothing is known."""
    host = urlsplit(address).hostname or ""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(one[4][0]).partition("%")[0]).is_global for one in found)


def _has_no_host(error: Exception, address: str) -> bool:
    """Whether the name of the host is unknown, while the network is there: a machine without one knows no name at all."""
    if "NameResolution" not in repr(error) and "gaierror" not in repr(error):
        return False
    try:
        socket.getaddrinfo("arxiv.org", 443)
    except OSError:
        return False
    try:
        socket.getaddrinfo(urlsplit(address).hostname or "", 443)
    except socket.gaierror as failure:
        return failure.errno == socket.EAI_NONAME
    except OSError:
        return False
    return False


def _is_elsewhere(address: str, other: str) -> bool:
    """Whether two addresses differ in more than scheme, ``www``, a slash at the end, case, and what was added for a language."""
    return _plain(address) != _plain(other)


def _plain(address: str) -> str:
    parts = urlsplit(address)
    path = parts.path.rstrip("/").removesuffix(".git").removesuffix("/index.html")
    return f"{(parts.hostname or '').removeprefix('www.')}{path}?{parts.query}".casefold()
