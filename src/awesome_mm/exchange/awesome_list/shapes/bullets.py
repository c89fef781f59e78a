"""Bulleted and numbered entries: a linked or bold title, then authors, venue, links and badges, with fields or prose below.

Layer: exchange. A bullet without a link that stands over bullets with titles is a category of theirs.
"""

import re
from collections.abc import Sequence

from ..addresses import PAPERS, target_of
from ..blocks import Block, Markdown
from ..fields import labelled
from ..heads import begins_with_title, read_head
from ..parts import Missed, Parts, described, named, parts_of, tells_people
from ..pieces import Pieces, joined, lines_of, links_of, text_of
from ..titles import clean_title
from ..words import heading_text, link_role, words_of
from .context import Context, Found, holds_works, under
from .labelled import labelled_work

_LONGEST_CATEGORY = 120
_MOST_HEAD_LINES = 4  # people, venue, date, links: what comes further below is text
_FEWEST_TITLE_WORDS = 4  # of a title below another entry: shorter labels are names of what is spoken of
_NEWS = re.compile(r"^\W*(?:\d{4}[-/.年]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})")


def read(block: Block, context: Context) -> Found:
    """Return the entries of a list, or nothing where none of its bullets is one."""
    if block.kind != "list":
        return []
    found: Found = []
    heading = ""
    for bullet in block.children:
        if lone := _lone_heading(bullet, context.markdown):
            heading = lone
            continue
        under_it = _bullet(bullet, context)
        found += under(heading, under_it) if heading and any(isinstance(one, Parts) and one.group for one in under_it) else under_it
    if _is_news(block, context.markdown):
        return []
    return found if holds_works(found) else _cited(block, context.markdown) or _mentions(block, context.markdown)


def _lone_heading(bullet: Block, markdown: Markdown) -> str:
    """Return what a bullet in bold says that has nothing below it because what follows was not indented far enough; else ``""``."""
    pieces = _opening(bullet, markdown)
    said = [piece for piece in pieces if piece.text.strip()]
    is_heading = len(bullet.children) == 1 and said and all(piece.bold and not piece.link for piece in said)
    return heading_text(text_of(pieces)) if is_heading else ""


def _is_news(block: Block, markdown: Markdown) -> bool:
    """Whether most bullets begin with a date, and tell of something: behind the date of an entry stands its title."""
    openings = [_opening(bullet, markdown) for bullet in block.children]
    dated = [pieces for pieces in openings if _NEWS.match(text_of(pieces)) and not begins_with_title(pieces)]
    return len(dated) * 2 > len(block.children)


def _opening(bullet: Block, markdown: Markdown) -> Pieces:
    first = bullet.children[0] if bullet.children else None
    return markdown.pieces(first.content) if first and first.kind in ("paragraph", "heading") else ()


def _bullet(bullet: Block, context: Context) -> Found:
    pieces = _opening(bullet, context.markdown)
    if not text_of(pieces) and not links_of(pieces):
        return context.read_all(bullet.children) if any(block.kind == "details" for block in bullet.children) else []
    if labelled := labelled_work(bullet.line, bullet.source, pieces, bullet.children[1:], context.markdown):
        return [labelled]
    if category := _as_category(bullet, pieces, context):
        return category
    head, body = _split_head(pieces, bullet.children[1:], context.markdown)
    if entry := parts_of(bullet.line, bullet.source, head, body, context.markdown):
        return [entry, *_nested(bullet.children[1:], context)]
    if _is_contents(pieces):
        return []
    return [Missed(bullet.line, text_of(pieces), "names no work, or leads nowhere")]


def _split_head(pieces: Pieces, blocks: Sequence[Block], markdown: Markdown) -> tuple[Pieces, Sequence[Block]]:
    """Return the head with the lines of people, venue and date behind it, which empty lines may divide from it, and the rest."""
    for place, block in enumerate(blocks[:_MOST_HEAD_LINES]):
        line = markdown.pieces(block.content) if block.kind == "paragraph" else ()
        if labelled(line).label or not tells_people(line):
            return pieces, blocks[place:]
        pieces = joined(pieces, line)
    return pieces, blocks[_MOST_HEAD_LINES:]


def _nested(blocks: Sequence[Block], context: Context) -> Found:
    """Return the works of their own below an entry: bullets that begin with the title of a paper as a link."""
    lists = [block for block in blocks if block.kind == "list"]
    return [one for block in lists for bullet in block.children if _is_paper(bullet, context.markdown) for one in _bullet(bullet, context)]


def _is_paper(bullet: Block, markdown: Markdown) -> bool:
    pieces = _opening(bullet, markdown)
    head = read_head(pieces) if begins_with_title(pieces) else None
    target = target_of(head.link) if head and head.link else None
    return target is not None and target.kind in PAPERS and len(words_of(head.title if head else "")) >= _FEWEST_TITLE_WORDS


def _is_contents(pieces: Pieces) -> bool:
    links = links_of(pieces)
    return bool(links) and all(link.href.startswith("#") for link in links)


def _as_category(bullet: Block, pieces: Pieces, context: Context) -> Found:
    """Return the entries below a bullet that heads them; nothing where it is an entry itself."""
    if any(not link.href.startswith("#") for link in links_of(pieces)) or len(text_of(pieces)) > _LONGEST_CATEGORY:
        return []
    inner = [block for block in bullet.children[1:] if block.kind == "list"]
    if not any(_is_titled(one, context.markdown) for block in inner for one in block.children):
        return []
    return under(heading_text(text_of(pieces)), context.read_all(bullet.children[1:]))


def _is_titled(bullet: Block, markdown: Markdown) -> bool:
    """Whether a bullet begins with a title that is a link, or with such a category."""
    pieces = _opening(bullet, markdown)
    head = read_head(pieces)
    if head and head.link and link_role(head.link.label) is None and not labelled(next(lines_of(pieces))).label:
        return True
    return any(_is_titled(one, markdown) for block in bullet.children[1:] if block.kind == "list" for one in block.children[:1])


def _cited(block: Block, markdown: Markdown) -> Found:
    """Return the works that a list without any link cites, with venue, or people and date, behind titles; nothing where few are."""
    found: Found = []
    for bullet in block.children:
        pieces = _opening(bullet, markdown)
        head = read_head(pieces) if not links_of(pieces) else None
        parts = described(Parts(bullet.line, bullet.source, *named(head)), head.rest, ()) if head else None
        is_cited = parts is not None and (parts.venue.venue or (parts.authors.names and parts.date)) and len(words_of(parts.title)) > 1
        found.append(parts if parts and is_cited else Missed(bullet.line, text_of(pieces), "names no work, or leads nowhere"))
    works = sum(isinstance(one, Parts) for one in found)
    return found if works > 1 and 2 * works > len(found) else []


def _mentions(block: Block, markdown: Markdown) -> Found:
    """Return what a list of nothing but lines of text names; whether these are works, only the rest of the text can tell."""
    found: Found = []
    for bullet in block.children:
        pieces = _opening(bullet, markdown)
        title = clean_title(text_of(pieces))
        if len(bullet.children) == 1 and title and not links_of(pieces):
            found.append(Parts(bullet.line, bullet.source, title, title, mention=block.line))
    return found
