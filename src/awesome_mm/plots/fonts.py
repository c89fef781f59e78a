"""The fonts that have every sign of a picture.

Layer: plots.
"""

from collections.abc import Collection, Iterable
from typing import Any

from matplotlib import font_manager

from ..errors import WrongUsage
from ..model.text import is_han

LATIN = "DejaVu Sans"  # comes with matplotlib
# Fonts with simplified Chinese, in the order in which they are taken: those of Linux, macOS and Windows, sans serif before serif.
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "Hiragino Sans GB",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Heiti SC",
    "SimHei",
    "DengXian",
    "Droid Sans Fallback",
    "Sarasa Gothic SC",
    "Arial Unicode MS",
    "Noto Sans CJK JP",
    "Noto Sans CJK TC",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Songti SC",
    "SimSun",
    "AR PL UMing CN",
    "AR PL SungtiL GB",
)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_REMEDY = "Install a font with Chinese, such as Noto Sans CJK (Debian: fonts-noto-cjk), or ask for --lang en."


def choose_families(texts: Iterable[str]) -> tuple[list[str], frozenset[str]]:
    """Return the families that set `texts`, in the order in which a sign is looked for, and the signs that none of them has.

    Raises:
        WrongUsage: no installed font has the Chinese characters.
    """
    needed = {sign for text in texts for sign in text if sign.isprintable()} - _signs(LATIN)
    chinese = {sign for sign in needed if is_han(sign)}
    if not needed:
        return [LATIN], frozenset()
    installed = set(font_manager.fontManager.get_font_names())
    best, lacking = LATIN, chinese
    for family in (one for one in CHINESE if one in installed):
        if len(missing := chinese - _signs(family)) < len(lacking) or best == LATIN:
            best, lacking = family, missing
        if not lacking:
            break
    if lacking:
        raise _missing(lacking, best)
    families = [LATIN, *([best] if best != LATIN else [])]
    return families, frozenset(needed - _signs(best))


def _missing(lacking: Collection[str], best: str) -> WrongUsage:
    shown = "".join(sorted(lacking)[:8])
    what = "no installed font has Chinese" if best == LATIN else f"the installed {best} lacks some characters"
    return WrongUsage(f"The figure cannot be drawn: {what} ({shown}).", _REMEDY)


def _signs(family: str) -> set[str]:
    """Return every sign that the regular face of `family` has."""
    return {chr(code) for code in _face(family).get_charmap()}


def _face(family: str) -> Any:
    return font_manager.get_font(font_manager.findfont(font_manager.FontProperties(family=[family])))
