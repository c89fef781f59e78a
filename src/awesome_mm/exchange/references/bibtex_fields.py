"""What the fields of BibTeX and biblatex say of a work.

Layer: exchange. Titles and names lose their LaTeX. Source: btxdoc, sections 3 and 4, and the manual of biblatex, section 2.2.
"""

import re
from collections.abc import Iterator

from ...model.identifiers import arxiv_id_in
from ...model.latex import readable
from ..awesome_list.addresses import Target
from ..awesome_list.dates import date_in
from .bibtex_file import Record
from .citing import Cited, remark, shown, target_of_doi, targets_in

_TIE = re.compile(r"(?<!\\)~")
_QUOTES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
_ESCAPED = re.compile(r"\{\\([_%&#~$])\}|\\([_%&#~$])(?:\{\})?")
_LONGEST_DATE = 60
_LONGEST_FIELD = 20_000


def cited(record: Record) -> Cited | str:
    """Return what a BibTeX record says, or why it names no work."""
    title = plain(_first(record, "title"))
    if not any(map(str.isalnum, title)):
        return f"{shown(record.key) or 'an entry'} has no title"
    names = [name.strip() for name in outside_braces(" ".join(_first(record, "author", "editor").split()), " and ")]
    known = [name for name in names if name.casefold() != "others"]
    return Cited(
        title=title,
        key=shown(record.key),
        authors=tuple(filter(None, map(_person, known))),
        complete=len(known) == len(names),
        venue=plain(_first(record, "booktitle", "journal", "journaltitle")),
        date=_date(record),
        targets=tuple(_targets(record)),
        abstract=plain(_first(record, "abstract", "annote", "annotation")),
        keywords=tuple(filter(None, map(plain, re.split(r"[,;]", _first(record, "keywords"))))),
        note=remark(plain(_first(record, "note"))),
    )


def plain(text: str) -> str:
    """Return text without LaTeX, on one line."""
    text = _TIE.sub(" ", text)
    for written, sign in _QUOTES:
        text = text.replace(written, sign)
    return shown(readable(" ".join(text.split())))


def outside_braces(text: str, divider: str) -> Iterator[str]:
    """Yield what the pattern `divider` divides where it stands in no braces."""
    depth, begin = 0, 0
    for match in re.finditer(rf"\\[{{}}]|[{{}}]|{divider}", text, re.IGNORECASE):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth == 0 and not match[0].startswith("\\"):
            yield text[begin : match.start()]
            begin = match.end()
    yield text[begin:]


def _first(record: Record, *names: str) -> str:
    return next((value for name in names if (value := record.fields.get(name, ""))), "")


def _person(name: str) -> str:
    """Return ``Family, Given`` and ``Family, Jr., Given`` as people write their names; commas in braces are an organization's own."""
    parts = [plain(part) for part in outside_braces(name, ",")]
    return " ".join(filter(None, (parts[-1], *parts[:-1]))) if len(parts) <= 3 else plain(name)


def _date(record: Record) -> str:
    """Return the date as precise as it is given: of several months the first, ``1 # "~12"`` with its day."""
    written, year, month = (plain(_first(record, name)[:_LONGEST_DATE]) for name in ("date", "year", "month"))
    if date := date_in(written):
        return date
    year = date_in(year)
    words = re.findall(r"\w+", re.split(r"[-–—/]", month)[0])
    if not year or not words:
        return year
    said = "-".join((year[:4], *words[:2])) if all(map(str.isdecimal, words)) else f"{' '.join(words)} {year[:4]}"
    return date_in(said) or year


def _targets(record: Record) -> Iterator[Target]:
    yield from _papers(record)
    if target := target_of_doi(unescaped(_first(record, "doi"))):
        yield target
    for name in ("url", "howpublished", "note", "code", "abstract"):
        role = {"code": "code", "url": "paper"}.get(name, "")
        yield from targets_in(unescaped(_first(record, name)), role)


def _papers(record: Record) -> Iterator[Target]:
    """Yield the ids of arXiv; an eprint of no named archive is one where it looks like one."""
    archive = _first(record, "archiveprefix", "eprinttype").strip().lower()
    eprint = re.sub(r"(?i)^\s*arxiv:\s*", "", _first(record, "eprint"))
    if archive in ("", "arxiv") and (found := arxiv_id_in(f"arXiv:{eprint}")):
        yield Target("arxiv", found)
    if _first(record, "journal").strip().lower() == "corr" and (
        found := arxiv_id_in(_first(record, "volume").strip().removeprefix("abs/"))
    ):
        yield Target("arxiv", found)
    for name in ("arxivid", "arxiv", "journal", "note", "howpublished", "url"):
        said = _first(record, name)[:_LONGEST_FIELD]
        if "arxiv" in f"{name} {said}".lower() and (found := arxiv_id_in(said)):
            yield Target("arxiv", found)


def unescaped(text: str) -> str:
    """Return an address as it is without LaTeX."""
    return _ESCAPED.sub(lambda match: match[1] or match[2], text.replace(r"\textasciitilde{}", "~").replace(r"\textasciitilde", "~"))
