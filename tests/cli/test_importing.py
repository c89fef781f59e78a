"""`import` from end to end: what it reads, what it writes, and how it ends."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.store.catalog_file import load_catalog
from tests.cli.catalogs import table, write_catalog
from tests.cli.readers import reference
from tests.commands import Outcome, call
from tests.loopback import knows, playing, replies, unused_url

TWO = reference("alpha", "Alpha: Sorting by Looking", "2401.00001") + reference("beta", "Beta: Sorting by Counting", "2401.00002")
THREE = reference("gamma", "Gamma: Sorting by Asking", "2401.00003")


@pytest.fixture(autouse=True)
def standing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let paths be short."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def put(name: str, text: str) -> str:
    """Write `text` into the file `name` and return the name."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def imported(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Return the JSON answer to an import that succeeds."""
    outcome = call(capsys, "import", *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


def refused(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> dict[str, str]:
    """Return the error of an import that ends with `code`."""
    outcome = call(capsys, "import", *arguments, "--json")
    assert (outcome.code, outcome.out) == (code, "")
    error: dict[str, str] = json.loads(outcome.err)["error"]
    return error


def test_a_look(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a place to go the entries are shown, and nothing is written."""
    found = imported(capsys, put("a.bib", TWO))

    assert list(found)[:2] == ["schema_version", "as_of"]
    assert (len(found["added"]), found["merged"], found["written"]) == (2, [], [])
    assert [entry["links"]["arxiv"] for entry in found["entries"]] == [["2401.00001"], ["2401.00002"]]
    assert os.listdir() == ["a.bib"]  # noqa: PTH208 - the folder we stand in


def test_entries_as_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """`--format jsonl` gives an entry a line."""
    outcome = call(capsys, "import", put("a.bib", TWO), "--format", "jsonl")

    assert [json.loads(line)["title"][:5] for line in outcome.out.splitlines()] == ["Alpha", "Beta:"]


@pytest.mark.parametrize("form", ["new.toml", "new.jsonl", "new/"])
def test_a_new_catalog_that_grows(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A first import makes a catalog, a second adds what is new, and a third writes nothing."""
    first = imported(capsys, put("a.bib", TWO), "--into", form)
    second = imported(capsys, put("b.bib", TWO + THREE), "--into", form)
    state = {path: path.stat().st_mtime_ns for path in Path().rglob("*")}
    third = imported(capsys, "b.bib", "--into", form)

    assert [len(found["added"]) for found in (first, second, third)] == [2, 1, 0]
    assert len(second["merged"]) == 2
    assert (third["written"], third["differences"], third["placements"]) == ([], [], [])
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*")} == state
    assert len(load_catalog(Path(form)).entries) == 3
    assert all(entry.added for entry in load_catalog(Path(form)).entries)


def test_a_trial_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """`--dry-run` says what would come, into a new catalog or an old one."""
    assert len(imported(capsys, put("a.bib", TWO), "--into", "new.toml", "--dry-run")["added"]) == 2
    assert not Path("new.toml").exists()


def test_what_the_catalog_says_stays(capsys: pytest.CaptureFixture[str]) -> None:
    """A title that the list has otherwise is shown; it is taken only when it is asked for."""
    own = write_catalog(Path("own.toml"), table("alpha", more='links.arxiv = ["2401.00001"]'))
    before = Path(own).read_bytes()
    put("a.bib", reference("alpha", "Alpha: Sorting by Looking", "2401.00001"))

    shown = imported(capsys, "a.bib", "--into", own, "--dry-run")
    assert [(one["field"], one["new"], one["taken"]) for one in shown["differences"] if one["field"] == "title"] == [
        ("title", "Alpha: Sorting by Looking", False)
    ]
    imported(capsys, "a.bib", "--into", own)
    assert b"A Method for Making Data" in Path(own).read_bytes()
    taken = imported(capsys, "a.bib", "--into", own, "--take", "title,authors")

    assert taken["written"] == [own]
    [entry] = load_catalog(Path(own)).entries
    assert (entry.title, entry.authors, entry.published) == ("Alpha: Sorting by Looking", ("Ada Lovelace",), None)
    assert Path(own).read_bytes().startswith(before.partition(b"[method.alpha]")[0].rstrip(b"\n"))


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads what comes in, whatever it is."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TWO.encode())))

    assert len(imported(capsys, "-")["added"]) == 2


ITEMS = json.dumps([{"type": "book", "title": "Brook: A Dataset", "issued": {"date-parts": [[2024, 3]]}, "DOI": "10.1000/x"}, {"id": "b"}])


def test_csl_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Items come in from a file and from standard input alike; what has no title is named."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ITEMS.encode())))

    by_file = imported(capsys, put("a.json", ITEMS), "--into", "new.toml")
    by_pipe = imported(capsys, "-", "--into", "new.toml")

    [entry] = load_catalog(Path("new.toml")).entries
    assert (entry.id, entry.kind.value, entry.published, entry.links.doi) == ("brook", "dataset", "2024-03", ("10.1000/x",))
    assert (by_file["added"], by_pipe["added"], by_pipe["merged"]) == (["brook"], [], ["brook"])
    assert [one["text"] for one in by_file["skipped"]] == ['{"id": "b"}']


def test_a_bibliography_with_faults(capsys: pytest.CaptureFixture[str]) -> None:
    """A date that is none and an entry that is not closed stop nothing; the latter is named with its line."""
    put("a.bib", "@article{a, title={Tarn}, journal={Pond}, date={n.d.}}\n@misc{b, title={open\n" + TWO)

    outcome = call(capsys, "import", "a.bib", "--into", "new.toml", "--lang", "zh")

    assert (outcome.code, len(load_catalog(Path("new.toml")).entries)) == (0, 3)
    assert "a.bib:2" in outcome.err
    assert "@misc{b, title={open" in outcome.err


def test_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    """A document on the web is read like a file."""
    with playing(replies(TWO.encode())) as server:
        assert len(imported(capsys, server.url)["added"]) == 2


def test_a_server_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """An address that does not answer ends with 5."""
    assert refused(capsys, 5, unused_url())["code"] == "source-unreachable"


def test_several_files_become_one_draft(capsys: pytest.CaptureFixture[str]) -> None:
    """What two files both have comes in once."""
    assert len(imported(capsys, put("a.bib", TWO), put("b.bib", TWO + THREE))["added"]) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\x89PNG\0\0", "not a text file"),
        (b"Sorters\n=======\n\n.. note:: x\n\n* `A <https://a.b>`_\n", "reStructuredText"),
        (b"<html></html>", "web page"),
        (b"[catalog]\nschema = 1\n", "catalog already"),
        (b"# A list\n\n## Methods\n\n- more to come\n", "no entry was found"),
        (b"@misc{b, title={open", "a:1: a brace or a quotation mark is not closed"),
    ],
)
def test_what_cannot_be_imported(content: bytes, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said what the file is, and what to do, with exit code 2."""
    Path("a").write_bytes(content)

    error = refused(capsys, 2, "a")

    assert said in error["message"]
    assert error["fix"]


def test_paths_that_lead_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, and a file that is not there, are wrong usage."""
    assert "is a folder" in refused(capsys, 2, ".")["message"]
    assert "no such file" in refused(capsys, 2, "nowhere.md")["message"]


def test_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Fields that are none, fields without a catalog, and a form that no catalog has."""
    put("a.bib", TWO)

    assert "title" in refused(capsys, 2, "a.bib", "--into", "x.toml", "--take", "titel")["fix"]
    assert "--into" in refused(capsys, 2, "a.bib", "--take", "title")["fix"]
    assert ".jsonl" in refused(capsys, 2, "a.bib", "--into", "x.md")["message"]
    assert "--into" in refused(capsys, 2, "a.bib", "--into", "x.toml", "--catalog", "y.toml")["message"]


def test_a_catalog_that_is_unsound(capsys: pytest.CaptureFixture[str]) -> None:
    """A catalog with faults takes nothing in: exit code 3, with its faults."""
    own = put("own.toml", "[catalog]\nschema = 1\n")

    assert refused(capsys, 3, put("a.bib", TWO), "--into", own)["code"] == "catalog-invalid"


def test_a_catalog_that_cannot_take_it(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is written inline cannot be added to by lines: exit code 6, and nothing is written."""
    inline = '{ name = "Z", title = "Z", categories = ["editing"] }'
    own = write_catalog(Path("own.toml"))
    Path(own).write_text(f"method = {{ zeta = {inline} }}\n" + Path(own).read_text())
    before = Path(own).read_text()

    assert refused(capsys, 6, put("a.bib", TWO), "--into", own)["code"] == "write-failed"
    assert Path(own).read_text() == before


def test_arxiv_ids(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids are asked for as by `refresh`; what arXiv does not have is skipped, with its line."""
    with playing(knows(id_2401_00001="A Title: Of Sorting")) as server:
        monkeypatch.setenv("AWESOME_MM_ARXIV_URL", server.url)
        monkeypatch.setenv("AWESOME_MM_ARXIV_DELAY", "0")
        found = imported(capsys, put("ids", "2401.00001v2 # first\narXiv:2401.00009\nwrong\n"), "--into", "new.toml")

    assert sorted((one["path"], one["line"], one["text"]) for one in found["skipped"]) == [("ids", 2, "2401.00009"), ("ids", 3, "wrong")]
    [entry] = load_catalog(Path("new.toml")).entries
    assert (entry.title, entry.links.arxiv) == ("A Title: Of Sorting", ("2401.00001",))
    assert entry.arxiv is not None


def test_arxiv_that_does_not_answer(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be asked for is named, the call ends with 5, and no catalog of nothing is made."""
    monkeypatch.setenv("AWESOME_MM_ARXIV_URL", unused_url())
    monkeypatch.setenv("AWESOME_MM_ARXIV_DELAY", "0")

    outcome: Outcome = call(capsys, "import", put("ids", "2401.00001\n"), "--into", "new.toml", "--json")

    assert outcome.code == 5
    assert not Path("new.toml").exists()
    assert [one["text"] for one in json.loads(outcome.out)["skipped"]] == ["2401.00001"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_for_people(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Sections with their works, differences and what comes next stand in a table, in both languages."""
    own = write_catalog(Path("own.toml"), table("alpha", more='links.arxiv = ["2401.00001"]'))

    outcome = call(capsys, "import", put("a.bib", TWO), "--into", own, "--dry-run", "--format", "table", "--lang", language)

    assert outcome.code == 0
    assert "Alpha: Sorting by Looking" in outcome.out
    assert ("试运行" in outcome.out) == (language == "zh")


def test_markdown_in_two_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """Two files of a list are one list."""
    pytest.importorskip("awesome_mm.exchange.awesome_list")
    line = "- [Alpha: Sorting by Looking](https://arxiv.org/abs/2401.00001) {}\n"

    english = put("a.md", f"# Sorters\n\n## Fast\n\n{line.format('sorts.')}")
    chinese = put("b.md", f"# 排序\n\n## 快\n\n{line.format('排序。')}")

    found = imported(capsys, english, chinese)

    assert len(found["added"]) == 1


def test_the_other_language_later(capsys: pytest.CaptureFixture[str]) -> None:
    """A list in one language, imported into the catalog of the other, adds its titles and texts where they are asked for."""
    put("en.md", "# Sorters\n\n## Methods\n\n- [Alpha: Sorting](https://arxiv.org/abs/2401.00001) by *looking*.\n")
    put("zh.md", "# 排序\n\n## 方法\n\n- [Alpha: Sorting](https://arxiv.org/abs/2401.00001)：看一看就排好。\n")
    imported(capsys, "en.md", "--into", "new.toml")

    shown = imported(capsys, "zh.md", "--into", "new.toml")
    taken = imported(capsys, "zh.md", "--into", "new.toml", "--take", "categories,account")

    assert shown["written"] == []
    assert shown["titles"] == [{"category": "methods", "title": {"en": "Methods", "zh": "方法"}, "taken": False}]
    assert taken["written"] == ["new.toml"]
    catalog = load_catalog(Path("new.toml"))
    assert {one: category.title.both for one, category in catalog.vocabularies.category.items()} == {"methods": ("Methods", "方法")}
    assert catalog.entries[0].account is not None
    assert "看一看" in (catalog.entries[0].account.zh or "")
