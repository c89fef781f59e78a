"""Reads rendered pages as GitHub does: what their headings say, and where their links lead."""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from awesome_mm.model.anchors import anchors_of

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a page."""
    return _PARSER.parse(text)


def html_of(text: str) -> str:
    """Return a page as HTML."""
    return str(_PARSER.render(text))


def headings_of(text: str) -> list[tuple[int, str]]:
    """Return the headings of a page with their levels, by way of the HTML."""
    found = re.findall(r"(?s)<h([1-6])[^>]*>(.*?)</h\1>", html_of(text))
    return [(int(level), html.unescape(re.sub(r"<[^>]*>", "", said))) for level, said in found]


def links_of(text: str) -> Iterator[str]:
    """Yield the targets of all links of a page."""
    for token in tokens_of(text):
        for inside in token.children or ():
            if inside.type == "link_open":
                yield unquote(str(inside.attrs["href"]))


def dead_links(files: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the links within `files` that lead nowhere, each behind the file it stands in."""
    anchors = {path: set(anchors_of(said for _, said in headings_of(text))) for path, text in files.items()}
    dead = []
    for path, text in files.items():
        for link in links_of(text):
            if not re.match(r"[a-z]+:", link):
                target, _, anchor = link.partition("#")
                to = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
                if to not in files or (anchor and anchor not in anchors[to]):
                    dead.append((path, link))
    return dead
