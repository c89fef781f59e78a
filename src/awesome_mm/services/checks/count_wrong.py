"""A count that is not what its section holds. Layer: services."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from ...model.list_text import ListText, Passage, Stands
from ...model.text import fold, squash
from .finding import Check, Finding, Group, Replacement, Severity, Told, said
from .subject import Subject

_BEHIND = re.compile(r"^(?P<label>[^()（）:：]+?)\s*[(（](?P<n>\d{1,4})(?P<more>\+?)\s*(?:papers?|works?|entries|items|篇|个|项)?[)）]")
_COLON = re.compile(
    r"^(?P<label>[^()（）:：]+?)\s*[:：]\s*(?P<n>\d{1,4})(?P<more>\+?)\s*(?:papers?|works?|entries|篇|个|项)?\s*(?:$|[(（])"
)
_BEFORE = re.compile(r"^(?P<n>\d{1,4})(?P<more>\+?)(?:\s*(?:个|篇|项|种)\s*|\s+)(?P<label>[^\W\d_][^()（）:：]{2,60}?)\s*(?:[(（]|$)")
_BADGE = re.compile(
    r"(?i)shields\.io/badge/(?P<label>(?:total[-_ ])?(?:papers?|works|entries|论文(?:数|总数)?))[-_](?P<n>\d{1,5})(?P<more>\+?)-"
)
_REGION = re.compile(
    r"(?P<open><!--\s*awesome-mm:\s*count\s+(?P<label>[^\n<>]{1,200}?)\s*-->)(?P<n>[^\n<]*)(?P<close><!--\s*/awesome-mm\s*-->)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r"(?i)\d\+?\s*(?:papers?|works?|entries|items|篇|个|项|种)")
_GENERIC = frozenset("work paper entry entrie dataset method model total number all list category categorie benchmark tool".split())
_SHORTEST = 4  # letters of a label
_STOP = frozenset("the a an of and for in on with to &".split())


class _Claim(NamedTuple):
    line: int
    label: str
    stated: int
    or_more: bool


class _Title(NamedTuple):
    title: str
    key: str
    begun: str
    words: set[str]


def find(subject: Subject) -> Iterator[Finding]:
    """Yield counts of a text's statistics, headings and badges, and of a catalog's, that are not what is there."""
    for text in subject.texts:
        held = _held(text, subject)
        titles = [_Title(title, _key(title), _key(_before_brackets(title)), _words(title)) for title in held]
        for claim in _claims(text, subject):
            if (title := _meant(claim.label, titles)) and not _is_so(claim, len(held[title])):
                yield CHECK.at(text.path, claim.line, *_said(claim, title, len(held[title])))
        yield from _badges(text, subject)
        yield from _regions(text, held)
    yield from _of_catalog(subject)


def _said(claim: _Claim, title: str, held: int) -> Told:
    more = "+" if claim.or_more else ""
    return (
        said(f"{claim.stated}{more} is stated, but “{title}” holds {held}.", f"写作 {claim.stated}{more}，而“{title}”实有 {held} 项。"),
        said(f"Write {held}, or let the number be computed.", f"请改为 {held}，或由程序计算。"),
    )


def _is_so(claim: _Claim, held: int) -> bool:
    return held >= claim.stated if claim.or_more else held == claim.stated


def _held(text: ListText, subject: Subject) -> dict[str, set[str]]:
    """Return the works that stand below each heading of a text, by the heading; of headings that are alike none."""
    found: dict[str, set[str]] = {}
    places: dict[str, set[tuple[str, ...]]] = {}
    for case in subject.cases:
        if case.path == text.path:
            way = case.section.split(" / ")
            for depth, title in enumerate(way):
                found.setdefault(title, set()).add(case.entry.id)
                places.setdefault(title, set()).add(tuple(way[: depth + 1]))
    return {title: works for title, works in found.items() if len(places[title]) == 1}


def _claims(text: ListText, subject: Subject) -> Iterator[_Claim]:
    """Yield the counts that lines state which are no entries: of sections without works, or of headings."""
    lines = sorted(case.line for case in subject.cases if case.path == text.path)
    for passage in _said_of_the_list(text, lines):
        for pattern in (_BEHIND,) if passage.stands is Stands.HEADING else (_BEHIND, _COLON, _BEFORE):
            if match := pattern.match(passage.text):
                if not _is_year(match):
                    yield _Claim(passage.line, match["label"], int(match["n"]), bool(match["more"]))
                break


def _is_year(match: re.Match[str]) -> bool:
    """Whether a number in brackets or behind a colon may be a year: nothing behind it says what is counted."""
    return bool(_YEAR.fullmatch(match["n"])) and not _COUNTED.search(match[0])


def _said_of_the_list(text: ListText, lines: list[int]) -> Iterator[Passage]:
    """Yield headings, and lines of sections without works (`lines` are those of works, sorted)."""
    headings = [1, *(heading.line for heading in text.headings)]
    contents = {link.line for link in text.links if link.target.startswith("#")}
    for passage in text.passages:
        if passage.stands is Stands.HEADING:
            yield passage
        elif passage.stands in (Stands.ITEM, Stands.PARAGRAPH):
            here = bisect_right(headings, passage.line)
            end = headings[here] if here < len(headings) else 10**9
            has_works = bisect_left(lines, end) > bisect_left(lines, headings[here - 1])
            # In a table of contents a number before the title is that of the section.
            if not has_works and not (passage.line in contents and passage.text[:1].isdecimal()):
                yield passage


def _meant(label: str, titles: Sequence[_Title]) -> str:
    """Return the one heading that `label` names: all its words, or the one that begins with them; ``""`` where none does."""
    key, words = _key(label), _words(label)
    if len(key) < _SHORTEST or words <= _GENERIC:
        return ""
    same = [one for one in titles if one.key == key]
    begun = [one for one in titles if one.begun == key] or [one for one in titles if words < one.words]
    found = same or begun
    return found[0].title if len(found) == 1 else ""


def _before_brackets(title: str) -> str:
    return re.split(r"[(（]", title, maxsplit=1)[0]


def _key(title: str) -> str:
    return squash(" ".join(sorted(_words(title)))) if title.isascii() else squash(title)


def _words(title: str) -> set[str]:
    words = re.findall(r"[^\W_]+", fold(title))
    return {word.removesuffix("s") for word in words} - _STOP


def _badges(text: ListText, subject: Subject) -> Iterator[Finding]:
    held = len({case.entry.id for case in subject.cases if case.path == text.path})
    for link in text.links:
        match = _BADGE.search(unquote(link.target)) if link.is_image else None
        if match:
            claim = _Claim(link.line, match["label"], int(match["n"]), bool(match["more"]))
            if not _is_so(claim, held):
                yield CHECK.at(text.path, link.line, *_said(claim, text.path.rpartition("/")[2], held))


def _regions(text: ListText, held: dict[str, set[str]]) -> Iterator[Finding]:
    """Yield counts in marked regions, which are computed: ``<!-- awesome-mm: count Image editing -->4<!-- /awesome-mm -->``."""
    for match in _REGION.finditer(text.source) if "awesome-mm:" in text.source else ():
        if text.source.count("\n", 0, match.start()) + 1 in text.code:
            continue
        title = match["label"].strip()
        works = held.get(title, set())
        everything = title.casefold() == "all"
        count = len(set().union(*held.values())) if everything else len(works)
        if (works or everything) and match["n"].strip() != str(count):
            line = text.source.count("\n", 0, match.start()) + 1
            old, new = match[0], f"{match['open']}{count}{match['close']}"
            message = said(
                f"{match['n'].strip() or 'Nothing'} is stated, but “{title}” holds {count}.",
                f"写作 {match['n'].strip()}，而“{title}”实有 {count} 项。",
            )
            fix = said(f"Write {count}; `--fix` does it.", f"请改为 {count}；`--fix` 可自动完成。")
            yield CHECK.at(text.path, line, message, fix, repairs=(Replacement(line=line, old=old, new=new),))


def _of_catalog(subject: Subject) -> Iterator[Finding]:
    """Yield statistics of a catalog that count a category and are not explained by a note."""
    for place, statistic in enumerate(subject.head.statistics if subject.head else ()):
        if not statistic.category or statistic.note:
            continue
        inside = _inside(statistic.category, subject)
        held = sum(bool(inside & set(case.entry.categories)) for case in subject.cases)
        claim = _Claim(0, statistic.label.said("en"), statistic.value, statistic.or_more)
        if not _is_so(claim, held):
            yield CHECK.under(("catalog", "statistics", place), *_said(claim, statistic.category, held))


def _inside(category: str, subject: Subject) -> set[str]:
    """Return a category and all below it."""
    found = {category}
    categories = subject.vocabularies.category if subject.vocabularies else {}
    while more := {one for one, held in categories.items() if held.parent in found} - found:
        found |= more
    return found


CHECK = Check(
    code="count-wrong",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    about=said("a count that is not what its section holds", "数目与所在章节的实际条目数不符"),
    why="""Nobody counts again after adding an entry. Counts are checked where they name a section: in a list's statistics, in headings, in
badges that count papers, in a catalog's statistics that carry no note, and in marked regions, where `--fix` writes them: `<!--
awesome-mm: count Image Editing -->2<!-- /awesome-mm -->` (`count all` counts the whole list).""",
    unsound={
        "README.md": "## Statistics\n\n- Image Editing (3): edits\n\n## Image Editing\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
        "- [Beta: Filtering Data](https://arxiv.org/abs/2401.00001)\n"
    },
    sound={
        "README.md": "## Statistics\n\n- Image Editing (2): edits\n\n## Image Editing\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"
        "- [Beta: Filtering Data](https://arxiv.org/abs/2401.00001)\n"
    },
    find=find,
    fixes=True,
)
