"""``awesome-mm lint`` as a user calls it: what is found and where, what is repaired, what is left out, and every exit code."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.commands import Outcome, call
from tests.golden import assert_golden
from tests.repositories import commit

ENGLISH = """\
# A list

- [Editing](#edits)

## Statistics

- Editing (5): works that edit

## Editing

- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Code]() makes 500K samples
- [Beta: Filtering Data](https://arxiv.org/abs/2402.00002v3)
- **RefEdit** [(arXiv)](https://arxiv.org/abs/2506.03481)
  - **Publication**: arXiv February 2025
"""
CHINESE = """\
# 列表

## 编辑

- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)：合成40万样本，超越基线**+9.3%**
- [Beta: Filtering Data](https://arxiv.org/abs/2402.00002)：过滤
"""
SOUND = (
    "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n- [Beta: Filtering Data](https://arxiv.org/abs/2402.00002)\n"
)


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    """Write a file here and return its name."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def findings(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the findings of an answer in JSON."""
    found: list[dict[str, Any]] = json.loads(outcome.out)["findings"]
    return found


def lint(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, int, str]]:
    """Return path, line and code of what is found."""
    return [(one["path"], one["line"], one["code"]) for one in findings(call(capsys, "lint", *arguments, "--format", "json"))]


def test_a_list_in_two_languages_golden(capsys: pytest.CaptureFixture[str]) -> None:
    """Every fault of a list is found with its place, what is there and what would do; the exit code is 1."""
    outcome = call(capsys, "lint", write("README.md", ENGLISH), write("README_zh.md", CHINESE), "--format", "json")

    assert outcome.code == 1
    assert_golden("lint.json", outcome.out)


def test_a_sound_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is wrong nothing is found, and the exit code is 0."""
    outcome = call(capsys, "lint", write("README.md", SOUND), "--format", "table")

    assert (outcome.code, outcome.err) == (0, "")
    assert "Nothing was found." in outcome.out


def test_the_bundled_catalog_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a path the catalog in use is checked; the one that comes with the package is sound."""
    outcome = call(capsys, "lint", "--format", "json")

    assert (outcome.code, findings(outcome)) == (0, [])


def test_a_catalog_is_told_by_the_line_of_the_key(capsys: pytest.CaptureFixture[str]) -> None:
    """A finding in a catalog has the file, the line of its key, the entry and the field."""
    path = write_catalog(Path("catalog.toml"), table("alpha", more='published = "2025-02"\nlinks.arxiv = ["2505.00275"]'))

    (found,) = findings(call(capsys, "lint", path, "--format", "json"))

    line = Path(path).read_text(encoding="utf-8").split("\n").index('published = "2025-02"') + 1
    assert (found["code"], found["path"], found["line"]) == ("date-against-id", path, line)
    assert (found["entry"], found["field"]) == ("alpha", "published")


def test_an_invalid_catalog_has_all_its_faults_as_findings(capsys: pytest.CaptureFixture[str]) -> None:
    """What keeps a catalog from being read is found like all else, each fault on its line."""
    path = write_catalog(Path("catalog.toml"), table("alpha", more='needs = ["gpu"]\nrelations = [{ kind = "uses", to = "nobody" }]'))

    found = findings(call(capsys, "lint", path, "--format", "json"))

    assert [(one["code"], one["field"]) for one in found] == [("catalog-invalid", "needs.0"), ("catalog-invalid", "relations.0.to")]
    assert all(one["line"] for one in found)


def test_a_catalog_that_is_no_toml(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be parsed is a finding with the line where it breaks off."""
    assert lint(capsys, write("catalog.toml", "[catalog]\nschema = \n")) == [("catalog.toml", 2, "catalog-invalid")]


def test_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a folder its catalog is checked, or where it holds none the lists that stand in it."""
    Path("lists").mkdir()
    write("lists/README.md", ENGLISH)

    assert {path for path, _, _ in lint(capsys, "lists")} == {"lists/README.md"}


def test_annotations_for_github(capsys: pytest.CaptureFixture[str]) -> None:
    """With --format github each finding is an annotation of its line, and nothing in it ends the command early."""
    name = write("README.md", SOUND.replace("Beta: Filtering Data", "Beta: 100% 假,数据").replace("2402.00002)", "2402.00002) [a%0Ab]()"))

    outcome = call(capsys, "lint", name, "--format", "github", "--select", "link-empty")

    (annotation,) = outcome.out.splitlines()
    assert annotation.startswith("::warning file=README.md,line=4,title=link-empty::[a%250Ab]() leads nowhere. Give the address, ")


def test_select_and_ignore_take_codes_and_groups(capsys: pytest.CaptureFixture[str]) -> None:
    """--select leaves only what it names, --ignore takes away; a check that is off runs when it is named."""
    name = write("README.md", ENGLISH)

    assert {code for _, _, code in lint(capsys, name, "--select", "arithmetic,link-empty")} == {"count-wrong", "link-empty"}
    assert "link-empty" not in {code for _, _, code in lint(capsys, name, "--select", "links", "--ignore", "link-empty")}


def test_an_unknown_code(capsys: pytest.CaptureFixture[str]) -> None:
    """A code that there is not is wrong usage, and near ones are named."""
    outcome = call(capsys, "lint", write("README.md", SOUND), "--select", "anchor-brokn")

    assert outcome.code == 2
    assert "anchor-broken" in outcome.err


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    """--explain prints what a check finds, why, and both examples; all names every check."""
    one = call(capsys, "lint", "--explain", "sum-wrong", "--format", "table")
    every = json.loads(call(capsys, "lint", "--explain", "all", "--format", "json").out)

    assert (one.code, one.err) == (0, "")
    assert "Unsound" in one.out
    assert "4.7M" in one.out
    assert "sum-wrong" in [check["code"] for check in every["checks"]]


@pytest.mark.parametrize(
    ("suppression", "left"),
    [
        ("<!-- awesome-mm: ignore link-empty: announced for next week -->\n", []),
        ("<!-- awesome-mm: ignore-file link-empty: nothing is released yet -->\n\n\n", []),
        ("<!-- awesome-mm: ignore link-empty -->\n", ["ignore-unexplained", "link-empty"]),
        ("<!-- awesome-mm: ignore link-emty: a reason -->\n", ["ignore-unexplained", "link-empty"]),
        ("<!-- awesome-mm: ignore anchor-broken, sum-wrong: a reason -->\n", ["ignore-unused", "link-empty"]),
    ],
)
def test_suppressions(suppression: str, left: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A comment above a line suppresses what it names and explains, and nothing else; one that is of no use is found."""
    name = write("README.md", f"## Methods\n\n{suppression}- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Code]()\n")

    assert sorted(code for _, _, code in lint(capsys, name)) == left


def test_a_suppression_in_a_catalog_is_for_the_entry_below(capsys: pytest.CaptureFixture[str]) -> None:
    """Above the header of an entry a comment holds for all of the entry, and for no other."""
    more = 'published = "2025-02"\nlinks.arxiv = ["2505.00275"]'
    path = Path(write_catalog(Path("catalog.toml"), table("alpha", more=more), table("beta", more=more.replace("00275", "00276"))))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("[method.beta]", "# awesome-mm: ignore date-against-id: as its page says\n[method.beta]"), encoding="utf-8"
    )

    assert [one["entry"] for one in findings(call(capsys, "lint", str(path), "--format", "json"))] == ["alpha"]


def test_fix_repairs_what_is_mechanical_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    """Repairs change what they must in place: a mark of byte order, carriage returns and all other bytes stay."""
    before = (
        "\ufeff# A list\r\n\r\n- [Editing](#editing-)\r\n\r\n## Editing!\r\n\r\n"
        "- [Alpha](https://arxiv.org/pdf/2501.01234) and [more](https://arxiv.org/pdf/2501.01234.pdf)\r\n"
        "- [Beta: Filtering Data](https://arxiv.org/abs/2402.00002v3) [Code](hhttps://github.com/example/beta) [Data]()\r\n"
        "\r\nThere are <!-- awesome-mm: count Editing! -->7<!-- /awesome-mm --> of them.\r\n"
    )
    Path("README.md").write_bytes(before.encode())

    outcome = call(capsys, "lint", "README.md", "--fix", "--format", "json")

    after = Path("README.md").read_bytes().decode()
    assert [one["code"] for one in findings(outcome)] == ["link-empty"]
    assert len(json.loads(outcome.out)["repaired"]) == 6
    assert after == (
        before.replace("#editing-", "#editing")
        .replace("https://arxiv.org/pdf/2501.01234.pdf", "https://arxiv.org/abs/2501.01234")
        .replace("https://arxiv.org/pdf/2501.01234", "https://arxiv.org/abs/2501.01234")
        .replace("2402.00002v3", "2402.00002")
        .replace("hhttps", "https")
        .replace("-->7<", "-->2<")
    )


def test_fix_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A second --fix finds nothing to repair and leaves the file as it is."""
    write("README.md", ENGLISH)
    call(capsys, "lint", "README.md", "--fix")
    once = Path("README.md").read_bytes()

    again = call(capsys, "lint", "README.md", "--fix", "--format", "json")

    assert Path("README.md").read_bytes() == once
    assert json.loads(again.out)["repaired"] == []


def test_fix_puts_the_order_of_a_category_right(capsys: pytest.CaptureFixture[str]) -> None:
    """In a catalog the order of a category is completed, and no other line changes."""
    path = Path(write_catalog(Path("catalog.toml"), table("alpha"), table("beta")))
    before = (
        path.read_text(encoding="utf-8")
        .replace("图像编辑", '图像编辑" }\norder = ["beta", "gone"] # by hand\naliases = ["x')
        .replace('["x" }', '["x"]')
    )
    path.write_text(before.replace('"gone"', '"beta"'), encoding="utf-8")

    outcome = call(capsys, "lint", str(path), "--fix", "--format", "json")

    assert (outcome.code, findings(outcome)) == (0, [])
    assert path.read_text(encoding="utf-8") == before.replace('"beta", "gone"', '"beta", "alpha"')


def test_fix_marks_translations(capsys: pytest.CaptureFixture[str]) -> None:
    """Translations are marked with the text they are of when that is asked for; a text that changes then is found."""
    path = Path(write_catalog(Path("catalog.toml"), table("alpha")))
    call(capsys, "lint", str(path), "--select", "translation-unmarked", "--fix")
    clean = lint(capsys, str(path))

    path.write_text(path.read_text(encoding="utf-8").replace("Makes data.", "Makes other data."), encoding="utf-8")

    assert clean == []
    assert [code for _, _, code in lint(capsys, str(path))] == ["translation-older"]


def test_since_reports_only_what_a_change_brought(capsys: pytest.CaptureFixture[str]) -> None:
    """What was found at the revision is left out, though its line is another now; what is new is found."""
    commit(Path(), {"README.md": ENGLISH, "catalog.toml": ""})
    write("README.md", ENGLISH.replace("# A list\n", "# A list\n\nMore is said.\n").replace("Filtering Data]", "Filtering Data, [Page](),"))

    assert lint(capsys, "README.md", "--since", "HEAD", "--select", "link-empty") == [("README.md", 14, "link-empty")]


def test_since_an_unknown_revision(capsys: pytest.CaptureFixture[str]) -> None:
    """A revision that there is not is wrong usage."""
    commit(Path(), {"README.md": SOUND})

    outcome = call(capsys, "lint", "README.md", "--since", "--output=x")

    assert outcome.code == 2
    assert not Path("x").exists()


def test_since_a_catalog(capsys: pytest.CaptureFixture[str]) -> None:
    """Catalogs are compared with what they were, too."""
    more = 'published = "2025-02"\nlinks.arxiv = ["2505.0027{}"]'
    path = write_catalog(Path("catalog.toml"), table("alpha", more=more.format(5)))
    commit(Path(), {"README.md": SOUND})
    write_catalog(Path("catalog.toml"), table("alpha", more=more.format(5)), table("beta", more=more.format(6)))

    assert [one["entry"] for one in findings(call(capsys, "lint", path, "--since", "HEAD", "--format", "json"))] == ["beta"]


def test_a_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    """What an earlier answer holds is left out, as often as it was there."""
    write("README.md", ENGLISH)
    known = call(capsys, "lint", "README.md", "--format", "json").out
    write("known.json", known)
    before = lint(capsys, "README.md", "--baseline", "known.json")

    write("README.md", ENGLISH + "- [Gamma: Scoring Data](https://arxiv.org/abs/2403.00003) [Code]()\n")

    assert before == []
    assert [code for _, _, code in lint(capsys, "README.md", "--baseline", "known.json", "--select", "link-empty")] == ["link-empty"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.md",), "there is no such file"),
        (("README.md", "--baseline", "README.md"), "is no answer of lint"),
        (("README.md", "--baseline", "x.json", "--since", "HEAD"), "both say what was known"),
        (("-", "--fix"), "cannot repair standard input"),
        (("README.md", "--since", ""), "the revision is empty"),
        (("README.md", "--catalog", "x.toml"), "says nothing here"),
        (("README.md", "--max-age", "soon"), "is not a duration"),
        (("refs.bib",), "is no list in Markdown"),
        (("README.md", "--format", "yaml"), "github"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be done is said in a sentence, with exit code 2."""
    write("README.md", SOUND)
    write("refs.bib", "@article{a, title = {A}}\n")

    outcome = call(capsys, "lint", *arguments)

    assert outcome.code == 2
    assert said in outcome.err


def test_control_characters_stay_out(capsys: pytest.CaptureFixture[str]) -> None:
    """What a hostile list holds reaches a terminal without anything that moves its cursor."""
    name = write(
        "README.md", "## M\n\n- [Alpha](https://arxiv.org/abs/2501.01234) [\x1b[2Jcode\u202e]() [b](#\x1b]0;x\x07) [c](htp://\x1bx.org/a)\n"
    )

    for form in ("table", "tsv", "github", "json"):
        outcome = call(capsys, "lint", name, "--format", form)
        assert not set(outcome.out + outcome.err) & {"\x1b", "\x07", "\u202e"}


def test_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """Messages and remedies are told in the language asked for."""
    outcome = call(capsys, "lint", write("README.md", ENGLISH), "--lang", "zh", "--format", "table")

    assert "没有指向任何地址" in outcome.out
    assert "leads nowhere" not in outcome.out


def test_a_file_beside_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    """In a repository a link to a file that is not there is found; outside of one nothing is known of files."""
    name = write("README.md", f"See [one](docs/one.md), [two](docs/two.md#x) and [out](../../etc/passwd).\n\n{SOUND}")
    outside = lint(capsys, name)

    commit(Path(), {"docs/one.md": "One.\n"})

    assert outside == []
    assert lint(capsys, name) == [("README.md", 1, "file-missing")]


def test_a_repository_with_a_list_and_a_catalog(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a folder with other files in TOML each catalog is checked, and the lists that stand in it; each fault has its own file."""
    Path("data").mkdir()
    write("pyproject.toml", '[project]\nname = "x"\n[tool.ruff]\nline-length = 1\n')
    write("README.md", ENGLISH)
    more = 'published = "2025-02"\nlinks.arxiv = ["2505.00275"]'
    write_catalog(Path("data/a.toml"), table("alpha", more=more))
    write_catalog(Path("data/b.toml"), table("alpha", more=more))

    found = lint(capsys, ".", "--select", "date-against-id,link-empty")

    assert [(path, code) for path, _, code in found] == [
        ("README.md", "link-empty"),
        ("README.md", "date-against-id"),
        ("data/a.toml", "date-against-id"),
        ("data/b.toml", "date-against-id"),
    ]


def test_a_folder_that_is_a_catalog(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder whose files are all of one catalog is that catalog, and a fault is told with its file."""
    Path("papers").mkdir()
    write_catalog(Path("papers/catalog.toml"))
    write("papers/alpha.toml", table("alpha", more='published = "2025-02"\nlinks.arxiv = ["2505.00275"]'))

    assert lint(capsys, "papers") == [("papers/alpha.toml", 7, "date-against-id")]


def test_a_heading_of_another_file(capsys: pytest.CaptureFixture[str]) -> None:
    """A link to a heading of another file is checked where that file is checked, too."""
    write("README.md", f"[one](more.md#methods) [two](more.md#gone) [three](unread.md#x)\n\n{SOUND}")
    write("more.md", SOUND.replace("2501.01234", "2503.01234").replace("Alpha", "Other"))

    assert lint(capsys, "README.md", "more.md") == [("README.md", 1, "anchor-broken")]


def test_texts_that_say_the_same_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """In a bilingual catalog a text that was copied into the other language is found, in entries and in categories."""
    path = Path(write_catalog(Path("catalog.toml"), table("alpha"), table("beta")))
    text = path.read_text(encoding="utf-8").replace(
        'en = "Makes data.", zh = "生成数据。"', 'en = "Makes all of it.", zh = "Makes all of it."', 1
    )
    path.write_text(text.replace('title = { en = "Image editing", zh = "图像编辑" }', 'title = "A few of the others"'), encoding="utf-8")

    assert [code for _, _, code in lint(capsys, str(path))] == ["translation-missing", "translation-missing"]


def test_a_venue_that_is_over_before_the_date(capsys: pytest.CaptureFixture[str]) -> None:
    """Without an id the date tells that a venue's year is wrong; a year alone is wrong where it is over for years."""
    late = table("alpha", more='published = "2025-03"\nvenue = { name = "CVPR", year = 2023 }')
    old = table("beta", more='published = "2021"\nlinks.arxiv = ["2501.01234"]')

    assert [code for _, _, code in lint(capsys, write_catalog(Path("catalog.toml"), late, old))] == ["venue-before-id", "date-against-id"]


def test_a_catalog_needs_no_reader_of_markdown() -> None:
    """Checking a catalog imports neither the parser of Markdown nor anything of the network."""
    script = "import sys; from awesome_mm.cli.run import run; code = run(['lint']); print(code, *sys.modules)"

    code, *modules = (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.splitlines()[-1].split()
    )

    assert code == "0"
    assert not {"markdown_it", "requests", "arxiv", "rich", "tomlkit"} & set(modules)


def test_the_other_language_that_stands_beside_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """A file is compared with those beside it that are called as its other languages, and only what is wrong in it is told."""
    write("README.md", ENGLISH)
    write("README_zh.md", CHINESE)
    write("README_old.md", ENGLISH.replace("Alpha", "Other"))

    english = lint(capsys, "README.md", "--select", "language,shape")
    chinese = lint(capsys, "README_zh.md", "--select", "language")

    assert english == [("README.md", 13, "language-lacking")]
    assert chinese == [("README_zh.md", 5, "numbers-differ")]


@pytest.mark.parametrize(
    "line",
    [
        "[b](https://github.com/a/b) [guide](http-guide.md) [p](https_proxy.md) [w](www.md)",
        "[p](https://example.org/My%20Paper.pdf) [c](https://arxiv.org/abs/2501.01234?context=cs)",
        "[g](https://gitpod.io/#https://github.com/a/b) [h](https://web.archive.org/web/2020/https://example.org/x)",
        "`wget https://arxiv.org/pdf/2501.01234` <!-- [p](https://arxiv.org/pdf/2501.01234) -->",
        "`<!-- awesome-mm: ignore-file link-empty: an example -->` [top](#readme)",
    ],
)
def test_what_looks_mendable_and_is_sound_stays(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Addresses that only look misspelt, code and comments are neither found nor changed."""
    write("README.md", f"# L\n\n{line}\n\n{SOUND}")
    before = Path("README.md").read_bytes()

    outcome = call(capsys, "lint", "README.md", "--fix", "--format", "json")

    assert (outcome.code, findings(outcome)) == (0, [])
    assert Path("README.md").read_bytes() == before


def test_a_repair_cuts_no_other_address(capsys: pytest.CaptureFixture[str]) -> None:
    """An address is mended where it stands whole, not where another ends with it; what one repair shows is mended too."""
    write(
        "README.md", f"# L\n\n[a](github.com/a/b) [b](https://github.com/a/b) [c](https;//e.org) [d](arxiv.org/abs/2501.01234v2)\n\n{SOUND}"
    )

    outcome = call(capsys, "lint", "README.md", "--fix", "--format", "json")

    line = Path("README.md").read_text(encoding="utf-8").splitlines()[2]
    assert line == "[a](https://github.com/a/b) [b](https://github.com/a/b) [c](https://e.org) [d](https://arxiv.org/abs/2501.01234)"
    assert findings(outcome) == []


def test_a_counted_region_in_code_is_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """Blocks of code are neither counted nor suppressing anything."""
    code = "```\n<!-- awesome-mm: count Methods -->9<!-- /awesome-mm -->\n<!-- awesome-mm: ignore-file link-empty: x -->\n```\n"
    write("README.md", f"{code}\n{SOUND.replace('2402.00002)', '2402.00002) [Code]()')}")

    assert [code for _, _, code in lint(capsys, "README.md", "--fix")] == ["link-empty"]


def test_a_baseline_covers_what_was_there_twice(capsys: pytest.CaptureFixture[str]) -> None:
    """Two findings that say the same are both known."""
    text = SOUND.replace("2501.01234)", "2501.01234) [Code]()").replace("2402.00002)", "2402.00002) [Code]()")
    write("known.json", call(capsys, "lint", write("README.md", text), "--format", "json").out)

    assert lint(capsys, "./README.md", "--baseline", "known.json") == []


def test_a_suppression_of_what_only_the_network_tells(capsys: pytest.CaptureFixture[str]) -> None:
    """Offline nobody can say that a suppression of an online check is of no use."""
    write("README.md", SOUND.replace("2402.00002)", "2402.00002) <!-- awesome-mm: ignore link-gone: it comes back -->"))

    assert lint(capsys, "README.md") == []


def test_since_a_folder_of_a_catalog(capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder, too, what was there before is left out."""
    Path("papers").mkdir()
    write_catalog(Path("papers/catalog.toml"))
    write("papers/alpha.toml", table("alpha", more='published = "2025-02"\nlinks.arxiv = ["2505.00275"]'))
    commit(Path(), {"README.md": SOUND})

    assert lint(capsys, "papers", "--since", "HEAD") == []
    assert lint(capsys, ".", "--since", "HEAD") == []
