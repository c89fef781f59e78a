"""Anchors of headings, as GitHub makes them from their text.

Layer: model. What renders lists and what checks their links must agree on them. GitHub does not publish the rule; this one gives
what its pages were seen to have: lower case; letters, marks, digits, ``_`` and ``-`` stay, a space becomes ``-``, all else is
dropped; an anchor that is taken gets the next free number behind it.
"""

import unicodedata
from collections.abc import Iterable

_KEPT = frozenset(("Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "Pc"))


def slug(heading: str) -> str:
    """Return the anchor of a heading that says `heading` (its text without any Markdown), as if it stood alone."""
    return "".join("-" if character == " " else character for character in heading.lower() if _stays(character))


def _stays(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in "-_ "
    return unicodedata.category(character) in _KEPT


class Anchors:
    """Hands out the anchors of one page, heading by heading, in the order of the page."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def take(self, heading: str) -> str:
        """Return the anchor of the next heading; ``""`` where it holds nothing that an anchor may."""
        plain = anchor = slug(heading)
        while anchor in self._numbers:
            self._numbers[plain] += 1
            anchor = f"{plain}-{self._numbers[plain]}"
        self._numbers[anchor] = 0
        return anchor


def anchors_of(headings: Iterable[str]) -> tuple[str, ...]:
    """Return the anchors of all the headings of a page, in its order."""
    anchors = Anchors()
    return tuple(anchors.take(heading) for heading in headings)
