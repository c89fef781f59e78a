"""What became of the texts that belong to no entry: introductions of sections, prose of a list, scope and rules of a catalog.

Layer: services. A line that stands anywhere among them is not lost.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ...model.identifiers import comparable_address
from ...model.taxonomy import Text
from ...model.text import LANGUAGES, squash
from .texts import addresses_in, lost_words, words_of
from .version import Change, Event, Version

_SECTIONS = "catalog.sections"
_MOST_COMPARED = 400  # pieces; a list has some dozens


class Piece(NamedTuple):
    """A text, the field it is, and what a person calls it by."""

    field: str
    name: str
    text: Text


def prose_changes(old: Version, new: Version, same: Mapping[str, str]) -> Iterator[Change]:
    """Yield what became of the texts of `old`; `same` are its sections in the new version."""
    before, after = list(_pieces(old, same)), list(_pieces(new))
    if before == after:
        return
    lines = {squash(line) for piece in after for text in piece.text.both for line in text.splitlines()}
    pairing = _Pairing(after)
    paired = [(piece, pairing.named(piece)) for piece in before]
    for piece, named in paired:
        now = named or pairing.likest(piece)
        if now and squash(piece.name) != squash(now.name) and piece.field == now.field == _SECTIONS:
            yield Change(event=Event.SECTION_RENAMED, entry=None, name=piece.name, field=piece.field, old=piece.name, new=now.name)
        yield from _compared(piece, now.text if now else Text(), lines)
    yield from _lost_links(before, after, new)
    for piece in after:
        if piece not in pairing.taken:
            for language, text in zip(LANGUAGES, piece.text.both, strict=True):
                if text:
                    yield Change(event=Event.TEXT_CHANGED, entry=None, name=piece.name, field=f"{piece.field}.{language}", new=text)


class _Pairing:
    """The texts of the new version, to be found by those of the old one."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._by_place: dict[str, Piece] = {}
        self._by_text: dict[Text, Piece] = {}
        self.taken: set[Piece] = set()
        for piece in pieces:
            self._by_place.setdefault(_place(piece), piece)
            self._by_text.setdefault(piece.text, piece)

    @cached_property
    def _counted(self) -> list[tuple[Piece, Counter[str]]]:
        return [(piece, Counter(_words(piece.text))) for piece in self._pieces]

    def named(self, piece: Piece) -> Piece | None:
        """Return the text that stands in the same place, or says the same."""
        return self._take(self._by_place.get(_place(piece)) or self._by_text.get(piece.text))

    def likest(self, piece: Piece) -> Piece | None:
        """Return the text that has most words in common with `piece`, if that is most of those of `piece`."""
        if len(self._pieces) > _MOST_COMPARED:
            return None
        own = Counter(_words(piece.text))
        best, shared = max(((other, (own & words).total()) for other, words in self._counted), key=lambda one: one[1], default=(None, 0))
        return self._take(best if 2 * shared > own.total() else None)

    def _take(self, piece: Piece | None) -> Piece | None:
        if piece:
            self.taken.add(piece)
        return piece


def _lost_links(before: Sequence[Piece], after: Sequence[Piece], new: Version) -> Iterator[Change]:
    """Yield the links that stand nowhere in the new version any more, each once."""
    standing = {comparable_address(one) for piece in after for one in _addresses(piece.text)}
    gone: dict[str, tuple[Piece, str]] = {}
    for piece in before:
        for one in _addresses(piece.text):
            if comparable_address(one) not in standing:
                gone.setdefault(comparable_address(one), (piece, one))
    if gone:
        elsewhere = {comparable_address(value) for entry in new.entries for links in entry.links.by_kind().values() for value in links}
        elsewhere |= {comparable_address(one) for entry in new.entries if entry.account for one in _addresses(entry.account)}
        for form, (piece, one) in gone.items():
            if form not in elsewhere:
                yield Change(event=Event.LINK_LOST, entry=None, name=piece.name, field=piece.field, old=one)


def _addresses(text: Text) -> list[str]:
    return [one for said in text.both for one in addresses_in(said)]


def _pieces(version: Version, ids: Mapping[str, str] | None = None) -> Iterator[Piece]:
    """Yield the texts of a version, those of sections under the ids that `ids` lead to."""
    for one, category in version.categories.items():
        if category.introduction:
            place = (ids or {}).get(one, one) if ids is not None else one
            yield Piece(f"category.{place}.introduction", category.title.said("en"), category.introduction)
    for section in version.sections:
        yield Piece(_SECTIONS, section.title.said("en") if section.title else "", section.text)
    yield from (Piece(field, "", text) for field, text in version.texts)


def _place(piece: Piece) -> str:
    """Return what a piece is found by: its field, and the title of one of several; one without a title is found by its words."""
    several = piece.field.startswith("catalog.")
    return f"{piece.field} {squash(piece.name) or piece.text}" if several else piece.field


def _words(text: Text) -> list[str]:
    return [word for said in text.both for word in words_of(said)]


def _compared(piece: Piece, now: Text, lines: set[str]) -> Iterator[Change]:
    for place, (language, was, after) in enumerate(zip(LANGUAGES, piece.text.both, now.both, strict=True)):
        if not was or was == after:
            continue
        gone = [word for line in was.splitlines() if squash(line) not in lines for word in words_of(line)]
        is_translation = not after and piece.text.both[1 - place] and now.both[1 - place]
        every = len(words_of(was))
        count = len(gone) if is_translation else lost_words(gone, Counter(words_of(after)), is_gone=not after, of=every)
        event = (Event.TRANSLATION_LOST if is_translation else Event.TEXT_LOST) if count else Event.TEXT_CHANGED
        field = f"{piece.field}.{language}"
        yield Change(event=event, entry=None, name=piece.name, field=field, old=was, new=after or None, words=count or None)
