"""A bibliography that a paper already has: by which key it cites a work, and what it lacks.

Layer: exchange. What is there stays as it is; what it lacks is written behind it, in the dialect of the file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from ..errors import WrongUsage
from ..model.citations import Citation
from ..model.titles import title_key
from .bibtex import biblatex, bibtex
from .citations.bibliographies import read_bibliography
from .reference import Reference
from .references.bibtex_file import records_in

_MODERN = re.compile(r"(?im)^\s*@online\s*\{|^\s*(?:eprinttype|journaltitle|date)\s*=")  # what classic BibTeX does not know


class Completed(NamedTuple):
    """The keys of the works by their ids, how many of them the file had, and the text to be put behind it (``""``: it has all)."""

    keys: dict[str, str]
    reused: int
    further: str


def complete(text: str, wanted: Sequence[Reference]) -> Completed:
    """Return by which keys the bibliography `text` cites the works `wanted`, found by id, else by title, and what it lacks.

    Raises:
        WrongUsage: something is to be added, and an entry of the file is malformed: what is put behind it would be part of it.
    """
    by_identity: dict[str, str] = {}
    taken: set[str] = set()
    for held in read_bibliography("", text):
        if isinstance(held, Citation) and held.key:
            taken.add(held.key.casefold())
            for identity in _identities(held.links.arxiv, held.links.doi, held.title):
                by_identity.setdefault(identity, held.key)
    keys = {one.id: key for one in wanted if (key := _held(by_identity, one))}
    if len(keys) < len(wanted):
        _refuse_open_ends(text)
    lacking = list(_with_free_keys([one for one in wanted if one.id not in keys], taken))
    write = biblatex if _MODERN.search(text) else bibtex
    return Completed({**keys, **{one.id: one.key for one in lacking}}, len(keys), write(lacking) if lacking else "")


def _refuse_open_ends(text: str) -> None:
    malformed = next(((line, record) for line, record in records_in(text) if isinstance(record, str)), None)
    if malformed:
        line, how = malformed
        raise WrongUsage(f"--bib: line {line}: {how}; nothing was written.", "Mend the entry, and run it again.")


def _held(by_identity: dict[str, str], wanted: Reference) -> str:
    return next((by_identity[one] for one in _identities([wanted.arxiv_id], [wanted.doi], wanted.title) if one in by_identity), "")


def _identities(arxiv_ids: Iterable[str], dois: Iterable[str], title: str) -> Iterator[str]:
    """Yield what a work is found by, the surest first."""
    yield from (f"arxiv {one}" for one in arxiv_ids if one)
    yield from (f"doi {one.lower()}" for one in dois if one)
    yield f"title {title_key(title)}"


def _with_free_keys(references: Iterable[Reference], taken: set[str]) -> Iterator[Reference]:
    """Yield the references, with a further letter where the key is another work's; BibTeX tells no capitals apart in keys."""
    for one in references:
        tried = (f"{one.key}{'' if number == 0 else f'-{number + 1}'}" for number in count())
        key = next(key for key in tried if key.casefold() not in taken)
        taken.add(key.casefold())
        yield one._replace(key=key)
