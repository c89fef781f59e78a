"""Tests of `open`: which address is chosen, what is printed, and what the browser is given."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.commands import call, spawn

LINKED = 'links.arxiv = ["2503.08741"]\nlinks.code = ["https://x.org/one", "https://x.org/two"]'


@pytest.fixture
def own(tmp_path: Path) -> str:
    """Return a catalog with a linked work, one that has only its page, and one without any link."""
    tables = table("alpha", more=LINKED), table("beta", more='links.page = ["https://b.org/"]'), table("gamma")
    return write_catalog(tmp_path / "own.toml", *tables)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a program the browser that notes each address, and return the file of its notes."""
    notes, program = tmp_path / "opened", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" >> "{notes}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{program} %s")
    return notes


@pytest.mark.parametrize(
    ("arguments", "addresses"),
    [
        (("alpha",), "https://arxiv.org/abs/2503.08741\n"),
        (("alpha", "--code"), "https://x.org/one\nhttps://x.org/two\n"),
        (("2503.08741",), "https://arxiv.org/abs/2503.08741\n"),
        (("beta",), "https://b.org/\n"),
    ],
)
def test_the_browser_gets_the_address(arguments: tuple[str, ...], addresses: str, own: str, opened: Path) -> None:
    """The paper, or where the work is at home, is opened, and its address printed bare."""
    finished = spawn("--catalog", own, "open", *arguments)

    assert (finished.returncode, finished.stdout.decode(), finished.stderr) == (0, addresses, b"")
    assert opened.read_text(encoding="utf-8") == addresses


def test_what_the_browser_says_is_no_answer(own: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that talks does so on standard error; the answer stays what it is."""
    program = tmp_path / "talkative"
    program.write_text("#!/bin/sh\necho Opening in existing session\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{program} %s")

    finished = spawn("--catalog", own, "open", "alpha", "--json")

    assert json.loads(finished.stdout)["addresses"]
    assert b"existing session" in finished.stderr


@pytest.mark.parametrize("address", [r"https://x.org/\u001b]0;a\u0007", r"https://x.org/\u202eb", r"https://x.org/\u009bc", "ftp://x.org/"])
def test_an_address_that_is_none_is_a_fault(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What would control a terminal is no address: the catalog is refused, and nothing of it is printed or opened."""
    path = write_catalog(tmp_path / "own.toml", table("alpha", more=f'links.page = ["{address}"]'))

    outcome = call(capsys, "--catalog", path, "open", "alpha", "--print")

    assert (outcome.code, outcome.out) == (3, "")
    assert "\x1b" not in outcome.err


def test_print_opens_nothing(own: str, opened: Path) -> None:
    """With --print the address is all."""
    finished = spawn("--catalog", own, "open", "alpha", "--print")

    assert finished.stdout == b"https://arxiv.org/abs/2503.08741\n"
    assert not opened.exists()


def test_a_format_tells_the_kind(own: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A program gets each address with its entry and kind."""
    outcome = call(capsys, "--catalog", own, "open", "alpha", "--code", "--print", "--json")

    assert json.loads(outcome.out)["addresses"] == [
        {"entry": "alpha", "kind": "code", "url": f"https://x.org/{name}"} for name in ("one", "two")
    ]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(("alpha", "--data"), "Known: arxiv, code."), (("gamma",), "awesome-mm show gamma"), (("gamma", "--code"), "No code link")],
)
def test_a_link_that_is_not_known(arguments: tuple[str, ...], named: str, own: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no such link the answer says so, names those that there are, and the code is 4."""
    outcome = call(capsys, "--catalog", own, "open", *arguments, "--print")

    assert (outcome.code, outcome.out) == (4, "")
    assert named in outcome.err


def test_a_dispute_explains_a_missing_link(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a link of the source list was not taken over, the reason is given."""
    outcome = call(capsys, "open", "florence-2", "--code", "--print")

    assert outcome.code == 4
    assert "In dispute" not in outcome.out
    assert len(outcome.err.splitlines()[1]) > len("Known: arxiv.")


def test_no_browser(own: str) -> None:
    """Without a browser the address is in the message, and the code is 5."""
    finished = spawn("--catalog", own, "open", "alpha", environment={"BROWSER": "/nowhere/browser", "PATH": os.devnull, "DISPLAY": ""})

    assert finished.returncode == 5
    assert b"https://arxiv.org/abs/2503.08741" in finished.stderr
    assert b"--print" in finished.stderr
