"""Tests of one work's page."""

from collections.abc import Iterable
from typing import Any

import pytest

from awesome_mm.model.entry import (
    Access,
    Artifact,
    ArtifactKind,
    ArxivRecord,
    Basis,
    Dispute,
    Links,
    Openness,
    Relation,
    RelationKind,
    State,
)
from awesome_mm.model.facts import Step
from awesome_mm.model.identifiers import address
from awesome_mm.store.encode import encode
from awesome_mm.views.blocks import Block, Facts, Heading, Points, Quote, Table
from awesome_mm.views.entry_page import show_report
from awesome_mm.views.report import Report
from tests.factories import make_catalog, make_figure, make_method, make_stage, make_text

ARTIFACT = Artifact(
    id="set", name="Alpha-Set", kind=ArtifactKind.DATASET, state=State.RELEASED, aliases=("AS",), links=Links(data=("https://x.org/set",))
)


def page(language: str = "en", **given: Any) -> Report:
    """Return the page of one entry."""
    catalog = make_catalog(make_method(**given), make_method("beta"))
    return show_report(catalog, [catalog.entry("alpha")], language, encode)


def part(report: Report, title: str) -> list[Block]:
    """Return the blocks under the heading `title`, up to the next."""
    found: list[Block] = []
    inside = False
    for block in report.blocks():
        if isinstance(block, Heading):
            inside = block.text == title
        elif inside:
            found.append(block)
    return found


def facts(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the labelled texts among `blocks`."""
    return {name: text for block in blocks if isinstance(block, Facts | Points) for name, text in block.rows}


def test_an_entry_in_full_keeps_all_that_is_known_of_its_artifacts() -> None:
    """The payload of a page holds an artifact's aliases and links beside what a list says of it."""
    [made] = page(artifacts=(ARTIFACT,)).records[0]["artifacts"]

    assert made == {
        "id": "set",
        "name": "Alpha-Set",
        "kind": "dataset",
        "state": "released",
        "licence": "unknown",
        "aliases": ["AS"],
        "links": {"data": ["https://x.org/set"]},
    }


def test_an_entry_in_full_holds_what_a_list_holds() -> None:
    """Every key of a list's record stands in the page's, with the same value."""
    catalog = make_catalog(make_method(artifacts=(ARTIFACT,), published="2024"))
    [record] = show_report(catalog, list(catalog), "en", encode).records
    brief = catalog.briefs[0].record

    assert {key: record[key] for key in brief if key != "artifacts"} == {key: value for key, value in brief.items() if key != "artifacts"}


def test_fields_narrow_the_records() -> None:
    """With fields a record holds only these."""
    catalog = make_catalog(make_method(links={"arxiv": ("2405.01234",), "code": ("https://x.org",)}))

    [record] = show_report(catalog, list(catalog), "en", encode, ("id", "links.arxiv")).records

    assert record == {"id": "alpha", "links": {"arxiv": ["2405.01234"], "code": ["https://x.org"]}}


def test_the_header_leaves_out_what_is_unknown() -> None:
    """An entry of which little is known has few lines."""
    assert facts(part(page(), "Alpha")) == {"Kind": "method", "Placed in": "Image editing"}


def test_names_with_commas_stay_apart() -> None:
    """Aliases are separated by semicolons, because they may hold commas."""
    assert facts(part(page(aliases=("Alpha, the method", "A")), "Alpha"))["Also known as"] == "Alpha, the method; A"


@pytest.mark.parametrize(("complete", "expected"), [(True, "Ada, 王小明"), (False, "Ada, 王小明 et al.")])
def test_authors(complete: bool, expected: str) -> None:
    """Where only some authors are known, the line says so."""
    assert facts(part(page(authors=("Ada", "王小明"), authors_complete=complete), "Alpha"))["Authors"] == expected


def test_a_record_that_was_fetched_says_when() -> None:
    """The record's line says how far it may be trusted."""
    record = ArxivRecord(basis=Basis.FETCHED, category="cs.CV", fetched="2026-01-01T00:00:00+00:00")

    line = facts(part(page(arxiv=record, links={"arxiv": ("2405.01234",)}), "Alpha"))["Record"]

    assert line == "arXiv 2405.01234, fetched, cs.CV, fetched on 2026-01-01T00:00:00+00:00"


def test_what_is_open() -> None:
    """Parts come before artifacts, each with its state and licence."""
    [table] = part(page(openness=Openness(code=Access(state=State.RELEASED, licence="MIT")), artifacts=(ARTIFACT,)), "What is open")

    assert isinstance(table, Table)
    assert [[cell if isinstance(cell, str) else cell.text for cell in row] for row in table.rows] == [
        ["code", "", "released", "MIT"],
        ["Alpha-Set", "dataset", "released", "unknown"],
    ]


def test_relations_name_entries_artifacts_and_outsiders() -> None:
    """A target is shown under the name people know, and targets of a kind stand together."""
    relations = (
        Relation(kind=RelationKind.PRODUCES, to="alpha/set"),
        Relation(kind=RelationKind.USES, to="beta"),
        Relation(kind=RelationKind.USES, name="Outside"),
    )

    assert facts(part(page(artifacts=(ARTIFACT,), relations=relations), "Relations")) == {"produces": "Alpha-Set", "uses": "Beta, Outside"}


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [("en", "In dispute", "Published: The list says “2025-05”. It is not so."), ("zh", "存疑之处", "发布：源列表称“2025-05”。并非如此。")],
)
def test_a_dispute_quotes_the_list(language: str, title: str, expected: str) -> None:
    """What the list says stands in quotes between the field's name and the reason, with one full stop."""
    dispute = Dispute(field="published", listed="2025-05.", reason=make_text("It is not so.", "并非如此。"))

    assert facts(part(page(language, disputes=(dispute,)), title)) == {"": expected}


@pytest.mark.parametrize(
    ("field", "en", "zh"),
    [
        ("figures.total", "Alpha in all", "Alpha总量"),
        ("stages.inner", "Inner step", "内层步骤"),
        ("stages", "Pipeline", "流程"),
        ("links.arxiv", "Links (arXiv)", "链接（arXiv）"),
        ("openness.data", "What is open (data)", "开放情况（数据）"),
        ("organizations", "Organizations", "机构"),
    ],
)
def test_a_dispute_is_about_what_the_page_names(field: str, en: str, zh: str) -> None:
    """The disputed field is called as the page calls it: a figure and a stage by name, the others by their heading."""
    dispute = Dispute(field=field, listed="x", reason=make_text("It is not so."))
    figure = make_figure("total", label=make_text("Alpha in all", "Alpha总量"))
    stage = make_stage("outer", steps=(Step(id="inner", name=make_text("Inner step", "内层步骤"), action="filter"),))

    for language, name in (("en", en), ("zh", zh)):
        blocks = page(language, disputes=(dispute,), figures=(figure,), stages=(stage,))
        said = facts(part(blocks, "In dispute" if language == "en" else "存疑之处"))[""]
        assert said.startswith(f"{name}{'：' if language == 'zh' else ': '}")


def test_links_are_addresses() -> None:
    """Identifiers are shown as the addresses of their pages, an artifact's own links under its name."""
    links = Links(arxiv=("2405.01234",), doi=("10.1000/182",), openreview=("abc",), code=("https://x.org/code",))

    assert facts(part(page("zh", links=links, artifacts=(ARTIFACT,)), "链接")) == {
        "arXiv": "https://arxiv.org/abs/2405.01234",
        "DOI": "https://doi.org/10.1000/182",
        "OpenReview": "https://openreview.net/forum?id=abc",
        "代码": "https://x.org/code",
        "Alpha-Set": "https://x.org/set",
    }


def test_a_link_of_the_work_is_not_repeated_under_its_artifact() -> None:
    """A link that stands among the work's own is shown once."""
    report = page(links={"data": ("https://x.org/set",)}, artifacts=(ARTIFACT,))

    assert facts(part(report, "Links")) == {"data": "https://x.org/set"}


def test_an_address_stays_as_it_is() -> None:
    """A web address needs no page made of it."""
    assert address("code", "https://x.org/{}") == "https://x.org/{}"


def test_a_missing_translation_falls_back_to_english() -> None:
    """A page in Chinese shows the English summary where there is no other."""
    report = page("zh", summary=make_text("Only English."))

    assert "Only English." in [getattr(block, "text", "") for block in report.blocks()]


def test_an_imported_entry_shows_its_own_text() -> None:
    """What the list says of an entry stands on its page as it stands there."""
    entry = make_method("alpha", summary=None, account=make_text("- **Scale:** *three* ponds"))
    blocks = list(show_report(make_catalog(entry), [entry], "en", encode).blocks())

    assert Quote("- **Scale:** *three* ponds", "markdown") in blocks
