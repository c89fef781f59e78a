"""A catalog that is there takes in further entries and other values; all its other bytes stay."""

import os
import tomllib
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from awesome_mm.errors import CatalogInvalid, EntryMissing, WriteFailed
from awesome_mm.model.draft import Draft
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.extend import change_catalog, extend_catalog, set_fields
from awesome_mm.store.new_catalog import write_new
from awesome_mm.store.places import bundled_catalog
from tests.store.drafts import make_category, make_draft, make_imported
from tests.store.written import as_lines, catalog, entry, write

OWN = make_imported("omega", categories=("editing",))
ONE = make_draft(OWN, categories={})


def only_added(before: bytes, after: bytes) -> bool:
    """Whether every byte of `before` stands in `after`, in order and with nothing taken away."""
    matcher = SequenceMatcher(None, before.splitlines(keepends=True), after.splitlines(keepends=True), autojunk=False)
    return all(tag in ("equal", "insert") for tag, *_ in matcher.get_opcodes())


def test_an_entry_joins_a_toml_file(tmp_path: Path) -> None:
    """It stands behind the last of its kind, and before what follows there."""
    path = write(tmp_path / "c.toml", catalog(entry(), "# the datasets\n", entry("data", kind="dataset")))
    before = path.read_bytes()

    assert extend_catalog(path, ONE) == (path,)

    assert only_added(before, path.read_bytes())
    assert [one.id for one in load_catalog(path).entries] == ["alpha", "omega", "data"]
    assert path.read_text().index("[method.omega]") < path.read_text().index("# the datasets")


def test_an_entry_joins_json_lines(tmp_path: Path) -> None:
    """It becomes the last line, in the style of the one before."""
    path = write(tmp_path / "c.jsonl", as_lines(catalog(entry())).replace('": ', '":').replace(", ", ",").removesuffix("\n"))
    before = path.read_bytes()

    extend_catalog(path, ONE)

    assert path.read_bytes().startswith(before + b'\n{"method":{"omega":{"name":"Omega",')
    assert [one.id for one in load_catalog(path).entries] == ["alpha", "omega"]


def test_an_entry_joins_a_folder(tmp_path: Path) -> None:
    """It gets a file of its own, beside those of its kind; the others are not touched."""
    head = write(tmp_path / "catalog.toml", catalog())
    write(tmp_path / "works" / "alpha.toml", entry())
    before = head.read_bytes()

    assert extend_catalog(tmp_path, ONE) == (tmp_path / "works" / "omega.toml",)

    assert head.read_bytes() == before
    assert len(load_catalog(tmp_path).entries) == 2


def test_a_folders_names_are_taken_in_any_case(tmp_path: Path) -> None:
    """Where case makes no difference, another's file would be written over."""
    write(tmp_path / "Omega.toml", catalog(entry()))

    assert extend_catalog(tmp_path, ONE) == (tmp_path / "omega_2.toml",)


@pytest.mark.parametrize("form", ["c.toml", "c.jsonl", "folder"])
def test_a_category_joins_with_its_entries(form: str, tmp_path: Path) -> None:
    """A category that is new follows the others, with the order of its entries."""
    write_new(tmp_path / form, make_draft(make_imported()), "2026-01-02")
    draft = make_draft(make_imported("omega", categories=("drawing",)), categories={"drawing": make_category("Drawing", order=("omega",))})

    extend_catalog(tmp_path / form, draft)

    found = load_catalog(tmp_path / form)
    assert list(found.vocabularies.category) == ["sorting", "drawing"]
    assert found.vocabularies.category["drawing"].order == ("omega",)


@pytest.mark.parametrize("form", ["c.toml", "c.jsonl", "folder"])
def test_an_order_takes_new_entries_where_the_draft_has_them(form: str, tmp_path: Path) -> None:
    """Each stands behind the one it follows in the list, or before the one it precedes."""
    write_new(tmp_path / form, make_draft(make_imported("alpha"), make_imported("beta")), "2026-01-02")
    order = ("first", "alpha", "middle", "beta", "last")
    draft = make_draft(*map(make_imported, ("first", "middle", "last")), categories={"sorting": make_category(order=order)})

    extend_catalog(tmp_path / form, draft)

    assert load_catalog(tmp_path / form).vocabularies.category["sorting"].order == order


def test_an_order_keeps_its_layout(tmp_path: Path) -> None:
    """Comments in a long order stay, and new entries stand on lines of their own where the others do."""
    text = catalog(entry()).replace('title = "Editing"', 'title = "Editing"\norder = [\n  "alpha", # the first\n] # done')
    path = write(tmp_path / "c.toml", text)

    extend_catalog(path, make_draft(OWN, categories={"editing": make_category(order=("alpha", "omega"))}))

    assert 'order = [\n  "alpha", "omega", # the first\n] # done' in path.read_text()


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    """An empty draft leaves every file, and its time of change, as it is."""
    path = write(tmp_path / "c.toml", catalog(entry()))
    state = path.stat()

    assert extend_catalog(path, Draft()) == ()

    assert path.stat().st_mtime_ns == state.st_mtime_ns
    assert path.stat().st_ino == state.st_ino


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"", b"\n", b"\n# the end"])
def test_line_ends_and_marks_stay(newline: str, mark: bytes, end: bytes, tmp_path: Path) -> None:
    """A file keeps its byte order mark and its kind of line ends, whatever its end."""
    path = tmp_path / "c.toml"
    path.write_bytes(mark + catalog(entry()).rstrip("\n").replace("\n", newline).encode() + end.replace(b"\n", newline.encode()))
    before = path.read_bytes()

    extend_catalog(path, ONE)

    after = path.read_bytes()
    assert after.startswith(mark)
    assert after.count(b"\r\n") == (after.count(b"\n") if newline == "\r\n" else 0)
    assert all(line in after for line in before.split(newline.encode()))
    assert load_catalog(path).entries[-1] == OWN


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        (catalog(entry("omega")), ONE),
        (catalog(entry("omega", kind="dataset")), ONE),
        (catalog(), make_draft(make_imported(categories=("nowhere",)))),
        ("method = {}\n" + catalog(), ONE),
        (catalog(entry()).replace("[catalog]", "method = { beta = {} }\n[catalog]").replace("[method.alpha]", "[dataset.alpha]"), ONE),
    ],
)
def test_what_cannot_be_added_is_refused(text: str, draft: Draft, tmp_path: Path) -> None:
    """An id that is taken, a reference to nowhere, a kind that is written inline: nothing is written and the place named."""
    path = write(tmp_path / "c.toml", text)

    with pytest.raises((WriteFailed, CatalogInvalid)):
        extend_catalog(path, draft)

    assert path.read_text() == text


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everything")
def test_a_file_that_may_not_be_written(tmp_path: Path) -> None:
    """It is said before anything is written."""
    path = write(tmp_path / "c.toml", catalog(entry()))
    path.chmod(0o444)

    with pytest.raises(WriteFailed):
        extend_catalog(path, ONE)


ENTRY = """
[method.alpha] # ours
name = "Alpha" # a name
title = "Alpha: A Title"
aliases = [
  "A",
  "AA",
]
categories = ["editing"]
summary.en = "Makes data."
links.arxiv = ["2401.00001"]
# of the record

[method.alpha.arxiv]
basis = "recalled"

[[method.alpha.notes]]
topic = "idea"
en = "One."

[[method.alpha.notes]]
topic = "idea"
en = "Two."

# the end
"""


def changed(tmp_path: Path, **fields: Any) -> str:
    """Return the text of the entry after `fields` have been replaced."""
    path = write(tmp_path / "c.toml", catalog(ENTRY))
    set_fields(path, {"alpha": fields})
    return path.read_text().removeprefix(catalog())


@pytest.mark.parametrize(
    ("fields", "old", "new"),
    [
        ({"name": "Beta"}, 'name = "Alpha" # a name', 'name = "Beta" # a name'),
        ({"aliases": ["A", "B", "AA"]}, '"A",\n  "AA"', '"A",\n  "B",\n  "AA"'),
        ({"aliases": ["A", "AA", "B"]}, '"A",\n  "AA"', '"A",\n  "AA",\n  "B"'),
        ({"aliases": ["C"]}, '[\n  "A",\n  "AA",\n]', '["C"]'),
        ({"categories": ["methods", "editing"]}, '["editing"]', '["methods", "editing"]'),
        ({"summary": {"en": "X.", "zh": "Y。"}}, 'summary.en = "Makes data."\n', 'summary.en = "X."\nsummary.zh = "Y。"\n'),
        ({"links": {"code": ["https://a.b"]}}, 'links.arxiv = ["2401.00001"]', 'links.code = ["https://a.b"]'),
        ({"published": "2024-01-02"}, "# of the record", "published = 2024-01-02\n# of the record"),
        ({"summary": None}, 'summary.en = "Makes data."\n', ""),
        ({"notes": None}, ENTRY[ENTRY.index("\n[[") : ENTRY.index("\n# the end")], "\n\n"),
        ({"arxiv": {"basis": "confirmed"}}, '[method.alpha.arxiv]\nbasis = "recalled"\n', 'arxiv = { basis = "confirmed" }\n'),
    ],
)
def test_fields_are_replaced_alone(fields: dict[str, Any], old: str, new: str, tmp_path: Path) -> None:
    """The value changes where it stands, or joins the entry's own; comments and all other lines stay."""
    after = changed(tmp_path, **fields)

    if "arxiv" in fields:
        assert tomllib.loads(after)["method"]["alpha"]["arxiv"] == fields["arxiv"]
    else:
        assert after == ENTRY.replace(old, new)


def test_fields_that_are_tables_of_their_own(tmp_path: Path) -> None:
    """A list of tables is replaced whole, where the first of them stood; a new one stands behind the entry's own tables."""
    notes = [{"topic": "idea", "en": "Three."}]
    disputes = [{"field": "published", "listed": "2024", "reason": {"en": "No."}}]

    after = changed(tmp_path, notes=notes, disputes=disputes)

    read = tomllib.loads(after)["method"]["alpha"]
    assert (read["notes"], read["disputes"]) == (notes, disputes)
    assert "# the end\n" in after


def test_fields_of_lines(tmp_path: Path) -> None:
    """A line is written anew in its style, the others stay."""
    path = write(tmp_path / "c.jsonl", as_lines(catalog(entry(), entry("beta"))))
    before = path.read_text().splitlines()

    set_fields(path, {"beta": {"name": "Beta+", "summary": None}})

    after = path.read_text().splitlines()
    assert after[:-1] == before[:-1]
    assert after[-1] == '{"method": {"beta": {"name": "Beta+", "title": "Beta: A Title", "categories": ["editing"]}}}'


def test_fields_in_a_folder(tmp_path: Path) -> None:
    """Only the file of the entry is written."""
    write(tmp_path / "catalog.toml", catalog(entry()))
    path = write(tmp_path / "beta.toml", entry("beta"))

    assert set_fields(tmp_path, {"beta": {"name": "B"}}) == (path,)


def test_fields_of_nobody(tmp_path: Path) -> None:
    """An entry that is not there is named."""
    with pytest.raises(EntryMissing, match="nobody"):
        set_fields(write(tmp_path / "c.toml", catalog()), {"nobody": {"name": "N"}})


@pytest.mark.parametrize("fields", [{"name": ""}, {"categories": ["nowhere"]}, {"title": None}, {"kind": "dataset"}])
def test_fields_that_would_be_unsound(fields: dict[str, Any], tmp_path: Path) -> None:
    """A value that the catalog could not have is refused before anything is written."""
    path = write(tmp_path / "c.toml", catalog(entry()))
    before = path.read_text()

    with pytest.raises(WriteFailed):
        set_fields(path, {"alpha": fields})

    assert path.read_text() == before


@pytest.mark.parametrize("text", ['[method]\nalpha.name = "A"\nalpha.title = "T"\nalpha.categories = ["editing"]\n'])
def test_an_entry_without_a_header_is_refused(text: str, tmp_path: Path) -> None:
    """What stands in dotted keys cannot be replaced by lines; it is said so."""
    path = write(tmp_path / "c.toml", catalog(text))

    with pytest.raises(WriteFailed, match=r"method\.alpha"):
        set_fields(path, {"alpha": {"name": "B"}})


def test_the_bundled_catalog_takes_a_draft(tmp_path: Path) -> None:
    """A real file of many tables gains an entry, an order and a field, and nothing else changes."""
    path = tmp_path / "c.toml"
    path.write_bytes(bundled_catalog().read_bytes())
    order = {"image-editing": make_category(order=("bytemorph", "omega"))}
    draft = make_draft(make_imported("omega", categories=("image-editing",)), categories=order)

    change_catalog(path, draft, {"oasis": {"aliases": ["An Alias"]}})

    before, after = load_catalog(bundled_catalog()), load_catalog(path)
    assert len(after.entries) == len(before.entries) + 1
    assert after.vocabularies.category["image-editing"].order[:2] == ("bytemorph", "omega")
    changed_entries = [one.id for one in after.entries if one not in before.entries]
    assert changed_entries == ["oasis", "omega"]
