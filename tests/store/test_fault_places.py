"""The file and line that a fault's key path leads to."""

from pathlib import Path

import pytest
import tomli

from awesome_mm.store.decode import Fault
from awesome_mm.store.fault_places import Place, TomlFile, located

TEXT = """\
# [method.alpha] in a comment
[catalog]
schema = 1

[method.alpha] # the first
name = "Alpha"
links.arxiv = ["1"]

[[ method . "alpha" . stages ]]
id = "one"

[[method.alpha.stages.steps]]
id = "one-one"

[[method.alpha.stages]]
id = "two"

[[method.alpha.stages.steps]]
id = "two-one"

[[method.alpha.stages.steps]]
id = "two-two"
models = [
  ["not a header"],
]

[method.alpha.arxiv]
basis = "confirmed"

[method.'llava-1.5']
name = "x"
"""
PATH = Path("survey.toml")


def source(text: str, path: Path = PATH) -> TomlFile:
    """Return `text` as read from `path`."""
    return TomlFile(path=path, text=text, data=tomli.loads(text))


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("catalog", "schema"), 3),
        (("catalog",), 2),
        (("method", "alpha", "name"), 6),
        (("method", "alpha", "links", "arxiv", 0), 7),
        (("method", "alpha", "title"), 5),
        (("method", "alpha", "stages", 0), 9),
        (("method", "alpha", "stages", 0, "id"), 10),
        (("method", "alpha", "stages"), 9),
        (("method", "alpha", "stages", 0, "steps", 0, "id"), 13),
        (("method", "alpha", "stages", 1, "action"), 15),
        (("method", "alpha", "stages", 1, "steps", 0), 18),
        (("method", "alpha", "stages", 1, "steps", 1, "models", 0), 23),
        (("method", "alpha", "arxiv", "basis"), 28),
        (("method", "llava-1.5", "name"), 31),
    ],
)
def test_line_of_the_key_or_the_nearest_header(place: Place, line: int) -> None:
    """A fault stands on the line of its key, or where that is missing at the deepest header on its way, the right one of several alike."""
    assert located(Fault(place, "is wrong"), PATH, [source(TEXT)]).startswith(f"survey.toml:{line}: ")


def test_a_fault_is_written_with_path_and_problem() -> None:
    """File, line, key path and problem stand on one line."""
    fault = Fault(("method", "alpha", "stages", 1, "action"), "is missing")

    assert located(fault, PATH, [source(TEXT)]) == "survey.toml:15: method.alpha.stages[1].action: is missing"


def test_without_a_header_there_is_no_line() -> None:
    """What no header leads to is named by file and key path."""
    assert located(Fault(("method", "x", "name"), "is bad"), PATH, [source("method.x.name = 1")]) == "survey.toml: method.x.name: is bad"


def test_the_file_is_the_one_that_holds_the_fault() -> None:
    """Of several files the one that goes furthest along the key path is named, the last of equals."""
    files = [source("[method.alpha]\nx = 1", Path("a.toml")), source("\n[method.beta]", Path("b.toml")), source("[unit]", Path("c.toml"))]

    assert located(Fault(("method", "alpha", "x"), "is bad"), PATH, files) == "a.toml:2: method.alpha.x: is bad"
    assert located(Fault(("method", "beta", "name"), "is missing"), PATH, files) == "b.toml:2: method.beta.name: is missing"


def test_what_stands_nowhere_is_a_fault_of_the_catalog() -> None:
    """A missing head is in no file; the catalog itself is named."""
    assert located(Fault(("catalog",), "is missing"), Path("folder"), [source("[unit]")]) == "folder: catalog: is missing"
    assert located(Fault(("catalog",), "is missing"), Path("folder"), []) == "folder: catalog: is missing"
