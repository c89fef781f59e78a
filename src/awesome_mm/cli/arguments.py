"""What arguments say before anything is parsed: which command they name, and whether the answer is to be JSON.

Layer: cli. Parsing needs typer and the commands; these two things must be known before, or although parsing failed.
"""

from collections.abc import Sequence

_TAKING_A_VALUE = ("--catalog", "--lang", "--format")
_HELP = ("-h", "--help")


def named_command(arguments: Sequence[str]) -> str:
    """Return the word that stands where a command belongs; ``""`` when there is none, or help on all of them is asked for before."""
    place = _command_place(arguments)
    if place == len(arguments) or any(argument in _HELP for argument in arguments[:place]):
        return ""
    return arguments[place]


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether the answer is to be JSON: ``--json`` or ``--format json`` after the command, else before it."""
    place = _command_place(arguments)
    for side in (arguments[place + 1 :], arguments[:place]):
        options = side[: side.index("--")] if "--" in side else side
        if chosen := _format_in(options):
            return chosen == "json"
    return False


def _command_place(arguments: Sequence[str]) -> int:
    """Return the index of the first argument that is neither an option nor the value of one; their number when there is none."""
    is_value = False
    for place, argument in enumerate(arguments):
        if is_value:
            is_value = False
        elif argument == "--":
            return place + 1
        elif not argument.startswith("-"):
            return place
        else:
            is_value = argument in _TAKING_A_VALUE
    return len(arguments)


def _format_in(options: Sequence[str]) -> str:
    if "--json" in options:
        return "json"
    chosen = ""
    for place, option in enumerate(options):
        if option.startswith("--format="):
            chosen = option.removeprefix("--format=")
        elif option == "--format" and place + 1 < len(options):
            chosen = options[place + 1]
    return chosen.strip().casefold()
