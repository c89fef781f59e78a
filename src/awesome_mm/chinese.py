"""Traditional Chinese characters as simplified ones: the search lines hold the latter alone.

Open to all layers; the one importer of ``opencc``, which takes 16 ms: a search asks for it only where the query holds a character
that no entry does.
"""

from functools import cache
from typing import Any

from .model.text import is_han


def simplified(text: str) -> str:
    """Return `text` in simplified characters; what has no other form stays."""
    if text.isascii() or not any(map(is_han, text)):
        return text
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
