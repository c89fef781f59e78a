"""One answer of each command over the bundled catalog, in JSON, as programs get it; the documents point to them."""

import json

import pytest

from tests.commands import call
from tests.golden import assert_golden

CALLS = {
    "search": ("search", "oasis"),
    "list": ("list", "--category", "editing"),
    "show": ("show", "oasis"),
    "pipeline": ("pipeline", "bee"),
    "recipe": ("recipe", "oasis"),
    "compare": ("compare", "oasis", "mmevol", "--rows", "date,treatment,stages,judges,scale,openness"),
    "related": ("related", "oasis", "-n", "4"),
    "choose": ("choose", "--input", "images", "--needs", "cpu,endpoint", "--licence", "permissive"),
    "estimate": (
        *("estimate", "oasis", "--samples", "1000", "--keep", "extract=0.6,gate=50%", "--calls", "answer=1"),
        *("--tokens", "in=1200,out=300", "--price", "in=2.5,out=10", "--rate", "60"),
    ),
    "stats": ("stats",),
    "figure": ("stats", "--figure", "models", "--year", "2025"),
    "categories": ("categories",),
    "about": ("about",),
    "open": ("open", "oasis", "--code", "--data", "--print"),
}


DRAWN = {"mmd": "mermaid", "dot": "dot"}


@pytest.mark.parametrize("name", CALLS)
def test_golden_answer(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer is the one that was approved, keys and entries in the same order."""
    outcome = call(capsys, *CALLS[name], "--format", "json")

    assert outcome.code == 0
    assert_golden(f"{name}.json", outcome.out)
    assert list(json.loads(outcome.out))[:2] == ["schema_version", "as_of"]


@pytest.mark.parametrize("ending", DRAWN)
def test_golden_diagram(ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The diagram of HoneyPipe is the one that was approved."""
    outcome = call(capsys, "pipeline", "bee", "--format", DRAWN[ending], "--lang", "en")

    assert outcome.code == 0
    assert_golden(f"pipeline.{ending}", outcome.out)
