"""arXiv's query interface through the ``arxiv`` package, made strict: what cannot be trusted is a problem, never an absence.

Layer: sources; the one importer of ``arxiv``. The package takes an error page, a throttled answer and a stalled server for an
empty result. So each answer passes a check here before the package sees it, and each batch carries a paper that certainly exists.
Sources: https://info.arxiv.org/help/api/user-manual.html, https://info.arxiv.org/help/api/tou.html.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, NoReturn
from urllib.parse import urlsplit
from xml.etree import ElementTree

import arxiv
import requests

from .. import __version__
from ..errors import WrongUsage
from ..model.identifiers import arxiv_id_in
from ..model.text import one_line
from .ports import Answer, PaperRecord

SENTINEL = "1706.03762"
_BATCH = 99  # with the sentinel one hundred, the most the terms of use allow in a request
_ARXIV_PAUSE = 3.0
_TIMEOUT = 30.0
_LARGEST_ANSWER = 8 * 1024 * 1024  # a hundred records take half of one; lxml's own limit for a text is ten
_LONGEST_QUOTE = 200
_HEADERS = {
    "User-Agent": f"awesome-mm/{__version__} (refresh of a paper list; metadata only)",
    "Accept": "application/atom+xml",
}
_ATOM = "{http://www.w3.org/2005/Atom}"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"


class Untrustworthy(Exception):
    """The server did not answer, or not with a whole feed."""


class ArxivSource:
    """Asks arXiv (or ``AWESOME_MM_ARXIV_URL``), in batches, with a pause between requests and a time limit for each."""

    def __init__(self, environment: Mapping[str, str] = os.environ, sleep: Callable[[float], None] = time.sleep) -> None:
        url = _address(environment)
        pause = _seconds(environment, "AWESOME_MM_ARXIV_DELAY", _ARXIV_PAUSE)
        self._pause = max(pause, _ARXIV_PAUSE) if _is_arxivs(url) else pause
        self._sleep = sleep
        self._client = _OnePageClient(page_size=_BATCH + 1, delay_seconds=0, num_retries=0)
        self._client.query_url_format = f"{url}?{{}}"
        # The package offers no other place for a timeout; the cap on its version keeps this one.
        self._client._session = _StrictSession(  # noqa: SLF001
            _seconds(environment, "AWESOME_MM_ARXIV_TIMEOUT", _TIMEOUT, above=0)
        )

    def fetch(self, arxiv_ids: Sequence[str]) -> Answer:
        """Return the current records of `arxiv_ids`, asking until something goes wrong.

        What is not written as a bare arXiv id is not sent, for it would spoil its batch, and makes the answer partial.
        """
        distinct = list(dict.fromkeys(arxiv_ids))
        asked = [one for one in distinct if one and arxiv_id_in(one) == one]
        malformed = [one for one in distinct if not one or arxiv_id_in(one) != one]
        records: list[PaperRecord] = []
        problem = f"Not asked for, being no arXiv ids: {_quote(', '.join(malformed))}." if malformed else ""
        for start in range(0, len(asked), _BATCH):
            if start:
                self._sleep(self._pause)
            try:
                records.extend(self._fetch_batch(asked[start : start + _BATCH]))
            except Untrustworthy as error:
                problem = str(error)
                break
        return Answer(records=tuple(records), complete=not problem, problem=problem)

    def _fetch_batch(self, batch: Sequence[str]) -> list[PaperRecord]:
        wanted = list(dict.fromkeys([*batch, SENTINEL]))
        try:
            found = {paper.arxiv_id: paper for paper in map(_record, self._client.results(_search(wanted)))}
        except requests.RequestException as error:
            raise Untrustworthy(f"arXiv could not be reached ({type(error).__name__}).") from error
        except (arxiv.ArxivError, ValueError, OverflowError) as error:
            raise Untrustworthy(f"arXiv's answer could not be read ({type(error).__name__}).") from error
        if SENTINEL not in found:
            raise Untrustworthy("arXiv's answer lacks a paper that certainly exists; it is not whole.")
        return [replace(found[_canonical(one)], arxiv_id=one) for one in batch if _canonical(one) in found]


class _OnePageClient(arxiv.Client):  # type: ignore[misc]
    """A client that asks once: it neither skips entries it cannot read nor goes on to a second page unpaused."""

    def _parse_feed(self, url: str, first_page: bool = True, _try_index: int = 0) -> Any:
        feed = super()._parse_feed(url, first_page, _try_index)
        if len(feed.results) != feed.header.total_results:
            raise Untrustworthy("arXiv's answer has entries that cannot be read.")
        return feed


def _search(arxiv_ids: list[str]) -> arxiv.Search:
    return arxiv.Search(id_list=arxiv_ids, max_results=len(arxiv_ids))


def _address(environment: Mapping[str, str]) -> str:
    url = environment.get("AWESOME_MM_ARXIV_URL") or arxiv.Client.query_url_format.partition("?")[0]
    try:
        parts = urlsplit(url)
        is_one = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or re.search(r"[\s?#{}]", url):
        raise WrongUsage(
            f"AWESOME_MM_ARXIV_URL: {url!r} is not an address such as https://example.org/api/query.", "Unset it for arXiv's own."
        )
    return str(url)


def _is_arxivs(url: str) -> bool:
    host = (urlsplit(url).hostname or "").rstrip(".")
    return host == "arxiv.org" or host.endswith(".arxiv.org")


def _seconds(environment: Mapping[str, str], variable: str, default: float, above: float = -1) -> float:
    text = environment.get(variable, "")
    try:
        seconds = float(text) if text else default
    except ValueError:
        seconds = -1.0
    if not (0 <= seconds < 86_400 and seconds > above):
        raise WrongUsage(f"{variable}: {text!r} is not a number of seconds.", f"Unset it for the default of {default:g}.")
    return seconds


def _canonical(arxiv_id: str) -> str:
    """Return `arxiv_id` as arXiv answers it: ids of before 2007 without the subject class, ``math.GT/0309136`` as ``math/0309136``."""
    return re.sub(r"\.[A-Za-z]{2}/", "/", arxiv_id)


def _record(result: Any) -> PaperRecord:
    match = re.fullmatch(r"https?://[^/]*/abs/(\S+?)v([0-9]{1,9})", result.entry_id.strip())
    if not match:
        raise Untrustworthy(f"arXiv's answer names a paper by something else than its id and version: {_quote(result.entry_id)}.")
    return PaperRecord(
        arxiv_id=match[1],
        version=int(match[2]),
        title=_tidy(result.title) or "",
        authors=tuple(name for author in result.authors if (name := _tidy(author.name))),
        submitted=result.published.date().isoformat(),
        updated=result.updated.date().isoformat(),
        category=_tidy(result.primary_category),
        comment=_tidy(result.comment),
        journal_ref=_tidy(result.journal_ref),
        doi=_tidy(result.doi),
    )


def _tidy(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _quote(text: str) -> str:
    line = " ".join(one_line(text).split())
    return repr(line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…")


class _StrictSession(requests.Session):
    """A session whose answers are whole Atom feeds of bounded size, in bounded time, or errors."""

    def __init__(self, timeout: float) -> None:
        super().__init__()
        self._timeout = timeout

    def get(self, url: str | bytes, **_: Any) -> requests.Response:  # type: ignore[override]
        """Return the answer to a GET of `url` after checking it; the options are ours alone.

        A socket's timeout starts anew with every byte, so a thread does the waiting and is left behind when the time is over.

        Raises:
            Untrustworthy: no answer in time, another status than 200 (redirects too), too large, not XML, or not a whole feed.
        """
        answers: SimpleQueue[requests.Response | Exception] = SimpleQueue()
        Thread(target=self._get_into, args=(answers, url), daemon=True).start()
        try:
            answer = answers.get(timeout=self._timeout)
        except Empty:
            answer = requests.Timeout()
        if isinstance(answer, requests.Timeout):
            raise Untrustworthy(f"arXiv did not answer within {self._timeout:g} seconds.") from answer
        if isinstance(answer, Exception):
            raise answer
        _check_feed(answer.content)
        return answer

    def _get_into(self, answers: SimpleQueue[requests.Response | Exception], url: str | bytes) -> None:
        try:
            answers.put(self._get(url))
        except (Untrustworthy, requests.RequestException, OSError, ValueError) as error:
            answers.put(error)

    def _get(self, url: str | bytes) -> requests.Response:
        with super().get(url, headers=_HEADERS, timeout=self._timeout, stream=True, allow_redirects=False) as response:
            if response.status_code != requests.codes.ok:
                raise Untrustworthy(f"arXiv answered {response.status_code} {one_line(response.reason or '')[:_LONGEST_QUOTE]}.")
            response._content = _read(response)  # noqa: SLF001 - what was read within bounds is the content
        return response


def _read(response: requests.Response) -> bytes:
    content = bytearray()
    for chunk in response.iter_content(65_536):
        content += chunk
        if len(content) > _LARGEST_ANSWER:
            raise Untrustworthy("arXiv's answer is too large to be one.")
    return bytes(content)


class _PlainBuilder(ElementTree.TreeBuilder):
    """Builds a tree of XML that defines nothing of its own: without a DOCTYPE there are no entities to expand."""

    def doctype(self, *_: str | None) -> NoReturn:
        """Refuse."""
        raise Untrustworthy("arXiv's answer is a page, not a feed.")


def _check_feed(content: bytes) -> None:
    feed = _parsed(content)
    if feed.tag != f"{_ATOM}feed":
        raise Untrustworthy("arXiv's answer is a page, not a feed.")
    entries = feed.findall(f"{_ATOM}entry")
    for entry in entries:
        if "/api/errors" in (entry.findtext(f"{_ATOM}id") or ""):
            raise Untrustworthy(f"arXiv reports an error: {_quote(entry.findtext(f'{_ATOM}summary') or 'without a reason')}.")
    if (feed.findtext(_TOTAL) or "").strip() != str(len(entries)):
        raise Untrustworthy("arXiv's answer does not hold as many papers as it says.")


def _parsed(content: bytes) -> ElementTree.Element:
    parser = ElementTree.XMLParser(target=_PlainBuilder())  # noqa: S314 - the builder refuses what could expand
    try:
        return ElementTree.fromstring(content, parser)  # noqa: S314 - as above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        if content.lstrip().startswith(b"<"):
            raise Untrustworthy("arXiv's answer is cut short or no feed.") from error
        said = _quote(content[:_LONGEST_QUOTE].decode("utf-8", "replace"))
        raise Untrustworthy(f"arXiv's answer is not a feed: {said}.") from error
