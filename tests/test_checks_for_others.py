"""What other people's lists are checked with: pages for the checks, hooks for pre-commit, and the action."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from awesome_mm.cli.check_pages import pages
from awesome_mm.services.checks.registry import CHECKS
from tests.commands import call

ROOT = Path(__file__).parent.parent
LIST = "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Code]()\n"


def test_every_check_has_its_page() -> None:
    """The pages are what the checks say, and none is of a check that is gone; `make docs` renews them."""
    held = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "checks").glob("*.md")}

    assert held == pages()
    assert len(held) == len(CHECKS) + 1


@pytest.mark.parametrize(
    ("path", "is_wanted"),
    [("README.md", True), ("docs/README_zh.md", True), ("data/catalog.toml", True), ("pyproject.toml", False), ("docs/usage.md", False)],
)
def test_the_hooks_take_lists_and_catalogs(path: str, is_wanted: bool) -> None:
    """The hooks are handed lists and catalogs, and call a command that there is."""
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")

    assert {bool(re.search(pattern, path)) for pattern in re.findall(r"files: (.+)", hooks)} == {is_wanted}
    assert set(re.findall(r"entry: (.+)", hooks)) == {"awesome-mm lint", "awesome-mm lint --fix"}


def action_script() -> str:
    """Return what the last step of the action runs."""
    script = (ROOT / "action.yml").read_text(encoding="utf-8").rpartition("run: |\n")[2]
    return "\n".join(line.strip() for line in script.splitlines())


@pytest.mark.skipif(not shutil.which("bash"), reason="the action runs in bash")
def test_the_action_annotates_what_it_finds(tmp_path: Path) -> None:
    """The action checks each path it is given, whatever is in its name, and hands on the exit code."""
    (tmp_path / "my list.md").write_text(LIST, encoding="utf-8")
    tool = tmp_path / "awesome-mm" / "bin" / "awesome-mm"
    tool.parent.mkdir(parents=True)
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m awesome_mm "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    given = {"PATHS": "my list.md\n", "ARGUMENTS": "--ignore\nanchor-broken\n", "SINCE": ""}

    done = subprocess.run(
        ["bash", "-e", "-c", action_script()],
        cwd=tmp_path,
        env={**os.environ, **given, "RUNNER_TEMP": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::warning file=my list.md,line=3,title=link-empty::")


def test_what_is_ours_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """The catalog that comes with the package and the READMEs lint clean."""
    outcome = call(capsys, "lint", *(str(ROOT / name) for name in ("data/catalog.toml", "README.md", "README_zh.md", "docs")))

    assert (outcome.out.splitlines()[1:], outcome.err, outcome.code) == ([], "", 0)
