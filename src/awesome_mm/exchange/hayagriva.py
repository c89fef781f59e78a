"""References as Hayagriva YAML, which Typst reads.

Layer: exchange. Source: docs/file-format.md of Hayagriva. Texts are double-quoted scalars of YAML 1.2; in titles and names of venues
Hayagriva reads braces, dollars and backslashes itself, so these are escaped once more.
"""

import re
from collections.abc import Iterable, Iterator

from ..model.text import one_line
from .csl import FURTHER_AUTHORS
from .reference import Reference

_PARENTS = {"conference": "proceedings", "journal": "periodical", "preprint": "repository"}
_PLAIN_KEY = re.compile(r"(?=.*[0-9])[a-z]+[a-z0-9-]*")  # no word that YAML takes for a truth value, and no number
_MEANT = re.compile(r"[\\{}$]")


def hayagriva(references: Iterable[Reference]) -> str:
    """Return `references` as one YAML mapping by key; an empty one is an empty mapping."""
    return "\n".join("".join(f"{line}\n" for line in _lines(one)) for one in references) or "{}\n"


def _lines(reference: Reference) -> Iterator[str]:
    key = reference.key
    yield f"{key if _PLAIN_KEY.fullmatch(key) else _quoted(key)}:"
    yield f"  type: {_type(reference)}"
    yield f"  title: {_quoted(_kept(reference.title))}"
    yield from _authors(reference)
    if reference.date:
        yield f"  date: {reference.date}"
    yield from _numbers(reference)
    if reference.url:
        yield f"  url: {_quoted(reference.url)}"
    if said := "; ".join(part for part in (reference.note, "" if reference.complete else FURTHER_AUTHORS) if part):
        yield f"  note: {_quoted(said)}"
    yield from _parent(reference)


def _type(reference: Reference) -> str:
    if reference.form in _PARENTS:
        return "article"
    return "web" if reference.url else "misc"


def _authors(reference: Reference) -> Iterator[str]:
    """Yield the people by the parts of their names, so that a comma in one divides nothing."""
    people = [(one.family, one.given) for one in reference.people] or [(name, "") for name in reference.collectives]
    if people:
        yield "  author:"
    for family, given in people:
        yield f"    - name: {_quoted(family)}"
        if given:
            yield f"      given-name: {_quoted(given)}"


def _numbers(reference: Reference) -> Iterator[str]:
    numbers = {"doi": reference.doi, "arxiv": reference.arxiv_id}
    if any(numbers.values()):
        yield "  serial-number:"
        yield from (f"    {name}: {_quoted(number)}" for name, number in numbers.items() if number)


def _parent(reference: Reference) -> Iterator[str]:
    title = reference.container or ("arXiv" if reference.form == "preprint" else "")
    if title:
        yield "  parent:"
        yield f"    type: {_PARENTS[reference.form]}"
        yield f"    title: {_quoted(_kept(f'{title} ({reference.track})' if reference.track else title))}"


def _kept(text: str) -> str:
    """Return a title in braces, so that no style changes its capitals: a part in braces would lose the space behind it."""
    return "{" + _MEANT.sub(r"\\\g<0>", one_line(text)) + "}"


def _quoted(text: str) -> str:
    """Return `text` as a double-quoted scalar; what is no printable character is written as its number."""
    return '"' + "".join(_character(one) for one in one_line(text)) + '"'


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08X}"
