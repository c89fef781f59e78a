"""Where a paper came out, as far as its arXiv record says so plainly: what is submitted, or leaves doubt, is no venue.

Layer: services.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from ..model.entry import Venue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.entry import ArxivRecord

# An acronym with two capitals at least, and what may belong to it: ``NeurIPS``, ``ACM MM``, ``SIGGRAPH Asia``.
_NAME = r"(?P<name>[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:\s(?:[A-Z]{2,}|Asia|Findings))?)"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
_ACCEPTED = r"(?i:accepted|to\s+appear|to\s+be\s+(?:published|presented)|published|presented|appears?)"
_SAID = re.compile(
    rf"\b{_ACCEPTED}\s+(?i:as\s+an?\s+(?:[a-z]+\s+){{1,3}})?(?i:to|at|in|by|for)\s+(?:the\s+)?{_NAME}[\s,']*{_YEAR}(?P<rest>[^.;]*)"
)
_BARE = re.compile(rf"(?:\A|[.;,]\s*)(?:(?:In\s+)?Findings\s+of\s+(?:the\s+)?)?{_NAME}\s*'?{_YEAR}(?P<rest>[^.;,]*)")
_WHAT_KIND = re.compile(
    r"(?i)[\s(,]*(?:(?:main|conference|paper|oral|poster|spotlight|highlight|camera[\s-]?ready|findings|version)[\s),]*)*"
)
_DOUBTFUL = re.compile(r"(?i)\b(?:workshops?|submi\w+|under\s+review|not\s+accepted|rejected|challenge|tutorial)\b")
_FINDINGS = re.compile(r"(?i)\bfindings\b")
_IN_BRACKETS = re.compile(r"\((?P<name>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\)")
_VOLUME = re.compile(r"(?P<name>[^\d,;()]*[^\W\d_][^\d,;()]*?),?\s*(?:vol(?:ume|\.)?\s*)?\d+\b[^()]*\((?P<year>(?:19|20)\d\d)\)")
_PROCEEDINGS = re.compile(r"(?i)in\b|.*\b(?:proc|proceedings|conference)\b")


def venue_of(record: ArxivRecord) -> Venue | None:
    """Return the venue that a record's journal reference or comment names with its year; None where neither does plainly."""
    return next(chain(_in_reference(record.journal_ref or ""), _in_comment(record.comment or "")), None)


def _in_reference(reference: str) -> Iterator[Venue]:
    """Yield what a journal reference says: an acronym in brackets or before the year, or a journal with volume and year."""
    if _DOUBTFUL.search(reference):
        return
    years = set(re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", reference))
    if len(years) == 1 and (bracket := _IN_BRACKETS.search(reference)):
        yield Venue(name=bracket["name"], year=int(years.pop()), track=_track(reference))
    if match := _BARE.search(reference):
        yield Venue(name=match["name"], year=int(match["year"]), track=_track(reference))
    if (match := _VOLUME.match(reference)) and not _PROCEEDINGS.match(match["name"]):
        yield Venue(name=match["name"].strip(), year=int(match["year"]))


def _in_comment(comment: str) -> Iterator[Venue]:
    """Yield what a comment says: accepted there, or the acronym with its year and nothing else of weight."""
    if _DOUBTFUL.search(comment):
        return
    match = _SAID.search(comment)
    if match is None:
        bare = _BARE.search(comment)
        match = bare if bare and _WHAT_KIND.fullmatch(bare["rest"]) else None
    if match:
        yield _named(match)


def _named(match: re.Match[str]) -> Venue:
    name = match["name"].removesuffix(" Findings")
    return Venue(name=name, year=int(match["year"]), track=_track(match[0]))


def _track(text: str) -> str | None:
    return "Findings" if _FINDINGS.search(text) else None
