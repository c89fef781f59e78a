"""Markdown as GitHub reads it, as far as a page's outline and its borders go.

Layer: render; its one importer of markdown-it, which takes a while to load.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 100  # blocks in blocks, each of which may be two tokens deep
# What may be, or hide, a heading that is no plain line `## So`: fences, HTML, underlines, indentation, headings in lists and quotes.
_IS_INTRICATE = re.compile(r"(?m)^(?: {0,3}(?:`{3}|~{3}|<|=+[ \t]*$|-+[ \t]*$)|(?: {4}|\t|[ \t>*+\-\d.)]+[ \t]|>).*#| {1,3}#)")
_HEADING = re.compile(r"(?m)^#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_HTML_HEADING = re.compile(r"(?is)<h([1-6])(?:\s[^>]*)?>(.*?)</h\1\s*>")
_TAG = re.compile(r"<[^<>]*>")
_HAS_MARKUP = re.compile(r"[\\`*_~\[\]<>&!:\n]")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])


@cache
def _block_parser() -> MarkdownIt:
    """Return a parser that leaves the text inside of blocks alone: an outline needs none of it."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def parse(text: str) -> Sequence[Token]:
    """Return the tokens of `text`, whole."""
    return _parser().parse(text)


def parse_blocks(text: str) -> Sequence[Token]:
    """Return the tokens of the blocks of `text`."""
    return _block_parser().parse(text)


def html_of(token: Token) -> Sequence[str]:
    """Return the raw HTML of a token; a block of it stands alone, in a line there may be several pieces."""
    if token.type == "html_block":
        return (token.content,)
    return [inside.content for inside in token.children or () if inside.type == "html_inline"]


def is_inside(token: Token) -> bool:
    """Whether a token stands in a block, such as a list, a quote or a heading, whose end nothing may hide."""
    return token.type == "inline" or token.level > 0


def headings_in(text: str) -> tuple[str, ...]:
    """Return what the headings of `text` say, without Markdown, in order; those written as HTML too, which get anchors as well."""
    if not _IS_INTRICATE.search(text):
        return tuple(_plain(match[1] or "") for match in _HEADING.finditer(text))
    return tuple(_headings(parse_blocks(text)))


def _headings(tokens: Sequence[Token]) -> Iterator[str]:
    for token, inside in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and inside is not None:
            yield _plain(inside.content)
        elif token.type == "html_block":
            yield from (" ".join(html.unescape(_TAG.sub("", match[2])).split()) for match in _HTML_HEADING.finditer(token.content))


def _plain(text: str) -> str:
    """Return the text of a heading without its markup."""
    if not _HAS_MARKUP.search(text):
        return text
    return "".join(_texts(_parser().parseInline(text)[0].children or ()))


def _texts(tokens: Iterable[Any]) -> Iterator[str]:
    """Yield what is read of inline tokens: of an image nothing, of a line break a line break."""
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            yield token.content
        elif token.type == "softbreak":
            yield "\n"
