"""The standing of the bundled catalog's facts: corrected where the list is wrong, doubtful where nobody confirmed them, and consistent."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from awesome_mm.model.entry import Basis, Entry
from awesome_mm.model.facts import Figure, Result, Source, Stage, Status, Step
from tests.bundled import IDS, INDEX, decoded, entries_by_id, exactly, structured_numbers

# Entry, right id, and the id of another paper that the list gives it.
MISTAKEN_IDS = [
    ("refedit", "2506.03448", "2506.03481"),
    ("omnicorpus", "2406.08418", "2506.03448"),
    ("mesed", "2307.14878", "2406.08418"),
    ("mmm-rs", "2410.22362", "2307.14878"),
]
# Numbers of the list for which no support was found in public sources.
UNSUPPORTED = {
    "bytemorph": ["18.3", "73.5", "32.1", "12.7"],
    "imgedit": ["87.3", "52.1", "69.8", "18.7", "78.3"],
    "refedit": ["91.2", "67.3"],
    "textssr": ["60", "70", "8.3", "5.7"],
    "comm": ["0.75", "0.3", "0.5", "8.3", "0.82", "0.61", "87.5", "62.3"],
}
# The only numbers of the list that were confirmed elsewhere; all others stay unverified or disputed.
CONFIRMED_FROM_THE_LIST = {
    "bytemorph.bench-items",
    "comm.documents",
    "comm.images",
    "comm.tokens",
    "omnicorpus.images",
    "omnicorpus.tokens",
    "textssr.total",
}
RECALLED_VENUES = {"cogs", "llava-onevision", "mammoth-vl", "mavis", "mfm-survey", "mllm-survey", "mmevol", "omnicorpus", "thinkmorph"}


def claims(entry: Entry) -> list[Stage | Step | Figure | Result]:
    """Return every stage, step, figure and result of `entry`."""
    return [*entry.walk_stages(), *entry.figures, *entry.results]


def rounding(number: float) -> Decimal:
    """Return half a unit of the last digit of `number` that is not an appended zero."""
    return Decimal(5).scaleb(int(exactly(number).normalize().as_tuple().exponent) - 1)


@pytest.mark.parametrize(("entry_id", "right", "listed"), MISTAKEN_IDS)
def test_a_mistaken_id_is_corrected_and_disputed(entry_id: str, right: str, listed: str) -> None:
    """An entry whose id the list mistakes carries the right one, and what was listed as a dispute."""
    entry = entries_by_id()[entry_id]

    assert entry.links.arxiv == (right,)
    assert listed in [dispute.listed for dispute in entry.disputes if dispute.field == "links.arxiv"]


def test_no_two_works_share_an_arxiv_id() -> None:
    """An arXiv id belongs to one work."""
    ids = Counter(one for entry in decoded().entries for one in entry.links.arxiv)

    assert [one for one, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("entry_id", [one for one in IDS if any("arxiv.org" in link for link in INDEX["works"][one]["links"])])
def test_an_arxiv_id_is_of_the_month_of_publication(entry_id: str) -> None:
    """The id is well formed and begins with the year and month in which the entry says it was published."""
    entry = entries_by_id()[entry_id]

    (arxiv,) = entry.links.arxiv

    assert re.fullmatch(r"\d{4}\.\d{5}", arxiv)
    assert entry.published is not None
    assert f"20{arxiv[:2]}-{arxiv[2:4]}" == entry.published[:7]


@pytest.mark.parametrize("entry_id", IDS)
def test_a_day_that_is_only_recalled_is_not_a_date_of_publication(entry_id: str) -> None:
    """The date of publication is as precise as it is confirmed: a day only where the record's day is."""
    entry = entries_by_id()[entry_id]

    if entry.arxiv is not None and entry.arxiv.submitted_basis is None:
        assert entry.published == entry.arxiv.submitted
    else:
        assert len(entry.published or "") <= len("2024-12")


def test_recalled_venues_are_marked() -> None:
    """The venues that nobody confirmed say so, and no others."""
    recalled = {entry.id for entry in decoded().entries if entry.venue and entry.venue.basis is Basis.RECALLED}

    assert recalled == RECALLED_VENUES


def test_recalled_organisations_are_left_out() -> None:
    """Organisations that are only recalled stand in no entry: TextSSR has none, CoMM the confirmed one."""
    assert entries_by_id()["textssr"].organizations == ()
    assert entries_by_id()["comm"].organizations == ("hkust",)


@pytest.mark.parametrize("entry_id", IDS)
def test_a_recalled_claim_is_unverified(entry_id: str) -> None:
    """What was recalled and not checked is never confirmed."""
    recalled = [claim for claim in claims(entries_by_id()[entry_id]) if claim.source is Source.RECALLED]

    assert all(claim.status is Status.UNVERIFIED for claim in recalled)


def test_the_list_alone_confirms_nothing() -> None:
    """Of what the list says only the numbers that were found elsewhere too are confirmed."""
    found = {
        f"{entry.id}.{getattr(claim, 'id', 'result')}"
        for entry in decoded().entries
        for claim in claims(entry)
        if claim.source is Source.LIST and claim.status is Status.CONFIRMED
    }

    assert found == CONFIRMED_FROM_THE_LIST


@pytest.mark.parametrize(("entry_id", "number"), [(one, number) for one, numbers in UNSUPPORTED.items() for number in numbers])
def test_a_number_without_support_says_so(entry_id: str, number: str) -> None:
    """A claim with a number for which no support was found is unverified, and its reason tells why."""
    stating = [claim for claim in claims(entries_by_id()[entry_id]) if Decimal(number) in set(structured_numbers(_own(claim)))]

    assert stating
    for claim in stating:
        assert claim.status is Status.UNVERIFIED
        assert claim.reason is not None
        assert "No support was found" in claim.reason.said("en")


def _own(claim: Stage | Step | Figure | Result) -> Any:
    """Return what a claim says itself: a stage's parameters without those of its steps."""
    return claim.parameters if isinstance(claim, Step) else claim


@pytest.mark.parametrize("entry_id", IDS)
def test_a_headline_is_not_disputed(entry_id: str) -> None:
    """The figure that stands for a work's scale is not in dispute."""
    headline = entries_by_id()[entry_id].headline

    assert headline is None or headline.status is not Status.DISPUTED


@pytest.mark.parametrize("entry_id", IDS)
def test_parts_make_their_whole(entry_id: str) -> None:
    """Parts by the same criterion sum to the whole within rounding, or one of them is disputed with its reason."""
    figures = {figure.id: figure for figure in entries_by_id()[entry_id].figures}
    groups = {(figure.part_of, figure.by) for figure in figures.values() if figure.part_of and figure.by}

    for whole, by in groups:
        parts = [figure for figure in figures.values() if (figure.part_of, figure.by) == (whole, by)]
        if not any(figure.status is Status.DISPUTED for figure in (figures[str(whole)], *parts)):
            _assert_sums(figures[str(whole)], parts)


def _assert_sums(whole: Figure, parts: Iterable[Figure]) -> None:
    amounts = [part.quantity.magnitude for part in parts if part.quantity.unit != "percent"]
    shares = [part.share or part.quantity.magnitude for part in parts if part.share or part.quantity.unit == "percent"]
    for numbers, total in ((amounts, whole.quantity.magnitude), (shares, 100)):
        held = [number for number in numbers if number is not None]
        if held and total is not None:
            slack = sum((rounding(number) for number in (*held, total)), Decimal())
            assert abs(sum(map(exactly, held)) - exactly(total)) <= slack, (whole.id, held)


@pytest.mark.parametrize("entry_id", IDS)
def test_a_share_agrees_with_its_percentage(entry_id: str) -> None:
    """A figure that is a percentage of its whole gives the same number as its share."""
    shares = [figure for figure in entries_by_id()[entry_id].figures if figure.share is not None and figure.quantity.unit == "percent"]

    assert [figure.id for figure in shares if figure.share != figure.quantity.value] == []


@pytest.mark.parametrize("entry_id", IDS)
def test_a_dispute_leads_to_a_field(entry_id: str) -> None:
    """The key path of a dispute ends at a field, a stage or a figure of the entry."""
    entry = entries_by_id()[entry_id]
    known = {"stages": {stage.id for stage in entry.walk_stages()}, "figures": {figure.id for figure in entry.figures}}

    for dispute in entry.disputes:
        field, _, rest = dispute.field.partition(".")
        held = getattr(entry, field)
        assert not rest or (rest in known[field] if field in known else hasattr(held, rest)), dispute.field
