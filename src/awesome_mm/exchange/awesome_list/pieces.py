"""The inside of a line as pieces: stretches of text with their emphasis, links and pictures, whether written in Markdown or in HTML.

Layer: exchange.
"""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from ...model.text import printable

if TYPE_CHECKING:
    from markdown_it.token import Token

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|，。；、（）【】]*[^\s<>\"'`|，。；、（）【】.,;:!?)\]}*_]", re.IGNORECASE)
_EMPHASIS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined"}
_BREAKS = ("br", "p", "div", "li")


class Piece(NamedTuple):
    """A stretch of a line: its text, how it is set, and the address it leads to (`link` numbers the links of a line from 1)."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    link: int = 0
    href: str = ""
    image: str = ""
    is_break: bool = False


class Link(NamedTuple):
    """A link of a line: what is read or shown, and where it leads; `first` is the number of its first piece."""

    label: str
    href: str
    image: str
    first: int


Pieces = tuple[Piece, ...]
BREAK = Piece("\n", is_break=True)


class PieceMaker:
    """Collects pieces as an inline text is walked through, whatever its language."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._depth = dict.fromkeys(("bold", "italic", "underlined"), 0)
        self._links = 0
        self._href = ""
        self._in_link = 0

    def open(self, name: str) -> None:
        """Begin ``bold``, ``italic`` or ``underlined``."""
        self._depth[name] += 1

    def close(self, name: str) -> None:
        """End what was begun."""
        self._depth[name] = max(self._depth[name] - 1, 0)

    def open_link(self, href: str) -> None:
        """Begin a link."""
        self._links += 1
        self._in_link, self._href = self._links, clean_address(href)

    def close_link(self) -> None:
        """End the link."""
        self._in_link, self._href = 0, ""

    def line_break(self) -> None:
        """Note that the line breaks here."""
        self.pieces.append(self._piece("\n", is_break=True))

    def image(self, source: str, label: str) -> None:
        """Add a picture."""
        self.pieces.append(self._piece(printable(label), image=clean_address(source)))

    def text(self, text: str) -> None:
        """Add text; an address that stands in it bare is a link."""
        text = printable(text)
        if self._in_link or "://" not in text:
            self._add(text)
            return
        end = 0
        for match in _ADDRESS.finditer(text):
            self._add(text[end : match.start()])
            self.open_link(match[0])
            self._add(match[0])
            self.close_link()
            end = match.end()
        self._add(text[end:])

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(self._piece(text))

    def _piece(self, text: str, *, image: str = "", is_break: bool = False) -> Piece:
        return Piece(
            text=text,
            bold=self._depth["bold"] > 0,
            italic=self._depth["italic"] > 0,
            underlined=self._depth["underlined"] > 0,
            link=self._in_link,
            href=self._href,
            image=image,
            is_break=is_break,
        )


class _HtmlPieces(HTMLParser):
    """Feeds a piece maker from HTML."""

    def __init__(self, maker: PieceMaker) -> None:
        super().__init__(convert_charrefs=True)
        self.maker = maker

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.maker.open_link(given["href"])
        elif tag == "img":
            self.maker.image(given.get("src", ""), given.get("alt", ""))
        elif tag in _BREAKS:
            self.maker.line_break()
        elif tag in _EMPHASIS:
            self.maker.open(_EMPHASIS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.maker.close_link()
        elif tag in _EMPHASIS:
            self.maker.close(_EMPHASIS[tag])

    def handle_data(self, data: str) -> None:
        self.maker.text(data)


def pieces_of_html(source: str) -> Pieces:
    """Return the pieces of a stretch of HTML."""
    maker = PieceMaker()
    reader = _HtmlPieces(maker)
    reader.feed(source)
    reader.close()
    return tuple(maker.pieces)


def pieces_of_tokens(tokens: Iterable["Token"]) -> Pieces:
    """Return the pieces of a line that the Markdown parser has cut into tokens."""
    maker = PieceMaker()
    reader = _HtmlPieces(maker)
    for token in tokens:
        _take(token, maker, reader)
    return tuple(maker.pieces)


def _take(token: "Token", maker: PieceMaker, reader: _HtmlPieces) -> None:
    match token.type:
        case "link_open":
            maker.open_link(str(token.attrs.get("href", "")))
        case "link_close":
            maker.close_link()
        case "strong_open" | "em_open":
            maker.open("bold" if token.type == "strong_open" else "italic")
        case "strong_close" | "em_close":
            maker.close("bold" if token.type == "strong_close" else "italic")
        case "softbreak" | "hardbreak":
            maker.line_break()
        case "image":
            maker.image(str(token.attrs.get("src", "")), token.content)
        case "html_inline":
            if not token.content.startswith("<!"):
                reader.feed(token.content)
        case _:
            maker.text(token.content)


def links_of(pieces: Pieces) -> tuple[Link, ...]:
    """Return the links of a line in order; a link around a picture has the picture's label."""
    found: dict[int, Link] = {}
    for number, piece in enumerate(pieces):
        if piece.link:
            known = found.get(piece.link) or Link("", piece.href, "", number)
            found[piece.link] = known._replace(label=known.label + piece.text, image=known.image or piece.image)
    return tuple(link._replace(label=" ".join(link.label.split())) for link in found.values())


def is_same(link: Link, other: Link) -> bool:
    """Whether two links say the same and lead to the same, wherever in a line they stand."""
    return (link.label, link.href) == (other.label, other.href)


def text_of(pieces: Iterable[Piece]) -> str:
    """Return what is read: the text without pictures, on one line."""
    return " ".join("".join(" " if piece.is_break else piece.text for piece in pieces if not piece.image).split())


def joined(first: Pieces, second: Pieces) -> Pieces:
    """Return two texts as the lines of one; their links are numbered on."""
    links = max((piece.link for piece in first), default=0)
    return (*first, BREAK, *(piece._replace(link=piece.link + links) if piece.link else piece for piece in second))


def lines_of(pieces: Pieces) -> Iterator[Pieces]:
    """Yield the pieces between line breaks."""
    line: list[Piece] = []
    for piece in pieces:
        if piece.is_break:
            yield tuple(line)
            line = []
        else:
            line.append(piece)
    yield tuple(line)


def clean_address(href: str) -> str:
    """Return an address as it is meant: without white space or brackets around it, and with its `https` spelt once."""
    href = printable(href).strip()
    if href.startswith("(") and href.endswith(")"):
        href = href[1:-1].strip()
    return re.sub(r"(?i)^h+(?=https?://)", "", href)
