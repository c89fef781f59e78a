"""Every command and every option stands in the documents, and nothing stands there that is not."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import typer

from awesome_mm.cli.app import COMMANDS, make_app
from awesome_mm.cli.reference import command_table, document
from awesome_mm.model.written_numbers import numbers_in
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.json_schema import catalog_schema
from awesome_mm.store.places import bundled_catalog
from awesome_mm.store.schema import fields_of
from tests.test_bundled_texts import bilingual

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SHARED = {"--catalog", "--lang", "--format", "--json", "--help"}


def command_options(command: str) -> list[tuple[str, tuple[str, str]]]:
    """Return the options of `command` with their value and help, as its parser has them."""
    group = typer.main.get_command(make_app([command]))
    parameters = group.commands[command].params  # type: ignore[attr-defined]
    return [(name, (str(one.metavar), str(one.help))) for one in parameters for name in one.opts if name.startswith("-")]


def options_of(command: str) -> set[str]:
    """Return the long options that the parser of `command` knows."""
    group = typer.main.get_command(make_app([command]))
    parser = group.commands[command]  # type: ignore[attr-defined]
    return {name for parameter in parser.params for name in parameter.opts if name.startswith("--")}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_its_section(command: str) -> None:
    """Each command has a section of its own that shows how it is called."""
    assert re.search(rf"^## {command}\n\n<!-- generated: {command} -->$", TEXT, re.MULTILINE)


def test_the_commands_are_the_parsers() -> None:
    """Usage, help and options stand in the document as the parser has them; `make docs` renews them."""
    assert document(TEXT) == TEXT


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_help(command: str) -> None:
    """Each command, and each of its options, says what it does."""
    table = command_table()

    assert table["commands"][command]["help"]
    assert [option for option in table["commands"][command]["options"] if not table["options"][option][1]] == []


def test_an_option_means_one_thing() -> None:
    """An option has the same value and the same help in every command that knows it, but for those that do another thing in one."""
    others = {("lint", "--explain"), ("cite", "--check"), ("cite", "--online")}
    every = {(name, *known) for command in COMMANDS for name, known in command_options(command) if (command, name) not in others}

    assert len(every) == len({name for name, *_ in every})


def test_no_option_is_described_that_does_not_exist() -> None:
    """The document names no option that no command knows."""
    known = SHARED.union({"--version"}, *(options_of(command) for command in COMMANDS))

    assert set(re.findall(r"--[a-z][a-z-]+", TEXT)) - known == set()


def test_the_json_schema_is_the_models() -> None:
    """The published JSON Schema is what the model's types say; `make schema` renews it."""
    published = json.loads((ROOT / "data" / "catalog.schema.json").read_text(encoding="utf-8"))

    assert published == catalog_schema()


def test_the_bundled_catalog_satisfies_the_json_schema() -> None:
    """An editor that checks the catalog by the JSON Schema finds no fault in it."""
    from jsonschema import Draft202012Validator

    data = tomllib.loads((ROOT / "data" / "catalog.toml").read_text(encoding="utf-8"))

    faults = Draft202012Validator(catalog_schema()).iter_errors(json.loads(json.dumps(data, default=str)))

    assert [fault.message for fault in faults] == []


def test_the_example_of_an_entry_is_sound(tmp_path: Path) -> None:
    """The entry that docs/facts.md shows can be added to the bundled catalog as it stands, and its texts keep the rules of others."""
    example = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "facts.md").read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "catalog.toml"
    path.write_text(bundled_catalog().read_text(encoding="utf-8") + "\n" + "\n".join(example), encoding="utf-8")

    [entry] = [entry for entry in load_catalog(path).entries if entry.id == "example-synthesis"]

    assert {dispute.field for dispute in entry.disputes} == {"published", "figures.total"}
    assert [(en, zh) for en, zh in bilingual(entry) if numbers_in(en) != numbers_in(zh)] == []


def test_the_example_of_json_lines_is_sound(tmp_path: Path) -> None:
    """The catalog that docs/schema.md shows as JSON lines loads as it stands."""
    [example] = re.findall(r"```json\n(.*?)```", (ROOT / "docs" / "schema.md").read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "catalog.jsonl"
    path.write_text(example, encoding="utf-8")

    assert [entry.id for entry in load_catalog(path).entries] == ["alpha"]


@pytest.mark.parametrize("name", ["Head", "Statistic", "Entry", "Stage", "Figure", "Result", "Gain", "Artifact", "Unit", "Category"])
def test_every_field_stands_in_the_schema_document(name: str) -> None:
    """Each field of the model is described in docs/schema.md."""
    from awesome_mm.model import entry, facts, taxonomy

    model = next(getattr(module, name) for module in (entry, facts, taxonomy) if hasattr(module, name))
    text = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")

    missing = [field.name for field in fields_of(model) if not re.search(rf"\b{field.name}\b", text)]

    assert missing == []
