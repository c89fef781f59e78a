"""Reads a query: ``field:value``, "phrases" and words, and what is to be left out.

Layer: services. Fields are the filters' own, and those that bind a word to a part of the entry. What stands before a colon and is no
field is text; what is nearly one is a mistake that is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..errors import WrongUsage
from ..model.identifiers import identifier_in
from ..model.searchable import ALIAS, ARTIFACT, AUTHOR, NAME, TITLE, VENUE
from ..model.text import fold, one_line, unique
from .finding import as_indexed
from .query import STOP_WORDS, Word, as_written, plurals_of
from .selection import Selection

if TYPE_CHECKING:
    from ..model.brief import Brief
    from ..model.catalog import Catalog

# What stands before the colon, and the filter it is.
FILTERS = {
    "category": "category",
    "cat": "category",
    "类别": "category",
    "kind": "kind",
    "类型": "kind",
    "year": "year",
    "年份": "year",
    "organization": "organization",
    "organisation": "organization",
    "org": "organization",
    "机构": "organization",
    "open": "open",
    "has": "open",
    "开放": "open",
    "licence": "licence",
    "license": "licence",
    "许可证": "licence",
    "needs": "needs",
    "input": "input",
    "输入": "input",
    "model": "model",
    "模型": "model",
    "action": "action",
    "步骤": "action",
    "added": "added_since",
    "is": "sector",
}
_NAMES = NAME + ALIAS + ARTIFACT
BINDING = {
    "name": _NAMES,
    "名称": _NAMES,
    "title": TITLE,
    "标题": TITLE,
    "author": AUTHOR,
    "作者": AUTHOR,
    "venue": VENUE,
    "发表": VENUE,
}
FIELDS = tuple(name for name in (*FILTERS, *BINDING) if name.isascii())
# Closed words in Chinese; those of a catalog's vocabularies are known by their own names.
_CLOSED = ("kind", "open")
_VALUES = {
    "代码": "code",
    "数据": "data",
    "模型": "model",
    "提示词": "prompts",
    "方法": "method",
    "数据集": "dataset",
    "基准": "benchmark",
    "综述": "survey",
    "列表": "list",
    "博客": "blog",
}
_SECTORS = {"industrial": "industrial", "academic": "academic"}
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "«": "»", "＂": "＂"}
_COLONS = ":："
_LONGEST_QUERY, _LONGEST_TEXT, _LONGEST_SHOWN = 4000, 400, 400  # characters that are read, looked for, and said again
_MOST_BOUND = 24
_NEARLY = 0.75  # how like a field a word must be to be taken for a misspelt one


class Asked(NamedTuple):
    """A query as it was read: `text` holds the words to look for, `bound` phrases and words bound to fields.

    `selections` must admit an entry, `excluded` words and `unwanted` selections keep it out.
    """

    query: str
    text: str
    bound: tuple[Word, ...] = ()
    selections: tuple[Selection, ...] = ()
    excluded: tuple[Word, ...] = ()
    unwanted: tuple[Selection, ...] = ()
    unknown_fields: tuple[str, ...] = ()

    @property
    def has_filters(self) -> bool:
        """Whether an entry's fields decide if it is admitted."""
        return bool(self.unwanted) or not all(selection.is_everything for selection in self.selections)

    def admits(self, brief: Brief) -> bool:
        """Whether the filters let `brief` through."""
        return all(one.admits(brief) for one in self.selections) and not any(one.admits(brief) for one in self.unwanted)


class _Read(NamedTuple):
    """What an argument, or all of them, was read as."""

    words: list[str]
    bound: list[Word]
    filters: dict[str, list[str]]
    unknown: list[str]


def ask(catalog: Catalog, query: Sequence[str] | str, selection: Selection | None = None, excluding: Sequence[str] = ()) -> Asked:
    """Return what `query`, one text or the arguments of a command line, asks for.

    `selection` must admit an entry besides; `excluding` holds words, phrases or ``field:value`` that it may not meet.

    Raises:
        WrongUsage: a misspelt field, or a value that a field does not know; the right ones are named.
    """
    arguments = [query] if isinstance(query, str) else list(query)
    shown = " ".join(one_line(" ".join(arguments)).split())[:_LONGEST_SHOWN]
    read = _read(catalog, arguments)
    own = [_selection(catalog, read.filters)] if read.filters else []
    without = [_read(catalog, [argument]) for argument in excluding]
    words = [word for one in without if (word := _as_one(" ".join(one.words)))]
    return Asked(
        query=shown,
        text=" ".join(read.words)[:_LONGEST_TEXT],
        bound=tuple(read.bound[:_MOST_BOUND]),
        selections=(*([selection] if selection else []), *own),
        excluded=(*words, *(word for one in without for word in one.bound)),
        unwanted=tuple(_selection(catalog, one.filters) for one in without if one.filters),
        unknown_fields=unique(read.unknown),
    )


def _as_one(text: str) -> Word | None:
    """Return a word as it stands, also in the singular, or several as one phrase; None where it is a stop word."""
    folded = fold(text)
    if not folded or folded in STOP_WORDS:
        return None
    readings = {folded: 1.0} if " " in folded else plurals_of(folded)
    return Word(folded, readings, exact=True)


def _read(catalog: Catalog, arguments: Sequence[str]) -> _Read:
    read = _Read([], [], {}, [])
    left = _LONGEST_QUERY
    for argument in arguments[:_LONGEST_QUERY]:
        text = as_indexed(one_line(argument[: max(left, 0)]), catalog.lines)
        tokens = [("", text)] if _is_quoted(text, arguments) else list(_tokens(text))
        tokens = tokens[:-1] if len(argument) > left else tokens  # the last may be cut, and say what was not asked
        left -= len(argument) + 1
        while tokens:
            taken = _take(catalog, tokens, read)
            del tokens[:taken]
    return read


def _is_quoted(text: str, arguments: Sequence[str]) -> bool:
    """Whether a shell took the quotes off `text`: it has spaces and stands beside other arguments. A field has a value of its own."""
    words = text.split()
    return len(arguments) > 1 and len(words) > 1 and not _split(words[0])[0] and not any(mark in text for mark in _QUOTES)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of `text` between spaces as (before, quoted): the second is a phrase between quotes, ``""`` where there is none.

    A quote that is never closed is text.
    """
    word, place = "", 0
    while place < len(text):
        character = text[place]
        end = text.find(_QUOTES[character], place + 1) if character in _QUOTES and (not word or word[-1] in _COLONS) else -1
        if end > 0:
            yield word, text[place + 1 : end]
            word, place = "", end
        elif character.isspace():
            if word:
                yield word, ""
            word = ""
        else:
            word += character
        place += 1
    if word:
        yield word, ""


def _take(catalog: Catalog, tokens: Sequence[tuple[str, str]], read: _Read) -> int:
    """Add what the first of `tokens` says to `read`, and return how many of them it took."""
    word, phrase = tokens[0]
    name, value = _split(word)
    has_value = bool(value or phrase)
    if has_value and name in BINDING:
        _bind(read, phrase or value, BINDING[name], exact=bool(phrase))
    elif has_value and name in FILTERS:
        chosen, taken = (phrase, 1) if phrase else _longest_value(catalog, name, value, tokens)
        read.filters.setdefault(FILTERS[name], []).append(_VALUES.get(chosen, chosen) if FILTERS[name] in _CLOSED else chosen)
        return taken
    else:
        if has_value and name:
            _check_field(name, word, read)
        read.words.extend([word] if word else [])
        if phrase:
            _bind(read, phrase, "", exact=True)
    return 1


def _split(word: str) -> tuple[str, str]:
    """Return what stands before and after the first colon; nothing before where that is no word."""
    places = [place for place in map(word.find, _COLONS) if place > 0]
    if not places or not (name := word[: min(places)]).isalpha():
        return "", ""
    return name.casefold(), word[min(places) + 1 :]


def _bind(read: _Read, text: str, fields: str, *, exact: bool) -> None:
    folded = fold(text).strip(" .,;:!?，。；：！？")
    if folded:
        [word] = [Word(folded, {folded: 1.0})] if exact else as_written([folded])
        read.bound.append(word._replace(fields=fields, exact=exact))


def _check_field(name: str, word: str, read: _Read) -> None:
    """Remember that `name` is no field; complain where it is nearly one.

    Raises:
        WrongUsage: it is.
    """
    if not name.isascii() or identifier_in(word):
        return
    from difflib import get_close_matches

    if near := get_close_matches(name, FIELDS, n=3, cutoff=_NEARLY):
        raise WrongUsage(
            f"{name}: is no field to search in; near: {', '.join(f'{one}:' for one in near)}",
            f"Fields are {', '.join(FIELDS)}. Put a space behind the colon, or the whole in quotes, where it is text.",
        )
    read.unknown.append(name)


def _longest_value(catalog: Catalog, name: str, value: str, tokens: Sequence[tuple[str, str]]) -> tuple[str, int]:
    """Return the value of a field and how many tokens it takes: ``org:Peking University`` in one argument is one name."""
    values = [value]
    for word, phrase in tokens[1:]:
        if phrase or _split(word)[0]:
            break
        values.append(word)
    for taken in range(len(values), 1, -1):
        try:
            _selection(catalog, {FILTERS[name]: [" ".join(values[:taken])]})
        except WrongUsage:
            continue
        return " ".join(values[:taken]), taken
    return value, 1


def _selection(catalog: Catalog, filters: Mapping[str, Sequence[str]]) -> Selection:
    from .naming import choose
    from .selection import resolve_selection

    given = dict(filters)
    sectors = choose(_SECTORS, given.pop("sector", ()), "is")
    added = given.pop("added_since", [None])[-1]
    return resolve_selection(catalog, sign="{}", added_since=added, **dict.fromkeys(sectors, True), **given)  # type: ignore[arg-type]
