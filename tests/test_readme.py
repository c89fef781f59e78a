"""What the README shows is what the commands print; `GOLDEN=write` renews it."""

import os
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from tests.commands import call

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
READMES = (README, ROOT / "README_zh.md")
BLOCK = re.compile(r"```console\n\$ (?P<command>awesome-mm [^\n]+)\n(?P<output>.*?)```", re.DOTALL)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def examples() -> list[tuple[Path, str, str]]:
    """Return each command that a README shows, with its output."""
    return [(path, match["command"], match["output"]) for path in READMES for match in BLOCK.finditer(path.read_text(encoding="utf-8"))]


def skeleton(path: Path) -> list[str]:
    """Return what the READMEs of both languages have in common: headings by level, code without comments, pictures without language."""
    lines = re.sub(r"(?s)```console.*?```", "", path.read_text(encoding="utf-8")).splitlines()
    headings = [line.split()[0] for line in lines if re.match(r"#+ ", line) and "awesome-mm" not in line]
    code = [line.split(" #")[0].strip() for line in lines if re.match(r"awesome-mm |make |pipx |eval ", line)]
    pictures = [name.replace("-zh-", "-") for line in lines for name in re.findall(r"docs/pictures/[\w-]+\.svg", line)]
    return [*headings, *code, *(name for name in pictures if "/search-" not in name)]


def answer(capsys: pytest.CaptureFixture[str], command: str) -> str:
    """Return what a terminal of 100 columns shows for `command`."""
    outcome = call(capsys, *shlex.split(command)[1:], "--format", "table")
    assert outcome.code == 0, outcome.err
    return outcome.out


@pytest.mark.parametrize(("path", "command", "shown"), examples(), ids=[command for _, command, _ in examples()])
def test_readme_golden(path: Path, command: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An example prints what the README says it prints."""
    monkeypatch.setenv("COLUMNS", "100")

    printed = answer(capsys, command)

    if os.environ.get("GOLDEN") == "write":
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"$ {command}\n{shown}```", f"$ {command}\n{printed}```"), encoding="utf-8")
        return
    assert printed == shown


def test_both_languages_show_the_same() -> None:
    """The READMEs have the same sections, the same commands and, in their language, the same pictures."""
    english, chinese = (skeleton(path) for path in READMES)

    assert english == chinese
    shown = [[command.replace(" --lang zh", "") for own, command, _ in examples() if own == path] for path in READMES]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_readme_opens_with_the_two_commands(path: Path) -> None:
    """The first block of shell commands is `make run` and `make test`, which the Makefile has."""
    first = SHELL.findall(path.read_text(encoding="utf-8"))[0]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    targets = [line.split("#")[0].split()[1] for line in first.strip().splitlines()]

    assert targets == ["run", "test"]
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_dependencies_are_capped_at_the_next_major() -> None:
    """Every runtime dependency has a lower and an upper bound."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    uncapped = [needed for needed in project["dependencies"] if not re.search(r">=[\d.]+,<\d", needed)]

    assert uncapped == []


@pytest.mark.parametrize("path", [*sorted(ROOT.glob("docs/**/*.md")), *READMES, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """A relative link in a document names a file that exists; what stands in a block of code is no link."""
    text = re.sub(r"(?ms)^```.*?^```", "", path.read_text(encoding="utf-8"))
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)

    missing = [target for target in targets if not (path.parent / target).exists()]

    assert missing == []
