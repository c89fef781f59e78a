"""What arXiv says now beside what the catalog says: differences field by field, and nothing about papers not seen."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from awesome_mm.model.entry import ArxivRecord, Basis, Entry
from awesome_mm.services.changes import Change
from awesome_mm.services.refresh import Known, Refreshed, refresh, status_of
from awesome_mm.sources.ports import Answer, PaperRecord
from tests.factories import make_method

NOW = datetime(2099, 5, 1, tzinfo=UTC)
DAY = timedelta(days=1)


class Shelf:
    """A source that holds `records` and remembers what it was asked for; `withdrawn` are the papers it confirms as such."""

    def __init__(self, *records: PaperRecord, problem: str = "", withdrawn: Mapping[str, bool | None] = {}) -> None:
        self._records = records
        self._problem = problem
        self._withdrawn = withdrawn
        self.asked: list[str] = []
        self.confirmed: list[str] = []

    def fetch(self, arxiv_ids: Sequence[str]) -> Iterator[Answer]:
        """Yield the records that were asked for, two in an answer; the problem comes last."""
        self.asked += arxiv_ids
        for start in range(0, len(arxiv_ids), 2):
            batch = tuple(arxiv_ids[start : start + 2])
            kept = tuple(record for record in self._records if record.arxiv_id in batch)
            yield Answer(asked=batch, of=len(arxiv_ids), records=kept, complete=True)
        if self._problem:
            yield Answer(asked=(), of=len(arxiv_ids), records=(), complete=False, problem=self._problem)

    def confirm_withdrawal(self, arxiv_id: str) -> tuple[bool | None, str]:
        """Return what is known of the paper's withdrawal."""
        self.confirmed.append(arxiv_id)
        known = self._withdrawn.get(arxiv_id)
        return known, "" if known is not None else "arXiv answered 503."


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


def make_fetched(**given: Any) -> ArxivRecord:
    """Return the record of `make_known` as a run has fetched it, but for what is `given`."""
    known = make_known(**given).arxiv
    assert known is not None
    return known


def written(*entries: Entry) -> dict[str, ArxivRecord]:
    """Return the records that the entries carry, by arXiv id."""
    return {entry.links.arxiv[0]: entry.arxiv for entry in entries if entry.arxiv and entry.arxiv.fetched}


def run(entries: Sequence[Entry], source: Shelf | None, chosen: Sequence[str] | None = None, **known: Any) -> Refreshed:
    """Return the outcome of a refresh of all the entries, or of those chosen, in which every record of the entries is too old."""
    of_entries = Known(**{"written": written(*entries), "fetched": {}, **known})
    ids = chosen if chosen is not None else [entry.id for entry in entries]
    return refresh(entries, ids, of_entries, source, max_age=DAY, now=lambda: NOW)


def changes(entry: Entry, **given: Any) -> list[Change]:
    """Return the changes where a record with the `given` values comes for `entry`."""
    return list(run([entry], Shelf(make_record(**given))).changes)


def differences(entry: Entry, **given: Any) -> dict[str, tuple[object, object]]:
    """Return old and new by field where `entry` and a record with the `given` values differ."""
    return {change.field: (change.old, change.new) for change in changes(entry, **given)}


def test_an_equal_record_is_no_change() -> None:
    """A record that equals the one in the catalog changes nothing."""
    result = run([make_known()], Shelf(make_record()))

    assert (result.requested, result.seen, result.changes) == (("alpha",), ("alpha",), ())
    assert (result.complete, result.problem) == (True, "")


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
        ("journal_ref", "J. Made-up Res. 1", "published"),
        ("doi", "10.5555/1", "published"),
    ],
)
def test_a_difference_is_a_change_of_its_field(field: str, new: object, event: str) -> None:
    """Each field that differs is one change with its event, the catalog's value and arXiv's."""
    entry = make_known()
    given: dict[str, Any] = {field: new}

    [change] = changes(entry, **given)

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
    """A record whose title, name and authors are not the entry's is another paper's: its title alone is told, and never written."""
    entry = make_method("alpha", title="Alpha", authors=("Ada Example",), links={"arxiv": ("9901.00001",)})

    result = run([entry], Shelf(make_record(title="A Study of Frogs", authors=("Bo Beispiel",))))

    assert result.changes == (Change(entry="alpha", event="title-mismatch", field="title", old="Alpha", new="A Study of Frogs"),)
    assert result.mismatches == result.changes
    assert result.writable == ()


def test_swapped_ids_name_each_other() -> None:
    """Where two entries have each other's id, each is told with the entry that bears the record's title, whoever wrote the papers."""
    people = ("Ada Example", "Bo Beispiel")
    alpha = make_method("alpha", title="Alpha: Pairs of Images", authors=people, links={"arxiv": ("9902.00002",)})
    beta = make_method("beta", title="Beta: Better Pairs of Images", authors=people, links={"arxiv": ("9901.00001",)})
    records = (
        make_record("9901.00001", title="Alpha: Pairs of Images", authors=people),
        make_record("9902.00002", title="Beta: Better Pairs of Images", authors=people),
    )

    result = run([alpha, beta], Shelf(*records))

    assert [(change.entry, change.event, change.other) for change in result.changes] == [
        ("alpha", "title-mismatch", "beta"),
        ("beta", "title-mismatch", "alpha"),
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"title": "ALPHA: a method for making data", "authors": ()},
        {"title": "Alpha", "authors": ("A. Example", "Cy Other")},
        {"title": "Alpha-2: something else entirely", "authors": ("Ada Example",)},
        {"title": "Frogs", "authors": ("Example, Ada",)},
        {"title": r"{\'E}tudes of Alpha", "authors": ("Ada Example", "Cy Other")},
    ],
)
def test_a_retitling_is_no_mismatch(given: dict[str, Any]) -> None:
    """A title that keeps the name, or a paper that keeps its authors, is the entry's own."""
    entry = make_method("alpha", name="Alpha", title="Alpha: A Method", authors=("Ada Example",), links={"arxiv": ("9901.00001",)})

    assert run([entry], Shelf(make_record(**given))).mismatches == ()


def test_a_record_fetched_before_was_the_entrys_own() -> None:
    """Where the earlier record of the same id was the entry's, a wholly new title is a retitling."""
    [change] = changes(make_known(), title="Omega", authors=("Ada Example",))

    assert change.event == "retitled"


def test_a_recalled_record_was_not_fetched() -> None:
    """A record somebody wrote by hand is no fetched one: its differences are a first record's."""
    entry = make_known(fetched=None, basis=Basis.RECALLED, submitted="2099-01-05")

    [change] = changes(entry)

    assert change == Change(entry="alpha", event="first-record", field="submitted", old="2099-01-05", new="2099-01-02")


# ---- Withdrawals ----


@pytest.mark.parametrize(
    "comment",
    [
        "This paper has been withdrawn by the authors due to an error in Table 2",
        "Withdrawn",
        "withdrawn from arXiv",
        "Paper retracted: see erratum",
        "This submission has been withdrawn by arXiv administrators",
    ],
)
def test_a_suspect_is_asked_about(comment: str) -> None:
    """A comment that tells of a withdrawal is cause to ask, once, and a confirmed one is an event of its own."""
    shelf = Shelf(make_record(comment=comment, version=2), withdrawn={"9901.00001": True})

    result = run([make_known()], shelf)

    assert shelf.confirmed == ["9901.00001"]
    assert [change.event for change in result.changes] == ["new-version", "metadata", "withdrawn"]
    assert result.records["9901.00001"].withdrawn is True


@pytest.mark.parametrize("comment", ["Withdrawn from ICML 2099; now at a journal", "withdrawn from submission to a conference", "12 pages"])
def test_a_paper_withdrawn_elsewhere_is_no_suspect(comment: str) -> None:
    """What was withdrawn from a conference stands where it was, and nobody is asked."""
    shelf = Shelf(make_record(comment=comment))

    result = run([make_known()], shelf)

    assert shelf.confirmed == []
    assert [change.event for change in result.changes] == ["metadata"]


def test_a_suspect_that_proves_sound_is_plain_metadata() -> None:
    """A comment that only sounds like a withdrawal is a changed comment."""
    result = run([make_known()], Shelf(make_record(comment="We report on withdrawn drugs"), withdrawn={"9901.00001": False}))

    assert [change.event for change in result.changes] == ["metadata"]
    assert result.records["9901.00001"].withdrawn is False


def test_a_suspect_that_cannot_be_settled_stays_one() -> None:
    """Where the raw record does not come, the paper is suspect and the run partial."""
    result = run([make_known()], Shelf(make_record(comment="Withdrawn")))

    assert [change.event for change in result.changes] == ["withdrawn-suspect"]
    assert not result.complete
    assert "9901.00001 may be withdrawn: arXiv answered 503." in result.problem


def test_what_was_settled_is_not_asked_again() -> None:
    """As long as version and comment stay, what was learnt of a withdrawal holds; a new version is asked about anew."""
    known = make_known(comment="Withdrawn", withdrawn=True)
    same, newer = (Shelf(make_record(comment="Withdrawn", version=version), withdrawn={"9901.00001": True}) for version in (1, 2))

    assert run([known], same).changes == ()
    assert same.confirmed == []
    assert [change.event for change in run([known], newer).changes] == ["new-version"]
    assert newer.confirmed == ["9901.00001"]


# ---- What counts as a difference ----


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


# ---- What is asked ----


def test_entries_without_an_arxiv_id_are_left_out() -> None:
    """Only entries with an arXiv id are requested."""
    shelf = Shelf(make_record())

    result = run([make_method("beta"), make_known()], shelf)

    assert shelf.asked == ["9901.00001"]
    assert result.requested == ("alpha",)


def test_nothing_to_ask_is_not_asked() -> None:
    """Without any arXiv id the source is left alone and the answer complete."""
    shelf = Shelf(problem="asked")

    result = run([make_method("beta")], shelf)

    assert shelf.asked == []
    assert (result.requested, result.complete) == ((), True)


def test_only_the_entries_chosen_are_asked_for() -> None:
    """Entries that were not chosen are not requested."""
    shelf = Shelf()

    run([make_known(), make_known("beta", "9902.00002")], shelf, ["beta"])

    assert shelf.asked == ["9902.00002"]


def test_one_paper_of_two_entries_is_asked_once() -> None:
    """Two entries with the same arXiv id share a request, and both are seen."""
    shelf = Shelf(make_record())

    result = run([make_known(), make_known("beta")], shelf)

    assert shelf.asked == ["9901.00001"]
    assert result.seen == ("alpha", "beta")


def test_of_several_ids_the_first_counts() -> None:
    """An entry with two arXiv ids goes by the first."""
    shelf = Shelf()

    run([make_method("alpha", links={"arxiv": ("9901.00001", "9902.00002")})], shelf)

    assert shelf.asked == ["9901.00001"]


@pytest.mark.parametrize(
    ("fetched", "asked"),
    [
        ("2099-04-30T12:00:00Z", []),
        ("2099-04-30T00:00:00Z", []),
        ("2099-04-29T23:59:59Z", ["9901.00001"]),
        ("2099-04-30T12:00:00", []),
        ("2099-05-01T05:00:00+08:00", []),
        ("2199-01-01T00:00:00Z", ["9901.00001"]),
    ],
)
def test_a_recent_paper_is_not_asked_for(fetched: str, asked: list[str]) -> None:
    """A paper fetched within the greatest age is seen without a request; a time to come is a clock that was wrong."""
    shelf = Shelf(make_record())

    result = run([make_known(fetched=fetched)], shelf)

    assert shelf.asked == asked
    assert result.seen == ("alpha",)


def test_what_was_fetched_by_an_earlier_run_is_compared() -> None:
    """A record that came in before an interruption is told against what was written, without a request."""
    shelf = Shelf()
    earlier = make_fetched(version=2, fetched="2099-05-01T00:00:00Z")

    result = run([make_known()], shelf, fetched={"9901.00001": earlier})

    assert shelf.asked == []
    assert [(change.field, change.new) for change in result.changes] == [("version", 2)]


def test_offline_asks_nobody() -> None:
    """Without a source every record will do, however old, and what has none is unseen."""
    old = make_fetched(version=2, fetched="2090-01-02T00:00:00Z")
    beta = make_method("beta", links={"arxiv": ("9902.00002",)})

    result = run([make_known(fetched="2090-01-01T00:00:00Z"), beta], None, fetched={"9901.00001": old})

    assert (result.seen, result.unseen, result.complete) == (("alpha",), ("beta",), True)
    assert [change.field for change in result.changes] == ["version"]


# ---- What comes in ----


def test_each_record_is_kept_as_it_comes() -> None:
    """Records are kept batch by batch, before anybody is told of the batch and before the next is asked for."""
    entries = [make_method(f"e{number}", links={"arxiv": (f"9901.0000{number}",)}) for number in range(5)]
    records = [make_record(entry.links.arxiv[0], title=entry.title) for entry in entries]
    seen: list[str] = []
    known = Known(written={}, fetched={}, keep=lambda came: seen.append(f"keep {len(came)}"))

    refresh(
        entries,
        [entry.id for entry in entries],
        known,
        Shelf(*records),
        max_age=DAY,
        now=lambda: NOW,
        told=lambda answer: seen.append(f"tell {len(answer.asked)}"),
    )

    assert seen == ["tell 0", "keep 2", "tell 2", "keep 2", "tell 2", "keep 1", "tell 1"]


def test_a_kept_record_says_when_and_of_what() -> None:
    """A record is kept with its id, the moment it came, and as fetched."""
    result = run([make_known()], Shelf(make_record(version=2)))

    record = result.records["9901.00001"]
    assert (record.id, record.basis, record.fetched, record.version) == ("9901.00001", Basis.FETCHED, "2099-05-01T00:00:00Z", 2)


def test_a_paper_not_seen_has_no_change() -> None:
    """Nothing is said of an entry whose record did not come back, but that it is unseen, even where an old record is known."""
    result = run([make_known(), make_known("beta", "9902.00002")], Shelf(make_record(version=2)))

    assert (result.seen, result.unseen) == (("alpha",), ("beta",))
    assert {change.entry for change in result.changes} == {"alpha"}


def test_a_partial_answer_keeps_its_changes() -> None:
    """What came back in a partial answer is compared, and the problem handed on."""
    result = run([make_known(), make_known("beta", "9902.00002")], Shelf(make_record(version=2), problem="arXiv answered 503."))

    assert (result.complete, result.problem) == (False, "arXiv answered 503.")
    assert [change.field for change in result.changes] == ["version"]


def test_changes_come_in_the_order_of_entries_and_fields() -> None:
    """Changes are in the order of the catalog, and within one entry in the order of the record."""
    records = (make_record("9902.00002", version=2, title="B"), make_record(version=3, title="A"))

    found = run([make_known(), make_known("beta", "9902.00002")], Shelf(*records)).changes

    assert [(change.entry, change.field) for change in found] == [
        ("alpha", "title"),
        ("alpha", "version"),
        ("beta", "title"),
        ("beta", "version"),
    ]


def test_the_standing_of_records() -> None:
    """Of each entry with an arXiv id it is known when its record came, and whether that is recent."""
    entries = [make_known(fetched="2099-04-30T12:00:00Z"), make_method("beta", links={"arxiv": ("9902.00002",)}), make_method("gamma")]

    standings = status_of(entries, ["alpha", "beta", "gamma"], Known(written=written(entries[0]), fetched={}), DAY, NOW)

    assert [(one.entry, one.fetched, one.recent) for one in standings] == [
        ("alpha", "2099-04-30T12:00:00Z", True),
        ("beta", None, False),
    ]
