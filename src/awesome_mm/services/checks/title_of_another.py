"""An arXiv id whose record bears another title. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.titles import Titles, is_same_work
from .finding import Check, Finding, Group, Severity, said
from .subject import Case, Subject

_SHORTEST = 3  # letters of a name that is looked for in a text


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works whose id is, by the records at hand, that of another paper."""
    titles = Titles(subject.wholes())
    for case in subject.cases:
        entry = case.entry
        record = subject.records.by_id.get(entry.links.arxiv[0]) if entry.links.arxiv and not case.refers else None
        if record is None or is_same_work(entry, record.title, record.authors) or _is_named(case, record.names):
            continue
        if subject.is_catalog and titles.is_record_of(entry, record.title, record.authors):
            continue
        right = subject.records.by_name.get(_key(entry.name))
        hint = f" {entry.name} is known as arXiv:{right.arxiv_id}." if right and right.arxiv_id != record.arxiv_id else ""
        wink = f" 已知 {entry.name} 的编号为 arXiv:{right.arxiv_id}。" if hint and right else ""
        yield CHECK.of(
            case,
            said(
                f"arXiv:{record.arxiv_id} is “{record.title}”, not {entry.name}.",
                f"arXiv:{record.arxiv_id} 是“{record.title}”，而非 {entry.name}。",
            ),
            said(f"Give the id of {entry.name}.{hint}", f"请填写 {entry.name} 的编号。{wink}"),
            field="links.arxiv",
        )


def _key(name: str) -> str:
    from ...model.text import squash

    return squash(name)


def _is_named(case: Case, names: tuple[str, ...]) -> bool:
    """Whether the work goes by a name of the record's, or the list names that where it links it: as the paper a dataset comes from."""
    known = {_key(name) for name in names}
    own = {_key(part) for name in (case.entry.name, *case.entry.aliases) for part in (name, *re.split(r"[(（)）/]", name))} - {""}
    return bool(known & own) or any(name in case.text for name in names if len(name) > _SHORTEST)


CHECK = Check(
    code="title-of-another",
    group=Group.TRUTH,
    severity=Severity.ERROR,
    about=said("an arXiv id that is another paper's, by the records at hand", "据已有记录，arXiv 编号属于另一论文"),
    why="""Of 38 ids in the list that the catalog began with, four led to other papers: nobody clicks on every link. The records at hand
are those of the bundled catalog and what `awesome-mm refresh` has fetched; with `--online` arXiv is asked for all ids.""",
    unsound={"README.md": "## Datasets\n\n| Dataset | Links |\n|---|---|\n| OmniCorpus | [Paper](https://arxiv.org/abs/2506.03448) |\n"},
    sound={"README.md": "## Datasets\n\n| Dataset | Links |\n|---|---|\n| OmniCorpus | [Paper](https://arxiv.org/abs/2406.08418) |\n"},
    find=find,
)
