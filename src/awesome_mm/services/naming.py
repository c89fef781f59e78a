"""From what a person wrote to the catalog's ids: entries by any of their names, filter values by slug, title or alias.

Layer: services. What is unknown is an error that names the near ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..chinese import simplified
from ..errors import EntryMissing, WrongUsage
from ..model.catalog import Catalog
from ..model.identifiers import identifier_in
from ..model.searchable import END, IDENTIFIER, MISTAKEN, SQUASHED
from ..model.text import fold, squash, unique

if TYPE_CHECKING:
    from ..model.terms import Terms

# What a name may be introduced and followed by in running text.
_WHAT_IT_IS = (
    r"(?i)^the\s+|\s+(?:(?:training\s+)?data|datasets?|benchmarks?|models?|series|papers?)$|(?:训练数据|数据集|数据|基准|模型|系列|论文)$"
)
_BETWEEN_NAMES = r"\s*(?:[/&+,、：:]|\s[-–—]\s|\band\b|\bwith\b|[与和])\s*"
_NEARLY = 60  # of 100: how much of two names must be the same for one to be near the other
_EXACT = tuple(SQUASHED.values())


def find_entry(catalog: Catalog, wanted: str) -> str:
    """Return the id of the entry called `wanted`: an id, a name, an alias, an identifier or a URL; an artifact's name as a last resort.

    A name as lists print it will do too: ``MMC4 (Multimodal C4)``, ``Bee, HoneyPipe & DataStudio``, ``the CoMM dataset``.

    Raises:
        EntryMissing: with the nearest names.
    """
    if found := _exactly(catalog, wanted):
        return found
    for names in _readings(wanted):
        ids = unique(_exactly(catalog, name) for name in names)
        if len(ids) == 1:
            return ids[0]
    raise _missing(catalog, wanted)


def find_entries(catalog: Catalog, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the entries called so, each once, in order.

    Raises:
        EntryMissing: names every one that is not there.
    """
    found: dict[str, None] = {}
    missing: list[EntryMissing] = []
    for name in wanted:
        try:
            found[find_entry(catalog, name)] = None
        except EntryMissing as error:
            missing.append(error)
    if missing:
        raise EntryMissing(" ".join(error.message for error in missing), " ".join(dict.fromkeys(error.fix for error in missing)))
    return tuple(found)


def _missing(catalog: Catalog, wanted: str) -> EntryMissing:
    """Return the complaint that nothing is called `wanted`, with what is near, or whose wrong address it is."""
    identifier = identifier_in(wanted)
    if identifier and (number := _line_with(catalog, f"{MISTAKEN}{identifier}{END}")) is not None:
        name = catalog.brief(number).name
        return EntryMissing(
            f"No entry is called {wanted!r}.", f"The source list gives it for {name}, which is in dispute: `show` says why."
        )
    near = near_names(catalog, wanted)
    return EntryMissing(f"No entry is called {wanted!r}.", _suggest(near) or "`awesome-mm list` shows all entries.")


def _exactly(catalog: Catalog, wanted: str) -> str:
    """Return the id of the entry that is called `wanted` and nothing else, ``""`` where there is none."""
    if wanted in catalog.ids:
        return wanted
    key = squash(wanted)
    identifiers = (f"{IDENTIFIER}{identifier}" for identifier in unique((identifier_in(wanted), fold(wanted))))
    names = (f"{field}{key}" for field in _EXACT if key)
    for chunk in (*identifiers, *names):
        if (number := _line_with(catalog, f"{chunk}{END}")) is not None:
            return catalog.ids[number]
    return ""


def _readings(wanted: str) -> Iterator[Sequence[str]]:
    """Yield the names that a printed name may be made of: without its bracket, without the word for what it is, its parts.

    Each time several names may be given; those that are known must lead to one entry.
    """
    import re

    text = " ".join(wanted.split())
    before, inside = (match[1], match[2]) if (match := re.fullmatch(r"(.+?)\s*[(（](.+?)[)）]", text)) else (text, "")
    yield before, inside
    yield tuple(re.sub(_WHAT_IT_IS, "", name) for name in (text, before))
    yield tuple(re.sub(_WHAT_IT_IS, "", name) for name in re.split(_BETWEEN_NAMES, before))


def near_names(catalog: Catalog, wanted: str, most: int = 3) -> tuple[str, ...]:
    """Return the names of the entries whose name or alias is nearest to `wanted` in spelling, best first; none when nothing is near."""
    from rapidfuzz import fuzz, process

    names: dict[str, str] = {}
    for brief in catalog.briefs:
        for form in (brief.name, brief.id, *brief.values("aliases")):
            names.setdefault(squash(form), brief.name)
    found = process.extract(squash(wanted), list(names), scorer=fuzz.ratio, score_cutoff=_NEARLY, limit=None)
    return unique(names[key] for key, _, _ in found)[:most]


def resolve(terms: Terms, vocabulary: str, wanted: Iterable[str], what: str) -> tuple[str, ...]:
    """Return the ids of `vocabulary` that the values `wanted` stand for, in order.

    Raises:
        WrongUsage: a value is none of the ids, names and aliases in either language; `what` names the option.
    """
    values = tuple(wanted)
    if not values:
        return ()
    ids_by_key = _ids_by_key(terms, vocabulary)
    return unique(_resolve_one(ids_by_key, list(terms.of(vocabulary)), value, what) for value in values)


def _ids_by_key(terms: Terms, vocabulary: str) -> dict[str, str]:
    """Return id by squashed name; ids go before names and aliases."""
    found: dict[str, str] = {squash(term_id): term_id for term_id in terms.of(vocabulary)}
    for term_id in terms.of(vocabulary):
        for form in terms.written_forms(vocabulary, term_id):
            found.setdefault(squash(form), term_id)
    found.pop("", None)
    return found


def _resolve_one(ids_by_key: Mapping[str, str], ids: Sequence[str], value: str, what: str) -> str:
    key = squash(value)
    if key in ids_by_key:
        return ids_by_key[key]
    if not key.isascii():
        simple = {simplified(known): found for known, found in ids_by_key.items()}
        if simplified(key) in simple:
            return simple[simplified(key)]
    near = unique(ids_by_key[one] for one in get_close_matches(key, ids_by_key, n=3, cutoff=0.6))
    raise WrongUsage(f"{what}: {value!r} is not known.", _suggest(near) or f"Known are {', '.join(ids)}.")


def choose(choices: Iterable[str], wanted: Iterable[str], what: str) -> tuple[str, ...]:
    """Return the values `wanted`, whatever their case, as `choices` spells them.

    Raises:
        WrongUsage: a value is none of them.
    """
    by_key = {choice.casefold(): choice for choice in choices}
    chosen = tuple(dict.fromkeys(value.strip().casefold() for value in wanted))
    for value in chosen:
        if value not in by_key:
            near = [by_key[one] for one in get_close_matches(value, by_key, n=3, cutoff=0.5)]
            raise WrongUsage(f"{what}: {value!r} is not known.", _suggest(near) or f"Known are {', '.join(by_key.values())}.")
    return tuple(by_key[value] for value in chosen)


def _suggest(near: Sequence[str]) -> str:
    return f"Near: {', '.join(near)}." if near else ""


def _line_with(catalog: Catalog, chunk: str) -> int | None:
    """Return the number of the first search line that holds `chunk` from its field letter to its end."""
    holding = catalog.lines.holding(chunk)
    return next((number for number, line in holding if line.startswith(chunk) or f"{END}{chunk}" in line), None)
