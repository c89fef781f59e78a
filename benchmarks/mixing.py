"""Mixes the entries of a real catalog among generated ones that are like them."""

import random
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from awesome_mm.store.listing import catalog_files
from awesome_mm.store.reading import Problem, read_all
from field_entries import Field, words
from forms import KINDS


def mixed_catalog(path: Path, count: int, seed: int) -> dict[str, dict[str, Any]]:
    """Return all tables of the catalog at `path`, with `count` generated entries among its own, which keep their order.

    The words that the generated ones need stand behind its own.
    """
    real = real_tables(path)
    dice = random.Random(seed)
    field = Field(real, dice)
    generated: dict[str, dict[str, Any]] = {}
    for _ in range(count):
        kind, entry_id, entry = field.entry()
        generated.setdefault(kind, {})[entry_id] = entry
    known = {section: table for section, table in real.items() if section not in KINDS}
    further = {section: real.get(section, {}) | table for section, table in words().items()}
    return known | further | {kind: _among(real.get(kind, {}), generated.get(kind, {}), dice) for kind in KINDS}


def real_tables(path: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of the catalog at `path`, whatever its form; the program ends where a file of it cannot be read."""
    problems: list[Problem] = []
    tables: dict[str, dict[str, Any]] = {}
    for source in read_all(catalog_files(path), problems):
        for section, table in source.data.items():
            tables.setdefault(section, {}).update(table)
    if problems:
        sys.exit("\n".join(problem.said for problem in problems))
    return tables


def _among(real: Mapping[str, Any], generated: Mapping[str, Any], dice: random.Random) -> dict[str, Any]:
    """Return both, those of each in their order and the real ones at places drawn by chance."""
    places = set(dice.sample(range(len(real) + len(generated)), len(real)))
    ours, theirs = iter(generated.items()), iter(real.items())
    return dict(next(theirs if place in places else ours) for place in range(len(real) + len(generated)))
