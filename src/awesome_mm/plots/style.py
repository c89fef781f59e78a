"""How figures look: sizes of a paper's columns, fonts that can be read there, colours and hatches that are told apart without colour.

Layer: plots. Colours are those of Okabe and Ito (Color Universal Design, 2008).
"""

from typing import Any

NARROW, WIDE = 3.4, 7.0  # inches: a column, and both, of a two-column paper
BLUE, ORANGE, GREEN, VERMILION, PURPLE, SKY, YELLOW = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442"
DARK, GREY, LIGHT = "#222222", "#767676", "#DDDDDD"
# The parts of a bar, in order: those whose colours are near to each other in grey differ by their hatches.
PARTS: tuple[dict[str, Any], ...] = (
    {"facecolor": BLUE, "hatch": ""},
    {"facecolor": ORANGE, "hatch": "////"},
    {"facecolor": VERMILION, "hatch": "xxxx"},
    {"facecolor": LIGHT, "hatch": "...."},
    {"facecolor": "white", "hatch": ""},
)
MARKERS = "osD^vPXhp*<>8d"
INKS = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, DARK, SKY)
TEXT, SMALL, TINY = 7.0, 6.0, 5.5  # points; what is set smaller cannot be read in print

COUNTS: dict[str, Any] = {"integer": True, "nbins": 7, "steps": [1, 2, 5, 10], "min_n_ticks": 1}  # ticks of an axis that counts


def settings(families: list[str]) -> Any:
    """Return matplotlib's settings: nothing but what the figures say, fonts embedded, and the same bytes whenever they are drawn."""
    return {
        "font.family": families,
        "font.size": TEXT,
        "axes.titlesize": TEXT,
        "axes.labelsize": TEXT,
        "xtick.labelsize": SMALL,
        "ytick.labelsize": SMALL,
        "legend.fontsize": SMALL,
        "legend.frameon": False,
        "axes.linewidth": 0.6,
        "axes.edgecolor": DARK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.unicode_minus": False,
        "xtick.major.width": 0.6,
        "ytick.major.width": 0.6,
        "xtick.major.size": 2.5,
        "ytick.major.size": 2.5,
        "hatch.linewidth": 0.5,
        "text.parse_math": False,  # names of works are no formulas
        "pdf.fonttype": 42,  # TrueType or CFF: publishers refuse Type 3
        "svg.fonttype": "path",  # drawn alike where the fonts are not installed
        "svg.hashsalt": "awesome-mm",
    }
