"""The search for a title against a server that plays arXiv: a bad answer is a problem, never nothing found."""

import pytest

from awesome_mm.sources.arxiv import SENTINEL
from awesome_mm.sources.ports import TitleAnswer
from tests.loopback import Answer, Server, breaks_off, holds, in_turn, make_error, make_feed, make_paper, playing, replies, unused_url
from tests.sources.test_arxiv import make_source

PAPERS = (("9901.00001", "Granary: Growing Data from One Image"), ("9901.00002", "Granary at Scale"), ("9901.00003", "Other Things"))
NOTHING = make_feed([])


def find(answer: Answer, title: str) -> tuple[TitleAnswer, Server]:
    """Return what the source finds where arXiv gives `answer`, and the server as it was asked."""
    with playing(answer) as server:
        return make_source(server.url).find_titled(title), server


def test_a_title_finds_its_paper() -> None:
    """A title, however it is written, finds the paper that bears it, whole; one request is enough."""
    found, server = find(holds(*PAPERS, comment="12 pages"), "granary - growing data FROM one image")

    assert found.complete
    assert [(paper.arxiv_id, paper.comment) for paper in found.records] == [("9901.00001", "12 pages")]
    assert [request.search for request in server.requests] == ['ti:"granary growing data from one image"']


def test_a_title_with_a_slip_finds_what_is_near() -> None:
    """Where no title has the words in a row, those that have some of them are found."""
    found, server = find(holds(*PAPERS), "Granary: Growing Date")

    assert found.complete
    assert [paper.arxiv_id for paper in found.records] == ["9901.00001", "9901.00002"]
    assert len(server.requests) == 2


def test_nothing_found_is_believed_of_a_sound_server_only() -> None:
    """Nothing is found for sure once a paper that certainly exists came back afterwards."""
    found, server = find(holds(*PAPERS), "Unheard Of")

    assert found == TitleAnswer(records=(), complete=True)
    assert server.requests[-1].ids == (SENTINEL,)


def test_an_empty_answer_that_stays_empty_is_a_problem() -> None:
    """A throttled server that answers everything with an empty feed has not said that there is nothing."""
    found, _ = find(replies(NOTHING), "Unheard Of")

    assert not found.complete
    assert "certainly exists" in found.problem


@pytest.mark.parametrize(
    "answer",
    [
        replies(b"Rate exceeded."),
        replies(b"", 503),
        replies(b"", 429, Retry_After="900"),
        replies(b"", 406),
        replies(b"", 403),
        replies(b"<html><body>Down</body></html>"),
        replies(make_error("incorrect query")),
        replies(make_error("incorrect query"), 400),
        replies(make_feed([make_paper("9901.00001")], total=3)),
        replies(make_feed([], total=3)),
        replies(make_feed([make_paper("9901.00001")])[:-40]),
        breaks_off(make_feed([make_paper("9901.00001")])),
        in_turn(replies(NOTHING), *[replies(b"", 503)] * 9),
    ],
)
def test_a_bad_answer_is_a_problem(answer: Answer) -> None:
    """Throttling, errors, pages and torn feeds say nothing about the title."""
    found, _ = find(answer, "Granary: Growing Data")

    assert (found.records, found.complete) == ((), False)
    assert found.problem


def test_no_server_is_a_problem() -> None:
    """Where nobody listens nothing was found out."""
    found = make_source(unused_url()).find_titled("Granary")

    assert not found.complete
    assert "could not be reached" in found.problem


def test_more_than_a_page_is_cut() -> None:
    """Of a search that finds many the first page is taken, with one request."""
    many = make_feed([make_paper(f"9901.{number:05}") for number in range(25)], total=3_000)

    found, server = find(replies(many), "Granary")

    assert (len(found.records), found.complete, len(server.requests)) == (25, True, 1)
    assert server.requests[0].max_results == 25
