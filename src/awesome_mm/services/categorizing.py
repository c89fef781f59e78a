"""The categories that a new entry is put into, as a person names them.

Layer: services.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..chinese import simplified
from ..errors import WrongUsage
from ..model.text import squash, unique
from .naming import resolve

if TYPE_CHECKING:
    from ..model.terms import Terms


def place(terms: Terms, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the categories that `wanted` name by slug, title or alias in either language, each once, in order.

    Raises:
        WrongUsage: one is not known, or several bear the name.
    """
    return unique(_place_one(terms, value) for value in wanted)


def no_category(terms: Terms) -> WrongUsage:
    """Return the complaint that no category was named, with those there are."""
    known = ", ".join(terms.of("category"))
    fix = f"Name one with --category: {known}." if known else "The catalog has none yet; write a [category.ID] table into it first."
    return WrongUsage("A new entry needs a category.", fix)


def _place_one(terms: Terms, value: str) -> str:
    key = simplified(squash(value))
    ids = list(terms.of("category"))
    if key and key in (by_id := {squash(one): one for one in ids}):
        return by_id[key]
    bearers = [one for one in ids if key in {simplified(squash(form)) for form in terms.written_forms("category", one)}]
    if len(bearers) > 1:
        raise WrongUsage(f"--category: {value!r} is the name of several.", f"Name one by its id: {', '.join(bearers)}.")
    return bearers[0] if bearers else resolve(terms, "category", [value], "--category")[0]
