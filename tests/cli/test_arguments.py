"""What arguments say before they are parsed."""

import pytest

from awesome_mm.cli.arguments import named_command, wants_json


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ("", ""),
        ("list", "list"),
        ("search stats", "search"),
        ("--catalog list search", "search"),
        ("--catalog=list search", "search"),
        ("--lang zh --format json --json stats", "stats"),
        ("--format", ""),
        ("--catalog list", ""),
        ("-- list", "list"),
        ("--nonsense list", "list"),
        ("lst", "lst"),
        ("-h list", ""),
        ("list -h", "list"),
        ("--catalog -h list", ""),
    ],
)
def test_a_command_is_the_first_word_that_is_no_option(arguments: str, command: str) -> None:
    """The command is the first argument that is neither an option nor an option's value; help before it asks for all."""
    assert named_command(arguments.split()) == command


@pytest.mark.parametrize(
    ("arguments", "as_json"),
    [
        ("list --json", True),
        ("--json list", True),
        ("--format json list", True),
        ("list --format=json", True),
        ("list --format JSON", True),
        ("--json list --format tsv", False),
        ("--format tsv list --json", True),
        ("list --format tsv --format json", True),
        ("list --format json --format tsv", False),
        ("search -- --json", False),
        ("list --format", False),
        ("list json", False),
        ("--json", True),
        ("", False),
    ],
)
def test_what_stands_after_the_command_decides(arguments: str, as_json: bool) -> None:
    """JSON is wanted when the options after the command say so, else those before it; what follows ``--`` is no option."""
    assert wants_json(arguments.split()) == as_json
