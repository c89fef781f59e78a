"""Tests of what is said of related works."""

import json
from typing import Any

import pytest

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Artifact, ArtifactKind, RelationKind, State
from awesome_mm.services.related import relate
from awesome_mm.services.relating.evidence import Reason, ReasonKind, Related
from awesome_mm.views.kinship import _RELATIONS, _SHARED_RELATIONS, Kinship
from awesome_mm.views.related import related_report
from awesome_mm.views.report import Report
from tests.bundled import IDS, catalog
from tests.factories import make_catalog, make_method
from tests.formats.samples import written

MADE = Artifact(id="set", name="Set-1M", kind=ArtifactKind.DATASET, state=State.RELEASED)
PAIR = make_catalog(
    make_method("alpha", artifacts=(MADE,)), make_method("beta", artifacts=(MADE,), published="2025-03-01"), make_method("gamma")
)


def make_reason(kind: ReasonKind, *shared: str, **more: Any) -> Reason:
    """Return a reason why Beta is related to Alpha."""
    return Reason(**{"kind": kind, "strength": 0.5, "entry": "alpha", "shared": shared, **more})


def said(language: str, reason: Reason, given: tuple[str, ...] = ("alpha",)) -> str:
    """Return what a person would say."""
    return Kinship(PAIR, given, language).said(reason)


def make_report(*reasons: Reason, language: str = "en", catalog: Catalog = PAIR) -> Report:
    """Return the report that Beta is related to Alpha for these reasons."""
    return related_report(catalog, ("alpha",), [Related(id="beta", score=61.25, reasons=reasons)], 10, language)


@pytest.mark.parametrize(
    ("reason", "english", "chinese"),
    [
        (make_reason(ReasonKind.NAMED_TOGETHER, "gamma"), "both are named by Gamma", "都被Gamma提及"),
        (make_reason(ReasonKind.MODELS, "gpt-4v", role="judge"), "both use GPT-4V as judge", "都用GPT-4V作评判"),
        (make_reason(ReasonKind.MODELS, "gpt-4v", "sam"), "both use GPT-4V and sam", "都使用GPT-4V和sam"),
        (make_reason(ReasonKind.BENCHMARKS, "MMStar", "gamma"), "both are evaluated on MMStar and Gamma", "都在MMStar和Gamma上评测"),
        (make_reason(ReasonKind.ORGANIZATIONS, "bytedance"), "both are by ByteDance", "都出自字节跳动"),
        (make_reason(ReasonKind.CATEGORIES, "editing"), "both are in Image editing", "都属于图像编辑"),
        (make_reason(ReasonKind.TEXT, "hooking", "turn"), "share the words: hooking, turn", "共有词语：hooking、turn"),
        (
            make_reason(ReasonKind.STAGES, "generate", "filter"),
            "share 2 steps in order: generate → filter",
            "2个步骤次序相同：生成 → 过滤",
        ),
        (
            make_reason(ReasonKind.SHARED_RELATION, "beta/set", "COCO", "gamma", "C4"),
            "both relate to Set-1M, COCO, Gamma and 1 more",
            "都与Set-1M、COCO、Gamma及另外1项有关联",
        ),
    ],
)
def test_what_is_shared_is_said_in_plain_words(reason: Reason, english: str, chinese: str) -> None:
    """Ids of the catalog become names in the language; of many things the first are named and the rest counted."""
    assert (said("en", reason), said("zh", reason)) == (english, chinese)


@pytest.mark.parametrize(
    ("declared_by", "target", "english", "chinese"),
    [
        ("alpha", "beta", "Alpha extends it", "Alpha扩展了它"),
        ("beta", "alpha", "it extends Alpha", "它扩展了Alpha"),
        ("alpha", "beta/set", "Alpha extends its Set-1M", "Alpha扩展了它的Set-1M"),
        ("beta", "alpha/set", "it extends Set-1M of Alpha", "它扩展了Alpha的Set-1M"),
    ],
)
def test_a_relation_says_who_declares_it(declared_by: str, target: str, english: str, chinese: str) -> None:
    """The work that declares the relation is the subject, whichever of the two it is; what one of them made is named."""
    reason = make_reason(ReasonKind.RELATION, target, relation=RelationKind.EXTENDS, declared_by=declared_by)

    assert (said("en", reason), said("zh", reason)) == (english, chinese)


def test_every_kind_of_relation_can_be_said() -> None:
    """There is a sentence for each kind, declared or shared; what works are evaluated on is a reason of its own."""
    assert set(_RELATIONS) == set(RelationKind)
    assert set(_SHARED_RELATIONS) == {*RelationKind, None} - {RelationKind.EVALUATES_ON}


def test_of_several_given_works_the_reason_says_which() -> None:
    """Where more than one work was given, what is shared names the one it is shared with."""
    assert said("en", make_reason(ReasonKind.ORGANIZATIONS, "bytedance"), ("alpha", "gamma")) == "with Alpha: both are by ByteDance"


def test_the_words_are_those_of_the_readers_language() -> None:
    """Where texts are alike in both languages a table shows the words of one, and the other's where there are no others."""
    both = (make_reason(ReasonKind.TEXT, "hooking", language="en"), make_reason(ReasonKind.TEXT, "指令", language="zh"))

    assert "hooking" in written(make_report(*both), "table")
    assert "指令" not in written(make_report(*both), "table")
    assert "hooking" not in written(make_report(*both, language="zh"), "table")
    assert "指令" in written(make_report(both[1]), "table")


def test_programs_get_every_reason() -> None:
    """The record of a related work has its names, date and score, and each reason in the catalog's own words."""
    [record] = make_report(
        make_reason(ReasonKind.MODELS, "gpt-4v", role="judge"), make_reason(ReasonKind.TEXT, "指令", language="zh")
    ).records

    assert {key: record[key] for key in ("id", "name", "published", "score")} == {
        "id": "beta",
        "name": "Beta",
        "published": "2025-03-01",
        "score": 61.25,
    }
    assert record["reasons"] == [
        {"kind": "models", "entry": "alpha", "strength": 0.5, "shared": ["gpt-4v"], "role": "judge", "said": "both use GPT-4V as judge"},
        {"kind": "text", "entry": "alpha", "strength": 0.5, "shared": ["指令"], "language": "zh", "said": "share the words: 指令"},
    ]


def test_names_of_a_catalog_stay_text() -> None:
    """Marks of console markup in a name are shown, control characters are not, and braces are no places to fill."""
    hostile = make_catalog(make_method("alpha", name="[bold]{who}\x1b[31m"), make_method("beta", name="x" * 300))

    shown = written(
        make_report(make_reason(ReasonKind.RELATION, "beta", relation=RelationKind.USES, declared_by="alpha"), catalog=hostile), "table"
    )

    assert "[bold]{who}" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("entry_id", IDS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_work_has_an_answer_in_every_format(entry_id: str, language: str) -> None:
    """What is related to any work of the survey, or that nothing is, can be written in each format and both languages."""
    found = relate(catalog(), [entry_id])
    report = related_report(catalog(), [entry_id], found, None, language)

    assert [one["id"] for one in json.loads(written(report, "json"))["related"]] == [one.id for one in found]
    for name in ("table", "markdown", "jsonl", "csv", "tsv"):
        text = written(report, name)
        assert "{" not in text or name == "jsonl"
        assert all(line.replace("\t", " ").isprintable() for line in text.splitlines())
