"""What arXiv says now beside what the catalog says: differences field by field, and nothing about papers not seen."""

from collections.abc import Sequence
from typing import Any

import pytest

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import ArxivRecord, Basis, Entry
from awesome_mm.services.refresh import Change, Refreshed, find_changes
from awesome_mm.sources.ports import Answer, PaperRecord
from tests.factories import make_catalog, make_method


class Shelf:
    """A source that holds `records` and remembers what it was asked for."""

    def __init__(self, *records: PaperRecord, complete: bool = True, problem: str = "") -> None:
        self._answer = Answer(records=records, complete=complete, problem=problem)
        self.asked: list[str] = []

    def fetch(self, arxiv_ids: Sequence[str]) -> Answer:
        """Return the records that were asked for."""
        self.asked += arxiv_ids
        kept = tuple(record for record in self._answer.records if record.arxiv_id in arxiv_ids)
        return Answer(records=kept, complete=self._answer.complete, problem=self._answer.problem)


def make_record(arxiv_id: str = "9901.00001", **given: Any) -> PaperRecord:
    """Return arXiv's record of a paper like the entry `alpha`."""
    defaults: dict[str, object] = {
        "arxiv_id": arxiv_id,
        "version": 1,
        "title": "Alpha",
        "authors": ("Ada Example",),
        "submitted": "2099-01-02",
        "updated": "2099-01-02",
        "category": "cs.CV",
        "comment": None,
        "journal_ref": None,
        "doi": None,
    }
    return PaperRecord(**{**defaults, **given})


def make_known(entry_id: str = "alpha", arxiv_id: str = "9901.00001", **given: Any) -> Entry:
    """Return an entry whose record was fetched and equals that of `make_record`, but for what is `given`."""
    known: dict[str, object] = {
        "basis": Basis.FETCHED,
        "title": "Alpha",
        "authors": ("Ada Example",),
        "version": 1,
        "submitted": "2099-01-02",
        "updated": "2099-01-02",
        "category": "cs.CV",
        "fetched": "2099-04-01T00:00:00Z",
    }
    record = ArxivRecord(**{**known, **given})
    return make_method(entry_id, links={"arxiv": (arxiv_id,)}, arxiv=record)


def refresh(catalog: Catalog, *records: PaperRecord) -> Refreshed:
    """Return what differs between `catalog` and `records`, for all its entries."""
    return find_changes(catalog, catalog.ids, Shelf(*records))


def differences(entry: Entry, **given: Any) -> dict[str, tuple[object, object]]:
    """Return old and new by field where `entry` and a record with the `given` values differ."""
    changes = refresh(make_catalog(entry), make_record(**given)).changes
    return {change.field: (change.old, change.new) for change in changes}


def test_an_equal_record_is_no_change() -> None:
    """A record that equals the one in the catalog changes nothing."""
    result = refresh(make_catalog(make_known()), make_record())

    assert result == Refreshed(requested=("alpha",), seen=("alpha",), changes=(), complete=True, problem="")


@pytest.mark.parametrize(
    ("field", "new", "event"),
    [
        ("title", "Omega", "retitled"),
        ("authors", ("Ada Example", "Bo Beispiel"), "authors-changed"),
        ("version", 2, "new-version"),
        ("submitted", "2099-01-03", "metadata"),
        ("updated", "2099-02-01", "metadata"),
        ("category", "cs.CL", "metadata"),
        ("comment", "Accepted", "metadata"),
        ("journal_ref", "J. Made-up Res. 1", "metadata"),
        ("doi", "10.5555/1", "metadata"),
    ],
)
def test_a_difference_is_a_change_of_its_field(field: str, new: object, event: str) -> None:
    """Each field that differs is one change with its event, the catalog's value and arXiv's."""
    entry = make_known()
    given: dict[str, Any] = {field: new}

    [change] = refresh(make_catalog(entry), make_record(**given)).changes

    assert (change.entry, change.field, change.event) == ("alpha", field, event)
    assert change.old == (getattr(entry.arxiv, field) or None)
    assert change.new == new


def test_what_arxiv_has_no_more_is_a_change() -> None:
    """A comment that arXiv has no more is a change to nothing."""
    assert differences(make_known(comment="Under review")) == {"comment": ("Under review", None)}


def test_the_first_record_is_compared_with_the_entry() -> None:
    """An entry without a record gives its own title and authors to compare; the rest is new."""
    entry = make_method("alpha", title="Alpha", authors=("Ada Example",), links={"arxiv": ("9901.00001",)})

    found = differences(entry, comment="Accepted")

    assert found == {
        "version": (None, 1),
        "submitted": (None, "2099-01-02"),
        "updated": (None, "2099-01-02"),
        "category": (None, "cs.CV"),
        "comment": (None, "Accepted"),
    }


def test_a_first_record_with_another_title_is_a_mismatch() -> None:
    """Where no record was fetched before, another title may mean another paper, and the event says so."""
    entry = make_method("alpha", title="Alpha", links={"arxiv": ("9901.00001",)})

    changes = refresh(make_catalog(entry), make_record(title="A Study of Frogs")).changes

    assert {change.field: change.event for change in changes}["title"] == "title-mismatch"
    assert {change.event for change in changes if change.field != "title"} == {"first-record"}


def test_a_recalled_record_was_not_fetched() -> None:
    """A record somebody wrote by hand is no fetched one: its differences are a first record's."""
    entry = make_known(fetched=None, basis=Basis.RECALLED, submitted="2099-01-05")

    [change] = refresh(make_catalog(entry), make_record()).changes

    assert change == Change(entry="alpha", event="first-record", field="submitted", old="2099-01-05", new="2099-01-02")


@pytest.mark.parametrize(
    ("held", "given"),
    [
        ("Making 10^6 Pairs", "Making $10^6$ Pairs"),
        ("Making  Éclair", r"Making {\'E}clair"),
        ("Über alpha", r"\"Uber \textit{alpha}"),
        ("A & B", r"A \& B"),
        ("Müller", "Mu\u0308ller"),
    ],
)
def test_markup_is_no_difference(held: str, given: str) -> None:
    """LaTeX markup, the way an accent is written, and spacing make no difference."""
    assert differences(make_known(title=held), title=given) == {}


@pytest.mark.parametrize(("held", "given"), [("Alpha", "alpha"), ("Alpha 2", "Alpha 3"), ("Alpha: B", "Alpha B"), ("数据合成", "数据生成")])
def test_letters_and_marks_are_differences(held: str, given: str) -> None:
    """Other letters, digits, marks or case are differences, and both texts come back as they stand."""
    assert differences(make_known(title=held), title=given) == {"title": (held, given)}


def test_an_authors_accent_is_no_difference() -> None:
    """Names are compared as texts are, in order."""
    entry = make_known(authors=("Ada Éxample", "Bo B"))

    assert differences(entry, authors=(r"Ada {\'E}xample", "Bo B")) == {}
    assert set(differences(entry, authors=("Bo B", "Ada Éxample"))) == {"authors"}


def test_entries_without_an_arxiv_id_are_left_out() -> None:
    """Only entries with an arXiv id are requested."""
    shelf = Shelf(make_record())

    result = find_changes(make_catalog(make_method("beta"), make_known()), ("beta", "alpha"), shelf)

    assert shelf.asked == ["9901.00001"]
    assert result.requested == ("alpha",)


def test_nothing_to_ask_is_not_asked() -> None:
    """Without any arXiv id the source is left alone and the answer complete."""
    shelf = Shelf(complete=False, problem="asked")

    result = find_changes(make_catalog(make_method("beta")), ("beta",), shelf)

    assert shelf.asked == []
    assert result == Refreshed(requested=(), seen=(), changes=(), complete=True, problem="")


def test_only_the_entries_named_are_asked_for() -> None:
    """Entries that were not chosen are not requested."""
    shelf = Shelf()

    find_changes(make_catalog(make_known(), make_known("beta", "9902.00002")), ("beta",), shelf)

    assert shelf.asked == ["9902.00002"]


def test_one_paper_of_two_entries_is_asked_once() -> None:
    """Two entries with the same arXiv id share a request, and both are seen."""
    shelf = Shelf(make_record())

    result = find_changes(make_catalog(make_known(), make_known("beta")), ("alpha", "beta"), shelf)

    assert shelf.asked == ["9901.00001"]
    assert result.seen == ("alpha", "beta")


def test_of_several_ids_the_first_counts() -> None:
    """An entry with two arXiv ids goes by the first."""
    shelf = Shelf()
    entry = make_method("alpha", links={"arxiv": ("9901.00001", "9902.00002")})

    find_changes(make_catalog(entry), ("alpha",), shelf)

    assert shelf.asked == ["9901.00001"]


def test_a_paper_not_seen_has_no_change() -> None:
    """Nothing is said of an entry whose record did not come back, but that it is unseen."""
    result = refresh(make_catalog(make_known(), make_known("beta", "9902.00002")), make_record(version=2))

    assert result.seen == ("alpha",)
    assert result.unseen == ("beta",)
    assert {change.entry for change in result.changes} == {"alpha"}


def test_a_partial_answer_keeps_its_changes() -> None:
    """What came back in a partial answer is compared, and the problem handed on."""
    shelf = Shelf(make_record(version=2), complete=False, problem="arXiv answered 503.")

    result = find_changes(make_catalog(make_known(), make_known("beta", "9902.00002")), ("alpha", "beta"), shelf)

    assert (result.complete, result.problem) == (False, "arXiv answered 503.")
    assert [change.field for change in result.changes] == ["version"]


def test_changes_come_in_the_order_of_entries_and_fields() -> None:
    """Changes are in the order the entries were asked for, and within one in the order of the record."""
    catalog = make_catalog(make_known(), make_known("beta", "9902.00002"))
    records = (make_record("9902.00002", version=2, title="B"), make_record(version=3, title="A"))

    changes = refresh(catalog, *records).changes

    assert [(change.entry, change.field) for change in changes] == [
        ("alpha", "title"),
        ("alpha", "version"),
        ("beta", "title"),
        ("beta", "version"),
    ]


def test_an_empty_catalog_has_nothing_to_refresh() -> None:
    """A catalog of no entries is refreshed without a question."""
    result = refresh(make_catalog())

    assert result.requested == ()
    assert result.complete
