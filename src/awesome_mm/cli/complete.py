"""What a shell may put at the cursor: commands, options, and the catalog's own words for their values.

Layer: cli. Neither the parser nor any of its packages is imported: an answer has a tenth of a second. What the parser knows
stands in ``command_table.json`` (see ``reference``); names come from the compiled catalog, of which only the needed part is read.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import AwesomeError
from ..model.text import LANGUAGES, fold, in_language, is_han, one_line

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
    command = _command(done, table)
    if done and _takes_value(done[-1], table) and "--" not in done[:-1]:
        return _values(done[-1], current, done)
    if current.startswith("--") and "=" in current and "--" not in done:
        option, _, begun = current.partition("=")
        values = _values(option, begun, done)
        return values if values is None else [Candidate(f"{option}={value}", meaning) for value, meaning in values]
    if current.startswith("-") and "--" not in done:
        names = table["commands"][command]["options"] if command else table["before"]
        return [Candidate(name, table["options"][name][1]) for name in names if name.startswith(current)]
    if not command:
        commands = table["commands"].items()
        return [Candidate(name, known["help"]) for name, known in commands if name.startswith(current)]
    return _arguments(table["commands"][command]["arguments"], current, done)


def answer(words: Sequence[str]) -> str:
    """Return what completes `words` as a shell reads it: one candidate a line, with a tab before what it means.

    A single ``:files`` stands where file names belong.
    """
    found = complete(words)
    lines = [":files"] if found is None else [f"{one_line(value)}\t{one_line(meaning)}" for value, meaning in found[:_MOST]]
    return "".join(f"{line}\n" for line in lines)


def _command(done: Sequence[str], table: dict[str, Any]) -> str:
    """Return the command that stands among the words before the cursor, ``""`` when none does."""
    is_value = False
    for word in done:
        if not is_value and word in table["commands"]:
            return word
        is_value = not is_value and _takes_value(word, table)
    return ""


def _takes_value(word: str, table: dict[str, Any]) -> bool:
    return bool(table["options"].get(word, [""])[0])


def _arguments(metavars: Sequence[str], current: str, done: Sequence[str]) -> list[Candidate]:
    if any("ENTRY" in metavar or "QUERY" in metavar for metavar in metavars):
        return _from_catalog(done, lambda catalog: _entries(catalog, current))
    if "SHELL" in metavars:
        return [Candidate(shell) for shell in SHELLS if shell.startswith(current)]
    return []


SHELLS = ("bash", "zsh", "fish")


def _formats(catalog: None = None) -> Iterable[str]:
    from ..formats.registry import FORMATS

    return FORMATS


def _words_of(name: str) -> Callable[[], Iterable[str]]:
    def words() -> Iterable[str]:
        from ..services import orders, selection
        from .fields import LISTED

        known: dict[str, Iterable[str]] = {
            "--kind": selection.KINDS,
            "--open": selection.PARTS,
            "--needs": selection.NEEDS,
            "--sort": orders.ORDERS,
            "--fields": LISTED,
        }
        return known[name]

    return words


# Where the values of an option come from: closed words, a vocabulary of the catalog, or nowhere (numbers, dates, files).
CLOSED: dict[str, Callable[[], Iterable[str]]] = {
    "--lang": lambda: LANGUAGES,
    "--format": _formats,
    **{name: _words_of(name) for name in ("--kind", "--open", "--needs", "--sort", "--fields")},
}
VOCABULARIES = {"--category": "category", "--organization": "organization", "--model": "model", "--input": "material"}
ENTRIES = ("--forget",)
FREE = ("--max-age", "--year", "--limit", "-n", "--offset", "--added-since")
_LISTS = ("--kind", "--open", "--needs", "--input", "--fields", "--licence")


def _values(option: str, current: str, done: Sequence[str]) -> list[Candidate] | None:
    """Return the values of `option` that begin as `current` does; behind a comma those of the next element."""
    if option == "--catalog":
        return None
    before, comma, begun = current.rpartition(",") if option in _LISTS else ("", "", current)
    if option in CLOSED:
        found = [Candidate(word) for word in CLOSED[option]() if word.startswith(begun)]
    elif option == "--licence":
        found = _from_catalog(done, lambda catalog: _licences(catalog, begun))
    elif option in ENTRIES:
        found = _from_catalog(done, lambda catalog: _entries(catalog, begun))
    elif option in VOCABULARIES:
        found = _from_catalog(done, lambda catalog: _terms(catalog, VOCABULARIES[option], begun))
    else:
        found = []
    return [Candidate(f"{before}{comma}{value}", meaning) for value, meaning in found if value not in before.split(",")]


def _from_catalog(done: Sequence[str], find: Callable[["Catalog"], Iterable[Candidate]]) -> list[Candidate]:
    """Return what `find` finds in the catalog that the words before the cursor, or the environment, name."""
    from ..store.cache import open_catalog
    from ..store.places import chosen_catalog

    chosen = [word.removeprefix("--catalog=") for word in done if word.startswith("--catalog=")]
    chosen += [done[place + 1] for place, word in enumerate(done[:-1]) if word == "--catalog"]
    try:
        return list(find(open_catalog(chosen_catalog(chosen[-1] if chosen else None))))
    except AwesomeError:
        return []


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
        yield from (Candidate(form, name) for form in forms if form.startswith(begun) and form != term_id and " " not in form)


def _licences(catalog: "Catalog", begun: str) -> Iterator[Candidate]:
    parts = [part for brief in catalog.briefs for part in (*brief.record["openness"].values(), *brief.record["artifacts"])]
    named = dict.fromkeys(["permissive", *sorted({part["licence"] for part in parts})])
    return (Candidate(licence) for licence in named if licence.startswith(begun))
