"""What a shell may put at the cursor: commands, options, and the catalog's own words for their values.

Layer: cli. Neither the parser nor any of its packages is imported: an answer has a tenth of a second. What the parser knows
stands in ``command_table.json`` (see ``reference``); names come from the compiled catalog, of which only the needed part is read.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import AwesomeError
from ..model.text import LANGUAGES, fold, in_language, is_han, one_line, squash

if TYPE_CHECKING:
    from ..model.catalog import Catalog

_TABLE = Path(__file__).with_name("command_table.json")
_MOST = 500  # candidates; nobody reads more, and shells ask before showing them


class Candidate(NamedTuple):
    """A word that may stand at the cursor, and what it means."""

    value: str
    meaning: str = ""


def complete(words: Sequence[str]) -> list[Candidate] | None:
    """Return what may stand in place of the last of `words` (all that stands after the program's name, up to the cursor).

    None where file names belong. What cannot be completed, and a catalog that cannot be read, give nothing.
    """
    table: dict[str, Any] = json.loads(_TABLE.read_text(encoding="utf-8"))
    done, current = list(words[:-1]), words[-1] if words else ""
    command, given = _command(done, table)
    formats = table["commands"].get(command, {}).get("formats", ())
    if done and _takes_value(done[-1], table, command) and "--" not in done[:-1]:
        return _values(done[-1], current, done, formats)
    if current.startswith("--") and "=" in current and "--" not in done:
        option, _, begun = current.partition("=")
        values = _values(option, begun, done, formats)
        return values if values is None else [Candidate(f"{option}={value}", meaning) for value, meaning in values]
    if current.startswith("-") and "--" not in done:
        names = table["commands"][command]["options"] if command in table["commands"] else table["before"]
        return [Candidate(name, _option(name, table, command)[1]) for name in names if name.startswith(current)]
    if not command:
        commands = table["commands"].items()
        return [Candidate(name, known["help"]) for name, known in commands if name.startswith(current)]
    arguments = table["commands"].get(command, {}).get("arguments", [])
    return _arguments(arguments, current, given, done)


def answer(words: Sequence[str]) -> str:
    """Return what completes `words` as a shell reads it: one candidate a line, with a tab before what it means.

    A single ``:files`` stands where file names belong. Behind ``--bash`` the words are as bash splits them.
    """
    words, before = _from_bash(words[1:]) if words[:1] == ["--bash"] else (words, 0)
    found = complete(words)
    lines = [":files"] if found is None else [f"{one_line(value[before:])}\t{one_line(meaning)}" for value, meaning in found[:_MOST]]
    return "".join(f"{line}\n" for line in lines)


def _from_bash(split: Sequence[str]) -> tuple[list[str], int]:
    """Return the words that bash has `split` at = and : too, and how much of the last one stands before what bash replaces."""
    words: list[str] = []
    before = 0
    joins = False
    for place, piece in enumerate(split):
        is_mark = bool(piece) and not piece.strip("=:") and place > 0
        before = len(words[-1]) + len(piece) * is_mark if words and (joins or is_mark) else 0
        if words and (joins or is_mark):
            words[-1] += piece
        else:
            words.append(piece)
        joins = is_mark
    return [_unquoted(word) for word in words], before


def _unquoted(word: str) -> str:
    """Return `word` without its quotes, of which the last may still be open."""
    if not any(mark in word for mark in "\"'\\"):
        return word
    import shlex

    for closing in ("", '"', "'"):
        with suppress(ValueError):
            return "".join(shlex.split(f"{word}{closing}"))
    return word


def _command(done: Sequence[str], table: dict[str, Any]) -> tuple[str, list[str]]:
    """Return the word that stands where a command belongs, ``""`` when none does, and the arguments given to it."""
    given: list[str] = []
    is_value = ends = False
    for word in done:
        if word == "--" and not ends:
            ends = True
        elif not is_value and (ends or not word.startswith("-")):
            given.append(word)
        is_value = not is_value and not ends and _takes_value(word, table, given[0] if given else "")
    return (given[0], given[1:]) if given else ("", [])


def _takes_value(word: str, table: dict[str, Any], command: str) -> bool:
    return bool(_option(word, table, command)[0])


def _option(word: str, table: dict[str, Any], command: str) -> Sequence[str]:
    """Return the value that an option takes (``""``: none) and its help, as `command` has it."""
    own: dict[str, Sequence[str]] = table["commands"].get(command, {}).get("own", {})
    return own.get(word) or table["options"].get(word) or ("", "")


def _arguments(metavars: Sequence[str], current: str, given: Sequence[str], done: Sequence[str]) -> list[Candidate] | None:
    """Return what may stand as a further argument, None for a path; one that takes no more than was `given` gets nothing."""
    wanted = metavars[min(len(given), len(metavars) - 1)] if metavars else ""
    if not wanted or (len(given) >= len(metavars) and "..." not in wanted):
        return []
    if any(word in wanted for word in ("FILE", "DIR", "CATALOG", "OLD", "NEW")) and ("ENTRY" not in wanted or "--check" in done):
        return None
    if "ENTRY" in wanted or "QUERY" in wanted:
        return [one for one in _from_catalog(done, lambda catalog: _entries(catalog, current), _KINDS, current) if one.value not in given]
    return [Candidate(shell) for shell in SHELLS if shell.startswith(current)] if wanted == "SHELL" else []


SHELLS = ("bash", "zsh", "fish")


def _formats() -> Iterable[str]:
    from ..formats.registry import FORMATS

    return FORMATS


def _checks() -> Iterable[str]:
    from ..services.checks.choosing import ALL, checks_by_code
    from ..services.checks.finding import Group

    return (*checks_by_code(), *Group, ALL)


def _rows() -> Iterable[str]:
    from ..services.comparison.comparing import ROWS

    return ROWS


def _figures() -> Iterable[str]:
    from ..services.figures.registry import FIGURES

    return FIGURES


def _words_of(name: str) -> Callable[[], Iterable[str]]:
    def words() -> Iterable[str]:
        from ..services import orders, selection, taking
        from .fields import INSIDE, LISTED

        known: dict[str, Iterable[str]] = {
            "--kind": selection.KINDS,
            "--open": selection.PARTS,
            "--needs": selection.NEEDS,
            "--sort": orders.ORDERS,
            "--take": taking.TAKEN,
            "--fields": [*LISTED, *(f"{key}.{inner}" for key in INSIDE for inner in INSIDE[key])],
        }
        return known[name]

    return words


_KINDS = ("method", "dataset", "benchmark", "survey", "list", "blog", "insight")
# Where the values of an option come from: closed words, a vocabulary of the catalog, or nowhere (numbers, dates, files).
CLOSED: dict[str, Callable[[], Iterable[str]]] = {
    "--lang": lambda: LANGUAGES,
    "--format": _formats,
    **dict.fromkeys(("--select", "--ignore", "--explain"), _checks),
    "--rows": _rows,
    "--figure": _figures,
    **{name: _words_of(name) for name in ("--kind", "--open", "--needs", "--sort", "--fields", "--take")},
}
VOCABULARIES = {
    "--category": "category",
    "--organization": "organization",
    "--model": "model",
    **dict.fromkeys(("--input", "--output"), "material"),
    "--action": "action",
}
ENTRIES = ("--forget",)
FILES = ("--catalog", "--out", "--template", "--into", "--baseline", "--bib")
FREE = (
    *("--max-age", "--year", "--limit", "-n", "--offset", "--added-since", "--not", "--name", "--id", "--title", "--since"),
    *("--samples", "--calls", "--keep", "--route", "--tokens", "--price", "--rate"),
)
_LISTS = ("--kind", "--open", "--needs", "--input", "--output", "--fields", "--licence", "--take", "--select", "--ignore", "--rows")


def _values(option: str, current: str, done: Sequence[str], formats: Sequence[str]) -> list[Candidate] | None:
    """Return the values of `option` that begin as `current` does; behind a comma those of the next element.

    `formats` are those of a command that has others than all share.
    """
    if option in FILES:
        return None
    before, comma, begun = current.rpartition(",") if option in _LISTS else ("", "", current)
    if option in CLOSED:
        closed = formats if option == "--format" and formats else CLOSED[option]()
        words = (word for word in closed if "." not in word or "." in begun)
        found = [Candidate(word) for word in words if word.startswith(begun.casefold())]
    elif option == "--licence":
        found = _from_catalog(done, lambda catalog: _licences(catalog, begun), (), begun)
    elif option in ENTRIES:
        found = _from_catalog(done, lambda catalog: _entries(catalog, begun), _KINDS, begun)
    elif option in VOCABULARIES:
        vocabulary = VOCABULARIES[option]
        found = _from_catalog(done, lambda catalog: _terms(catalog, vocabulary, begun), (vocabulary,), begun)
    else:
        found = []
    return [Candidate(f"{before}{comma}{value}", meaning) for value, meaning in found if value not in before.split(",")]


def _from_catalog(
    done: Sequence[str], find: Callable[["Catalog"], Iterable[Candidate]], sections: Sequence[str], begun: str
) -> list[Candidate]:
    """Return what `find` finds in the catalog that the words before the cursor, or the environment, name.

    Where it would have to be compiled first, nobody waits for that: the ids of `sections` are read off the headers.
    """
    from ..store.cache import open_compiled
    from ..store.places import chosen_catalog

    chosen = [word.removeprefix("--catalog=") for word in done if word.startswith("--catalog=")]
    chosen += [done[place + 1] for place, word in enumerate(done[:-1]) if word == "--catalog"]
    path = chosen_catalog(chosen[-1] if chosen else None)
    try:
        if catalog := open_compiled(path):
            return list(find(catalog))
    except AwesomeError:  # damaged: the next command mends it
        pass
    from ..store.headers import ids_in

    return [Candidate(one) for one in ids_in(path, sections) if one.startswith(begun.casefold())]


def _entries(catalog: "Catalog", begun: str) -> Iterator[Candidate]:
    """Yield the ids that begin so, with names; for Chinese the names and aliases that do."""
    if any(map(is_han, begun)):
        yield from map(Candidate, _chinese_names(catalog, begun))
        return
    found = [(number, one) for number, one in enumerate(catalog.ids) if one.startswith(begun.casefold())]
    for number, one in found[:_MOST]:
        yield Candidate(one, catalog.brief(number).record["title"])


def _chinese_names(catalog: "Catalog", begun: str) -> Iterator[str]:
    from ..model.searchable import ALIAS, ARTIFACT, END, NAME

    begun = fold(begun)
    for field in (NAME, ALIAS, ARTIFACT):
        for _, line in catalog.lines.holding(f"{field}{begun}"):
            yield from (chunk[1:] for chunk in line.split(END) if chunk.startswith(f"{field}{begun}"))


def _terms(catalog: "Catalog", vocabulary: str, begun: str) -> Iterator[Candidate]:
    """Yield the ids of `vocabulary` that begin so, with their names, and once something is typed the one-word names and aliases too."""
    terms = catalog.terms
    for term_id, record in terms.of(vocabulary).items():
        name = in_language(record.get("name") or record["title"], "en")
        if term_id.startswith(begun.casefold()):
            yield Candidate(term_id, name)
        forms = terms.written_forms(vocabulary, term_id) if begun else ()
        others = (form for form in forms if form.startswith(begun) and " " not in form and squash(form) != squash(term_id))
        yield from (Candidate(form, name) for form in others)


def _licences(catalog: "Catalog", begun: str) -> Iterator[Candidate]:
    parts = [part for brief in catalog.briefs for part in (*brief.record["openness"].values(), *brief.record["artifacts"])]
    named = dict.fromkeys(["permissive", *sorted({part["licence"] for part in parts})])
    return (Candidate(licence) for licence in named if licence.casefold().startswith(begun.casefold()))
