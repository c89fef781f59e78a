"""``lint --online`` from arguments to exit code, against servers on this machine."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Outcome, call
from tests.loopback import Answer, Server, knows, playing, replies

LIST = """\
## Methods

- [Alpha: Making Data](https://arxiv.org/abs/9901.00001) [Code]({base}/alpha)
- [Beta: Filtering Data](https://arxiv.org/abs/9902.0002) [Code]({base}/beta)
"""


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a list, standing in its folder."""
    monkeypatch.chdir(tmp_path)
    return Path("README.md")


def online(
    capsys: pytest.CaptureFixture[str], lists: Path, arxiv: Answer, web: Answer, *arguments: str, local: str = "1", text: str = LIST
) -> tuple[Outcome, Server, Server]:
    """Return the outcome of lint in JSON where arXiv and the web answer so, and both servers as they were asked."""
    with playing(arxiv) as server, playing(web) as links, pytest.MonkeyPatch.context() as patch:
        for name, value in (
            ("ARXIV_URL", server.url),
            ("OAI_URL", server.url),
            ("ARXIV_DELAY", "0"),
            ("LINK_DELAY", "0"),
            ("LINK_LOCAL", local),
        ):
            patch.setenv(f"AWESOME_MM_{name}", value)
        lists.write_text(
            text.replace("9901.00001", "2501.00001").replace("9902.0002", "2502.00002").format(base=links.url), encoding="utf-8"
        )
        return call(capsys, "lint", "README.md", "--online", "--json", *arguments), server, links


def codes(outcome: Outcome) -> list[tuple[str, Any]]:
    """Return code and line of what was found."""
    return [(one["code"], one["line"]) for one in json.loads(outcome.out)["findings"]]


KNOWN = knows(id_2501_00001="Alpha: Making Data", id_2502_00002="Beta: Filtering Data")


def test_all_is_well(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where papers bear their titles and pages are there nothing is found; each was asked for once."""
    outcome, arxiv, web = online(capsys, lists, KNOWN, replies(b""))

    assert (outcome.code, codes(outcome)) == (0, [])
    assert len(arxiv.requests) == 1
    assert [request.path.rpartition("/")[2] for request in web.requests] == ["alpha", "beta"]


def test_a_title_of_another_paper(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that arXiv knows under a title of quite another work is found."""
    outcome, _, _ = online(capsys, lists, knows(id_2501_00001="Alpha: Making Data", id_2502_00002="Skeleton Actions of Owls"), replies(b""))

    assert codes(outcome) == [("title-of-another", 4)]


def test_no_such_paper(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that a complete answer of arXiv lacks leads nowhere."""
    outcome, _, _ = online(capsys, lists, knows(id_2501_00001="Alpha: Making Data"), replies(b""))

    assert codes(outcome) == [("id-missing", 4)]


def test_arxiv_is_busy(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where arXiv does not answer nothing is concluded of the papers; the exit code is 5, and the reason is told."""
    outcome, _, _ = online(capsys, lists, replies(b"Rate exceeded."), replies(b""))

    assert (outcome.code, codes(outcome)) == (5, [])
    assert "source-unreachable" in outcome.err


def test_a_page_that_is_gone(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that is not found is told with its line, one that cannot be judged makes the answer partial."""
    web: Answer = lambda handler: handler.send(b"", 404 if handler.path.endswith("alpha") else 500)  # noqa: E731

    outcome, _, _ = online(capsys, lists, KNOWN, web)

    assert (outcome.code, codes(outcome)) == (5, [("link-gone", 3)])
    assert "/beta (500)" in outcome.err


def test_fix_follows_a_page_that_moved_for_good(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--fix writes the new address of a page that has moved, and nothing else."""
    web: Answer = lambda handler: replies(b"", 301, Location="/moved")(handler) if handler.path.endswith("alpha") else handler.send(b"")  # noqa: E731

    outcome, _, links = online(capsys, lists, KNOWN, web, "--fix")

    base = links.url.removesuffix("/api/query")
    assert (outcome.code, codes(outcome)) == (0, [])
    assert f"[Code]({base}/moved)" in lists.read_text(encoding="utf-8")
    assert f"[Code]({links.url}/beta)" in lists.read_text(encoding="utf-8")


def test_links_into_ones_own_network_are_not_asked_for(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list of somebody else's makes nobody ask the machines beside him."""
    text = (
        LIST + "- [Gamma: Scoring](https://arxiv.org/abs/9901.00001) [x](http://localhost/x) [y](http://10.0.0.1/) [z](http://printer/)\n"
    )

    outcome, _, web = online(capsys, lists, KNOWN, replies(b""), "--select", "link-gone", local="0", text=text)

    assert (outcome.code, web.requests) == (0, [])


def test_offline_nothing_is_asked(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --online no server hears anything."""
    with playing(replies(b"")) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWESOME_MM_ARXIV_URL", server.url)
        lists.write_text(
            LIST.replace("9901.00001", "2501.00001").replace("9902.0002", "2502.00002").format(base=server.url), encoding="utf-8"
        )
        call(capsys, "lint", "README.md")

    assert server.requests == []
