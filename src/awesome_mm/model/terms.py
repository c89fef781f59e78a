"""The vocabularies as they are asked all day long: names in a language, written forms, parents.

Layer: model. Plain records, decoded from one line of JSON; `taxonomy` holds the checked values they were made from.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from .text import in_language

TermRecord = Mapping[str, Any]


class Terms:
    """Every word of a catalog's vocabularies, by vocabulary and id, in file order."""

    __slots__ = ("_by_vocabulary",)

    def __init__(self, by_vocabulary: Mapping[str, Mapping[str, TermRecord]]) -> None:
        self._by_vocabulary = by_vocabulary

    def of(self, vocabulary: str) -> Mapping[str, TermRecord]:
        """Return the records of `vocabulary` (``category``, ``organization``, ``model`` ...) by id."""
        return self._by_vocabulary.get(vocabulary, {})

    def name(self, vocabulary: str, term_id: str, language: str) -> str:
        """Return a word's name in `language`; the id itself where the vocabulary lacks it."""
        record = self.of(vocabulary).get(term_id)
        return in_language(_name(record), language) if record else term_id

    def written_forms(self, vocabulary: str, term_id: str) -> Iterator[str]:
        """Yield a word's names in both languages and its aliases; nothing where the vocabulary lacks it."""
        record = self.of(vocabulary).get(term_id)
        if record:
            yield from _name(record).values()
            yield from record.get("aliases", ())

    def ancestry(self, category_id: str) -> tuple[str, ...]:
        """Return `category_id` and its ancestors, nearest first; a loop ends where it would begin anew."""
        categories = self.of("category")
        found: dict[str, None] = {}
        current = category_id
        while current in categories and current not in found:
            found[current] = None
            current = categories[current].get("parent", "")
        return tuple(found)


def _name(record: TermRecord) -> dict[str, str]:
    name: dict[str, str] = record.get("name") or record["title"]
    return name
