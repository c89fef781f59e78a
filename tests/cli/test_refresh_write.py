"""`refresh --write`, `--status`, `--forget`, `--offline` and `log`: what the files hold afterwards, whatever happened on the way."""

import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.store.places import bundled_catalog
from awesome_mm.store.refreshing import pending_note
from tests.cli.catalogs import table, write_catalog
from tests.commands import Outcome, call
from tests.golden import assert_golden
from tests.loopback import Answer, Server, knows, make_feed, make_paper, make_raw, playing, replies, wait_until_asked

TITLES = {"9901.00001": "Alpha", "9902.00002": "Beta", "9903.00003": "Gamma"}
ENTRIES = [table(title.lower(), more=f'links.arxiv = ["{one}"]') for one, title in TITLES.items()]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a catalog of three entries that are on arXiv."""
    return Path(write_catalog(tmp_path / "own.toml", *ENTRIES))


@contextmanager
def asking(answer: Answer) -> Iterator[Server]:
    """Play arXiv and its OAI-PMH for commands in this process and in others."""
    with playing(answer) as server, pytest.MonkeyPatch.context() as patch:
        for name, value in (("ARXIV_URL", server.url), ("OAI_URL", server.url), ("ARXIV_DELAY", "0")):
            patch.setenv(f"AWESOME_MM_{name}", value)
        yield server


def papers(**given: Any) -> Answer:
    """Answer like arXiv with the three papers, all with the values `given`."""

    def answer(handler: Any) -> None:
        if handler.asked.is_raw:
            handler.send(make_raw(handler.asked.ids[0]))
            return
        known = {**TITLES, "1706.03762": "Attention"}
        handler.send(make_feed([make_paper(one, title=known[one], **given) for one in handler.asked.ids if one in known]))

    return answer


def refresh(capsys: pytest.CaptureFixture[str], catalog: Path | None, *arguments: str) -> Outcome:
    """Return the outcome of a refresh in JSON."""
    chosen = ["--catalog", str(catalog)] if catalog else []
    return call(capsys, *chosen, "refresh", *arguments, "--json")


def journal(tmp_path: Path) -> list[dict[str, Any]]:
    """Return the lines of the journal."""
    path = tmp_path / "data" / "journal.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def record_of(path: Path, entry: str) -> dict[str, Any]:
    """Return an entry's record as a catalog file has it."""
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))["method"][entry].get("arxiv", {})
    return found


# ---- Writing ----


def test_write_puts_records_into_a_catalog_of_ones_own(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records, journal and the machine-owned tables are written; the tables are all that changes in the file."""
    before = own.read_text(encoding="utf-8")
    with asking(papers(version=2, comment="12 pages")):
        outcome = refresh(capsys, own, "--write")

    answer = json.loads(outcome.out)
    assert (outcome.code, answer["status"], answer["written"]) == (0, "complete", True)
    assert record_of(own, "alpha") | {"fetched": 0} == {
        "basis": "fetched",
        "id": "9901.00001",
        "title": "Alpha",
        "authors": ["Ada Example"],
        "version": 2,
        "submitted": tomllib.loads("x = 2099-01-02")["x"],
        "updated": tomllib.loads("x = 2099-01-02")["x"],
        "category": "cs.CV",
        "comment": "12 pages",
        "fetched": 0,
    }
    assert re.sub(r"\n\[method\.\w+\.arxiv\]\n(?:.+\n)+", "", own.read_text(encoding="utf-8")) == before
    assert {line["entry"] for line in journal(tmp_path)} == {"alpha", "beta", "gamma"}


def test_write_puts_records_into_lines_of_json(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a catalog of JSON lines the lines of the entries are written anew, the others stay; a second run changes nothing."""
    lines = [{"method": {one: entry}} for one, entry in tomllib.loads(own.read_text(encoding="utf-8")).pop("method").items()]
    head = own.read_text(encoding="utf-8").partition("[method.")[0]
    (tmp_path / "lines").mkdir()
    (tmp_path / "lines" / "head.toml").write_text(head, encoding="utf-8")
    path = tmp_path / "lines" / "own.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    with asking(papers(version=2)):
        outcome = refresh(capsys, path.parent, "alpha", "gamma", "--write")
        written = path.read_bytes()
        again = refresh(capsys, path.parent, "alpha", "gamma", "--write", "--max-age", "0")

    assert (outcome.code, again.code, json.loads(outcome.out)["written"]) == (0, 0, True)
    assert path.read_bytes() == written
    after = [json.loads(line) for line in written.splitlines()]
    records = [after[place]["method"][one].pop("arxiv") for place, one in ((0, "alpha"), (2, "gamma"))]
    assert [record["version"] for record in records] == [2, 2]
    assert after == lines
    assert {line["entry"] for line in journal(tmp_path)} == {"alpha", "gamma"}


def test_a_second_run_changes_nothing(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is recent is not asked for, and what was written is no change: the files keep their bytes."""
    with asking(papers()) as server:
        refresh(capsys, own, "--write")
        before = own.read_bytes(), journal(tmp_path)
        outcome = refresh(capsys, own, "--write")

    assert (outcome.code, json.loads(outcome.out)["changes"]) == (0, [])
    assert len(server.requests) == 1
    assert (own.read_bytes(), journal(tmp_path)) == before


def test_what_was_fetched_without_write_is_written_later(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A look first and --write afterwards ask once."""
    with asking(papers()) as server:
        looked = refresh(capsys, own)
        wrote = refresh(capsys, own, "--write")

    assert (looked.code, wrote.code) == (1, 0)
    assert json.loads(looked.out)["changes"] == json.loads(wrote.out)["changes"]
    assert len(server.requests) == 1
    assert record_of(own, "gamma")["title"] == "Gamma"


def test_the_bundled_catalog_is_never_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its records go to the user's data folder, are laid over it from then on, and take one request for all of its papers."""
    before = bundled_catalog().read_bytes()
    with asking(knows(id_2503_08741="Oasis: One Image is All You Need for Multimodal Instruction Data Synthesis")) as server:
        refresh(capsys, None, "--write")

    assert bundled_catalog().read_bytes() == before
    assert len(server.requests) == 1
    assert list(json.loads((tmp_path / "data" / "records.json").read_text(encoding="utf-8"))["records"]) == ["2503.08741"]
    shown = json.loads(call(capsys, "show", "oasis", "--json").out)["entries"][0]
    assert shown["arxiv"]["basis"] == "fetched"
    assert shown["checked"] == shown["arxiv"]["fetched"]


def test_a_folder_of_files_is_written_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a catalog in a folder only the files whose entries changed are written."""
    folder = tmp_path / "list"
    folder.mkdir()
    write_catalog(folder / "head.toml")
    (folder / "alpha.toml").write_text(ENTRIES[0], encoding="utf-8")
    (folder / "other.toml").write_text(table("other"), encoding="utf-8")
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}

    with asking(papers()):
        outcome = refresh(capsys, folder, "--write")

    assert outcome.code == 0
    assert record_of(folder / "alpha.toml", "alpha")["title"] == "Alpha"
    assert {name for name, moment in before.items() if (folder / name).stat().st_mtime_ns != moment} == {"alpha.toml"}


def test_a_catalog_that_cannot_be_written_is_exit_code_6(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table that cannot be replaced by lines is named; the others are written, and the answer is told all the same."""
    inline = 'arxiv = { basis = "recalled" }\n'
    own.write_text(own.read_text(encoding="utf-8") + inline, encoding="utf-8")
    with asking(papers()):
        outcome = refresh(capsys, own, "--write")

    assert outcome.code == 6
    assert json.loads(outcome.out)["written"] is False
    assert "[method.gamma.arxiv]" in outcome.err
    assert own.read_text(encoding="utf-8").endswith(inline)
    assert {line["entry"] for line in journal(tmp_path)} == {"alpha", "beta"}
    held = tomllib.loads(own.read_text(encoding="utf-8"))["method"]
    assert {one: held[one]["arxiv"]["basis"] for one in held} == {"alpha": "fetched", "beta": "fetched", "gamma": "recalled"}


def test_swapped_ids_are_told_and_never_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two entries with each other's id are two mismatches that name each other; neither takes on the other's record."""
    swapped = [table("alpha", more='links.arxiv = ["9902.00002"]'), table("beta", more='links.arxiv = ["9901.00001"]')]
    titled = [text.replace(": A Method for Making Data", "") for text in swapped]
    own = Path(write_catalog(tmp_path / "own.toml", *titled))
    before = own.read_bytes()

    with asking(papers()):
        outcome = refresh(capsys, own, "--write")
        again = refresh(capsys, own, "--write")

    changes = json.loads(outcome.out)["changes"]
    assert [(change["entry"], change["event"], change["other"]) for change in changes] == [
        ("alpha", "title-mismatch", "beta"),
        ("beta", "title-mismatch", "alpha"),
    ]
    assert (outcome.code, again.code) == (1, 1)
    assert own.read_bytes() == before
    assert journal(tmp_path) == []


def test_ids_swapped_after_a_write_are_told_too(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the tables of before nor what the data folder holds under the other id makes a wrong id right."""
    with asking(papers()):
        refresh(capsys, own, "--write")
        told = journal(tmp_path)
        text = own.read_text(encoding="utf-8")
        for one, other in (("9901.00001", "x"), ("9902.00002", "9901.00001"), ("x", "9902.00002")):
            text = text.replace(f'links.arxiv = ["{one}"]', f'links.arxiv = ["{other}"]')
        own.write_text(text, encoding="utf-8")
        outcome = refresh(capsys, own, "--write", "--max-age", "0")

    changes = [(change["entry"], change["event"], change["other"]) for change in json.loads(outcome.out)["changes"]]
    assert changes == [("alpha", "title-mismatch", "beta"), ("beta", "title-mismatch", "alpha")]
    assert (own.read_text(encoding="utf-8"), journal(tmp_path)) == (text, told)


def test_of_two_entries_with_one_id_only_the_bearer_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that two entries link is one request; the entry whose paper it is not keeps its table."""
    both = [table(one, more='links.arxiv = ["9902.00002"]') for one in ("alpha", "beta")]
    own = Path(write_catalog(tmp_path / "own.toml", *both))

    with asking(papers()) as server:
        outcome = refresh(capsys, own, "--write")

    assert [request.ids for request in server.requests] == [("9902.00002", "1706.03762")]
    assert outcome.code == 1
    assert (record_of(own, "alpha"), record_of(own, "beta")["title"]) == ({}, "Beta")
    assert {line["entry"] for line in journal(tmp_path)} == {"beta"}


def test_a_file_that_may_not_be_written_leaves_no_trace(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the catalog cannot be written the journal tells of no change, and once it can the same run tells of all."""
    own.chmod(0o444)
    if os.access(own, os.W_OK):
        pytest.skip("permissions do not bind this user")
    with asking(papers()):
        refused = refresh(capsys, own, "--write")
        assert (refused.code, journal(tmp_path)) == (6, [])
        own.chmod(0o644)
        written = refresh(capsys, own, "--write")

    assert (written.code, {line["entry"] for line in journal(tmp_path)}) == (0, {"alpha", "beta", "gamma"})


def test_a_run_that_died_before_its_journal_is_told_of_by_the_next(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was noted and is in the files goes into the journal; what was noted and is not is found to differ again."""
    with asking(papers()):
        refresh(capsys, own, "--write")
    lines = journal(tmp_path)
    (tmp_path / "data" / "journal.jsonl").unlink()
    unwritten = {**lines[0], "new": "Never written"}
    pending_note(own).write_text(json.dumps([*lines, unwritten]), encoding="utf-8")
    other = Path(write_catalog(tmp_path / "other.toml", table("omega")))
    link = tmp_path / "link.toml"
    link.symlink_to(own)

    refresh(capsys, other, "--write")
    outcome = refresh(capsys, link, "--write")

    assert (outcome.code, journal(tmp_path)) == (0, lines)
    assert not pending_note(own).exists()


@pytest.mark.parametrize("junk", ["5", "null", "[5, null]", "{", '[{"entry": 5}]', "[" * 100_000])
def test_a_damaged_note_is_in_nobodys_way(junk: str, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note that says nothing is done away with by the next run."""
    (tmp_path / "data").mkdir(exist_ok=True)
    pending_note(own).write_text(junk, encoding="utf-8")
    with asking(papers()):
        outcome = refresh(capsys, own, "--write")

    assert (outcome.code, {line["entry"] for line in journal(tmp_path)}) == (0, {"alpha", "beta", "gamma"})
    assert not pending_note(own).exists()


def test_a_change_back_and_forth_is_told_each_time(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last word of the journal is what the file says."""
    for comment in ("one", "two", "one", "two"):
        with asking(papers(comment=comment)):
            refresh(capsys, own, "alpha", "--write", "--max-age", "0")
        time.sleep(1.1)  # moments are kept by the second

    told = [(line["old"], line["new"]) for line in journal(tmp_path) if line["field"] == "comment"]
    assert told == [(None, "one"), ("one", "two"), ("two", "one"), ("one", "two")]
    assert record_of(own, "alpha")["comment"] == "two"


def test_a_file_that_nobody_merges_is_the_same_every_night(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written anew from the same beginning, without news, it has the same bytes however many nights pass, and news end that."""
    begun = own.read_bytes()
    nights = []
    for comment in ("one", "one", "one", "one", "two", "two", "two"):
        own.write_bytes(begun)
        with asking(papers(comment=comment)):
            refresh(capsys, own, "--write", "--max-age", "0")
        nights.append(own.read_bytes())
        time.sleep(1.1)  # moments are kept by the second

    assert len(set(nights)) == 2
    assert nights[3] != nights[4]
    shown = json.loads(call(capsys, "--catalog", str(own), "show", "alpha", "--json").out)["entries"][0]
    assert shown["checked"] > record_of(own, "alpha")["fetched"].strftime("%Y-%m-%dT%H:%M:%SZ")


def test_every_table_that_is_refused_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a folder the tables of all its files, in one complaint."""
    folder = tmp_path / "list"
    folder.mkdir()
    write_catalog(folder / "head.toml")
    for number, name in enumerate(("alpha", "beta")):
        (folder / f"{name}.toml").write_text(ENTRIES[number] + 'arxiv = { basis = "recalled" }\n', encoding="utf-8")
    with asking(papers()):
        outcome = refresh(capsys, folder, "--write")

    assert outcome.code == 6
    assert "[method.alpha.arxiv]" in outcome.err
    assert "[method.beta.arxiv]" in outcome.err


@pytest.mark.parametrize("more", [("beta",), ("--category", "nope")])
def test_what_stands_beside_forget_is_not_dropped(more: tuple[str, ...], own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who names an entry without --forget, or a filter, is told how to."""
    outcome = refresh(capsys, own, *more, "--forget", "alpha")

    assert (outcome.code, outcome.out) == (2, "")
    assert "--forget" in outcome.err


def test_a_file_changed_by_another_machine_is_written_again(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What arXiv says now replaces what somebody else fetched before, though the own record has said the same for long."""
    with asking(papers(comment="one")):
        refresh(capsys, own, "alpha", "--write")
        time.sleep(2.1)  # moments are kept by the second
        text = own.read_text(encoding="utf-8").replace('comment = "one"', 'comment = "two"')
        moment = (datetime.now(UTC) - timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
        own.write_text(re.sub(r"fetched = \S+", f"fetched = {moment}", text), encoding="utf-8")
        written = refresh(capsys, own, "alpha", "--write", "--max-age", "0")
        after = refresh(capsys, own, "alpha", "--offline")

    assert (written.code, after.code, record_of(own, "alpha")["comment"]) == (0, 0, "one")


def test_an_id_that_arxiv_does_not_have_is_told_and_remembered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole answer without the paper names the entry, and the paper is not asked for again within the age."""
    own = Path(write_catalog(tmp_path / "own.toml", ENTRIES[0], table("delta", more='links.arxiv = ["9909.00009"]')))
    with asking(papers()) as server:
        first = refresh(capsys, own, "--write")
        again = refresh(capsys, own, "--write")
        late = refresh(capsys, own, "--write", "--max-age", "0")

    assert [(outcome.code, json.loads(outcome.out)["absent"]) for outcome in (first, again, late)] == [(1, ["delta"])] * 3
    assert len(server.requests) == 2


def test_a_paper_that_is_gone_stays_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That arXiv no longer has a paper outweighs the record fetched before, until it is fetched again."""
    with asking(papers()):
        refresh(capsys, own, "--write")
    time.sleep(1.1)  # moments are kept by the second
    with asking(knows(id_9901_00001="Alpha", id_9903_00003="Gamma")):
        gone = refresh(capsys, own, "--max-age", "0")
    with asking(papers()) as server:
        again = refresh(capsys, own)
        offline = refresh(capsys, own, "--offline")
        back = refresh(capsys, own, "--max-age", "0")

    answers = [json.loads(outcome.out) for outcome in (gone, again, offline, back)]
    assert [(answer["absent"], answer["unseen"]) for answer in answers] == [(["beta"], ["beta"])] * 3 + [([], [])]
    assert [outcome.code for outcome in (gone, again, offline, back)] == [1, 1, 1, 0]
    assert len(server.requests) == 1


def test_rows_leave_what_was_not_seen_to_a_remark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In rows for programs the entries that have no row are named on standard error, and those that cannot be asked for."""
    odd = [table("delta", more='links.arxiv = ["9909.00009"]'), table("epsilon")]
    own = Path(write_catalog(tmp_path / "own.toml", *odd))
    with asking(papers()):
        outcome = call(capsys, "--catalog", str(own), "refresh", "delta", "epsilon", "--format", "tsv")

    assert (outcome.code, len(outcome.out.splitlines())) == (1, 1)
    assert outcome.err.splitlines()[-2:] == ["without an arXiv id: epsilon", "arXiv has no such paper: delta"]


def test_what_was_fetched_long_ago_overwrites_no_newer_file(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody else's later run, merged into the file, outlives the records of the own earlier one."""
    with asking(papers()):
        refresh(capsys, own, "--write")
    newer = own.read_text(encoding="utf-8").replace("version = 1", "version = 3")
    newer = re.sub(r"fetched = \d+", "fetched = 2999", newer)
    own.write_text(newer, encoding="utf-8")

    outcome = refresh(capsys, own, "--write", "--offline")

    assert (outcome.code, json.loads(outcome.out)["changes"]) == (0, [])
    assert own.read_text(encoding="utf-8") == newer


def test_the_bundled_catalog_is_not_written_by_another_way_either(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link to it is it: the records go to the data folder alone."""
    link = tmp_path / "link.toml"
    link.symlink_to(bundled_catalog())
    before = bundled_catalog().read_bytes()
    with asking(knows(id_2503_08741="Oasis: One Image is All You Need for Multimodal Instruction Data Synthesis")):
        refresh(capsys, link, "oasis", "--write")

    assert (bundled_catalog().read_bytes(), link.is_symlink()) == (before, True)
    assert (tmp_path / "data" / "records.json").exists()


def test_a_withdrawn_paper(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A confirmed withdrawal is an event, stands in the record, and is not asked about again."""

    def answer(handler: Any) -> None:
        if handler.asked.is_raw:
            handler.send(make_raw(handler.asked.ids[0], size="0kb", versions=2))
        else:
            papers(comment="This paper has been withdrawn by the authors", version=2)(handler)

    with asking(answer) as server:
        outcome = refresh(capsys, own, "alpha", "--write")
        refresh(capsys, own, "alpha", "--write", "--max-age", "0")

    assert {"entry": "alpha", "event": "withdrawn", "field": "withdrawn", "old": None, "new": True} in json.loads(outcome.out)["changes"]
    assert record_of(own, "alpha")["withdrawn"] is True
    assert [request.is_raw for request in server.requests] == [False, True, False]


# ---- Asking less ----


def test_status_asks_nobody(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--status says when each record came, and what would be asked for."""
    with asking(papers()) as server:
        refresh(capsys, own, "beta")
        outcome = refresh(capsys, own, "--status")

    answer = json.loads(outcome.out)
    assert (outcome.code, answer["due"]) == (0, ["alpha", "gamma"])
    assert [record["recent"] for record in answer["records"]] == [False, True, False]
    assert len(server.requests) == 1


def test_forget_makes_a_paper_due_again(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was fetched for an entry is dropped, and the next run asks for it."""
    with asking(papers()) as server:
        refresh(capsys, own)
        outcome = refresh(capsys, own, "--forget", "Beta")
        refresh(capsys, own)

    assert json.loads(outcome.out)["forgotten"] == ["beta"]
    assert server.requests[1].ids[0] == "9902.00002"
    assert len(server.requests[1].ids) == 2


def test_offline_goes_by_what_there_is(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--offline compares what was fetched, however old, and names what never was; nobody is asked."""
    with asking(papers()) as server:
        refresh(capsys, own, "alpha")
        outcome = refresh(capsys, own, "--offline", "--max-age", "0")

    answer = json.loads(outcome.out)
    assert (outcome.code, answer["seen"], answer["unseen"]) == (1, ["alpha"], ["beta", "gamma"])
    assert len(server.requests) == 1


@pytest.mark.parametrize("age", ["soon", "-1h", "", "1y", "99999999999d", "1 2"])
def test_an_age_that_is_none_is_wrong_usage(age: str, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A greatest age that cannot be read is named."""
    outcome = refresh(capsys, own, f"--max-age={age}")

    assert outcome.code == 2
    assert "--max-age" in outcome.err


@pytest.mark.parametrize(("age", "requests"), [("0", 2), ("1h", 1), ("1.5d", 1), ("90m", 1), ("1W", 1)])
def test_the_greatest_age_decides(age: str, requests: int, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A paper fetched within the age is not asked for again."""
    with asking(papers()) as server:
        refresh(capsys, own)
        time.sleep(1.1)  # moments are kept by the second
        refresh(capsys, own, "--max-age", age)

    assert len(server.requests) == requests


def test_what_was_forgotten_is_due_though_it_was_written(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--forget after --write: the table in the catalog stays, and does not count as recent."""
    with asking(papers()) as server:
        refresh(capsys, own, "--write")
        refresh(capsys, own, "--forget", "beta")
        time.sleep(1.1)  # moments are kept by the second
        status = refresh(capsys, own, "--status")
        refresh(capsys, own, "--write")
        after = refresh(capsys, own, "--status")

    assert (json.loads(status.out)["due"], json.loads(after.out)["due"]) == (["beta"], [])
    assert record_of(own, "beta")["title"] == "Beta"
    assert server.requests[1].ids[0] == "9902.00002"


@pytest.mark.parametrize("together", [("--status", "--write"), ("--forget", "alpha", "--write"), ("--offline", "--status")])
def test_options_that_ask_for_different_things(together: tuple[str, ...], own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are named; nothing is done."""
    before = own.read_bytes()
    outcome = refresh(capsys, own, *together)

    assert (outcome.code, outcome.out, own.read_bytes()) == (2, "", before)
    assert "do not go together" in outcome.err


# ---- Interruptions ----


def many(tmp_path: Path, count: int = 250) -> Path:
    """Return a catalog of many entries on arXiv."""
    entries = [table(f"study{number}", more=f'links.arxiv = ["9901.{number:05}"]') for number in range(count)]
    return Path(write_catalog(tmp_path / "many.toml", *entries))


def titled(handler: Any) -> None:
    """Answer like arXiv with papers that bear the names of the entries of `many`."""
    ids = handler.asked.ids
    papers = [make_paper(one, title=f"Study{int(one[5:])}" if one.startswith("9901") else "Attention") for one in ids]
    handler.send(make_feed(papers))


def test_a_throttled_run_goes_on_where_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What came in before a fault is kept: the next run asks only for the rest, and then all is written."""
    path = many(tmp_path)

    def fails_third(handler: Any) -> None:
        (titled if len(handler.server.requests) != 3 else replies(b"", 403))(handler)

    with asking(fails_third) as server:
        first = refresh(capsys, path, "--write")
        second = refresh(capsys, path, "--write")

    assert (first.code, json.loads(first.out)["status"], len(json.loads(first.out)["unseen"])) == (5, "partial", 52)
    assert (second.code, json.loads(second.out)["unseen"]) == (0, [])
    assert [len(request.ids) for request in server.requests] == [100, 100, 53, 53]
    assert len(journal(tmp_path)) == len({(line["entry"], line["field"]) for line in journal(tmp_path)})


def spawned(catalog: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Return a process that refreshes and writes."""
    return subprocess.Popen(
        [sys.executable, "-m", "awesome_mm", "--catalog", str(catalog), "refresh", "--write", "--json", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def without_moments(tmp_path: Path, catalog: Path) -> tuple[object, ...]:
    """Return what catalog, records and journal hold, but for when."""
    moment = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    texts = [
        moment.sub("", path.read_text(encoding="utf-8"))
        for path in (catalog, tmp_path / "data" / "records.json", tmp_path / "data" / "journal.jsonl")
    ]
    return texts[0], texts[1], sorted(texts[2].replace(str(catalog), "").splitlines())


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_run_is_made_good(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A process killed at any moment, and run again, leaves what an undisturbed run leaves."""
    random.seed(seed)
    with asking(titled) as server:
        undisturbed = tmp_path / "undisturbed"
        undisturbed.mkdir()
        for name in ("data", "cache"):
            monkeypatch.setenv(f"AWESOME_MM_{name.upper()}", str(undisturbed / name))
        refresh(capsys, expected := many(undisturbed), "--write")
        for name in ("data", "cache"):
            monkeypatch.setenv(f"AWESOME_MM_{name.upper()}", str(tmp_path / name))
        path = many(tmp_path)
        for _ in range(3):
            process = spawned(path)
            asked = len(server.requests)
            while len(server.requests) == asked and process.poll() is None and random.random() < 0.9:
                time.sleep(0.02)
            time.sleep(random.random() * 0.5)
            process.send_signal(signal.SIGKILL)
            process.wait()
        outcome = refresh(capsys, path, "--write")

    assert outcome.code == 0
    assert without_moments(tmp_path, path) == without_moments(undisturbed, expected)
    assert [one.name for one in tmp_path.glob(".*")] == [] or all(".toml." in one.name for one in tmp_path.glob(".*"))


def test_two_processes_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs side by side ask in turn, a pause apart from beginning to beginning, and write everything once."""
    path = many(tmp_path, 120)
    with asking(titled) as server:
        monkeypatch.setenv("AWESOME_MM_ARXIV_DELAY", "0.4")
        processes = [spawned(path), spawned(path)]
        codes = [process.wait(timeout=60) for process in processes]

    assert codes == [0, 0]
    moments = sorted(request.at for request in server.requests)
    assert all(later - earlier > 0.35 for earlier, later in itertools.pairwise(moments))
    assert len(tomllib.loads(path.read_text(encoding="utf-8"))["method"]) == 120
    lines = [(line["entry"], line["field"]) for line in journal(tmp_path)]
    assert len(lines) == len(set(lines)) > 0


def test_an_interrupt_keeps_what_came_in(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two batches ends the run at once, says what is left, and the first batch need not be asked for again."""
    path = many(tmp_path, 150)
    with asking(titled) as server:
        monkeypatch.setenv("AWESOME_MM_ARXIV_DELAY", "30")
        process = subprocess.Popen(
            [sys.executable, "-m", "awesome_mm", "--catalog", str(path), "refresh"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - whoever runs the tests may ignore it
        )
        wait_until_asked(server)
        assert process.stderr is not None
        assert process.stderr.readline() == b"arXiv: 99 of 150 papers asked for, 99 records in this batch\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        answer = json.loads(refresh(capsys, path, "--offline").out)

    assert (process.returncode, out) == (130, b"")
    assert err.startswith(b"awesome-mm: Interrupted; 51 still to be asked for: study99, study100, ")
    assert err.endswith(b" and 31 more.\nWhat came in is kept; run it again for the rest.\n")
    assert len(answer["seen"]) == 99


# ---- Progress and journal ----


def test_a_line_for_each_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no terminal, standard error has one line for each batch; with JSON it is left to errors."""
    path = many(tmp_path)
    with asking(titled):
        plain = call(capsys, "--catalog", str(path), "refresh", "--max-age", "0", "--format", "tsv")
        as_json = refresh(capsys, path, "--max-age", "0")

    assert plain.err.splitlines() == [f"arXiv: {done} of 250 papers asked for, {done - before} records in this batch"
                                      for before, done in ((0, 99), (99, 198), (198, 250))]  # fmt: skip
    assert as_json.err == ""


def test_the_journal_is_shown(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`log` prints every change written: when, entry, event, field, old, new, source; of one entry, or the latest few."""
    with asking(papers(version=2)):
        refresh(capsys, own, "--write")
    whole = json.loads(call(capsys, "--catalog", str(own), "log", "--json").out)
    beta = json.loads(call(capsys, "--catalog", str(own), "log", "Beta", "-n", "2", "--json").out)

    assert whole["count"] == len(whole["changes"]) > 3
    assert {"when", "entry", "event", "field", "old", "new", "source"} <= whole["changes"][0].keys()
    assert whole["changes"][0]["source"] == "arXiv:9901.00001v2"
    assert {change["entry"] for change in beta["changes"]} == {"beta"}
    assert len(beta["changes"]) == 2
    assert beta["count"] > 2


def test_log_golden(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer is the one that was approved, but for moments and places."""
    with asking(papers(version=2)):
        refresh(capsys, own, "alpha", "--write")

    answer = call(capsys, "--catalog", str(own), "log", "--json").out

    moments = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    assert_golden("log.json", moments.sub("2099-01-03T00:00:00Z", answer.replace(str(tmp_path), "/lists")))


def test_the_journal_before_anything_was_written(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing was written yet, the answer says so and is empty."""
    outcome = call(capsys, "--catalog", str(own), "log", "--format", "table")

    assert (outcome.code, outcome.out) == (0, "Nothing has been written yet.\n")


def test_no_test_asks_arxiv_itself() -> None:
    """The settings of every test lead to this machine."""
    assert os.environ["AWESOME_MM_ARXIV_URL"].startswith("http://127.0.0.1")
    assert os.environ["AWESOME_MM_OAI_URL"].startswith("http://127.0.0.1")
