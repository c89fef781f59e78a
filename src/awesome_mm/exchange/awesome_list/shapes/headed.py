"""An entry under a heading, or a folding's summary, of its own: the fields below say what it is.

Layer: exchange. ``### Baidu - Its System`` over ``**Paper**: [title](address)`` heads one work, or several where several papers are named.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ..addresses import Target, target_of
from ..blocks import Block, Markdown
from ..fields import Field, field_role, fields_of
from ..heads import clean_title, read_head, short_name
from ..parts import Parts, described, field_targets, parts_of
from ..pieces import Pieces, links_of, text_of
from ..words import bare_text, heading_text, link_role, words_of

_SAYS_NOTHING = frozenset(
    (
        "click to expand here show hide more details detail see view the full list read open unfold fold "
        "点击展开 展开 点击查看 查看详情 详情 更多 展开查看"
    ).split()
)
_LONGEST_NAME_WORDS = 4
_SHALLOW = 3  # the depth at which `fields_of` still reads the bullets of a top-level list
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
        return [entry] if entry else []
    blocks = _opened(blocks, markdown)
    shallow = list(fields_of(blocks, markdown, depth=_SHALLOW))
    papers = [named for field in shallow if field.role == "paper" for named in _papers(field)]
    if not papers and not _is_described(shallow, heading, blocks, markdown):
        return []
    return _works(line, whole, heading_text(text_of(heading)), papers, tuple(fields_of(blocks, markdown)))


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
        if link_role(link.label) is None and not link.label.startswith("http")
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
        works.append(described(parts, (), fields))
    return works


def _title_of(heading: str) -> str:
    """Return the title in a summary such as ``Name: A Title - what we think of it``."""
    before, _, _ = heading.partition(" - ")
    return before if ": " in before else heading


def _name_in(heading: str) -> str:
    return heading if len(heading.split()) <= _LONGEST_NAME_WORDS and " - " not in heading else ""
