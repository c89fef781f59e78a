"""A work as a bibliography has it, in whatever form, and what the forms have in common.

Layer: exchange.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...model.constraints import Doi, fits
from ...model.identifiers import arxiv_id_in, doi_in
from ...model.text import one_line
from ..awesome_list.addresses import Target, target_of
from ..awesome_list.pieces import Link

_ADDRESS = re.compile(r"https?://[^\s{}\\<>\"]+")
_IDS = re.compile(r"(?i)\b(?:arxiv(?: preprint| id)?|eprint|url|available at)\b|\b[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?\b|\[[a-z-]+\.[a-z]{2}\]")
_LONGEST_FIELD = 20_000  # characters in which addresses are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A work as a bibliography has it; what it does not say is empty."""

    title: str
    key: str = ""
    authors: tuple[str, ...] = ()
    complete: bool = True
    venue: str = ""
    date: str = ""
    targets: tuple[Target, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    note: str = ""


class Found(NamedTuple):
    """Something that stands on a line of a bibliography and begins with `text`: a work, or why it is none."""

    line: int
    text: str
    work: Cited | str


def shown(text: str) -> str:
    """Return `text` on one line with single spaces, without what is harmful to show or cannot be written."""
    return " ".join(one_line(" ".join(text.split())).encode("utf-8", "ignore").decode().split())


def remark(said: str, *known: str) -> str:
    """Return a note, unless it says nothing but addresses, an arXiv id and what is `known`."""
    bare = _ADDRESS.sub("", said)
    for one in known:
        bare = bare.replace(one, "")
    return said if any(map(str.isalpha, _IDS.sub("", bare))) else ""


def target_of_doi(said: str) -> Target | None:
    """Return what a DOI leads to, bare or as an address; those that arXiv gives are its ids."""
    if "arxiv" in said.lower() and (paper := arxiv_id_in(said)):
        return Target("arxiv", paper)
    doi = doi_in(said)
    return Target("doi", doi) if doi and fits(Doi, doi) else None


def targets_in(text: str, role: str = "") -> Iterator[Target]:
    """Yield what the addresses in `text` lead to; `role` is for those that do not say themselves."""
    for address in _ADDRESS.findall(text[:_LONGEST_FIELD]):
        if target := target_of(Link("", address.rstrip(".,;)"), "", 0), role):
            yield target._replace(is_said=False)
