"""`refresh` from arguments to exit code, against a server on this machine."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.commands import Outcome, call
from tests.golden import assert_golden
from tests.loopback import Answer, Server, knows, playing, replies, stalls, unused_url, wait_until_asked
from tests.recordings import recording

FETCHED = """
links.arxiv = ["9901.00001"]
[method.alpha.arxiv]
basis = "fetched"
title = "Alpha: Making 10^6 Image Pairs with Éclair Prompts"
authors = ["Ada Example", "Bo Beispiel"]
version = 2
submitted = 2099-01-02
updated = 2099-02-02
category = "cs.CV"
comment = "Accepted at a conference"
fetched = 2099-02-03T00:00:00Z
"""
ALPHA = table("alpha", more=FETCHED)
BETA = table("beta", more='links.arxiv = ["9902.00002"]')
GAMMA = table("gamma", more='published = "2099-03"\nlinks.arxiv = ["9903.00003"]')
DELTA = table("delta", more='links.code = ["https://example.org/delta"]')


@pytest.fixture
def catalog(tmp_path: Path) -> str:
    """Return the path of a catalog with alpha (fetched before), beta and gamma (not yet) and delta (not on arXiv)."""
    return write_catalog(tmp_path / "own.toml", ALPHA, BETA, GAMMA, DELTA)


def refresh(capsys: pytest.CaptureFixture[str], answer: Answer, *arguments: str) -> tuple[Outcome, Server]:
    """Return the outcome of `refresh` in JSON where arXiv gives `answer`, and the server as it was asked."""
    with playing(answer) as server, pytest.MonkeyPatch.context() as patch:
        for name, value in (("ARXIV_URL", server.url), ("OAI_URL", server.url), ("ARXIV_DELAY", "0")):
            patch.setenv(f"AWESOME_MM_{name}", value)
        return call(capsys, "refresh", *arguments, "--json"), server


def payload(outcome: Outcome) -> Any:
    """Return the JSON answer."""
    return json.loads(outcome.out)


def test_refresh_golden(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer is the one that was approved: differences of two entries, a third not seen, the fourth not asked for."""
    outcome, _ = refresh(capsys, replies(recording("one_absent.xml")), "--catalog", catalog)

    assert (outcome.code, outcome.err) == (1, "")
    assert_golden("refresh.json", outcome.out)


def test_the_answer_keeps_the_contract(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A program gets version, date, status, the entries requested, seen and unseen, and the changes with old and new."""
    outcome, _ = refresh(capsys, replies(recording("one_absent.xml")), "--catalog", catalog)

    answer = payload(outcome)
    assert list(answer) == ["schema_version", "as_of", "status", "requested", "seen", "unseen", "absent", "changes", "written"]
    assert (answer["status"], answer["seen"], answer["unseen"]) == ("complete", ["alpha", "gamma"], ["beta"])
    assert {"entry": "alpha", "event": "new-version", "field": "version", "old": 2, "new": 3} in answer["changes"]
    assert "delta" not in answer["requested"]


def test_no_difference_is_exit_code_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing differs there are no changes, and the exit code is 0."""
    record = FETCHED.replace("version = 2", "version = 1").replace("2099-02-02", "2099-01-02")
    same = (
        record.replace('comment = "Accepted at a conference"\n', "").replace(', "Bo Beispiel"', "").replace(FETCHED.split('"')[5], "Alpha")
    )
    path = write_catalog(tmp_path / "own.toml", table("alpha", more=same))

    outcome, _ = refresh(capsys, knows(id_9901_00001="Alpha"), "--catalog", path)

    assert payload(outcome)["changes"] == []
    assert (outcome.code, outcome.err) == (0, "")


def test_a_bad_answer_is_exit_code_5(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An answer that cannot be trusted makes the run partial: all unseen, no change, the problem as JSON on standard error."""
    outcome, _ = refresh(capsys, replies(b"Rate exceeded."), "--catalog", catalog)

    answer, error = payload(outcome), json.loads(outcome.err)["error"]
    assert outcome.code == 5
    assert (answer["status"], answer["seen"], answer["changes"]) == ("partial", [], [])
    assert answer["unseen"] == answer["requested"] == ["alpha", "beta", "gamma"]
    assert error["code"] == "source-unreachable"
    assert "Rate exceeded." in error["message"]


def test_a_partial_run_beats_its_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run with changes whose second batch failed has exit code 5, and the changes are told."""
    entries = [table(f"e{number}", more=f'links.arxiv = ["9901.{number:05}"]') for number in range(120)]
    path = write_catalog(tmp_path / "own.toml", *entries)

    def fails_later(handler: Any) -> None:
        (knows() if len(handler.server.requests) == 1 else replies(b"", 503))(handler)

    outcome, _ = refresh(capsys, fails_later, "--catalog", path)

    answer = payload(outcome)
    assert outcome.code == 5
    assert (len(answer["seen"]), len(answer["unseen"])) == (99, 21)
    assert {change["entry"] for change in answer["changes"]} == set(answer["seen"])


def test_no_server_is_exit_code_5(catalog: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network the run is partial, and a person reads why and what to do."""
    monkeypatch.setenv("AWESOME_MM_ARXIV_URL", unused_url())
    monkeypatch.setenv("AWESOME_MM_ARXIV_DELAY", "0")
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    outcome = call(capsys, "refresh", "--catalog", catalog)

    assert outcome.code == 5
    assert outcome.err.startswith("awesome-mm: arXiv could not be reached")
    assert "run it again later" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("name", ["beta", "Beta", "9902.00002", "https://arxiv.org/abs/9902.00002v3"])
def test_an_entry_may_be_named(name: str, catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the entries named, by any of their names, are asked for."""
    outcome, server = refresh(capsys, knows(), name, "--catalog", catalog)

    assert payload(outcome)["requested"] == ["beta"]
    assert server.requests[0].ids[0] == "9902.00002"


def test_filters_choose_entries(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The filters of the other commands choose what is asked for, among the entries named where some are."""
    by_year, _ = refresh(capsys, knows(), "--year", "2099", "--catalog", catalog)
    neither, server = refresh(capsys, knows(), "beta", "--year", "2099", "--catalog", catalog)

    assert payload(by_year)["requested"] == ["gamma"]
    assert payload(neither)["requested"] == []
    assert server.requests == []


def test_an_entry_that_is_not_on_arxiv_is_not_asked_for(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry without an arXiv id is left out even when it is named, and the network is left alone."""
    outcome, server = refresh(capsys, knows(), "delta", "--catalog", catalog)

    assert outcome.code == 0
    assert payload(outcome)["requested"] == []
    assert server.requests == []


def test_an_unknown_entry_is_exit_code_4(catalog: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody bears ends the run before the network is asked."""
    outcome, server = refresh(capsys, knows(), "alpha", "alpho", "--catalog", catalog)

    assert outcome.code == 4
    assert "Alpha" in json.loads(outcome.err)["error"]["fix"]
    assert server.requests == []


@pytest.mark.parametrize("variable", ["AWESOME_MM_ARXIV_DELAY", "AWESOME_MM_ARXIV_TIMEOUT", "AWESOME_MM_ARXIV_URL"])
def test_a_setting_that_means_nothing_is_exit_code_2(
    variable: str, catalog: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A setting with a value that cannot be is wrong usage, named."""
    monkeypatch.setenv(variable, "http://[")

    outcome = call(capsys, "refresh", "--catalog", catalog)

    assert outcome.code == 2
    assert variable in outcome.err


def test_nothing_is_written(catalog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever differs, without --write the catalog keeps its bytes and the data folder is not even made."""
    before = Path(catalog).read_bytes()

    outcome, _ = refresh(capsys, replies(recording("whole.xml")), "--catalog", catalog)

    assert outcome.code == 1
    assert Path(catalog).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "own.toml"]


@pytest.mark.parametrize("format", ["tsv", "csv", "jsonl", "markdown", "table"])
def test_hostile_texts_of_arxiv_are_harmless(
    format: str, catalog: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control characters and direction marks in arXiv's answer never reach the output."""
    with playing(knows(id_9902_00002="Be\x85ta\u202e[bold]")) as server:
        monkeypatch.setenv("AWESOME_MM_ARXIV_URL", server.url)
        outcome = call(capsys, "refresh", "beta", "--catalog", catalog, "--format", format)

    assert outcome.code == 1
    assert "\x85" not in outcome.out
    assert "\u202e" not in outcome.out
    assert "bold" in outcome.out


def test_an_interrupt_is_exit_code_130(catalog: str) -> None:
    """Ctrl-C while arXiv keeps silent ends the run at once, without a traceback, and it is said what is left."""
    with playing(stalls) as server:
        process = subprocess.Popen(
            [sys.executable, "-m", "awesome_mm", "refresh", "--catalog", catalog],
            env={**os.environ, "AWESOME_MM_ARXIV_URL": server.url},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - whoever runs the tests may ignore it
        )
        wait_until_asked(server)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)

    assert process.returncode == 130
    left = b"awesome-mm: Interrupted; 3 still to be asked for: alpha, beta, gamma.\nWhat came in is kept; run it again for the rest.\n"
    assert (out, err) == (b"", left)
