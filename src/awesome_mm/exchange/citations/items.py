r"""The items of ``thebibliography``: works in running text, as styles of BibTeX and people write them.

Layer: exchange. Only what is set apart is taken for a title: what stands between two ``\newblock``, or in quotes.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model.citations import Citation, Form
from ...model.identifiers import arxiv_id_in
from ..awesome_list.addresses import Target, links_from
from ..awesome_list.dates import venue_in
from ..references.bibtex_fields import plain, unescaped
from ..references.citing import target_of_doi, targets_in
from .latex import Paper, breaks_in, line_at

_ITEM = re.compile(r"\\bibitem(?![A-Za-z])")
_END = re.compile(r"\\bibitem(?![A-Za-z])|\\end\{thebibliography\}")
_KEY = re.compile(r"\s*\{([^{}]{1,500})\}")
_BRACKET = re.compile(r"\\.|[\[\]{}]", re.DOTALL)
_OPENING = re.compile(r"\s*\[")
_BLOCK = re.compile(r"\\newblock(?![A-Za-z])")
_QUOTED = re.compile(r"(?:``|“|\")\s*(.{8,400}?)[,.]?\s*(?:''|”|\")", re.DOTALL)
_FURNITURE = re.compile(
    r"\\(?:bibinfo|bibfield|natexlab)\s*\{[^{}]{0,80}\}|\\(?:emph|textit|textbf|textsc|url|path|em|it|bf|sc|newblock|bibnamefont|bibfnamefont|"
    r"show\w{2,20}|penalty\d*|hskip[^\\]{0,60}|relax|BIBentry\w{2,40}|providecommand|BBA|BBCP|doi|href)(?![A-Za-z])\s?"
)
_HREF = re.compile(r"\\href\s*\{([^{}]{0,1000})\}\s*\{")
_ARXIV = re.compile(
    r"(?i)arxiv[\s.:]*(?:preprint\s*)?(?:arxiv\s*:\s*)?[a-z./-]{0,30}?([0-9]{4}\.[0-9]{4,5}|[a-z-]{2,9}(?:\.[a-z]{2})?/[0-9]{7})"
)
_ADDRESS = re.compile(r"https?://\S+|10\.[0-9]{4,9}/\S+|[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?")
_YEAR = re.compile(r"(?<![\w.-])(?:19|20)[0-9]{2}(?![0-9])")
_BETWEEN = re.compile(r",?\s+and\s+|\s*&\s*|\s*[,;]\s*")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.[\s-]*){1,4}|[A-Z]{1,3}|Jr\.?")
_OTHERS = re.compile(r"(?i)\s*,?\s*\b(?:et\.?\s+al|and\s+others)\b\.?.*$", re.DOTALL)
_LONGEST = 4_000  # characters of an item
_MOST_NAMES = 100


def items_in(path: str, paper: Paper) -> Iterator[Citation]:
    """Yield the items of a paper's own bibliography, in order."""
    text = paper.text
    breaks = breaks_in(text)
    starts = [match.end() for match in _ITEM.finditer(text)]
    for start, following in pairwise([*starts, len(text)]):
        place = _behind_label(text, start, following)
        if key := _KEY.match(text, place, following):
            end = _END.search(text, key.end(), min(key.end() + _LONGEST, following))
            body = text[key.end() : end.start() if end else min(key.end() + _LONGEST, following)]
            yield _item(path, line_at(start, breaks), key[1].strip(), body)


def _behind_label(text: str, place: int, end: int) -> int:
    """Return the place behind the label in brackets that an item may have before `end`."""
    opening = _OPENING.match(text, place, end)
    depth = 0
    for match in _BRACKET.finditer(text, opening.end(), end) if opening else ():
        if match[0] == "]" and depth <= 0:
            return match.end()
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return place


def _item(path: str, line: int, key: str, body: str) -> Citation:
    body = _HREF.sub(r" \1 {", body)
    blocks = _BLOCK.split(body)
    bare = _FURNITURE.sub("", body)
    quoted = _QUOTED.search(bare)
    title = _FURNITURE.sub("", blocks[1]) if len(blocks) > 2 else quoted[1] if quoted else ""
    people = _FURNITURE.sub("", blocks[0]) if len(blocks) > 2 else bare[: quoted.start()] if quoted else ""
    authors, are_all = _people(plain(people))
    said = plain(bare)
    return Citation(
        path=path,
        line=line,
        form=Form.TEXT,
        key=key,
        title=plain(title).rstrip(" .,"),
        authors=authors,
        are_all=are_all,
        years=tuple(dict.fromkeys(_YEAR.findall(_ADDRESS.sub(" ", said)))),
        said=said,
        is_preprint="arxiv" in said.lower() and not venue_in(said.replace(plain(title), "")).venue,
        links=links_from(_targets(unescaped(body), said)),
    )


def _targets(written: str, said: str) -> Iterator[Target]:
    yield from (Target("arxiv", found) for match in _ARXIV.finditer(said) if (found := arxiv_id_in(match[1])))
    if target := target_of_doi(said):
        yield target
    yield from targets_in(written, "paper")


def _people(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the people named in `text`, and whether these are all; initials behind a family name belong to it."""
    known = _OTHERS.sub("", text)
    names: list[str] = []
    for part in _BETWEEN.split(known.strip(" .,:;()0123456789")):
        name = part.strip(" .") if not _INITIALS.fullmatch(part.strip()) else part.strip()
        if names and _INITIALS.fullmatch(name):
            names[-1] = f"{name} {names[-1]}"
        elif name:
            names.append(name)
    return tuple(names[:_MOST_NAMES]), known == text and len(names) <= _MOST_NAMES
