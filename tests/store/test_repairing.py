"""Repairs of texts and catalogs: what is meant changes, and nothing else."""

from pathlib import Path

import pytest

from awesome_mm.errors import WriteFailed
from awesome_mm.store.repairing import LineEdit, repair_catalog, repair_text
from tests.cli.catalogs import table, write_catalog


def test_only_the_line_and_the_whole_address_change(tmp_path: Path) -> None:
    """An address that goes on behind the old one is another; so is the same one on another line."""
    path = tmp_path / "README.md"
    path.write_bytes(b"\xef\xbb\xbf[a](x.org/1) [b](x.org/12) x.org/1\r\n[a](x.org/1)\r\n")

    assert repair_text(path, [LineEdit(1, "x.org/1", "y.org/1")]) == 1

    assert path.read_bytes() == b"\xef\xbb\xbf[a](y.org/1) [b](x.org/12) y.org/1\r\n[a](x.org/1)\r\n"


@pytest.mark.parametrize("edit", [LineEdit(9, "a", "b"), LineEdit(0, "a", "b"), LineEdit(1, "nowhere", "b")])
def test_what_does_not_fit_is_left_out(edit: LineEdit, tmp_path: Path) -> None:
    """A repair of a line that is not there, or says something else by now, changes nothing and writes nothing."""
    path = tmp_path / "README.md"
    path.write_text("a\n", encoding="utf-8")
    path.chmod(0o444)

    assert repair_text(path, [edit]) == 0


def test_fields_of_a_catalog(tmp_path: Path) -> None:
    """A field of a table is replaced in the file that holds it; comments and other files stay."""
    (tmp_path / "c").mkdir()
    first = Path(write_catalog(tmp_path / "c" / "a.toml", table("alpha", more="needs = [] # none")))
    second = tmp_path / "c" / "b.toml"
    second.write_text(table("beta"), encoding="utf-8")

    written = repair_catalog(tmp_path / "c", {("method", "alpha"): {"needs": ["cpu"]}})

    assert written == (first,)
    assert 'needs = ["cpu"] # none' in first.read_text(encoding="utf-8")


def test_a_table_that_cannot_be_changed(tmp_path: Path) -> None:
    """A table written inside another cannot be changed while all else stays; nothing is written."""
    path = tmp_path / "catalog.toml"
    write_catalog(path)
    path.write_text(path.read_text(encoding="utf-8") + '\n[method]\nalpha = { name = "A" }\n', encoding="utf-8")
    before = path.read_bytes()

    with pytest.raises(WriteFailed):
        repair_catalog(path, {("method", "alpha"): {"needs": ["cpu"]}})

    assert path.read_bytes() == before


def test_a_text_that_is_not_utf_8(tmp_path: Path) -> None:
    """A file in another encoding is read, and not repaired."""
    path = tmp_path / "README.md"
    path.write_bytes("a\n".encode("utf-16"))

    with pytest.raises(WriteFailed, match="UTF-8"):
        repair_text(path, [LineEdit(1, "a", "b")])


def test_an_address_that_is_named_elsewhere(tmp_path: Path) -> None:
    """Where a line names an address that is defined on another, the definition changes; code is no definition."""
    path = tmp_path / "README.md"
    path.write_text("[Alpha][a]\n\n```\n[a]: x.org/1\n```\n\n[a]: x.org/1\n[b]: x.org/12\n", encoding="utf-8")

    assert repair_text(path, [LineEdit(1, "x.org/1", "y.org/1")]) == 1

    assert path.read_text(encoding="utf-8") == "[Alpha][a]\n\n```\n[a]: x.org/1\n```\n\n[a]: y.org/1\n[b]: x.org/12\n"
