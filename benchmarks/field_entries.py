"""Entries in the field's own words that no paper stands behind: what a search must not take for the works it is asked for.

Every entry is drawn from the words of the catalog it goes into (categories, models, actions, materials), so that it is found by the same
questions; its name, its id, its arXiv id, its authors and their organisations are nobody's.
"""

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

from field_words import (
    AIMS,
    BENCHMARKS,
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
from fresh_names import Names, both
from plain_entries import some_authors

Data = dict[str, Any]
_KINDS, _WEIGHTS = ("method", "dataset", "benchmark", "survey", "insight", "blog"), (60, 20, 12, 3, 3, 2)
_WRITERS = re.compile("gpt|qwen|llava|llama|gemini")  # the models that are asked for text


def organizations() -> dict[str, Data]:
    """Return the organisations that entries are drawn from, by id: none of them exists."""
    found = {}
    for town in TOWNS:
        for sector, house in HOUSES:
            name = f"{town.en} {house.en}"
            found[_slug(name)] = {"name": {"en": name, "zh": town.zh + house.zh}, "sector": sector}
    return found


class Field:
    """Draws entries from the words of the catalog `real`, whose names stay its own."""

    def __init__(self, real: Mapping[str, Any], dice: random.Random) -> None:
        self._dice = dice
        self._names = Names(real)
        self._words = {section: list(real.get(section, {})) for section in ("model", "action", "material", "unit", "measure")}
        self._words["model"] = list(filter(_WRITERS.search, self._words["model"])) or self._words["model"]
        parents = {category.get("parent") for category in real.get("category", {}).values()}
        self._leaves = [one for one in real.get("category", {}) if one not in parents]
        self._models = {one: Said(both(model["name"])[0], both(model["name"])[-1]) for one, model in real.get("model", {}).items()}

    def entry(self) -> tuple[str, str, Data]:
        """Return kind, id and table of an entry."""
        dice = self._dice
        name = self._names.name(dice)
        year, month = dice.randint(2022, 2025), dice.randint(1, 12)
        models = self._some("model", 2)
        words = self._drawn(models)
        entry: Data = {
            "name": name,
            "title": f"{name}: {_titled(dice.choice(TITLES).format_map({key: said.en for key, said in words.items()}))}",
            "categories": dice.sample(self._leaves, 1),
            "authors": some_authors(dice),
            "organizations": dice.sample(list(_ORGANIZATIONS), dice.randint(1, 2)),
            "published": f"{year}-{month:02}",
            "summary": _text(dice.choice(SUMMARIES), words),
            "links": {"arxiv": [self._names.arxiv_id(year, month, dice)]},
            "input": self._some("material", 2),
            "output": self._some("material", 2),
            "needs": dice.sample(("cpu", "endpoint", "image-endpoint", "local-gpu"), 1),
            "notes": [{"topic": "idea", **_text(said, words)} for said in dice.sample(NOTES, dice.randint(0, 2))],
            "stages": list(self._stages(words, models)),
            **self._sometimes(name, year),
        }
        return dice.choices(_KINDS, _WEIGHTS)[0], _slug(name), {key: value for key, value in entry.items() if value != []}

    def _some(self, section: str, most: int) -> list[str]:
        known = self._words[section]
        return self._dice.sample(known, min(len(known), self._dice.randint(1, most)))

    def _drawn(self, models: list[str]) -> dict[str, Said]:
        dice = self._dice
        return {
            "source": dice.choice(SOURCES),
            "output": dice.choice(OUTPUTS),
            "sieve": dice.choice(SIEVES),
            "aim": dice.choice(AIMS),
            "model": self._models[models[0]] if models else dice.choice(MODELS),
        }

    def _stages(self, words: Mapping[str, Said], models: list[str]) -> Iterator[Data]:
        actions = [action for action in self._words["action"] if action in STAGES]
        for place, action in enumerate(self._dice.sample(actions, min(len(actions), self._dice.randint(2, 5))), 1):
            name, detail = self._dice.choice(STAGES[action])
            stage: Data = {"id": f"{action}-{place}", "name": name._asdict(), "action": action, "detail": _text(detail, words)}
            if models and self._dice.random() < 0.4:
                stage["models"] = [{"id": self._dice.choice(models), "role": "generator"}]
            yield stage | self._claim()

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
        if dice.random() < 0.5 and "sample" in self._words["unit"] and "samples" in self._words["measure"]:
            quantity = {"value": dice.randint(5, 9_000) * 1_000, "unit": "sample"}
            found["figures"] = [{"id": "total", "measure": "samples", "headline": True, "quantity": quantity} | self._claim()]
        if dice.random() < 0.3:
            found["results"] = [{"benchmark": dice.choice(BENCHMARKS), "value": round(dice.uniform(20, 95), 1)} | self._claim()]
        return found


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold())


_ORGANIZATIONS = organizations()


def _titled(text: str) -> str:
    """Return `text` with the words of a title in capitals, small ones and names as they are."""
    return " ".join(word if len(word) < 4 or word != word.lower() else word[0].upper() + word[1:] for word in text.split(" "))


def _text(said: Said, words: Mapping[str, Said]) -> dict[str, str]:
    en = said.en.format_map({key: word.en for key, word in words.items()})
    return {"en": en[0].upper() + en[1:], "zh": said.zh.format_map({key: word.zh for key, word in words.items()})}
