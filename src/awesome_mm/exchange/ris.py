"""References as RIS, which reference managers read.

Layer: exchange. Source: the RIS format specification; lines end as it asks, with CR and LF.
"""

from collections.abc import Iterable, Iterator

from ..model.text import one_line
from .reference import Reference

_WHOLE_DATE = len("2024-12-02")
_TYPES = {"conference": "CPAPER", "journal": "JOUR", "preprint": "UNPB"}
_OTHERS = {"dataset": "DATA", "benchmark": "DATA", "blog": "BLOG"}


def ris(references: Iterable[Reference]) -> str:
    """Return `references` as RIS, an empty line behind each."""
    return "".join(f"{tag}  - {one_line(text).strip()}\r\n" if tag else "\r\n" for one in references for tag, text in _lines(one))


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(reference.form) or _OTHERS.get(reference.kind, "ELEC")
    yield "ID", reference.key
    yield from (("AU", f"{one.family}, {one.given}" if one.given else one.family) for one in reference.people)
    yield from (("AU", name) for name in reference.collectives)
    yield "TI", reference.title
    if reference.container:
        yield "T2", f"{reference.container} ({reference.track})" if reference.track else reference.container
    if reference.date:
        yield "PY", reference.year
    if len(reference.date) == _WHOLE_DATE:
        yield "DA", reference.date.replace("-", "/")
    if reference.arxiv_id:
        yield "AN", f"arXiv:{reference.arxiv_id}"
    if reference.doi:
        yield "DO", reference.doi
    if reference.url:
        yield "UR", reference.url
    if reference.note:
        yield "N1", reference.note
    yield "ER", ""
    yield "", ""
