"""A Markdown text as it is written: headings with their anchors, links, lines, and markup that is shown instead of obeyed.

Layer: exchange. Lists are read here once more, and whole: the readers of entries skip what is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...model.anchors import Anchors, slug
from ...model.list_text import Heading, ListText, Passage, Stands, Stray, WrittenLink
from ...model.text import printable
from ..document import Document
from .blocks import whole_parser
from .tags import said_in, without_comments

if TYPE_CHECKING:
    from markdown_it.token import Token

_STRAY = re.compile(r"\*\*|(?<![\w_])__(?=\S)|\]\((?=\S)|(?<=\S)~~(?=\S)")
_AROUND = 24  # characters shown on either side of a stray mark
_NUMBERED = re.compile(r"^[^\w\s]*\s*(?:\d{1,2}|[a-z])[.)、:：]|^(?:stage|step|phase|part)\s*\d|^第[一二三四五六七八九十\d]", re.IGNORECASE)
_LONGEST_LABEL = 160
_ITEM_DEPTH = 10
_LINE_DEPTH = 99


def read_text(document: Document, language: str) -> ListText:
    """Return `document`, a list in `language`, as it is written."""
    reader = _Reader()
    reader.read(whole_parser(as_written=True).parse(document.text))
    return ListText(
        path=document.path,
        source=document.text,
        language=language,
        headings=tuple(reader.headings),
        links=tuple(reader.links),
        passages=tuple(reader.passages),
        strays=tuple(reader.strays),
        code=frozenset(reader.code),
        unclosed={**dict.fromkeys(reader.open_folds, "<details>"), **dict.fromkeys(reader.stray_ends, "</details>")},
        anchors=frozenset((*reader.named, *(anchor for heading in reader.headings for anchor in heading.anchors))),
    )


@dataclass
class _Reader:
    """Walks the parser's tokens once."""

    headings: list[Heading] = field(default_factory=list)
    links: list[WrittenLink] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    open_folds: list[int] = field(default_factory=list)
    stray_ends: list[int] = field(default_factory=list)
    code: set[int] = field(default_factory=set)
    _anchors: Anchors = field(default_factory=Anchors)
    _lists: int = 0
    _quotes: int = 0
    _level: int = 0
    _in_cell: bool = False
    _line: int = 1

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.map:
                self._line = token.map[0] + 1
            self._enter(token)
            if token.type == "inline":
                self._read_inline(token)
            elif token.type in ("fence", "code_block") and token.map:
                self.code.update(range(token.map[0] + 1, token.map[1] + 1))
            elif token.type == "html_block":
                self._read_html(token.content, self._line)

    def _enter(self, token: Token) -> None:
        kind, _, side = token.type.rpartition("_")
        if kind in ("bullet_list", "ordered_list"):
            self._lists += token.nesting
        elif kind == "blockquote":
            self._quotes += token.nesting
        elif kind in ("td", "th"):
            self._in_cell = side == "open"
        elif kind == "heading":
            self._level = int(token.tag[1:]) if side == "open" else 0

    def _read_inline(self, token: Token) -> None:
        lines = list(_lines(token.children or (), self._line))
        for line in lines:
            self.links += line.links
            self.strays += [] if self._is_math(line.text) else line.strays
            for html in line.html:
                self._read_html(html, line.number)
        if self._level:
            self._add_heading("".join(line.text for line in lines), self._level, self._line)
            return
        for line in lines:
            if text := " ".join(line.text.split()):
                self.passages.append(Passage(line=line.number, text=text, stands=self._place(line, lines), depth=self._depth(line, lines)))

    def _is_math(self, text: str) -> bool:
        return text.count("$") > 1

    def _place(self, line: _Line, lines: Sequence[_Line]) -> Stands:
        if self._in_cell:
            return Stands.CELL
        if self._quotes:
            return Stands.QUOTE
        if self._lists:
            return Stands.ITEM
        return Stands.LABEL if line.is_label(alone=len(lines) == 1) else Stands.PARAGRAPH

    def _depth(self, line: _Line, lines: Sequence[_Line]) -> int:
        place = self._place(line, lines)
        if place is Stands.ITEM:
            return _ITEM_DEPTH + self._lists if line is lines[0] else _LINE_DEPTH
        if place is Stands.LABEL:
            return 8 if _NUMBERED.match(" ".join(line.text.split())) else 7
        return _LINE_DEPTH

    def _add_heading(self, text: str, level: int, line: int) -> None:
        anchor = self._anchors.take(text)
        said = " ".join(text.split())
        self.headings.append(Heading(line=line, level=level, text=said, anchors=tuple(dict.fromkeys((anchor, slug(text.strip()))))))
        if said:
            self.passages.append(Passage(line=line, text=said, stands=Stands.HEADING, depth=level))

    def _read_html(self, html: str, first: int) -> None:
        for one in said_in(without_comments(html), first):
            match one.kind:
                case "link" | "image":
                    label = one.text if one.kind == "link" else ""
                    self.links.append(WrittenLink(line=one.line, label=label, target=one.target, is_image=one.kind == "image"))
                case "name":
                    self.named.append(one.target)
                case "summary":
                    self.passages.append(Passage(line=one.line, text=one.text, stands=Stands.SUMMARY, depth=6))
                case "details":
                    self.open_folds.append(one.line)
                case "/details" if self.open_folds:
                    self.open_folds.pop()
                case "/details":
                    self.stray_ends.append(one.line)
                case heading:
                    self._add_heading(one.text, int(heading[1:]), one.line)


@dataclass
class _Line:
    """What one line of a paragraph holds; `bold` counts its letters that are bold."""

    number: int
    text: str = ""
    bold: int = 0
    links: list[WrittenLink] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    html: list[str] = field(default_factory=list)

    def is_label(self, *, alone: bool) -> bool:
        """Whether the line heads what follows: all or the beginning of it is bold, and it is short, or `alone` ends in a colon."""
        said = self.text.strip().rstrip(":：")
        return bool(said) and len(said) <= _LONGEST_LABEL and (self.bold >= 0.9 * len(said) or (alone and 2 * self.bold > len(said)))


def _lines(tokens: Sequence[Token], first: int) -> Iterator[_Line]:
    """Yield the lines of a paragraph, each with its number."""
    line, strong = _Line(first), 0
    link: tuple[str, int] | None = None
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield line
            line = _Line(line.number + 1)
        elif token.type in ("text", "code_inline"):
            said = printable(token.content)
            line.text += said
            line.bold += len(said) if strong else 0
            if token.type == "text":
                line.strays += _strays(said, line.number)
        elif token.tag == "strong":
            strong += token.nesting
        elif token.type == "link_open":
            link = (str(token.attrs.get("href", "")), len(line.text))
        elif token.type == "link_close" and link:
            line.links.append(WrittenLink(line=line.number, label=line.text[link[1] :], target=link[0]))
            link = None
        elif token.type == "image":
            line.links.append(
                WrittenLink(line=line.number, label=printable(token.content), target=str(token.attrs.get("src", "")), is_image=True)
            )
        elif token.type == "html_inline":
            line.html.append(token.content)
    yield line


def _strays(text: str, line: int) -> Iterator[Stray]:
    for match in _STRAY.finditer(text):
        around = text[max(match.start() - _AROUND, 0) : match.end() + _AROUND].strip()
        yield Stray(line=line, mark=match[0], around=around)
