"""When `search -i` opens no prompt."""

import io
import json

import pytest

from tests.cli.prompt.terminal import terminal
from tests.commands import call, spawn


class Tty(io.StringIO):
    """Standard input or output on a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("arguments", [("-i",), ("-i", "oasis"), ("--interactive", "--limit", "3"), ("-i", "--catalog", "/nowhere")])
def test_without_a_terminal_it_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    """In a pipe or a script the call ends at once, before anything else is looked at."""
    finished = spawn("search", *arguments)

    assert (finished.returncode, finished.stdout) == (2, b"")
    assert finished.stderr.decode().startswith("awesome-mm: --interactive: standard input and standard output must be a terminal.\n")


def test_without_a_terminal_a_program_gets_json() -> None:
    """The error is JSON where JSON is asked for."""
    finished = spawn("search", "-i", "--format", "json")

    assert finished.returncode == 2
    assert json.loads(finished.stderr)["error"]["code"] == "usage"


def test_one_terminal_is_not_enough(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing on a terminal into a pipe is no conversation."""
    monkeypatch.setattr("sys.stdin", Tty())

    outcome = call(capsys, "search", "-i")

    assert outcome.code == 2
    assert outcome.err.startswith("awesome-mm: --interactive: standard output must be a terminal.")


def test_a_terminal_that_cannot_move_its_cursor_will_not_do() -> None:
    """A dumb terminal is told from one that can show a list."""
    with terminal("search", "-i", kind="dumb") as one:
        assert one.end() == 2
        assert "TERM=dumb" in one.screen.written


@pytest.mark.parametrize(
    "options", ["--format table", "--json", "--format json", "--limit 5", "--offset 2", "--fields id", "--explain"], ids=lambda one: one
)
def test_what_means_nothing_with_it_is_wrong_usage(options: str) -> None:
    """Options that shape an answer are told not to go with a prompt."""
    name = options.partition(" ")[0].replace("--json", "--format")
    with terminal("search", "-i", "oasis", *options.split()) as one:
        assert one.end() == 2
        assert f"--interactive: {name} cannot be given with it." in one.screen.written


def test_without_it_a_query_is_still_required(capsys: pytest.CaptureFixture[str]) -> None:
    """`search` alone is the usage error it was."""
    outcome = call(capsys, "search")

    assert outcome.code == 2
    assert outcome.err == "awesome-mm: Missing argument 'QUERY...'.\n`awesome-mm search --help` shows what there is.\n"
