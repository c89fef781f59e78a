"""The search lines of all entries as one text: which entries hold a piece of text, without looking at each.

Layer: model. Kept as UTF-8 bytes: looking for bytes needs no decoding of what is not found, and UTF-8 never matches mid-character.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence


class SearchLines:
    """One line of fielded, folded text for each entry, in catalog order (see ``searchable``)."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: bytes, starts: Sequence[int]) -> None:
        self._text = text
        self._starts = starts

    @classmethod
    def of(cls, text: bytes) -> "SearchLines":
        """Return the lines of `text`, which are looked for first."""
        return cls(text, line_starts(text))

    def __contains__(self, piece: str) -> bool:
        return _bytes_of(piece) in self._text

    def count(self, piece: str, most: int) -> int:
        """Return how many lines hold `piece`; `most` where more do."""
        places = self._places(_bytes_of(piece))
        return sum(1 for _ in zip(range(most), places, strict=False))

    def holding(self, piece: str, beside: Sequence[Iterable[str]] = ()) -> Iterator[tuple[int, str]]:
        """Yield number and text of each line that holds `piece`, and `beside` it one of each of these, in order."""
        text = self._text
        others = [[_bytes_of(other) for other in others] for others in beside]
        for number, start, end in self._places(_bytes_of(piece)):
            if all(any(text.find(one, start, end) >= 0 for one in these) for these in others):
                yield number, text[start:end].decode()

    def all(self) -> list[str]:
        """Return every line, decoded at once: for what looks at all of them anyway."""
        return self._text.decode().split("\n") if self._text else []

    def _places(self, needle: bytes) -> Iterator[tuple[int, int, int]]:
        """Yield number, beginning and end of each line that holds `needle`."""
        text, starts = self._text, self._starts
        place = text.find(needle)
        while place >= 0:
            number = bisect_right(starts, place) - 1
            end = starts[number + 1] - 1 if number + 1 < len(starts) else len(text)
            yield number, starts[number], end
            place = text.find(needle, end + 1)  # a piece never holds a line's end

    def watched(self, check: Callable[[], None]) -> "SearchLines":
        """Return the same lines, which call `check` before each one they look at: what it raises ends the search."""
        return _WatchedLines(self._text, self._starts, check)


class _WatchedLines(SearchLines):
    __slots__ = ("_check",)

    def __init__(self, text: bytes, starts: Sequence[int], check: Callable[[], None]) -> None:
        super().__init__(text, starts)
        self._check = check

    def _places(self, needle: bytes) -> Iterator[tuple[int, int, int]]:
        for place in super()._places(needle):
            self._check()
            yield place


def line_starts(text: bytes) -> list[int]:
    """Return the places in `text` at which its lines begin."""
    starts = [0]
    place = text.find(b"\n")
    while place >= 0:
        starts.append(place + 1)
        place = text.find(b"\n", place + 1)
    return starts


def _bytes_of(piece: str) -> bytes:
    return piece.encode("utf-8", "surrogatepass")  # arguments may hold what was no UTF-8; it matches nothing
