"""A paper that an entry links twice, bare and as a version. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_WRITTEN = re.compile(r"(?i)arxiv\.org/(?:abs|pdf|html)/(\d{4}\.\d{4,5})(v\d+)?(?:\.pdf)?(?![\w/])")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield entries of a text that link one paper both with a version and without."""
    for case in () if subject.is_catalog else subject.cases:
        forms: dict[str, set[str]] = {}
        for match in _WRITTEN.finditer(case.text):
            forms.setdefault(match[1], set()).add(match[2] or "")
        for arxiv_id, versions in forms.items():
            if len(versions) > 1:
                shown = ", ".join(sorted(f"{arxiv_id}{version}" for version in versions))
                yield CHECK.of(
                    case,
                    said(
                        f"{case.entry.name} links one paper in several versions: {shown}.",
                        f"{case.entry.name} 以多个版本链接同一论文：{shown}。",
                    ),
                    said("Keep the link without a version.", "请保留不带版本号的链接。"),
                    field="links.arxiv",
                )


CHECK = Check(
    code="link-twice",
    group=Group.IDENTITY,
    severity=Severity.WARNING,
    about=said("a paper linked both bare and as a version", "同一论文既有无版本链接又有带版本链接"),
    why="""Two links to one paper read like two papers. The bare id always leads to the newest version.""",
    unsound={
        "README.md": "## Methods\n\n- **Alpha** [paper](https://arxiv.org/abs/2501.01234)\n  - **Code**: see [v2](https://arxiv.org/abs/2501.01234v2)\n"
    },
    sound={"README.md": "## Methods\n\n- **Alpha** [paper](https://arxiv.org/abs/2501.01234)\n"},
    find=find,
)
