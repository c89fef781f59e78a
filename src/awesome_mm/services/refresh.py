"""Asks arXiv for the records that are due, keeps each as it comes in, and says what they change.

Layer: services. Where something goes wrong the run is partial: what came in is kept and told, and nothing is said of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ..model.entry import NEVER, ArxivRecord, Basis, newest
from ..model.titles import Titles
from ..sources.ports import Answer
from .changes import Change, compare, is_suspect

if TYPE_CHECKING:
    from ..model.entry import Entry
    from ..sources.ports import PaperRecord, RecordSource


@dataclass(frozen=True, kw_only=True)
class Known:
    """The records there are, by arXiv id: `written` ones changes are told against, and those `fetched` that need no new request.

    `absent` says when arXiv was found to have no such paper, `forgotten` before when the records of a paper no longer count as recent.
    `keep` and `keep_absent` are told of what comes in, or does not, as it does.
    """

    written: Mapping[str, ArxivRecord]
    fetched: Mapping[str, ArxivRecord]
    absent: Mapping[str, datetime] = field(default_factory=dict)
    forgotten: Mapping[str, datetime] = field(default_factory=dict)
    keep: Callable[[Mapping[str, ArxivRecord]], None] = lambda _: None
    keep_absent: Callable[[Sequence[str], datetime], None] = lambda _, __: None

    @property
    def records(self) -> dict[str, ArxivRecord]:
        """The newest record of each paper."""
        every = {one: newest(self.fetched.get(one), self.written.get(one)) for one in (*self.written, *self.fetched)}
        return {one: record for one, record in every.items() if record}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What was `requested` and `seen` (entry ids), and the changes; a partial run says its `problem`.

    `absent` are the entries of which arXiv says, in a complete answer, that there is no such paper. `arxiv_ids` says which paper an
    entry goes by, `records` holds the newest record of each paper seen.
    """

    requested: tuple[str, ...]
    seen: tuple[str, ...]
    changes: tuple[Change, ...]
    complete: bool
    problem: str
    absent: tuple[str, ...]
    records: Mapping[str, ArxivRecord]
    arxiv_ids: Mapping[str, str]

    @property
    def mismatches(self) -> tuple[Change, ...]:
        """The entries whose record is another paper's."""
        return tuple(change for change in self.changes if change.event == "title-mismatch")

    @property
    def writable(self) -> tuple[str, ...]:
        """The entries seen whose record is their own paper's: what points at another paper is told, never written."""
        wrong = {change.entry for change in self.mismatches}
        return tuple(one for one in self.seen if one not in wrong)

    @property
    def unseen(self) -> tuple[str, ...]:
        """The entries whose record did not come back."""
        seen = frozenset(self.seen)
        return tuple(one for one in self.requested if one not in seen)


def refresh(
    entries: Sequence[Entry],
    chosen: Sequence[str],
    known: Known,
    source: RecordSource | None,
    *,
    max_age: timedelta,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    told: Callable[[Answer], None] = lambda _: None,
) -> Refreshed:
    """Return what arXiv's records change for the entries with the ids `chosen`; an entry with several arXiv ids goes by the first.

    Papers fetched within `max_age` are not asked for; without a `source` (offline) none are, and every record will do. `told` hears
    of each answer after its records were kept, and before the first of an empty one, so that it knows how many papers there will be.
    """
    ids_chosen = frozenset(chosen)
    asked = [entry for entry in entries if entry.id in ids_chosen and entry.links.arxiv]
    records = known.records
    counting = _counting(records, known.forgotten)
    gone = _gone(records, known.absent, max_age if source else None, now())
    ids = [entry.links.arxiv[0] for entry in asked]
    wanted = tuple(one for one in due(ids, counting, max_age, now()) if one not in gone) if source else ()
    came, nowhere, problems = _ask(source, wanted, records, known, now, told) if source and wanted else ({}, [], [])
    records |= came
    gone.update(nowhere)
    if source:
        problems += _settle_suspects(asked, records, known, source)
    lacking = gone | (set(wanted) - came.keys())
    seen = [entry for entry in asked if entry.links.arxiv[0] in records and entry.links.arxiv[0] not in lacking]
    return Refreshed(
        requested=tuple(entry.id for entry in asked),
        seen=tuple(entry.id for entry in seen),
        changes=changes_of(seen, entries, known.written, records),
        complete=not problems,
        problem=" ".join(problems),
        absent=tuple(entry.id for entry in asked if entry.links.arxiv[0] in gone),
        records={entry.links.arxiv[0]: records[entry.links.arxiv[0]] for entry in seen},
        arxiv_ids={entry.id: entry.links.arxiv[0] for entry in asked},
    )


def _ask(
    source: RecordSource,
    wanted: Sequence[str],
    records: Mapping[str, ArxivRecord],
    known: Known,
    now: Callable[[], datetime],
    told: Callable[[Answer], None],
) -> tuple[dict[str, ArxivRecord], list[str], list[str]]:
    """Return the records that came in, each kept at once, the ids that arXiv certainly does not have, and the problems."""
    came: dict[str, ArxivRecord] = {}
    nowhere: list[str] = []
    problems: list[str] = []
    told(Answer(asked=(), of=len(wanted), records=(), complete=True))
    for answer in source.fetch(wanted):
        new = {record.arxiv_id: as_fetched(record, records.get(record.arxiv_id), now()) for record in answer.records}
        known.keep(new)
        came |= new
        problems += [answer.problem] if answer.problem else []
        if answer.complete and (lacking := [one for one in answer.asked if one not in new]):
            known.keep_absent(lacking, now())
            nowhere += lacking
        told(answer)
    return came, nowhere, problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """When the record of an entry's paper was fetched, and whether it is still recent enough not to be asked for."""

    entry: str
    arxiv_id: str
    fetched: str | None
    recent: bool


def status_of(
    entries: Sequence[Entry], chosen: Sequence[str], known: Known, max_age: timedelta, now: datetime | None = None
) -> tuple[Standing, ...]:
    """Return the standing of each of the `chosen` entries that has an arXiv id."""
    moment = now or datetime.now(UTC)
    records = known.records
    counting = _counting(records, known.forgotten)
    wanted = frozenset(chosen)
    return tuple(
        Standing(
            entry=entry.id,
            arxiv_id=entry.links.arxiv[0],
            fetched=_written_moment(records.get(entry.links.arxiv[0])),
            recent=_is_recent(counting.get(entry.links.arxiv[0]), max_age, moment),
        )
        for entry in entries
        if entry.id in wanted and entry.links.arxiv
    )


def _written_moment(record: ArxivRecord | None) -> str | None:
    if record is None or record.fetched_at is None:
        return None
    return record.fetched_at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def due(arxiv_ids: Sequence[str], records: Mapping[str, ArxivRecord], max_age: timedelta, now: datetime) -> tuple[str, ...]:
    """Return those of `arxiv_ids`, each once, whose record is missing or older than `max_age`."""
    return tuple(one for one in dict.fromkeys(arxiv_ids) if not _is_recent(records.get(one), max_age, now))


def changes_of(
    seen: Sequence[Entry], entries: Sequence[Entry], written: Mapping[str, ArxivRecord], records: Mapping[str, ArxivRecord]
) -> tuple[Change, ...]:
    """Return what `records` change for the entries `seen`, against the records `written` before; `entries` are all of the catalog."""
    titles = Titles(entries)
    pairs = [(entry, entry.links.arxiv[0]) for entry in seen]
    return tuple(change for entry, one in pairs for change in compare(entry, written.get(one), records[one], titles))


def _is_recent(record: ArxivRecord | None, max_age: timedelta, now: datetime) -> bool:
    """Whether `record` was fetched within `max_age`; one from the future is of a clock that was wrong."""
    return record is not None and record.fetched_at is not None and _is_within(record.fetched_at, max_age, now)


def _is_within(moment: datetime, max_age: timedelta, now: datetime) -> bool:
    return timedelta(0) <= now - moment <= max_age


def _gone(records: Mapping[str, ArxivRecord], absent: Mapping[str, datetime], max_age: timedelta | None, now: datetime) -> set[str]:
    """Return the ids found `absent` within `max_age` (None: ever) and not fetched since."""
    since = {one: (records[one].fetched_at if one in records else None) or NEVER for one in absent}
    return {one for one, moment in absent.items() if since[one] < moment and (max_age is None or _is_within(moment, max_age, now))}


def _counting(records: Mapping[str, ArxivRecord], forgotten: Mapping[str, datetime]) -> dict[str, ArxivRecord]:
    """Return the records that still count as recent ones: those fetched since their paper was last forgotten."""
    return {
        one: record for one, record in records.items() if one not in forgotten or (record.fetched_at and record.fetched_at > forgotten[one])
    }


def as_fetched(paper: PaperRecord, before: ArxivRecord | None, now: datetime) -> ArxivRecord:
    """Return a paper's record as it is kept; what was learnt of its withdrawal holds as long as version and comment do."""
    holds = before is not None and (before.version, before.comment) == (paper.version, paper.comment)
    return ArxivRecord(
        basis=Basis.FETCHED,
        id=paper.arxiv_id,
        title=paper.title or None,
        authors=paper.authors,
        version=paper.version,
        submitted=paper.submitted,
        updated=paper.updated,
        category=paper.category,
        comment=paper.comment,
        journal_ref=paper.journal_ref,
        doi=paper.doi,
        withdrawn=before.withdrawn if before and holds else None,
        fetched=now.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z",
    )


def _settle_suspects(asked: Sequence[Entry], records: dict[str, ArxivRecord], known: Known, source: RecordSource) -> list[str]:
    """Ask of each suspect, once, whether its last version is a withdrawal; return the problems."""
    problems = []
    for arxiv_id in dict.fromkeys(entry.links.arxiv[0] for entry in asked):
        record = records.get(arxiv_id)
        if record is None or record.withdrawn is not None or not is_suspect(record):
            continue
        withdrawn, problem = source.confirm_withdrawal(arxiv_id)
        if withdrawn is None:
            problems.append(f"{arxiv_id} may be withdrawn: {problem}")
            continue
        records[arxiv_id] = replace(record, withdrawn=withdrawn)
        known.keep({arxiv_id: records[arxiv_id]})
    return problems
