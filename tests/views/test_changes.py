"""The answer of `refresh`: a payload by the contract, and for people what differs and what was not seen."""

import io

import pytest

from awesome_mm.formats.registry import FORMATS, writer
from awesome_mm.services.changes import Change
from awesome_mm.services.refresh import Refreshed, Standing
from awesome_mm.views.changes import forgotten_report, refresh_report, status_report
from awesome_mm.views.report import Report
from tests.factories import make_catalog

RETITLED = Change(entry="alpha", event="retitled", field="title", old="Alpha [a]", new="Omega")
SIGNED = Change(entry="alpha", event="authors-changed", field="authors", old=None, new=("Ada, A.", "Bo"))
NEWER = Change(entry="beta", event="new-version", field="version", old=1, new=2)
UNSAID = Change(entry="beta", event="metadata", field="comment", old="Under review", new=None)


def make_report(*changes: Change, language: str = "en", unseen: tuple[str, ...] = (), complete: bool = True) -> Report:
    """Return the report of a refresh of alpha, beta and what is unseen."""
    refreshed = Refreshed(
        requested=("alpha", "beta", *unseen),
        seen=("alpha", "beta"),
        changes=changes,
        complete=complete,
        problem="" if complete else "arXiv answered 503.",
        absent=(),
        records={},
        arxiv_ids={},
    )
    return refresh_report(make_catalog(), refreshed, language)


def written(report: Report, format: str = "markdown") -> str:
    """Return `report` as a format writes it."""
    out = io.StringIO()
    writer(format, out)(report, out)
    return out.getvalue()


def test_the_payload_keeps_the_contract() -> None:
    """A program gets version, date, status, entry ids and changes, authors as a list and nothing as null."""
    payload = make_report(SIGNED, NEWER, UNSAID, unseen=("gamma",)).payload

    assert payload == {
        "schema_version": 1,
        "as_of": "2026-01-02",
        "status": "complete",
        "requested": ["alpha", "beta", "gamma"],
        "seen": ["alpha", "beta"],
        "unseen": ["gamma"],
        "absent": [],
        "changes": [
            {"entry": "alpha", "event": "authors-changed", "field": "authors", "old": None, "new": ["Ada, A.", "Bo"]},
            {"entry": "beta", "event": "new-version", "field": "version", "old": 1, "new": 2},
            {"entry": "beta", "event": "metadata", "field": "comment", "old": "Under review", "new": None},
        ],
        "written": False,
    }


def test_a_partial_run_says_so() -> None:
    """A partial run has its status, and people read it before anything else."""
    report = make_report(complete=False, unseen=("gamma",))

    assert report.payload["status"] == "partial"
    assert written(report).startswith("The answer is partial")


def test_no_difference_is_said() -> None:
    """Where all were seen and nothing differs, the answer says so."""
    assert "Nothing differs." in written(make_report())


@pytest.mark.parametrize("complete", [True, False])
def test_what_was_not_seen_is_not_called_equal(complete: bool) -> None:
    """Where an entry was not seen, nobody reads that nothing differs, but which entry it was."""
    text = written(make_report(complete=complete, unseen=("gamma",)))

    assert "Nothing differs" not in text
    assert "gamma" in text


def test_an_entry_is_named_once() -> None:
    """In a table the entry stands beside its first change only."""
    text = written(make_report(RETITLED, SIGNED, NEWER))

    assert text.count("alpha") == 1
    assert text.count("beta") == 1


@pytest.mark.parametrize("format", ["markdown", "table", "tsv"])
def test_nothing_is_shown_as_nothing(format: str) -> None:
    """A value that is not there is an empty cell, not a word of Python."""
    assert "None" not in written(make_report(SIGNED, UNSAID), format)


def test_names_with_commas_stay_apart() -> None:
    """Authors are set apart by a mark that does not stand in names."""
    assert "Ada, A.; Bo" in written(make_report(SIGNED))
    assert "Ada, A.；Bo" in written(make_report(SIGNED, language="zh"))


def test_headings_speak_the_language() -> None:
    """The headings and the counts are in the language asked for."""
    text = written(make_report(NEWER, language="zh", unseen=("gamma",)))

    assert "原值" in text
    assert "未收到：1" in text


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"auto"}))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_format_writes_it(format: str, language: str) -> None:
    """Each format writes the changes, in both languages."""
    assert "Omega" in written(make_report(RETITLED, SIGNED, language=language), format)


WRONG = Change(entry="alpha", event="title-mismatch", field="title", old="Alpha", new="Beta", other="beta")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "the id leads to another paper: “Beta”, which is the title of beta"), ("zh", "编号指向另一篇论文：“Beta”，该标题属于 beta")],
)
def test_a_wrong_id_is_said_in_a_sentence(language: str, said: str) -> None:
    """People read whose paper the id leads to, programs get it beside both titles."""
    report = make_report(WRONG, language=language)

    assert f"alpha{'：' if language == 'zh' else ': '}{said}" in written(report)
    assert report.payload["changes"][0]["other"] == "beta"


def test_what_a_first_record_adds_stands_in_one_row() -> None:
    """A first record's new values share a row; what differs from the catalog has its own."""
    added = [
        Change(entry="alpha", event="first-record", field=field, old=None, new=new) for field, new in (("version", 2), ("doi", "10.1/x"))
    ]
    differing = Change(entry="alpha", event="first-record", field="category", old="cs.CV", new="cs.CL")

    text = written(make_report(*added, differing))

    assert "version 2 · doi 10.1/x" in text
    assert text.count("first-record") == 2


@pytest.mark.parametrize("written_too", [True, False])
def test_it_is_said_whether_anything_was_written(written_too: bool) -> None:
    """After the changes stands whether they were written, and how they would be."""
    refreshed = Refreshed(
        requested=("beta",),
        seen=("beta",),
        changes=(NEWER,),
        complete=True,
        problem="",
        absent=(),
        records={},
        arxiv_ids={"beta": "9902.00002"},
    )

    report = refresh_report(make_catalog(), refreshed, "en", written=written_too)

    assert ("Written." in written(report)) is written_too
    assert ("--write" in written(report)) is not written_too
    assert report.payload["written"] is written_too


def test_status_says_what_is_due() -> None:
    """Each record has its moment or none; those to be asked for are counted and named."""
    standings = [
        Standing(entry="alpha", arxiv_id="9901.00001", fetched="2099-01-02T03:04:05Z", recent=True),
        Standing(entry="beta", arxiv_id="9902.00002", fetched=None, recent=False),
    ]

    report = status_report("2026-01-02", standings, "en")

    assert report.payload["due"] == ["beta"]
    assert "2099-01-02 03:04:05" in written(report)
    assert "never" in written(report)


def test_forgetting_says_what_is_gone() -> None:
    """The entries are named; where nothing was there to forget, that is said."""
    assert "Forgotten: alpha" in written(forgotten_report("2026-01-02", ["alpha"], "en"))
    assert "nothing to forget" in written(forgotten_report("2026-01-02", [], "en"))


def test_a_long_list_is_shown_by_what_is_new_in_it() -> None:
    """Of many authors a reader sees those that came or went, and how many there are besides; a program gets all."""
    before = tuple(f"Ada {number}" for number in range(400))
    report = make_report(Change(entry="alpha", event="authors-changed", field="authors", old=before, new=(*before, "Cy Other")))

    assert "| Cy Other; … (+400) |" in written(report)
    assert "Ada 7" not in written(report)
    assert len(report.payload["changes"][0]["new"]) == 401


@pytest.mark.parametrize(("language", "said"), [("en", "| yes |"), ("zh", "| 是 |")])
def test_a_withdrawal_is_a_word(language: str, said: str) -> None:
    """Whether something holds is said in the reader's language, not in Python's."""
    report = make_report(Change(entry="alpha", event="withdrawn", field="withdrawn", old=None, new=True), language=language)

    assert said in written(report)
