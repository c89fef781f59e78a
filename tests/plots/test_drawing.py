"""Tests of the drawn figures: real files, read again."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from awesome_mm.model.catalog import Catalog
from awesome_mm.plots.drawing import drawn, texts
from awesome_mm.plots.panels import _limits, _months
from awesome_mm.services.figures.registry import FIGURES
from awesome_mm.views.figure_pictures import figure_picture
from awesome_mm.views.pictures import Dot, Month, Months, Panel, Panels, Picture, Row, Rows, Square
from tests.bundled import catalog as bundled
from tests.factories import make_catalog, make_figure, make_method, make_vocabularies
from tests.formats.samples import make_survey

LANGUAGES = ["en", "zh"]
SVG = "{http://www.w3.org/2000/svg}"


def pictured(catalog: Catalog, name: str, language: str) -> Picture:
    """Return the picture of a figure over all of `catalog`."""
    return figure_picture(catalog, FIGURES[name](catalog, catalog.briefs), language)


def titles(svg: bytes) -> list[str]:
    """Return what the marks of `svg` say they stand for."""
    return [one.text or "" for group in ElementTree.fromstring(svg).iter(f"{SVG}g") for one in group.findall(f"{SVG}title")]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_drawn(name: str, language: str) -> None:
    """Each figure of the survey, in each language, is a sound SVG and PDF, the same bytes whenever it is drawn."""
    picture = pictured(bundled(), name, language)

    svg, pdf = (drawn(picture, ending, "awesome-mm") for ending in ("svg", "pdf"))

    assert ElementTree.fromstring(svg).tag == f"{SVG}svg"
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert b"Type3" not in pdf
    assert drawn(picture, "svg", "awesome-mm") == svg
    assert drawn(picture, "pdf", "awesome-mm") == pdf


@pytest.mark.parametrize("name", FIGURES)
def test_every_mark_names_its_works(name: str) -> None:
    """What an SVG tells of its marks names every work that the figure counts and draws, and no other."""
    picture = pictured(bundled(), name, "en")
    told = titles(drawn(picture, "svg", "awesome-mm"))
    chart = FIGURES[name](bundled(), bundled().briefs)

    assert set(told) <= set(texts(picture))
    found = {one for line in told for one in re.split(r"[\s(),:]+", line) if one in bundled().ids}
    assert found == {one for series in chart.series for one in series.ids}


def test_a_png_is_one() -> None:
    """A PNG is drawn too, for slides."""
    assert drawn(pictured(bundled(), "openness", "en"), "png", "awesome-mm").startswith(b"\x89PNG")


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("text", ["$x_1$ \\alpha", "<b>&amp;</b>", "_under", "a\x1b[31mb\nc", "字" * 300, "\N{CUNEIFORM SIGN A}"])
def test_hostile_names_are_drawn_as_they_are(name: str, text: str) -> None:
    """Names are neither formulas nor markup, however long they are, and an SVG with them stays sound."""
    catalog = make_survey(lambda said: f"{text}{said}" if said.isascii() else said)
    if FIGURES[name](catalog, catalog.briefs).is_empty:
        pytest.skip("the small survey has none of it")

    assert titles(drawn(pictured(catalog, name, "en"), "svg", "awesome-mm"))


@pytest.mark.parametrize("name", sorted(FIGURES.keys() - {"models", "organizations"}))
def test_one_work_is_drawn(name: str) -> None:
    """A figure of a single work has its one mark."""
    catalog = make_catalog(make_method("a", published="2024-05", figures=(make_figure(headline=True),)))

    assert len(titles(drawn(pictured(catalog, name, "en"), "svg", "awesome-mm"))) >= 1


def test_hundreds_of_works_are_drawn() -> None:
    """Marks too many to be named are drawn without their names."""
    works = (
        make_method(f"e{number}", published=f"{1990 + number // 9}-05", figures=(make_figure(value=number + 1, headline=True),))
        for number in range(300)
    )
    picture = pictured(make_catalog(*works, vocabularies=make_vocabularies()), "scale", "en")

    assert len(titles(drawn(picture, "svg", "awesome-mm"))) == 300


def test_long_spans_of_time_are_drawn() -> None:
    """Dates of any year have their place."""
    months = tuple(Month(number=year * 12, new=1, total=place + 1, about="x") for place, year in enumerate((1, 1500, 2024)))

    shape = Months(months=months, new="new", total="all", time="month")

    assert titles(drawn(Picture(title="T", notes=("n",), shape=shape), "svg", "awesome-mm"))


def dot(day: int, low: float, high: float) -> Dot:
    """Return a dot for a range."""
    return Dot(label="x", day=day, value=low, low=low, high=high, form=0, is_confirmed=True, about="x")


@pytest.mark.parametrize(("low", "high"), [(5, 5), (1, 1), (20_000, 1.2e8), (0.5, 0.7)])
def test_a_scale_has_a_power_of_ten_to_read_by(low: float, high: float) -> None:
    """A scale holds what it shows with room around it, and at least one tick."""
    bottom, top = _limits(Panel(title="t", dots=(dot(1, low, high),)))

    assert bottom < low <= high < top
    assert any(bottom <= 10.0**power <= top for power in range(-3, 12))


def test_times_have_room() -> None:
    """Never are there more labels of time than have room."""
    assert all(len(_months((1, 365 * years), (12, 24, 60, 120, 600, 12_000))) <= 9 for years in (1, 5, 40, 300, 2024))


def test_the_first_days_of_time_are_drawn() -> None:
    """Days at the beginning of the calendar leave room to its left, where there are no days."""
    panels = Panels(panels=(Panel(title="t", dots=(dot(1, 5, 5),)),), forms=("images",), standing=("yes", "no"), time="time")

    assert titles(drawn(Picture(title="T", notes=(), shape=panels), "svg", "awesome-mm")) == ["x"]


def test_numbers_without_room_stand_above_their_part() -> None:
    """A part too thin for its number still has it."""
    rows = Rows(rows=(Row(label="r", parts=(Square(500, "much"), Square(1, "little"))),), legend=("a", "b"), of="works", is_narrow=True)

    assert titles(drawn(Picture(title="T", notes=(), shape=rows), "svg", "awesome-mm")) == ["much", "little"]


@pytest.mark.skipif(not (shutil.which("pdftotext") and shutil.which("pdffonts")), reason="poppler is not installed")
def test_chinese_in_a_pdf_can_be_found(tmp_path: Path) -> None:
    """The fonts of a PDF are embedded, and its Chinese is text."""
    path = tmp_path / "figure.pdf"
    path.write_bytes(drawn(pictured(bundled(), "openness", "zh"), "pdf", "awesome-mm"))

    said, fonts = (
        subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
        for command in (["pdftotext", str(path), "-"], ["pdffonts", str(path)])
    )

    assert "提示词" in said
    assert {line.split()[-5] for line in fonts.splitlines()[2:]} == {"yes"}


def test_nothing_global_is_touched() -> None:
    """Drawing leaves matplotlib's settings as they were, and never asks for its global state."""
    code = (
        "import sys, matplotlib; rc = matplotlib.rcParams; held = lambda: {key: dict.__getitem__(rc, key) for key in dict.keys(rc)};"
        "before = held();"
        "from awesome_mm.plots.drawing import drawn; from awesome_mm.views.pictures import Picture, Rows, Row, Square;"
        "drawn(Picture('T', (), Rows((Row('r', (Square(1, 'x'),)),), ('a',), 'works')), 'svg', 'x');"
        "print(before == held(), 'matplotlib.pyplot' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout == "True False\n"
