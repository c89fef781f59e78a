"""Generated catalogs: sound, the same for the same seed, and never to be taken for the real works among them."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.store.cache import open_catalog
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.places import bundled_catalog
from forms import KINDS, lines_of, toml_of, write_folder
from fresh_names import Names, names_in, squashed
from generate import generated
from mixing import real_tables
from tests.store.written import HEAD, as_lines, catalog, entry, write

PROGRAM = Path(__file__).parent.parent.parent / "benchmarks" / "generate.py"


def written_toml(folder: Path, tables: dict[str, Any]) -> Path:
    """Write `tables` as TOML into `folder`, and return the path of the catalog."""
    return write(folder / "a.toml", "".join(toml_of(tables)))


def written_lines(folder: Path, tables: dict[str, Any]) -> Path:
    """Write `tables` as JSON lines."""
    return write(folder / "a.jsonl", "".join(lines_of(tables)))


def written_folder(folder: Path, tables: dict[str, Any]) -> Path:
    """Write `tables` as a folder with a file for each entry."""
    write_folder(tables, folder / "a")
    return folder / "a"


FORMS = (written_toml, written_lines, written_folder)


def generate(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person does."""
    return subprocess.run(
        [sys.executable, str(PROGRAM), *arguments], env={**os.environ, **environment}, capture_output=True, check=False, timeout=60
    )


def made(tables: dict[str, Any], real: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return those entries of `tables` that are not in `real`, by id."""
    return {one: table for kind in KINDS for one, table in tables.get(kind, {}).items() if one not in real.get(kind, {})}


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    """Return the tables of the bundled catalog."""
    return real_tables(bundled_catalog())


@pytest.fixture(scope="module")
def mixed() -> dict[str, Any]:
    """Return the bundled catalog among 400 entries that are like its own."""
    return generated(400, bundled_catalog())


def test_the_plain_catalog_stays_as_it_is() -> None:
    """What times are compared over has the same bytes as ever."""
    printed = generate("1000")

    assert hashlib.sha256(printed.stdout).hexdigest() == "774723e3b526338e7edd7e2d268ae84677ee99022c526ab5b95262eb8c4ad66c"
    assert (printed.returncode, printed.stderr) == (0, b"")


@pytest.mark.parametrize("form", FORMS)
def test_the_plain_catalog_in_each_form(form: Callable[..., Path], tmp_path: Path) -> None:
    """Each form holds the same head, words and entries."""
    tables = generated(50)

    loaded = load_catalog(form(tmp_path, tables))

    expected = load_catalog(written_toml(tmp_path, tables))
    assert (loaded.head, loaded.vocabularies) == (expected.head, expected.vocabularies)
    assert sorted(one.id for one in loaded.entries) == sorted(tables["method"])
    assert set(loaded.entries) == set(expected.entries)


@pytest.mark.parametrize("form", FORMS)
def test_the_mixed_catalog_in_each_form(form: Callable[..., Path], mixed: dict[str, Any], tmp_path: Path) -> None:
    """Each form is sound and holds every real entry, word and the head as they were, beside the generated ones."""
    loaded, bundled = load_catalog(form(tmp_path, mixed)), load_catalog(bundled_catalog())

    assert len(loaded.entries) == len(bundled.entries) + 400
    assert {one.id: one for one in bundled.entries}.items() <= {one.id: one for one in loaded.entries}.items()
    assert loaded.head == bundled.head
    assert dict(loaded.vocabularies.model) == dict(bundled.vocabularies.model)
    assert dict(bundled.vocabularies.organization).items() <= dict(loaded.vocabularies.organization).items()


def test_real_entries_keep_their_order_among_the_others(mixed: dict[str, Any], real: dict[str, Any]) -> None:
    """The real works come one after the other as in their catalog, with generated ones between them."""
    methods = list(mixed["method"])

    assert [one for one in methods if one in real["method"]] == list(real["method"])
    assert set(methods[: len(real["method"])]) != set(real["method"])


def test_nothing_generated_is_called_as_something_real(mixed: dict[str, Any], real: dict[str, Any]) -> None:
    """No generated name or id holds a real name of some length, is held by one, or is given twice; arXiv ids are nobody's."""
    taken = [squashed(name) for name in names_in(real)]
    entries = made(mixed, real)
    names = [squashed(entry["name"]) for entry in entries.values()]

    assert len(set(names)) == len(names) == len(entries) == 400
    assert [(name, other) for name in names for other in taken if name in other or (len(other) > 3 and other in name)] == []
    assert all(squashed(one) in names for one in entries)
    arxiv_ids = {one for entry in entries.values() for one in entry["links"]["arxiv"]}
    assert len(arxiv_ids) == 400
    assert arxiv_ids.isdisjoint(one for kind in KINDS for entry in real[kind].values() for one in entry.get("links", {}).get("arxiv", ()))


def test_generated_entries_are_next_to_the_field(mixed: dict[str, Any], real: dict[str, Any]) -> None:
    """Each says in both languages what it makes, and stands under categories, actions and organisations of its own."""
    for one in made(mixed, real).values():
        assert one["title"].startswith(one["name"])
        assert set(one["categories"]) <= set(mixed["category"]) - set(real["category"])
        assert set(one["organizations"]) <= set(mixed["organization"]) - set(real["organization"])
        assert any("\u4e00" <= character <= "\u9fff" for character in one["summary"]["zh"])
        assert one["summary"]["en"].isascii()
        assert [text for text in one["summary"].values() if "{" in text] == []
        assert {stage["action"] for stage in one["stages"]} <= set(mixed["action"]) - set(real["action"])
        assert all(stage["detail"]["zh"] and stage["detail"]["en"] for stage in one["stages"])


def test_the_works_are_still_found_by_name(mixed: dict[str, Any], tmp_path: Path) -> None:
    """The mixed catalog opens like any other and holds every work under its id."""
    opened = open_catalog(written_lines(tmp_path, mixed))

    assert opened.entry("oasis").name == "Oasis"
    assert len(opened) == 451


def test_the_same_seed_makes_the_same_catalog() -> None:
    """Neither the process nor the order in which it keeps its sets matters; another seed makes another catalog."""
    asked = ("30", "--with", str(bundled_catalog()), "--form", "jsonl")
    printed = [generate(*asked, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]

    assert printed[0] == printed[1] == "".join(lines_of(generated(30, bundled_catalog()))).encode()
    assert generate(*asked, "--seed", "5").stdout != printed[0]


@pytest.mark.parametrize("text", [catalog(entry("alpha"), entry("beta", kind="dataset")), HEAD + '[category.editing]\ntitle = "Editing"\n'])
def test_any_catalog_may_be_mixed_in(text: str, tmp_path: Path) -> None:
    """A catalog in either form, with few words or nearly none, takes generated entries."""
    for path in (write(tmp_path / "own.toml", text), write(tmp_path / "own.jsonl", as_lines(text))):
        loaded = load_catalog(written_toml(tmp_path, generated(40, path)))

        assert len(loaded.entries) == 40 + text.count("[method.") + text.count("[dataset.")


def test_names_do_not_run_out() -> None:
    """Where every name that can be drawn is taken, longer ones are given."""
    import random

    class One(random.Random):
        def choice(self, seq: Any) -> Any:
            return seq[0]

    names = Names({})

    assert [names.name(One()) for _ in range(3)] == ["CapForge", "CapForge-2", "CapForge-3"]


def test_a_folder_is_written(tmp_path: Path) -> None:
    """The program writes a file for each entry, and prints nothing."""
    finished = generate("5", "--form", "folder", str(tmp_path / "deep" / "survey"))

    assert (finished.returncode, finished.stdout, finished.stderr) == (0, b"", b"")
    assert len(list((tmp_path / "deep" / "survey").iterdir())) == 6
    assert len(load_catalog(tmp_path / "deep" / "survey").entries) == 5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("5", "--form", "folder"), b"takes a folder"),
        (("5", "somewhere"), b"takes a folder"),
        (("5", "--with", "nowhere.toml"), b"No such file"),
    ],
)
def test_what_cannot_be_made_is_told(arguments: tuple[str, ...], said: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong arguments, and a catalog that cannot be mixed in, end the program with a word about it."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "words", HEAD)

    finished = generate(*arguments)

    assert finished.returncode != 0
    assert said in finished.stderr
    assert b"Traceback" not in finished.stderr
