"""What the words of a title say."""

import pytest

from awesome_mm.model.title_words import kind_in, name_in


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Alpha: Growing Data", "Alpha"),
        ("Alpha：生长的数据", "Alpha"),
        ("Growing Data", "Growing Data"),
        ("What a Title With Many Words Says: Nothing", "What a Title With Many Words Says: Nothing"),
        (": Odd", ": Odd"),
    ],
)
def test_the_name_stands_before_the_colon(title: str, name: str) -> None:
    """A few words before a colon are the name; without them the title is."""
    assert name_in(title) == name


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Alpha: Growing Data", "method"),
        ("A Survey of Benchmarks", "survey"),
        ("数据合成综述", "survey"),
        ("Alpha-Bench: Testing Models", "benchmark"),
        ("A Benchmark and Dataset", "benchmark"),
        ("A Dataset and Benchmark", "dataset"),
        ("Surveying the Land", "method"),
        ("Datasetless Learning", "method"),
    ],
)
def test_the_kind_stands_in_the_title(title: str, kind: str) -> None:
    """A survey says so; of benchmark and dataset the first counts; anything else is a method."""
    assert kind_in(title) == kind
