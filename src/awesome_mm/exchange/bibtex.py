"""References for BibTeX and biblatex: one form, two dialects.

Layer: exchange. Sources: the btxdoc of BibTeX 0.99d for fields and types; arXiv's own export for eprint, archivePrefix and primaryClass;
the biblatex manual, sections 2.1 and 2.2, for @online, date and eprinttype.
"""

from collections.abc import Callable, Iterable, Iterator

from .latex_text import escaped, in_ascii, protected
from .reference import Person, Reference

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
Field = tuple[str, str]


def bibtex(references: Iterable[Reference]) -> str:
    """Return `references` for classic BibTeX, in ASCII where LaTeX has a command for it."""
    return _file(_entry(one, _BIBTEX_TYPES[one.form], [*_common(one, in_ascii), *_classic(one)]) for one in references)


def biblatex(references: Iterable[Reference]) -> str:
    """Return `references` for biblatex, in UTF-8."""
    return _file(_entry(one, _BIBLATEX_TYPES[one.form], [*_common(one, escaped), *_modern(one)]) for one in references)


_BIBTEX_TYPES = {"conference": "inproceedings", "journal": "article", "preprint": "misc", "other": "misc"}
_BIBLATEX_TYPES = {"conference": "inproceedings", "journal": "article", "preprint": "online", "other": "online"}


def _file(entries: Iterable[str]) -> str:
    return "\n".join(entries)


def _entry(reference: Reference, kind: str, fields: Iterable[Field]) -> str:
    lines = [f"  {name:<13} = {value}," for name, value in fields]
    return "\n".join([f"@{kind}{{{reference.key},", *lines, "}", ""])


def _common(reference: Reference, escape: Callable[[str], str]) -> Iterator[Field]:
    stretches = ((escape(text), is_name) for text, is_name in protected(reference.title))
    yield "title", "{" + "".join(f"{{{text}}}" if is_name else text for text, is_name in stretches) + "}"
    if authors := _authors(reference, escape):
        yield "author", f"{{{authors}}}"
    if reference.container:
        name = f"{reference.container} ({reference.track})" if reference.track else reference.container
        yield ("journal" if reference.form == "journal" else "booktitle"), f"{{{escape(name)}}}"


def _authors(reference: Reference, escape: Callable[[str], str]) -> str:
    people = [_person(person, escape) for person in reference.people] or [f"{{{escape(name)}}}" for name in reference.collectives]
    return " and ".join([*people, *([] if reference.complete or not people else ["others"])])


def _person(person: Person, escape: Callable[[str], str]) -> str:
    """Return a name as family, given; one that cannot be split, or holds the word that divides names, stays in braces."""
    if not person.given or " and " in f" {person.family} {person.given} ":
        return f"{{{escape(' '.join(filter(None, (person.given, person.family))))}}}"
    return f"{escape(person.family)}, {escape(person.given)}"


def _classic(reference: Reference) -> Iterator[Field]:
    if not reference.people and not reference.collectives:
        yield "key", f"{{{in_ascii(reference.title)}}}"  # styles sort by it where nobody is named
    if reference.form == "other" and reference.url:
        yield "howpublished", f"{{\\url{{{_verbatim(reference.url)}}}}}"  # old styles print no url
    if reference.year:
        yield "year", f"{{{reference.year}}}"
    if len(reference.date) > 4:
        yield "month", _MONTHS[int(reference.date[5:7]) - 1]
    if reference.arxiv_id:
        yield "eprint", f"{{{reference.arxiv_id}}}"
        yield "archivePrefix", "{arXiv}"
    if reference.arxiv_class:
        yield "primaryClass", f"{{{in_ascii(reference.arxiv_class)}}}"
    yield from _whereabouts(reference, in_ascii)


def _modern(reference: Reference) -> Iterator[Field]:
    if reference.date:
        yield "date", f"{{{reference.date}}}"
    if reference.arxiv_id:
        yield "eprint", f"{{{reference.arxiv_id}}}"
        yield "eprinttype", "{arxiv}"
    if reference.arxiv_class:
        yield "eprintclass", f"{{{escaped(reference.arxiv_class)}}}"
    yield from _whereabouts(reference, escaped)


def _whereabouts(reference: Reference, escape: Callable[[str], str]) -> Iterator[Field]:
    if reference.doi:
        yield "doi", f"{{{_verbatim(reference.doi)}}}"
    if reference.url:
        yield "url", f"{{{_verbatim(reference.url)}}}"
    if reference.note:
        yield "note", f"{{{escape(reference.note)}}}"


def _verbatim(address: str) -> str:
    """Return an address for a field that is read verbatim; what would end it, or begin a command, is percent-encoded."""
    return "".join(f"%{ord(one):02X}" if one in "{}\\ " else one for one in address if one.isprintable())
