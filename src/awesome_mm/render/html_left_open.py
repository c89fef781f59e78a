"""What the raw HTML in somebody's Markdown leaves open: it would go on into everything that stands after it.

Layer: render. Follows the tokenizer of the HTML standard (13.2.5) as far as elements, comments and quotes go, in one pass.
"""

from __future__ import annotations

import re

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSED_BY_WHAT_FOLLOWS = frozenset(("p",))
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
# Up to the end of a tag; a quote counts only as the beginning of a value.
_REST_OF_TAG = re.compile(r"""(?:[^>=]|=\s*"[^"]*"|=\s*'[^']*'|=(?!\s*["']))*>""")
_SHORT_COMMENT = re.compile(r"<!---?>")
_COMMENT_END = re.compile(r"--!?>")
_MARKS = {"<![CDATA[": "]]>", "<!": ">", "<?": ">", "</": ">"}
_ENDINGS = (">", '">', "'>")


class LeftOpen:
    """Reads the HTML of a text, piece by piece, and knows what is open after it."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._raw = ""  # the element whose text is no HTML
        self._in_comment = False

    def read(self, piece: str) -> str:
        """Read on; return what ends the tag that `piece` breaks off in, ``""`` where it does not."""
        place = 0
        while (place := self._next(piece, place)) < len(piece):
            name = _NAME.match(piece, place)
            end = _REST_OF_TAG.match(piece, name.end()) if name else None
            if name and end:
                self._take(name[1].lower(), is_end=piece[place + 1] == "/")
                place = end.end()
            elif name:
                return self._ending(piece[name.end() :], name[1].lower(), is_end=piece[place + 1] == "/")
            elif ending := _unended(piece, place):
                return ending
            else:
                place = self._after_mark(piece, place)
        return ""

    @property
    def closing(self) -> str:
        """What closes all that is open; ``""`` where nothing is."""
        names = [f"</{name}>" for name in reversed(self._open) if name not in _CLOSED_BY_WHAT_FOLLOWS]
        return f"<!-- -->{''.join(names)}" if names or self._in_comment else ""

    @property
    def hiding(self) -> bool:
        """Whether what follows would be no HTML: in a comment, or in an element whose text is plain."""
        return self._in_comment or bool(self._raw)

    def end_hiding(self) -> str:
        """Return what ends the comment or the element that hides what follows, and go on behind it."""
        ending = f"</{self._raw}>" if self._raw else "-->"
        self.read(ending)
        return ending

    def _next(self, piece: str, place: int) -> int:
        """Return where the next tag or comment begins, past the end of what is none."""
        if self._in_comment:
            end = _COMMENT_END.search(piece, place)
            self._in_comment = end is None
            place = end.end() if end else len(piece)
        if self._raw:
            end = re.compile(rf"(?i)(?=</{self._raw}[\s/>])").search(piece, place)
            place = end.start() if end else len(piece)
            self._raw = "" if end else self._raw
        found = piece.find("<", place)
        return len(piece) if found < 0 else found

    def _after_mark(self, piece: str, place: int) -> int:
        """Return where the beginning of a comment, or what stands in a comment's place, ends."""
        if piece.startswith("<!--", place):
            short = _SHORT_COMMENT.match(piece, place)
            self._in_comment = short is None
            return short.end() if short else place + 4
        if piece.startswith(("<!", "<?", "</"), place):
            return piece.index(">", place) + 1
        return place + 1

    def _ending(self, attributes: str, name: str, *, is_end: bool) -> str:
        self._take(name, is_end=is_end)
        return next(ending for ending in _ENDINGS if _REST_OF_TAG.fullmatch(f"{attributes} {ending}"))

    def _take(self, name: str, *, is_end: bool) -> None:
        if not is_end and name not in _VOID:
            self._open.append(name)
            self._raw = name if name in _RAW else ""
        elif is_end and name in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(name)]


def _unended(piece: str, place: int) -> str:
    """Return what ends the instruction, the declaration or the character data that begins at `place`; ``""`` where it has an end."""
    if _SHORT_COMMENT.match(piece, place):  # readers older than the standard take it for the beginning of a longer one
        return "" if piece.find("-->", place + 4) >= 0 else "<!-- -->"
    for start, end in _MARKS.items():
        if piece.startswith(start, place):
            return "" if piece.find(end, place) >= 0 or piece.startswith("<!--", place) else end
    return ""
