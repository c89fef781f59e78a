"""Reads the papers, pages and bibliographies whose citations are to be checked.

Layer: cli.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..errors import WrongUsage
from .cite_files import Files, Form, place_of

if TYPE_CHECKING:
    from ..exchange.citations.latex import Asked, Paper, Use
    from ..exchange.document import Document
    from ..model.citations import Citation, Cited, Undefined
    from ..model.draft import Skipped

_OF_THE_SYSTEM = frozenset(("IEEEabrv", "IEEEfull"))  # abbreviations that TeX brings along
_MOST_INPUTS = 300
_ALL = "*"


@dataclass(kw_only=True)
class _Source:
    """A text that cites by keys: what it uses (path and use), the works it defines itself, and those of its bibliographies by path."""

    uses: list[tuple[str, Use]] = field(default_factory=list)
    own: list[Citation] = field(default_factory=list)
    bibliographies: list[str] = field(default_factory=list)
    lacking: list[Skipped] = field(default_factory=list)
    mentions: list[tuple[str, Use]] = field(default_factory=list)


class Reader:
    """Reads files once, whoever names them."""

    def __init__(self, named: Sequence[str]) -> None:
        self._files = Files(named)
        self._held: dict[str, list[Citation | Skipped]] = {}

    def read(self) -> Cited:
        """Return what the files cite.

        Raises:
            WrongUsage: a text cites by keys, and there is no bibliography.
        """
        from ..model.citations import Cited

        whole = [one.path for one in self._files.of_form(Form.BIBLIOGRAPHY)]
        pages = [self._page(one, whole) for one in self._files.of_form(Form.MARKDOWN)]
        sources = [*self._papers(whole), *(source for source, _ in pages)]
        return Cited(
            citations=(*(link for _, links in pages for link in links), *self._cited(sources, whole)),
            undefined=tuple(one for source in sources for one in self._undefined(source)),
            unread=tuple(one for path in whole for one in self._skipped(path)),
            lacking=tuple(one for source in sources for one in source.lacking),
            paths=tuple(one.path for one in self._files.named),
        )

    def _papers(self, whole: Sequence[str]) -> Iterator[_Source]:
        """Yield what each paper uses and where that may be defined; a text that another takes in is a part of that one."""
        from ..exchange.citations.items import items_in

        every = [(document, list(self._parts(document))) for document in self._files.of_form(Form.LATEX)]
        inner = {place_of(path) for _, parts in every for path, _ in parts[1:]}
        papers = [(document, parts) for document, parts in every if place_of(document.path) not in inner] or every
        for document, parts in papers:
            source = _Source()
            asked: list[tuple[str, Asked]] = []
            for path, paper in parts:
                source.uses += [(path, use) for use in paper.uses]
                source.own += items_in(path, paper)
                asked += [(path, one) for one in paper.bibliographies]
            self._take(source, document, asked, whole)
            yield source

    def _parts(self, document: Document) -> Iterator[tuple[str, Paper]]:
        """Yield a paper and the texts that it takes in, each once."""
        from ..exchange.citations.latex import read_paper

        waiting, seen = [document], {place_of(document.path)}
        while waiting:
            one = waiting.pop(0)
            paper = read_paper(one.text)
            yield one.path, paper
            for asked in paper.inputs:
                found = self._files.beside(document, asked.name, ".tex")
                if found and place_of(found.path) not in seen and len(seen) < _MOST_INPUTS:
                    seen.add(place_of(found.path))
                    waiting.append(found)

    def _page(self, document: Document, whole: Sequence[str]) -> tuple[_Source, Sequence[Citation]]:
        from ..exchange.citations.markdown import read_page

        page = read_page(document.path, document.text)
        source = _Source()
        if page.bibliographies or whole:
            source.uses = [(document.path, use) for use in page.uses]
            source.mentions = [(document.path, use) for use in page.mentions]
            self._take(source, document, [(document.path, one) for one in page.bibliographies], whole)
        return source, page.links

    def _take(self, source: _Source, document: Document, asked: Iterable[tuple[str, Asked]], whole: Sequence[str]) -> None:
        """Find the bibliographies that a text asks for; where it asks for none, or one is not there, those named in the call will do.

        Raises:
            WrongUsage: the text cites by keys, and there are none at all.
        """
        for path, one in asked:
            if found := self._files.beside(document, one.name, ".bib"):
                source.bibliographies.append(found.path)
            elif one.name not in _OF_THE_SYSTEM:
                source.lacking.append(_lacking(path, one))
        if source.lacking or not source.bibliographies:
            source.bibliographies += [path for path in whole if path not in source.bibliographies]
        if source.uses and not source.bibliographies and not source.own:
            what = source.lacking[0].reason if source.lacking else "no bibliography is named"
            line = source.lacking[0].line if source.lacking else source.uses[0][1].line
            raise WrongUsage(
                f"{document.path}:{line}: {what}.", f"Name it in the call: awesome-mm cite --check {document.path} REFERENCES.bib"
            )

    def _bibliography(self, path: str) -> list[Citation | Skipped]:
        """Return what the bibliography at `path`, which is at hand, holds."""
        from ..exchange.citations.bibliographies import read_bibliography

        if path not in self._held:
            self._held[path] = list(read_bibliography(path, self._files.at(path).text))
        return self._held[path]

    def _works(self, path: str) -> list[Citation]:
        from ..model.citations import Citation

        return [one for one in self._bibliography(path) if isinstance(one, Citation)]

    def _cited(self, sources: Sequence[_Source], whole: Sequence[str]) -> Iterator[Citation]:
        """Yield each work once: those of bibliographies that were named, the others as far as they are cited."""
        places: dict[Citation, list[str]] = {one: [] for path in whole for one in self._works(path)}
        for source in sources:
            places.update({one: [] for one in source.own})
            defined = self._defined(source)
            for path, use in (*source.uses, *source.mentions):
                if use.key == _ALL:
                    places.update({one: places.get(one, []) for one in defined.values()})
                elif use.key in defined:
                    places.setdefault(defined[use.key], []).append(f"{path}:{use.line}")
        for work, used in places.items():
            yield replace(work, used=tuple(dict.fromkeys(used)))

    def _defined(self, source: _Source) -> dict[str, Citation]:
        defined: dict[str, Citation] = {}
        for one in (*source.own, *(work for path in source.bibliographies for work in self._works(path))):
            defined.setdefault(one.key, one)
        return defined

    def _undefined(self, source: _Source) -> Iterator[Undefined]:
        from ..exchange.citations.bibliographies import key_in
        from ..model.citations import Undefined

        defined = self._defined(source)
        broken = {key_in(one.text) or one.text: one for path in source.bibliographies for one in self._skipped(path)}
        used: dict[str, list[tuple[str, int]]] = {}
        for path, use in source.uses:
            if use.key not in defined and use.key != _ALL:
                used.setdefault(use.key, []).append((path, use.line))
        for key, ((path, line), *others) in used.items():
            unread = f"{broken[key].path}:{broken[key].line}: {broken[key].reason}" if key in broken else _names(source.lacking)
            yield Undefined(path=path, line=line, key=key, used=tuple(f"{one}:{number}" for one, number in others), unread=unread)

    def _skipped(self, path: str) -> list[Skipped]:
        from ..model.draft import Skipped

        return [one for one in self._bibliography(path) if isinstance(one, Skipped)]


def _lacking(path: str, asked: Asked) -> Skipped:
    from ..model.draft import Skipped

    is_outside = asked.name.startswith(("/", "..", "~"))
    why = "lies outside of the paper's folder" if is_outside else "is not there"
    return Skipped(path=path, line=asked.line, text=asked.name, reason=f"the bibliography {asked.name} {why}")


def _names(lacking: Sequence[Skipped]) -> str:
    return "; ".join(one.reason for one in lacking)
