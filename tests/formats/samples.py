"""A small survey with every kind of fact, and a report of every command over it."""

import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from awesome_mm.formats.registry import writer
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import (
    Access,
    Artifact,
    ArtifactKind,
    ArxivRecord,
    Basis,
    Dispute,
    Entry,
    Kind,
    Links,
    Need,
    Note,
    Openness,
    Relation,
    RelationKind,
    State,
    Topic,
    Venue,
)
from awesome_mm.model.facts import Gain, GainUnit, Parameter, Quantity, Role, Route, Status, Step, UsedModel
from awesome_mm.model.taxonomy import Category, Organization, Sector, Text
from awesome_mm.services.asking import ask
from awesome_mm.services.changes import Change
from awesome_mm.services.choosing import choose_methods, read_criteria
from awesome_mm.services.comparison.comparing import compare
from awesome_mm.services.estimating.estimate import estimate
from awesome_mm.services.estimating.figures import read_figures
from awesome_mm.services.figures.registry import FIGURES
from awesome_mm.services.linking import choose_addresses
from awesome_mm.services.recipes import recipe_of
from awesome_mm.services.refresh import Refreshed, Standing
from awesome_mm.services.search import rank
from awesome_mm.services.stats import count_categories, count_facets
from awesome_mm.store.encode import encode
from awesome_mm.views.about import about_report
from awesome_mm.views.addresses import addresses_report
from awesome_mm.views.blocks import Block, Side
from awesome_mm.views.changes import refresh_report, status_report
from awesome_mm.views.choice import choice_report
from awesome_mm.views.comparison import comparison_report
from awesome_mm.views.counts import categories_report, stats_report
from awesome_mm.views.entry_list import Page, list_report, search_report
from awesome_mm.views.entry_page import show_report
from awesome_mm.views.estimated import estimate_report
from awesome_mm.views.figures import figure_report
from awesome_mm.views.journal import log_report
from awesome_mm.views.pipeline import pipeline_report
from awesome_mm.views.places import where_report
from awesome_mm.views.recipe import recipe_report
from awesome_mm.views.rendering import Difference, Files, render_report
from awesome_mm.views.report import Report
from tests.factories import make_catalog, make_figure, make_method, make_result, make_stage, make_vocabularies

Say = Callable[[str], str]
REPORTS = (
    "list",
    "search",
    "nothing found",
    "show",
    "pipeline",
    "recipe",
    "compare",
    "choose",
    "estimate",
    "stats",
    *(f"figure {name}" for name in FIGURES),
    "categories",
    "about",
    "open",
    "where",
    "refresh",
    "status",
    "log",
    "render",
)
DAY = "2024-05-06"
CRITERIA = {"input": ["images"], "needs": ["local-gpu"]}
OWN_FIGURES = read_figures(samples=["1000"], calls=["generation=1"], tokens=["in=1200,out=300"], price=["in=2.5,out=10"], rate="7")


def plain(text: str) -> str:
    """Return `text` as it is."""
    return text


def make_survey(say: Say = plain) -> Catalog:
    """Return a catalog of three works, every free text of it passed through `say`."""

    def text(en: str, zh: str) -> Text:
        return Text(en=say(en), zh=say(zh))

    vocabularies = make_vocabularies(
        category={
            "methods": Category(title=text("Methods", "方法")),
            "editing": Category(title=text("Image editing", "图像编辑"), parent="methods", claimed=4),
            "text": Category(title=text("Text enhancement", "文本增强"), parent="methods", claimed=1),
        },
        organization={
            "bytedance": Organization(name=text("ByteDance", "字节跳动"), sector=Sector.INDUSTRY),
            "tongji": Organization(name=text("Tongji University", "同济大学"), sector=Sector.ACADEMIA),
        },
    )
    short = make_method("beta", kind=Kind.DATASET, name=say("贝塔😀"), title=say("贝塔：一个图像编辑数据集"), published="2023")
    bare = make_method("gamma", categories=("text",), name=say("Gamma"), title=say("Gamma"))
    return make_catalog(_full_entry(say, text), short, bare, vocabularies=vocabularies)


def _full_entry(say: Say, text: Callable[[str, str], Text]) -> Entry:
    """Return an entry in which every field is filled."""
    steps = (
        Step(id="clarity", name=text("Clarity", "清晰度"), action="filter", detail=text("Is it clear?", "是否清晰？")),
        Step(id="fit", name=text("Fit", "相关性"), action="filter", status=Status.DISPUTED, reason=text("Nobody says so.", "没有依据。")),
    )
    gate = make_stage(
        "gate",
        name=text("Gate", "门控"),
        action="filter",
        repeat=3,
        detail=text("Only what passes every check stays in the data.", "只有通过全部检查的样本才保留。"),
        models=(UsedModel(id="gpt-4v", role=Role.JUDGE),),
        tools=(text("Simhash", "Simhash"),),
        parameters=(
            Parameter(name=text("clarity", "清晰度"), quantity=Quantity(at_least=3, unit="percent")),
            Parameter(name=text("prompt", "提示词"), text=text("Is the image clear?", "图像清晰吗？")),
        ),
        routes=(Route(when=text("all pass", "全部通过"), to="generation"), Route(when=text("any fails", "任一失败"), to="drop")),
        steps=steps,
    )
    return make_method(
        "alpha",
        name=say("Alpha"),
        title=say("Alpha: Instruction Data from Images Alone, Filtered by Consensus of Several Models"),
        aliases=(say("阿尔法"), say("Alpha, the method")),
        also=(Kind.BENCHMARK,),
        also_in=("text",),
        authors=(say("Ada Lovelace"), say("王小明")),
        authors_complete=False,
        organizations=("bytedance", "tongji"),
        published=DAY,
        venue=Venue(name=say("ICCV"), year=2025, basis=Basis.RECALLED),
        links=Links(arxiv=("2405.01234",), doi=("10.1000/182",), openreview=("abc",), code=("https://example.org/a_b|c",)),
        needs=(Need.CPU, Need.LOCAL_GPU),
        input=("images",),
        output=("text",),
        artifacts=(
            Artifact(
                id="alpha-set",
                name=say("Alpha-Set"),
                kind=ArtifactKind.DATASET,
                state=State.RELEASED,
                aliases=(say("AS"),),
                links=Links(data=("https://example.org/set",)),
            ),
        ),
        openness=Openness(code=Access(state=State.RELEASED, licence=say("MIT")), prompts=Access(state=State.UNKNOWN)),
        relations=(
            Relation(kind=RelationKind.PRODUCES, to="alpha/alpha-set"),
            Relation(kind=RelationKind.INSPIRED_BY, to="beta"),
            Relation(kind=RelationKind.USES, name=say("Outside")),
        ),
        disputes=(Dispute(field="published", listed=say("2025-05."), reason=text("arXiv says otherwise.", "arXiv 的记录不同。")),),
        notes=(Note(topic=Topic.IDEA, en=say("Images come first, text after."), zh=say("先有图像，后有文本。")),),
        arxiv=ArxivRecord(basis=Basis.CONFIRMED, category="cs.CV"),
        stages=(make_stage("generation"), gate),
        figures=(
            make_figure(value=3_550_000, headline=True, of="alpha/alpha-set"),
            make_figure("part", part_of="total", label=text("single turns", "单轮"), share=36.8, value=92_256),
            make_figure("doubt", status=Status.DISPUTED, locator=say("Table 2"), reason=text("The sums differ.", "总和不符。")),
        ),
        results=(
            make_result(
                say("MMMU"), subject=text("Alpha-7B", "Alpha-7B"), metric=text("accuracy", "准确率"), unit="percent", locator=say("Table 4")
            ),
            make_result(say("MMVP"), value=None, gain=Gain(over=(text("LLaVA", "LLaVA"),), value=1, unit=GainUnit.POINT, baseline=52.1)),
        ),
    )


def make_reports(catalog: Catalog, language: str, say: Say = plain) -> Mapping[str, Report]:
    """Return the answers of all commands over `catalog`, by name."""
    change = Change(entry="alpha", event="metadata", field="title", old=say("Old title"), new=say("新标题"))
    refreshed = Refreshed(
        requested=("alpha", "beta"),
        seen=("alpha",),
        changes=(change,),
        complete=False,
        problem=say("No answer."),
        absent=(),
        records={},
        arxiv_ids={},
    )
    standing = Standing(entry="alpha", arxiv_id="2412.01137", fetched="2026-01-02T03:04:05Z", recent=True)
    line = {"when": "2026-01-02T03:04:05Z", "entry": "alpha", "event": "retitled", "field": "title", "old": say("Old"), "new": [say("新")]}
    places = {
        "catalog": Path("/catalog.toml"),
        "cache": Path("/nowhere", say("cache").replace("/", "")),
        "overlay": Path("/o"),
        "journal": Path("/j"),
    }
    files = Files(groups=[("edited", ["a.md"])], differing="edited", differences=[Difference(path="a.md", diff=f"+{say('x')}\n-y\n")])
    return {
        "list": list_report(catalog, catalog.briefs, Page(first=0, matched=4), language),
        "search": search_report(catalog, rank(catalog, ask(catalog, "alpha")), language, explain=True),
        "nothing found": search_report(catalog, rank(catalog, ask(catalog, say("zzzzzz"))), language),
        "show": show_report(catalog, list(catalog), language, encode),
        "pipeline": pipeline_report(catalog, list(catalog), language),
        "recipe": recipe_report(catalog, recipe_of(catalog.entry("alpha")), language),
        "compare": comparison_report(catalog, compare(catalog, catalog.ids), [Side(one.name) for one in catalog], language),
        "choose": choice_report(catalog, choose_methods(catalog, *read_criteria(catalog, CRITERIA, ["text"])), None, language),
        "estimate": estimate_report(catalog, estimate(catalog.entry("alpha"), OWN_FIGURES), language),
        "stats": stats_report(catalog, count_facets(catalog, catalog.briefs), language),
        **{f"figure {name}": figure_report(catalog, chart_of(catalog, catalog.briefs), language) for name, chart_of in FIGURES.items()},
        "categories": categories_report(catalog, count_categories(catalog.terms, catalog.briefs), language),
        "about": about_report(catalog, {"editing": 3}, language),
        "open": addresses_report(catalog.as_of, choose_addresses(catalog.entry("alpha")), language),
        "where": where_report(catalog.as_of, places, language),
        "refresh": refresh_report(catalog, refreshed, language),
        "status": status_report(catalog.as_of, [standing], language),
        "log": log_report(catalog.as_of, [line], 1, language),
        "render": render_report(catalog.as_of, files, language),
    }


def written(report: Report, format: str, width: int = 100) -> str:
    """Return `report` as `format` writes it into a pipe, `width` columns wide."""
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "COLUMNS", str(width))
        writer(format, out)(report, out)
    return out.getvalue()


def report_of(*blocks: Block) -> Report:
    """Return a report that shows `blocks` and holds nothing else."""
    return Report(payload={}, records=[], columns=(), blocks=lambda: blocks)
