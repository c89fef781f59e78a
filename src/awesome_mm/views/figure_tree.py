"""The taxonomy as a tree with its works, as LaTeX takes it.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from .blocks import Side
from .figure_words import notes
from .labels import label

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..services.figures.chart import Chart, Point


class Limb(NamedTuple):
    """A category: how many works it has, those placed in it and not only below it, and the categories below."""

    title: str
    size: int
    works: tuple[Side, ...]
    limbs: tuple[Limb, ...]


class FigureTree(NamedTuple):
    """The outermost categories that have works, and what is to be said below."""

    title: str
    limbs: tuple[Limb, ...]
    notes: tuple[str, ...]


def figure_tree(catalog: Catalog, chart: Chart, keys: Mapping[str, str], language: str) -> FigureTree:
    """Return the taxonomy of `chart`, each work with the key of `keys` by which it is cited."""
    sides = {brief.id: Side(name=brief.name, key=keys.get(brief.id, "")) for brief in catalog.briefs}
    below: dict[str | None, list[Point]] = {}
    for point in chart.series[0].points:
        if point.ids:
            below.setdefault(point.details["parent"], []).append(point)

    def limbs(parent: str | None) -> tuple[Limb, ...]:
        return tuple(
            Limb(
                title=catalog.terms.name("category", point.key, language),
                size=len(point.ids),
                works=tuple(sides[one] for one in point.details["own"]),
                limbs=limbs(point.key),
            )
            for point in below.get(parent, ())
        )

    return FigureTree(title=label("Taxonomy", language), limbs=limbs(None), notes=tuple(notes(catalog, chart, language)))
