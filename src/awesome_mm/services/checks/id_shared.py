"""One arXiv id on two works. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.text import squash
from ...model.titles import likeness
from .finding import Check, Finding, Group, Severity, said
from .subject import Case, Subject

_ALIKE = 0.5  # of the words of two titles; a paper's second version or a slip of the pen shares more
_FEWEST_WORDS = 3
_OF_A_TITLE = 5  # a name of so many words is a title
_MOST = 20  # works of one id that are compared


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works whose id an earlier work of another title has; a paper's several datasets, which go by names, are no fault."""
    bearers: dict[str, list[Case]] = {}
    for cases in subject.cases_by_entry.values():
        for case in cases:
            for arxiv_id in case.entry.links.arxiv[:1]:
                held = bearers.setdefault(arxiv_id, [])
                if other := _other(case, held):
                    yield CHECK.of(case, said(*_message(arxiv_id, other)), said(*_FIX), field="links.arxiv")
                if len(held) < _MOST:
                    held.append(case)


_FIX = (
    "One of the two is wrong: look both up by title. Works that do share a paper are declared related in a catalog.",
    "两者必有一误：请按标题分别核对。确属同一论文的条目，请在目录中声明关联。",
)


def _message(arxiv_id: str, other: Case) -> tuple[str, str]:
    place = f", line {other.line}" if other.line else ""
    where = f"，第 {other.line} 行" if other.line else ""
    return (
        f"arXiv:{arxiv_id} is the id of another work as well: {other.entry.title} ({other.entry.id}{place}).",
        f"arXiv:{arxiv_id} 同时是另一篇的编号：{other.entry.title}（{other.entry.id}{where}）。",
    )


def _other(case: Case, held: Sequence[Case]) -> Case | None:
    if case.refers or any(other.entry.id == case.entry.id for other in held):
        return None
    return next((other for other in held if not other.refers and _are_apart(case, other)), None)


def _are_apart(one: Case, other: Case) -> bool:
    """Whether two are surely two papers: both give full titles, which are not alike, and neither names the other."""
    related = {relation.to for case in (one, other) for relation in case.entry.relations}
    if related & {one.entry.id, other.entry.id} or not all(map(_has_title, (one, other))):
        return False
    titles = [squash(case.entry.title) for case in (one, other)]
    names = [squash(case.entry.name) for case in (one, other)]
    named = any(name and name in title for name, title in zip(names, reversed(titles), strict=True))
    return not named and likeness(one.entry.title, other.entry.title) < _ALIKE


def _has_title(case: Case) -> bool:
    words = len(case.entry.title.split())
    return words >= (_FEWEST_WORDS if squash(case.entry.title) != squash(case.entry.name) else _OF_A_TITLE)


CHECK = Check(
    code="id-shared",
    group=Group.IDENTITY,
    severity=Severity.ERROR,
    about=said("an arXiv id that two works of different titles have", "两篇标题不同的作品共用一个 arXiv 编号"),
    why="""An id belongs to one paper. Where two works of different titles have the same, one was copied from the line above. Several
datasets of one paper, a work listed in several sections, and works that a catalog declares related may share an id.""",
    unsound={
        "README.md": "## Methods\n\n- [Nexus-Gen: A Unified Model for Image Understanding](https://arxiv.org/abs/2404.14396)\n"
        "- [SEED-X: Multimodal Models with Multi-granularity Comprehension](https://arxiv.org/abs/2404.14396)\n"
    },
    sound={
        "README.md": "## Methods\n\n- [Nexus-Gen: A Unified Model for Image Understanding](https://arxiv.org/abs/2504.21356)\n"
        "- [SEED-X: Multimodal Models with Multi-granularity Comprehension](https://arxiv.org/abs/2404.14396)\n"
    },
    find=find,
)
