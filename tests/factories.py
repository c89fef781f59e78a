"""Makes entries and catalogs for tests: everything has a default but what matters to the test.

Catalogs are compiled and read back as in a real run, so that what a test sees is what a command sees.
"""

from typing import Any

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Entry, Kind, Links
from awesome_mm.model.facts import Figure, Quantity, Result, Source, Stage, Status
from awesome_mm.model.taxonomy import Category, Head, Model, Organization, Sector, Statistic, Term, Text, Unit, Vocabularies
from awesome_mm.store.catalog_file import DecodedCatalog
from awesome_mm.store.compiled import CompiledRecords, compile_catalog


def make_text(en: str = "A text.", zh: str | None = None) -> Text:
    """Return a bilingual text."""
    return Text(en=en, zh=zh)


def make_method(entry_id: str = "alpha", **given: Any) -> Entry:
    """Return a method; `links` may be given as keyword dict, `summary` as a string."""
    defaults: dict[str, Any] = {
        "id": entry_id,
        "kind": Kind.METHOD,
        "name": entry_id.title(),
        "title": f"{entry_id.title()}: A Method for Making Data",
        "categories": ("editing",),
        "summary": make_text("Makes data.", "生成数据。"),
    }
    if isinstance(given.get("links"), dict):
        given["links"] = Links(**given["links"])
    if isinstance(given.get("summary"), str):
        given["summary"] = make_text(given["summary"])
    return Entry(**{**defaults, **given})


def make_stage(stage_id: str = "generation", **given: Any) -> Stage:
    """Return an unverified stage of the source list."""
    defaults: dict[str, Any] = {
        "id": stage_id,
        "name": make_text(stage_id.title(), "阶段"),
        "action": "generate",
        "source": Source.LIST,
        "locator": "Section 3",
        "status": Status.UNVERIFIED,
    }
    return Stage(**{**defaults, **given})


def make_figure(figure_id: str = "total", value: float = 1_000, unit: str = "image", **given: Any) -> Figure:
    """Return an unverified figure of the source list."""
    defaults: dict[str, Any] = {
        "id": figure_id,
        "measure": "samples",
        "quantity": Quantity(value=value, unit=unit),
        "source": Source.LIST,
        "locator": "unknown",
        "status": Status.UNVERIFIED,
    }
    return Figure(**{**defaults, **given})


def make_result(benchmark: Text | str = "MMMU", value: float | None = 66.8, **given: Any) -> Result:
    """Return an unverified result of the source list; a plain string is a benchmark's name in both languages."""
    defaults: dict[str, Any] = {"source": Source.LIST, "locator": "unknown", "status": Status.UNVERIFIED}
    said = Text(en=benchmark) if isinstance(benchmark, str) else benchmark
    return Result(benchmark=said, value=value, **{**defaults, **given})


def make_vocabularies(**given: Any) -> Vocabularies:
    """Return small vocabularies: a category with a child, two organisations, a model, units and the like."""
    defaults: dict[str, Any] = {
        "category": {
            "methods": Category(title=make_text("Methods", "方法")),
            "editing": Category(title=make_text("Image editing", "图像编辑"), parent="methods", aliases=("edits",), claimed=4),
            "text": Category(title=make_text("Text enhancement", "文本增强"), parent="methods"),
        },
        "organization": {
            "bytedance": Organization(name=make_text("ByteDance", "字节跳动"), sector=Sector.INDUSTRY, aliases=("Seed",)),
            "tongji": Organization(name=make_text("Tongji University", "同济大学"), sector=Sector.ACADEMIA),
        },
        "model": {"gpt-4v": Model(name=make_text("GPT-4V"), aliases=("GPT-4 Vision",))},
        "unit": {
            "image": Unit(name=make_text("images", "张图像"), one="image"),
            "token": Unit(name=make_text("tokens"), one="token"),
            "percent": Unit(name=make_text("%")),
        },
        "action": {"generate": Term(name=make_text("generate", "生成")), "filter": Term(name=make_text("filter", "过滤"))},
        "measure": {"samples": Term(name=make_text("samples", "样本")), "share": Term(name=make_text("share", "占比"))},
        "material": {"images": Term(name=make_text("images", "图像")), "text": Term(name=make_text("text", "文本"))},
    }
    return Vocabularies(**{**defaults, **given})


def make_decoded(*entries: Entry, vocabularies: Vocabularies | None = None) -> DecodedCatalog:
    """Return a decoded catalog of 2026-01-02."""
    counted = Statistic(
        id="edits", label=make_text("works that edit", "编辑类工作"), value=4, category="editing", note=make_text("Four?", "四？")
    )
    head = Head(
        schema=1,
        title=make_text("A survey", "综述"),
        as_of="2026-01-02",
        scope=(make_text("Works that make data.", "生成数据的工作。"),),
        rules=(make_text("Give a link.", "给出链接。"),),
        statistics=(counted,),
    )
    return DecodedCatalog(head=head, vocabularies=vocabularies or make_vocabularies(), entries=entries)


def make_catalog(*entries: Entry, vocabularies: Vocabularies | None = None) -> Catalog:
    """Return a catalog of `entries`, compiled and read back."""
    compiled = compile_catalog(make_decoded(*entries, vocabularies=vocabularies), key="test")
    return Catalog(CompiledRecords(compiled))
