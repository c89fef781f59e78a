"""How wide each column of a table may be, so that every column stays visible at any width.

Layer: formats. rich lets whole columns vanish when texts that may not wrap are too long; this shares the room out instead.
"""

from collections.abc import Sequence

LEAST = 6


def share_out(natural: Sequence[int], give: Sequence[int], room: int) -> list[int]:
    """Return a width for each column: its `natural` one where all fit into `room`, else giving columns first, widest first.

    Columns that give are brought down as far as needed to widths in the proportion of `give`, never below 6; then the others
    (`give` 0) are, to an equal width. The sum exceeds `room` only where every column is at 6 or at a natural width below it.
    """
    widths = [min(width, max(room, LEAST)) for width in natural]
    _lower(widths, {place: weight for place, weight in enumerate(give) if weight}, room)
    _lower(widths, {place: 1 for place, weight in enumerate(give) if not weight}, room)
    return widths


def _lower(widths: list[int], weights: dict[int, int], room: int) -> None:
    """Take from the columns that `weights` names, always from the widest for its weight, until all fit into `room`."""
    excess = sum(widths) - room
    able = [place for place in weights if widths[place] > LEAST]
    while excess > 0 and able:
        widest = max(able, key=lambda place: widths[place] / weights[place])
        widths[widest] -= 1
        excess -= 1
        if widths[widest] == LEAST:
            able.remove(widest)
