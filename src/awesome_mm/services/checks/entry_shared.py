"""Two entries of a catalog that are one work. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.text import squash
from ..duplicates import Sameness, same_works
from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_BY = {
    Sameness.TITLE: ("title", "标题"),
    Sameness.NEAR_TITLE: ("nearly the title", "相近的标题"),
    Sameness.ARXIV: ("arXiv id", "arXiv 编号"),
}


def find(subject: Subject) -> Iterator[Finding]:
    """Yield entries of a catalog that share a title or an arXiv id with an earlier one, and names that two entries go by."""
    if not subject.is_catalog:
        return
    cases = {case.entry.id: case for case in subject.cases}
    entries = [case.entry for case in subject.cases]
    for entry_id, match in same_works(entries):
        case, other = cases[entry_id], cases[match.entry].entry
        related = {relation.to for entry in (case.entry, other) for relation in entry.relations}
        if match.by not in _BY or related & {entry_id, match.entry}:
            continue
        if match.by is Sameness.ARXIV and squash(case.entry.title) == squash(case.entry.name):
            continue  # a paper's several datasets
        en, zh = _BY[match.by]
        message = said(
            f"{entry_id} has {en} in common with {match.entry}: {match.what}.", f"{entry_id} 与 {match.entry} 的{zh}相同：{match.what}。"
        )
        fix = said("Make one entry of the two, or declare how they are related.", "请合并为一个条目，或声明两者的关联。")
        yield CHECK.of(case, message, fix, field="links.arxiv" if match.by is Sameness.ARXIV else "title")
    yield from _shared_names(subject)


def _shared_names(subject: Subject) -> Iterator[Finding]:
    bearers: dict[str, str] = {}
    for case in subject.cases:
        for name in dict.fromkeys(map(squash, (case.entry.name, *case.entry.aliases))):
            if name and bearers.setdefault(name, case.entry.id) != case.entry.id and name != squash(case.entry.name):
                yield CHECK.of(
                    case,
                    said(f"The alias {name!r} is a name of {bearers[name]} too.", f"别名 {name!r} 也是 {bearers[name]} 的名称。"),
                    said("Leave it to the one that is called so.", "请只留给真正用此名的条目。"),
                    field="aliases",
                )


_HEAD = '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Instruction Data from Images"\ncategories = ["editing"]\n'

CHECK = Check(
    code="entry-shared",
    group=Group.IDENTITY,
    severity=Severity.WARNING,
    about=said("two entries of a catalog that are one work, or share an alias", "目录中的两个条目实为一篇，或共用别名"),
    why="""One work is one entry: what is said of it stands in one place, and counts count it once. Entries that share a title or a paper,
without being declared related, were entered twice.""",
    unsound={
        "catalog.toml": f'{_HEAD}\n[method.alpha-2]\nname = "Alpha 2"\n'
        'title = "Alpha: Making Instruction Data from Images"\ncategories = ["editing"]\n'
    },
    sound={
        "catalog.toml": f'{_HEAD}\n[method.beta]\nname = "Beta"\ntitle = "Beta: Filtering Captions by Agreement"\n'
        'categories = ["editing"]\n'
    },
    find=find,
)
