"""The record of a paper that is not in the catalog: what is asked, what is taken, and what is told otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from awesome_mm.errors import PaperMissing, SourceUnreachable
from awesome_mm.model.entry import ArxivRecord, Basis
from awesome_mm.services.looking_up import find_paper, find_titled
from awesome_mm.services.refresh import Known
from awesome_mm.sources.ports import Answer, PaperRecord, TitleAnswer

GRANARY = "Granary: Growing Instruction Data from One Image"


def make_record(arxiv_id: str, title: str, comment: str | None = None) -> PaperRecord:
    """Return a paper's record as a source gives it."""
    return PaperRecord(
        arxiv_id=arxiv_id,
        version=1,
        title=title,
        authors=("Ada Example", "Bo Beispiel"),
        submitted="2099-01-02",
        updated="2099-01-02",
        category="cs.CV",
        comment=comment,
        journal_ref=None,
        doi=None,
    )


class Source:
    """A source that holds some papers; one with a `problem` answers nothing but that."""

    def __init__(self, *papers: PaperRecord, problem: str = "") -> None:
        self.papers = papers
        self.problem = problem
        self.asked: list[str] = []

    def fetch(self, arxiv_ids: Sequence[str]) -> Iterator[Answer]:
        """Yield one answer with those of the papers that are there."""
        self.asked += arxiv_ids
        found = () if self.problem else tuple(paper for paper in self.papers if paper.arxiv_id in arxiv_ids)
        yield Answer(asked=tuple(arxiv_ids), of=len(arxiv_ids), records=found, complete=not self.problem, problem=self.problem)

    def find_titled(self, title: str) -> TitleAnswer:
        """Return all the papers: choosing is not the source's affair."""
        self.asked.append(title)
        return TitleAnswer(records=() if self.problem else self.papers, complete=not self.problem, problem=self.problem)

    def confirm_withdrawal(self, arxiv_id: str) -> tuple[bool | None, str]:
        """Return that nobody knows."""
        return None, f"nobody knows of {arxiv_id}."


def fetched(arxiv_id: str, title: str, hours: float = 1) -> Mapping[str, ArxivRecord]:
    """Return the records with one that was fetched some hours ago."""
    moment = (datetime.now(UTC) - timedelta(hours=hours)).replace(microsecond=0, tzinfo=None).isoformat()
    return {arxiv_id: ArxivRecord(basis=Basis.FETCHED, id=arxiv_id, title=title, submitted="2099-01-02", fetched=f"{moment}Z")}


def known(records: Mapping[str, ArxivRecord] | None = None) -> Known:
    """Return what is known: the `records`, or nothing."""
    return Known(written={}, fetched=records or {})


def test_a_paper_is_asked_for_by_id() -> None:
    """The record comes as fetched, as a refresh keeps it."""
    found = find_paper("9901.00001", known(), Source(make_record("9901.00001", GRANARY)))

    assert (found.arxiv_id, found.record.title, found.record.basis) == ("9901.00001", GRANARY, Basis.FETCHED)
    assert found.record.fetched


def test_what_was_fetched_today_is_not_asked_for_again() -> None:
    """A record of the last 24 hours will do, one older is asked for anew."""
    recent, old = Source(), Source(make_record("9901.00001", "New"))

    assert find_paper("9901.00001", known(fetched("9901.00001", GRANARY)), recent).record.title == GRANARY
    assert find_paper("9901.00001", known(fetched("9901.00001", GRANARY, hours=30)), old).record.title == "New"
    assert (recent.asked, old.asked) == ([], ["9901.00001"])


def test_an_id_that_arxiv_does_not_have() -> None:
    """A whole answer without the paper says that there is none."""
    with pytest.raises(PaperMissing, match=r"no paper 9901\.00009"):
        find_paper("9901.00009", known(), Source())


def test_what_did_not_come_is_not_said_to_be_missing() -> None:
    """An answer with a problem is a problem, whatever it lacks."""
    with pytest.raises(SourceUnreachable, match="down"):
        find_paper("9901.00009", known(), Source(problem="It is down."))
    with pytest.raises(SourceUnreachable, match="down"):
        find_titled(GRANARY, known(), Source(problem="It is down."))


def test_offline_any_record_will_do_and_none_is_a_problem() -> None:
    """Offline a record of whatever age is taken, by id and by title; without one nobody says that there is no such paper."""
    before = known(fetched("9901.00001", GRANARY, hours=900))

    assert find_paper("9901.00001", before, None).record.title == GRANARY
    assert find_titled(GRANARY.upper(), before, None).arxiv_id == "9901.00001"
    for find, name in ((find_paper, "9901.00002"), (find_titled, "Something Else")):
        with pytest.raises(SourceUnreachable, match="been fetched yet"):
            find(name, before, None)


def test_a_suspect_is_taken_with_a_remark() -> None:
    """Where nobody could confirm that a paper was withdrawn, it is taken and that is told."""
    found = find_paper("9901.00001", known(), Source(make_record("9901.00001", GRANARY, comment="This paper has been withdrawn")))

    assert "may be withdrawn" in found.remark


@pytest.mark.parametrize(
    "title",
    [GRANARY, GRANARY.upper(), "granary - growing instruction data, from one image", "Granary: Growing Instuction Data from One Image"],
)
def test_the_one_paper_of_a_title_is_taken(title: str) -> None:
    """Case and marks make no difference, a slip does not hinder; the record that came is kept and not asked for twice."""
    kept: dict[str, ArxivRecord] = {}
    source = Source(make_record("9901.00001", GRANARY), make_record("9901.00002", GRANARY.replace(":", " 2:")))

    found = find_titled(title, Known(written={}, fetched={}, keep=kept.update), source)

    assert found.arxiv_id == "9901.00001"
    assert list(kept) == ["9901.00001"]
    assert source.asked == [title]


@pytest.mark.parametrize("title", ["Granary", "Growing Instruction Data", "Granary 3: Growing Instruction Data from One Image"])
def test_an_unclear_title_names_what_may_be_meant(title: str) -> None:
    """A part of a title, or another number, is nobody's title: the candidates are named with ids, the rest is left out."""
    papers = (make_record("9901.00001", GRANARY), make_record("9901.00002", "Granary at Scale"), make_record("9901.00003", "Zebra"))

    with pytest.raises(PaperMissing, match="not clearly the title") as caught:
        find_titled(title, known(), Source(*papers))

    assert f"9901.00001  {GRANARY} (Ada Example et al., 2099)" in caught.value.message
    assert "Zebra" not in caught.value.message


def test_a_title_that_two_papers_bear_is_unclear() -> None:
    """Of two papers with the same title neither is taken."""
    with pytest.raises(PaperMissing, match="not clearly the title"):
        find_titled(GRANARY, known(), Source(make_record("9901.00001", GRANARY), make_record("9901.00002", GRANARY)))


def test_a_title_that_no_paper_comes_near() -> None:
    """Where nothing is near, that is said, and no candidate."""
    with pytest.raises(PaperMissing, match="finds no paper called"):
        find_titled("Weaving Baskets", known(), Source(make_record("9901.00001", GRANARY)))


def test_a_title_fetched_before_is_not_searched_for() -> None:
    """A paper whose record is known is known by its title too."""
    source = Source()

    assert find_titled(GRANARY, known(fetched("9901.00001", GRANARY)), source).arxiv_id == "9901.00001"
    assert source.asked == []
