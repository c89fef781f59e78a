"""The adapter to arXiv against a server that plays every fault: a bad answer is a problem, never an exception, never an absence."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_mm.errors import WrongUsage
from awesome_mm.sources.arxiv import SENTINEL, ArxivSource
from awesome_mm.sources.ports import Answer as Records
from awesome_mm.sources.settings import pauses
from tests.loopback import (
    Answer,
    Server,
    breaks_off,
    drips,
    hangs_up,
    in_turn,
    knows,
    make_error,
    make_feed,
    make_paper,
    make_raw,
    playing,
    replies,
    stalls,
    unused_url,
)
from tests.recordings import recording

ASKED = ("9901.00001", "9902.00002", "9903.00003")
MANY = tuple(f"9901.{number:05}" for number in range(250))


def make_source(url: str, pauses: list[float] | None = None, **environment: Any) -> ArxivSource:
    """Return a source that asks at `url` and notes its pauses instead of making them."""
    settings_of_it = {"AWESOME_MM_ARXIV_URL": url, "AWESOME_MM_OAI_URL": url, "AWESOME_MM_ARXIV_TIMEOUT": "10", **environment}
    return ArxivSource(Path(os.devnull), settings_of_it, sleep=(pauses if pauses is not None else []).append)


def fetched(source: ArxivSource, arxiv_ids: Sequence[str]) -> Records:
    """Return the answers for all batches as one."""
    answers = list(source.fetch(arxiv_ids))
    return Records(
        asked=tuple(one for answer in answers for one in answer.asked),
        of=len(arxiv_ids),
        records=tuple(record for answer in answers for record in answer.records),
        complete=all(answer.complete for answer in answers),
        problem=" ".join(answer.problem for answer in answers if answer.problem),
    )


def ask(answer: Answer, *arxiv_ids: str, **environment: Any) -> tuple[Records, Server]:
    """Return what the source makes of `answer`, and the server as it was asked."""
    with playing(answer) as server:
        return fetched(make_source(server.url, **environment), arxiv_ids or ASKED), server


# ---- Good answers ----


def test_records_come_back_by_id() -> None:
    """Each paper's record stands under the id that was asked for, whatever the order of the feed."""
    answer, _ = ask(replies(recording("whole.xml")))

    assert answer.complete
    assert answer.problem == ""
    assert [record.arxiv_id for record in answer.records] == list(ASKED)
    assert [record.version for record in answer.records] == [3, 1, 2]


def test_a_record_is_read_whole() -> None:
    """A record has version, authors, days, category, comment, journal and DOI; spaces and line feeds in texts become one space."""
    answer, _ = ask(replies(recording("whole.xml")))

    record = answer.records[0]
    assert record.authors == ("Ada Example", "Bo Beispiel")
    assert (record.submitted, record.updated, record.category) == ("2099-01-02", "2099-03-05", "cs.CV")
    assert record.comment == "Accepted at a conference"
    assert record.journal_ref == "J. Made-up Res. 1 (2099) 2-3"
    assert record.doi == "10.5555/alpha.1"


def test_a_title_keeps_its_latex() -> None:
    """A title's line breaks become spaces, its LaTeX stays as it is."""
    answer, _ = ask(replies(recording("whole.xml")))

    assert answer.records[0].title == r"Alpha: Making $\mathbf{10^6}$ Image Pairs with {\'E}clair Prompts"
    assert answer.records[1].title == "Beta & Friends: 数据合成"


def test_what_a_paper_lacks_is_none() -> None:
    """A paper without comment, journal and DOI has none of them, not empty texts."""
    answer, _ = ask(replies(recording("whole.xml")))

    record = answer.records[2]
    assert (record.comment, record.journal_ref, record.doi) == (None, None, None)


def test_days_are_those_of_utc() -> None:
    """A time with another offset is a day of UTC, as arXiv counts."""
    answer, _ = ask(replies(recording("whole.xml")))

    assert answer.records[1].submitted == "2099-02-02"


def test_an_absent_paper_is_absent() -> None:
    """A whole answer without a paper is complete: the paper is not there."""
    answer, _ = ask(replies(recording("one_absent.xml")))

    assert answer.complete
    assert [record.arxiv_id for record in answer.records] == ["9901.00001", "9903.00003"]


def test_the_sentinel_may_be_asked_for() -> None:
    """The paper that every batch carries is a paper like any other when it is wanted."""
    answer, server = ask(knows(), SENTINEL)

    assert [record.arxiv_id for record in answer.records] == [SENTINEL]
    assert server.requests[0].ids == (SENTINEL,)


@pytest.mark.parametrize(
    "papers",
    [
        (*ASKED, SENTINEL, "9904.00004"),
        (*ASKED, SENTINEL, "9901.00001"),
        (SENTINEL, "9911.00001", "9911.00002", *ASKED),
    ],
)
def test_an_answer_to_another_question_is_partial(papers: tuple[str, ...]) -> None:
    """A feed with papers that nobody asked for, or one of them twice, is not the answer: nothing is concluded from it."""
    answer, _ = ask(replies(make_feed([make_paper(one) for one in papers])), AWESOME_MM_ARXIV_DELAY="0")

    assert not answer.complete
    assert answer.records == ()


def test_an_old_id_is_found_without_its_subject_class() -> None:
    """An id of before 2007 comes back under the id that was asked for, though arXiv leaves the subject class out."""
    feed = make_feed([make_paper("math/0309136"), make_paper(SENTINEL)])

    answer, _ = ask(replies(feed), "math.GT/0309136")

    assert [record.arxiv_id for record in answer.records] == ["math.GT/0309136"]


def test_the_word_doctype_in_a_title_is_a_title() -> None:
    """A paper about document types is no page."""
    titled = make_paper("9901.00001").replace("A Paper", "<![CDATA[On <!DOCTYPE html> and <!ENTITY>]]>")

    answer, _ = ask(replies(make_feed([titled, make_paper(SENTINEL)])), "9901.00001")

    assert [record.title for record in answer.records] == ["On <!DOCTYPE html> and <!ENTITY>"]


# ---- What is sent ----


def test_nothing_is_asked_for_nothing() -> None:
    """Without ids there is no request, and the answer is complete."""
    answer = fetched(make_source(unused_url()), ())

    assert answer.complete
    assert answer.records == ()


def test_a_request_says_who_asks() -> None:
    """Each request says which program asks and for what, and accepts Atom."""
    _, server = ask(knows())

    headers = server.requests[0].headers
    assert headers["user-agent"].startswith("awesome-mm/")
    assert "metadata only" in headers["user-agent"]
    assert headers["accept"] == "application/atom+xml"


def test_ids_go_in_batches() -> None:
    """No request has more than 100 ids, each carries the sentinel and wants at least as many results, and all papers come back."""
    answer, server = ask(knows(), *MANY)

    assert answer.complete
    assert [record.arxiv_id for record in answer.records] == list(MANY)
    assert [len(request.ids) for request in server.requests] == [100, 100, 53]
    assert all(SENTINEL in request.ids and request.max_results >= len(request.ids) for request in server.requests)


@pytest.mark.parametrize(("count", "requests"), [(1, 1), (99, 1), (100, 2), (198, 2), (199, 3)])
def test_a_batch_is_full_before_the_next(count: int, requests: int) -> None:
    """Ninety-nine papers and the sentinel go in one request, one more needs another."""
    _, server = ask(knows(), *MANY[:count])

    assert len(server.requests) == requests


def test_a_pause_lies_between_requests() -> None:
    """There is a pause between two requests, none before the first or after the last."""
    pauses: list[float] = []
    with playing(knows()) as server:
        fetched(make_source(server.url, pauses, AWESOME_MM_ARXIV_DELAY="5"), MANY)

    assert [round(pause) for pause in pauses] == [5, 5]


@pytest.mark.parametrize(
    ("url", "wanted", "kept"),
    [
        ("https://export.arxiv.org/api/query", "0", 3.0),
        ("https://ARXIV.org./api/query", "1", 3.0),
        ("https://export.arxiv.org/api/query", "7", 7.0),
        ("https://export.arxiv.org/api/query", "", 3.0),
        ("https://notarxiv.org/api/query", "0.5", 0.5),
    ],
)
def test_arxivs_own_hosts_are_never_hurried(url: str, wanted: str, kept: float) -> None:
    """The pause for a host of arxiv.org is at least three seconds; a mirror of one's own may be asked faster."""
    assert pauses({"AWESOME_MM_ARXIV_DELAY": wanted})(url) == kept


def test_an_empty_setting_is_no_setting() -> None:
    """Settings given as empty texts leave arXiv's address and the default pause."""
    names = ("ARXIV_URL", "ARXIV_DELAY", "ARXIV_TIMEOUT", "OAI_URL")
    source = ArxivSource(Path(os.devnull), {f"AWESOME_MM_{name}": "" for name in names})

    assert source._client.query_url_format == "https://export.arxiv.org/api/query?{}"
    assert source._oai_url == "https://oaipmh.arxiv.org/oai"
    assert source.asker.pause_for("http://127.0.0.1/") == 3.0
    assert source.asker.patience.answer == 30.0


def test_an_id_twice_is_asked_once() -> None:
    """An id given twice is sent once and comes back once."""
    answer, server = ask(knows(), "9901.00001", "9901.00001")

    assert server.requests[0].ids == ("9901.00001", SENTINEL)
    assert len(answer.records) == 1


@pytest.mark.parametrize(
    "malformed", ["nonsense", "", "9901.00001v2", "9901.1", "9901.00001,9902.00002", "arXiv:9901.00001", " ", "9913.00001"]
)
def test_a_malformed_id_is_not_sent(malformed: str) -> None:
    """What is no bare arXiv id would spoil its batch: it is not sent, the others are, and the answer is partial and names it."""
    answer, server = ask(knows(), "9901.00001", malformed, "9902.00002")

    assert server.requests[0].ids == ("9901.00001", "9902.00002", SENTINEL)
    assert [record.arxiv_id for record in answer.records] == ["9901.00001", "9902.00002"]
    assert not answer.complete
    assert malformed.strip() in answer.problem


@pytest.mark.parametrize("variable", ["AWESOME_MM_ARXIV_DELAY", "AWESOME_MM_ARXIV_TIMEOUT"])
@pytest.mark.parametrize("value", ["soon", "-1", "nan", "inf", "1e9", "3s"])
def test_a_setting_that_is_no_time_is_wrong_usage(variable: str, value: str) -> None:
    """A pause or time limit that is no number of seconds is named with its value."""
    setting: dict[str, Any] = {variable: value}

    with pytest.raises(WrongUsage, match=variable) as caught:
        make_source("http://127.0.0.1:9/", **setting)

    assert repr(value) in caught.value.message


def test_no_time_at_all_is_wrong_usage() -> None:
    """A time limit of nought would never get an answer."""
    with pytest.raises(WrongUsage, match="AWESOME_MM_ARXIV_TIMEOUT"):
        make_source("http://127.0.0.1:9/", AWESOME_MM_ARXIV_TIMEOUT="0")


@pytest.mark.parametrize(
    "url",
    [
        "arxiv.org",
        "file:///etc/passwd",
        "http://",
        "http://[",
        "http://a:b",
        "http://a:99999/",
        "http://a/{}",
        "http://a/?q=1",
        "http://a b/",
    ],
)
def test_a_setting_that_is_no_address_is_wrong_usage(url: str) -> None:
    """An address that nobody can ask is named at once, not when it fails."""
    with pytest.raises(WrongUsage, match="AWESOME_MM_ARXIV_URL"):
        make_source(url)


# ---- Bad answers ----


@pytest.mark.parametrize(
    ("name", "said", "requests"),
    [
        ("no_sentinel.xml", "lacks a paper that certainly exists", 5),
        ("empty.xml", "lacks a paper that certainly exists", 5),
        ("miscounted.xml", "as many papers as it says", 5),
        ("rate_exceeded.txt", "Rate exceeded.", 5),
        ("page.html", "a page", 5),
        ("page_as_xml.html", "a page", 5),
        ("entity_bomb.xml", "a page", 5),
        ("undated_entry.xml", "cannot be read", 1),
        ("misdated_entry.xml", "could not be read", 1),
        ("unversioned_entry.xml", "id and version", 1),
    ],
)
def test_an_untrustworthy_answer_is_partial(name: str, said: str, requests: int) -> None:
    """An answer with status 200 that is no whole feed gives nothing, and the problem says what it was; what may pass is tried again."""
    answer, server = ask(replies(recording(name)))

    assert not answer.complete
    assert answer.records == ()
    assert said in answer.problem
    assert len(server.requests) == requests


@pytest.mark.parametrize(
    ("status", "requests"), [(301, 1), (403, 1), (404, 1), (410, 1), (406, 5), (429, 5), (500, 5), (502, 5), (503, 5), (504, 5)]
)
def test_another_status_is_partial(status: int, requests: int) -> None:
    """Any status but 200 is a problem that names it, even with a whole feed; only what may pass is tried again, a 403 never."""
    answer, server = ask(replies(recording("whole.xml"), status, Retry_After="0"))

    assert not answer.complete
    assert answer.records == ()
    assert str(status) in answer.problem
    assert len(server.requests) == requests


# ---- Trying again ----


@pytest.mark.parametrize("fault", [replies(b"", 429), replies(b"", 503), replies(b"", 406), replies(b"Rate exceeded."), hangs_up])
def test_what_passes_is_forgotten(fault: Answer) -> None:
    """A fault that has passed at the next try leaves a complete answer."""
    answer, server = ask(in_turn(knows(), fault, knows()), *MANY[:100])

    assert answer.complete
    assert len(answer.records) == 100
    assert len(server.requests) == 3


def test_retry_after_is_honoured() -> None:
    """The wait before the next try is at least what the server asks for, in seconds or as a date."""
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    waits: list[float] = []
    with playing(in_turn(replies(b"", 429, Retry_After="40"), replies(b"", 503, Retry_After=later), knows())) as server:
        answer = fetched(make_source(server.url, waits, AWESOME_MM_ARXIV_DELAY="0"), ASKED)

    assert answer.complete
    assert waits[0] == 40
    assert 85 < waits[1] <= 91


def test_a_wait_that_is_too_long_ends_the_run() -> None:
    """Where the server asks to wait longer than there is time, it is not waited for, and the problem says how long it would be."""
    waits: list[float] = []
    with playing(replies(b"", 429, Retry_After="3600")) as server:
        answer = fetched(make_source(server.url, waits, AWESOME_MM_ARXIV_DELAY="0"), ASKED)

    assert (waits, len(server.requests)) == ([], 1)
    assert "wait 3600 seconds" in answer.problem


def test_backoff_grows_with_full_jitter() -> None:
    """Waits between tries are random between nothing and a limit that doubles, and there are only so many."""
    limits: list[float] = []

    def upper(least: float, most: float) -> float:
        limits.append(most)
        return least

    with playing(replies(b"", 503)) as server:
        source = make_source(server.url, AWESOME_MM_ARXIV_DELAY="2")
        source.asker.jitter = upper
        fetched(source, ASKED)

    assert limits == [6, 12, 24, 40]


def test_where_nobody_answers_few_tries_are_made() -> None:
    """Without a network there are two tries, not five."""
    pauses: list[float] = []
    source = make_source(unused_url(), pauses, AWESOME_MM_ARXIV_DELAY="0")

    answer = fetched(source, ASKED)

    assert not answer.complete
    assert source.asker.requests_sent == 2


def test_there_is_an_end_to_all_patience() -> None:
    """When the time for everything is over, nothing more is asked."""
    with playing(replies(b"", 503)) as server:
        source = make_source(server.url, AWESOME_MM_ARXIV_DELAY="0")
        moments = iter([0.0, 1.0, 400.0, 400.0, 400.0])
        source.asker.now = lambda: next(moments)
        answer = fetched(source, ASKED)

    assert not answer.complete
    assert len(server.requests) == 1


# ---- A malformed id in a batch ----


def refusing(*bad: str, named: bool = True, status: int = 400) -> Answer:
    """Answer like arXiv, which refuses a batch with an id of `bad` in it and names the first, or does not."""

    def answer(handler: Any) -> None:
        culprits = [one for one in handler.asked.ids if one in bad]
        if culprits:
            handler.send(make_error(f"incorrect id format for {culprits[0]}" if named else "bad request"), status)
        else:
            knows()(handler)

    return answer


@pytest.mark.parametrize("status", [400, 200])
def test_the_id_the_server_names_is_left_out(status: int) -> None:
    """A batch that is refused for one id is asked for without it; the answer names the id and is partial."""
    answer, server = ask(refusing("9901.00007", status=status), *MANY[:20])

    assert [record.arxiv_id for record in answer.records] == [one for one in MANY[:20] if one != "9901.00007"]
    assert not answer.complete
    assert "'9901.00007'" in answer.problem
    assert len(server.requests) == 2


def test_an_id_that_is_not_named_is_searched_for() -> None:
    """Where the server does not name the id, halves of the batch are asked for until it is found; all others come back."""
    answer, server = ask(refusing("9901.00042", named=False), *MANY[:99])

    assert len(answer.records) == 98
    assert "'9901.00042'" in answer.problem
    assert len(server.requests) <= 15


def test_a_server_that_refuses_everything_is_left_alone() -> None:
    """Where every request is refused, the search ends soon."""
    answer, server = ask(replies(make_error("no"), 400), *MANY)

    assert answer.records == ()
    assert len(server.requests) < 60


def test_an_id_is_named_as_a_whole() -> None:
    """An error about physics/0501001 blames neither cs/0501001 nor anybody else."""
    answer, _ = ask(refusing("physics/0501001"), "cs/0501001", "physics/0501001", "9902.00002", AWESOME_MM_ARXIV_DELAY="0")

    assert [record.arxiv_id for record in answer.records] == ["cs/0501001", "9902.00002"]


def test_an_error_about_something_else_blames_no_id() -> None:
    """An error that is not about ids is a problem, not a search among them."""
    answer, server = ask(replies(make_error("the index is down")), *MANY[:20])

    assert len(server.requests) == 1
    assert "malformed:" not in answer.problem


# ---- An end to asking ----


def test_after_a_403_nothing_is_asked() -> None:
    """A refusal for good ends the run, amid a search for a malformed id, between batches, and for withdrawals."""

    def answer(handler: Any) -> None:
        if len(handler.server.requests) == 1:
            handler.send(make_error("incorrect id format"), 400)
        else:
            handler.send(b"", 403)

    with playing(answer) as server:
        source = make_source(server.url, AWESOME_MM_ARXIV_DELAY="0")
        records = fetched(source, MANY)
        settled = [source.confirm_withdrawal(one) for one in MANY[:3]]

    assert len(server.requests) == 2
    assert not records.complete
    assert all(withdrawn is None and "403" in problem for withdrawn, problem in settled)


def test_a_service_that_gave_no_answer_is_not_asked_for_more() -> None:
    """When every try has failed, the next question is not put."""
    with playing(replies(b"", 503)) as server:
        source = make_source(server.url, AWESOME_MM_ARXIV_DELAY="0")
        fetched(source, ASKED)
        source.confirm_withdrawal("9901.00001")

    assert len(server.requests) == 5


def test_a_wait_the_server_asks_for_binds_other_runs(tmp_path: Path) -> None:
    """Where arXiv asks to wait longer than a run can, the next run does not even ask."""
    with playing(replies(b"", 429, Retry_After="3600")) as server:
        environment = {"AWESOME_MM_ARXIV_URL": server.url, "AWESOME_MM_OAI_URL": server.url, "AWESOME_MM_ARXIV_DELAY": "0"}
        answers = [fetched(ArxivSource(tmp_path, environment), ASKED) for _ in range(3)]

    assert len(server.requests) == 1
    assert "asked to wait" in answers[2].problem


def test_a_connection_left_behind_is_the_last() -> None:
    """A server that drips is left behind with its connection open; no other is opened beside it."""
    with playing(drips(recording("whole.xml"))) as server:
        fetched(make_source(server.url, AWESOME_MM_ARXIV_DELAY="0", AWESOME_MM_ARXIV_TIMEOUT="0.4"), MANY)

    assert len(server.requests) == 1


def test_a_contact_is_told() -> None:
    """Whoever runs it may say where to turn."""
    _, server = ask(knows(), AWESOME_MM_CONTACT="https://example.org/list\n")

    assert server.requests[0].headers["user-agent"].endswith("; https://example.org/list)")


# ---- Withdrawals ----


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (make_raw("9901.00001"), False),
        (make_raw("9901.00001", size="0kb", versions=2), True),
        (make_raw("9901.00001", source_type="I", versions=3), True),
        (make_raw("9901.00001", source_type="DI"), True),
        (make_raw("9901.00001", source_type="D", size="10kb", versions=2), False),
    ],
)
def test_a_withdrawal_is_read_off_the_last_version(raw: bytes, expected: bool) -> None:
    """A last version of no size, or of source type I, is a withdrawal."""
    with playing(replies(raw)) as server:
        assert make_source(server.url).confirm_withdrawal("9901.00001") == (expected, "")

    [request] = server.requests
    assert request.is_raw
    assert request.ids == ("9901.00001",)


@pytest.mark.parametrize(
    "raw",
    [
        b"Rate exceeded.",
        b"<a/>",
        b"",
        make_raw("9901.00001")[:200],
        b'<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="idDoesNotExist">no</error></OAI-PMH>',
        b'<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><GetRecord/></OAI-PMH>',
    ],
)
def test_an_unreadable_raw_record_settles_nothing(raw: bytes) -> None:
    """What is no raw record says neither yes nor no, but why not."""
    with playing(replies(raw)) as server:
        withdrawn, problem = make_source(server.url, AWESOME_MM_ARXIV_DELAY="0").confirm_withdrawal("9901.00001")

    assert withdrawn is None
    assert problem


# ---- More bad answers ----


def test_a_missing_page_is_no_content() -> None:
    """Status 204, a success without a feed, is a problem too."""
    answer, _ = ask(replies(b"", 204))

    assert not answer.complete


@pytest.mark.parametrize(
    "body", [b"", b" ", b"\0", b"<", b"\xff\xfe<\x00", b"<?xml version='1.0' encoding='nonsense'?><feed/>", b"<a/>" * 2]
)
def test_no_xml_is_partial(body: bytes) -> None:
    """What is not XML at all is a problem."""
    answer, _ = ask(replies(body))

    assert not answer.complete
    assert answer.records == ()


def test_an_entity_bomb_in_another_encoding_is_partial() -> None:
    """Entities are refused however their definition is encoded."""
    bomb = recording("entity_bomb.xml").decode().replace("UTF-8", "UTF-16").encode("utf-16")

    answer, _ = ask(replies(bomb))

    assert "a page" in answer.problem


def test_deep_nesting_is_partial() -> None:
    """XML nested beyond reason is a problem, not a crash."""
    deep = b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</feed>"

    answer, _ = ask(replies(deep))

    assert not answer.complete


def test_a_redirect_is_not_followed() -> None:
    """A redirect is a problem, and where it leads nobody is asked."""
    with playing(replies(recording("whole.xml"))) as elsewhere:
        answer, _ = ask(replies(b"", 302, Location=elsewhere.url))

        assert not answer.complete
        assert "302" in answer.problem
        assert elsewhere.requests == []


def test_a_huge_answer_is_partial() -> None:
    """An answer larger than any feed is not read to its end."""
    answer, _ = ask(replies(recording("whole.xml") + b" " * 9 * 1024 * 1024))

    assert not answer.complete
    assert "too large" in answer.problem


def test_a_compressed_flood_is_partial() -> None:
    """What is small on the wire and huge unpacked counts as huge."""
    import gzip

    flood = gzip.compress(recording("whole.xml") + b" " * 64 * 1024 * 1024)

    answer, _ = ask(replies(flood, Content_Encoding="gzip"))

    assert "too large" in answer.problem


def test_a_stalled_server_is_partial() -> None:
    """A server that says nothing is left after the time limit."""
    answer, _ = ask(stalls, AWESOME_MM_ARXIV_TIMEOUT="0.2")

    assert not answer.complete
    assert "within 0.2 seconds" in answer.problem


@pytest.mark.parametrize("headers_too", [False, True])
def test_a_dripping_server_is_partial(headers_too: bool) -> None:
    """A server that sends a little all the time, but no whole answer within the time limit, is left as well."""
    answer, _ = ask(drips(recording("whole.xml"), headers_too=headers_too), AWESOME_MM_ARXIV_TIMEOUT="0.4")

    assert not answer.complete
    assert answer.records == ()


@pytest.mark.parametrize("answer_of_server", [hangs_up, breaks_off(recording("whole.xml"))])
def test_a_closed_connection_is_partial(answer_of_server: Answer) -> None:
    """A connection closed before or amid the answer is a problem."""
    answer, _ = ask(answer_of_server)

    assert not answer.complete
    assert "could not be reached" in answer.problem


def test_no_server_is_partial(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody listens, the problem says that arXiv could not be reached."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    answer = fetched(make_source(unused_url()), ASKED)

    assert not answer.complete
    assert "could not be reached" in answer.problem


def test_what_was_read_before_a_fault_is_kept() -> None:
    """When a later batch fails for good, the records of the earlier ones stay, and no further batch is asked for."""
    answer, server = ask(in_turn(knows(), replies(b"", 403), knows()), *MANY)

    assert not answer.complete
    assert [record.arxiv_id for record in answer.records] == list(MANY[:99])
    assert len(server.requests) == 2


def test_a_long_reason_is_cut() -> None:
    """A page of text where an error's reason belongs is quoted by its beginning, on one line, without control characters."""
    reason = "no\x85\u202e\n" + "x" * 5_000

    answer, _ = ask(replies(reason.encode()))

    assert len(answer.problem) < 300
    assert answer.problem.isprintable()


@pytest.fixture(scope="module")
def listening() -> Iterator[tuple[list[bytes], Server]]:
    """Yield a server, and the place to put what it answers next."""
    bodies: list[bytes] = []
    with playing(lambda handler: handler.send(bodies[-1])) as server:
        yield bodies, server


@given(cut=st.integers(min_value=0, max_value=len(recording("whole.xml").rstrip()) - 1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_feed_cut_anywhere_is_partial(listening: tuple[list[bytes], Server], cut: int) -> None:
    """However much of a feed came, without its end it is not whole."""
    bodies, server = listening
    bodies.append(recording("whole.xml")[:cut])

    answer = fetched(make_source(server.url, AWESOME_MM_ARXIV_DELAY="0"), ASKED)

    assert not answer.complete
    assert answer.records == ()


@given(place=st.integers(min_value=0, max_value=len(recording("whole.xml")) - 1), byte=st.binary(min_size=1, max_size=3))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_feed_is_no_exception(listening: tuple[list[bytes], Server], place: int, byte: bytes) -> None:
    """Whatever stands in an answer, it is read or it is a problem; a complete answer holds only papers that were asked for."""
    bodies, server = listening
    whole = recording("whole.xml")
    bodies.append(whole[:place] + byte + whole[place + len(byte) :])

    answer = fetched(make_source(server.url, AWESOME_MM_ARXIV_DELAY="0"), ASKED)

    assert answer.complete == (not answer.problem)
    assert {record.arxiv_id for record in answer.records} <= set(ASKED)
