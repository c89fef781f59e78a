"""An entry under a heading, or a folding's summary, of its own: the fields below say what it is.

Layer: exchange. ``### Baidu - Its System`` over ``**Paper**: [title](address)`` heads one work, or several where several papers are named.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ..addresses import Target, target_of
from ..blocks import Block, Markdown
from ..fields import Field, field_role, fields_of, labelled
from ..heads import read_head
from ..parts import Parts, authors_behind, described, field_targets, head_targets, parts_of, tells_people
from ..pieces import Piece, Pieces, joined, lines_of, links_of, text_of
from ..titles import clean_title, short_name, without_remark
from ..words import bare_text, heading_text, link_role, words_of

_SAYS_NOTHING = frozenset(
    (
        "click to expand here show hide more details detail see view the full list read open unfold fold links link resources "
        "点击展开 展开 点击查看 查看详情 详情 更多 展开查看"
    ).split()
)
_LONGEST_NAME_WORDS = 4
_SHALLOW = 3  # the depth at which `fields_of` still reads the bullets of a top-level list
_MOST_LINES = 6  # between a heading and the links of its work
_ROLES = ("paper", "code", "data", "model", "project")


class _Named(NamedTuple):
    title: str
    target: Target | None


def read_headed(line: int, heading: Pieces, source: str, blocks: Sequence[Block], markdown: Markdown) -> list[Parts]:
    """Return the works that a heading and the `blocks` below it describe; none where it heads a section."""
    whole = f"**{heading_text(text_of(heading))}**\n\n{source}".strip()
    head = read_head(heading)
    if head and head.link and link_role(head.link.label) is None and target_of(head.link):
        entry = parts_of(line, whole, heading, blocks, markdown)
        return [_with_people(entry, blocks, markdown)] if entry else []
    blocks = _opened(blocks, markdown)
    shallow = list(fields_of(list(_of_fields(blocks, markdown)), markdown, depth=_SHALLOW))
    opening = _opening(blocks, markdown)
    if opening.targets:
        name, remark = without_remark(clean_title(heading_text(text_of(heading))))
        title = opening.title or name
        named = name if opening.title else short_name(title) or title
        parts = Parts(line, whole, named, title, has_name=bool(opening.title), targets=opening.targets)
        return [described(parts, joined((Piece(remark),), opening.people), shallow)]
    papers = [named for field in shallow if field.role == "paper" for named in _papers(field)]
    if not papers and not _is_described(shallow, heading, blocks, markdown):
        return []
    works = _works(line, whole, heading_text(text_of(heading)), papers, tuple(fields_of(blocks, markdown)))
    return [_with_people(works[0], blocks, markdown)] if len(works) == 1 else works


def _with_people(parts: Parts, blocks: Sequence[Block], markdown: Markdown) -> Parts:
    """Return an entry with authors, venue and date of the line below its heading, as far as the heading gives none."""
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    below = described(parts, markdown.pieces(first.content), ()) if first else parts
    return parts._replace(
        authors=parts.authors if parts.authors.names else below.authors,
        venue=parts.venue if parts.venue.venue else below.venue,
        date=parts.date or below.date,
    )


def _of_fields(blocks: Sequence[Block], markdown: Markdown) -> Iterator[Block]:
    """Yield the blocks that may hold fields of one work: no list of bullets without a label, unless a label stands above it."""
    above = ""
    for block in blocks:
        if block.kind != "list" or above or _are_fields(block, markdown):
            yield block
        lines = [field for field in fields_of((block,), markdown) if block.kind == "paragraph"]
        above = lines[-1].label if lines and not text_of(lines[-1].value) else ""


def _are_fields(block: Block, markdown: Markdown) -> bool:
    first = [next(fields_of(bullet.children[:1], markdown), None) for bullet in block.children]
    return 2 * sum(field is not None and field.role is not None for field in first) >= len(first)


def is_over_links(blocks: Sequence[Block], markdown: Markdown) -> bool:
    """Whether the links of one work stand alone below its heading, with nothing but its title and its people between."""
    return bool(_opening(_opened(blocks, markdown), markdown).targets)


class _Opening(NamedTuple):
    """What stands right below a heading: a title in bold, lines of people, venue and date, and where links lead that stand alone."""

    title: str = ""
    people: Pieces = ()
    targets: tuple[Target, ...] = ()


def _opening(blocks: Sequence[Block], markdown: Markdown) -> _Opening:
    opening = takewhile(lambda block: block.kind in ("paragraph", "html"), blocks)
    lines = [line for block in opening if block.kind == "paragraph" for line in lines_of(markdown.pieces(block.content))]
    title = _bold_title(lines[0]) if len(lines) > 1 and not authors_behind(lines[0]).names else ""
    people: Pieces = ()
    targets: list[Target] = []
    for line in lines[bool(title) : _MOST_LINES]:
        if found := _bare_links(line):
            targets += found
        elif not text_of(line) or _tells_people(line):
            people = joined(people, line)
        else:
            break
    return _Opening(title, people, tuple(dict.fromkeys(targets)))


def _tells_people(line: Pieces) -> bool:
    field = labelled(line)
    return field.role in ("authors", "venue", "date") if field.label else tells_people(line)


def _bold_title(pieces: Pieces) -> str:
    """Return the title that a paragraph in bold is, which stands below a mere name."""
    said = [piece for piece in pieces if piece.text.strip()]
    return clean_title(text_of(pieces)) if said and all(piece.bold and not piece.link for piece in said) else ""


def _bare_links(pieces: Pieces) -> tuple[Target, ...]:
    """Return where the links lead that stand alone on a line below a heading: ``[Paper] [Code]`` and nothing else."""
    links = links_of(pieces)
    is_bare = bool(links) and not words_of(text_of(piece for piece in pieces if not piece.link))
    if not is_bare or (link_role(links[0].label) is None and not links[0].image):  # behind the first may be one to "Its models"
        return ()
    targets = tuple(dict.fromkeys(head_targets(pieces, None)))
    return targets if any(target.kind != "page" for target in targets) else ()


def _opened(blocks: Sequence[Block], markdown: Markdown) -> list[Block]:
    """Return `blocks` with foldings that only ask to be clicked opened, and without those whose summary heads something of its own."""
    opened: list[Block] = []
    for block in blocks:
        if block.kind != "details":
            opened.append(block)
        elif says_nothing(text_of(markdown.pieces(block.content))):
            opened += _opened(block.children, markdown)
    return opened


def says_nothing(summary: str) -> bool:
    """Whether a summary only asks to be clicked."""
    return all(word in _SAYS_NOTHING for word in words_of(bare_text(summary)))


def _papers(field: Field) -> list[_Named]:
    """Return the papers a field names, each with its title where it gives one."""
    links = [(link, target) for link in links_of(field.value) if (target := target_of(link, "paper"))]
    titled = [
        _Named(clean_title(link.label), target)
        for link, target in links
        if link_role(link.label) is None and not link.label.startswith("http") and len(words_of(link.label)) > 1
    ]
    if titled:
        return titled
    said = clean_title(text_of(piece for piece in field.value if not piece.link))
    title = said if len(words_of(said)) > 1 and not field.is_below and field_role(field.label) == "paper" else ""
    return [_Named(title, links[0][1] if links else None)] if title or links else []


def _is_described(shallow: Sequence[Field], heading: Pieces, blocks: Sequence[Block], markdown: Markdown) -> bool:
    """Whether fields say of one work where its code, its data and the like are."""
    fields = shallow if not any(piece.bold for piece in heading) else list(fields_of(blocks, markdown))
    roles = {field.role for field in fields if field.role in _ROLES and any(target_of(link) for link in links_of(field.value))}
    return len(roles) > 1


def _works(line: int, source: str, heading: str, papers: Sequence[_Named], fields: tuple[Field, ...]) -> list[Parts]:
    heading, remark = without_remark(heading)
    titled = [paper for paper in papers if paper.title] or [_Named(_title_of(heading), paper.target) for paper in papers[:1]]
    titled = titled or [_Named(_title_of(heading), None)]
    more = tuple(field_targets(fields, {paper.target.kind for paper in papers if paper.target}))
    claimed = {paper.target for paper in titled}
    works = []
    for number, paper in enumerate(titled):
        rest = tuple(target for target in more if target not in claimed and target.kind != "arxiv") if number == 0 else ()
        own = (paper.target,) if paper.target else ()
        name = short_name(paper.title) or (_name_in(heading) if len(titled) == 1 else "") or paper.title
        parts = Parts(line, source, name, paper.title, targets=(*own, *rest))
        works.append(described(parts, (Piece(remark),), fields))
    return works


def _title_of(heading: str) -> str:
    """Return the title in a summary such as ``Name: A Title - what we think of it``."""
    before, _, _ = heading.partition(" - ")
    return before if ": " in before else heading


def _name_in(heading: str) -> str:
    return heading if len(heading.split()) <= _LONGEST_NAME_WORDS and " - " not in heading else ""
