"""Reads lists that tests write out."""

import textwrap

from awesome_mm.exchange.awesome_list import read_lists
from awesome_mm.exchange.document import Document
from awesome_mm.model.draft import Draft
from awesome_mm.model.entry import Entry


def read(*texts: str) -> Draft:
    """Return the draft of a list of `texts`, each written with indentation."""
    return read_lists([Document(f"list-{number}.md", textwrap.dedent(text)) for number, text in enumerate(texts, 1)])


def read_section(text: str) -> Draft:
    """Return the draft of a list whose one section, ``Methods``, holds `text`."""
    return read_lists([Document("list.md", f"# A list\n\n## Methods\n\n{textwrap.dedent(text)}")])


def only(draft: Draft) -> Entry:
    """Return the one entry of a draft."""
    assert len(draft.entries) == 1, [entry.name for entry in draft.entries]
    return draft.entries[0]


def names(draft: Draft) -> list[str]:
    """Return the names of all entries in order."""
    return [entry.name for entry in draft.entries]


def order(draft: Draft, title: str) -> tuple[str, ...]:
    """Return the ids of the entries under the heading `title` in either language."""
    return next(category.order for category in draft.categories.values() if title in category.title.both)


def headings(draft: Draft) -> list[tuple[str, str]]:
    """Return each category's heading with that of the one it stands in."""
    return [
        (category.title.said("en"), draft.categories[category.parent].title.said("en") if category.parent else "")
        for category in draft.categories.values()
    ]
