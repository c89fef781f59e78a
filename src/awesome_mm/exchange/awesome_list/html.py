"""What HTML says between the blocks of a Markdown text: foldings, headings and tables become blocks of their own.

Layer: exchange.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .blocks import Block, Markdown

_DEEPEST = 30
_FOLD = re.compile(r"<details\b[^<>]*>|</details\s*>|<summary\b[^<>]*>", re.IGNORECASE)
_SUMMARY_END = re.compile(r"</summary\s*>", re.IGNORECASE)
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.{0,1000}?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)


@dataclass
class _Fold:
    """A `<details>` that is open: what its summary says, and the blocks that came since."""

    line: int
    summary: str = ""
    blocks: list[Block] = field(default_factory=list)

    def closed(self) -> Block:
        source = "\n\n".join(block.source for block in self.blocks)
        return Block("details", self.line, source, self.summary, children=tuple(self.blocks))


def unfolded(blocks: Iterable[Block], markdown: Markdown) -> tuple[Block, ...]:
    """Return `blocks` with their HTML understood: ``details`` with what they fold away, ``heading`` and ``html_table``; no comments."""
    open_folds = [_Fold(0)]
    for block in _whole_tables(blocks):
        if block.kind == "html":
            _take_html(block, open_folds, markdown)
        elif block.children:
            open_folds[-1].blocks.append(block._replace(children=unfolded(block.children, markdown)))
        else:
            open_folds[-1].blocks.append(block)
    while len(open_folds) > 1:  # never closed: it ends with the text
        _close(open_folds)
    return tuple(open_folds[0].blocks)


def _whole_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks`, those that an HTML table has been torn into by empty lines as one."""
    open_table: Block | None = None
    for block in blocks:
        if open_table:
            joined = f"{open_table.source}\n\n{block.source}"
            open_table = open_table._replace(source=joined, content=joined)
        elif block.kind == "html" and _TABLE.search(block.content) and not _TABLE_END.search(block.content):
            open_table = block
        else:
            yield block
        if open_table and _TABLE_END.search(block.source):
            yield open_table
            open_table = None
    if open_table:
        yield open_table


def _take_html(block: Block, open_folds: list[_Fold], markdown: Markdown) -> None:
    source = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), block.content)
    ends = [match.start() for match in re.finditer("\n", source)]

    def line(at: int) -> int:
        return block.line + bisect_left(ends, at)

    place, is_folding = 0, False
    while match := _FOLD.search(source, place):
        open_folds[-1].blocks += _between(source[place : match.start()], line(place), markdown, as_markdown=is_folding)
        place, is_folding = match.end(), True
        tag = match[0].lower()
        if tag.startswith("<summary"):
            end = _SUMMARY_END.search(source, place)
            if end is None:
                break
            open_folds[-1].summary, place = source[place : end.start()], end.end()
        elif tag.startswith("</"):
            _close(open_folds)
        elif len(open_folds) < _DEEPEST:
            open_folds.append(_Fold(line(match.start())))
    open_folds[-1].blocks += _between(source[place:], line(place), markdown, as_markdown=is_folding)


def _close(open_folds: list[_Fold]) -> None:
    if len(open_folds) > 1:
        closed = open_folds.pop().closed()
        open_folds[-1].blocks.append(closed)


def _between(source: str, line: int, markdown: Markdown, *, as_markdown: bool) -> Iterator[Block]:
    """Yield what stands between the tags of foldings; people write Markdown there without the empty line it would need."""
    if not source.strip():
        return
    if _TABLE.search(source):
        yield Block("html_table", line, source.strip("\n"), source)
    elif heading := _HEADING.search(source):
        yield Block("heading", line + source.count("\n", 0, heading.start()), source.strip("\n"), heading[2].strip(), level=int(heading[1]))
        yield from _between(source[heading.end() :], line + source.count("\n", 0, heading.end()), markdown, as_markdown=as_markdown)
    elif as_markdown and not source.lstrip().startswith("<"):
        yield from unfolded(markdown.blocks_of(source, line), markdown)
    else:
        yield Block("html", line, source.strip("\n"), source)
