"""A date that is not of the month which the arXiv id names. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.identifiers import month_of
from .finding import Check, Finding, Group, Severity, said
from .months import month_before, months_between
from .subject import Case, Subject

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AT_ARXIV = re.compile(
    r"(?i)(?<![/.\w])arxiv(?:\s+preprint)?[\s,(:：]{1,3}(?:(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?P<y>20\d\d)"
    r"|(?P<y2>20\d\d)\s*[-/.年]\s*(?P<m>1[0-2]|0?[1-9])(?!\d))"
)
_LAST_DAYS = 25  # of a month: what is sent in then may be announced in the next, whose number it gets
_MOSTLY = 0.85  # of the dates of a section: then they are those of arXiv, and the others are slips
_FEWEST = 10
_YEARS = 2  # a year alone that lies so far before the id's
_LATER = 2  # months; a list that is kept by hand dates papers when it meets them


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works that are dated otherwise than their id, where the date is that of arXiv by its own words or as those around it are."""
    agreeing = _agreeing(subject)
    for case in subject.cases:
        month = _month(case)
        if not month or case.disputes("published"):
            continue
        at_arxiv = _date_at_arxiv(case)
        date = at_arxiv or _year_far_off(case, month) or (_date_of(case, subject) if subject.is_catalog or _group(case) in agreeing else "")
        if date and _is_apart(date, month, later=1 if at_arxiv else _LATER):
            arxiv_id = case.entry.links.arxiv[0]
            yield CHECK.of(
                case,
                said(f"Dated {date}, but arXiv:{arxiv_id} is of {month}.", f"日期为 {date}，而 arXiv:{arxiv_id} 属于 {month}。"),
                said("Correct the date, or the id if that is another paper's.", "请更正日期；若编号属于另一论文，则更正编号。"),
                field="published",
                severity=Severity.ERROR if at_arxiv else Severity.WARNING,
            )


def _month(case: Case) -> str:
    return month_of(case.entry.links.arxiv[0]) if case.entry.links.arxiv and not case.refers else ""


def _date_at_arxiv(case: Case) -> str:
    """Return the month in which the text itself says that a work came to arXiv."""
    match = _AT_ARXIV.search(case.text)
    if match is None:
        return ""
    if match["name"]:
        return f"{match['y']}-{_NAMES.index(match['name'].lower()) + 1:02d}"
    return f"{match['y2']}-{int(match['m']):02d}"


def _date_of(case: Case, subject: Subject) -> str:
    """Return the date of an entry, of a catalog only where no venue is given that may have another; a year alone says too little."""
    date = (case.entry.published or "") if subject.is_catalog else case.dated
    is_of_venue = case.entry.venue is not None and date[:7] > _month(case)
    return date if len(date) >= len("2025-01") and not is_of_venue else ""


def _year_far_off(case: Case, month: str) -> str:
    """Return the year that a work is dated with where it was over for years when the paper came: one year may be that of a conference."""
    year = case.dated or case.entry.published or ""
    return year if len(year) == len("2025") and int(year) <= int(month[:4]) - _YEARS else ""


def _group(case: Case) -> tuple[str, str]:
    return case.path, case.section.partition(" / ")[0]


def _agreeing(subject: Subject) -> set[tuple[str, str]]:
    """Return the parts of texts in which nearly all dates are of the months of the ids."""
    counts: dict[tuple[str, str], list[bool]] = {}
    for case in subject.cases:
        if (month := _month(case)) and (date := _date_of(case, subject)):
            counts.setdefault(_group(case), []).append(not _is_apart(date, month, later=1))
    return {group for group, agree in counts.items() if len(agree) >= _FEWEST and sum(agree) >= _MOSTLY * len(agree)}


def _is_apart(date: str, month: str, *, later: int) -> bool:
    """Whether `date` is surely before `month`, or more than `later` months behind it."""
    if len(date) == len("2025"):
        return date != month[:4]
    if date[:7] == month_before(month):
        return len(date) == len("2025-01-31") and int(date[8:]) < _LAST_DAYS
    return not 0 <= months_between(month, date) <= later


CHECK = Check(
    code="date-against-id",
    group=Group.TIME,
    severity=Severity.ERROR,
    about=said("a date that is not of the month of the arXiv id", "日期与 arXiv 编号所示月份不符"),
    why="""The first four digits of an arXiv id are the year and month in which the paper was sent in. A list that says "arXiv May 2025" of
an id of December 2024 has the wrong date or the wrong id. Dates that do not say that they are arXiv's count where nearly all
others of their section agree with the ids; a date of the month before is let pass, because ids follow the day of announcement.""",
    unsound={
        "README.md": "## Methods\n\n- **ImgEdit** [(arXiv)](https://arxiv.org/abs/2505.20275)\n  - **Publication**: arXiv February 2025\n"
    },
    sound={"README.md": "## Methods\n\n- **ImgEdit** [(arXiv)](https://arxiv.org/abs/2505.20275)\n  - **Publication**: arXiv May 2025\n"},
    find=find,
)
