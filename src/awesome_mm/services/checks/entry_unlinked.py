"""An entry without a link among entries that have one. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Case, Subject

_MOSTLY = 0.8
_FEWEST = 3


def find(subject: Subject) -> Iterator[Finding]:
    """Yield entries of a text that link nothing, where nearly all of their section do; empty links are found as such."""
    sections: dict[tuple[str, str], list[Case]] = {}
    for case in () if subject.is_catalog else subject.cases:
        if not case.refers:
            sections.setdefault((case.path, case.section), []).append(case)
    for cases in sections.values():
        bare = [case for case in cases if not case.entry.links.by_kind()]
        if len(cases) >= _FEWEST and len(cases) - len(bare) >= min(_MOSTLY * len(cases), len(cases) - 1):
            yield from (_found(case) for case in bare if "]()" not in case.text)


def _found(case: Case) -> Finding:
    return CHECK.of(
        case,
        said(f"{case.entry.name} links nothing.", f"{case.entry.name} 没有任何链接。"),
        said("Link the work, as its neighbours are linked.", "请像同节条目一样给出链接。"),
    )


_ROW = "| {0} | [Website](https://{0}.example.org/) |\n"
_HEAD = "## Benchmarks\n\n| Benchmark | Link |\n|---|---|\n" + _ROW.format("One") + _ROW.format("Two")

CHECK = Check(
    code="entry-unlinked",
    group=Group.SHAPE,
    severity=Severity.WARNING,
    about=said("an entry without a link among entries that have one", "同节条目均有链接，唯独此条目没有"),
    why="""Where nearly all entries of a section are linked, one that is not lost its link.""",
    unsound={"README.md": f"{_HEAD}| Three | |\n"},
    sound={"README.md": _HEAD + _ROW.format("Three")},
    find=find,
)
