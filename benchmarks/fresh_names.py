"""Names that are nobody's: no work, model or organisation of a catalog could be taken for what bears one."""

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

from field_words import ENDINGS, MIDDLES, STEMS, TAILS
from forms import KINDS

_TRIES = 50
_LEAST_TOLD = 4  # letters of a real name that no generated one may hold


class Names:
    """Gives names and arXiv ids that are neither real nor given twice."""

    def __init__(self, real: Mapping[str, Any]) -> None:
        taken = dict.fromkeys(squashed(name) for name in names_in(real))
        self._held = re.compile("|".join(re.escape(name) for name in taken if len(name) >= _LEAST_TOLD) or "(?!)")
        self._all = "\n".join(taken)
        self._taken: set[str] = set()
        self._arxiv_ids = {one for _, entry in _entries_by_id(real) for one in entry.get("links", {}).get("arxiv", ())}

    def name(self, dice: random.Random) -> str:
        """Return a name that holds no real one, is held by none, and was not given before."""
        for _ in range(_TRIES):
            name = dice.choice(STEMS) + dice.choice(MIDDLES) + dice.choice(TAILS) + dice.choice(ENDINGS)
            if self._is_free(squashed(name)):
                break
        else:
            name = next(longer for number in range(2, 10**9) if self._is_free(squashed(longer := f"{name}-{number}")))
        self._taken.add(squashed(name))
        return name

    def _is_free(self, name: str) -> bool:
        return name not in self._taken and name not in self._all and not self._held.search(name)

    def arxiv_id(self, year: int, month: int, dice: random.Random) -> str:
        """Return an arXiv id of that month; arXiv itself has given none with so high a number."""
        while True:
            one = f"{year % 100:02}{month:02}.{dice.randrange(40_000, 100_000)}"
            if one not in self._arxiv_ids:
                self._arxiv_ids.add(one)
                return one


def squashed(name: str) -> str:
    """Return the letters and digits of `name`, small: what makes two names one."""
    return "".join(filter(str.isalnum, name.casefold()))


def names_in(tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield every name in a catalog that a generated one could be taken for: of its entries, what they make, models, organisations."""
    for section in ("model", "organization"):
        for word_id, word in tables.get(section, {}).items():
            yield word_id
            yield from (*both(word["name"]), *word.get("aliases", ()))
    for entry_id, entry in _entries_by_id(tables):
        yield entry_id
        for named in (entry, *entry.get("artifacts", ())):
            yield from (named["name"], *named.get("aliases", ()), named.get("title", named["name"]))
        yield from (artifact["id"] for artifact in entry.get("artifacts", ()))


def both(text: str | Mapping[str, str]) -> tuple[str, ...]:
    """Return what `text` says in the languages it has."""
    return (text,) if isinstance(text, str) else tuple(text.values())


def _entries_by_id(tables: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for kind in KINDS:
        yield from tables.get(kind, {}).items()
