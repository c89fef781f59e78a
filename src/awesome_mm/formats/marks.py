"""Texts with stretches that stand out, as rich draws them.

Layer: formats.
"""

from rich.cells import cell_len
from rich.text import Text

from ..views.blocks import Cell

_CUT = "…"
_MARK = "not dim bold magenta"


def marked(shown: str, cell: Cell, style: str) -> Text:
    """Return the text of `cell` in `style` as it is `shown`, perhaps broken into lines, with its marks."""
    text = Text(shown, style=style)
    if cell.marks:
        places = _places(cell.text, shown)
        for start, end in cell.marks:
            text.stylize(_MARK, places[start], places[end])
    return text


def in_view(cell: Cell, width: int) -> Cell:
    """Return a cell that is to be shortened to `width`, without its first words where its first mark would be cut away."""
    if not cell.marks or cell_len(cell.text) <= width or cell_len(cell.text[: cell.marks[0][1]]) < width:
        return cell
    first, end = cell.marks[0]
    starts = [place + 1 for place in range(first) if cell.text[place] == " " and cell_len(cell.text[place:end]) + 1 < width]
    start = starts[0] if starts else first
    shift = len(_CUT) - start
    return cell._replace(text=f"{_CUT}{cell.text[start:]}", marks=tuple((one + shift, other + shift) for one, other in cell.marks))


def _places(text: str, shown: str) -> list[int]:
    """Return where each place of `text` stands in what is `shown` of it, in which breaks took the place of spaces or were put in."""
    places: list[int] = []
    place = 0
    for character in text:
        while place < len(shown) and shown[place] == "\n" and character not in " \n\u3000":
            place += 1
        places.append(place)
        place += place < len(shown) and shown[place] == character
    return [*places, place]
