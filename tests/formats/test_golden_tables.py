"""Answers over a small survey as they shall look, in files that people read: every format once, tables in both languages."""

import pytest

from awesome_mm.formats.registry import WRITERS
from tests.formats.samples import make_reports, make_survey, written
from tests.golden import assert_golden

SURVEY = make_survey()
ENDINGS = {"markdown": "md"}


NAMES = (
    *("list", "search", "show", "pipeline", "recipe", "choose", "estimate", "compare", "stats"),
    *("figure scale", "figure matrix"),
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_golden_table(name: str, language: str) -> None:
    """A table, 100 columns wide, is the one that was approved."""
    assert_golden(f"{name.replace(' ', '-')}.{language}.table.txt", written(make_reports(SURVEY, language)[name], "table"))


@pytest.mark.parametrize("format", sorted(WRITERS.keys() - {"table", "json"}))
def test_golden_format(format: str) -> None:
    """A list in each further format is the one that was approved."""
    assert_golden(f"list.en.{ENDINGS.get(format, format)}", written(make_reports(SURVEY, "en")["list"], format))


def test_golden_page_in_markdown() -> None:
    """A work's page in Markdown is the one that was approved."""
    assert_golden("show.zh.md", written(make_reports(SURVEY, "zh")["show"], "markdown"))
