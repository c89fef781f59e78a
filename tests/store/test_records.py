"""Records kept in a file of their own: the newest wins, damage costs nothing but what it took."""

import json
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.errors import WriteFailed
from awesome_mm.model.entry import ArxivRecord, Basis, newest
from awesome_mm.store.records import RecordFile

ONE, TWO = "9901.00001", "9902.00002"


def make_record(fetched: str = "2099-01-02T00:00:00Z", **given: Any) -> ArxivRecord:
    """Return a fetched record."""
    return ArxivRecord(**{"basis": Basis.FETCHED, "id": ONE, "title": "数据 A", "version": 1, "fetched": fetched, **given})


def test_records_come_back(tmp_path: Path) -> None:
    """What was added is read again, by arXiv id, by whoever comes later."""
    RecordFile(tmp_path / "new" / "records.json").add({ONE: make_record(), TWO: make_record(version=3)})

    assert RecordFile(tmp_path / "new" / "records.json").read() == {ONE: make_record(), TWO: make_record(version=3)}


@pytest.mark.parametrize(
    ("held", "added", "kept"),
    [
        ("2099-01-02T00:00:00Z", "2099-01-03T00:00:00Z", 2),
        ("2099-01-03T00:00:00Z", "2099-01-02T00:00:00Z", 1),
        ("2099-01-02T00:00:00Z", "2099-01-02T00:00:00Z", 2),
        ("2099-01-02T00:00:00Z", "2099-01-02T05:00:00+08:00", 1),
    ],
)
def test_the_record_fetched_last_stays(held: str, added: str, kept: int, tmp_path: Path) -> None:
    """An older record never takes the place of a newer one; of two of the same moment the later addition stays."""
    file = RecordFile(tmp_path / "records.json")
    file.add({ONE: make_record(held, version=1)})

    file.add({ONE: make_record(added, version=2)})

    assert file.read()[ONE].version == kept


def test_a_missing_file_holds_nothing(tmp_path: Path) -> None:
    """Where there is no file there are no records, and forgetting makes none."""
    file = RecordFile(tmp_path / "records.json")

    assert file.read() == {}
    assert file.forget([ONE]) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"records": 3}',
        b"\xff",
        b"[" * 100_000,
        b'{"schema": 2, "records": {}}',
        b'{"schema": 1, "records": {"x": {"basis": "y"}}}',
    ],
)
def test_a_damaged_file_holds_nothing_and_is_kept(content: bytes, tmp_path: Path) -> None:
    """A file that cannot be read is passed over; writing sets what is not ours aside instead of writing over it."""
    path = tmp_path / "records.json"
    path.write_bytes(content)
    file = RecordFile(path)
    assert file.read() == {}

    file.add({ONE: make_record()})

    assert file.read() == {ONE: make_record()}
    aside = tmp_path / "records.damaged"
    if b'"schema": 1' in content:
        assert not aside.exists()
    else:
        assert aside.read_bytes() == content


def test_one_bad_record_spoils_no_other(tmp_path: Path) -> None:
    """A record of another shape is passed over, the others are read."""
    path = tmp_path / "records.json"
    RecordFile(path).add({ONE: make_record()})
    data = json.loads(path.read_text(encoding="utf-8"))
    data["records"][TWO] = {"basis": "fetched", "version": "many"}
    path.write_text(json.dumps(data), encoding="utf-8")

    assert list(RecordFile(path).read()) == [ONE]


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    """Forgetting takes the records named, and says which were there."""
    file = RecordFile(tmp_path / "records.json")
    file.add({ONE: make_record(), TWO: make_record()})

    assert file.forget([ONE, "9903.00003", ONE]) == (ONE,)
    assert list(file.read()) == [TWO]


def test_a_folder_that_takes_nothing_is_named(tmp_path: Path) -> None:
    """Where no file can be made, the place is named."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(WriteFailed, match="cannot be locked"):
        RecordFile(tmp_path / "file" / "records.json").add({ONE: make_record()})


def test_a_record_without_a_moment_is_the_oldest() -> None:
    """What was never fetched gives way to what was."""
    never, once = make_record(fetched="2000-01-01T00:00:00Z"), make_record()

    assert newest(ArxivRecord(basis=Basis.CONFIRMED), never) is never
    assert newest(None, once, never) is once
    assert newest(None, None) is None
