"""Ids made of names, as the catalog writes them.

Layer: model.
"""

import re
import unicodedata
from collections.abc import Container
from itertools import count

_LONGEST = 40


def slug_of(text: str) -> str:
    """Return `text` in lower-case ASCII letters and digits with single hyphens, cut behind a word; ``""`` where it has none of them."""
    decomposed = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", decomposed.casefold().replace("'", ""))
    slug = "-".join(words)
    if len(slug) <= _LONGEST:
        return slug
    return slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


def free_slug(slug: str, taken: Container[str], year: str = "") -> str:
    """Return `slug`, or where it is `taken` the first of ``slug-year``, ``slug-2``, ``slug-3`` and so on that is not."""
    others = [f"{slug}-{year}"] if year else []
    wanted = next((one for one in (slug, *others) if one not in taken), "")
    return wanted or next(one for number in count(2) if (one := f"{slug}-{number}") not in taken)


class FreeSlugs:
    """Gives out slugs as `free_slug` does, each once; as fast for the thousandth of one name as for the first."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def __contains__(self, slug: str) -> bool:
        """Whether `slug` was given out."""
        return slug in self._taken

    def take(self, slug: str, year: str = "") -> str:
        """Return `slug`, or where it was given out the first of ``slug-year``, ``slug-2``, ``slug-3`` and so on that was not."""
        wanted = next((one for one in (slug, *([f"{slug}-{year}"] if year else ())) if one not in self._taken), "")
        number = self._next.get(slug, 2)
        while not wanted:
            candidate, number = f"{slug}-{number}", number + 1
            wanted = "" if candidate in self._taken else candidate
        self._next[slug] = number
        self._taken.add(wanted)
        return wanted
