"""Texts as words: how much of one is lost.

Layer: services.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any

from ...model.taxonomy import Text
from ...model.text import LANGUAGES, fold
from .version import Event, Found

_SHARE = 0.3  # of its words; a text that lacks more of them has lost something
_LEAST = 3  # words; fewer are no loss of a text that still stands
_LABEL = 3  # words; a link called by so few says nothing but where it leads
_PICTURE = re.compile(r"!\[[^\]\[]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LINK = re.compile(r"\[([^\]\[]*)\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_ANCHOR = re.compile(r"(?i)<a\b[^<>]*>([^<>]*)</a\s*>")
_IMAGE = re.compile(r"(?i)<img\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"(?i)https?://[^\s<>()\"'`|]+")
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])[^\W_])+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in Markdown, a Chinese character being one; pictures, addresses and short labels of links are none."""
    text = _TAG.sub(" ", _ANCHOR.sub(_label, _LINK.sub(_label, _PICTURE.sub(" ", text))))
    return _plain_words(_ADDRESS.sub(" ", text))


def _plain_words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _label(link: re.Match[str]) -> str:
    is_inner = link.re is _LINK and link[2].startswith("#")
    return " " if is_inner or len(_plain_words(link[1])) <= _LABEL else f" {link[1]} "


def addresses_in(text: str) -> list[str]:
    """Return the addresses that a text leads to; those of pictures are none."""
    return [one.rstrip(".,;:!?)]}*_，。；、") for one in _ADDRESS.findall(_IMAGE.sub(" ", _PICTURE.sub(" ", text)))]


def strings_in(value: Any) -> Iterator[str]:
    """Yield every string that stands in a value of the model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))


class Known:
    """All that a new version says of something: what still stands there is not lost."""

    def __init__(self, *values: Any) -> None:
        self._values = values

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """The strings."""
        return tuple(strings_in(self._values))

    @cached_property
    def words(self) -> Counter[str]:
        """Their words, counted."""
        return Counter(word for one in self.strings for word in words_of(one))


def compared_texts(field: str, old: Text | None, new: Text | None, known: Known) -> Iterator[Found]:
    """Yield what became of a text, language by language."""
    before, after = ((one or Text()).both for one in (old, new))
    for place, language in enumerate(LANGUAGES):
        was, now = before[place], after[place]
        if was == now:
            continue
        said = f"{field}.{language}"
        if was and not now and before[1 - place] and after[1 - place]:
            yield Found(Event.TRANSLATION_LOST, said, was, None, len(words_of(was)))
        elif count := lost_words(words_of(was), known.words, is_gone=not now):
            yield Found(Event.TEXT_LOST, said, was, now or None, count)
        else:
            yield Found(Event.TEXT_CHANGED, said, was or None, now or None)


def lost_words(old: Iterable[str], new: Counter[str], *, is_gone: bool, of: int | None = None) -> int:
    """Return how many of the words `old` stand nowhere in `new`; 0 where they are too few of the text, which has `of` words, to matter."""
    before = Counter(old)
    count = (before - new).total()
    is_loss = count > _SHARE * (of or before.total()) and (is_gone or count >= _LEAST)
    return count if is_loss else 0
