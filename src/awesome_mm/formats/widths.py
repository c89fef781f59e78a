"""How wide each column of a table may be, so that every column stays visible at any width.

Layer: formats. rich lets whole columns vanish when texts that may not wrap are too long; this shares the room out instead.
"""

from collections.abc import Sequence

_LEAST = 6


def share_out(natural: Sequence[int], may_give: Sequence[bool], room: int) -> list[int]:
    """Return a width for each column: its `natural` one where all fit into `room`, else giving columns first, widest first.

    Columns that may give are brought down to an equal width as far as needed, never below 6; then the others are.
    """
    widths = list(natural)
    for giving in (True, False):
        places = [place for place, gives in enumerate(may_give) if gives is giving]
        excess = sum(widths) - room
        if excess <= 0:
            break
        _lower(widths, places, excess)
    return widths


def _lower(widths: list[int], places: Sequence[int], excess: int) -> None:
    """Take `excess` from the columns at `places`, always from the widest."""
    while excess > 0:
        widest = max(places, key=lambda place: widths[place], default=None)
        if widest is None or widths[widest] <= _LEAST:
            return
        second = max((widths[place] for place in places if widths[place] < widths[widest]), default=_LEAST)
        peers = [place for place in places if widths[place] == widths[widest]]
        each = max(min(widths[widest] - max(second, _LEAST), -(-excess // len(peers))), 1)
        for place in peers:
            taken = min(each, excess)
            widths[place] -= taken
            excess -= taken
