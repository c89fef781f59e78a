"""What the HTML inside a Markdown text says: links, names to link to, headings, summaries and foldings, each with its line.

Layer: exchange. Tags are looked at once, in order: HTML that is never closed costs no more than any other.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...model.text import printable

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ADDRESS = re.compile(r"(?i)\b(?:href|src)\s*=\s*[\"']([^\"'<>]*)[\"']")
_NAMED = re.compile(r"(?i)\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)")
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "summary")


class Said(NamedTuple):
    """Something that HTML says: `kind` is ``link``, ``image``, ``name``, ``h1`` to ``h6``, ``summary``, ``details`` or ``/details``.

    `text` is what is read of it, `target` where it leads or what it is named.
    """

    kind: str
    line: int
    text: str = ""
    target: str = ""


def without_comments(html: str) -> str:
    """Return `html` without its comments, on as many lines."""
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), html) if "<!--" in html else html


def said_in(html: str, first: int) -> Iterator[Said]:
    """Yield what `html`, whose first line is the line `first` of its text, says, in order."""
    line, place = first, 0
    block: tuple[str, int, int] | None = None  # a heading or summary that is open: its name, line, and where its content begins
    for tag in _TAG.finditer(html):
        line += html.count("\n", place, tag.start())
        place = tag.start()
        name, rest = tag["name"].lower(), tag["rest"]
        if name in _BLOCKS:
            if not tag["end"]:
                block = (name, line, tag.end())
            elif block and block[0] == name:
                yield Said(name, block[1], _read(html[block[2] : tag.start()]))
                block = None
        elif name == "details":
            yield Said(f"{tag['end']}details", line)
        if name in ("a", "img") and (address := _ADDRESS.search(rest)):
            label = html[tag.end() : end] if (end := html.find("<", tag.end())) >= 0 else html[tag.end() :]
            yield Said("image" if name == "img" else "link", line, _read(label), address[1])
        if not tag["end"]:
            yield from (Said("name", line, target=one) for one in _NAMED.findall(rest))


def _read(html: str) -> str:
    return " ".join(printable(_TAG.sub("", html)).split())
