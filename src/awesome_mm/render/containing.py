"""Keeps the Markdown that others wrote to itself: whatever it leaves open ends with it, and its headings stay below ours.

Layer: render. The text stays whole and as it was written, but for the marks of headings, what is added behind it, and characters
that no file of ours holds. That nothing is open in the end is not hoped for but read again; what cannot be closed is shown as code.
"""

import re
from itertools import pairwise

from ..model.text import printable
from .html_left_open import LeftOpen
from .parsing import html_of, is_inside, parse, parse_blocks

_DEEPEST = 6
# Without any of these a text has neither headings, nor HTML, nor code that could stay open.
_IS_PLAIN = re.compile(r"[^#<`~=\-\[]*")
_HAS_TAGS = re.compile(r"<[a-zA-Z/!?]")
_PLAINTEXT = re.compile(r"(?i)<(?=/?plaintext\b)")  # the one element that nothing closes
_PROBE = "# probe"
# Blocks in blocks beyond what the parser follows; other readers may go on and find what it did not.
_DEEP = re.compile(r"(?m)^(?:(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){45,}|[ \t]{90,}\S)")
_BLOCK_ENDS = ("?>", "]]>", ">", "</pre>")  # of HTML that goes on over empty lines (CommonMark 0.31, 4.6), but for comments


def contained(text: str, below: int) -> str:
    """Return the Markdown `text` with its headings deeper than level `below`, and nothing open at its end."""
    return closed(_PLAINTEXT.sub("&lt;", printable(text)).strip("\n"), below)


def closed(clean: str, below: int = 0) -> str:
    """Return a text of ours, or one that was contained before and then cut, with its headings deeper than `below` and nothing open."""
    if _IS_PLAIN.fullmatch(clean):
        return clean
    if _DEEP.search(clean):
        return _as_code(clean)
    return _closed(_with_headings_below(clean, below))


def _with_headings_below(text: str, below: int) -> str:
    tokens = parse_blocks(text)
    opened = [(token, inside) for token, inside in pairwise(tokens) if token.type == "heading_open"]
    deeper = below + 1 - min((int(token.tag[1]) for token, _ in opened), default=_DEEPEST)
    if deeper <= 0:
        return text
    lines = text.split("\n")
    for token, inside in opened:
        marks = "#" * min(_DEEPEST, int(token.tag[1]) + deeper)
        first, end = token.map or (0, 0)
        if token.markup.startswith("#"):
            lines[first] = re.sub("#+", marks, lines[first], count=1)
        else:
            _underlined_to_marked(lines, first, end, inside.content, marks)
    return "\n".join(lines)


def _underlined_to_marked(lines: list[str], first: int, end: int, content: str, marks: str) -> None:
    """Write a heading that is underlined, perhaps of several lines, as one with marks."""
    said = content.split("\n")
    before = lines[first].rstrip()[: -len(said[0].rstrip())]
    joined = " ".join(part.strip() for part in said)
    lines[first] = f"{before}{marks} {joined[:-1]}\\#" if joined.endswith("#") else f"{before}{marks} {joined}"
    for number in range(first + 1, end):
        lines[number] = lines[number][: len(lines[number]) - len(lines[number].lstrip(" >"))].rstrip()


def _closed(text: str) -> str:
    """Return `text` with its last fence, its tags and its comments closed; as code where that cannot be done."""
    lines = text.split("\n")
    tokens = parse(text) if _HAS_TAGS.search(text) else parse_blocks(text)
    state = LeftOpen()
    for token in tokens:
        ending = "".join(state.read(piece) for piece in html_of(token))
        if is_inside(token) and state.hiding:
            ending += state.end_hiding()
        if ending:
            lines[(token.map or (0, len(lines)))[1] - 1] += f" {ending}"
    fence = tokens[-1].markup if tokens and tokens[-1].type == "fence" else ""
    tries = ("\n".join([*lines, *(part for part in (end, state.closing) if part)]) for end in dict.fromkeys(("", fence, *_BLOCK_ENDS)))
    return next(filter(_stands_alone, tries), "") or _as_code(text)


def _stands_alone(text: str) -> bool:
    """Whether a heading after `text` is one, and no HTML of it is open."""
    tokens = parse(f"{text}\n\n{_PROBE}")
    state = LeftOpen()
    for token in tokens:
        endings = [state.read(piece) for piece in html_of(token)]
        if any(endings) or (is_inside(token) and state.hiding):
            return False
    heading = tokens[-3:-1]
    is_heading = [token.type for token in heading] == ["heading_open", "inline"] and heading[0].level == 0
    return is_heading and heading[1].content == "probe" and not state.closing


def _as_code(text: str) -> str:
    """Return `text` as a block of code, which is whole, harmless and ugly."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
