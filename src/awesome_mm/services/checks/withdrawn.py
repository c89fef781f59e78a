"""A paper that was withdrawn. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works whose record says that the paper was withdrawn."""
    for case in subject.cases:
        arxiv_id = case.entry.links.arxiv[0] if case.entry.links.arxiv else ""
        record = subject.records.by_id.get(arxiv_id)
        if (record and record.withdrawn) or (case.entry.arxiv and case.entry.arxiv.withdrawn):
            yield CHECK.of(
                case,
                said(f"arXiv:{arxiv_id} was withdrawn by its authors.", f"arXiv:{arxiv_id} 已被作者撤稿。"),
                said("Remove it, or say that it was withdrawn.", "请删去，或注明已撤稿。"),
                field="links.arxiv",
            )


_ENTRY = '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["editing"]\nlinks.arxiv = ["2501.01234"]\n'

CHECK = Check(
    code="withdrawn",
    group=Group.TRUTH,
    severity=Severity.ERROR,
    about=said("a paper that was withdrawn", "已撤稿的论文"),
    why="""arXiv keeps withdrawn papers, and their links go on working. `awesome-mm refresh` and `--online` ask for the records
that tell.""",
    unsound={"catalog.toml": f'{_ENTRY}\n[method.alpha.arxiv]\nbasis = "confirmed"\nwithdrawn = true\n'},
    sound={"catalog.toml": f'{_ENTRY}\n[method.alpha.arxiv]\nbasis = "confirmed"\n'},
    find=find,
)
