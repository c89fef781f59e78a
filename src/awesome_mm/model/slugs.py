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
