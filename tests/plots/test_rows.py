"""Tests of bars as they are laid out."""

from matplotlib.colors import to_hex

from awesome_mm.plots import rows
from awesome_mm.plots.style import PARTS
from awesome_mm.views.pictures import Row, Rows, Square
from tests.plots.layouts import laid_out


def test_a_part_looks_the_same_whichever_others_there_are() -> None:
    """A legend names the parts that some bar has, even a single one, each in the look of its place."""
    row = Row(label="r", parts=(Square(0), Square(2, "x")))

    figure = laid_out(rows, Rows(rows=(row,), legend=("industry", "academia"), of="works"))

    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["academia"]
    drawn = [*legend.get_patches(), *figure.axes[0].patches]
    assert {to_hex(patch.get_facecolor()).upper() for patch in drawn} == {PARTS[1]["facecolor"]}
