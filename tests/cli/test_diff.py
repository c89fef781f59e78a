"""`diff` from end to end: what it compares, where that is found, and how it ends."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.catalogs import HEAD, table, write_catalog
from tests.commands import call
from tests.golden import assert_golden
from tests.repositories import commit, git

ENGLISH = """# Awesome

## Sorting

- **Alpha**: [Alpha: Sorting by Looking](https://arxiv.org/abs/2401.00001) [[Code](https://github.com/a/alpha)] looks twice.
- **Beta**: [Beta: Sorting by Counting](https://arxiv.org/abs/2401.00002) counts what is in it.

## Mixing

- **Gamma**: [Gamma: Mixing by Asking](https://arxiv.org/abs/2401.00003) asks people.
- **Delta**: [Delta: Mixing by Chance](https://arxiv.org/abs/2401.00004) throws dice.
"""
CHINESE = """# 列表

## 排序

- **Alpha**：[Alpha: Sorting by Looking](https://arxiv.org/abs/2401.00001) 每张图看两遍。
- **Beta**：[Beta: Sorting by Counting](https://arxiv.org/abs/2401.00002) 数一数图中之物。

## 混合

- **Gamma**：[Gamma: Mixing by Asking](https://arxiv.org/abs/2401.00003) 询问众人。
- **Delta**：[Delta: Mixing by Chance](https://arxiv.org/abs/2401.00004) 掷骰子。
"""
GAMMA = ENGLISH[ENGLISH.index("- **Gamma**") : ENGLISH.index("- **Delta**")]


@pytest.fixture(autouse=True)
def standing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let paths be short."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def put(name: str, text: str | bytes) -> str:
    """Write `text` into the file `name` and return the name."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def compared(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> Any:
    """Return the JSON answer to a comparison that ends with `code`."""
    outcome = call(capsys, "diff", *arguments, "--json")
    assert (outcome.code, outcome.err) == (code, "")
    return json.loads(outcome.out)


def events(answer: Any) -> list[tuple[str, str | None]]:
    """Return event and name of every change but those of mere wording."""
    return [(one["event"], one["name"]) for one in answer["changes"] if one["event"] != "text-changed"]


def refused(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> dict[str, str]:
    """Return the error of a comparison that ends with `code`."""
    outcome = call(capsys, "diff", "--json", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    error: dict[str, str] = json.loads(outcome.err)["error"]
    assert error["fix"]
    return error


def test_a_clean_up_golden(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer is the one that was approved: a link and an entry lost, one renamed, one new, a heading renamed."""
    old = put("old.md", ENGLISH)
    cleaned = ENGLISH.replace(GAMMA, "").replace(" [[Code](https://github.com/a/alpha)]", "").replace("## Sorting", "## Sorting pictures")
    cleaned = cleaned.replace("**Beta**: [Beta: Sorting by Counting]", "**Bravo**: [Bravo: Sorting by Counting Twice]")
    new = put("new.md", cleaned + "- **Epsilon**: [Epsilon: Mixing by Rote](https://arxiv.org/abs/2401.00005) repeats.\n")

    outcome = call(capsys, "diff", old, new, "--json")

    assert outcome.code == 1
    assert_golden("diff.json", outcome.out)
    answer = json.loads(outcome.out)
    assert list(answer)[:4] == ["schema_version", "as_of", "old", "new"]
    assert events(answer) == [
        ("link-lost", "Alpha"),
        ("removed", "Gamma"),
        ("added", "Epsilon"),
        ("renamed", "Bravo"),
        ("renamed", "Bravo"),
        ("section-renamed", "Sorting"),
    ]
    assert answer["lost"] == 2


def test_nothing_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """Entries that moved, sections in another order and links in another form are no loss."""
    old = put("old.md", ENGLISH)
    head, sorting, mixing = ENGLISH.partition("## Sorting")[0], *ENGLISH.partition("# Awesome\n\n")[2].split("## Mixing")
    new = put(
        "new.md",
        (head + "## Mixing" + mixing.replace(GAMMA, "") + "\n" + sorting + GAMMA).replace("https://arxiv.org/abs", "http://arxiv.org/pdf"),
    )

    answer = compared(capsys, 0, old, new)

    assert (events(answer), answer["lost"]) == ([("moved", "Gamma")], 0)
    assert compared(capsys, 0, old, old)["changes"] == []


def test_a_translation_that_was_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of two languages is one list, and an entry that one of them lacks now has lost its translation, nothing else."""
    put("old/README.md", ENGLISH)
    put("old/README_zh.md", CHINESE)
    shutil.copytree("old", "new")
    line = next(line for line in CHINESE.splitlines() if "Gamma" in line)
    put("new/README_zh.md", CHINESE.replace(f"{line}\n", ""))

    answer = compared(capsys, 1, "old", "new")

    assert [(one["event"], one["name"], one["field"]) for one in answer["changes"]] == [("translation-lost", "Gamma", "account.zh")]
    assert compared(capsys, 1, "old", "new/README.md")["counts"]["translation-lost"] >= 4


def test_catalogs(capsys: pytest.CaptureFixture[str]) -> None:
    """Two catalogs, a file and a folder, are compared by their ids."""
    old = write_catalog(Path("old.toml"), table("alpha", more='links.code = ["https://example.org/code"]'), table("beta"))
    Path("new").mkdir()
    write_catalog(Path("new/catalog.toml"), table("alpha"))
    put("new/README.md", ENGLISH)  # a rendered list beside the catalog says nothing
    put("new/beta.jsonl", '{"method": {"beta": {"name": "Brook", "title": "Beta: A Method for Making Data", "categories": ["editing"]}}}\n')

    answer = compared(capsys, 1, old, "new")

    assert [(one["event"], one["entry"], one["field"]) for one in answer["changes"]] == [
        ("link-lost", "alpha", "links.code"),
        ("text-lost", "beta", "summary.en"),
        ("text-lost", "beta", "summary.zh"),
        ("renamed", "beta", "name"),
    ]
    assert (answer["as_of"], answer["new"]["form"]) == ("2026-01-02", "catalog")


def test_a_list_and_its_catalog(capsys: pytest.CaptureFixture[str]) -> None:
    """A list and the catalog that was imported from it say the same."""
    put("list/README.md", ENGLISH)
    put("list/README_zh.md", CHINESE)
    assert call(capsys, "import", "list/README.md", "list/README_zh.md", "--into", "own.toml").code == 0

    assert compared(capsys, 0, "list", "own.toml")["changes"] == []
    assert compared(capsys, 0, "own.toml", "list")["changes"] == []


def test_revisions(capsys: pytest.CaptureFixture[str]) -> None:
    """A revision alone stands for the other one's path, REV:PATH for a path from here or from the top; a path that is there goes first."""
    place = Path("repository")
    commit(place, {"docs/README.md": ENGLISH, "docs/README_zh.md": CHINESE})
    git(place, "tag", "v1")
    commit(place, {"docs/README.md": ENGLISH.replace(GAMMA, ""), "docs/README_zh.md": None})

    calls = [
        ("v1", "repository/docs/README.md"),
        ("v1:repository/docs/README.md", "HEAD"),
        ("v1", "HEAD", "--catalog", "repository/docs/README.md"),
    ]
    with pytest.MonkeyPatch.context() as patch:
        for arguments in calls:
            assert events(compared(capsys, 1, *arguments)) == [("removed", "Gamma")], arguments
        assert compared(capsys, 1, "v1", "repository/docs")["counts"]["translation-lost"] >= 3
        patch.chdir(place / "docs")
        for arguments in [("v1", "README.md"), ("v1:README.md", "HEAD:docs/README.md"), ("HEAD~1:./README.md", "HEAD")]:
            assert events(compared(capsys, 1, *arguments)) == [("removed", "Gamma")], arguments
        put("v1", ENGLISH)
        assert compared(capsys, 0, "v1", "v1:README.md")["changes"] == []


def test_catalogs_at_revisions(capsys: pytest.CaptureFixture[str]) -> None:
    """A catalog, file or folder, is read as it was; an unsound one is the catalog's own error, which names the revision."""
    place = Path("repository")
    files: dict[str, str | bytes | None] = {"c/catalog.toml": HEAD, "c/alpha.toml": table("alpha"), "one.toml": HEAD + table("alpha")}
    commit(place, {**files, "bad/catalog.toml": HEAD + table("alpha", more="colour = 1")})
    commit(place, {"c/alpha.toml": table("beta"), "one.toml": HEAD + table("beta"), "bad/catalog.toml": HEAD})

    assert [one["event"] for one in compared(capsys, 1, "HEAD~1", "repository/c")["changes"]] == ["removed", "added"]
    assert [one["event"] for one in compared(capsys, 1, "HEAD~1", "repository/one.toml")["changes"]] == ["removed", "added"]
    error = refused(capsys, 3, "HEAD~1:repository/bad", "repository/one.toml")
    assert error["code"] == "catalog-invalid"
    assert error["message"].startswith("HEAD~1:repository/bad/catalog.toml:")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nope", "a.md"), "nope: there is no such path, and no such revision."),
        (("a.md", "nope:a.md"), "nope: there is no such revision."),
        (("HEAD:nope.md", "a.md"), "HEAD:nope.md: nope.md was not there at HEAD."),
        (("HEAD", "HEAD"), "HEAD: a revision of what?"),
        (("a.md", "a.md", "--catalog", "a.md"), "--catalog a.md says nothing here"),
        (("HEAD", "a.md", "--catalog", "b.md"), "--catalog b.md says nothing here"),
        (("", "a.md"), "A path is empty."),
        (("https://example.org/a.md", "a.md"), "addresses are not compared"),
        (("empty.md", "a.md"), "the file is empty"),
        (("prose.md", "a.md"), "no entry was found"),
        (("hollow", "a.md"), "holds no catalog and no list"),
        (("a.md", "binary.md"), "not a text file"),
        (("--", "-x", "a.md"), "-x: there is no such path, and no such revision."),
        (("--", "--output=made:a.md", "a.md"), "--output=made: there is no such revision."),
        (("ids.txt", "a.md"), "arXiv ids alone are not compared"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be found or compared is named, with what would do."""
    commit(Path(), {"a.md": ENGLISH, "empty.md": "", "prose.md": "Words.\n", "binary.md": b"\0\1", "ids.txt": "2401.00001\n2401.00002\n"})
    Path("hollow").mkdir()

    error = refused(capsys, 2, *arguments)

    assert message in error["message"]
    assert not Path("made").exists()


def test_no_repository(capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a repository a name that is no path is explained."""
    put("a.md", ENGLISH)

    assert "lies in no git repository" in refused(capsys, 2, "main", "a.md")["message"]


def test_a_catalog_that_is_unsound(capsys: pytest.CaptureFixture[str]) -> None:
    """An unsound catalog ends with its own error and code."""
    assert refused(capsys, 3, put("bad.toml", "[catalog]\n"), "bad.toml")["code"] == "catalog-invalid"


@pytest.mark.parametrize("width", ["40", "80", "160"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_for_people(width: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The table says how much changed, then what was lost, in either language and at any width; control characters never pass."""
    monkeypatch.setenv("COLUMNS", width)
    put("old.md", ENGLISH)
    put("new.md", ENGLISH.replace(GAMMA, "").replace("Beta: Sorting", "Beta\x1b[31m\u202e: Ordering"))

    outcome = call(capsys, "diff", "old.md", "new.md", "--format", "table", "--lang", language)

    assert outcome.code == 1
    assert {"en": "Lost", "zh": "丢失"}[language] in outcome.out
    assert "4 → 3" in outcome.out
    assert "Gamma" in outcome.out
    assert not {"\x1b", "\u202e"} & set(outcome.out)
    assert all(len(line) <= int(width) for line in outcome.out.splitlines())


def test_one_line_where_nothing_differs(capsys: pytest.CaptureFixture[str]) -> None:
    """Equal versions are said to be equal, and rows are none."""
    put("a.md", ENGLISH)

    assert "Nothing differs." in call(capsys, "diff", "a.md", "a.md", "--format", "table").out
    assert call(capsys, "diff", "a.md", "a.md", "--format", "jsonl").out == ""


def test_rows(capsys: pytest.CaptureFixture[str]) -> None:
    """As rows there is one for each change, losses first."""
    put("old.md", ENGLISH)
    put("new.md", ENGLISH.replace(GAMMA, ""))

    lines = call(capsys, "diff", "old.md", "new.md", "--format", "tsv").out.splitlines()

    assert lines[0].split("\t")[:4] == ["event", "lost", "entry", "name"]
    assert lines[1].split("\t")[:4] == ["removed", "true", "gamma", "Gamma"]
