"""arXiv's query interface through the ``arxiv`` package, made strict: what cannot be trusted is a problem, never an absence.

Layer: sources; the one importer of ``arxiv``. The package takes an error page, a throttled answer and a stalled server for an
empty result. So each answer passes a check here before the package sees it, and each batch carries a paper that certainly exists.
Sources: https://info.arxiv.org/help/api/user-manual.html, https://info.arxiv.org/help/api/tou.html.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import arxiv
import requests

from .. import __version__
from ..errors import WrongUsage
from ..model.identifiers import arxiv_id_in
from .ports import Answer, PaperRecord

SENTINEL = "1706.03762"
_BATCH = 99  # with the sentinel one hundred, the most the terms of use allow in a request
_ARXIV_PAUSE = 3.0
_TIMEOUT = 30.0
_LARGEST_ANSWER = 16 * 1024 * 1024
_HEADERS = {
    "User-Agent": f"awesome-mm/{__version__} (+https://pypi.org/project/awesome-mm/)",
    "Accept": "application/atom+xml",
}
_ATOM = "{http://www.w3.org/2005/Atom}"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"


class Untrustworthy(Exception):
    """The server did not answer, or not with a whole feed."""


class ArxivSource:
    """Asks arXiv (or ``AWESOME_MM_ARXIV_URL``), in batches, with a pause between requests and a time limit for each."""

    def __init__(self, environment: Mapping[str, str] = os.environ, sleep: Callable[[float], None] = time.sleep) -> None:
        url = environment.get("AWESOME_MM_ARXIV_URL", arxiv.Client.query_url_format.partition("?")[0])
        pause = _seconds(environment, "AWESOME_MM_ARXIV_DELAY", _ARXIV_PAUSE)
        host = urlsplit(url).hostname or ""
        self._pause = max(pause, _ARXIV_PAUSE) if host == "arxiv.org" or host.endswith(".arxiv.org") else pause
        self._sleep = sleep
        self._client = arxiv.Client(page_size=_BATCH + 1, delay_seconds=0, num_retries=0)
        self._client.query_url_format = f"{url}?{{}}"
        # The package offers no other place for a timeout; the cap on its version keeps this one.
        self._client._session = _StrictSession(  # noqa: SLF001
            _seconds(environment, "AWESOME_MM_ARXIV_TIMEOUT", _TIMEOUT)
        )

    def fetch(self, arxiv_ids: Sequence[str]) -> Answer:
        """Return the current records of `arxiv_ids`, asking until something goes wrong."""
        records: list[PaperRecord] = []
        batches = [arxiv_ids[start : start + _BATCH] for start in range(0, len(arxiv_ids), _BATCH)]
        for place, batch in enumerate(batches):
            if place:
                self._sleep(self._pause)
            try:
                records.extend(self._fetch_batch(batch))
            except Untrustworthy as error:
                return Answer(records=tuple(records), complete=False, problem=str(error))
        return Answer(records=tuple(records), complete=True)

    def _fetch_batch(self, batch: Sequence[str]) -> Iterator[PaperRecord]:
        asked = list(dict.fromkeys([*batch, SENTINEL]))
        try:
            found = {paper.arxiv_id: paper for paper in map(_record, self._client.results(_search(asked)))}
        except requests.RequestException as error:
            raise Untrustworthy(f"arXiv could not be reached ({type(error).__name__}).") from error
        except (arxiv.ArxivError, ValueError) as error:
            raise Untrustworthy(f"arXiv's answer could not be read ({type(error).__name__}).") from error
        if SENTINEL not in found:
            raise Untrustworthy("arXiv's answer lacks a paper that certainly exists; it is not whole.")
        return (found[one] for one in batch if one in found)


def _search(arxiv_ids: list[str]) -> arxiv.Search:
    return arxiv.Search(id_list=arxiv_ids, max_results=len(arxiv_ids))


def _seconds(environment: Mapping[str, str], variable: str, default: float) -> float:
    text = environment.get(variable, "")
    try:
        seconds = float(text) if text else default
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < 86_400:
        raise WrongUsage(f"{variable}: {text!r} is not a number of seconds.", f"Unset it for the default of {default:g}.")
    return seconds


def _record(result: Any) -> PaperRecord:
    short = result.get_short_id().rpartition("/abs/")[2] or result.get_short_id()
    bare, _, version = short.rpartition("v")
    return PaperRecord(
        arxiv_id=arxiv_id_in(short) or bare,
        version=int(version) if version.isdigit() else 1,
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


class _StrictSession(requests.Session):
    """A session whose answers are whole Atom feeds of bounded size, or errors."""

    def __init__(self, timeout: float) -> None:
        super().__init__()
        self._timeout = timeout

    def get(self, url: str | bytes, **options: Any) -> requests.Response:  # type: ignore[override]
        """Return the answer to a GET of `url` after checking it.

        Raises:
            Untrustworthy: another status than 200, too large, not XML, or not a whole feed.
        """
        deadline = time.monotonic() + self._timeout
        options.update(headers=_HEADERS, timeout=self._timeout, stream=True)
        with super().get(url, **options) as response:
            if response.status_code != requests.codes.ok:
                raise Untrustworthy(f"arXiv answered {response.status_code} {response.reason}.")
            response._content = _read(response, deadline)  # noqa: SLF001 - what was read within bounds is the content
        _check_feed(response.content)
        return response


def _read(response: requests.Response, deadline: float) -> bytes:
    content = bytearray()
    for chunk in response.iter_content(65_536):
        content += chunk
        if len(content) > _LARGEST_ANSWER:
            raise Untrustworthy("arXiv's answer is too large to be one.")
        if time.monotonic() > deadline:
            raise Untrustworthy("arXiv's answer did not end in time.")
    return bytes(content)


def _check_feed(content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Untrustworthy("arXiv's answer is a page, not a feed.")
    try:
        feed = ElementTree.fromstring(content)  # noqa: S314 - without a DOCTYPE there are no entities to expand
    except ElementTree.ParseError as error:
        said = content[:60].decode("ascii", "replace").strip()
        raise Untrustworthy(f"arXiv's answer is not a feed: {said!r}") from error
    entries = feed.findall(f"{_ATOM}entry")
    if feed.tag != f"{_ATOM}feed":
        raise Untrustworthy("arXiv's answer is a page, not a feed.")
    for entry in entries:
        if "/api/errors" in (entry.findtext(f"{_ATOM}id") or ""):
            raise Untrustworthy(f"arXiv reports an error: {entry.findtext(f'{_ATOM}summary') or 'without a reason'}")
    if (feed.findtext(_TOTAL) or "").strip() != str(len(entries)):
        raise Untrustworthy("arXiv's answer does not hold as many papers as it says.")
