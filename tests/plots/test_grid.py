"""Tests of grids as they are laid out."""

import pytest

from awesome_mm.model.facts import Role, UsedModel
from awesome_mm.model.taxonomy import Model
from awesome_mm.plots import grid
from awesome_mm.services.figures.registry import FIGURES
from awesome_mm.views.figure_pictures import figure_picture
from awesome_mm.views.pictures import Grid, GridRow, Square
from tests.factories import make_catalog, make_method, make_stage, make_text, make_vocabularies
from tests.plots.layouts import laid_out, touch


def dots(*rows: GridRow) -> list[tuple[str, float]]:
    """Return the colour and size of each dot of a dotted grid, row by row."""
    figure = laid_out(grid, Grid(rows=rows, columns=("2024",), title="year", is_dotted=True))
    return [(str(line.get_color()), float(line.get_markersize())) for line in figure.axes[0].get_lines()]


def test_the_rest_sets_no_scale() -> None:
    """A row that counts all others is told apart, and does not make the dots of the others small."""
    rows = [GridRow(label=name, squares=(Square(value, "x"),)) for name, value in (("a", 9), ("b", 4))]
    rest = GridRow(label="others", squares=(Square(900, "x"),), is_rest=True)

    alone, with_rest = dots(*rows), dots(*rows, rest)

    assert with_rest[:2] == alone
    assert with_rest[0][1] > with_rest[1][1]
    assert with_rest[2][0] != with_rest[0][0]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_labels_below_columns_have_room(language: str) -> None:
    """With as many quarters as a figure takes, no label touches the next one."""
    used = (UsedModel(id="long", role=Role.GENERATOR),)
    dates = [f"{year}-{month:02}" for year in range(2021, 2025) for month in (1, 4, 7, 10)]
    works = (make_method(f"e{date}", published=date, stages=(make_stage(models=used),)) for date in dates)
    named = make_vocabularies(model={"long": Model(name=make_text("A model with a name as long as they are now"))})
    catalog = make_catalog(*works, vocabularies=named)

    shape = figure_picture(catalog, FIGURES["models"](catalog, catalog.briefs), language).shape
    labels = laid_out(grid, shape).axes[0].get_xticklabels()

    assert len(labels) == 16
    assert touch(labels) == []
