"""What the parser knows, written down: the table that completion reads, and the generated parts of ``docs/commands.md``.

Layer: cli. ``python -m awesome_mm.cli.reference docs/commands.md`` (`make docs`) renews both; tests hold them to the parser, so
neither can lag behind it. Completion reads the table instead of the parser, because importing typer alone takes 100 ms.
"""

import inspect
import json
import re
import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from ..formats.registry import FORMATS
from . import options
from .app import COMMANDS, make_app

TABLE = Path(__file__).with_name("command_table.json")
_BLOCK = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_HELP = "--help"


def command_table() -> dict[str, Any]:
    """Return every command with its help, arguments and options, and every option with its value and help."""
    group = _parser()
    everywhere = {name: _option(parameter) for parameter in group.params for name in parameter.opts}
    known: dict[str, Any] = {**everywhere, _HELP: ["", "Show this message and exit."]}
    commands: dict[str, dict[str, Any]] = {}
    for name in COMMANDS:
        command = group.commands[name]
        own = {option: _option(parameter) for parameter in command.params for option in parameter.opts if option.startswith("-")}
        known = {**own, **known}
        given = [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
        arguments = [parameter.metavar or "" for parameter in command.params if not parameter.opts[0].startswith("-")]
        commands[name] = {"help": _first_line(command.help), "arguments": arguments, "options": [*given, _HELP]}
        if others := {option: meant for option, meant in own.items() if known[option] != meant}:
            commands[name]["own"] = others  # called as another command's, and something else
        if formats := _formats(name):
            commands[name]["formats"] = formats
    return {"before": [*everywhere, _HELP], "options": known, "commands": commands}


def _formats(command: str) -> list[str]:
    """Return the formats of a command that has some of its own; none where it has those that all share."""
    module = import_module(f".{COMMANDS[command]}", __package__)
    more = getattr(module, "MORE_FORMATS", ())
    return list(getattr(module, "OWN_FORMATS", ()) or ((*FORMATS, *more) if more else ()))


def document(text: str) -> str:
    """Return the Markdown `text` with the block of every command, and those of the filters and shared options, as the parser has them."""
    blocks = {name: _command_block(name) for name in COMMANDS}
    blocks |= {"filters": _option_table(_bundle(options.filters)), "shared": _option_table(_bundle(options.session))}
    return _BLOCK.sub(lambda block: f"{block[1]}{blocks[block['name']]}\n{block[3]}", text)


def _parser() -> Any:
    return typer.main.get_command(make_app([]))


def _option(parameter: Any) -> list[str]:
    value = "" if getattr(parameter, "is_flag", False) else parameter.metavar or ""
    return [value, parameter.help or ""]


def _first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0]


def _bundle(function: Any) -> set[str]:
    """Return the options of a bundle that commands share; each is called as its parameter."""
    return {f"--{name.replace('_', '-')}" for name in inspect.signature(function).parameters}


def _command_block(name: str) -> str:
    command = _parser().commands[name]
    arguments = "".join(f" {parameter.metavar}" for parameter in command.params if not parameter.opts[0].startswith("-"))
    own = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    filters, shared = _bundle(options.filters), _bundle(options.session)
    filtered = filters <= own
    usage = f"`awesome-mm {name} [OPTIONS]{arguments}`" + (" · with [filters](#filters)" if filtered else "")
    remaining = own - shared - (filters if filtered else set())
    about = " ".join((command.help or "").split())
    return "\n\n".join([usage, about, *([_option_table(remaining, command.params)] if remaining else [])])


def _option_table(wanted: Iterable[str], parameters: Iterable[Any] | None = None) -> str:
    """Return a Markdown table of the options `wanted`, in the parser's order."""
    every: Mapping[int, Any] = {id(one): one for command in _parser().commands.values() for one in command.params}
    shown: dict[str, str] = {}
    for parameter in parameters or every.values():
        if set(parameter.opts) & set(wanted):
            written = ", ".join(f"`{name}`" for name in parameter.opts)
            value = _option(parameter)[0].replace("|", "\\|")
            shown.setdefault(parameter.opts[0], f"| {written}{f' *{value}*' if value else ''} | {parameter.help} |")
    return "\n".join(["| option | meaning |", "|---|---|", *shown.values()])


def main() -> None:
    """Renew the table, and the document named."""
    TABLE.write_text(json.dumps(command_table(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    place = Path(sys.argv[1])
    place.write_text(document(place.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
