"""`add` from arguments to exit code, against a server on this machine: what the catalog holds afterwards, whatever was said."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.store.places import bundled_catalog
from tests.cli.catalogs import table, write_catalog
from tests.commands import Outcome, call
from tests.golden import assert_golden
from tests.loopback import Answer, Server, holds, make_feed, playing, replies, unused_url

LUMEN = "Lumen: A Benchmark for Synthetic Charts"
PAPERS = (("9901.00001", LUMEN), ("9902.00002", "Granary: Growing Data from One Image"), ("9903.00003", "Granary at Scale"))
COMMENT = "Accepted to CVPR 2025. Code: https://github.com/example-lab/lumen."
ORDER = 'order = ["alpha"]\n'
MORE = ORDER + '\n[category.text]\ntitle = { en = "Texts", zh = "文本" }\n\n[category.words]\ntitle = "Texts"\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a catalog of one entry and three categories, of which two bear the same title."""
    return Path(write_catalog(tmp_path / "own.toml", MORE, table("alpha", more='links.arxiv = ["9912.00009"]')))


@pytest.fixture
def arxiv(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Play arXiv with three papers."""
    with playing(holds(*PAPERS, comment=COMMENT)) as server:
        set_up(monkeypatch, server.url)
        yield server


def set_up(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Let arXiv be at `url`."""
    for name, value in (("ARXIV_URL", url), ("OAI_URL", url), ("ARXIV_DELAY", "0")):
        monkeypatch.setenv(f"AWESOME_MM_{name}", value)


def add(capsys: pytest.CaptureFixture[str], catalog: Path, *arguments: str, category: str = "editing") -> Outcome:
    """Return the outcome of `add` in JSON."""
    placed = ["--category", category] if category else []
    return call(capsys, "add", *arguments, *placed, "--catalog", str(catalog), "--json")


def error(outcome: Outcome) -> dict[str, str]:
    """Return the error that a call ended with; there is no answer then."""
    assert outcome.out == ""
    found: dict[str, str] = json.loads(outcome.err)["error"]
    return found


def entries(catalog: Path) -> dict[str, dict[str, Any]]:
    """Return the entries of a catalog file by id, as their tables have them."""
    data = tomllib.loads(catalog.read_text(encoding="utf-8"))
    return {entry_id: entry for kind in ("method", "benchmark", "dataset", "survey") for entry_id, entry in data.get(kind, {}).items()}


# ---- What is added ----


def test_a_paper_is_added(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """The entry has what the record says and its record as fetched; it is in the order of its category, all else stays."""
    before = own.read_text(encoding="utf-8")

    outcome = add(capsys, own, "9901.00001")

    found = entries(own)["lumen"]
    assert (outcome.code, outcome.err) == (0, "")
    assert found.pop("arxiv") | {"fetched": 0} == {
        "basis": "fetched",
        "id": "9901.00001",
        "title": LUMEN,
        "authors": ["Ada Example"],
        "version": 1,
        "submitted": found["published"],
        "updated": found["published"],
        "category": "cs.CV",
        "comment": COMMENT,
        "fetched": 0,
    }
    assert found == {
        "name": "Lumen",
        "title": LUMEN,
        "categories": ["editing"],
        "authors": ["Ada Example"],
        "published": datetime(2099, 1, 2, tzinfo=UTC).date(),
        "added": datetime.now(UTC).date(),
        "venue": {"name": "CVPR", "year": 2025},
        "links": {"arxiv": ["9901.00001"], "code": ["https://github.com/example-lab/lumen"]},
    }
    assert tomllib.loads(own.read_text(encoding="utf-8"))["category"]["editing"]["order"] == ["alpha", "lumen"]
    assert set(before.splitlines()) - set(own.read_text(encoding="utf-8").splitlines()) == {ORDER.strip()}


def test_the_answer_keeps_the_contract(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """A program gets version, date, the entry as `show` gives it, and the files written."""
    answer = json.loads(add(capsys, own, "9901.00001").out)
    [shown] = json.loads(call(capsys, "show", "lumen", "--catalog", str(own), "--json").out)["entries"]

    assert list(answer) == ["schema_version", "as_of", "added", "written"]
    assert answer["added"] == [shown]
    assert answer["written"] == [str(own)]


def test_add_golden(own: Path, arxiv: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer is the one that was approved, but for moments and places."""
    answer = json.loads(add(capsys, own, "9901.00001").out.replace(str(tmp_path), "/lists"))

    [entry] = answer["added"]
    entry["added"], entry["checked"], entry["arxiv"]["fetched"] = "2099-01-03", "2099-01-03T00:00:00Z", "2099-01-03T00:00:00Z"
    assert_golden("add.json", json.dumps(answer, ensure_ascii=False, indent=2) + "\n")


def test_a_refresh_finds_nothing_new(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """The record is written as a refresh writes it: one that follows asks nobody, changes nothing and has nothing to tell."""
    add(capsys, own, "9901.00001")
    before, asked = own.read_bytes(), len(arxiv.requests)

    outcome = call(capsys, "refresh", "lumen", "--write", "--catalog", str(own), "--json")

    assert (outcome.code, json.loads(outcome.out)["changes"]) == (0, [])
    assert (own.read_bytes(), len(arxiv.requests)) == (before, asked)


def test_a_later_refresh_replaces_the_record(own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of the record is one that a refresh can replace."""
    with playing(holds(*PAPERS)) as server:
        set_up(monkeypatch, server.url)
        add(capsys, own, "9901.00001")
    with playing(holds(*PAPERS, version=2)) as server:
        set_up(monkeypatch, server.url)
        outcome = call(capsys, "refresh", "lumen", "--max-age", "0", "--write", "--catalog", str(own), "--json")

    assert (outcome.code, json.loads(outcome.out)["written"]) == (0, True)
    assert entries(own)["lumen"]["arxiv"]["version"] == 2


@pytest.mark.parametrize("format", ["table", "markdown", "tsv"])
@pytest.mark.parametrize(("language", "said"), [("en", "Added to: "), ("zh", "已加入：")])
def test_a_person_reads_the_page(
    format: str, language: str, said: str, own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """People get the page of the entry and where it went, a pipe its row."""
    outcome = call(capsys, "add", "9901.00001", "--category", "editing", "--catalog", str(own), "--format", format, "--lang", language)

    assert (outcome.code, outcome.err) == (0, "")
    assert LUMEN in outcome.out
    assert (said in outcome.out) is (format != "tsv")


@pytest.mark.parametrize(
    "work",
    [
        "9901.00001v2",
        "arXiv:9901.00001",
        "https://arxiv.org/pdf/9901.00001v1",
        "https://huggingface.co/papers/9901.00001",
        "10.48550/arXiv.9901.00001",
        "９９０１．００００１",
        LUMEN,
        "lumen – a benchmark for SYNTHETIC charts",
        "Lumen: A Bencmark for Synthetic Charts",
    ],
)
def test_a_work_in_any_form(work: str, own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Id, address, DOI and title lead to the same entry."""
    outcome = add(capsys, own, work)

    assert (outcome.code, outcome.err) == (0, "")
    assert entries(own)["lumen"]["links"]["arxiv"] == ["9901.00001"]


def test_options_go_before_guesses(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Kind, name, id and several categories are as they were given."""
    outcome = add(
        capsys, own, "9901.00001", "--kind", "Dataset", "--name", "Lumière", "--id", "lum", "--category", "text", category="图像编辑"
    )

    [entry] = json.loads(outcome.out)["added"]
    assert (entry["kind"], entry["name"], entry["id"], entry["categories"]) == ("dataset", "Lumière", "lum", ["text", "editing"])


def test_a_dry_run_writes_nothing(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """The entry is shown and no file is touched; so it may be tried on the catalog that comes with the package."""
    before = own.read_bytes()

    outcome = add(capsys, own, "9901.00001", "--dry-run")
    bundled = call(capsys, "add", "9901.00001", "--category", "图像编辑", "--dry-run", "--json")

    assert (outcome.code, json.loads(outcome.out)["written"]) == (0, [])
    assert json.loads(outcome.out)["added"][0]["id"] == "lumen"
    assert own.read_bytes() == before
    assert bundled.code == 0


def test_a_folder_and_json_lines_are_added_to(own: Path, arxiv: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a folder the entry gets a file of its own, of JSON lines a line; the answer says which file."""
    folder, lines = tmp_path / "folder", tmp_path / "own.jsonl"
    folder.mkdir()
    (folder / "own.toml").write_bytes(own.read_bytes())
    data = tomllib.loads(own.read_text(encoding="utf-8"))
    lines.write_text("".join(f"{json.dumps({key: held}, default=str)}\n" for key, held in data.items()), encoding="utf-8")

    written = [json.loads(add(capsys, path, "9901.00001").out)["written"] for path in (folder, lines)]

    assert written == [[str(folder / "own.toml"), str(folder / "lumen.toml")], [str(lines)]]
    for path in (folder, lines):
        found = json.loads(call(capsys, "show", "lumen", "--catalog", str(path), "--json").out)["entries"][0]
        assert (found["arxiv"]["basis"], found["venue"]["name"]) == ("fetched", "CVPR")


# ---- What is not on arXiv, and nobody asked ----


@pytest.mark.parametrize(
    ("work", "kind", "value"),
    [
        ("https://github.com/example-lab/yarn", "code", "https://github.com/example-lab/yarn"),
        ("10.5555/yarn.1", "doi", "10.5555/yarn.1"),
        ("https://openreview.net/forum?id=aBc", "openreview", "aBc"),
        ("https://example.org/yarn", "page", "https://example.org/yarn"),
        ("9904.00004", "arxiv", "9904.00004"),
    ],
)
def test_a_title_makes_an_entry_without_asking(
    work: str, kind: str, value: str, own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --title the entry has title, name and link, what is unknown is absent, and nobody is asked."""
    outcome = add(capsys, own, work, "--title", "Yarn: A Dataset of Threads")

    found = entries(own)["yarn"]
    assert (outcome.code, arxiv.requests) == (0, [])
    assert found.pop("added")
    assert found == {"name": "Yarn", "title": "Yarn: A Dataset of Threads", "categories": ["editing"], "links": {kind: [value]}}


def test_a_work_that_is_not_on_arxiv_needs_a_title(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """An address alone says nothing of a work: what is needed is named."""
    outcome = add(capsys, own, "https://github.com/example-lab/yarn")

    assert outcome.code == 2
    assert "--title" in error(outcome)["fix"]
    assert arxiv.requests == []


def test_offline_takes_what_was_fetched(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """--offline goes by records fetched before, by id or title, and is exit code 5 where there is none."""
    none = add(capsys, own, "9901.00001", "--offline")
    add(capsys, own, "9901.00001", "--dry-run")
    asked = len(arxiv.requests)
    some = add(capsys, own, LUMEN, "--offline")

    assert (none.code, error(none)["code"]) == (5, "source-unreachable")
    assert "--offline" in error(none)["fix"]
    assert (some.code, len(arxiv.requests)) == (0, asked)
    assert "lumen" in entries(own)


# ---- What is refused ----


@pytest.mark.parametrize("category", ["editing", ""])
@pytest.mark.parametrize("work", ["9912.00009", "https://arxiv.org/abs/9912.00009v3", "Alpha", "alpha: a method for making data"])
def test_what_is_there_is_refused_before_anybody_is_asked(
    work: str, category: str, own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """A work that the catalog has by id, title or name is exit code 1, with the entry named; no category need be thought of."""
    before = own.read_bytes()

    outcome = add(capsys, own, work, category=category)

    assert (outcome.code, error(outcome)["code"]) == (1, "already-listed")
    assert "alpha has the same" in error(outcome)["message"]
    assert (own.read_bytes(), arxiv.requests) == (before, [])


def test_a_duplicate_is_added_where_that_is_said(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """--duplicate adds it all the same, under an id of its own."""
    add(capsys, own, "9901.00001")
    refused = add(capsys, own, LUMEN)
    outcome = add(capsys, own, "9901.00001", "--duplicate")

    assert (refused.code, outcome.code) == (1, 0)
    assert {"lumen", "lumen-2099"} <= entries(own).keys()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["9901.00001", "--kind", "paper"], "--kind: 'paper' is not known"),
        (["9901.00001", "--kind", ""], "--kind: '' is not known"),
        (["9901.00001", "--id", "Lumen"], "'Lumen' is not lower-case letters"),
        (["9901.00001", "--id", "alpha"], "'alpha' is taken"),
        (["9901.00001", "--id", ""], "--id: '' says nothing"),
        (["9901.00001", "--name", " "], "--name: ' ' says nothing"),
        (["9901.00001", "--title", ""], "--title: '' says nothing"),
        (["Granary", "--title", "Yarn"], "are two titles"),
        (["9901.00001", "--category", "edting"], "'edting' is not known"),
        (["9901.00001", "--category", "Texts"], "'Texts' is the name of several"),
        (["9913.00001"], "is no arXiv id"),
        (["..."], "names no work"),
    ],
)
def test_wrong_usage_is_exit_code_2(
    arguments: Sequence[str], said: str, own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """What means nothing is told, and nothing is written."""
    before = own.read_bytes()

    outcome = add(capsys, own, *arguments, category="" if "--category" in arguments else "editing")

    assert outcome.code == 2
    assert said in error(outcome)["message"]
    assert own.read_bytes() == before


def test_an_entry_needs_a_category(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a category those there are are named, and nobody is asked."""
    outcome = add(capsys, own, "9901.00001", category="")

    assert outcome.code == 2
    assert "editing, text, words" in error(outcome)["fix"]
    assert arxiv.requests == []


def test_the_bundled_catalog_is_not_added_to(arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """The catalog that an update would write over is refused, with a way to one's own."""
    before = bundled_catalog().read_bytes()

    outcome = call(capsys, "add", "9901.00001", "--category", "editing", "--json")

    assert outcome.code == 2
    assert "awesome-mm init" in error(outcome)["fix"]
    assert "--catalog" in error(outcome)["fix"]
    assert (bundled_catalog().read_bytes(), arxiv.requests) == (before, [])


def test_an_unsound_catalog_is_exit_code_3(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """A catalog that cannot be read is not added to."""
    own.write_text("[catalog]\n", encoding="utf-8")

    assert add(capsys, own, "9901.00001").code == 3


def test_an_unknown_id_is_exit_code_4(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """A paper that arXiv does not have is told, and nothing is written."""
    outcome = add(capsys, own, "9909.00001")

    assert (outcome.code, error(outcome)["code"]) == (4, "no-such-paper")
    assert list(entries(own)) == ["alpha"]


def test_an_unclear_title_is_exit_code_4(own: Path, arxiv: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Where several papers may be meant they are named with their ids, and none is taken."""
    outcome = add(capsys, own, "Granary")

    assert (outcome.code, error(outcome)["code"]) == (4, "no-such-paper")
    assert "9902.00002  Granary: Growing Data from One Image (Ada Example, 2099)" in error(outcome)["message"]
    assert "9903.00003  Granary at Scale" in error(outcome)["message"]
    assert list(entries(own)) == ["alpha"]


@pytest.mark.parametrize("work", ["9901.00001", LUMEN])
@pytest.mark.parametrize(
    "answer", [replies(b"Rate exceeded."), replies(b"", 503), replies(b"", 429, Retry_After="999"), replies(make_feed([]))]
)
def test_a_bad_answer_is_exit_code_5(
    answer: Answer, work: str, own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A throttled or broken answer never means that there is no such paper: nothing is written, and what to do is said."""
    with playing(answer) as server:
        set_up(monkeypatch, server.url)
        outcome = add(capsys, own, work)

    assert (outcome.code, error(outcome)["code"]) == (5, "source-unreachable")
    assert "again later" in error(outcome)["fix"]
    assert list(entries(own)) == ["alpha"]


def test_no_server_is_exit_code_5(own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network a person reads why."""
    set_up(monkeypatch, unused_url())
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    outcome = call(capsys, "add", "9901.00001", "--category", "editing", "--catalog", str(own))

    assert outcome.code == 5
    assert outcome.err.startswith("awesome-mm: arXiv could not be reached")


def test_what_cannot_be_written_is_exit_code_6(
    own: Path, arxiv: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no lock can be had nothing is written."""
    before = own.read_bytes()
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("AWESOME_MM_DATA", str(tmp_path / "file"))

    outcome = add(capsys, own, "9901.00001")

    assert (outcome.code, error(outcome)["code"]) == (6, "write-failed")
    assert own.read_bytes() == before


def test_hostile_texts_of_arxiv_are_harmless(own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Control characters, direction marks, quotes and markup in a record reach neither file nor output as such."""
    title = 'Be\u202eta\u200f: \x85"[bold]" \'\'\' """ \\ end'
    with playing(holds(("9905.00005", title), comment=f"see {title}")) as server:
        set_up(monkeypatch, server.url)
        outcome = call(capsys, "add", "9905.00005", "--category", "editing", "--catalog", str(own), "--format", "table")

    text = own.read_text(encoding="utf-8")
    assert outcome.code == 0
    assert not {"\x85", "\u202e"} & {*text, *outcome.out}
    assert "[bold]" in outcome.out
    assert entries(own)["beta"]["name"] == "Beta"


# ---- Two at once ----


def spawn(own: Path, *works: str) -> list[int]:
    """Return the exit codes of calls that add `works` at the same time."""
    calls = [
        subprocess.Popen(
            [sys.executable, "-m", "awesome_mm", "add", work, "--category", "editing", "--catalog", str(own), "--json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for work in works
    ]
    for process in calls:
        process.communicate(timeout=60)
    return [process.returncode for process in calls]


def test_two_at_once_both_land(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two calls that add different works at once both do."""
    with playing(holds(*PAPERS)) as server:
        set_up(monkeypatch, server.url)
        assert spawn(own, "9902.00002", "9903.00003") == [0, 0]

    assert {"granary", "granary-at-scale"} <= entries(own).keys()


def test_the_same_work_twice_at_once_is_one_entry(own: Path, arxiv: Server) -> None:
    """Of two calls that add the same work at once one does, and the other is told."""
    assert sorted(spawn(own, "9901.00001", LUMEN)) == [0, 1]
    assert list(entries(own)) == ["alpha", "lumen"]
