"""Where a paper came out, as far as its record says so plainly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.model.entry import ArxivRecord, Basis, Venue
from awesome_mm.services.venues import venue_of


def venue(comment: str = "", reference: str = "") -> tuple[str, int | None, str | None] | None:
    """Return name, year and track of the venue that a record of comment and journal reference names."""
    found = venue_of(ArxivRecord(basis=Basis.FETCHED, comment=comment or None, journal_ref=reference or None))
    return (found.name, found.year, found.track) if found else None


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("Accepted to CVPR 2025", ("CVPR", 2025, None)),
        ("Accepted at NeurIPS 2024 Datasets and Benchmarks Track", ("NeurIPS", 2024, None)),
        ("12 pages. To appear in ACM MM 2024.", ("ACM MM", 2024, None)),
        ("Published as a conference paper at ICLR 2024", ("ICLR", 2024, None)),
        ("Accepted by ACL 2025 Findings", ("ACL", 2025, "Findings")),
        ("Findings of EMNLP 2024", ("EMNLP", 2024, "Findings")),
        ("ICCV 2025", ("ICCV", 2025, None)),
        ("CVPR 2025 Highlight. Code at https://example.org", ("CVPR", 2025, None)),
        ("12 pages, ICLR 2025 (spotlight)", ("ICLR", 2025, None)),
        ("SIGGRAPH Asia 2024", ("SIGGRAPH Asia", 2024, None)),
        ("20 pages; ECCV2024", ("ECCV", 2024, None)),
    ],
)
def test_a_comment_names_the_venue(comment: str, said: tuple[str, int, str | None]) -> None:
    """A comment that says accepted, or nothing but the venue and its year, names it."""
    assert venue(comment) == said


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "12 pages",
        "Submitted to CVPR 2026",
        "Under review at ICLR 2026",
        "Not accepted at CVPR 2025",
        "CVPR 2025 Workshop",
        "Accepted at the Synthetic Data Workshop, CVPR 2025",
        "Accepted to CVPR",
        "We use COCO 2017 and LAION 2022 throughout",
        "GPT 2023 data used",
        "accepted to a conference",
    ],
)
def test_a_comment_that_leaves_doubt_names_none(comment: str) -> None:
    """What is submitted, a workshop's, without a year or about something else is no venue."""
    assert venue(comment) is None


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("Proceedings of the Conference on Made-up Things (CVPR), 2025, pp. 1-9", ("CVPR", 2025, None)),
        ("CVPR 2025", ("CVPR", 2025, None)),
        ("J. Made-up Res. 1 (2099) 2-3", ("J. Made-up Res.", 2099, None)),
        ("In Proceedings of the 62nd Meeting, 2024", None),
        ("Some Journal, in print", None),
    ],
)
def test_a_journal_reference_names_the_venue(reference: str, said: tuple[str, int, str | None] | None) -> None:
    """A journal reference names it by an acronym with a year, or by journal, volume and year."""
    assert venue("Submitted to ICLR 2020", reference) == said


def test_the_reference_goes_before_the_comment() -> None:
    """What was printed is surer than what was hoped for."""
    assert venue_of(ArxivRecord(basis=Basis.FETCHED, comment="ICLR 2024", journal_ref="CVPR 2025")) == Venue(name="CVPR", year=2025)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_record_can_be_read(comment: str, reference: str) -> None:
    """Whatever stands there, a venue with a name comes out, or none."""
    said = venue(comment, reference)

    assert said is None or said[0].strip()
