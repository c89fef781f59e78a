"""Papers named by their ids become entries of what arXiv says."""

from awesome_mm.model.draft import Skipped
from awesome_mm.model.entry import ArxivRecord, Basis
from awesome_mm.services.from_records import draft_of, placeholder

RECORD = ArxivRecord(basis=Basis.FETCHED, title="Alpha: Sorting by Looking", authors=("Ada",), submitted="2024-01-02")


def test_an_entry_of_a_record() -> None:
    """Name, title, authors, day and link are the record's; the entry stands in a category of its own kind."""
    draft = draft_of({"2401.00001": "ids:3"}, {"2401.00001": RECORD}, "")

    [entry] = draft.entries
    assert (entry.id, entry.name, entry.title, entry.authors, entry.published) == ("alpha", "Alpha", RECORD.title, ("Ada",), "2024-01-02")
    assert (entry.links.arxiv, entry.arxiv, entry.categories) == (("2401.00001",), RECORD, ("imported",))
    assert draft.categories["imported"].order == ("alpha",)
    assert draft.lines == {"alpha": "ids:3"}


def test_a_record_says_what_it_says_to_add() -> None:
    """Titles lose their LaTeX, comments give the venue and the repository."""
    record = ArxivRecord(
        basis=Basis.FETCHED,
        title=r"Alpha: Sorting by $\mathcal{L}$ooking",
        comment="Accepted to CVPR 2025. Code: https://github.com/a/alpha",
        submitted="2024-01-02",
    )

    [entry] = draft_of({"2401.00001": "ids:1"}, {"2401.00001": record}, "").entries

    assert (entry.title, entry.links.code, entry.added) == ("Alpha: Sorting by Looking", ("https://github.com/a/alpha",), None)
    assert entry.venue is not None
    assert (entry.venue.name, entry.venue.year) == ("CVPR", 2025)


def test_papers_of_one_name() -> None:
    """Each gets an id of its own; a title without letters of ASCII goes by its number."""
    papers = {"2401.00001": RECORD, "2401.00002": RECORD, "2401.00003": ArxivRecord(basis=Basis.FETCHED, title="排序")}

    draft = draft_of(dict.fromkeys(papers, "ids:1"), papers, "")

    assert [entry.id for entry in draft.entries] == ["alpha", "alpha-2024", "arxiv-2401-00003"]


def test_a_paper_that_is_not_there() -> None:
    """It is skipped, with its place and the reason."""
    draft = draft_of({"2401.00001": "C:\\ids:7"}, {}, "arXiv has no such paper")

    assert draft.skipped == (Skipped(path="C:\\ids", line=7, text="2401.00001", reason="arXiv has no such paper"),)
    assert draft.categories == {}


def test_an_entry_to_ask_with() -> None:
    """It says which paper it is."""
    assert placeholder("cs/0501001").links.arxiv == ("cs/0501001",)
