"""Tests of figures and results as blocks."""

from typing import Any

import pytest

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Artifact, ArtifactKind, Entry, State
from awesome_mm.model.facts import Gain, GainUnit, Quantity
from awesome_mm.views.blocks import Block, Cell, Points, Table
from awesome_mm.views.claims import figures_blocks, results_blocks
from tests.factories import make_catalog, make_figure, make_method, make_result, make_text


def held(**given: Any) -> tuple[Catalog, Entry]:
    """Return a catalog of one entry, and the entry."""
    catalog = make_catalog(make_method(**given))
    return catalog, catalog.entry("alpha")


def texts(block: Block) -> list[list[str]]:
    """Return the titles and cells of a table as bare text."""
    assert isinstance(block, Table)
    rows = [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in block.rows]
    return [[column.title for column in block.columns], *rows]


def gained(gain: Gain, language: str = "en") -> str:
    """Return a gain as the table of results says it."""
    [table] = results_blocks(*held(results=(make_result(gain=gain),)), language)
    titles, row = texts(table)
    return row[titles.index("Gain" if language == "en" else "提升")]


def test_a_figure_names_what_it_is_of() -> None:
    """A figure of an artifact begins with the artifact's name; a part does not repeat it."""
    artifact = Artifact(id="set", name="Alpha-Set", kind=ArtifactKind.DATASET, state=State.RELEASED)
    figures = (make_figure(of="alpha/set"), make_figure("part", of="alpha/set", part_of="total", label=make_text("single turns")))

    table, *_ = figures_blocks(*held(artifacts=(artifact,), figures=figures), "en")

    assert [row[0] for row in texts(table)[1:]] == ["Alpha-Set: samples", "· single turns"]


def test_columns_that_nobody_fills_are_left_out() -> None:
    """Without shares there is no column for shares."""
    table, *_ = figures_blocks(*held(figures=(make_figure(),)), "en")

    assert texts(table) == [["What", "Quantity", "Status", "Where"], ["samples", "1K images", "unverified", "list"]]


def test_a_share_alone_is_not_said_twice() -> None:
    """A figure in percent that has a share shows the share."""
    figure = make_figure(unit="percent", value=36.8, share=36.8)

    table, *_ = figures_blocks(*held(figures=(figure,)), "en")

    assert texts(table)[1][1] == "36.8 %"
    assert texts(table)[0] == ["What", "Share", "Status", "Where"]


def test_reasons_that_are_the_same_are_said_once() -> None:
    """What is to be known of several figures stands once, behind all their names."""
    figures = [make_figure(name, label=make_text(name), reason=make_text("No support.")) for name in ("one", "two")]

    _, points = figures_blocks(*held(figures=tuple(figures)), "en")

    assert points == Points([("", "one; two: No support.")])


@pytest.mark.parametrize(
    ("gain", "en", "zh"),
    [
        (Gain(value=3.6, over=(make_text("LLaVA"),), unit=GainUnit.POINT), "+3.6 points over LLaVA", "+3.6 个百分点 相对 LLaVA"),
        (Gain(value=1, unit=GainUnit.POINT), "+1 point", "+1 个百分点"),
        (Gain(value=-1, unit=GainUnit.POINT), "-1 point", "-1 个百分点"),
        (Gain(value=5.5, unit=GainUnit.PERCENT), "+5.5 %", "+5.5 %"),
        (Gain(value=2), "+2", "+2"),
        (Gain(at_most=20), "at most +20", "至多 +20"),
        (Gain(value=1, at_most=3, unit=GainUnit.POINT), "+1–3 points", "+1–3 个百分点"),
        (Gain(over=(make_text("A"), make_text("B")), baseline=52.1), "over A, B (52.1)", "相对 A、B (52.1)"),
        (Gain(value=1_234_567), "+1,234,567", "+1,234,567"),
    ],
)
def test_gain(gain: Gain, en: str, zh: str) -> None:
    """A gain has its sign, its unit and what it is over."""
    assert gained(gain) == en
    assert gained(gain, "zh") == zh


def test_a_value_keeps_its_digits() -> None:
    """A large or precise value is not rounded."""
    results = (make_result(value=1_234_567), make_result(value=0.123_456_789), make_result(value=66.0, unit="percent"))

    [table] = results_blocks(*held(results=results), "en")

    assert [row[1] for row in texts(table)[1:]] == ["1,234,567", "0.123456789", "66 %"]


def test_a_result_without_a_known_benchmark() -> None:
    """Where the benchmark is not known, the table says so."""
    [table] = results_blocks(*held(results=(make_result("unknown"),)), "zh")

    assert texts(table)[1][0] == "未知"


def test_a_quantity_of_a_bound_in_chinese() -> None:
    """Bounds and units are in the language of the page."""
    figure = make_figure(quantity=Quantity(at_least=60_000, unit="image"))

    table, *_ = figures_blocks(*held(figures=(figure,)), "zh")

    assert texts(table)[1][1] == "至少6万张图像"
