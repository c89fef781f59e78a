"""Which commands there are, how help names them, and which of them a call imports."""

import re

import pytest
import typer

from awesome_mm.cli.app import COMMANDS, make_app
from tests.commands import call


def commands_of(*arguments: str) -> dict[str, typer.core.TyperCommand]:
    """Return the commands that a call with `arguments` registers."""
    group = typer.main.get_command(make_app(arguments))
    return group.commands  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command explains itself and its options, and that is no error."""
    outcome = call(capsys, command, "--help")

    assert outcome.code == 0
    assert outcome.out.startswith(f"Usage: awesome-mm {command} ")
    assert "--catalog PATH" in outcome.out
    assert outcome.err == ""


def test_the_listing_is_unabridged(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """At 80 columns the listing of commands gives each of them one whole sentence on one line."""
    monkeypatch.setenv("COLUMNS", "80")

    outcome = call(capsys, "--help")

    listed = re.findall(r"^  ([a-z-]+) +(\S.*)$", outcome.out.partition("Commands:\n")[2], re.MULTILINE)
    assert [name for name, _ in listed] == list(COMMANDS)
    assert all(sentence.endswith(".") and not sentence.endswith("...") for _, sentence in listed)


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",), ("--help", "search"), ("--lang", "zh", "-h")])
def test_help_lists_every_command(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments, and wherever help stands before a command, all commands are listed, with exit code 0."""
    outcome = call(capsys, *arguments)

    assert outcome.code == 0
    assert all(f"\n  {command} " in outcome.out for command in COMMANDS)
    assert outcome.err == ""


def test_only_the_command_called_is_registered() -> None:
    """A call that names a command carries none of the others, even if a word of its arguments is the name of one."""
    assert list(commands_of("search", "stats", "list")) == ["search"]
    assert list(commands_of("--catalog", "search", "list")) == ["list"]


@pytest.mark.parametrize("arguments", [(), ("serch",), ("--catalog", "list")])
def test_a_call_without_a_command_registers_all(arguments: tuple[str, ...]) -> None:
    """Where no command is named, all are there to be listed or suggested."""
    assert list(commands_of(*arguments)) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_shared_options_are_everywhere(command: str) -> None:
    """Catalog, language and format are options of every command."""
    options = {name for parameter in commands_of(command)[command].params for name in parameter.opts}

    assert {"--catalog", "--lang", "--format", "--json"} <= options


@pytest.mark.parametrize("command", ["search", "list", "choose", "stats", "refresh"])
def test_the_filters_are_the_same_wherever_a_command_selects(command: str) -> None:
    """Commands that select have one and the same set of filters."""
    options = {name for parameter in commands_of(command)[command].params for name in parameter.opts}

    assert (
        set("--category --kind --year --organization --open --licence --needs --input --model --industrial --academic".split()) <= options
    )
