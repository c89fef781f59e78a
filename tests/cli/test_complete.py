"""Tests of what a shell is offered, and of the scripts that ask for it in real shells."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_mm.cli import complete as module
from awesome_mm.cli.complete import SHELLS, answer, complete
from awesome_mm.cli.reference import TABLE, command_table
from awesome_mm.services.selection import NEEDS
from awesome_mm.store.cache import open_catalog
from awesome_mm.store.places import bundled_catalog
from tests.cli.catalogs import table, write_catalog
from tests.commands import call

SCRIPTS = Path(module.__file__).parent / "completions"
BINARIES = str(Path(sys.executable).parent)


@pytest.fixture(scope="module", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give all tests of the module one cache folder with the bundled catalog compiled."""
    folder = tmp_path_factory.mktemp("compiled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWESOME_MM_CACHE", str(folder))
        open_catalog(bundled_catalog())
    return folder


@pytest.fixture(autouse=True)
def warm(compiled: Path, own_folders: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test find the bundled catalog compiled."""
    monkeypatch.setenv("AWESOME_MM_CACHE", str(compiled))


def offered(*words: str) -> list[str]:
    """Return the values that may complete the last of `words`."""
    return [candidate.value for candidate in complete(words) or ()]


def test_the_table_is_the_parsers() -> None:
    """What completion knows of commands and options is what the parser knows; `make docs` renews it."""
    assert json.loads(TABLE.read_text(encoding="utf-8")) == command_table()


def test_every_value_has_a_source() -> None:
    """Each option that takes a value is completed from somewhere, or is known to take what cannot be."""
    taking = {name for name, (value, _) in command_table()["options"].items() if value}

    assert taking - {*module.CLOSED, *module.VOCABULARIES, *module.FREE, *module.ENTRIES, *module.FILES, "--licence"} == set()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("se",), ["search"]),
        (("--lang", "zh", "se"), ["search"]),
        (("--la",), ["--lang"]),
        (("search", "--exp"), ["--explain"]),
        (("list", "--explai"), []),
        (("list", "--sort", "na"), ["name"]),
        (("list", "--lang", "z"), ["zh"]),
        (("list", "--format", "js"), ["json", "jsonl"]),
        (("export", "--format", "bib"), ["bibtex", "biblatex"]),
        (("cite", "--format", "t"), ["table", "tsv", "typst", "text"]),
        (("cite", "octo"), ["octothinker"]),
        (("pipeline", "oasis", "--format", "m"), ["markdown", "mermaid"]),
        (("list", "--format=mark"), ["--format=markdown"]),
        (("list", "--fields", "id,pub"), ["id,published"]),
        (("list", "--needs", "cpu,"), [f"cpu,{need}" for need in NEEDS if need != "cpu"]),
        (("list", "--year", "20"), []),
        (("completion", "z"), ["zsh"]),
        (("show", "--fields", "id", "--"), ["--fields", "--catalog", "--lang", "--format", "--json", "--help"]),
        (("show", "--", "octo"), ["octothinker"]),
        (("show", "octo"), ["octothinker"]),
        (("show", "oasis", "OCTO"), ["octothinker"]),
        (("open", "mmb"), ["mmbench"]),
        (("list", "--category", "image-e"), ["image-editing"]),
        (("list", "--category", "editing"), ["editing", "editing-datasets"]),
        (("list", "--category", "图像编"), ["图像编辑"]),
        (("list", "--organization", "byt"), ["bytedance"]),
        (("search", "--model", "gpt-4v"), ["gpt-4v"]),
        (("list", "--input", "ima"), ["images"]),
        (("list", "--licence", "perm"), ["permissive"]),
        (("show", "多模态c"), ["多模态c4"]),
        (("nothing", ""), []),
        (("",), list(command_table()["commands"])),
        (("show", "OA"), ["oasis"]),
        (("show", "svit", "svi"), []),
        (("open", "oasis", "m"), []),
        (("completion", "bash", ""), []),
        (("list", "--model", "GPT-4v"), ["gpt-4v"]),
        (("list", "--fields", "id,links.a"), ["id,links.arxiv"]),
        (("list", "--fields", "link"), ["links"]),
        (("list", "--licence", "mit"), ["MIT"]),
    ],
)
def test_what_is_offered(words: tuple[str, ...], expected: list[str]) -> None:
    """Commands, options and values that begin as what is typed are offered, in the tool's order."""
    found = offered(*words)

    assert [value for value in found if value in expected] == expected
    assert set(found) == set(expected) or words[-1] in {"editing", "image-e", "图像编", "images", "ima"}


def test_candidates_say_what_they_mean() -> None:
    """A candidate comes with the help, the title or the name it stands for, behind a tab."""
    assert answer(["sta"]) == "stats\tCount the entries by every facet, or draw a figure.\n"
    assert answer(["show", "octo"]).startswith("octothinker\tOctoThinker: Mid-training")


def test_files_are_the_shells() -> None:
    """Where a path belongs the shell is told so."""
    assert complete(["cite", "--check", "octo"]) is None
    assert complete(["list", "--catalog", "x"]) is None
    assert answer(["--catalog=x"]) == ":files\n"


@pytest.mark.parametrize("form", [("--catalog", "{}"), ("--catalog={}",)])
def test_names_come_from_the_catalog_in_use(form: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The catalog named before the cursor, or by the environment, is the one whose names are offered."""
    path = write_catalog(tmp_path / "own.toml", table("omega"))

    assert offered(*(part.format(path) for part in form), "show", "om") == ["omega"]
    monkeypatch.setenv("AWESOME_MM_CATALOG", path)
    assert offered("show", "o") == ["omega"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("show", "octo"), ["octothinker"]),
        (("list", "--category", "image-e"), ["image-editing"]),
        (("list", "--organization", "byt"), ["bytedance"]),
        (("list", "--licence", "mit"), []),
    ],
)
def test_nobody_waits_for_a_catalog_to_be_compiled(words: tuple[str, ...], expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a compiled catalog the ids are read off the headers, and nothing is compiled."""
    monkeypatch.setenv("AWESOME_MM_CACHE", os.devnull)
    monkeypatch.setattr("awesome_mm.store.cache._compiled", None)

    assert offered(*words) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"catalog": {}}\n{"method": {"omega": {"name": "O"}}}\n  {"dataset":{"omicron":{}}}\n{"method": {"x": 1}}', ["omega", "omicron"]),
        ('{"method":\n{"omega": {}}}\nno JSON\n[[[\n{"method": {"O": 1', []),
    ],
)
def test_ids_are_read_off_lines_that_are_not_compiled(
    content: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a catalog of JSON lines each line's first id is offered; broken lines offer nothing."""
    path = tmp_path / "own.jsonl"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setenv("AWESOME_MM_CATALOG", str(path))

    assert offered("show", "o") == expected


@pytest.mark.parametrize("content", [None, "no toml ["])
def test_a_catalog_that_cannot_be_read_offers_nothing(content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the prompt nobody wants to hear of faults."""
    path = tmp_path / "own.toml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    monkeypatch.setenv("AWESOME_MM_CATALOG", str(path))

    assert offered("show", "o") == []


def test_hostile_names_stay_on_their_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line break or an escape sequence in a catalog makes no further candidate."""
    path = write_catalog(tmp_path / "own.toml", table("omega", name="Om\\u001b[31m\\nrm"))
    monkeypatch.setenv("AWESOME_MM_CATALOG", path)

    assert answer(["show", "om"]).count("\n") == 1
    assert "\x1b" not in answer(["show", "om"])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=6) | st.sampled_from(["list", "show", "--category", "--fields", "--", "=", ","]), max_size=4))
def test_nothing_typed_breaks_it(words: list[str]) -> None:
    """Whatever stands before the cursor is answered."""
    assert answer(words).count("\t") <= 500


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`completion` prints the script of each shell that is offered."""
    outcome = call(capsys, "completion", shell)

    assert outcome.code == 0
    assert outcome.out == (SCRIPTS / f"awesome-mm.{shell}").read_text(encoding="utf-8")


def test_an_unknown_shell_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Another shell is told which there are."""
    outcome = call(capsys, "completion", "tcsh")

    assert outcome.code == 2
    assert "bash, zsh, fish" in outcome.err


def in_bash(line: str) -> list[str]:
    """Return what a real bash would offer at the end of `line`, which it splits as it does for completion."""
    pieces = re.findall(r"""[=:]|(?:"[^"]*"?|'[^']*'?|[^\s=:"'])+""", line)
    words = pieces if not line.endswith((" ", "=")) else [*pieces, ""] if line.endswith(" ") else pieces
    script = (
        f'PATH="{BINARIES}:$PATH"; source "{SCRIPTS}/awesome-mm.bash"; COMP_WORDS=({" ".join(map(shlex.quote, words))}); '
        f"COMP_CWORD={len(words) - 1}; COMP_LINE={shlex.quote(line)}; COMP_POINT=${{#COMP_LINE}}; "
        "_awesome_mm; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    finished = subprocess.run(["bash", "-c", script], capture_output=True, check=True, timeout=60, encoding="utf-8")
    return finished.stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("awesome-mm sho", ["show"]),
        ("awesome-mm show octo", ["octothinker"]),
        ("awesome-mm list --category=image-edi", ["image-editing"]),
        ("awesome-mm list --category 图像编辑数", ["图像编辑数据集"]),
        ("awesome-mm list --needs cpu,end", ["cpu,endpoint"]),
        ("awesome-mm list --category OCR数", ["OCR数据"]),
        ("awesome-mm show nobody", [""]),
        ('awesome-mm show "octo', ["octothinker"]),
        ("awesome-mm show 'octo", ["octothinker"]),
        ('awesome-mm --lang "zh" show octo', ["octothinker"]),
        ("awesome-mm list --category=", sorted(["image-editing", "editing-datasets"])),
    ],
)
def test_bash_offers_it(line: str, expected: list[str]) -> None:
    """The script for bash hands over what was typed, and offers what comes back so that it replaces the right part."""
    found = in_bash(line)

    assert found == expected or (len(expected) == 2 and set(expected) < set(found))


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_script_is_sound_for_its_shell(shell: str) -> None:
    """The shell itself, where there is one, finds no fault in its script."""
    if program := shutil.which(shell):
        finished = subprocess.run(
            [program, "-n", str(SCRIPTS / f"awesome-mm.{shell}")], capture_output=True, check=False, timeout=60, env=dict(os.environ)
        )
        assert (finished.returncode, finished.stderr) == (0, b"")
