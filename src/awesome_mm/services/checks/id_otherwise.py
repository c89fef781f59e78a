"""A work that is known under another arXiv id. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.text import squash
from ...model.titles import title_key
from .finding import Check, Finding, Group, Severity, said
from .months import months_between
from .records import Known
from .subject import Case, Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works of a known title, or of a known name in the same months, whose id no record at hand has and is not the known one."""
    for case in subject.cases:
        own = case.entry.links.arxiv
        if not own or case.refers or own[0] in subject.records.by_id:
            continue
        known = _known(case, subject)
        if known and known.arxiv_id not in own:
            yield CHECK.of(
                case,
                said(
                    f"{case.entry.name} is known as arXiv:{known.arxiv_id} (“{known.title}”), not as arXiv:{own[0]}.",
                    f"{case.entry.name} 已知的编号为 arXiv:{known.arxiv_id}（“{known.title}”），而非 arXiv:{own[0]}。",
                ),
                said(f"Look it up; arXiv:{known.arxiv_id} seems right.", f"请核对；似应为 arXiv:{known.arxiv_id}。"),
                field="links.arxiv",
            )


def _known(case: Case, subject: Subject) -> Known | None:
    entry = case.entry
    if found := subject.records.by_title.get(title_key(entry.title)):
        return found
    named = subject.records.by_name.get(squash(entry.name))
    has_title = squash(entry.title) != squash(entry.name)
    if named is None or has_title:
        return None
    from ...model.identifiers import month_of

    months = [month_of(one) for one in (named.arxiv_id, entry.links.arxiv[0])]
    return named if all(months) and abs(months_between(*months)) <= 1 else None


CHECK = Check(
    code="id-otherwise",
    group=Group.TRUTH,
    severity=Severity.ERROR,
    about=said("a work that the records at hand have under another arXiv id", "已有记录中该作品的 arXiv 编号不同"),
    why="""Where no record of an id is at hand, that of the work may be: by its title, or by its name where the months agree. Ids are
mistyped in their last digits, and lead to strangers.""",
    unsound={"README.md": "## Methods\n\n- **RefEdit** [(arXiv)](https://arxiv.org/abs/2506.03481)\n"},
    sound={"README.md": "## Methods\n\n- **RefEdit** [(arXiv)](https://arxiv.org/abs/2506.03448)\n"},
    find=find,
)
