"""Fetched records in a catalog of JSON lines: the lines of their entries change, every other byte stays."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.entry import ArxivRecord
from awesome_mm.store.edit import edit_file

from .test_edit import make_fetched

HEAD = '{ "catalog":{"schema": 1} }  '
ALPHA = '{"method": {"alpha": {"name": "Älpha", "arxiv": {"basis": "recalled", "authors": ["Ada"]}, "authors": []}}}'
BETA = '{"method": {"beta": {"name": "Beta"}}}'
BEFORE = f"{HEAD}\n\n{ALPHA}\n{BETA}\n"
TABLE = '{"basis": "fetched", "id": "9901.00001", "title": "A", "version": 2, "fetched": "2099-01-02T03:04:05Z"}'


def edited(tmp_path: Path, content: str | bytes, *ids: str, **given: object) -> bytes | None:
    """Return the new content of a file with `content`, where the entries `ids` have a record; None where nothing differs."""
    path = tmp_path / "catalog.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    records: dict[tuple[str, str], ArxivRecord] = {("method", one): make_fetched(**given) for one in ids}
    result = edit_file(path, records)
    assert result is None or (set(result.changed), result.refused) == (set(records), ())
    return result.content if result else None


def test_a_record_is_put_in_or_replaced_where_it_stands(tmp_path: Path) -> None:
    """An entry without a record gets one at its end, another keeps its place; lines of others keep every byte."""
    after = edited(tmp_path, BEFORE, "alpha", "beta")

    alpha = ALPHA.replace('{"basis": "recalled", "authors": ["Ada"]}', TABLE)
    beta = BETA.replace('"Beta"', f'"Beta", "arxiv": {TABLE}')
    assert after == f"{HEAD}\n\n{alpha}\n{beta}\n".encode()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["", "\n\n"])
def test_line_ends_and_marks_stay(newline: str, mark: bytes, end: str, tmp_path: Path) -> None:
    """A file keeps its line ends, its byte order mark, and what stands or lacks at its end."""
    before = mark + (BEFORE.rstrip("\n") + end).replace("\n", newline).encode()

    after = edited(tmp_path, before, "beta")

    assert after is not None
    assert after.replace(f', "arxiv": {TABLE}'.encode(), b"") == before


@pytest.mark.parametrize("ensure_ascii", [True, False])
@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": ")])
def test_a_line_keeps_its_style(ensure_ascii: bool, separators: tuple[str, str], tmp_path: Path) -> None:
    """Blanks and escapes are written as the line had them."""
    before = json.dumps(json.loads(ALPHA), ensure_ascii=ensure_ascii, separators=separators)

    after = edited(tmp_path, before, "alpha")

    assert after is not None
    data = json.loads(after)
    assert data["method"]["alpha"]["arxiv"] == json.loads(TABLE)
    assert after.decode() == json.dumps(data, ensure_ascii=ensure_ascii, separators=separators)


def test_what_was_only_fetched_again_is_no_difference(tmp_path: Path) -> None:
    """A record that differs in the moment alone leaves the file as it is, and one of a later fetch stays."""
    after = edited(tmp_path, BEFORE, "alpha")

    assert after is not None
    assert edited(tmp_path, after, "alpha", fetched="2100-01-01T00:00:00Z") is None
    assert edited(tmp_path, after, "alpha", version=3, fetched="2098-01-01T00:00:00Z") is None


def test_a_line_of_several_entries(tmp_path: Path) -> None:
    """Entries that share a line share it afterwards, and those without a record are as they were."""
    before = '{"method": {"a": {"name": "A"}, "b": {"name": "B"}}, "dataset": {"c": {"name": "C"}}, "unit": 3}'

    after = edited(tmp_path, before, "a", "b")

    assert after is not None
    data = json.loads(after)
    assert [data["method"][one].pop("arxiv")["title"] for one in ("a", "b")] == ["A", "A"]
    assert data == json.loads(before)


def test_a_line_that_broke_meanwhile_stays(tmp_path: Path) -> None:
    """What cannot be read is left alone, and so is a file without the entry."""
    after = edited(tmp_path, "{broken\n" + BEFORE, "beta")

    assert after is not None
    assert after.startswith(b"{broken\n")
    assert edited(tmp_path, "{broken", "beta") is None


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_of_arxiv_reads_back(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Quotes, line breaks and whatever else a title holds come back as they were, on one line."""
    after = edited(tmp_path_factory.mktemp("any"), BEFORE, "beta", title=text)

    assert after is not None
    lines = after.split(b"\n")
    assert len(lines) == BEFORE.count("\n") + 1
    assert json.loads(lines[3])["method"]["beta"]["arxiv"]["title"] == text
