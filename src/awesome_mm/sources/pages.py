"""A document on the web, asked for once: bounded in size and time, with a few redirects and no others.

Layer: sources.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

import requests

from ..errors import SourceUnreachable, WrongUsage
from ..model.text import one_line
from .asking import user_agent
from .settings import seconds

_MOST_REDIRECTS = 5
_TIMES_IN_ALL = 4  # how much longer than one silence everything together may take
_CHECK = "Check the address and the network, or save the page and name the file."
# Addresses that people copy show a file inside a page; these are the ones of the files themselves.
_RAW = (
    (r"(https?://)(?:www\.)?github\.com/([^/]+/[^/]+)/(?:blob|raw)/([^?#]+).*", r"\1raw.githubusercontent.com/\2/\3"),
    (r"(https?://)(?:www\.)?github\.com/([^/?#]+/[^/?#]+?)(?:\.git)?/?(?:[?#].*)?", r"\1raw.githubusercontent.com/\2/HEAD/README.md"),
    (r"(https?://[^/]*gitlab[^/]*/.+?)/-/blob/([^?#]+).*", r"\1/-/raw/\2"),
    (r"(https?://huggingface\.co/.+?)/blob/([^?#]+).*", r"\1/resolve/\2"),
)


def is_address(text: str) -> bool:
    """Whether `text` is an address rather than a path."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", text) is not None


def raw_address(url: str) -> str:
    """Return the address of the file that `url` shows: a repository shows its README."""
    for pattern, raw in _RAW:
        if match := re.fullmatch(pattern, url):
            return match.expand(raw)
    return url


def content_at(url: str, most: int, environment: Mapping[str, str] = os.environ) -> bytes:
    """Return the content of the document at `url`, of one larger than `most` bytes a little more than that.

    ``AWESOME_MM_TIMEOUT`` says how many seconds a server may be silent (default 30); all together takes at most four times as long.

    Raises:
        WrongUsage: `url` is no http or https address.
        SourceUnreachable: there is no answer, or none that is the document.
    """
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise WrongUsage(f"{url}: only http and https addresses are read.", _CHECK)
    silence = seconds(environment, "AWESOME_MM_TIMEOUT", 30.0, above=0)
    answers: SimpleQueue[bytes | Exception] = SimpleQueue()
    # A socket's time starts anew with every byte; so a thread does the waiting, and is left behind where it waits for too long.
    Thread(target=_get_into, args=(answers, raw_address(url), most, silence), daemon=True).start()
    try:
        answer = answers.get(timeout=silence * _TIMES_IN_ALL)
    except Empty:
        raise SourceUnreachable(f"{url}: took more than {silence * _TIMES_IN_ALL:g} seconds.", _CHECK) from None
    if isinstance(answer, bytes):
        return answer
    raise SourceUnreachable(f"{url}: {_said(answer, silence)}", _CHECK) from answer


def _said(problem: Exception, silence: float) -> str:
    if isinstance(problem, requests.TooManyRedirects):
        return f"leads on more than {_MOST_REDIRECTS} times."
    if isinstance(problem, requests.Timeout):
        return f"nothing came for {silence:g} seconds."
    return one_line(str(problem)) if isinstance(problem, _NotThere) else f"could not be reached ({type(problem).__name__})."


class _NotThere(Exception):
    """The server answered something else than the document."""


def _get_into(answers: SimpleQueue[bytes | Exception], url: str, most: int, silence: float) -> None:
    try:
        answers.put(_get(url, most, silence))
    except (_NotThere, requests.RequestException, OSError, ValueError) as error:
        answers.put(error)


def _get(url: str, most: int, silence: float) -> bytes:
    began = time.monotonic()
    with requests.Session() as session:
        session.max_redirects = _MOST_REDIRECTS
        headers = {"User-Agent": user_agent(), "Accept": "text/markdown, text/plain, */*;q=0.5"}
        with session.get(url, headers=headers, timeout=silence, stream=True) as response:
            if response.status_code != requests.codes.ok:
                raise _NotThere(f"the server answered {response.status_code} {(response.reason or '')[:100]}".strip() + ".")
            content = bytearray()
            for chunk in response.iter_content(65_536):
                content += chunk
                if len(content) > most or time.monotonic() - began > silence * _TIMES_IN_ALL:
                    break
            return bytes(content)
