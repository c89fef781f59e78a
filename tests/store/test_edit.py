"""Fetched records in a catalog file: their tables change, every other byte stays."""

import tomllib
from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.entry import ArxivRecord, Basis
from awesome_mm.store.edit import edit_file, refusal
from awesome_mm.store.encode import encode
from awesome_mm.store.places import bundled_catalog

BEFORE = """\
# A comment at the top
[catalog]
schema = 1

[method.alpha] # the first
name = "Alpha"
links.arxiv = ["9901.00001"]
# of the next table

[[method.alpha.stages]]
id = "one"

[method.beta]
name = "Beta"

[method.beta.arxiv]
# kept
basis = "recalled"
authors = [
  "Ada",
]
# before the end

[dataset.gamma]
name = "Gamma"
"""
ALPHA, BETA = ("method", "alpha"), ("method", "beta")


def make_fetched(**given: object) -> ArxivRecord:
    """Return a fetched record."""
    known: dict[str, object] = {"basis": Basis.FETCHED, "id": "9901.00001", "title": "A", "version": 2, "fetched": "2099-01-02T03:04:05Z"}
    return ArxivRecord(**{**known, **given})  # type: ignore[arg-type]


def edited(tmp_path: Path, content: str | bytes, records: dict[tuple[str, str], ArxivRecord]) -> bytes | None:
    """Return the new content of a file with `content`, None where nothing differs."""
    path = tmp_path / "catalog.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    result = edit_file(path, records)
    return result.content if result else None


def test_a_new_table_follows_the_entrys_own_keys(tmp_path: Path) -> None:
    """An entry without a record gets its table behind its keys and before whatever comes next, comments included."""
    after = edited(tmp_path, BEFORE, {ALPHA: make_fetched()})

    table = '\n[method.alpha.arxiv]\nbasis = "fetched"\nid = "9901.00001"\ntitle = "A"\nversion = 2\nfetched = 2099-01-02T03:04:05Z\n'
    assert after == BEFORE.replace('links.arxiv = ["9901.00001"]\n', f'links.arxiv = ["9901.00001"]\n{table}').encode()


def test_a_table_is_replaced_where_it_stands(tmp_path: Path) -> None:
    """The record that was there goes, however many lines it took; comments in it and behind it stay."""
    after = edited(tmp_path, BEFORE, {BETA: make_fetched(authors=("Ada", "Bo"))})

    new = (
        '# kept\nbasis = "fetched"\nid = "9901.00001"\ntitle = "A"\nauthors = ["Ada", "Bo"]\nversion = 2\nfetched = 2099-01-02T03:04:05Z\n'
    )
    assert after == BEFORE.replace('# kept\nbasis = "recalled"\nauthors = [\n  "Ada",\n]\n', new).encode()


def test_quotes_in_a_text_open_nothing(tmp_path: Path) -> None:
    """Three quotes inside a text of one line hide no header behind it."""
    before = BEFORE.replace('name = "Alpha"', "name = \"It's '''so\"")

    after = edited(tmp_path, before, {BETA: make_fetched()})

    assert after is not None
    assert tomllib.loads(after.decode())["method"]["beta"]["arxiv"]["version"] == 2


def test_several_tables_at_once(tmp_path: Path) -> None:
    """All records of a file go in together."""
    after = edited(tmp_path, BEFORE, {ALPHA: make_fetched(), BETA: make_fetched(title="B")})

    assert after is not None
    data = tomllib.loads(after.decode())
    assert (data["method"]["alpha"]["arxiv"]["title"], data["method"]["beta"]["arxiv"]["title"]) == ("A", "B")


def test_what_was_only_fetched_again_is_no_difference(tmp_path: Path) -> None:
    """A record that differs in the moment alone leaves the file as it is: a nightly run brings no empty change."""
    after = edited(tmp_path, BEFORE, {ALPHA: make_fetched()})

    assert after is not None
    assert edited(tmp_path, after, {ALPHA: make_fetched(fetched="2100-01-01T00:00:00Z")}) is None


def test_a_file_without_the_entry_stays(tmp_path: Path) -> None:
    """Of a folder only the files that hold an entry change."""
    assert edited(tmp_path, "[catalog]\nschema = 1\n", {ALPHA: make_fetched()}) is None


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["", "\n\n\n"])
def test_line_ends_and_marks_stay(newline: str, mark: bytes, end: str, tmp_path: Path) -> None:
    """A file keeps its line ends, its byte order mark, and what stands or lacks at its end."""
    before = mark + (BEFORE.rstrip("\n") + end).replace("\n", newline).encode()

    after = edited(tmp_path, before, {BETA: make_fetched(), ALPHA: make_fetched()})

    assert after is not None
    assert after.startswith(mark)
    assert after.endswith(before[-10:])
    assert after.count(b"\r\n") == (after.count(b"\n") if newline == "\r\n" else 0)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_last_table_of_a_file_without_a_last_line_end(newline: str, tmp_path: Path) -> None:
    """A table is put in at the very end, and replaced there, in lines of the file's kind."""
    before = BEFORE.rstrip("\n").replace("\n", newline).encode()
    gamma = ("dataset", "gamma")

    first = edited(tmp_path, before, {gamma: make_fetched()})
    assert first is not None
    second = edited(tmp_path, first, {gamma: make_fetched(version=7, fetched="2100-01-01T00:00:00Z")})

    assert second is not None
    assert tomllib.loads(second.decode())["dataset"]["gamma"]["arxiv"]["version"] == 7
    for after in (first, second):
        assert not after.endswith((b"\r", b"\n"))
        assert after.count(b"\r") == (after.count(b"\n") if newline == "\r\n" else 0)


def test_lines_of_both_kinds_stay(tmp_path: Path) -> None:
    """A file whose lines end now so, now so keeps each."""
    before = BEFORE.replace('name = "Gamma"\n', 'name = "Gamma"\r\n')

    after = edited(tmp_path, before, {ALPHA: make_fetched()})

    assert after is not None
    assert after.count(b"\r\n") == 1


@pytest.mark.parametrize(
    "content",
    [
        'method.alpha.name = "Alpha"\n',
        'method = { alpha = { name = "Alpha" } }\n',
        '[method.alpha]\nname = "Alpha"\narxiv = { basis = "recalled" }\n',
        '[method.alpha]\nname = "Alpha"\narxiv.basis = "recalled"\n',
    ],
)
def test_what_cannot_be_spliced_is_refused(content: str, tmp_path: Path) -> None:
    """A table that is written otherwise than under a header of its own is named, and the content stays."""
    path = tmp_path / "catalog.toml"
    path.write_text(content, encoding="utf-8")

    result = edit_file(path, {ALPHA: make_fetched()})

    assert result is not None
    assert (result.changed, result.refused, result.content) == ((), (ALPHA,), content.encode())
    assert "[method.alpha.arxiv]" in refusal([result]).message


def test_one_awkward_entry_keeps_no_other_from_changing(tmp_path: Path) -> None:
    """Of several entries those that can be written are."""
    path = tmp_path / "catalog.toml"
    path.write_text(BEFORE + 'arxiv.basis = "recalled"\n', encoding="utf-8")

    result = edit_file(path, {ALPHA: make_fetched(), ("dataset", "gamma"): make_fetched()})

    assert result is not None
    assert (result.changed, result.refused) == ((ALPHA,), (("dataset", "gamma"),))
    assert b"[method.alpha.arxiv]" in result.content


def test_a_header_inside_a_text_is_none(tmp_path: Path) -> None:
    """Lines of a long text that look like headers are text."""
    content = BEFORE.replace('name = "Beta"\n', 'name = \'Beta\'\nnote = """\n[method.alpha]\n[1]\n"""\n')

    after = edited(tmp_path, content, {ALPHA: make_fetched(), BETA: make_fetched()})

    assert after is not None
    assert tomllib.loads(after.decode())["method"]["beta"]["note"] == "[method.alpha]\n[1]\n"


def test_a_later_fetch_stays(tmp_path: Path) -> None:
    """A record that the file has from a later fetch is not written over by an older one."""
    after = edited(tmp_path, BEFORE, {ALPHA: make_fetched(version=3, fetched="2099-02-01T00:00:00Z")})

    assert after is not None
    assert edited(tmp_path, after, {ALPHA: make_fetched(version=2, fetched="2099-01-01T00:00:00Z")}) is None


def test_a_header_stays_as_it_was_written(tmp_path: Path) -> None:
    """Remarks behind a table's header, and its indentation, stay."""
    content = BEFORE.replace("[method.beta.arxiv]\n", "  [ method.beta.arxiv ] # by the machine\n")

    after = edited(tmp_path, content, {BETA: make_fetched()})

    assert after is not None
    assert b"  [ method.beta.arxiv ] # by the machine\n" in after


def test_the_bundled_catalog_takes_every_record(tmp_path: Path) -> None:
    """A record for each work of the bundled catalog goes in, and nothing else of it changes."""
    before = bundled_catalog().read_bytes()
    data = tomllib.loads(before.decode())
    keys = [(kind, entry) for kind in ("method", "dataset", "benchmark", "survey", "list", "blog", "insight") for entry in data[kind]]

    after = edited(tmp_path, before, dict.fromkeys(keys, make_fetched()))

    assert after is not None
    found = tomllib.loads(after.decode())
    for kind, entry in keys:
        assert found[kind][entry].pop("arxiv")["title"] == "A"
        data[kind][entry].pop("arxiv", None)
    assert found == data


@settings(max_examples=200, deadline=None)
@given(text=st.text(min_size=1), names=st.lists(st.text(min_size=1), max_size=3))
def test_any_text_of_arxiv_is_written_so_that_it_reads_back(text: str, names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Quotes, line breaks, controls and whatever else a title holds come back as they were."""
    text, *names = ("".join(c for c in one if not "\ud800" <= c <= "\udfff") or "x" for one in (text, *names))

    after = edited(tmp_path_factory.mktemp("any"), BEFORE, {ALPHA: make_fetched(title=text, authors=tuple(names))})

    assert after is not None
    table = tomli.loads(after.decode())["method"]["alpha"]["arxiv"]
    assert table["title"] == text
    assert table.get("authors", []) == names
    assert encode(make_fetched())["id"] == table["id"]
