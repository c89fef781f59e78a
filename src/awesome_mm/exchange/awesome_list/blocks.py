"""A Markdown text as blocks: headings, paragraphs, lists, tables, HTML, each with its line and its own source.

Layer: exchange. The one importer of the Markdown parser. Inline text is cut into pieces only when somebody asks for it.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .pieces import Piece, Pieces, pieces_of_tokens

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKER = re.compile(r"[ \t]*(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]+|$)")
_CONTAINERS = {"bullet_list_open": "list", "ordered_list_open": "list", "list_item_open": "item", "blockquote_open": "quote"}
_LEAVES = {"paragraph_open": "paragraph", "html_block": "html", "fence": "code", "code_block": "code"}
_LONGEST_LINE = 100_000  # characters
_MOST_BRACKETS = 1_000  # the parser's time for open ones grows with their square
_COMMENT_LINE = re.compile(r"(?m)^ {0,3}\[//\]:.*$")


class Block(NamedTuple):
    """A block: `line` counts from 1, `source` is its Markdown without indentation, `content` what a heading or a paragraph says."""

    kind: str
    line: int
    source: str
    content: str = ""
    level: int = 0
    children: tuple["Block", ...] = ()


class Markdown:
    """A Markdown text and the parser's knowledge of it (link references), so that its lines can be cut into pieces."""

    def __init__(self, text: str) -> None:
        self._parser, self._inline = whole_parser(), whole_parser()
        self._parser.core.ruler.disable("inline")  # most lines of a long text are never asked for
        self._references: dict[str, Any] = {}
        self._text = text
        self._cut: dict[str, Pieces] = {}

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the whole text."""
        return self.blocks_of(self._text, 1)

    def blocks_of(self, text: str, first_line: int) -> tuple[Block, ...]:
        """Return the blocks of `text`, whose first line is the line `first_line` of the whole."""
        text = _COMMENT_LINE.sub("", text)  # the custom of writing a comment as a link reference
        tokens = self._parser.parse(text, self._references)
        return tuple(_Builder(text.split("\n"), first_line).build(tokens))

    def pieces(self, content: str) -> Pieces:
        """Return the pieces of one line or paragraph; one beyond all measure is plain text."""
        if content not in self._cut:  # several readers look at the same line
            self._cut[content] = self._pieces(content)
        return self._cut[content]

    def _pieces(self, content: str) -> Pieces:
        if len(content) > _LONGEST_LINE or content.count("[") > _MOST_BRACKETS:
            return (Piece(content),)
        tokens = self._inline.parseInline(content, self._references)
        return pieces_of_tokens(tokens[0].children or ()) if tokens else ()


def whole_parser(*, as_written: bool = False) -> "MarkdownIt":
    """Return a parser that cuts every line: for texts that are looked at whole; addresses stay `as_written` or are escaped."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    if as_written:
        parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


class _Builder:
    """Makes blocks of the parser's tokens."""

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self._lines = lines
        self._first = first_line

    def build(self, tokens: Sequence["Token"]) -> Iterator[Block]:
        place = 0
        while place < len(tokens):
            end = _closing(tokens, place)
            block = self._block(tokens, place, end)
            if block:
                yield block
            place = end + 1

    def _block(self, tokens: Sequence["Token"], place: int, end: int) -> Block | None:
        token = tokens[place]
        first, last = token.map or (0, 0)
        line, lines = first + self._first, self._lines[first:last]
        if token.type in _CONTAINERS:
            source = _item_source(lines) if token.type == "list_item_open" else _unindented(lines)
            return Block(_CONTAINERS[token.type], line, source, children=tuple(self.build(tokens[place + 1 : end])))
        if token.type == "table_open":
            return Block("table", line, "\n".join(row.strip().lstrip("> ") for row in lines))
        if token.type == "heading_open":
            return Block("heading", line, _unindented(lines), tokens[place + 1].content, level=int(token.tag[1:]))
        content = tokens[place + 1].content if token.type == "paragraph_open" else token.content
        return Block(_LEAVES[token.type], line, _unindented(lines), content) if token.type in _LEAVES else None


def _closing(tokens: Sequence["Token"], place: int) -> int:
    """Return the place of the token that closes what the one at `place` opens."""
    depth = 0
    for at in range(place, len(tokens)):
        depth += tokens[at].nesting
        if depth <= 0:
            return at
    return len(tokens) - 1


def _unindented(lines: Sequence[str]) -> str:
    return textwrap.dedent("\n".join(lines)).strip("\n")


def _item_source(lines: Sequence[str]) -> str:
    """Return an item's Markdown without its marker, its further lines moved to the left by as much."""
    marker = _MARKER.match(lines[0]) if lines else None
    width = len(marker[0].expandtabs(4)) if marker else 0
    rest = [_moved(line.expandtabs(4) if line.startswith("\t") else line, width) for line in lines[1:]]
    return "\n".join([lines[0][marker.end() if marker else 0 :], *rest]).strip("\n").rstrip()


def _moved(line: str, width: int) -> str:
    return line[min(width, len(line) - len(line.lstrip(" "))) :]
