"""What the tables hold."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_mm.exchange.sqlite.tables import tables
from awesome_mm.model.entry import Entry, Openness
from awesome_mm.model.facts import Gain, GainUnit, Parameter, Quantity, Role, Route, Status, Step, UsedModel
from awesome_mm.store.catalog_file import DecodedCatalog
from tests.exchange.sqlite.databases import opened, rows, write
from tests.factories import make_figure, make_method, make_result, make_stage, make_text

COUNTED: dict[str, Callable[[Entry], int]] = {
    "entries": lambda _: 1,
    "works": lambda _: 1,
    "authors": lambda entry: len(entry.authors),
    "aliases": lambda entry: len(entry.aliases),
    "also_kinds": lambda entry: len(entry.also),
    "needs": lambda entry: len(entry.needs),
    "entry_materials": lambda entry: len(entry.input) + len(entry.output),
    "entry_organizations": lambda entry: len(entry.organizations),
    "placements": lambda entry: len({*entry.categories, *entry.also_in}),
    "artifacts": lambda entry: len(entry.artifacts),
    "links": lambda entry: sum(
        len(one) for links in (entry.links, *(made.links for made in entry.artifacts)) for one in links.by_kind().values()
    ),
    "openness": lambda entry: len(entry.openness.by_part()),
    "stages": lambda entry: len(list(entry.walk_stages())),
    "stage_models": lambda entry: sum(len(stage.models) for stage in entry.walk_stages()),
    "stage_tools": lambda entry: sum(len(stage.tools) for stage in entry.walk_stages()),
    "parameters": lambda entry: sum(len(stage.parameters) for stage in entry.walk_stages()),
    "routes": lambda entry: sum(len(stage.routes) for stage in entry.walk_stages()),
    "stage_after": lambda entry: sum(len(stage.after) or 1 for stage in entry.walk_stages() if stage.after is not None),
    "figures": lambda entry: len(entry.figures),
    "results": lambda entry: len(entry.results),
    "relations": lambda entry: len(entry.relations),
    "disputes": lambda entry: len(entry.disputes),
    "notes": lambda entry: len(entry.notes),
    "records": lambda entry: 1 if entry.arxiv else 0,
}


def table_names(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables, without those of the full-text index."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'works_fts%' AND name NOT LIKE 'sqlite_%'"
    return [name for (name,) in connection.execute(query)]


@pytest.mark.parametrize("table", COUNTED)
def test_every_fact_has_its_row(table: str, survey: DecodedCatalog, survey_database: Path) -> None:
    """There are as many rows as the catalog has facts of the kind."""
    assert rows(survey_database, f"SELECT count(*) FROM {table}") == [(sum(map(COUNTED[table], survey.entries)),)]


def test_every_word_has_its_row(survey: DecodedCatalog, survey_database: Path) -> None:
    """Vocabularies and statistics are there whole."""
    words = survey.vocabularies
    counts = {
        "categories": words.category,
        "organizations": words.organization,
        "models": words.model,
        "units": words.unit,
        "actions": words.action,
        "measures": words.measure,
        "materials": words.material,
        "statistics": survey.head.statistics,
        "catalog": [survey.head],
    }

    assert {table: rows(survey_database, f"SELECT count(*) FROM {table}") for table in counts} == {
        table: [(len(held),)] for table, held in counts.items()
    }


def test_keys_hold(survey_database: Path) -> None:
    """No row refers to one that is not there, and SQLite finds the file sound."""
    assert rows(survey_database, "PRAGMA foreign_key_check") == []
    assert rows(survey_database, "PRAGMA integrity_check") == [("ok",)]


def test_keys_name_the_columns_they_lead_to(survey_database: Path) -> None:
    """Every foreign key says which column it means: Datasette fails at the page of a table where one does not."""
    with opened(survey_database) as connection:
        keys = [key for table in table_names(connection) for key in connection.execute(f"PRAGMA foreign_key_list({table})")]

    assert len(keys) > 30
    assert [key for key in keys if key[4] is None] == []


def test_what_is_unknown_is_null(survey_database: Path) -> None:
    """No column of any table holds an empty text, or the catalog's word for what nobody says, save the state of a release."""
    with opened(survey_database) as connection:
        blanks = {
            (table, column[1])
            for table in table_names(connection)
            for column in connection.execute(f"PRAGMA table_info({table})").fetchall()
            if connection.execute(f"SELECT count(*) FROM {table} WHERE [{column[1]}] IN ('', 'unknown')").fetchone()[0]
        }

    assert blanks <= {("artifacts", "state"), ("openness", "state")}


@pytest.mark.parametrize("strict", [True, False])
def test_tables_are_made_with_and_without_types_that_are_checked(*, strict: bool) -> None:
    """An SQLite that is too old for strict tables is given the same ones without."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(tables(strict=strict))

    written = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'table'")]
    assert {sql.endswith("STRICT") for sql in written} == {strict}
    connection.close()


def test_a_stage_inside_a_stage_inherits_its_claim(tmp_path: Path) -> None:
    """A step has the source, locator, status and reason of the stage it is in, unless it gives its own."""
    own = Step(id="own", name=make_text("Own"), action="filter", status=Status.CONFIRMED)
    bare = Step(id="bare", name=make_text("Bare"), action="filter")
    stage = make_stage("outer", status=Status.DISPUTED, reason=make_text("Doubtful."), steps=(bare, own))
    path = write(tmp_path / "a.db", make_method("alpha", stages=(stage,)))

    assert rows(path, "SELECT id, parent, source, locator, status, reason_en FROM stages ORDER BY rowid") == [
        ("outer", None, "list", "Section 3", "disputed", "Doubtful."),
        ("bare", "outer", "list", "Section 3", "disputed", "Doubtful."),
        ("own", "outer", "list", "Section 3", "confirmed", None),
    ]


def test_what_a_stage_uses_is_kept_in_order(tmp_path: Path) -> None:
    """Models, tools, parameters and routes of a stage have their rows."""
    stage = make_stage(
        "filter",
        models=(UsedModel(id="gpt-4v", role=Role.JUDGE),),
        tools=(make_text("optical flow", "光流"),),
        parameters=(
            Parameter(name=make_text("threshold"), quantity=Quantity(at_least=0.5, unit="percent")),
            Parameter(name=make_text("criterion"), text=make_text("sharp")),
        ),
        routes=(Route(when=make_text("too dark"), to="drop"),),
    )
    path = write(tmp_path / "a.db", make_method("alpha", stages=(stage,)))

    assert rows(path, "SELECT model, role FROM stage_models") == [("gpt-4v", "judge")]
    assert rows(path, "SELECT name_en, name_zh FROM stage_tools") == [("optical flow", "光流")]
    assert rows(path, "SELECT name_en, at_least, unit, text_en FROM parameters") == [
        ("threshold", 0.5, "percent", None),
        ("criterion", None, None, "sharp"),
    ]
    assert rows(path, "SELECT when_en, leads_to FROM routes") == [("too dark", "drop")]


def test_a_gain_names_whom_it_is_over(tmp_path: Path) -> None:
    """A gain has its range, its unit, the other's value and the others' names; a benchmark nobody names is NULL."""
    gain = Gain(over=(make_text("LLaVA"), make_text("Qwen")), value=2, at_most=5, unit=GainUnit.POINT, baseline=60)
    path = write(tmp_path / "a.db", make_method("alpha", results=(make_result("unknown", None, gain=gain),)))

    assert rows(path, "SELECT benchmark_en, locator, value, gain, gain_at_most, gain_unit, baseline FROM results") == [
        (None, None, None, 2.0, 5.0, "point", 60.0)
    ]
    assert rows(path, "SELECT name_en FROM result_baselines ORDER BY position") == [("LLaVA",), ("Qwen",)]


def test_parts_refer_to_their_figure(tmp_path: Path) -> None:
    """A part may stand before the figure that it is part of."""
    part = make_figure("part", 40, "percent", part_of="total", by="domain", share=40)
    path = write(tmp_path / "a.db", make_method("alpha", figures=(part, make_figure("total")), openness=Openness()))

    assert rows(path, "SELECT id, part_of, by, share FROM figures ORDER BY position") == [
        ("part", "total", "domain", 40.0),
        ("total", None, None, None),
    ]
    assert rows(path, "PRAGMA foreign_key_check") == []
