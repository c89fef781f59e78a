"""Where the words of a query stand in a text, and the sentence that says most of them.

Layer: views. Words come as search compares them (folded), texts as they are written; places are counted in the text as written.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model.text import fold, is_han, one_line

Spans = tuple[tuple[int, int], ...]

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(\d])|(?<=[。！？；])\s*|\n+")
_LONGEST = 150  # characters of a sentence; a Chinese one counts double
_BEFORE = 40  # characters that are left before the first word where a sentence is cut
_SHORTEST_SQUASHED = 4
_CUT = "…"


class Passage(NamedTuple):
    """A text and where in it the words stand."""

    text: str
    spans: Spans = ()


def passage(text: str, words: Iterable[str]) -> Passage:
    """Return `text` on one line, with the places of `words`."""
    text = one_line(text)
    return Passage(text, spans(text, words))


def spans(text: str, words: Iterable[str]) -> Spans:
    """Return from where to where `words` stand in `text`, in order, without overlap; a Latin word is taken to its end."""
    folded, places = _folded(text)
    found: list[tuple[int, int]] = []
    for word in dict.fromkeys(words):
        held = list(_standing(folded, word)) or list(_squashed(folded, word))
        found += [(places[start], _sign_end(text, places[end - 1] + 1)) for start, end in held]
    return tuple(_merged(sorted(found)))


def _sign_end(text: str, end: int) -> int:
    """Return where the sign ends whose first character ends at `end`: accents of its own belong to it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _folded(text: str) -> tuple[str, list[int]]:
    """Return `text` folded sign by sign, and for each character of that its place in the text."""
    signs: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        sign = " " if character.isspace() else fold(character)
        signs.append(sign)
        places += [place] * len(sign)
    return "".join(signs), places


def _standing(text: str, word: str) -> Iterator[tuple[int, int]]:
    place = text.find(word) if word else -1
    while place >= 0:
        end = place + len(word)
        if is_han(word[0]) or place == 0 or not _is_letter(text[place - 1]):
            while end < len(text) and _is_letter(text[end]) and _is_letter(word[-1]):
                end += 1
            yield place, end
        place = text.find(word, end)


def _squashed(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where `word` stands when all but letters and digits is left out: ``llavaonevision`` in LLaVA-OneVision."""
    if len(word) < _SHORTEST_SQUASHED:
        return
    places = [place for place, character in enumerate(text) if character.isalnum()]
    letters = "".join(filter(str.isalnum, word))
    start = "".join(text[place] for place in places).find(letters)
    if letters and start >= 0 and (start == 0 or places[start] - places[start - 1] > 1):  # it begins where a word does
        yield places[start], places[start + len(letters) - 1] + 1


def _is_letter(character: str) -> bool:
    return character.isalnum() and not is_han(character)


def _merged(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def best_sentence(texts: Iterable[str], words: Sequence[str]) -> Passage | None:
    """Return the sentence of `texts` that holds most of `words`, the first of several, cut where it is long; None where none does."""
    best: tuple[int, str] = (0, "")
    for sentence in (part for text in texts for part in _SENTENCE_END.split(one_line(text)) if part):
        folded = fold(sentence)
        held = sum(any(_standing(folded, word)) for word in words)
        if held > best[0]:
            best = (held, sentence)
    return _cut(passage(best[1].strip(), words)) if best[0] else None


def _cut(found: Passage) -> Passage:
    """Return `found` no longer than a row or two, around the first word."""
    room = sum(2 if is_han(character) else 1 for character in found.text)
    length = len(found.text) * _LONGEST // max(room, _LONGEST)
    if len(found.text) <= length:
        return found
    first = found.spans[0][0] if found.spans else 0
    start = max(0, min(first - _BEFORE, len(found.text) - length)) if first > length // 2 else 0
    start = min(_word_start(found.text, start), first)
    end = _word_end(found.text, min(len(found.text), start + length))
    before, after = _CUT if start else "", _CUT if end < len(found.text) else ""
    shift = len(before) - start
    kept = ((max(one, start) + shift, min(other, end) + shift) for one, other in found.spans if other > start and one < end)
    return Passage(f"{before}{found.text[start:end]}{after}", tuple(kept))


def _word_start(text: str, place: int) -> int:
    """Return the next place from `place` on where a word, or a Chinese character, begins."""
    start = place
    while 0 < start < len(text) and not (text[start - 1].isspace() or is_han(text[start])):
        start += 1
    return start if start < len(text) else place


def _word_end(text: str, place: int) -> int:
    """Return the last place up to `place` where a word, or a Chinese character, ends."""
    end = place
    while 0 < end < len(text) and not (text[end].isspace() or is_han(text[end - 1])):
        end -= 1
    return end or place
