"""Dates and venues as lists write them.

Layer: exchange. What is ambiguous (the fifth of April or the fourth of May) gives what both readings share.
"""

import re
from typing import NamedTuple
from urllib.parse import unquote

from .words import VENUES

_MONTH_NAMES = (
    "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october|nov november|dec december"
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES.split("|"), 1) for name in names.split()}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ALONE = (r"(?:^|[\[(（【])\s*", r"\s*(?:$|[\])）】])")
_FORMS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s*[-/.年–]\s*(?P<m>0?[1-9]|1[0-2])(?:\s*[-/.月–]\s*(?P<d>0?[1-9]|[12]\d|3[01])日?)?月?(?!\d)"),
    re.compile(rf"(?i)(?<![a-z])(?P<n>{_NAMED})[a-z]*\.?,?\s+(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?i)(?<!\d)(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)?[\s-]+(?P<n>{_NAMED})\.?,?[\s-]+(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?i)(?<![a-z])(?P<n>{_NAMED})\.?,?\s*['’–-]?(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|[12]\d|3[01])/(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<m>0?[1-9]|1[0-2])\s*/\s*(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?i)(?<![\d.])(?P<y>(?:19|20)\d\d),?\s+(?P<n>{_NAMED})(?![a-z])"),
    re.compile(rf"(?i)(?<![a-z])(?P<n>{_NAMED})\.?\s?['’-](?P<s>[012]\d)(?!\d)"),
    # Digits alone are a date only where nothing else stands, in brackets or at all.
    re.compile(rf"{_ALONE[0]}(?P<s>[12]\d)[-/.](?P<m>0[1-9]|1[0-2])(?:[-/.](?P<d>0[1-9]|[12]\d|3[01]))?{_ALONE[1]}"),
    re.compile(rf"{_ALONE[0]}(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01]){_ALONE[1]}"),
)
_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?![\d.]*\d)")
_NAMES = "|".join(re.escape(name) for name in sorted(VENUES, key=len, reverse=True))
_TRACK = r"findings?|workshops?|demos?|d&b|db|datasets? and benchmarks?(?: track)?"
_VENUE = re.compile(
    rf"(?i)(?<![\w-])(?P<name>{_NAMES})(?:(?P<w>W)(?=[ '’]?\d))?(?![a-z])\s*(?P<track>(?:{_TRACK}|oral|spotlight|main)*)"
    r"[\s,'’:/@-]{0,3}(?P<year>(?:19|20)\d\d|(?<=['’ ])\d\d(?!\d)|\d\d(?=\W|$))?"
    rf"\s*(?P<after>{_TRACK})?"
)


class Published(NamedTuple):
    """Where and when, as far as a list says: a venue's name and track, the year beside it (0 for none)."""

    venue: str = ""
    year: int = 0
    track: str = ""


def date_in(text: str) -> str:
    """Return the first date in `text` as ISO, as precise as it is written; ``""`` where there is none."""
    text = _SUBMITTED.sub(" ", text)
    found = [match for pattern in _FORMS if (match := pattern.search(text))]
    if found:
        return _iso(min(found, key=lambda match: match.start()))
    years = _YEAR.findall(text)
    return years[0] if years else ""


def is_date(text: str) -> bool:
    """Whether `text` is a date and nothing else."""
    date = date_in(text)
    return bool(date) and len(re.sub(rf"(?i){_NAMED}|[\d\s\-/.,'年月日()\[\]]", "", text)) == 0


def _iso(match: re.Match[str]) -> str:
    given = match.groupdict()
    year = given["y"] if "y" in given else f"20{given['s']}"
    if "a" in given:
        return _of_two(int(given["a"]), int(given["b"]), year)
    month = _MONTHS[given["n"].lower()] if "n" in given else int(given["m"])
    day = given.get("d")
    return _checked(year, month, int(day) if day else 0)


def _of_two(first: int, second: int, year: str) -> str:
    """Return a date of which it is not known whether day or month comes first."""
    if first > 12:
        return _checked(year, second, first)
    return _checked(year, first, second) if second > 12 or first == second else year


def _checked(year: str, month: int, day: int) -> str:
    import datetime

    if not 1 <= month <= 12:
        return year
    try:
        return datetime.date(int(year), month, day).isoformat() if day else f"{year}-{month:02d}"
    except ValueError:
        return f"{year}-{month:02d}"


def venue_in(text: str) -> Published:
    """Return the first venue that `text` names, with its year where it gives one; a preprint server is none."""
    text = _SUBMITTED.sub(" ", unquote(text))
    matches = [match for match in _VENUE.finditer(text) if match["year"] or match["name"].casefold() not in _COMMON_WORDS]
    if not matches:
        return Published()
    match = next((one for one in matches if one["year"]), matches[0])
    year = match["year"] or ""
    before = text[: match.start()]
    if not year and (leading := re.search(r"(?<!\d)((?:19|20)\d\d)\s+$", before)):
        year = leading[1]
    is_findings = re.search(r"(?i)\bfindings of (?:the )?$", before)
    said_before = "findings" if is_findings else "workshop" if match["w"] or before.endswith("@") else ""
    track = " ".join(filter(None, (match["track"].strip(), match["after"], said_before)))
    return Published(VENUES[match["name"].casefold()], int(f"20{year}" if len(year) == 2 else year or 0), _TRACKS.get(track.casefold(), ""))


_SUBMITTED = re.compile(r"(?i)(?:\b(?:submit(?:ted)?|submission) to|\bunder review (?:at|by|for)) [^.;()\n]{0,60}")
_COMMON_WORDS = frozenset("nature science micro log chi rss acl sc ase fse iui".split())
_TRACKS = {
    **dict.fromkeys(("findings", "finding"), "Findings"),
    **dict.fromkeys(("workshop", "workshops"), "Workshop"),
    **dict.fromkeys(("demo", "demos"), "Demo"),
    **dict.fromkeys(
        ("d&b", "db", "dataset and benchmark", "datasets and benchmarks", "datasets and benchmarks track", "dataset and benchmark track"),
        "Datasets and Benchmarks",
    ),
}
