"""The text of a TOML catalog cut into a head and a piece for each entry, and put together again, byte for byte.

Layer: store. Where a piece was, the head keeps a comment that names its file, ``# >> alpha.toml``. An entry whose tables stand apart
has several such places, and ``# >>`` between the parts of its piece. A comment that looks like such a mark gets one more ``>``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .toml_blocks import Block, blocks_of, lines_of

_MARK = re.compile(r"# >>(?: (?P<name>[^\r\n]+?))?[ \t]*\r?\n?")
_LIKE_A_MARK = re.compile(r"(# >)(>+)(?=[ \t\r\n]|\Z)")
Key = tuple[str, str]


class Slice(NamedTuple):
    """A stretch of the text that belongs to one entry."""

    key: Key
    start: int
    end: int


def slices_of(text: str, kinds: Iterable[str]) -> list[Slice]:
    """Return where the entries of `kinds` stand that have headers of their own: runs of tables, with the comments that cling to them."""
    wanted = frozenset(kinds)
    blocks = blocks_of(text)
    keys = [_key(block, wanted) for block in blocks]
    found: list[Slice] = []
    for place, key in enumerate(keys):
        if key is None or (place and keys[place - 1] == key):
            continue
        last = place
        while last + 1 < len(keys) and keys[last + 1] == key:
            last += 1
        before, after = _gap(text, blocks, place - 1)[1], _gap(text, blocks, last)[0]
        found.append(Slice(key, before, after))
    return found


def _key(block: Block, kinds: frozenset[str]) -> Key | None:
    return (block.keys[0], block.keys[1]) if len(block.keys) > 1 and block.keys[0] in kinds else None


def _gap(text: str, blocks: Sequence[Block], place: int) -> tuple[int, int]:
    """Return where what clings to the block at `place` ends, and where what clings to the next begins.

    Between the two stand blank lines and comments of nobody. Comments right below a block are its own if a blank line follows.
    """
    block = blocks[place]
    lines = list(lines_of(text, block.body_end, block.end))
    comments = [text[start:end].lstrip(" \t").startswith("#") for start, end in lines]
    above = len(lines)
    while above and comments[above - 1]:
        above -= 1
    below = 0
    while below < above and comments[below]:
        below += 1
    if place == len(blocks) - 1:  # the last of the text: what stands right below is its own
        above = len(lines)
    ends = [block.body_end, *(end for _, end in lines)]
    return ends[below], ends[above]


def cut(text: str, slices: Sequence[Slice], names: Mapping[Key, str]) -> tuple[str, dict[str, str]]:
    """Return the head of `text` without the `slices`, and the text of each file by name."""
    ends_line = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
    head: list[str] = []
    parts: dict[str, list[str]] = {}
    place = 0
    for one in slices:
        name = names[one.key]
        head += [_escaped(text[place : one.start]), f"# >> {name}{ends_line}"]
        parts.setdefault(name, []).append(_escaped(text[one.start : one.end]))
        place = one.end
    return "".join([*head, _escaped(text[place:])]), {name: f"# >>{ends_line}".join(own) for name, own in parts.items()}


def names_in(head: str) -> tuple[str, ...]:
    """Return the names of the files that the marks in `head` name, each once, in order."""
    marks = (_mark(head[start:end]) for start, end in lines_of(head, 0, len(head)))
    return tuple(dict.fromkeys(mark["name"] for mark in marks if mark and mark["name"]))


def put_together(head: str, pieces: Mapping[str, str]) -> str:
    """Return the text of which `head` and `pieces` were cut; a mark whose file is gone goes with the blank line behind it."""
    parts = {name: _parts(piece) for name, piece in pieces.items()}
    found: list[str] = []
    drops_blank = False
    for start, end in lines_of(head, 0, len(head)):
        line = head[start:end]
        mark = _mark(line)
        if drops_blank and not line.strip():
            drops_blank = False
            continue
        drops_blank = False
        if not mark or not mark["name"]:
            found.append(_unescaped(line))
        elif own := parts.get(mark["name"]):
            found.append(own.pop(0))
        else:
            drops_blank = mark["name"] not in parts
    return "".join([*found, *(part for own in parts.values() for part in own)])


def _parts(piece: str) -> list[str]:
    parts: list[list[str]] = [[]]
    for start, end in lines_of(piece, 0, len(piece)):
        mark = _mark(piece[start:end])
        if mark and not mark["name"]:
            parts.append([])
        else:
            parts[-1].append(_unescaped(piece[start:end]))
    return ["".join(lines) for lines in parts]


def _mark(line: str) -> re.Match[str] | None:
    return _MARK.fullmatch(line) if line.startswith("# >>") else None


def _escaped(text: str) -> str:
    return _by_lines(text, lambda line: _LIKE_A_MARK.sub(r"\1>\2", line, count=1) if line.startswith("# >>") else line)


def _unescaped(line: str) -> str:
    return _LIKE_A_MARK.sub(lambda match: match[1] + match[2][1:], line, count=1) if line.startswith("# >>>") else line


def _by_lines(text: str, change: Callable[[str], str]) -> str:
    return "".join(_changed(text, change)) if "# >>" in text else text


def _changed(text: str, change: Callable[[str], str]) -> Iterator[str]:
    return (change(text[start:end]) for start, end in lines_of(text, 0, len(text)))
