"""Tests of what a catalog says of itself."""

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.taxonomy import Head, Statistic
from awesome_mm.store.catalog_file import DecodedCatalog
from awesome_mm.store.compiled import CompiledRecords, compile_catalog
from awesome_mm.views.about import about_report
from awesome_mm.views.blocks import Cell, Facts, Points, Table
from tests.factories import make_text, make_vocabularies

STATISTICS = (
    Statistic(id="edits", label=make_text("editing", "编辑"), value=4, category="editing", note=make_text("Four.", "四。")),
    Statistic(id="papers", label=make_text("papers", "论文"), value=30, or_more=True),
)


def told(**head: object) -> Catalog:
    """Return an empty catalog with this in its head."""
    given = {"schema": 1, "title": make_text("A survey", "综述"), "as_of": "2026-01-02", **head}
    decoded = DecodedCatalog(head=Head(**given), vocabularies=make_vocabularies(), entries=())  # type: ignore[arg-type]
    return Catalog(CompiledRecords(compile_catalog(decoded, key="test")))


def test_a_bare_head_has_its_facts_alone() -> None:
    """What the catalog does not say takes no room."""
    _, *blocks = about_report(told(), {}, "en").blocks()

    assert blocks == [Facts([("As of", "2026-01-02"), ("Works", "0"), ("Licence", "unknown")])]


def test_claims_stand_beside_what_is_held() -> None:
    """A number of the list has what the catalog holds beside it, and is marked where they differ."""
    blocks = list(about_report(told(statistics=STATISTICS), {"editing": 5}, "zh").blocks())

    [table] = [block for block in blocks if isinstance(block, Table)]
    assert table.rows == [["编辑", Cell("4", "warning"), "5"], ["论文", Cell("30+"), ""]]
    assert blocks[-1] == Points([("", "编辑：四。")])


def test_scope_and_rules_are_told() -> None:
    """What belongs in the list and how to add to it are in the language of the answer, and in both for programs."""
    scope, rule = make_text("Data synthesis.", "数据合成。"), make_text("Give a link.", "给出链接。")
    report = about_report(told(scope=(scope,), rules=(rule,)), {}, "zh")

    assert Points([("", "给出链接。")]) in list(report.blocks())
    assert report.payload["scope"] == [{"en": "Data synthesis.", "zh": "数据合成。"}]
    assert report.payload["rules"] == [{"en": "Give a link.", "zh": "给出链接。"}]
