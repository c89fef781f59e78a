"""The survey as an object of Python: it answers as the commands do, and becomes tables."""

import doctest
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest

import awesome_mm
from awesome_mm import AwesomeError, load_catalog
from awesome_mm.errors import CatalogInvalid, EntryMissing, WrongUsage
from awesome_mm.model.entry import Entry
from tests.cli.catalogs import table, write_catalog
from tests.commands import call

ROOT = Path(__file__).parent.parent.parent
SURVEY = load_catalog()


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Return the JSON answer of a command."""
    return json.loads(call(capsys, *arguments, "--json").out)


def test_the_document_says_what_happens() -> None:
    """Every example of the document gives what stands behind it."""
    failed, tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)

    assert failed == 0
    assert tried > 15


@pytest.mark.parametrize("query", ["oasis", "oassis", "字节跳动 editing", "org:bytedance year:2025..", "zzzzzz"])
def test_a_search_is_that_of_the_command(capsys: pytest.CaptureFixture[str], query: str) -> None:
    """Ids and scores are those of `search`, in the same order, and so is what is near."""
    told = answer(capsys, "search", query)

    hits = SURVEY.search(query)

    assert [(hit.id, hit.score) for hit in hits] == [(one["id"], one["score"]) for one in told["entries"]]
    assert hits.matched == told["count"]
    assert list(hits.near) == told.get("near", [])


@pytest.mark.parametrize(
    ("filters", "options"),
    [
        ({"category": "图像编辑"}, ["--category", "editing"]),
        ({"year": ["2023", "2025.."], "kind": "dataset"}, ["--year", "2023", "--year", "2025..", "--kind", "dataset"]),
        ({"needs": "cpu,endpoint", "industrial": True}, ["--needs", "cpu,endpoint", "--industrial"]),
        ({"added_since": "2026-11"}, ["--added-since", "2026-11"]),
        (
            {"licence": "permissive", "input": ("images",), "open": "code"},
            ["--licence", "permissive", "--input", "images", "--open", "code"],
        ),
        ({}, []),
    ],
)
def test_a_selection_is_that_of_the_command(capsys: pytest.CaptureFixture[str], filters: Any, options: list[str]) -> None:
    """Filters, given as a text or several, mean what the options of their names mean, in a search and in counts too."""
    told = [one["id"] for one in answer(capsys, "list", *options)["entries"]]

    assert list(SURVEY.select(**filters).ids) == told
    assert SURVEY.stats(**filters).totals["entries"] == len(told)
    assert {hit.id for hit in SURVEY.search("data", limit=None, **filters)} <= set(told)


def test_works_are_a_sequence() -> None:
    """Works are counted, indexed, sliced and looped over; each is whole."""
    works = SURVEY.select(category="editing")

    assert isinstance(works[0], Entry)
    assert [one.id for one in works] == list(works.ids)
    assert works[1:].ids == works.ids[1:]
    assert works[-1].id == works.ids[-1]
    assert SURVEY.entry("oasis") in list(SURVEY)
    assert len(SURVEY) == len(SURVEY.select())
    assert "oasis" in SURVEY
    assert works[0] in SURVEY
    assert "nobody" not in SURVEY


def test_counts_and_comparisons_are_those_of_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """Groups and their ids are those of `stats`, rows and their values those of `compare`."""
    stats, compared = answer(capsys, "stats"), answer(capsys, "compare", "oasis", "mmevol")

    groups = SURVEY.stats().groups
    assert {name: [(one.key, list(one.ids)) for one in counts] for name, counts in groups.items()} == {
        name: [(one["key"], one["ids"]) for one in counts] for name, counts in stats["groups"].items()
    }
    comparison = SURVEY.compare("oasis", "MMEvol")
    assert list(comparison.rows) == [row["row"] for row in compared["rows"]]
    for row in compared["rows"]:
        assert [one.value for one in comparison.cell(row["row"], "mmevol")] == [one["value"] for one in row["cells"]["mmevol"]]
    assert list(SURVEY.compare("oasis", "mmevol", differences=True).rows) == [row["row"] for row in compared["rows"] if row["differs"]]


def test_what_is_related_is_that_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Ids and scores are those of `related`."""
    told = answer(capsys, "related", "oasis", "bee")

    assert [one["score"] for one in SURVEY.related("oasis").to_records()] == [one.score for one in SURVEY.related(SURVEY.entry("oasis"))]
    assert [(one.id, one.score) for one in SURVEY.related("oasis", "bee")] == [(one["id"], one["score"]) for one in told["related"]]


def test_records_become_tables() -> None:
    """Records of works, hits, counts and comparisons all have the same keys, and pandas and polars take them."""
    for records in (
        SURVEY.to_records(),
        SURVEY.search("caption").to_records(),
        SURVEY.related("oasis").to_records(),
        SURVEY.stats().to_records(),
        SURVEY.compare(*SURVEY.select().ids).to_records(),
    ):
        assert len({tuple(record) for record in records}) == 1
        assert len(pandas.DataFrame(records)) == len(polars.DataFrame(records, infer_schema_length=None)) == len(records) > 5


def test_a_record_says_what_is_unknown() -> None:
    """What is not known of a work is None, and a list is empty."""
    (record,) = [one for one in SURVEY.to_records() if one["id"] == "llava-blog"]

    assert (record["scale"], record["venue_confirmed"], record["code_state"], record["needs"]) == (None, None, None, [])


def test_a_catalog_of_ones_own(tmp_path: Path) -> None:
    """Any catalog is loaded by its path, as text or as a path."""
    path = write_catalog(tmp_path / "own.toml", table("alpha"), table("beta"))

    assert load_catalog(path).select().ids == load_catalog(Path(path)).select().ids == ("alpha", "beta")


def test_errors_name_the_remedy(tmp_path: Path) -> None:
    """What goes wrong is one kind of error with a message and a fix."""
    (tmp_path / "bad.toml").write_text("[catalog]\nschema = 1\n", encoding="utf-8")

    for wrong, kind in (
        (lambda: SURVEY.entry("oassis"), EntryMissing),
        (lambda: SURVEY.select(category="editting"), WrongUsage),
        (lambda: SURVEY.compare("oasis", rows=["stage"]), WrongUsage),
        (lambda: SURVEY.search("x", kind="novel"), WrongUsage),
        (lambda: load_catalog(tmp_path / "bad.toml"), CatalogInvalid),
        (lambda: load_catalog(""), WrongUsage),
        (lambda: SURVEY.search("oasis", limit=-1), WrongUsage),
        (lambda: SURVEY.compare("oasis", rows="date").cell("scale", "oasis"), WrongUsage),
        (lambda: SURVEY.compare("oasis", rows="date").cell("date", "llava"), WrongUsage),
    ):
        with pytest.raises(AwesomeError) as error:
            wrong()
        assert type(error.value) is kind
        assert error.value.message


def test_a_name_that_is_not_public_is_none() -> None:
    """The package has the names that it says, and no other."""
    assert all(hasattr(awesome_mm, name) for name in awesome_mm.__all__)
    assert not hasattr(awesome_mm, "load_catalogue")


def test_the_import_costs_nothing() -> None:
    """Importing the package imports nothing of it, and loading a catalog neither the parser nor the network."""
    code = "import sys, awesome_mm; before = set(sys.modules); awesome_mm.load_catalog(); print(*before); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    before, after = (set(line.split()) for line in run.stdout.splitlines())
    assert {name for name in before if name.startswith("awesome_mm")} == {"awesome_mm"}
    assert after.isdisjoint({"typer", "rich", "arxiv", "requests", "pandas", "polars"})
    assert (Path(awesome_mm.__file__).parent / "py.typed").exists()
