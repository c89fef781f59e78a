"""The entry point as a process: what it imports, and how it is called."""

import subprocess
import sys
from pathlib import Path

import pytest

import awesome_mm
from tests.cli.catalogs import table, write_catalog
from tests.commands import spawn

HEAVY = (
    "rich prompt_toolkit asyncio tomli arxiv requests lxml rapidfuzz markdown_it jinja2 sqlite3 "
    "awesome_mm.model.entry awesome_mm.views.blocks awesome_mm.views.entry_table"
).split()


SCRIPT = """
import os, sys
leave = os._exit
os._exit = lambda code: (print(*sys.modules, file=sys.stderr, flush=True), leave(code))
from awesome_mm.__main__ import main
main()
"""


def imported(*arguments: str) -> set[str]:
    """Return the modules that a piped call with `arguments` has imported when it leaves."""
    finished = subprocess.run([sys.executable, "-c", SCRIPT, *arguments], capture_output=True, check=True, timeout=60, encoding="utf-8")
    return set(finished.stderr.split())


def test_a_piped_search_imports_nothing_heavy() -> None:
    """Once the catalog is compiled, a search into a pipe imports no table, no parser, no network, and no class of the model."""
    spawn("search", "oasis")

    modules = imported("search", "oasis")

    assert "awesome_mm.cli.search" in modules
    assert modules.isdisjoint(HEAVY)


def test_a_piped_search_over_a_folder_imports_nothing_heavy(tmp_path: Path) -> None:
    """Looking whether a file of a folder has changed takes no parser either."""
    write_catalog(tmp_path / "own.toml", table("alpha"))
    spawn("--catalog", str(tmp_path), "search", "alpha")

    modules = imported("--catalog", str(tmp_path), "search", "alpha")

    assert "awesome_mm.store.listing" in modules
    assert modules.isdisjoint({*HEAVY, "awesome_mm.store.catalog_file", "awesome_mm.store.jsonl", "hashlib"})


@pytest.mark.parametrize("command", ["list", "stats", "show"])
def test_a_command_imports_no_other(command: str) -> None:
    """A call imports the module of its own command alone."""
    modules = imported("search", command)

    assert f"awesome_mm.cli.{command}" not in modules


def test_the_help_imports_nothing_heavy() -> None:
    """It knows all commands, and nothing of what they work with."""
    assert imported("--help").isdisjoint(HEAVY)


def test_the_version_imports_nothing() -> None:
    """`--version` imports neither typer nor json, nor anything of the package but the entry point."""
    modules = imported("--version")

    assert modules.isdisjoint({"typer", "json"})
    assert {name for name in modules if name.startswith("awesome_mm")} <= {"awesome_mm", "awesome_mm.__main__"}


@pytest.mark.parametrize("arguments", [("--version",), ("--lang", "zh", "--version"), ("--version", "list"), ("--json", "--version")])
def test_the_version_is_said(arguments: tuple[str, ...]) -> None:
    """`--version`, alone or beside anything, prints name and version, with the date of the catalog."""
    finished = spawn(*arguments)

    assert finished.returncode == 0
    assert finished.stdout.decode() == f"{awesome_mm.VERSION_LINE}\n"
    assert finished.stderr == b""


def test_the_module_and_the_script_are_one() -> None:
    """`python -m awesome_mm` and `awesome-mm` say the same."""
    script = subprocess.run([Path(sys.executable).with_name("awesome-mm"), "-h"], capture_output=True, check=True, timeout=60)

    assert spawn("-h").stdout == script.stdout
    assert script.stdout.startswith(b"Usage: awesome-mm ")


def test_the_exit_code_reaches_the_caller() -> None:
    """The process ends with the code of its outcome."""
    assert spawn("show", "nobody").returncode == 4


def test_the_version_names_the_bundled_catalog() -> None:
    """The date and the number of works that `--version` says are those of the catalog that ships with it."""
    from tests.bundled import decoded

    said = f"awesome-mm {awesome_mm.__version__} (catalog of {decoded().head.as_of}: {len(decoded().entries)} works)"

    assert said == awesome_mm.VERSION_LINE


def test_completion_imports_no_parser() -> None:
    """What a shell asks at every key is answered without typer, tables, TOML or a class of the model."""
    spawn("search", "oasis")

    modules = imported("--complete", "show", "oa")

    assert "awesome_mm.cli.complete" in modules
    assert modules.isdisjoint({*HEAVY, "typer"})


def test_completion_into_a_closed_pipe_is_silent() -> None:
    """A shell that no longer listens gets no complaint."""
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [sys.executable, "-m", "awesome_mm", "--complete", "sho"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )

    assert (finished.returncode, finished.stderr) == (1, b"")
