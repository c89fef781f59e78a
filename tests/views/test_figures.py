"""Tests of the survey's figures as answers and as pictures."""

from typing import Any

import pytest

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.facts import Quantity, Role, UsedModel
from awesome_mm.model.taxonomy import Category, Model, Organization, Sector
from awesome_mm.services.figures.registry import FIGURES
from awesome_mm.views.blocks import Bars, Paragraph, Table, Tree
from awesome_mm.views.figure_pictures import figure_picture
from awesome_mm.views.figure_tree import figure_tree
from awesome_mm.views.figure_words import year_column, years_shown
from awesome_mm.views.figures import figure_report
from awesome_mm.views.pictures import Grid, Months, Panels, Picture, Rows
from awesome_mm.views.report import Report
from tests.bundled import catalog as bundled
from tests.factories import make_catalog, make_figure, make_method, make_stage, make_text, make_vocabularies


def reported(catalog: Catalog, name: str, language: str = "en") -> Report:
    """Return the answer to a figure over all of `catalog`."""
    return figure_report(catalog, FIGURES[name](catalog, catalog.briefs), language)


def pictured(catalog: Catalog, name: str, language: str = "en") -> Picture:
    """Return the picture of a figure over all of `catalog`."""
    return figure_picture(catalog, FIGURES[name](catalog, catalog.briefs), language)


def block(report: Report, kind: type[Any]) -> Any:
    """Return the first block of its kind."""
    return next(one for one in report.blocks() if isinstance(one, kind))


def said(report: Report) -> list[str]:
    """Return the paragraphs."""
    return [one.text for one in report.blocks() if isinstance(one, Paragraph)]


def dated(*dates: str | None) -> Catalog:
    """Return a catalog of a work for each date."""
    return make_catalog(*(make_method(f"e{number}", published=date) for number, date in enumerate(dates)))


def test_payload_and_rows_say_the_same() -> None:
    """Every number stands in the payload with its ids, and in a row of its own; so does what is left out."""
    report = reported(dated("2024-01", "2024-03", "2024", None), "timeline")

    assert report.payload["series"] == [
        {
            "key": "new",
            "count": 2,
            "points": [
                {"key": "2024-01", "value": 1, "cumulative": 1, "ids": ["e0"]},
                {"key": "2024-03", "value": 1, "cumulative": 2, "ids": ["e1"]},
            ],
            "ids": ["e0", "e1"],
        }
    ]
    assert [(row["series"], row["key"], row["value"], row["ids"]) for row in report.records] == [
        ("new", "2024-01", 1, ["e0"]),
        ("new", "2024-03", 1, ["e1"]),
        ("left-out", "undated", 1, ["e3"]),
        ("left-out", "year-only", 1, ["e2"]),
    ]
    assert report.columns == ("series", "key", "value", "cumulative", "ids")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_left_out_is_said_to_people(language: str) -> None:
    """Below the bars stands of which day they are, how many works there were, and how many are left out and why."""
    told = said(reported(dated("2024-01", "2024", None), "timeline", language))[-2:]

    assert (
        told
        == {
            "en": ["As of 2026-01-02; 3 works", "Left out: 1 of unknown date, 1 known only to the year"],
            "zh": ["目录日期 2026-01-02；3 项工作", "未计入：1 项日期未知、1 项仅知年份"],
        }[language]
    )


def test_months_without_works_have_their_line() -> None:
    """Time runs on where nothing came out, and the total stays."""
    bars = block(reported(dated("2023-12", "2024-02"), "timeline"), Bars).bars

    assert [(bar.label, bar.value, bar.said.split()) for bar in bars] == [
        ("2023-12", 1, ["1", "1"]),
        ("2024-01", 0, ["·", "1"]),
        ("2024-02", 1, ["1", "2"]),
    ]


def test_many_months_are_shown_as_years() -> None:
    """Beyond five years the terminal shows years; the payload keeps the months."""
    report = reported(dated("2015-02", "2015-03", "2022-01"), "timeline")

    assert [(bar.label, bar.value) for bar in block(report, Bars).bars][::7] == [("2015", 2), ("2022", 1)]
    assert len(report.payload["series"][0]["points"]) == 3


def test_early_years_are_joined() -> None:
    """Where years are too many for columns, the first ones share one; unknown stays the last."""
    years = years_shown(["2019", "2020", "2021", "2022", "unknown"], 3)

    assert years == ("..2020", "2021", "2022", "unknown")
    assert [year_column(one, years) for one in ("2019", "2021", "unknown")] == ["..2020", "2021", "unknown"]
    assert years_shown(["2021", "2022"], 2) == ("2021", "2022")
    assert years_shown(["unknown"], 2) == ("unknown",)


def test_years_without_works_have_their_place() -> None:
    """Years run evenly where nothing came out, on paper as on a terminal; the payload has those with works alone."""
    catalog = dated("2021-05", "2023-01")
    shape, report = pictured(catalog, "matrix").shape, reported(catalog, "matrix")

    assert isinstance(shape, Grid)
    assert shape.columns == ("2021", "2022", "2023")
    assert [square.value for square in shape.rows[0].squares] == [1, 0, 1]
    assert block(report, Table).rows[0][1:] == ["1", "·", "1", "2"]
    assert [point["key"] for point in report.payload["series"][0]["points"]] == ["2021", "2023"]


def with_models(count: int, *dates: str) -> Catalog:
    """Return a catalog in which every work, one for each date, uses as many models."""
    names = [f"m{number:02}" for number in range(count)]
    used = tuple(UsedModel(id=name, role=Role.GENERATOR) for name in names)
    works = (make_method(f"e{place}", published=date, stages=(make_stage(models=used),)) for place, date in enumerate(dates))
    return make_catalog(*works, vocabularies=make_vocabularies(model={name: Model(name=make_text(name)) for name in names}))


@pytest.mark.parametrize(("count", "rows", "last"), [(24, 24, "m23"), (25, 25, "m24"), (26, 25, "others (2)")])
def test_models_that_do_not_fit_share_a_row(count: int, rows: int, last: str) -> None:
    """The least used models share a row, which counts a work once, unless that saves none."""
    catalog = with_models(count, "2024-01")
    shape, table = pictured(catalog, "models").shape, block(reported(catalog, "models"), Table)

    assert isinstance(shape, Grid)
    assert (len(shape.rows), shape.rows[-1].label, shape.rows[-1].is_rest) == (rows, last, last.startswith("others"))
    assert (len(table.rows), table.rows[-1]) == (rows, [last, "1", "1"])
    assert shape.rows[-1].squares[0].about.endswith(": 1 (e0)")


def test_quarters_name_their_year_once() -> None:
    """Below the columns stand the quarters, and the year below the first of each."""
    shape = pictured(with_models(1, "2023-05", "2024-04"), "models").shape

    assert isinstance(shape, Grid)
    assert shape.columns == ("Q2\n2023", "Q3", "Q4", "Q1\n2024", "Q2")


def test_joined_years_count_a_work_once() -> None:
    """The column of early years counts all of their works."""
    report = reported(dated(*(f"{year}-01" for year in range(2010, 2026))), "matrix")

    assert block(report, Table).rows[0][1] == "10"
    assert block(report, Table).columns[1].title == "..2019"


def test_bars_of_scale_say_the_quantity() -> None:
    """The largest stands first, on a logarithmic scale, with its unit and what is only about so or a bound."""
    works = [
        make_method("a", published="2024-05-06", figures=(make_figure(value=2_000, headline=True),)),
        make_method("b", published="2024-01", figures=(make_figure(quantity=Quantity(at_least=3_000, unit="image"), headline=True),)),
    ]

    bars = block(reported(make_catalog(*works), "scale"), Bars)

    assert bars.logarithmic
    assert [(bar.label, bar.said) for bar in bars.bars] == [("B  2024-01", "at least 3K images"), ("A  2024-05", "2K images")]


def test_the_tree_names_the_works() -> None:
    """The taxonomy shows each category with its count, and the works placed in it by name."""
    tree = block(reported(dated(None), "taxonomy"), Tree)

    assert (tree.branches[0].text, tree.branches[0].children[0].text) == ("Methods (1)", "Image editing (1)")
    assert tree.branches[0].children[0].children[0].text == "E0"


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_to_draw_is_said(name: str, language: str) -> None:
    """An empty selection gives an empty answer that says so, in either language."""
    report = reported(make_catalog(), name, language)

    assert ("Nothing to draw." if language == "en" else "没有可绘制的内容。") in said(report)
    assert report.payload["works"] == 0


SHAPES = {"timeline": Months, "matrix": Grid, "models": Grid, "scale": Panels, "openness": Rows, "organizations": Rows, "taxonomy": Rows}


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_figure_is_a_picture(name: str, language: str) -> None:
    """Each figure of the survey has its shape, and notes that tell of which day it is."""
    picture = pictured(bundled(), name, language)

    assert isinstance(picture.shape, SHAPES[name])
    assert bundled().as_of in picture.notes[0]


def test_a_mark_names_its_works() -> None:
    """What an SVG shows of a bar holds the ids that the bar counts."""
    picture = pictured(dated("2024-01", "2024-01"), "timeline")

    assert isinstance(picture.shape, Months)
    assert picture.shape.months[0].about == "2024-01: 2 (e0, e1)"


def test_deep_categories_give_way() -> None:
    """Where all categories do not fit a page, the deepest are not drawn, and that is said."""
    categories = {"top": Category(title=make_text("Top"))}
    categories |= {f"c{number}": Category(title=make_text(f"C{number}"), parent="top") for number in range(60)}
    works = (make_method(f"e{number}", categories=(f"c{number}",)) for number in range(60))
    picture = pictured(make_catalog(*works, vocabularies=make_vocabularies(category=categories)), "taxonomy")

    assert isinstance(picture.shape, Rows)
    assert [row.label for row in picture.shape.rows] == ["Top"]
    assert picture.notes[-1] == "Not drawn: 60 categories"


def test_small_organizations_give_way() -> None:
    """Where there are more organizations than a page holds, those with the fewest works are not drawn, and that is said."""
    organizations = {f"o{number}": Organization(name=make_text(f"O{number}"), sector=Sector.ACADEMIA) for number in range(50)}
    works = [make_method(f"e{number}", organizations=(f"o{number}", "o49")) for number in range(49)]
    picture = pictured(make_catalog(*works, vocabularies=make_vocabularies(organization=organizations)), "organizations")

    assert isinstance(picture.shape, Rows)
    assert picture.shape.rows[0].label == "O49"
    assert (len(picture.shape.rows), picture.notes[-1]) == (48, "Not drawn: 2 organizations")


@pytest.mark.parametrize(("sector", "place"), [(Sector.INDUSTRY, 0), (Sector.ACADEMIA, 1), (Sector.COMMUNITY, 3)])
def test_a_sector_keeps_its_place(sector: Sector, place: int) -> None:
    """Which other sectors there are does not change how one is drawn."""
    vocabularies = make_vocabularies(organization={"o": Organization(name=make_text("O"), sector=sector)})
    shape = pictured(make_catalog(make_method("a", organizations=("o",)), vocabularies=vocabularies), "organizations").shape

    assert isinstance(shape, Rows)
    assert len(shape.legend) == len(Sector)
    assert [part.value for part in shape.rows[0].parts] == [int(number == place) for number in range(len(Sector))]


def test_chinese_units_stand_without_their_counters() -> None:
    """A unit in a legend has no number before it, so the word that counts it is left out."""
    shape = pictured(bundled(), "scale", "zh").shape

    assert isinstance(shape, Panels)
    assert set(shape.forms) >= {"样本", "图像", "对", "文档"}


def test_a_date_stands_on_its_day() -> None:
    """A day is exact; a month stands in its middle."""
    works = [
        make_method(one, published=date, figures=(make_figure(headline=True),)) for one, date in (("a", "2024-05-06"), ("b", "2024-05"))
    ]
    shape = pictured(make_catalog(*works), "scale").shape

    assert isinstance(shape, Panels)
    days = {dot.label: dot.day for dot in shape.panels[0].dots}
    assert days["B"] - days["A"] == 9


def test_a_tree_cites() -> None:
    """The tree for LaTeX holds the works of each category with their keys; empty categories are left out."""
    catalog = make_catalog(make_method("a"))

    (methods,) = figure_tree(catalog, FIGURES["taxonomy"](catalog, catalog.briefs), {"a": "a2024making"}, "zh").limbs

    assert (methods.title, methods.size, methods.works) == ("方法", 1, ())
    assert [(side.name, side.key) for side in methods.limbs[0].works] == [("A", "a2024making")]
    assert len(methods.limbs) == 1
