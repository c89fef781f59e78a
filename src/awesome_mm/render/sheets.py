"""Files in the making: pieces of Markdown between a head and a foot, and what of them can be linked to.

Layer: render.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..model.anchors import anchors_of
from .links import LONGEST, Place, count_marks, mark
from .parsing import headings_in

BODY = mark("body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Markdown that stays together; links lead to its first heading under `name`; one that `is_point` makes a list with its neighbours."""

    text: str
    name: str = ""
    is_point: bool = False

    @property
    def weight(self) -> int:
        """The bytes it takes at most once its links are addresses, and a link to itself at the top of the page is there."""
        return len(self.text.encode()) + LONGEST * (count_marks(self.text) + bool(self.name)) + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file at `path`: its pieces between `head` and `foot`."""

    path: str
    head: str
    pieces: tuple[Piece, ...]
    foot: str

    @property
    def text(self) -> str:
        """The whole file, its links still marks."""
        return "\n\n".join(part for part in (self.head, joined(self.pieces), self.foot) if part) + "\n"

    def places(self) -> Iterator[tuple[str, Place]]:
        """Yield where each named piece stands; a piece without a heading stands nowhere in particular on the page."""
        parts = (self.head, *(piece.text for piece in self.pieces), self.foot)
        headings = [headings_in(part) for part in parts]
        anchors = iter(anchors_of(chain.from_iterable(headings)))
        owned = [[next(anchors) for _ in one] for one in headings][1:-1]
        for piece, own in zip(self.pieces, owned, strict=True):
            if piece.name:
                yield piece.name, Place(path=self.path, anchor=own[0] if own else "")


def framed(path: str, frame: str, pieces: Iterable[Piece]) -> Sheet:
    """Return the sheet at `path` whose `frame` says with a mark where its pieces stand; behind the frame where it does not say."""
    head, _, foot = frame.partition(BODY)
    return Sheet(path=path, head=head.strip("\n"), pieces=tuple(pieces), foot=foot.replace(BODY, "").strip("\n"))


def joined(pieces: Sequence[Piece]) -> str:
    """Return the texts of `pieces`, an empty line between them but where both are points of a list."""
    written: list[str] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        written += [("\n" if before.is_point and piece.is_point else "\n\n") if before else "", piece.text]
    return "".join(written)
