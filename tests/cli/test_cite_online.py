"""``cite --check --online`` from arguments to exit code, against a server on this machine."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Outcome, call
from tests.loopback import Answer, Server, breaks_off, hangs_up, holds, make_feed, playing, replies

BIB = """\
@article{known, title={Owls and Their Data}, author={Example, Ada}, journal={arXiv preprint arXiv:2501.00001}, year={2099}}
@article{year, title={Owls and Their Images}, author={Ada Example}, eprint={2501.00002}, year={2021}}
@article{title, title={A Survey of Screws and Bolts}, author={Bolt, Bob}, eprint={2501.00003}, year={2099}}
@article{absent, title={Owls That Are Not}, author={Ada Example}, eprint={2501.00004}, year={2099}}
@article{doubtful, title={{RefEdit}: A Benchmark and Method for Improving Instruction-based Image Editing Model on Referring Expressions},
  eprint={2506.03481}, booktitle={ICCV}, year={2025}}
"""
UNNUMBERED = """\
@inproceedings{titled, title={Owls in the Language of Their Own Night}, author={A. Example}, booktitle={Owls}, year={2099}}
@book{nowhere, title={On the Nature of Things}, author={Lucretius}, year={1900}}
"""
REASON = '2506.03481 is "Heterogeneous Skeleton-Based Action Representation Learning"; RefEdit is 2506.03448.'
ARXIV = holds(
    ("2501.00001", "Owls and Their Data"),
    ("2501.00002", "Owls and Their Images"),
    ("2501.00003", "The Sleep of Birds"),
    ("2501.00005", "Owls in the Language of Their Own Night"),
    ("2506.03481", "Heterogeneous Skeletons"),
)


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def online(capsys: pytest.CaptureFixture[str], arxiv: Answer, *texts: str, times: int = 1) -> tuple[Outcome, Server]:
    """Return the outcome of the last of several checks where arXiv answers so, and the server as it was asked."""
    with playing(arxiv) as server, pytest.MonkeyPatch.context() as patch:
        for name, value in (("ARXIV_URL", server.url), ("OAI_URL", server.url), ("ARXIV_DELAY", "0")):
            patch.setenv(f"AWESOME_MM_{name}", value)
        Path("refs.bib").write_text("".join(texts), encoding="utf-8")
        outcomes = [call(capsys, "cite", "--check", "refs.bib", "--online", "--json") for _ in range(times)]
        return outcomes[-1], server


def found(outcome: Outcome) -> dict[str, tuple[str, Sequence[str]]]:
    """Return status and messages of everything that is cited, by key."""
    held: list[dict[str, Any]] = json.loads(outcome.out)["citations"]
    return {one["key"]: (one["status"], [fault["message"] for fault in one["faults"]]) for one in held}


def test_what_is_unknown_here_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """Title and id that agree are verified; an id of another title, one that arXiv lacks, and a wrong year are told as what they are."""
    outcome, server = online(capsys, ARXIV, BIB)

    assert (outcome.code, outcome.err) == (1, "")
    assert found(outcome) == {
        "known": ("verified", []),
        "year": ("wrong", ["The year is not 2021."]),
        "title": ("wrong", ["arXiv:2501.00003 is “The Sleep of Birds”, not “A Survey of Screws and Bolts”."]),
        "absent": ("wrong", ["arXiv has no paper 2501.00004."]),
        "doubtful": (
            "wrong",
            [f"arXiv:2506.03481 is “Heterogeneous Skeletons”, not RefEdit. {REASON}"],
        ),
    }
    assert [set(one.ids) for one in server.requests] == [
        {"2501.00001", "2501.00002", "2501.00003", "2501.00004", "2506.03481", "1706.03762"}
    ]


def test_what_is_known_here_is_not_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """A bibliography of works of the catalog sends no request."""
    text = "@misc{x, title={Visual Instruction Tuning}, eprint={2304.08485}, year={2023}, booktitle={NeurIPS}}"

    outcome, server = online(capsys, ARXIV, text)

    assert (outcome.code, found(outcome), server.requests) == (0, {"x": ("right", [])}, [])


def test_titles_without_an_id(capsys: pytest.CaptureFixture[str]) -> None:
    """A title that one paper clearly bears is verified; one that none bears stays unknown, which is no finding."""
    outcome, _ = online(capsys, ARXIV, UNNUMBERED)

    assert (outcome.code, outcome.err) == (0, "")
    assert found(outcome) == {"titled": ("verified", []), "nowhere": ("unknown", [])}
    assert [one["message"] for one in json.loads(outcome.out)["citations"]] == ["", "arXiv:2501.00005"]


def test_records_are_kept_for_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    """The second check asks for nothing that the first one learnt."""
    outcome, server = online(capsys, ARXIV, BIB, times=2)

    assert found(outcome)["known"] == ("verified", [])
    assert found(outcome)["absent"] == ("wrong", ["arXiv has no paper 2501.00004."])
    assert len(server.requests) == 1


@pytest.mark.parametrize("fault", [replies(b"Rate exceeded."), replies(b"", 403), hangs_up, breaks_off(make_feed([])), replies(b"<html/>")])
def test_arxiv_does_not_answer(fault: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is concluded: what is unknown stays so, what the catalog knows is told, and the exit code is 5."""
    outcome, _ = online(capsys, fault, BIB, UNNUMBERED)

    assert outcome.code == 5
    assert {key: status for key, (status, _) in found(outcome).items()} == {
        **dict.fromkeys(("known", "year", "title", "absent", "titled", "nowhere"), "unknown"),
        "doubtful": "wrong",
    }
    assert json.loads(outcome.err)["error"]["code"] == "source-unreachable"


def test_a_withdrawn_paper(capsys: pytest.CaptureFixture[str]) -> None:
    """A paper whose last version is a withdrawal is told so."""

    def arxiv(handler: Any) -> None:
        from tests.loopback import make_raw

        if handler.asked.is_raw:
            handler.send(make_raw(handler.asked.ids[0], size="0kb", source_type="I", versions=2))
        else:
            holds(("2501.00001", "Owls and Their Data"), comment="This paper has been withdrawn by the author")(handler)

    outcome, _ = online(capsys, arxiv, BIB.splitlines()[0])

    assert (outcome.code, found(outcome)) == (1, {"known": ("withdrawn", ["arXiv:2501.00001 was withdrawn by its authors."])})


def test_a_preprint_that_has_come_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the record says plainly where a paper appeared, that is to be cited."""
    outcome, _ = online(capsys, holds(("2501.00001", "Owls and Their Data"), comment="Accepted to CVPR 2099"), BIB.splitlines()[0])

    assert found(outcome) == {"known": ("published", ["Cited as a preprint; it has appeared at CVPR 2099."])}


def test_offline_nobody_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --online no server hears anything, and what was not looked up is unknown here."""
    with playing(ARXIV) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWESOME_MM_ARXIV_URL", server.url)
        Path("refs.bib").write_text(BIB, encoding="utf-8")
        outcome = call(capsys, "cite", "--check", "refs.bib", "--json")

        assert (outcome.code, server.requests) == (1, [])
        assert found(outcome)["absent"] == ("unknown", [])
