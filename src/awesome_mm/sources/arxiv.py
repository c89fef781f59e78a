"""arXiv's query interface through the ``arxiv`` package, made strict: what cannot be trusted is a problem, never an absence.

Layer: sources; the one importer of ``arxiv``. The package takes an error page, a throttled answer and a stalled server for an
empty result. So it gets its answers from `Asker`, which is patient and paced, and each passes a check here before the package sees
it; each batch carries a paper that certainly exists.
Sources: https://info.arxiv.org/help/api/user-manual.html, https://info.arxiv.org/help/api/tou.html.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import arxiv
import requests

from ..model.identifiers import arxiv_id_in
from ..model.text import one_line
from .asking import Asker, Patience, Refused, Unanswered, quote
from .feeds import check_records, check_search, is_about_ids, named_in
from .oai import read_withdrawal, record_url
from .pacing import Pace
from .ports import Answer, PaperRecord, TitleAnswer
from .settings import address, pauses, seconds
from .title_query import title_queries

if TYPE_CHECKING:
    from pathlib import Path

SENTINEL = "1706.03762"
_MALFORMED = "arXiv calls malformed"
_MOST_REFUSALS = 24  # in a run; finding one malformed id among ninety-nine takes seven
_BATCH = 99  # with the sentinel one hundred, the most the terms of use allow in a request
_URL = arxiv.Client.query_url_format.partition("?")[0]
_OAI_URL = "https://oaipmh.arxiv.org/oai"
_CANDIDATES = 25  # papers that a search for a title brings; nobody reads more


class ArxivSource:
    """Asks arXiv (or ``AWESOME_MM_ARXIV_URL`` and ``AWESOME_MM_OAI_URL``) in batches; `folder` keeps the pace of all processes."""

    def __init__(self, folder: Path, environment: Mapping[str, str] = os.environ, *, sleep: Callable[[float], None] = time.sleep) -> None:
        url = address(environment, "AWESOME_MM_ARXIV_URL", _URL)
        self._oai_url = address(environment, "AWESOME_MM_OAI_URL", _OAI_URL)
        patience = Patience(answer=seconds(environment, "AWESOME_MM_ARXIV_TIMEOUT", Patience.answer, above=0))
        contact = one_line(environment.get("AWESOME_MM_CONTACT", "")).strip()
        self.asker = Asker(pace=Pace(folder, sleep=sleep), pause_for=pauses(environment), patience=patience, sleep=sleep, contact=contact)
        self._refusals = 0
        self._answers = _Answers(self.asker)
        self._client = _OnePageClient(url, self._answers, page_size=_BATCH + 1)
        self._searching = _OnePageClient(url, self._answers, page_size=_CANDIDATES)

    def fetch(self, arxiv_ids: Sequence[str]) -> Iterator[Answer]:
        """Yield the current records of `arxiv_ids` batch by batch, until something goes wrong.

        What is not written as a bare arXiv id is not sent, for it would spoil its batch, and makes the whole partial.
        """
        distinct = tuple(dict.fromkeys(arxiv_ids))
        asked = [one for one in distinct if one and arxiv_id_in(one) == one]
        if malformed := tuple(one for one in distinct if one not in asked):
            yield replace(_refused(malformed, "Not asked for, being no arXiv ids"), of=len(distinct))
        for start in range(0, len(asked), _BATCH):
            answer = self._answer(tuple(asked[start : start + _BATCH]))
            yield replace(answer, of=len(distinct))
            if not self._goes_on(answer):
                return

    def find_titled(self, title: str) -> TitleAnswer:
        """Return the papers whose titles hold the words of `title` in a row, or else some of the rarer ones.

        An empty answer is what throttling looks like too: it is believed once a paper that certainly exists came back after it.
        """
        try:
            for query in title_queries(title):
                if found := self._found(query):
                    return TitleAnswer(records=found, complete=True)
        except Unanswered as problem:
            return TitleAnswer(records=(), complete=False, problem=str(problem))
        check = self._answer((SENTINEL,))
        return TitleAnswer(records=(), complete=check.complete, problem=check.problem)

    def _found(self, query: str) -> tuple[PaperRecord, ...]:
        self._answers.check = lambda content: check_search(content, _CANDIDATES)
        return tuple(self._searching.papers(arxiv.Search(query=query, max_results=_CANDIDATES)))

    def confirm_withdrawal(self, arxiv_id: str) -> tuple[bool | None, str]:
        """Return whether the last version is a withdrawal by the raw record (OAI-PMH); None with the problem where none came."""
        try:
            content = self.asker.ask(record_url(self._oai_url, arxiv_id), "application/xml", _check_record)
        except Unanswered as problem:
            return None, str(problem)
        return read_withdrawal(content), ""

    def _answer(self, batch: tuple[str, ...]) -> Answer:
        """Return the answer for `batch`; where the server calls an id malformed, that of the others."""
        try:
            return Answer(asked=batch, of=len(batch), records=tuple(self._records(batch)), complete=True)
        except Refused as refusal:
            self._refusals += 1
            if self._refusals > _MOST_REFUSALS or not is_about_ids(refusal.content):
                return Answer(asked=batch, of=len(batch), records=(), complete=False, problem=str(refusal))
            culprits = named_in(refusal.content, batch)
            if culprits:
                rest = tuple(one for one in batch if one not in culprits)
                return _joined(_refused(culprits, _MALFORMED), *([self._answer(rest)] if rest else []))
            middle = len(batch) // 2
            first = self._answer(batch[:middle])
            return _joined(first, self._answer(batch[middle:])) if self._goes_on(first) else _joined(first, _unasked(batch[middle:]))
        except Unanswered as problem:
            return Answer(asked=batch, of=len(batch), records=(), complete=False, problem=str(problem))

    def _goes_on(self, answer: Answer) -> bool:
        """Whether there is any use in asking more: what was refused for its ids leaves the others to be asked for."""
        return answer.complete or bool(answer.records) or answer.problem.startswith(_MALFORMED)

    def _records(self, batch: Sequence[str]) -> list[PaperRecord]:
        wanted = list(dict.fromkeys([*batch, SENTINEL]))
        canonical = frozenset(map(_canonical, wanted))
        self._answers.check = lambda content: check_records(content, canonical, SENTINEL)
        papers = self._client.papers(arxiv.Search(id_list=wanted, max_results=len(wanted)))
        found = {paper.arxiv_id: paper for paper in papers}
        return [replace(found[_canonical(one)], arxiv_id=one) for one in batch if _canonical(one) in found]


class _Answers(requests.Session):
    """Stands where the package keeps its session: gets whole, checked feeds from the asker, or `Unanswered`."""

    def __init__(self, asker: Asker) -> None:
        super().__init__()
        self._asker = asker
        self.check: Callable[[bytes], None] = lambda _: None

    def get(self, url: str | bytes, **_: Any) -> requests.Response:  # type: ignore[override]
        """Return the feed at `url`; the options are ours alone."""
        response = requests.Response()
        response.status_code = 200
        response._content = self._asker.ask(str(url), "application/atom+xml", self.check)  # noqa: SLF001 - what was checked is the content
        return response


class _OnePageClient(arxiv.Client):  # type: ignore[misc]
    """A client that asks once: it neither skips entries it cannot read nor goes on to a second page unpaused."""

    def __init__(self, url: str, answers: _Answers, page_size: int) -> None:
        super().__init__(page_size=page_size, delay_seconds=0, num_retries=0)
        self.query_url_format = f"{url}?{{}}"
        self._session = answers  # the package offers no other place for timeouts and checks; the cap on its version keeps this one

    def papers(self, search: arxiv.Search) -> list[PaperRecord]:
        """Return the records on the first page of `search`.

        Raises:
            Unanswered: they could not be had, or not all of them be read.
        """
        try:
            return [_record(result) for result in self.results(search)]
        except (arxiv.ArxivError, requests.RequestException, ValueError, OverflowError) as error:
            raise Unanswered(f"arXiv's answer could not be read ({type(error).__name__}).") from error

    def _parse_feed(self, url: str, first_page: bool = True, _try_index: int = 0) -> Any:
        feed = super()._parse_feed(url, first_page, _try_index)
        if len(feed.results) != min(feed.header.total_results, self.page_size):
            raise Unanswered("arXiv's answer has entries that cannot be read.")
        return feed


def _unasked(arxiv_ids: tuple[str, ...]) -> Answer:
    return Answer(asked=arxiv_ids, of=len(arxiv_ids), records=(), complete=False)


def _refused(arxiv_ids: tuple[str, ...], why: str) -> Answer:
    return Answer(asked=arxiv_ids, of=len(arxiv_ids), records=(), complete=False, problem=f"{why}: {quote(', '.join(arxiv_ids))}.")


def _joined(*answers: Answer) -> Answer:
    return Answer(
        asked=tuple(one for answer in answers for one in answer.asked),
        of=sum(answer.of for answer in answers),
        records=tuple(record for answer in answers for record in answer.records),
        complete=all(answer.complete for answer in answers),
        problem=" ".join(answer.problem for answer in answers if answer.problem),
    )


def _check_record(content: bytes) -> None:
    read_withdrawal(content)


def _canonical(arxiv_id: str) -> str:
    """Return `arxiv_id` as arXiv answers it: ids of before 2007 without the subject class, ``math.GT/0309136`` as ``math/0309136``."""
    return re.sub(r"\.[A-Za-z]{2}/", "/", arxiv_id)


def _record(result: Any) -> PaperRecord:
    match = re.fullmatch(r"https?://[^/]*/abs/(\S+?)v([0-9]{1,9})", result.entry_id.strip())
    if not match:
        raise Unanswered(f"arXiv's answer names a paper otherwise than by id and version: {quote(result.entry_id)}.")
    if not (title := _tidy(result.title)):
        raise Unanswered(f"arXiv's answer gives {match[1]} no title.")
    return PaperRecord(
        arxiv_id=match[1],
        version=int(match[2]),
        title=title,
        authors=tuple(name for author in result.authors if (name := _tidy(author.name))),
        submitted=result.published.date().isoformat(),
        updated=result.updated.date().isoformat(),
        category=_tidy(result.primary_category),
        comment=_tidy(result.comment),
        journal_ref=_tidy(result.journal_ref),
        doi=_tidy(result.doi),
    )


def _tidy(text: str | None) -> str | None:
    return " ".join(one_line(text).split()) or None if text else None
