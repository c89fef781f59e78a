"""Entries from next to the field that no paper stands behind: what a search must not take for the works it is asked for.

Their names, ids, arXiv ids, authors and organisations are nobody's, their categories and actions their own: where one of the catalog's
categories held them, they would be right answers to questions about it.
"""

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

from field_words import (
    ACTIONS,
    AIMS,
    BENCHMARKS,
    CATEGORIES,
    HOUSES,
    MODELS,
    NOTES,
    OUTPUTS,
    SIEVES,
    SOURCES,
    STAGES,
    SUMMARIES,
    TITLES,
    TOWNS,
    VENUES,
    Said,
)
from fresh_names import Names
from plain_entries import some_authors

Data = dict[str, Any]
_KINDS, _WEIGHTS = ("method", "dataset", "benchmark", "survey", "insight", "blog"), (60, 20, 12, 3, 3, 2)


def words() -> dict[str, dict[str, Data]]:
    """Return the vocabularies that entries are drawn from, by section and id: organisations that do not exist, categories and actions."""
    organizations = {}
    for town in TOWNS:
        for sector, house in HOUSES:
            name = f"{town.en} {house.en}"
            organizations[_slug(name)] = {"name": {"en": name, "zh": town.zh + house.zh}, "sector": sector}
    return {
        "organization": organizations,
        "category": {one: {"title": said._asdict()} for one, said in CATEGORIES.items()},
        "action": {one: {"name": said._asdict()} for one, said in ACTIONS.items()},
    }


class Field:
    """Draws entries from the words of the catalog `real`, whose names stay its own."""

    def __init__(self, real: Mapping[str, Any], dice: random.Random) -> None:
        self._dice = dice
        self._names = Names(real)
        self._has_samples = "sample" in real.get("unit", {}) and "samples" in real.get("measure", {})

    def entry(self) -> tuple[str, str, Data]:
        """Return kind, id and table of an entry."""
        dice = self._dice
        name = self._names.name(dice)
        year, month = dice.randint(2022, 2025), dice.randint(1, 12)
        words = self._drawn()
        entry: Data = {
            "name": name,
            "title": f"{name}: {_titled(dice.choice(TITLES).format_map({key: said.en for key, said in words.items()}))}",
            "categories": dice.sample(list(CATEGORIES), 1),
            "authors": some_authors(dice),
            "organizations": dice.sample(list(_ORGANIZATIONS), dice.randint(1, 2)),
            "published": f"{year}-{month:02}",
            "summary": _text(dice.choice(SUMMARIES), words),
            "links": {"arxiv": [self._names.arxiv_id(year, month, dice)]},
            "needs": dice.sample(("cpu", "endpoint", "image-endpoint", "local-gpu"), 1),
            "notes": [{"topic": "idea", **_text(said, words)} for said in dice.sample(NOTES, dice.randint(0, 2))],
            "stages": list(self._stages(words)),
            **self._sometimes(name, year),
        }
        return dice.choices(_KINDS, _WEIGHTS)[0], _slug(name), {key: value for key, value in entry.items() if value != []}

    def _drawn(self) -> dict[str, Said]:
        every = {"source": SOURCES, "output": OUTPUTS, "sieve": SIEVES, "aim": AIMS, "model": MODELS}
        return {place: self._dice.choice(choices) for place, choices in every.items()}

    def _stages(self, words: Mapping[str, Said]) -> Iterator[Data]:
        for place, action in enumerate(self._dice.sample(list(STAGES), self._dice.randint(2, len(STAGES))), 1):
            name, detail = self._dice.choice(STAGES[action])
            yield {
                "id": f"{action}-{place}",
                "name": name._asdict(),
                "action": action,
                "detail": _text(detail, words),
                **self._claim(),
            }

    def _claim(self) -> Data:
        return {"source": self._dice.choice(("paper", "list")), "locator": f"Section {self._dice.randint(2, 6)}", "status": "unverified"}

    def _sometimes(self, name: str, year: int) -> Data:
        """Return what not every entry has."""
        dice = self._dice
        found: Data = {}
        if dice.random() < 0.4:
            found["venue"] = {"name": dice.choice(VENUES), "year": year}
        if dice.random() < 0.6:
            found["openness"] = {part: {"state": dice.choice(("released", "promised", "closed"))} for part in ("code", "data")}
        if dice.random() < 0.3:
            found["artifacts"] = [{"id": f"{_slug(name)}-set", "name": f"{name}-Set", "kind": "dataset", "state": "released"}]
        if dice.random() < 0.5 and self._has_samples:
            quantity = {"value": dice.randint(5, 9_000) * 1_000, "unit": "sample"}
            found["figures"] = [{"id": "total", "measure": "samples", "headline": True, "quantity": quantity} | self._claim()]
        if dice.random() < 0.3:
            found["results"] = [{"benchmark": dice.choice(BENCHMARKS), "value": round(dice.uniform(20, 95), 1)} | self._claim()]
        return found


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold())


_ORGANIZATIONS = words()["organization"]


def _titled(text: str) -> str:
    """Return `text` with the words of a title in capitals, small ones and names as they are."""
    return " ".join(word if len(word) < 4 or word != word.lower() else word[0].upper() + word[1:] for word in text.split(" "))


def _text(said: Said, words: Mapping[str, Said]) -> dict[str, str]:
    en = said.en.format_map({key: word.en for key, word in words.items()})
    return {"en": en[0].upper() + en[1:], "zh": said.zh.format_map({key: word.zh for key, word in words.items()})}
