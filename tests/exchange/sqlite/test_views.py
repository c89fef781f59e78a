"""What the views answer."""

import re
from pathlib import Path

import pytest

from awesome_mm.model.entry import Dispute, Links, Venue
from awesome_mm.model.facts import Quantity, Role, Status, UsedModel
from tests.exchange.sqlite.databases import rows, write
from tests.factories import make_figure, make_method, make_result, make_stage, make_text

ROOT = Path(__file__).parents[3]
EXAMPLES = re.findall(r"```sql\n(.*?)```", (ROOT / "docs/sqlite.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("query", EXAMPLES)
def test_the_examples_of_the_documents_answer(query: str, survey_database: Path) -> None:
    """Each query in docs/sqlite.md runs and finds something."""
    assert rows(survey_database, query)


def test_a_work_is_one_row(tmp_path: Path) -> None:
    """With its categories, organizations, venue, address and scale."""
    entry = make_method(
        "alpha",
        categories=("text", "editing"),
        also_in=("methods",),
        organizations=("tongji", "bytedance"),
        venue=Venue(name="CVPR", year=2024),
        links=Links(arxiv=("2401.00001",)),
        figures=(make_figure(quantity=Quantity(at_least=5_000, unit="image"), headline=True),),
    )
    path = write(tmp_path / "a.db", entry)

    assert rows(path, "SELECT categories, categories_zh, organizations, venue, arxiv, scale, scale_is, scale_unit FROM works") == [
        (
            "Text enhancement; Image editing",
            "文本增强；图像编辑",
            "Tongji University; ByteDance",
            "CVPR 2024",
            "https://arxiv.org/abs/2401.00001",
            5000.0,
            "at least",
            "image",
        )
    ]


def test_a_disputed_scale_is_none(tmp_path: Path) -> None:
    """What is contested is not given as a work's scale."""
    figure = make_figure(headline=True, status=Status.DISPUTED, reason=make_text("No."))
    path = write(tmp_path / "a.db", make_method("alpha", figures=(figure,)))

    assert rows(path, "SELECT scale, scale_unit, scale_is FROM works") == [(None, None, None)]


def test_open_questions_are_disputes_and_what_nobody_confirmed(tmp_path: Path) -> None:
    """Disputes, and figures, results and stages that are not confirmed, stand together."""
    sure = make_figure("sure", status=Status.CONFIRMED)
    entry = make_method(
        "alpha",
        disputes=(Dispute(field="published", listed="2023", reason=make_text("It is of 2024.")),),
        figures=(make_figure("guess"), sure),
        results=(make_result("MMMU"),),
        stages=(make_stage("generation"),),
    )
    path = write(tmp_path / "a.db", entry)

    assert rows(path, "SELECT what, about, listed FROM open_questions") == [
        ("dispute", "published", "2023"),
        ("unverified figure", "guess", "1000.0"),
        ("unverified result", "MMMU", "66.8"),
        ("unverified stage", "generation", None),
    ]


def test_a_model_counts_each_work_once(tmp_path: Path) -> None:
    """However many stages of a work use it."""
    use = UsedModel(id="gpt-4v", role=Role.JUDGE)
    stages = (make_stage("one", models=(use,)), make_stage("two", models=(use,)))
    path = write(tmp_path / "a.db", make_method("alpha", stages=stages))

    assert rows(path, "SELECT id, role, works FROM models_in_use") == [("gpt-4v", "judge", 1)]
    assert rows(path, "SELECT unit_en, unit_zh FROM figures_with_units") == []
