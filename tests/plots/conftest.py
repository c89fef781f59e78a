"""Gives a machine without a Chinese font one that has a box for every Chinese sign, so that Chinese is drawn in every run."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib import font_manager

from awesome_mm.plots.fonts import CHINESE

_SIGNS = (*range(0x2010, 0x2040), *range(0x3000, 0x3040), *range(0x4E00, 0xA000), *range(0xFF00, 0xFFF0))


@pytest.fixture(scope="session", autouse=True)
def chinese_font(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Make matplotlib know a font that has Chinese, under a name that such fonts have; nothing is done where one is installed."""
    if set(CHINESE) & set(font_manager.fontManager.get_font_names()):
        return
    path = tmp_path_factory.mktemp("fonts") / "han.ttf"
    make_font(path)
    font_manager.fontManager.addfont(path)


def make_font(path: Path) -> None:
    """Write a font called Noto Sans SC whose signs are all the same box."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 700), (700, 700), (700, 0)):
        pen.lineTo(corner)
    pen.closePath()
    names = [f"u{sign:04X}" for sign in _SIGNS]
    every = [".notdef", *names]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(every)
    builder.setupCharacterMap(dict(zip(_SIGNS, names, strict=True)))
    builder.setupGlyf(dict.fromkeys(every, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(every, (800, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Noto Sans SC", "styleName": "Regular", "psName": "NotoSansSC-Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
