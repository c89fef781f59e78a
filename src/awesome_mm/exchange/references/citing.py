"""A work as a bibliography has it, in whatever form, and what the forms have in common.

Layer: exchange.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.constraints import Doi, fits
from ...model.identifiers import arxiv_id_in, doi_in
from ...model.text import one_line
from ..awesome_list.addresses import Target, target_of
from ..awesome_list.pieces import Link

_ADDRESS = re.compile(r"https?://[^\s{}\\<>\"]+")
_LONGEST_FIELD = 20_000  # characters in which addresses are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A work as a bibliography has it; what it does not say is empty."""

    title: str
    authors: tuple[str, ...] = ()
    complete: bool = True
    venue: str = ""
    date: str = ""
    targets: tuple[Target, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()


def shown(text: str) -> str:
    """Return `text` on one line with single spaces, without what is harmful to show or cannot be written."""
    return " ".join(one_line(" ".join(text.split())).encode("utf-8", "ignore").decode().split())


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
