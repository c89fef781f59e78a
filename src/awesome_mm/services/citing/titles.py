"""Whether a title that is cited is a work's: as it is, shortened, or otherwise.

Layer: services. Case, marks, LaTeX, hyphens and ``&`` make no other title; a subtitle may be left out or cut short, a name be put before
the title or left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...model.text import fold, squash
from ...model.titles import likeness, title_key, titles_of, without_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.entry import Entry

_LEAST_OF_A_TITLE = 4  # words to which a title may be cut short
_FULL = 20  # letters of a title that hardly another work has
_ALIKE = 0.5  # of the words of both titles, for one to be meant by the other
_DIVIDER = re.compile(r"\s*[:：]\s+|\s+[-–—]+\s+|(?<=[?!.])\s+|：")
_REMARK = re.compile(r"\s*[(\[（][^()\[\]（）]{2,60}[)\]）]\s*$")
_ARTICLE = re.compile(r"(?i)^(?:the|an?)\s+")
_CUT = re.compile(r"\s*(?:\.\.\.|…)\s*$")


def key_of(title: str) -> str:
    """Return what of a title is compared letter for letter."""
    return title_key(_ARTICLE.sub("", title.replace("&", " and ").replace("×", "x").strip()))


def keys_of(entry: Entry) -> Iterator[str]:
    """Yield the keys of all titles a work goes by: as they are, with its name in front, and those that a subtitle alone would have."""
    for title in titles_of(entry):
        key = key_of(title)
        yield key
        _, rest = parted(title)
        if rest and is_full(key_of(rest)):
            yield key_of(rest)
        for name in (entry.name, *entry.aliases):
            if not key.startswith(squash(name)):
                yield squash(name) + key


def parted(title: str) -> tuple[str, str]:
    """Return what stands before the first divider of a title, and the rest (``""`` where it has none)."""
    parts = _DIVIDER.split(title, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0] else (title, "")


def is_full(key: str) -> bool:
    """Whether a title's key is so long that hardly another work has the same."""
    return len(key) >= _FULL


def is_bare(entry: Entry) -> bool:
    """Whether of a work's title no more than its name is known."""
    return squash(entry.title) == squash(entry.name)


def stands(cited: str, entry: Entry, *, is_reference: bool = False) -> bool:
    """Whether the title `cited` is one of the entry's, or one of them shortened; where only the name is known any that begins so is.

    A reference (`is_reference`) gives a title whole, up to its divider, or with a mark where it is cut.
    """
    bare = _REMARK.sub("", cited)
    keys = {key_of(cited), key_of(bare)}
    own = set(keys_of(entry))
    if keys & own:
        return True
    names = {squash(name) for name in (entry.name, *entry.aliases)}
    if keys & names:
        return True
    if is_bare(entry):
        return squash(parted(cited)[0]) in names
    return any(_is_shortened(cited, title, is_reference=is_reference) for title in titles_of(entry))


def _is_shortened(cited: str, title: str, *, is_reference: bool) -> bool:
    """Whether `cited` is the beginning of `title`, word by word: to its divider at least, or so long that it is no mere beginning."""
    key, whole = key_of(_CUT.sub("", cited)), key_of(title)
    if not key or not whole.startswith(key):
        return False
    if _CUT.search(cited):
        return True
    head, rest = parted(title)
    if is_reference:
        return bool(rest) and key == key_of(head)
    if rest and len(key) >= len(key_of(head)):
        return _ends_at_a_word(key, title)
    return len(cited.split()) >= _LEAST_OF_A_TITLE and _ends_at_a_word(key, title)


def _ends_at_a_word(key: str, title: str) -> bool:
    length = 0
    for word in re.findall(r"[^\W_]+", fold(without_markup(_ARTICLE.sub("", title.replace("&", " and "))))):
        length += len(word)
        if length >= len(key):
            break
    return length == len(key)


def is_meant(cited: str, entry: Entry) -> bool:
    """Whether a title that is not the entry's is most likely meant to be: it has the name in front, or half the words."""
    names = {squash(name) for name in (entry.name, *entry.aliases)}
    return squash(parted(cited)[0]) in names or any(likeness(cited, title) >= _ALIKE for title in titles_of(entry))


def heads_differ(cited: str, entry: Entry) -> bool:
    """Whether `cited` begins with the name of a work, and that is none of the entry's: what has a name of its own is another work."""
    head, rest = parted(cited)
    if not rest or len(head.split()) > 3:
        return False
    names = {squash(name) for name in (entry.name, *entry.aliases)} | {squash(parted(title)[0]) for title in titles_of(entry)}
    return squash(head) not in names
