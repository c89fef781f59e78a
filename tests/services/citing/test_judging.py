"""What is found of a citation: which work it means, and each way in which it may be wrong."""

from typing import Any

import pytest

from awesome_mm.model.citations import Citation, Cited, Form, Undefined
from awesome_mm.model.entry import ArxivRecord, Basis, Dispute, Entry, Links, Venue
from awesome_mm.services.citing.checking import Checked, check
from awesome_mm.services.citing.judging import judge
from awesome_mm.services.citing.shelf import Shelf
from awesome_mm.services.citing.verdicts import Claim, Status, Verdict
from tests.factories import make_method, make_text

TITLE = "Alpha: Making Instruction Data from Images Alone"
PEOPLE = ("Ada Lovelace", "Charles Babbage", "Grace Hopper")


def make_alpha(**given: Any) -> Entry:
    """Return a work on arXiv by three people."""
    held = {"title": TITLE, "authors": PEOPLE, "published": "2024-03-05", "links": Links(arxiv=("2403.00001",))}
    return make_method("alpha", **{**held, **given})


def make_beta(**given: Any) -> Entry:
    """Return another work, by another."""
    held = {
        "title": "Beta: Filtering What Was Made",
        "authors": ("Alan Turing",),
        "published": "2023",
        "links": Links(arxiv=("2301.00002",)),
    }
    return make_method("beta", **{**held, **given})


def cite(title: str = TITLE, arxiv: str = "", **given: Any) -> Citation:
    """Return an entry of a bibliography; `arxiv` is the id it gives."""
    links = given.pop("links", Links(arxiv=(arxiv,) if arxiv else ()))
    return Citation(**{"path": "refs.bib", "line": 1, "form": Form.REFERENCE, "key": "x", "title": title, "links": links, **given})


def verdict(citation: Citation, *entries: Entry) -> Verdict:
    """Return what is found of a citation where these entries are known (two, unless others are given)."""
    return judge(citation, Shelf(entries or (make_alpha(), make_beta())))


def found(citation: Citation, *entries: Entry) -> tuple[str, list[tuple[str, str, str]]]:
    """Return the entry that is meant, and each fault with what is cited and what is known."""
    one = verdict(citation, *entries)
    return one.entry, [(fault.claim.value, fault.cited, fault.known) for fault in one.faults]


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        TITLE.upper(),
        "Alpha",
        "Making instruction data from images alone",
        "Alpha — Making Instruction Data from Images Alone",
        "Alpha: Making Instruction-Data from Images Alone",
        "Alpha: Making Instruction Data ...",
        "Alpha: Making Instruction Data from Images Alone (Extended Version)",
        "",
    ],
)
def test_titles_that_stand(title: str) -> None:
    """Case, marks and what is left out at the end, or the name before the title, make no other title."""
    assert found(cite(title, "2403.00001")) == ("alpha", [])


@pytest.mark.parametrize("title", ["Alpha: Making Instruction Data from Video Alone", "Alpha: Making Ins", "Alpha: A Better Way to Data"])
def test_titles_that_do_not(title: str) -> None:
    """A changed word, a broken one, or another subtitle is another title, and the right one is named."""
    assert found(cite(title, "2403.00001")) == ("alpha", [("title", title, TITLE)])


def test_a_title_with_a_slip_is_known_without_an_id() -> None:
    """A word that is misspelt keeps nobody from knowing the work."""
    slip = TITLE.replace("Instruction", "Instrucion")

    assert found(cite(slip)) == ("alpha", [("title", slip, TITLE)])


def test_the_id_of_another_work() -> None:
    """Where title and id lead to two works it is the id that is wrong, and that of the title is named."""
    one = verdict(cite(arxiv="2301.00002"))

    assert found(cite(arxiv="2301.00002")) == ("alpha", [("arxiv", "2301.00002", "2403.00001")])
    assert one.faults[0].message.en == "arXiv:2301.00002 is “Beta: Filtering What Was Made”, not Alpha."


def test_another_id() -> None:
    """An id that is nobody's here is not that of a work with another."""
    assert found(cite(arxiv="2403.00010")) == ("alpha", [("arxiv", "2403.00010", "2403.00001")])


def test_the_id_of_a_title_that_is_nowhere() -> None:
    """A title that is no entry's, with an entry's id, leaves open which id it has."""
    one = verdict(cite("The Sleep of Birds", "2403.00001", authors=("B. Bird",)))

    assert (one.status, one.entry) == (Status.WRONG, "")
    assert [(fault.claim, fault.known) for fault in one.faults] == [(Claim.ARXIV, "")]
    assert one.faults[0].message.en == f"arXiv:2403.00001 is “{TITLE}”, not “The Sleep of Birds”."


def test_a_doi_of_another_work() -> None:
    """A DOI that is another entry's is wrong, one that nobody knows may be the publisher's; arXiv's own is the id."""
    beta = make_beta(links=Links(doi=("10.1000/beta",)))

    assert found(cite(links=Links(doi=("10.1000/beta",))), make_alpha(), beta) == ("alpha", [("doi", "10.1000/beta", "")])
    assert found(cite(links=Links(doi=("10.1000/other",))), make_alpha(), beta) == ("alpha", [])
    assert found(cite("", links=Links(doi=("10.48550/arXiv.2403.00001",)))) == ("alpha", [])


def test_a_known_mistake_is_told_with_its_reason() -> None:
    """What the catalog holds in dispute, as a list had it, brings its reason along."""
    dispute = Dispute(field="links.arxiv", listed="2403.00010", reason=make_text("The list has a slip.", "列表有误。"))
    venue = Dispute(field="venue", listed="ICLR 2025", reason=make_text("It was only submitted.", "仅为投稿。"))
    alpha = make_alpha(disputes=(dispute, venue), venue=Venue(name="EMNLP", year=2025))

    assert verdict(cite(arxiv="2403.00010"), alpha).faults[0].message.en == "arXiv:2403.00010 is not Alpha. The list has a slip."
    assert verdict(cite("Alpha", "2403.00010"), alpha).faults[0].message.zh == "arXiv:2403.00010 不是 Alpha。列表有误。"
    assert found(cite(venue="ICLR", years=("2025",)), alpha) == ("alpha", [("venue", "ICLR 2025", "EMNLP 2025")])


def test_authors() -> None:
    """The first author, strangers among the others, and who is left out without a word are each told."""
    assert found(cite(authors=("Ada Lovelace", "C. Babbage"), are_all=False)) == ("alpha", [])
    assert found(cite(authors=PEOPLE[::-1])) == ("alpha", [("authors", "Grace Hopper", "Ada Lovelace")])
    assert found(cite(authors=("A. Lovelace", "Eve Evans", "G. Hopper"))) == ("alpha", [("authors", "Eve Evans", ", ".join(PEOPLE))])
    assert found(cite(authors=PEOPLE[:2])) == ("alpha", [("authors", "", ", ".join(PEOPLE))])
    assert verdict(cite(authors=PEOPLE[:2])).faults[0].message.en == "Authors are missing: Grace Hopper."


def test_authors_of_the_record_are_right_too() -> None:
    """A list that is that of the arXiv record or of the catalog is right; one that is known in part accuses nobody of being foreign."""
    record = ArxivRecord(basis=Basis.FETCHED, authors=("Ada Lovelace", "Eve Evans"))

    assert found(cite(authors=("Ada Lovelace", "Eve Evans")), make_alpha(arxiv=record)) == ("alpha", [])
    assert found(cite(authors=("Eve Evans", *PEOPLE)), make_alpha(authors_complete=False)) == ("alpha", [])
    assert found(cite(authors=("Eve Evans",)), make_alpha(authors=())) == ("alpha", [])


@pytest.mark.parametrize(
    ("year", "given", "is_right"),
    [
        ("2024", {}, True),
        ("2023", {}, False),
        ("2025", {}, False),
        ("2025", {"venue": Venue(name="ICCV", year=2025)}, True),
        ("2025", {"venue": Venue(name="ICCV", year=2025, basis=Basis.RECALLED)}, True),
        ("2026", {"venue": Venue(name="ICCV", year=2025)}, False),
        ("2025", {"arxiv": ArxivRecord(basis=Basis.FETCHED, submitted="2024-03-05", updated="2025-01-01")}, True),
        ("1999", {"published": None, "links": Links()}, True),
    ],
)
def test_years(year: str, given: dict[str, Any], is_right: bool) -> None:
    """The year of the preprint, of any version of it, and of the venue are right; where none is known none is wrong."""
    faults = found(cite(years=(year,)), make_alpha(**given))[1]

    assert [claim for claim, *_ in faults] == ([] if is_right else ["year"])


def test_a_venue_that_is_not_known_may_have_a_later_year() -> None:
    """Where a citation names a venue and the catalog knows none for sure, a later year may be right; one long before is not."""
    assert found(cite(years=("2026",), venue="AAAI")) == ("alpha", [])
    assert found(cite(years=("2021",), venue="AAAI"))[1] == [("year", "2021", "2024")]


def test_published_meanwhile() -> None:
    """A preprint whose venue is confirmed is to be cited by that; one that is only recalled, or named already, changes nothing."""
    confirmed, recalled = Venue(name="ICCV", year=2025), Venue(name="ICCV", year=2025, basis=Basis.RECALLED)
    preprint = cite(is_preprint=True, years=("2024",))

    assert verdict(preprint, make_alpha(venue=confirmed)).status is Status.PUBLISHED
    assert found(preprint, make_alpha(venue=confirmed)) == ("alpha", [("venue", "arXiv", "ICCV 2025")])
    assert verdict(preprint, make_alpha(venue=recalled)).status is Status.RIGHT
    assert verdict(cite(is_preprint=True, said="to appear at ICCV"), make_alpha(venue=confirmed)).status is Status.RIGHT


def test_a_withdrawn_paper() -> None:
    """What the record says to be withdrawn is told, beside whatever else is wrong."""
    alpha = make_alpha(arxiv=ArxivRecord(basis=Basis.FETCHED, withdrawn=True))
    one = verdict(cite(years=("1999",)), alpha)

    assert verdict(cite(), alpha).status is Status.WITHDRAWN
    assert (one.status, [fault.claim for fault in one.faults]) == (Status.WRONG, [Claim.ARXIV, Claim.YEAR])


@pytest.mark.parametrize(
    "citation",
    [
        cite("Gamma: Another Thing Entirely", "2501.00009"),
        cite("Alpha: A World Model of Games", authors=("Dan Decart",)),
        cite("Alpha-2: Making Instruction Data from Images Alone and More", authors=PEOPLE, arxiv="2501.00009"),
        cite("Alpha2: Making Instruction Data from Images Again", authors=PEOPLE),
        cite("On Computable Numbers", authors=("Alan Turing",)),
        cite("Alpha"),
    ],
)
def test_other_works_are_unknown(citation: Citation) -> None:
    """The name, the people or a part of the title alone make no work another's: it is unknown here, and nothing is wrong with it."""
    assert verdict(citation) == Verdict(of=citation, status=Status.UNKNOWN)


def test_a_short_title_is_borne_by_others() -> None:
    """A work of which only the name is known is that name, and no paper whose title begins with it."""
    mmbench = make_method("mmbench", title="Mmbench")

    assert verdict(cite("MMBench"), mmbench).status is Status.RIGHT
    assert verdict(cite("MMBench: Is Your Model an All-around Player?", "2307.06281"), mmbench).status is Status.UNKNOWN


def test_the_same_people_with_a_changed_title() -> None:
    """A title with the same name in front, by the same people, is that work's."""
    title = "Alpha: Instruction Data out of Images"

    assert found(cite(title, authors=("A. Lovelace",), are_all=False)) == ("alpha", [("title", title, TITLE)])


@pytest.mark.parametrize(
    ("said", "status", "faults"),
    [
        (f"A. Lovelace et al. {TITLE}. 2024. arXiv:2403.00001", Status.RIGHT, []),
        (f"A. Lovelace et al. {TITLE}. 2024.", Status.RIGHT, []),
        (f"A. Lovelace et al. {TITLE}. 2024. arXiv:2301.00002", Status.WRONG, ["arxiv"]),
        ("A. Lovelace et al., arXiv:2403.00001 (2024)", Status.RIGHT, []),
        ("On owls. 2024.", Status.UNKNOWN, []),
    ],
)
def test_running_text(said: str, status: Status, faults: list[str]) -> None:
    """A title is found wherever it stands; an id without any title is right by itself."""
    ids = [one for one in ("2403.00001", "2301.00002") if one in said]
    one = verdict(cite("", said=said, form=Form.TEXT, years=("2024",), links=Links(arxiv=tuple(ids))))

    assert (one.status, [fault.claim.value for fault in one.faults]) == (status, faults)


def test_what_is_cited_twice() -> None:
    """A key that is defined twice, and a work under two keys, are told at the second place of one bibliography."""
    citations = (
        cite(key="a"),
        cite(key="b", line=5),
        cite("Owls and Their Data", "2501.00009", key="c", line=9),
        cite("Owls & Data", "2501.00009", key="d", line=12),
        cite("Birds and Their Data", key="a", line=15),
        cite(key="e", path="other.bib"),
    )

    verdicts = check(Cited(citations=citations), Shelf([make_alpha()]))

    twice = [(one.of.key, fault.known, fault.message.en) for one in verdicts for fault in one.faults]
    assert twice == [
        ("b", "a", "The same work as a (line 1)."),
        ("d", "c", "The same work as c (line 9)."),
        ("a", "a", "The key is defined already (line 1)."),
    ]
    assert [one.status for one in verdicts[:3]] == [Status.DUPLICATE] * 3


def test_keys_that_are_nowhere() -> None:
    """A key without an entry is a finding, unless something could not be read."""
    undefined = (Undefined(path="p.tex", line=3, key="x"), Undefined(path="p.tex", line=4, key="y", unread="refs.bib is not there"))

    verdicts = check(Cited(citations=(), undefined=undefined), Shelf([]))

    assert [(one.of.key, one.status) for one in verdicts] == [("x", Status.UNDEFINED), ("y", Status.UNKNOWN)]
    assert Checked(verdicts=verdicts[:1]).has_findings
    assert not Checked(verdicts=verdicts[1:]).has_findings


def test_a_link_to_nowhere_in_particular_is_no_citation() -> None:
    """Of pages, repositories and the like only those of entries are counted."""
    pages = (cite("Our page", form=Form.LINK, links=Links(page=("https://example.org/",))), cite("A paper", "2501.00009", form=Form.LINK))

    found = [one.of for one in check(Cited(citations=pages), Shelf([make_alpha()]))]

    assert found == [pages[1]]


@pytest.mark.parametrize("title", ["Alpha: Making Instruction Data", "Alpha: Making Instruction Data from Images"])
def test_a_reference_gives_the_whole_title(title: str) -> None:
    """A title that a bibliography cuts amid its second part, without a mark, is not the title."""
    entry, faults = found(cite(title, "2403.00001"))

    assert (entry, [fault[0] for fault in faults]) == ("alpha", ["title"])
