"""Text in the cells of a terminal: as wide as prompt_toolkit counts it, and free of what terminals disagree on.

Layer: cli.
"""

import re
from collections.abc import Iterable

from prompt_toolkit.utils import get_cwidth

from ...model.text import one_line
from ...views.highlights import passage

Fragments = list[tuple[str, str]]  # stretches of text, each with its style

CUT = "…"
# A picture joined to another, skin tones, variants and invisible marks: a terminal that knows them takes fewer cells than one that
# does not, and everything behind them would stand askew. The first picture alone says enough.
_UNSTEADY = re.compile(
    "\u200d[\u2190-\u2bff\U0001f000-\U0001faff]|[\u00ad\u20e3\u2060-\u2064\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)


def steady(text: str) -> str:
    """Return `text` on one line, without control characters, and as wide on every terminal."""
    line = one_line(text)
    return line if line.isascii() else _UNSTEADY.sub("", line)


def width_of(text: str) -> int:
    """Return how many cells `text` takes."""
    return get_cwidth(text)


def fit(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells: cut, or with spaces behind it."""
    if width_of(text) > width:
        text = _cut(text, width)
    return text + " " * (width - width_of(text))


def _cut(text: str, width: int) -> str:
    kept, room = "", width - width_of(CUT)
    for character in text:
        room -= width_of(character)
        if room < 0:
            break
        kept += character
    return f"{kept}{CUT}" if width > 0 else ""


def marked(text: str, words: Iterable[str], style: str, mark: str) -> Fragments:
    """Return `text` in `style`, and with `mark` where one of `words` stands."""
    fragments: Fragments = []
    place = 0
    for start, end in passage(text, words).spans:
        fragments += [(style, text[place:start]), (f"{style} {mark}", text[start:end])]
        place = end
    return [*fragments, (style, text[place:])]


def line_of(parts: Iterable[str], between: str, width: int) -> str:
    """Return as many of `parts` as fit into `width`; the first and the last before those amid them."""
    shown = list(parts)
    while len(shown) > 1 and width_of(between.join(shown)) > width:
        del shown[1 if len(shown) > 2 else 0]
    return fit(between.join(shown), width)
