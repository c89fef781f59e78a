"""``awesome-mm cite`` as a user calls it: references, checks of papers, every exit code."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.store.places import bundled_catalog
from tests.cli.catalogs import table, write_catalog
from tests.commands import Outcome, call, spawn
from tests.golden import assert_golden
from tests.recordings import FOLDER

WITHDRAWN = """
[method.alpha-withdrawn]
name = "Alpha"
title = "Alpha: A Method for Making Data"
categories = ["image-editing"]
authors = ["Ada Lovelace"]
published = "2024-01"
links.arxiv = ["2401.00001"]

[method.alpha-withdrawn.arxiv]
basis = "confirmed"
withdrawn = true
"""
ENTRY = "@article{{{key}, title={{{title}}}, author={{{author}}}, journal={{arXiv preprint arXiv:{arxiv}}}, year={{{year}}}}}\n"
_TITLE = "Oasis: One Image is All You Need for Multimodal Instruction Data Synthesis"
OASIS = f"@inproceedings{{oasis, title={{{_TITLE}}}, booktitle={{ICCV}}, year={{2025}}}}\n"
WRONG = OASIS.replace("2025", "1999").replace("{oasis", "{wrong")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which each call is made."""
    inside = tmp_path / "paper"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


def write(name: str, text: str) -> str:
    """Write a file here and return its name."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def answer(outcome: Outcome) -> dict[str, Any]:
    """Return an answer in JSON."""
    held: dict[str, Any] = json.loads(outcome.out)
    return held


def checked(capsys: pytest.CaptureFixture[str], *files: str) -> list[tuple[Any, ...]]:
    """Return key, status and line of everything that is cited in `files`, what needs attention first."""
    outcome = call(capsys, "cite", "--check", *files, "--json")
    return [(one["key"], one["status"], one["line"]) for one in answer(outcome)["citations"]]


def test_works_are_cited_as_bibtex(capsys: pytest.CaptureFixture[str]) -> None:
    """Names of works give their entries, in their order."""
    outcome = call(capsys, "cite", "mmevol", "oasis")

    assert (outcome.code, outcome.err) == (0, "")
    assert re.findall(r"^@\w+\{(.*),$", outcome.out, re.MULTILINE) == ["luo2024mmevol", "zhang2025oasis"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("one", "image", "is", "all", "you", "need"), ["oasis"]),
        (("oasis", "mmevol"), ["oasis", "mmevol"]),
        (("llava", "onevision"), ["llava-onevision"]),
        (("llava", "one image is all you need"), ["llava", "oasis"]),
        (("2503.08741", "https://arxiv.org/abs/2308.12966"), ["oasis", "qwen-vl"]),
        (("improved", "baselines"), ["llava-1-5"]),
        (("org:bytedance", "year:2025"), ["oasis", "bytemorph"]),
        (("多模态C4",), ["mmc4"]),
    ],
)
def test_names_and_queries(words: tuple[str, ...], ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Names go first, then a query's clear answer; what is in quotes is one by itself, and fields alone mean all that meets them."""
    outcome = call(capsys, "cite", *words, "--json")

    assert [one["entry"] for one in answer(outcome)["references"]] == ids


@pytest.mark.parametrize(
    ("words", "message", "fix"),
    [
        (("geometry",), "'geometry' is not clearly one work.", "Name one of them: MAVIS, R-CoT, "),
        (("Oasys",), "No entry is called 'Oasys'.", "Near: Oasis."),
        (("oasis", "mmevvol"), "'oasis mmevvol' is not clearly one work.", "Oasis, MMEvol."),
        (("2506.03481",), "No entry is called '2506.03481'.", "for RefEdit, which is in dispute"),
    ],
)
def test_what_is_not_clear_is_told(words: tuple[str, ...], message: str, fix: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What names no work, or may mean several, is an error that names the near ones."""
    outcome = call(capsys, "cite", *words)

    assert (outcome.code, outcome.out) == (4, "")
    assert message in outcome.err
    assert fix in outcome.err


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("bibtex", "@inproceedings{zhang2025oasis,"),
        ("biblatex", "@inproceedings{zhang2025oasis,"),
        ("csl-json", "[\n  {"),
        ("ris", "TY  - CPAPER"),
        ("typst", "zhang2025oasis:\n  type: article\n"),
        ("text", "Letian Zhang, Quan Cui, Bingchen Zhao and Cheng Yang. Oasis: One Image"),
        ("tsv", "entry\tkey\ttext\noasis\tzhang2025oasis\tLetian Zhang"),
        ("markdown", "- **zhang2025oasis:** Letian Zhang"),
    ],
)
def test_formats_of_references(form: str, beginning: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Foreign formats are text as it is; the shared ones are an answer."""
    outcome = call(capsys, "cite", "oasis", "--format", form)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(beginning)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("oasis", "--online"), "--online says nothing without --check."),
        (("oasis", "--format", "github"), "--format github says nothing without --check."),
        (("--check", "x.bib", "--format", "ris"), "--format ris writes references, and --check writes none."),
        (("--check", "nowhere.bib"), "nowhere.bib: there is no such file."),
        (("--check", "https://example.org/refs.bib"), "addresses are not checked."),
        (("oasis", "--format", "latex"), "--format: 'latex' is not known."),
        ((), "Missing argument"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What means nothing is told, with exit code 2."""
    write("x.bib", OASIS)

    outcome = call(capsys, "cite", *arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


PLANTED = [
    ("bai2023qwen", "wrong", ["title"]),
    ("xiao2023florence", "wrong", ["authors"]),
    ("pi2024image", "wrong", ["authors"]),
    ("yu2023capsfusion", "wrong", ["year"]),
    ("chang2025bytemorph", "wrong", ["arxiv"]),
    ("luo2024mmmrs", "wrong", ["arxiv"]),
    ("gone2024alpha", "withdrawn", ["arxiv"]),
    ("zhang2025oasys", "undefined", ["key"]),
    ("svit-again", "duplicate", ["key"]),
    ("zhang2025oasis", "published", ["venue"]),
]


@pytest.fixture
def paper(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a paper of ten planted faults beside its bibliography, and let the survey know of a work that was withdrawn."""
    for name in ("paper.tex", "refs.bib"):
        shutil.copy(FOLDER / "cited" / name, folder / name)
    catalog = folder.parent / "catalog.toml"
    catalog.write_text(bundled_catalog().read_text(encoding="utf-8") + WITHDRAWN, encoding="utf-8")
    monkeypatch.setenv("AWESOME_MM_CATALOG", str(catalog))
    return Path("paper.tex")


@pytest.mark.parametrize("files", [("paper.tex",), ("./paper.tex",), ("refs.bib", "paper.tex")])
def test_ten_planted_faults_are_named_and_nothing_else(files: tuple[str, ...], paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each of ten faults of ten kinds is found once, whichever files are named; of twelve sound citations and an unknown one none is."""
    outcome = call(capsys, "cite", "--check", *files, "--json")

    found = [one for one in answer(outcome)["citations"] if one["faults"] and one["key"] != "never2020cited"]
    assert outcome.code == 1
    assert [(one["key"], one["status"], [fault["field"] for fault in one["faults"]]) for one in found] == PLANTED
    assert answer(outcome)["counts"]["right"] == 12
    assert [one["key"] for one in answer(outcome)["citations"] if one["status"] == "unknown"] == ["knuth1984texbook"]


def test_an_uncited_entry_is_checked_where_the_bibliography_is_named(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a paper does not cite is nobody's fault, unless the bibliography itself is checked."""
    of_paper, of_both = checked(capsys, "paper.tex"), checked(capsys, "paper.tex", "refs.bib")

    assert set(of_both) - set(of_paper) == {("never2020cited", "wrong", 166)}
    assert len(of_both) == len(set(of_both)) == len(of_paper) + 1


def test_a_paper_golden(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer to programs is the one that was approved."""
    assert_golden("cite.json", call(capsys, "cite", "--check", "paper.tex", "--json").out)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_paper_as_a_table_golden(language: str, paper: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What needs attention stands first, with what would do; then counts."""
    monkeypatch.setenv("COLUMNS", "100")

    assert_golden(f"cite.{language}.table.txt", call(capsys, "cite", "--check", "paper.tex", "--format", "table", "--lang", language).out)


def test_annotations_for_github(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What needs attention becomes an annotation of its line, and nothing else does."""
    lines = call(capsys, "cite", "--check", "paper.tex", "--format", "github").out.splitlines()

    assert len(lines) == len(PLANTED)
    assert lines[0].startswith("::error file=refs.bib,line=24,title=wrong::The title is not “Qwen-VL: ")
    assert sum(line.startswith("::warning ") for line in lines) == 2


def test_all_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing needs attention the exit code is 0."""
    outcome = call(capsys, "cite", "--check", write("refs.bib", OASIS), "--format", "table")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.endswith("\nright: 1\n")


def test_closely_related_works_that_are_not_cited(capsys: pytest.CaptureFixture[str]) -> None:
    """A few works that are close to those cited are named with their reasons, none that is cited, and none beside works unknown here."""
    magpie = "@misc{m, title={Magpie: Alignment Data Synthesis from Scratch by Prompting Aligned LLMs with Nothing}}"
    alone, both = (answer(call(capsys, "cite", "--check", write("refs.bib", text), "--json")) for text in (OASIS, OASIS + magpie))

    assert [one["entry"] for one in alone["missing"]] == ["magpie", "mmevol", "llava", "allava"]
    assert alone["missing"][0]["reasons"][0]["said"] == "Oasis is inspired by it"
    assert [one["entry"] for one in both["missing"]][:2] == ["mmevol", "llava"]
    assert answer(call(capsys, "cite", "--check", write("refs.bib", "@misc{x, title={Owls}}"), "--json"))["missing"] == []


def test_what_is_unknown_is_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    """Of what the catalog does not have nothing is said but that; never that there is no such work."""
    text = ENTRY.format(key="x", title="On Owls", author="A. B. Owl", arxiv="2001.00001", year="2020")

    outcome = call(capsys, "cite", "--check", write("refs.bib", text), "--format", "table")

    assert outcome.code == 0
    assert outcome.out == "Unknown here, and so not checked: x\nunknown here: 1\n"


def test_nothing_is_cited(capsys: pytest.CaptureFixture[str]) -> None:
    """A page without citations is told so."""
    outcome = call(capsys, "cite", "--check", write("page.md", "# Nothing\n"), "--format", "table")

    assert (outcome.code, outcome.out) == (0, "No citation was found.\n")


def test_a_paper_without_a_bibliography(capsys: pytest.CaptureFixture[str]) -> None:
    """Keys that nobody can look up are no finding: the missing file is named, with its line."""
    write("paper.tex", "\\cite{oasis}\n\n\\bibliography{lost}\n")

    outcome = call(capsys, "cite", "--check", "paper.tex")

    assert outcome.code == 2
    assert "paper.tex:3: the bibliography lost is not there." in outcome.err
    assert "awesome-mm cite --check paper.tex REFERENCES.bib" in outcome.err


def test_a_bibliography_that_is_named_takes_the_place_of_one_that_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """The keys are then found there, and what is lost is told."""
    write("paper.tex", "\\cite{oasis}\n\\bibliography{lost}\n")
    write("elsewhere/refs.bib", OASIS)

    outcome = call(capsys, "cite", "--check", "paper.tex", "elsewhere/refs.bib", "--json")

    assert outcome.code == 0
    assert [(one["key"], one["status"], one["used"]) for one in answer(outcome)["citations"]] == [("oasis", "right", ["paper.tex:1"])]
    assert [one["reason"] for one in answer(outcome)["unread"]] == ["the bibliography lost is not there"]


def test_one_of_two_bibliographies_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """A key that may stand in a file that is not there is unknown, not undefined; abbreviations that TeX brings along are not missed."""
    write("refs.bib", OASIS)
    write("paper.tex", "\\cite{oasis,other}\n\\bibliography{IEEEabrv,refs,lost}\n")

    assert checked(capsys, "paper.tex") == [("other", "unknown", 1), ("oasis", "right", 1)]


def test_files_outside_of_the_papers_folder_are_not_opened(capsys: pytest.CaptureFixture[str]) -> None:
    """A paper opens no file above its folder, by whatever way, unless it was named."""
    write("secret.bib", OASIS)
    write("inner/paper.tex", "\\cite{oasis}\\bibliography{../secret}")
    Path("inner/link.bib").symlink_to(Path("secret.bib").resolve())
    write("inner/linked.tex", "\\cite{oasis}\\bibliography{link}")

    refused = call(capsys, "cite", "--check", "inner/paper.tex")
    linked = call(capsys, "cite", "--check", "inner/linked.tex")

    assert (refused.code, linked.code) == (2, 2)
    assert "the bibliography ../secret lies outside of the paper's folder" in refused.err
    assert checked(capsys, "inner/paper.tex", "secret.bib") == [("oasis", "right", 1)]


def test_the_parts_of_a_paper_belong_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that a paper takes in are read with it, each once, and told by their own names."""
    write("refs.bib", OASIS)
    write("sections/one.tex", "\n\\cite{oasis,lost}\n\\input{main}")
    write("main.tex", "\\input{sections/one}\\include{sections/none}\\addbibresource{refs.bib}")

    outcome = call(capsys, "cite", "--check", "main.tex", "--json")

    found = [(one["path"], one["line"], one["key"], one["status"]) for one in answer(outcome)["citations"]]
    assert found == [("sections/one.tex", 2, "lost", "undefined"), ("refs.bib", 1, "oasis", "right")]
    assert checked(capsys, "sections/one.tex", "main.tex") == [("lost", "undefined", 2), ("oasis", "right", 1)]


def test_an_entry_that_cannot_be_read_is_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """A key whose entry is broken is told with the place and the reason; entries that are not cited are told when their file is checked."""
    write("refs.bib", "@article{broken, title={Never closed\n\n" + OASIS)
    write("paper.tex", "\\cite{broken, oasis}\n\\bibliography{refs}\n")

    outcome = call(capsys, "cite", "--check", "paper.tex", "--json")
    of_file = call(capsys, "cite", "--check", "refs.bib", "--format", "table")

    [broken, _] = answer(outcome)["citations"]
    assert (broken["key"], broken["status"]) == ("broken", "unknown")
    assert "refs.bib:1: a brace or a quotation mark is not closed" in broken["message"]
    assert "Not read: refs.bib:1 a brace or a quotation mark is not closed" in of_file.out


def test_a_page_of_pandoc(capsys: pytest.CaptureFixture[str]) -> None:
    """Keys are looked up in the bibliography of the head; people and figures are no keys."""
    write("refs.bib", OASIS + WRONG)
    text = "---\nbibliography: refs.bib\n---\nAs [@oasis; see @lost, p. 3], @wrong and @somebody say in [@fig:one]; me@example.org.\n"

    assert checked(capsys, write("page.md", text)) == [("wrong", "wrong", 2), ("lost", "undefined", 4), ("oasis", "right", 1)]


def test_a_page_of_links(capsys: pytest.CaptureFixture[str]) -> None:
    """Links are known by where they lead; what is read there may be a title, a name, or nothing of weight."""
    text = """\
- [Oasis: One Image is All You Need for Multimodal Instruction Data Synthesis](https://arxiv.org/abs/2503.08741)
- [Oasis: One Picture is All You Need for Multimodal Instruction Data Synthesis](https://arxiv.org/pdf/2503.08741v2)
- [RefEdit](https://arxiv.org/abs/2506.03481), [MMEvol](https://arxiv.org/abs/2503.08741)
- [our paper on instruction data, with code](https://arxiv.org/abs/2503.08741), [Code](https://github.com/Letian2003/MM_INF)
- [Visual Instruction Tuning](https://arxiv.org/abs/2310.03744) and [a page](https://example.org/), arXiv:2001.00001
"""
    outcome = call(capsys, "cite", "--check", write("page.md", text), "--json")

    found = [(one["line"], one["status"], [fault["field"] for fault in one["faults"]]) for one in answer(outcome)["citations"]]
    assert found == [
        (2, "wrong", ["title"]),
        (3, "wrong", ["arxiv"]),
        (3, "wrong", ["arxiv"]),
        (5, "wrong", ["arxiv"]),
        (5, "unknown", []),
        (1, "right", []),
        (4, "right", []),
        (4, "right", []),
    ]


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes in is told by its content."""
    from io import BytesIO, TextIOWrapper

    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO((OASIS + WRONG).encode())))

    outcome = call(capsys, "cite", "--check", "-", "--json")

    assert [(one["path"], one["key"], one["status"]) for one in answer(outcome)["citations"]] == [
        ("standard input", "wrong", "wrong"),
        ("standard input", "oasis", "right"),
    ]


@pytest.mark.parametrize(
    ("content", "message"), [(b"\x00\x01\x02" * 99, "not a text file"), (b"@article{x, title={\xff}}", "is not UTF-8")]
)
def test_what_is_no_text(content: bytes, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no text is refused with the reason."""
    Path("refs.bib").write_bytes(content)

    outcome = call(capsys, "cite", "--check", "refs.bib")

    assert outcome.code == 2
    assert message in outcome.err


def test_a_bibliography_in_utf_16(capsys: pytest.CaptureFixture[str]) -> None:
    """With its mark a file in UTF-16 is read."""
    Path("refs.bib").write_bytes(OASIS.encode("utf-16"))

    assert checked(capsys, "refs.bib") == [("oasis", "right", 1)]


@pytest.mark.parametrize("form", ["table", "json", "tsv", "csv", "markdown", "github"])
def test_hostile_texts_never_reach_the_terminal(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters of files and catalogs are left out of every answer, and markup stays text."""
    evil = "Alpha\x1b[31m\x07 \u202eevil [bold]x[/bold] | `"
    text = f"@misc{{key\x1b[2J, title={{{evil}: A Method for Making Data}}, author={{Evil\x1b[0m, Eve}}, eprint={{2401.00001}}, year=1999}}"
    catalog = write_catalog(
        Path("c.toml"), table("alpha", more='authors = ["Ada Lovelace"]\npublished = 2024-01-02\nlinks.arxiv = ["2401.00001"]')
    )

    outcome = call(capsys, "cite", "--check", write("refs.bib", text), "--catalog", catalog, "--format", form)

    assert outcome.code == 1
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", outcome.out.replace("\r", ""))
    if form == "json":
        [one] = answer(outcome)["citations"]
        assert [fault["field"] for fault in one["faults"]] == ["title", "authors", "year"]


def test_a_process_of_its_own(folder: Path) -> None:
    """Into a pipe goes a row for each citation, what needs attention first."""
    write("refs.bib", OASIS + WRONG)

    done = spawn("cite", "--check", "refs.bib")

    assert (done.returncode, done.stderr) == (1, b"")
    assert [line.split(b"\t")[:4] for line in done.stdout.splitlines()] == [
        [b"path", b"line", b"key", b"status"],
        [b"refs.bib", b"2", b"wrong", b"wrong"],
        [b"refs.bib", b"1", b"oasis", b"right"],
    ]


@pytest.mark.parametrize(
    "text", ["{" * 300_000, "\\cite{" * 50_000, "@article{" * 20_000, "[@" * 100_000, "```\n" * 50_000, "\\bibitem[" * 30_000]
)
@pytest.mark.parametrize("name", ["x.tex", "x.bib", "x.md"])
def test_malformed_files_end(name: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is never closed is passed over: the answer comes, and is an answer."""
    outcome = call(capsys, "cite", "--check", write(name, text), "--json")

    answer = json.loads(outcome.out) if outcome.code != 2 else {"unread": []}
    assert outcome.code in (0, 1, 2)
    assert (outcome.code == 1) == bool(answer["unread"])


@pytest.mark.parametrize("format", ["tsv", "csv", "jsonl", "github"])
def test_an_entry_that_cannot_be_read_is_told_in_lines(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was not read was not checked: it stands among the lines, and the exit code says that something is left to do."""
    path = write("odd.bib", "@misc{fine, title={A Work Nobody Has}, year={2020}}\n@misc{open, title={Never closed,\n")

    outcome = call(capsys, "cite", "--check", path, "--format", format)

    assert outcome.code == 1
    assert any("odd.bib" in line and "not closed" in line for line in outcome.out.splitlines())
