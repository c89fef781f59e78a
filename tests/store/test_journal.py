"""The journal: every change once, in order, whatever happened to the process that wrote it."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_mm.store.journal import Journal


def line(entry: str = "alpha", when: str = "2099-01-02", **given: object) -> dict[str, object]:
    """Return a line about an entry."""
    return {"when": when, "entry": entry, "event": "retitled", "field": "title", "old": "旧", "new": "新", **given}


def test_lines_come_back_in_order(tmp_path: Path) -> None:
    """What was added last stands last."""
    journal = Journal(tmp_path / "new" / "journal.jsonl")

    journal.add([line("a"), line("b")])
    journal.add([line("c")])

    assert [one["entry"] for one in journal.read()] == ["a", "b", "c"]
    assert (tmp_path / "new" / "journal.jsonl").read_bytes().count(b"\n") == 3


def test_a_change_is_told_once(tmp_path: Path) -> None:
    """The same line again is the repetition of a run that was interrupted; the same change at another moment is another change."""
    journal = Journal(tmp_path / "journal.jsonl")

    journal.add([line(when="2099-01-02")])
    journal.add([line(when="2099-01-02"), line(when="2099-01-03")])

    assert [one["when"] for one in journal.read()] == ["2099-01-02", "2099-01-03"]


def test_nothing_makes_no_file(tmp_path: Path) -> None:
    """Without a change there is no journal, and reading one that is not there gives nothing."""
    journal = Journal(tmp_path / "journal.jsonl")

    journal.add([])

    assert journal.read() == []
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(min_value=0, max_value=200))
def test_a_torn_end_is_written_again(cut: int, tmp_path: Path) -> None:
    """Wherever a process died while writing, repeating the run leaves the journal as if nothing had happened."""
    lines = [line("a"), line("b")]
    whole, torn = tmp_path / "whole.jsonl", tmp_path / "torn.jsonl"
    for path in (whole, torn):
        path.unlink(missing_ok=True)
        Journal(path).add(lines)
    torn.write_bytes(whole.read_bytes()[:cut])

    Journal(torn).add(lines)

    assert torn.read_bytes() == whole.read_bytes()


def test_a_foreign_line_is_passed_over(tmp_path: Path) -> None:
    """What is no line of ours is neither read nor lost."""
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b"nonsense\n[1]\n\xff\n")

    Journal(path).add([line()])

    assert [one["entry"] for one in Journal(path).read()] == ["alpha"]
    assert path.read_bytes().startswith(b"nonsense\n[1]\n\xff\n")
