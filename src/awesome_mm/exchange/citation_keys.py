"""Keys by which papers are cited, ``liu2023visual``: the same whatever is exported beside, and whatever the record says later.

Layer: exchange.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import count

from ..model.entry import Entry

_FILLING = frozenset("a an the on of in for to from with and is are by at towards toward via using how what do does can".split())


def citation_keys(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the key of each entry by its id: first author, year of publication, first telling word of the title; then a letter.

    The first of several with one key, by the day it was added and then in catalog order, has none: what is added later changes no key.
    """
    keys: dict[str, str] = {}
    numbers: dict[str, int] = {}
    taken: set[str] = set()
    for entry in sorted(entries, key=lambda one: one.added or ""):
        base = _base(entry)
        tried = ((number, f"{base}{_letters(number)}") for number in count(numbers.get(base, 0)))
        number, key = next(one for one in tried if one[1] not in taken)  # "alpha" with a letter may be what another title begins with
        numbers[base] = number + 1
        taken.add(key)
        keys[entry.id] = key
    return keys


def _base(entry: Entry) -> str:
    first = entry.authors[0] if entry.authors else ""
    family = first.partition(",")[0] if "," in first else first.rpartition(" ")[2]
    year = (entry.published or "")[:4] or str(entry.venue.year or "" if entry.venue else "")
    words = [word for word in re.findall(r"[a-z0-9]+", _ascii(entry.title)) if word not in _FILLING]
    author = "".join(re.findall(r"[a-z0-9]+", _ascii(family)))
    return f"{author}{year}{words[0] if words else ''}" if author else f"{entry.id}{year}"


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def _letters(number: int) -> str:
    """Return a, b ... z, aa, ab and so on for 1, 2 and so on; nothing for 0."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
