"""Plays arXiv on this machine: well, badly, slowly, or not at all."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

import pytest

Answer = Callable[["_Handler"], None]


@dataclass(frozen=True)
class Request:
    """What was asked, and when: the ids, the most results wanted, and the headers, their names in lower case.

    `is_raw` tells a request to OAI-PMH, for the raw record of one id; `search` is what a search looks for.
    """

    ids: tuple[str, ...]
    max_results: int
    headers: dict[str, str]
    at: float = 0.0
    is_raw: bool = False
    search: str = ""
    method: str = "GET"
    path: str = ""


@dataclass
class Server:
    """A server at `url`; `requests` grows as it is asked."""

    url: str
    requests: list[Request] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    """Notes the request and lets the answer write what it likes."""

    server: _Listener

    def do_GET(self) -> None:
        at = time.monotonic()
        query = parse_qs(urlsplit(self.path).query)
        raw = query.get("identifier", [""])[0].removeprefix("oai:arXiv.org:")
        ids = (raw,) if raw else tuple(query.get("id_list", [""])[0].split(","))
        headers = {name.lower(): value for name, value in self.headers.items()}
        most = int(query.get("max_results", ["0"])[0])
        search = query.get("search_query", [""])[0]
        self.server.requests.append(Request(ids, most, headers, at, bool(raw), search, self.command, self.path))
        with suppress(OSError):  # the client may give up on us
            self.server.answer(self)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls it by

    def log_message(self, format: str, *arguments: Any) -> None:
        """Keep quiet."""

    @property
    def asked(self) -> Request:
        """The latest request."""
        return self.server.requests[-1]

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.requests: list[Request] = []
        self.over = Event()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet: a client that leaves is what some tests are about."""


@contextmanager
def playing(answer: Answer) -> Iterator[Server]:
    """Answer every request on a port of 127.0.0.1 with `answer`, past any proxy."""
    listener = _Listener(answer)
    server = Server(f"http://127.0.0.1:{listener.server_port}/api/query", listener.requests)
    thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1")
        patch.setenv("no_proxy", "127.0.0.1")
        try:
            yield server
        finally:
            listener.over.set()
            listener.shutdown()
            listener.server_close()
            thread.join()


def unused_url() -> str:
    """Return an address of this machine where nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{one.getsockname()[1]}/api/query"


def replies(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Answer with `body`; an underscore in a header's name stands for a hyphen."""
    return lambda handler: handler.send(body, status, **headers)


def in_turn(*answers: Answer) -> Answer:
    """Answer the first request with the first of `answers`, and so on."""
    return lambda handler: answers[len(handler.server.requests) - 1](handler)


def stalls(handler: _Handler) -> None:
    """Say nothing until the test is over."""
    handler.server.over.wait(20)


def hangs_up(handler: _Handler) -> None:
    """Close the connection without a word."""
    handler.connection.shutdown(socket.SHUT_RDWR)


def breaks_off(body: bytes) -> Answer:
    """Promise `body`, send half of it, and close the connection."""

    def answer(handler: _Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])

    return answer


def drips(body: bytes, *, headers_too: bool = False, seconds: float = 4) -> Answer:
    """Answer with `body`, but spread over `seconds` in a hundred pieces, so that no single wait is long."""

    def answer(handler: _Handler) -> None:
        head = f"HTTP/1.0 200 OK\r\nX-Padding: {'x' * 200}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        slow = head + body if headers_too else body
        handler.wfile.write(b"" if headers_too else head)
        size = -(-len(slow) // 100)
        for start in range(0, len(slow), size):
            handler.wfile.write(slow[start : start + size])
            if handler.server.over.wait(seconds / 100):
                return

    return answer


def knows(**titles_by_id: str) -> Answer:
    """Answer like arXiv with the papers asked for, each known id by its title, the latest first; every id when none is given.

    An id is written without its dot here: ``id_9901_00001="Alpha"``.
    """
    known = {name.removeprefix("id_").replace("_", "."): title for name, title in titles_by_id.items()}

    def answer(handler: _Handler) -> None:
        if handler.asked.is_raw:
            handler.send(make_raw(handler.asked.ids[0]))
            return
        found = [one for one in reversed(handler.asked.ids) if not known or one in known or one == "1706.03762"]
        handler.send(make_feed([make_paper(one, title=known.get(one, "A Paper")) for one in found]))

    return answer


def holds(*papers: tuple[str, str], **given: Any) -> Answer:
    """Answer like arXiv that holds these papers (ids and titles, all with the values `given`): by id, and to searches by title.

    A search for words in a row finds the titles that hold them so, any other those that hold one of its words.
    """
    titles = {**dict(papers), "1706.03762": "Attention Is All You Need"}

    def answer(handler: _Handler) -> None:
        asked = handler.asked
        if asked.is_raw:
            handler.send(make_raw(asked.ids[0]))
            return
        found = (
            [one for one in titles if _meets(asked.search, titles[one])] if asked.search else [one for one in asked.ids if one in titles]
        )
        handler.send(make_feed([make_paper(one, title=titles[one], **given) for one in found]))

    return answer


def _meets(search: str, title: str) -> bool:
    words = re.findall(r"\w+", title.casefold())
    if row := re.fullmatch(r'ti:"(.+)"', search):
        return row[1] in " ".join(words)
    return bool({*re.findall(r"ti:(\w+)", search)} & {*words})


def make_paper(
    arxiv_id: str,
    *,
    title: str = "A Paper",
    authors: Sequence[str] = ("Ada Example",),
    version: int = 1,
    submitted: str = "2099-01-02",
    updated: str = "",
    comment: str = "",
) -> str:
    """Return an Atom entry as arXiv writes it."""
    names = "".join(f"<author><name>{escape(name)}</name></author>" for name in authors)
    space = 'xmlns:arxiv="http://arxiv.org/schemas/atom"'
    remark = f"<arxiv:comment {space}>{escape(comment)}</arxiv:comment>" if comment else ""
    return (
        f"<entry><id>http://arxiv.org/abs/{escape(arxiv_id)}v{version}</id>"
        f"<updated>{updated or submitted}T12:00:00Z</updated><published>{submitted}T12:00:00Z</published>"
        f"<title>{escape(title)}</title><summary>An abstract.</summary>{names}{remark}"
        f'<arxiv:primary_category {space} term="cs.CV"/><category term="cs.CV"/></entry>'
    )


def make_raw(arxiv_id: str, *, size: str = "1234kb", source_type: str = "D", versions: int = 1) -> bytes:
    """Return an OAI-PMH answer with the raw record of a paper, as arXiv writes it; size and type are of the last version."""
    empty = f'<version version="v{versions}"><date>Fri, 2 Jan 2099 12:00:00 GMT</date><size>{size}</size>'
    last = f"{empty}<source_type>{source_type}</source_type></version>"
    earlier = "".join(
        f'<version version="v{number}"><date>Fri, 2 Jan 2099 12:00:00 GMT</date><size>99kb</size></version>'
        for number in range(1, versions)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        '<responseDate>2099-01-02T00:00:00Z</responseDate><request verb="GetRecord">http://oaipmh.arxiv.org/oai</request>'
        f"<GetRecord><record><header><identifier>oai:arXiv.org:{escape(arxiv_id)}</identifier></header><metadata>"
        f'<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{escape(arxiv_id)}</id>{earlier}{last}</arXivRaw>'
        "</metadata></record></GetRecord></OAI-PMH>"
    ).encode()


def make_error(said: str) -> bytes:
    """Return a feed in which arXiv reports an error instead of papers."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        '<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>'
        f"<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>{escape(said)}</summary></entry></feed>"
    ).encode()


def make_feed(papers: Sequence[str], total: int | None = None) -> bytes:
    """Return an Atom feed of `papers` that says it holds `total`."""
    count = len(papers) if total is None else total
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f'<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">{count}</opensearch:totalResults>'
        f"{''.join(papers)}</feed>"
    ).encode()


def wait_until_asked(server: Server, most: float = 20) -> None:
    """Return once a request has arrived."""
    until = time.monotonic() + most
    while not server.requests and time.monotonic() < until:
        time.sleep(0.01)
