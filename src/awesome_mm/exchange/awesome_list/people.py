"""Names of authors as lists write them.

Layer: exchange.
"""

import re
from typing import NamedTuple

from ...model.text import is_han

_SPLIT = re.compile(r"\s*(?:[,;、，；]|\s(?:and|&)\s|\bwith\b)\s*")
_OTHERS = re.compile(r"(?i)(?<![,\s])[,\s]*(?:\bet\.?\s*al\b\.?|\bel al\b\.?|等人?|\.\.\.|…|\band others\b)[\s.,]*$")
_MARKS = re.compile(r"[*†‡§¶∗#]|<sup>.*?</sup>|\^\{?[\d,*]+\}?")
_NAME_WORD = re.compile(
    r"^(?:[A-ZÀ-ÖØ-ÞĀ-ſ][\w'’.\-]*|(?:de|da|del|della|di|dos|du|van|von|der|den|el|al|bin|la|le|ten|ter|y|'t)|[a-z]{1,3}['’-][A-Z][\w-]*)$"
)
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*(?=\s*(?:[,;*†‡]|and\b|$))")
_BARE_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: [A-ZÀ-ÖØ-Þ][\w'’.-]*){0,2}")
_NOTE = re.compile(r"(?i)\([^()]*contribut[^()]*\)")
_MOST_ODD = 4  # one name in so many may be written in a way that no name is
_LONGEST_ODD = 6  # words
_NO_NAME = re.compile(r"\d|https?:|[\[\]{}|:=<>!?@/]")


class Authors(NamedTuple):
    """Names in order, and whether they are all."""

    names: tuple[str, ...] = ()
    complete: bool = True


def authors_in(text: str) -> Authors:
    """Return the people that `text` consists of; nobody where a part of it is no name, but for one odd spelling among several names."""
    text = _MARKS.sub("", _FOOTNOTE.sub("", _NOTE.sub("", text))).strip().strip(".,;:()").strip()
    bare = _OTHERS.sub("", text).strip().rstrip(".,")
    complete = bare == text
    names = _family_first(bare, complete=complete) or tuple(filter(None, (_bare(part) for part in _SPLIT.split(bare))))
    odd = [name for name in names if not _is_name(name)]
    if (
        not names
        or len(odd) * _MOST_ODD > len(names)
        or not all(map(_may_be_name, odd))
        or (complete and len(names) == 1 and " " not in names[0])
    ):
        return Authors()
    return Authors(names, complete)


def _bare(part: str) -> str:
    return part.strip().removeprefix("and ").strip()


def _family_first(text: str, *, complete: bool) -> tuple[str, ...]:
    """Return names written as in BibTeX, ``Lovelace, Ada and Turing, Alan``, the right way round; one alone where others follow."""
    people = [[_bare(part) for part in person.split(",")] for person in text.split(" and ")]
    if any(len(parts) != 2 or not all(_BARE_NAME.fullmatch(part) for part in parts) for parts in people):
        return ()
    return tuple(f"{given} {family}" for family, given in people) if len(people) > 1 or not complete else ()


def _may_be_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= _LONGEST_ODD and text[0].isupper() and not _NO_NAME.search(text)


def _is_name(text: str) -> bool:
    if all(is_han(mark) or mark in "·•" for mark in text):
        return 2 <= len(text) <= 6
    words = text.split()
    if not 2 <= len(words) <= 5 or _NO_NAME.search(text):
        return len(words) == 1 and words[0].isalpha() and words[0][0].isupper() and 2 < len(words[0]) <= 15 and not words[0].isupper()
    return all(_NAME_WORD.match(word) for word in words) and any(word[0].isupper() and len(word) > 1 for word in words)
