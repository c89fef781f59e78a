"""Data as TOML: readable, and read back as the same."""

import datetime
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.model.entry import Entry
from awesome_mm.model.taxonomy import Category, Head
from awesome_mm.store.decode import Faults, decode
from awesome_mm.store.drafting import entry_table, with_dates
from awesome_mm.store.toml_text import table_text, toml_value
from tests.store.generated import data_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text("'\"\\\n\r\t a\x00\x7f\u202e", max_size=20)
NUMBERS = st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False)
SCALARS = TEXTS | NUMBERS | st.dates() | st.datetimes(timezones=st.just(datetime.UTC))
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=12)


@given(st.dictionaries(TEXTS | st.sampled_from(("links", "account", "stages", "artifacts")), VALUES, max_size=4))
def test_any_table_reads_back(table: dict[str, Any]) -> None:
    """Whatever a table holds, in whatever keys, its TOML says the same."""
    assert tomllib.loads(table_text((), table)) == table


@given(st.dictionaries(st.sampled_from(("links", "account", "stages", "notes", "relations", "x y")), VALUES, max_size=4))
def test_any_table_reads_back_below_its_header(table: dict[str, Any]) -> None:
    """The same below a header, with further tables inside."""
    assert tomllib.loads(table_text(("method", "alpha"), table)) == {"method": {"alpha": table}}


@given(data_of(Entry).map(lambda data: {**data, "id": "alpha", "kind": "method"}))
def test_every_entry_reads_back(data: dict[str, Any]) -> None:
    """Whatever an entry holds, what is written of it is decoded as the same entry."""
    faults = Faults()
    entry = decode(Entry, data, ("alpha",), faults)
    assert entry is not None
    written = table_text(("method", "alpha"), with_dates(Entry, entry_table(entry)))

    read = tomllib.loads(written)["method"]["alpha"]

    assert entry_table(decode(Entry, {**read, "id": "alpha", "kind": "method"}, (), faults) or entry) == entry_table(entry)
    assert not faults.found


@pytest.mark.parametrize("model", [Category, Head])
@given(data=st.data())
def test_dates_are_dates(model: type, data: st.DataObject) -> None:
    """A day that is text in the model is a date in TOML, and the same text when decoded."""
    table = data.draw(data_of(model))

    read = tomllib.loads(table_text((), with_dates(model, table)))

    assert decode(model, read, (), Faults()) == decode(model, table, (), Faults())


def test_markdown_stays_readable() -> None:
    """A text of several lines stands as it is in quotes of its own."""
    written = table_text(("method", "alpha"), {"account": {"en": 'One **bold** \\ word.\n\n- a "point"'}})

    assert written == "[method.alpha]\naccount.en = '''\nOne **bold** \\ word.\n\n- a \"point\"'''\n"


def test_text_with_both_quotes() -> None:
    """What single quotes cannot hold stands in double ones, with as little escaped as may be."""
    written = table_text((), {"account": {"en": "it's '''so'''\nand \"\"\"so\"\"\""}})

    assert written == 'account.en = """\nit\'s \'\'\'so\'\'\'\nand \\"\\"\\"so\\"\\"\\""""\n'


def test_what_hides_text_is_a_number() -> None:
    """A mark that reverses text, or a control character, never stands in a file as itself."""
    assert toml_value("a\u202eb\x9bc\x00") == '"a\\u202Eb\\u009Bc\\u0000"'
    assert "\u202e" not in table_text((), {"account": {"en": "a\n\u202eb"}})


def test_the_layout_of_an_entry() -> None:
    """Short tables stand inline, links each on a line, long lists are broken, stages have headers of their own."""
    table = {
        "name": "Alpha",
        "published": datetime.date(2024, 12, 2),
        "venue": {"name": "ICCV", "year": 2025},
        "links": {"arxiv": ["2412.01137"], "code": ["https://example.org"]},
        "artifacts": [{"id": "one", "name": "One"}],
        "stages": [{"id": "first", "steps": [{"id": "inner"}]}],
    }

    assert table_text(("method", "alpha"), table) == (
        "[method.alpha]\n"
        'name = "Alpha"\n'
        "published = 2024-12-02\n"
        'venue = { name = "ICCV", year = 2025 }\n'
        'links.arxiv = ["2412.01137"]\n'
        'links.code = ["https://example.org"]\n'
        'artifacts = [\n  { id = "one", name = "One" },\n]\n'
        "\n"
        "[[method.alpha.stages]]\n"
        'id = "first"\n'
        "\n"
        "[[method.alpha.stages.steps]]\n"
        'id = "inner"\n'
    )


def test_what_toml_cannot_say() -> None:
    """A value of no kind that TOML knows is refused."""
    with pytest.raises(TypeError):
        toml_value(None)
