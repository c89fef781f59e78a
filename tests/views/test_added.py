"""The answer of `add`."""

from pathlib import Path

from awesome_mm.model.entry import Entry
from awesome_mm.store.encode import encode
from awesome_mm.views.added import added_report
from awesome_mm.views.blocks import Paragraph
from tests.factories import make_catalog, make_method

CATALOG = make_catalog(make_method("alpha"))
NEW: Entry = make_method("new", summary=None)


def last(*written: Path, language: str = "en") -> Paragraph:
    """Return the last block of the answer."""
    block = list(added_report(CATALOG, NEW, written, language, encode).blocks())[-1]
    assert isinstance(block, Paragraph)
    return block


def test_the_answer_is_the_entry_and_where_it_is() -> None:
    """A program gets the entry whole and the files written, beside version and date."""
    payload = added_report(CATALOG, NEW, [Path("/lists/own.toml")], "en", encode).payload

    assert list(payload) == ["schema_version", "as_of", "added", "written"]
    assert payload["added"][0]["id"] == "new"
    assert payload["written"] == ["/lists/own.toml"]


def test_a_person_reads_the_page_and_where_it_is() -> None:
    """Below the page of the entry stands the file, in either language."""
    assert last(Path("/lists/own.toml")).text == "Added to: /lists/own.toml"
    assert last(Path("/lists/own.toml"), language="zh").text == "已加入：/lists/own.toml"


def test_a_dry_run_says_so() -> None:
    """Where nothing was written, that is said."""
    assert last().text == "Nothing is written with --dry-run."
