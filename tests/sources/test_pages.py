"""A document on the web, from a server that plays well, badly, slowly or not at all."""

import time

import pytest

from awesome_mm.errors import SourceUnreachable, WrongUsage
from awesome_mm.sources.pages import content_at, raw_address
from tests.loopback import _Handler, playing, replies, unused_url

QUICK = {"AWESOME_MM_TIMEOUT": "0.2"}


def test_a_document() -> None:
    """The content comes as it is, asked for by name."""
    with playing(replies(b"# A list")) as server:
        assert content_at(server.url, 100) == b"# A list"

    assert server.requests[0].headers["user-agent"].startswith("awesome-mm/")


def test_a_document_that_is_too_large() -> None:
    """It is read until it is known to be too large, and no further."""
    with playing(replies(b"a" * 1_000_000)) as server:
        assert 1000 < len(content_at(server.url, 1000)) < 500_000


@pytest.mark.parametrize("status", [404, 403, 500, 204])
def test_an_answer_that_is_none(status: int) -> None:
    """What the server says instead is told."""
    with playing(replies(b"no", status)) as server, pytest.raises(SourceUnreachable, match=str(status)):
        content_at(server.url, 100)


def test_one_redirect_is_followed() -> None:
    """A document that has moved is found."""

    def moved(handler: _Handler) -> None:
        if handler.path.endswith("new"):
            handler.send(b"here")
        else:
            handler.send(b"", 302, Location=f"{server.url}/new")

    with playing(moved) as server:
        assert content_at(server.url, 100) == b"here"


def test_redirects_without_end() -> None:
    """A circle is left."""

    def circle(handler: _Handler) -> None:
        handler.send(b"", 302, Location=server.url)

    with playing(circle) as server, pytest.raises(SourceUnreachable, match="leads on more than 5 times"):
        content_at(server.url, 100)
    assert len(server.requests) <= 7


def test_a_redirect_to_a_file() -> None:
    """What is no http leads nowhere."""
    with playing(replies(b"", 302, Location="file:///etc/passwd")) as server, pytest.raises(SourceUnreachable):
        content_at(server.url, 100)


def silent(handler: _Handler) -> None:
    """Say nothing until the test is over."""
    handler.server.over.wait(5)


def dripping(handler: _Handler) -> None:
    """Send a byte now and then, without end."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b"a")
        handler.wfile.flush()


@pytest.mark.parametrize("answer", [silent, dripping])
def test_a_server_that_is_slow(answer: object) -> None:
    """Neither silence nor a byte now and then holds anybody up."""
    began = time.monotonic()

    with playing(answer) as server, pytest.raises(SourceUnreachable, match="seconds"):  # type: ignore[arg-type]
        content_at(server.url, 100, QUICK)

    assert time.monotonic() - began < 4


def test_nobody_there() -> None:
    """A port where nobody listens is told at once."""
    with pytest.raises(SourceUnreachable, match="could not be reached"):
        content_at(unused_url(), 100)


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "http://", "https:///a"])
def test_other_addresses(url: str) -> None:
    """Only http and https are asked."""
    with pytest.raises(WrongUsage, match="http"):
        content_at(url, 100)


@pytest.mark.parametrize(
    ("url", "raw"),
    [
        ("https://github.com/lab/list/blob/main/docs/README.md?plain=1#top", "https://raw.githubusercontent.com/lab/list/main/docs/README.md"),
        ("https://www.github.com/lab/list", "https://raw.githubusercontent.com/lab/list/HEAD/README.md"),
        ("https://github.com/lab/list.git/", "https://raw.githubusercontent.com/lab/list/HEAD/README.md"),
        ("https://gitlab.com/a/b/c/-/blob/main/R.md", "https://gitlab.com/a/b/c/-/raw/main/R.md"),
        ("https://huggingface.co/datasets/a/b/blob/main/R.md", "https://huggingface.co/datasets/a/b/resolve/main/R.md"),
        ("https://example.org/blob/main/R.md", "https://example.org/blob/main/R.md"),
    ],
)  # fmt: skip
def test_addresses_of_the_files_themselves(url: str, raw: str) -> None:
    """An address that shows a file inside a page becomes that of the file, a repository's that of its README."""
    assert raw_address(url) == raw
