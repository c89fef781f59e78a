"""Bibliographies in BibTeX, biblatex or CSL-JSON as citations.

Layer: exchange.
"""

import re
from collections.abc import Iterator

from ...model.citations import Citation, Form
from ...model.draft import Skipped
from ..awesome_list.addresses import links_from
from ..references.bibtex_fields import cited, plain
from ..references.bibtex_file import Record, records_in
from ..references.citing import Cited, Found, shown
from ..references.csl_items import cited_items
from ..references.drafting import venue_of

_UNTOLD = ("abstract", "annote", "annotation", "keywords", "file")  # other works are named there
_SAYING = ("booktitle", "journal", "journaltitle", "note", "howpublished", "series", "eventtitle", "publisher", "organization", "addendum")
_OTHERS = re.compile(r"(?i)[\s,]*\bet\.?\s*al\b\.?$")
_PREPRINT = re.compile(r"(?i)\b(?:arxiv|preprint|corr)\b")
_KEY = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,={}()\"#%']+)")
_LONGEST = 2_000  # characters of what is said besides
_LONGEST_SHOWN = 160


def read_bibliography(path: str, text: str) -> Iterator[Citation | Skipped]:
    """Yield what the bibliography at `path` holds, in its order; what cannot be read with its line, its beginning and the reason."""
    for found, said in _items(text) if re.match(r"\s*[\[{]", text) else _records(text):
        if isinstance(found.work, str):
            yield Skipped(path=path, line=found.line, text=shown(found.text[:_LONGEST_SHOWN]), reason=found.work)
        else:
            yield _citation(path, found.line, found.work, said)


def key_in(text: str) -> str:
    """Return the key of the BibTeX entry that begins so; ``""`` where it has none."""
    match = _KEY.search(text)
    return match[1] if match else ""


def _items(text: str) -> Iterator[tuple[Found, str]]:
    for found in cited_items(text):
        yield found, found.work.note if isinstance(found.work, Cited) else ""


def _records(text: str) -> Iterator[tuple[Found, str]]:
    lines = text.split("\n")
    for line, record in records_in(text):
        if isinstance(record, str):
            yield Found(line, lines[line - 1], record), ""
        else:
            said = plain(" ".join(record.fields.get(name, "") for name in _SAYING)[:_LONGEST])
            yield Found(line, lines[line - 1], _work(record)), said


def _work(record: Record) -> Cited | str:
    """Return what a record says of its work; a note counts for its id where no other field gives one."""
    told = record._replace(fields={name: value for name, value in record.fields.items() if name not in _UNTOLD})
    bare = cited(told._replace(fields={name: value for name, value in told.fields.items() if name != "note"}))
    has_id = isinstance(bare, Cited) and any(target.kind == "arxiv" for target in bare.targets)
    return bare if has_id or "note" not in told.fields else cited(told)


def _citation(path: str, line: int, work: Cited, said: str) -> Citation:
    names = tuple(_OTHERS.sub("", name) for name in work.authors)
    venue, links = venue_of(work), links_from(work.targets)
    return Citation(
        path=path,
        line=line,
        form=Form.REFERENCE,
        key=work.key,
        title=work.title,
        authors=tuple(filter(None, names)),
        are_all=work.complete and names == work.authors,
        years=(work.date[:4],) if work.date else (),
        venue=venue.name if venue else "",
        said=said,
        is_preprint=venue is None and (bool(links.arxiv) or bool(_PREPRINT.search(f"{work.venue} {said}"))),
        links=links,
    )
