"""What names an entry: the head of a bullet, a paragraph, a heading or a cell, split into name, title and what comes behind.

Layer: exchange.
"""

import re
from typing import NamedTuple

from .addresses import target_of
from .people import authors_in
from .pieces import BREAK, Link, Piece, Pieces, lines_of, links_of, text_of
from .titles import ID_AS_TEXT, LEADING, LONGEST_NAME, MOST_NAME_WORDS, QUOTED, clean_title, short_name, without_remark
from .words import bare_text, link_role, says_when_or_where, words_of

_PREFIX = re.compile(r"\s*(?:\[[^\[\]]{2,40}\]|[(（][^()（）]{2,40}[)）]|【[^【】]{2,40}】|[^|]{2,40}\|)\s*[:：,|–—-]?\s*")
_OPENING, _CLOSING = ("(", "[", "（", "【"), (")", "]", "）", "】")
_DATE_ALONE = re.compile(r"\s*\[?(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?\]?\s*")
_WRITTEN_ID = re.compile(rf"(?<![\s,.(])[\s,.(]*{ID_AS_TEXT}.*$", re.IGNORECASE)
_JOINS = re.compile(r"[\W_]*$")
_JOINT = re.compile(r"[:：–—-]\s*$")
_SENTENCE_END = re.compile(r"(?<=[^\s.][^\s.][.])\s+(?=[\"“*A-ZÀ-Þ0-9])|。")


class Head(NamedTuple):
    """A name (``""`` where only the title is known), a title, the link that stands on it, and the pieces behind."""

    name: str
    title: str
    link: Link | None
    rest: Pieces
    is_strong: bool = False


def read_head(pieces: Pieces) -> Head | None:
    """Return what `pieces` name; None where they name nothing: running text, an anchor, a picture.

    What stands before the name (``(CVPR 2024)``, ``[2024/05]``, ``[Paper]``) is passed over, and is part of what comes behind.
    """
    before, body = _split_prefix(pieces)
    head = _read_head(body)
    if head is None:
        return None
    title, remark = without_remark(head.title)
    behind = (*((Piece(remark), BREAK) if remark else ()), *head.rest, *((BREAK, *before) if before else ()))
    return head._replace(title=title, rest=behind)


def _read_head(pieces: Pieces) -> Head | None:
    links = [link for link in links_of(pieces) if not _is_picture(link)]
    titled = next((link for link in links if is_title(link, pieces[link.first])), None)
    lead = _lead(pieces, links)
    if titled and titled is (links[0] if links else None) and not _says_something(lead):
        if not _leads_out(titled):
            return None
        return _named_by_link(pieces, titled)
    return _named_by_text(pieces, lead, titled if links and titled is links[0] else None, links)


def _split_prefix(pieces: Pieces) -> tuple[Pieces, Pieces]:
    """Return what stands before a name, and the rest; nothing before it where nothing would be left."""
    links = [link for link in links_of(pieces) if not _is_picture(link)]
    is_titled = bool(links) and is_title(links[0], pieces[links[0].first])
    labels = {pieces[link.first].link for link in links[is_titled:] if link_role(link.label) is not None or link.label.startswith("http")}
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if piece.is_break or not words_of(piece.text) or piece.image or piece.link in labels:
            place += 1
        elif not piece.link and (end := _prefix_end(pieces, place)):
            before = (*pieces[:place], piece._replace(text=piece.text[:end]))
            left = (piece._replace(text=piece.text[end:]), *pieces[place + 1 :]) if piece.text[end:].strip() else pieces[place + 1 :]
            further, body = _split_prefix(left)
            return (*before, *further), body
        else:
            break
    if not any(words_of(piece.text) for piece in pieces[place:] if piece.link not in labels or not piece.link):
        return (), pieces
    return (pieces[:place], pieces[place:]) if any(words_of(piece.text) for piece in pieces[:place]) else ((), pieces)


def begins_with_title(pieces: Pieces) -> bool:
    """Whether a title of several words comes first, as a link or in bold, be it behind a venue or a date."""
    _, body = _split_prefix(pieces)
    first = next((piece for piece in body if words_of(piece.text)), None)
    head = _read_head(body) if first and (first.link or first.bold) else None
    return head is not None and len(words_of(head.title)) > 1 and (head.link is not None or any(link.label for link in links_of(body)))


def _following(pieces: Pieces) -> Piece | None:
    return next((piece for piece in pieces if piece.text.strip() or piece.image), None)


def _prefix_end(pieces: Pieces, place: int) -> int:
    """Return where the prefix ends that the piece at `place` begins with; 0 for none.

    It is a venue or a date set apart by brackets, a bar, code or the link behind it, or whatever stands in brackets before a linked title.
    """
    text, following = pieces[place].text, _following(pieces[place + 1 :])
    before = pieces[place - 1].text.rstrip() if place else ""
    match = _PREFIX.match(text)
    if match and says_when_or_where(match[0]):
        return match.end()
    is_bracketed = before.endswith(_OPENING) and following is not None and following.text.lstrip().startswith(_CLOSING)
    leads_to_link = following is not None and following.link > 0
    if (is_bracketed or leads_to_link or _DATE_ALONE.fullmatch(text)) and says_when_or_where(text):
        return len(text)
    if match and match.end() == len(text) and leads_to_link:
        label = next(link.label for link in links_of(pieces) if pieces[link.first].link == following.link) if following else ""
        return len(text) if link_role(label) is None else 0
    return 0


def is_title(link: Link, piece: Piece) -> bool:
    """Whether a link's label is a title: it says more than what kind of link it is, or says so in bold and in several words."""
    if link.label.startswith("http"):
        return False
    return link_role(link.label) is None or (piece.bold and len(words_of(link.label)) > 1 and link.label.replace(" ", "").isalpha())


def _is_picture(link: Link) -> bool:
    return bool(link.image) and ("shields.io" in link.image or not any(map(str.isalnum, link.label)))


def _leads_out(link: Link) -> bool:
    return target_of(link) is not None or not link.href.strip()


def _lead(pieces: Pieces, links: list[Link]) -> Pieces:
    """Return the pieces before the first link, and where there is none those of the first line."""
    if links:
        return tuple(piece for piece in pieces[: links[0].first] if not piece.image and not piece.link)
    lines = [line for line in lines_of(pieces) if text_of(line)]
    return lines[0] if lines else ()


def _says_something(lead: Pieces) -> bool:
    return bool(words_of(LEADING.sub("", text_of(lead))))


def _named_by_link(pieces: Pieces, link: Link) -> Head:
    number = pieces[link.first].link
    behind = pieces[max(place for place, piece in enumerate(pieces) if piece.link == number) + 1 :]
    prefix = _PREFIX.match(link.label)
    said = prefix[0] if prefix and says_when_or_where(prefix[0]) and words_of(link.label[prefix.end() :]) else ""
    rest = (Piece(said), BREAK, *behind) if said else behind
    return Head("", clean_title(link.label[len(said) :]), link, rest, is_strong=pieces[link.first].bold)


def _named_by_text(pieces: Pieces, lead: Pieces, titled: Link | None, links: list[Link]) -> Head | None:
    first_link = links[0].first if links else len(pieces)
    strong = tuple(piece for piece in lead if piece.bold or piece.underlined)
    before = LEADING.sub("", bare_text(text_of(lead)))
    if titled and (strong or (_JOINT.search(before) and len(before) <= LONGEST_NAME * 2)):
        name = clean_title(text_of(strong) or before)
        is_name = (
            len(name) <= 2 * LONGEST_NAME
            and _leads_out(titled)
            and _JOINS.match(text_of(lead[lead.index(strong[-1]) + 1 :]) if strong else "")
        )
        if is_name:
            return _named_by_link(pieces, titled)._replace(name=name)
    if titled and not (strong and _begins_with(lead, strong[0])):
        return None
    if underlined := tuple(piece for piece in lead if piece.underlined and not says_when_or_where(piece.text)):
        name = clean_title(text_of(underlined))
        quoted = tuple(piece for piece in lead if piece.bold and not piece.underlined)
        end = max((place for place, piece in enumerate(pieces[:first_link]) if piece in quoted or piece in underlined), default=0)
        return Head(name, clean_title(text_of(quoted)) or name, None, pieces[end + 1 :], is_strong=True)
    if strong and _begins_with(lead, strong[0]):
        return _named_by_strong(pieces, lead)
    return (_behind_people(pieces, lead, strong[0]) if strong else None) or _named_by_words(pieces, lead, links)


def _named_by_words(pieces: Pieces, lead: Pieces, links: list[Link]) -> Head | None:
    title, rest = _first_sentence(pieces, lead)
    if not title and links and links[0].label.startswith("http"):
        return _named_by_address(pieces, links[0])
    return Head("", title, None, rest) if words_of(title) else None


def _behind_people(pieces: Pieces, lead: Pieces, strong: Piece) -> Head | None:
    """Return the head whose title in bold stands behind its authors; None where something else stands before it."""
    people = lead[: lead.index(strong)]
    head = _named_by_strong(pieces, lead) if len(authors_in(text_of(people)).names) > 1 else None
    return head._replace(rest=(*head.rest, BREAK, *people)) if head else None


def _begins_with(lead: Pieces, strong: Piece) -> bool:
    before = text_of(lead[: lead.index(strong)])
    return not words_of(LEADING.sub("", before))


def _named_by_strong(pieces: Pieces, lead: Pieces) -> Head | None:
    """Return the head whose first bold stretch names it, with what stands behind the colon where that is a title in bold too."""
    start = next((place for place, piece in enumerate(pieces) if piece.bold and words_of(piece.text)), None)
    if start is None:
        return None
    end = start
    while end + 1 < len(pieces) and pieces[end + 1].bold and not pieces[end + 1].is_break and not pieces[end + 1].link:
        end += 1
    title = clean_title(text_of(pieces[start : end + 1]))
    if not words_of(title):
        return None
    if divided := _divided(title, pieces[end + 1 :]):
        return divided
    for place, piece in enumerate(pieces[end + 1 :], end + 1):
        if piece.bold and (quoted := QUOTED.fullmatch(piece.text.strip())):
            return Head(title, clean_title(quoted[1]), None, pieces[place + 1 :], is_strong=True)
        if words_of(piece.text):
            break
    return Head("", title, None, pieces[end + 1 :], is_strong=True)


def _divided(bold: str, behind: Pieces) -> Head | None:
    """Return the head whose parts bars divide, inside the bold or behind it: ``Name | A Full Title | CVPR 2024``; None for any other."""
    inside = [part.strip() for part in bold.split(" | ")]
    further = [part.strip() for part in text_of(piece for piece in behind if not piece.link).split("|")] if _is_barred(behind) else []
    name, *parts = (*inside, *further)
    if not parts or not words_of(name):
        return None
    if short_name(name) or len(words_of(name)) > MOST_NAME_WORDS:  # a title already
        return (
            Head("", clean_title(name), None, (Piece(" | ".join(inside[1:])), BREAK, *behind), is_strong=True) if len(inside) > 1 else None
        )
    title = next((part for part in parts if len(words_of(part)) > 1 and not says_when_or_where(part) and link_role(part) is None), "")
    rest = (Piece(" | ".join(part for part in inside[1:] if part != title)), BREAK, *behind)
    return Head(clean_title(name), clean_title(title), None, rest, is_strong=True) if title or len(inside) > 1 else None


def _is_barred(behind: Pieces) -> bool:
    return bool(behind) and text_of(behind).startswith("|")


def _first_sentence(pieces: Pieces, lead: Pieces) -> tuple[str, Pieces]:
    """Return the title that plain text begins with, and what comes behind it."""
    upright: list[Piece] = []
    for piece in lead:
        if piece.italic and upright:
            break
        upright.append(piece)
    said = "".join("" if piece.image else piece.text for piece in upright)
    quoted = QUOTED.match(LEADING.sub("", bare_text(said)))
    behind = pieces[pieces.index(upright[-1]) + 1 :] if upright else pieces
    if quoted:
        return clean_title(quoted[1]), (Piece(said[said.find(quoted[1]) + len(quoted[1]) :]), *behind)
    if cited := _WRITTEN_ID.search(said):
        said, behind = said[: cited.start()], (Piece(cited[0]), *behind)
    parts = _SENTENCE_END.split(said, maxsplit=1)
    return clean_title(parts[0]), ((Piece(parts[1]), *behind) if len(parts) > 1 else behind)


def _named_by_address(pieces: Pieces, link: Link) -> Head:
    target = target_of(link)
    path = (target.value if target else link.href).rstrip("/").removesuffix(".git")
    return _named_by_link(pieces, link)._replace(title=path.rpartition("/")[2] or path, link=link)
