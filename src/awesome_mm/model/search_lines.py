"""The search lines of all entries as one text: which entries hold a piece of text, without looking at each.

Layer: model. Kept as UTF-8 bytes: looking for bytes needs no decoding of what is not found, and UTF-8 never matches mid-character.
"""

from collections.abc import Iterator


class SearchLines:
    """One line of fielded, folded text for each entry, in catalog order (see ``searchable``)."""

    __slots__ = ("_text",)

    def __init__(self, text: bytes) -> None:
        self._text = text

    def __contains__(self, piece: str) -> bool:
        return _bytes_of(piece) in self._text

    def holding(self, piece: str) -> Iterator[tuple[int, str]]:
        """Yield number and text of each line that holds `piece`, in order."""
        text, needle = self._text, _bytes_of(piece)
        number = counted = 0
        place = text.find(needle)
        while place >= 0:
            number += text.count(b"\n", counted, place)
            start = text.rfind(b"\n", 0, place) + 1
            end = text.find(b"\n", place)
            end = len(text) if end < 0 else end
            yield number, text[start:end].decode()
            counted = end
            place = text.find(needle, end + 1)  # a piece never holds a line's end


def _bytes_of(piece: str) -> bytes:
    return piece.encode("utf-8", "surrogatepass")  # arguments may hold what was no UTF-8; it matches nothing
