"""Tests of the fonts that are taken."""

import pytest
from matplotlib import font_manager

from awesome_mm.errors import WrongUsage
from awesome_mm.plots.fonts import CHINESE, LATIN, choose_families


def only_latin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave matplotlib no font but the one that it brings along."""
    manager = font_manager.fontManager
    monkeypatch.setattr(manager, "ttflist", [entry for entry in manager.ttflist if entry.name == LATIN])


def test_latin_needs_one_font() -> None:
    """What the font that matplotlib brings has is set in it, wherever it runs."""
    assert choose_families(["LLaVA-1.5 – 10³ β"]) == ([LATIN], frozenset())


def test_chinese_takes_a_font_that_has_it() -> None:
    """Latin stays in its font, and Chinese is looked for in one that has every character."""
    families, lacking = choose_families(["图像编辑 LLaVA"])

    assert families[0] == LATIN
    assert families[1] in CHINESE
    assert lacking == frozenset()


def test_without_a_chinese_font_there_is_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No boxes are drawn: it is said which characters have no font, and what to install."""
    only_latin(monkeypatch)

    with pytest.raises(WrongUsage, match=r"no installed font has Chinese \(像图\)") as caught:
        choose_families(["图像"])

    assert "Noto Sans CJK" in caught.value.fix


def test_signs_of_other_scripts_do_not_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign that no font has is named, so that it can be drawn as what it is: unknown."""
    only_latin(monkeypatch)

    assert choose_families(["a\N{CUNEIFORM SIGN A}"]) == ([LATIN], frozenset("\N{CUNEIFORM SIGN A}"))
