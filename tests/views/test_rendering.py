"""Tests of the answer of ``render``."""

from awesome_mm.views.blocks import Heading, Paragraph, Quote, Table
from awesome_mm.views.rendering import KEPT, Difference, Files, render_report

FILES = Files(
    groups=(("written", ["a.md"]), ("unchanged", ["b.md"]), ("edited", ["c.md"]), ("removed", [])),
    differing="edited",
    differences=[Difference(path="c.md", diff="--- c.md\n+mine\n")],
)


def test_programs_get_every_file() -> None:
    """The payload has every group, that of differing files with the difference; as lines there is one row for each file."""
    report = render_report("2026-01-02", FILES, "en")

    assert report.payload == {
        "schema_version": 1,
        "as_of": "2026-01-02",
        "written": ["a.md"],
        "unchanged": ["b.md"],
        "edited": [{"path": "c.md", "diff": "--- c.md\n+mine\n"}],
        "removed": [],
    }
    assert [(record["path"], record["status"]) for record in report.records] == [
        ("a.md", "written"),
        ("b.md", "unchanged"),
        ("c.md", "edited"),
    ]


def test_people_get_what_changed() -> None:
    """A table without what is unchanged, the numbers, the differences, and what to do."""
    table, numbers, heading, quote, remark = render_report("2026-01-02", FILES, "en").blocks()

    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["a.md", "c.md"]
    assert numbers == Paragraph("written 1 · unchanged 1 · edited 1", "quiet")
    assert (heading, quote) == (Heading("c.md"), Quote("--- c.md\n+mine\n", "diff"))
    assert remark == Paragraph(KEPT, "warning")


def test_where_nothing_was_written_it_says_so() -> None:
    """There is a line even then."""
    files = Files(groups=(("written", []), ("unchanged", ["b.md"])), differing="edited", differences=[])

    assert list(render_report("2026-01-02", files, "zh").blocks()) == [Paragraph("已写入 0 · 未变 1", "quiet")]
