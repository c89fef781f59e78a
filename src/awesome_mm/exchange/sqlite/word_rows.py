"""The rows that a catalog's head and its vocabularies become.

Layer: exchange.
"""

from collections.abc import Iterator, Mapping

from ...model.taxonomy import Head, Vocabularies
from .rows import Row, both, known


def head_rows(head: Head, vocabularies: Vocabularies) -> Iterator[Row]:
    """Yield what the catalog is, its categories, and what the source list counts."""
    yield "catalog", (*both(head.title), head.as_of, known(head.licence), head.source)
    for position, (one, category) in enumerate(vocabularies.category.items()):
        texts = (*both(category.title), *both(category.introduction))
        yield "categories", (one, category.parent, position, *texts, category.claimed)
    for counted in head.statistics:
        texts = (*both(counted.label), *both(counted.note))
        yield "statistics", (counted.id, counted.category, counted.value, int(counted.or_more), *texts)


def word_rows(vocabularies: Vocabularies) -> Iterator[Row]:
    """Yield the words of the catalog."""
    for one, organization in vocabularies.organization.items():
        yield "organizations", (one, *both(organization.name), organization.sector.value)
    for one, model in vocabularies.model.items():
        yield "models", (one, *both(model.name), model.organization)
    for one, unit in vocabularies.unit.items():
        yield "units", (one, *both(unit.name))
    terms = {"actions": vocabularies.action, "measures": vocabularies.measure, "materials": vocabularies.material}
    for table, words in terms.items():
        yield from ((table, (one, *both(term.name))) for one, term in words.items())


def positions_of(vocabularies: Vocabularies) -> Mapping[str, Mapping[str, int]]:
    """Return where each category prints its entries, by category and entry."""
    return {one: {entry: number for number, entry in enumerate(category.order)} for one, category in vocabularies.category.items()}
