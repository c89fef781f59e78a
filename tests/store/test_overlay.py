"""Fetched records laid over a catalog."""

from awesome_mm.model.entry import ArxivRecord, Basis, Entry
from awesome_mm.store.overlay import overlaid
from tests.factories import make_decoded, make_method


def make_record(title: str = "Alpha", fetched: str | None = "2099-01-02T00:00:00Z", **given: object) -> ArxivRecord:
    """Return a record."""
    basis = Basis.FETCHED if fetched else Basis.RECALLED
    return ArxivRecord(basis=basis, title=title, fetched=fetched, **given)  # type: ignore[arg-type]


def laid(entry: Entry, record: ArxivRecord, *others: Entry) -> ArxivRecord | None:
    """Return the record of `entry` once `record` is laid over a catalog of it."""
    return overlaid(make_decoded(entry, *others), {"9901.00001": record}).entries[0].arxiv


def make_entry(entry_id: str = "alpha", arxiv: ArxivRecord | None = None, title: str = "Alpha", arxiv_id: str = "9901.00001") -> Entry:
    """Return an entry with an arXiv id."""
    return make_method(entry_id, title=title, links={"arxiv": (arxiv_id,)}, arxiv=arxiv)


def test_a_fetched_record_takes_the_place_of_a_recalled_one() -> None:
    """What was fetched wins over what somebody wrote by hand."""
    record = make_record()

    assert laid(make_entry(arxiv=make_record(fetched=None)), record) is record
    assert laid(make_entry(), record) is record


def test_the_newest_fetch_wins() -> None:
    """A catalog whose own record was fetched later keeps it."""
    own = make_record(fetched="2099-01-03T00:00:00Z")

    assert laid(make_entry(arxiv=own), make_record()) is own


def test_a_record_of_another_paper_stays_out() -> None:
    """A record that another entry's title bears, or that has nothing of the entry, is not laid over it."""
    assert laid(make_entry(), make_record("A Study of Frogs")) is None
    other = make_entry("beta", title="Beta", arxiv_id="9902.00002")
    assert laid(make_entry(title="Alpha of Beta"), make_record("Beta"), other) is None


def test_without_records_nothing_is_touched() -> None:
    """The catalog is the same one."""
    catalog = make_decoded(make_entry())

    assert overlaid(catalog, {}) is catalog
