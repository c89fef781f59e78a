"""What of an entry search looks at: one line of folded, fielded text for each entry.

Layer: model. The lines are made once, when a catalog is compiled; the search service reads them and nothing else.
A line is a run of chunks: one letter that names the field, the folded text, and `END`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .identifiers import identifier_in
from .text import fold, is_han, one_line, squash, unique

if TYPE_CHECKING:
    from .entry import Entry
    from .terms import Terms

END = "\x1f"
NAME, ALIAS, ARTIFACT, IDENTIFIER, TITLE = "n", "a", "f", "x", "t"
ORGANIZATION, CATEGORY, MODEL, AUTHOR, VENUE, KIND, SUMMARY = "o", "c", "m", "u", "v", "k", "s"
MISTAKEN = "w"  # an identifier that the source list gives and that is another's: found by nobody, but explained
SQUASHED = {NAME: "N", ALIAS: "A", TITLE: "T", ARTIFACT: "F"}

# What a work is, or makes, in the words of a query: "SPARCL dataset", "遥感数据集".
_KIND_WORDS = {
    "method": ("method", "方法"),
    "dataset": ("dataset", "数据集"),
    "benchmark": ("benchmark", "基准"),
    "survey": ("survey", "综述"),
    "list": ("list", "列表"),
    "blog": ("blog", "博客"),
    "model": ("model", "模型"),
    "code": ("code", "代码"),
    "tool": ("tool", "工具"),
}

_WORD = re.compile(r"[^\W_]+")


def index_line(entry: Entry, terms: Terms) -> str:
    """Return the search line of `entry`: its chunks, names first, each text once in each field."""
    chunks: dict[str, None] = {}
    for field, texts in _fields(entry, terms):
        for text in unique(fold(one_line(text)) for text in texts):
            chunks[f"{field}{text}{END}"] = None
            if field in SQUASHED and (key := squash(text)):
                chunks[f"{SQUASHED[field]}{key}{END}"] = None
    return "".join(chunks)


def spelling_words(entry: Entry, terms: Terms) -> Iterator[str]:
    """Yield the folded words a mistyped word may stand for: those of names, titles, organisations, topics and authors."""
    wanted = (NAME, ALIAS, ARTIFACT, TITLE, ORGANIZATION, CATEGORY, AUTHOR, MODEL)
    for field, texts in _fields(entry, terms):
        if field in wanted:
            for text in texts:
                yield from (word for word in _WORD.findall(fold(text)) if len(word) > 2 and not is_han(word[0]))
                if field in SQUASHED and field != TITLE and (key := squash(text)):
                    yield key


def _fields(entry: Entry, terms: Terms) -> Iterator[tuple[str, Iterable[str]]]:
    yield NAME, (entry.name, entry.id)
    yield ALIAS, entry.aliases
    yield ARTIFACT, (name for made in entry.artifacts for name in (made.name, *made.aliases))
    yield IDENTIFIER, _identifiers(entry)
    yield MISTAKEN, (identifier_in(one.listed) for one in entry.disputes if one.field.startswith("links."))
    yield TITLE, (entry.title, (entry.arxiv.title or "") if entry.arxiv else "")
    yield ORGANIZATION, _forms(terms, "organization", entry.organizations)
    placed = unique(parent for one in (*entry.categories, *entry.also_in) for parent in terms.ancestry(one))
    yield CATEGORY, _forms(terms, "category", placed)
    yield MODEL, _forms(terms, "model", entry.models)
    yield AUTHOR, entry.authors
    yield VENUE, (f"{entry.venue.name} {entry.venue.year}" if entry.venue else "", (entry.published or "")[:4])
    yield KIND, _kind_words(entry)
    yield SUMMARY, (entry.summary.en, entry.summary.zh or "")
    yield SUMMARY, (text or "" for note in entry.notes for text in (note.en, note.zh))
    yield SUMMARY, (text or "" for stage in entry.walk_stages() for tool in stage.tools for text in (tool.en, tool.zh))


def _kind_words(entry: Entry) -> Iterator[str]:
    for kind in (entry.kind, *entry.also, *(made.kind for made in entry.artifacts)):
        yield from _KIND_WORDS.get(kind.value, ())


def _forms(terms: Terms, vocabulary: str, ids: Iterable[str]) -> Iterator[str]:
    return (form for one in ids for form in terms.written_forms(vocabulary, one))


def _identifiers(entry: Entry) -> Iterator[str]:
    yield from entry.links.arxiv
    yield from entry.links.doi
    yield from entry.links.openreview
    every = (entry.links, *(made.links for made in entry.artifacts))
    for address in (address for links in every for addresses in links.by_kind().values() for address in addresses):
        yield identifier_in(address)
