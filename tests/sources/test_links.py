"""Addresses are asked for politely, and only a plain answer counts; against a server on this machine."""

from collections.abc import Callable

import pytest

from awesome_mm.sources.links import LinkAnswer, LinkSource, Standing
from tests.loopback import Answer, Server, hangs_up, playing, replies, stalls, unused_url

QUICK = {"AWESOME_MM_LINK_DELAY": "0", "AWESOME_MM_TIMEOUT": "0.5", "AWESOME_MM_LINK_LOCAL": "1"}
ARCHIVE_NOTE = b"<p>This repository was archived by the owner on Jan 2, 2099. It is now read-only.</p>"


def by_path(**answers: Answer) -> Answer:
    """Answer each path (without its slash, hyphens as underscores) in its own way."""
    return lambda handler: answers[handler.path.strip("/").replace("-", "_")](handler)


def redirects(to: str, status: int = 301) -> Answer:
    """Lead on to another path."""
    return replies(b"", status, Location=to)


def ask(answer: Answer, path: str = "/page", **given: bool) -> tuple[LinkAnswer, Server]:
    """Return what is learnt of an address where the server gives `answer`."""
    with playing(answer) as server:
        address = server.url.removesuffix("/api/query") + path
        (found,) = LinkSource(environment=QUICK, **given).ask([address])
    return found, server


@pytest.mark.parametrize(("status", "standing"), [(200, Standing.THERE), (404, Standing.GONE), (410, Standing.GONE)])
def test_a_plain_answer_counts(status: int, standing: Standing) -> None:
    """A page that is there is there, and one that is not found, or gone, is gone."""
    assert ask(replies(b"", status))[0].standing is standing


@pytest.mark.parametrize("status", [401, 403, 418, 429, 451, 500, 502, 503])
def test_no_other_answer_says_anything(status: int) -> None:
    """Refusals, faults of the server and pleas for patience are no finding."""
    assert ask(replies(b"", status, Retry_After="0"))[0].standing is Standing.UNKNOWN


@pytest.mark.parametrize("answer", [stalls, hangs_up])
def test_silence_says_nothing(answer: Answer) -> None:
    """A server that stalls or hangs up is no finding, and keeps nobody waiting."""
    assert ask(answer)[0].standing is Standing.UNKNOWN


def test_nobody_listens() -> None:
    """Where nobody listens nothing is concluded."""
    (found,) = LinkSource(environment=QUICK).ask([unused_url()])

    assert found.standing is Standing.UNKNOWN


def test_a_server_that_knows_no_head_is_asked_with_get() -> None:
    """HEAD comes first, and where the answer may be due to it GET decides."""
    answer: Answer = lambda handler: handler.send(b"", 404 if handler.command == "HEAD" else 200)  # noqa: E731

    found, server = ask(answer)

    assert found.standing is Standing.THERE
    assert [request.method for request in server.requests] == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("to", "status", "standing"),
    [
        ("/new", 301, Standing.MOVED),
        ("/new", 308, Standing.MOVED),
        ("/new", 302, Standing.THERE),
        ("/page/", 301, Standing.THERE),
        ("/lost", 301, Standing.GONE),
        ("/page", 301, Standing.UNKNOWN),
    ],
)
def test_redirects(to: str, status: int, standing: Standing) -> None:
    """Only a permanent redirect to another page is a move; a circle says nothing, and a way to nowhere is gone."""
    there: dict[str, Answer] = {"page": lambda handler: (redirects(to, status) if handler.path == "/page" else replies(b""))(handler)}

    found, _ = ask(by_path(**there, new=replies(b""), lost=replies(b"", 404)))

    assert found.standing is standing
    assert found.moved_to.endswith("/new") is (standing is Standing.MOVED)


def test_a_host_that_asks_for_patience_is_asked_once_more_and_then_left_alone() -> None:
    """After a second plea no further address of the host is asked for, and nothing is said of them."""
    with playing(replies(b"", 429, Retry_After="0")) as server:
        base = server.url.removesuffix("/api/query")
        found = list(LinkSource(environment=QUICK).ask([f"{base}/{number}" for number in range(5)]))

    assert {one.standing for one in found} == {Standing.UNKNOWN}
    assert len(server.requests) == 2


def test_requests_to_a_host_are_paced() -> None:
    """Between two requests to one host there is a pause."""
    with playing(replies(b"")) as server:
        base = server.url.removesuffix("/api/query")
        list(LinkSource(environment={**QUICK, "AWESOME_MM_LINK_DELAY": "0.2"}).ask([f"{base}/a", f"{base}/b", f"{base}/a"]))

    first, second = server.requests
    assert second.at - first.at >= 0.2


def test_answers_are_told_as_they_come() -> None:
    """Whoever waits hears of each answer once."""
    told: list[str] = []
    tell: Callable[[LinkAnswer], None] = lambda answer: told.append(answer.address)  # noqa: E731
    with playing(replies(b"")) as server:
        addresses = [f"{server.url}?{number}" for number in range(3)]
        list(LinkSource(environment=QUICK).ask(addresses, tell))

    assert sorted(told) == addresses


@pytest.mark.parametrize("to", ["/login?next=page", "/", "/new) [x](http://evil.example"])
def test_a_login_is_no_new_place(to: str) -> None:
    """A permanent redirect to a login, a front page, or what is no plain address is not taken for a move."""
    answer: Answer = lambda handler: (redirects(to) if handler.path == "/page" else replies(b""))(handler)  # noqa: E731

    assert ask(answer)[0].standing is not Standing.MOVED


def test_ones_own_network_is_not_asked() -> None:
    """By whatever name a machine of one's own network is called, it hears nothing, unless that is allowed."""
    with playing(replies(b"")) as server:
        port = server.url.split(":")[2].partition("/")[0]
        names = [f"http://{host}:{port}/x" for host in ("127.0.0.1", "localhost", "127.1", "0x7f.1")]
        found = list(LinkSource(environment={**QUICK, "AWESOME_MM_LINK_LOCAL": "0"}).ask(names))

    assert {one.standing for one in found} == {Standing.UNKNOWN}
    assert server.requests == []


def test_a_wait_that_is_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that asks for a wait of no length is not believed, and ends nothing."""
    monkeypatch.setattr("awesome_mm.sources.links._LONGEST_WAIT", 0.1)

    assert ask(replies(b"", 429, Retry_After="nan"))[0].standing is Standing.UNKNOWN
