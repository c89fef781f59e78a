"""What of an entry search looks at: one line of folded, fielded text for each entry.

Layer: model. The lines are made once, when a catalog is compiled; the search service reads them and nothing else.
A line is a run of chunks: one letter that names the field, the folded text, and `END`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .identifiers import identifier_in
from .text import fold, is_han, one_line, squash, unique

if TYPE_CHECKING:
    from .entry import Entry
    from .taxonomy import Text
    from .terms import Terms

END = "\x1f"
MEANS = "\x1e"  # in a chunk of `SYNONYM`, between a word that the entry does not say and the one that it says
NAME, ALIAS, ARTIFACT, IDENTIFIER, TITLE = "n", "a", "f", "x", "t"
ORGANIZATION, CATEGORY, MODEL, AUTHOR, VENUE, KIND, SUMMARY, TOOL, DETAIL, SYNONYM = "o", "c", "m", "u", "v", "k", "s", "p", "d", "y"
YEAR = "r"
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

# Where a word may have a synonym: a person is called Chart without being one.
_MEANT = (NAME, ALIAS, ARTIFACT, TITLE, CATEGORY, KIND, SUMMARY, TOOL, DETAIL)

# From how many letters on a word of a field may be misspelt.
_SHORTEST_SPELT = {
    **dict.fromkeys((NAME, ARTIFACT, ORGANIZATION, AUTHOR, MODEL), 3),
    **dict.fromkeys((ALIAS, TITLE, CATEGORY), 6),
    **dict.fromkeys((SUMMARY, TOOL, DETAIL), 8),
}

# Compiled where a catalog is: a search passes by here and needs none.
_WORD = r"[^\W_]+"
_HAN = r"[\u3400-\u9fff\uf900-\ufaff]"
_HAN_HYPHEN = rf"(?<={_HAN})-(?={_HAN})"


def index_line(entry: Entry, terms: Terms, synonyms: Iterable[Sequence[str]] = (), simplified: Callable[[str], str] = str) -> str:
    """Return the search line of `entry`: its chunks, names first, each text once in each field, and what else its words are called.

    `simplified` writes a text in simplified Chinese characters.
    """
    chunks = dict.fromkeys(_chunks(entry, terms, simplified))
    line = "".join(f"{chunk}{END}" for chunk in chunks)
    further = (name for forms in synonyms if any(form in line for form in forms) for name in _further_names(forms, chunks))
    return line + "".join(f"{name}{END}" for name in dict.fromkeys(further))


def synonyms_of(terms: Terms) -> Iterator[tuple[str, ...]]:
    """Yield the words that mean the same to a search, folded, as `index_line` takes them."""
    for record in terms.of("synonym").values():
        yield unique(fold(form) for form in record["forms"])


def _chunks(entry: Entry, terms: Terms, simplified: Callable[[str], str]) -> Iterator[str]:
    for field, texts in _fields(entry, terms):
        for text in unique(_unhyphened(simplified(fold(one_line(text)))) for text in texts):
            yield f"{field}{text}"
            if field in SQUASHED and (key := squash(text)):
                yield f"{SQUASHED[field]}{key}"


def _unhyphened(text: str) -> str:
    """Return `text` without the hyphens that some put between Chinese words."""
    return text if text.isascii() else re.sub(_HAN_HYPHEN, "", text)


def _further_names(forms: Sequence[str], chunks: Iterable[str]) -> Iterator[str]:
    """Yield the chunks of the `forms` that an entry does not say itself: each with the field and the form that stand for it."""
    said = [(chunk[0], form) for chunk in chunks for form in forms if chunk[0] in _MEANT and _says(chunk[1:], form)]
    if said:
        field, form = said[0]  # chunks stand in the order of their fields' worth
        yield from (f"{SYNONYM}{field}{other}{MEANS}{form}" for other in forms if other not in [one for _, one in said])


def _says(text: str, form: str) -> bool:
    """Whether `form` stands in `text`, a Latin one as whole words."""
    if form not in text:
        return False
    return is_han(form[0]) or re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", text) is not None


def spelling_words(entry: Entry, terms: Terms) -> Iterator[str]:
    """Yield the folded words a mistyped word may stand for: those of names and people, and of texts only long ones.

    A short common word is one letter from too many others: whoever asks for cake does not mean take.
    """
    for field, texts in _fields(entry, terms):
        if shortest := _SHORTEST_SPELT.get(field):
            for text in texts:
                yield from (word for word in re.findall(_WORD, fold(text)) if len(word) >= shortest and not is_han(word[0]))
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
    yield VENUE, (f"{entry.venue.name} {entry.venue.year or ''}" if entry.venue else "",)
    yield YEAR, ((entry.published or "")[:4],)
    yield KIND, _kind_words(entry)
    yield SUMMARY, entry.summary.both if entry.summary else ()
    yield TOOL, (said for stage in entry.walk_stages() for tool in stage.tools for said in tool.both)
    yield TOOL, _forms(terms, "action", unique(stage.action for stage in entry.walk_stages()))
    yield TOOL, _forms(terms, "material", (*entry.input, *entry.output))
    yield DETAIL, (text or "" for note in entry.notes for text in (note.en, note.zh))
    yield DETAIL, (said for text in _details(entry) for said in text.both)
    yield DETAIL, entry.account.both if entry.account else ()
    yield DETAIL, (relation.name or "" for relation in entry.relations)
    yield DETAIL, (said.en or "" for result in entry.results for said in (result.benchmark, result.metric) if said)


def _details(entry: Entry) -> Iterator[Text]:
    """Yield what is said of the pipeline and the figures."""
    for stage in entry.walk_stages():
        yield from (text for text in (stage.name, stage.detail) if text)
        for parameter in stage.parameters:
            yield from (text for text in (parameter.name, parameter.text) if text)
    yield from (figure.label for figure in entry.figures if figure.label)


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
