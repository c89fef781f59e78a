"""Something that is said to be released, without a link to it. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.entry import State
from .finding import Check, Finding, Group, Severity, Told, said
from .subject import Case, Subject

_PARTS = {"code": ("code",), "data": ("data",), "model": ("model",)}
_RELEASED = re.compile(r"(?im)^[ \t>*+-]*(?:open[- ]?sourced?|code & data|开源(?:情况)?)\**[ \t]*[:：]\**[ \t]*✅(?P<said>.*)$")
_LINK = re.compile(r"\]\(\s*https?://|https?://|href=")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield parts of a catalog's entries that are released and linked nowhere, and entries of a text that a tick calls open."""
    for case in subject.cases:
        yield from _of_entry(case) if subject.is_catalog else _of_text(case)


def _of_entry(case: Case) -> Iterator[Finding]:
    entry = case.entry
    links = {kind for one in (entry.links, *(artifact.links for artifact in entry.artifacts)) for kind in one.by_kind()}
    for part, access in entry.openness.by_part().items():
        if access.state is State.RELEASED and part in _PARTS and not links & {*_PARTS[part], "project", "code"}:
            yield CHECK.of(case, *_said(case.entry.name, part), field=f"openness.{part}")


def _of_text(case: Case) -> Iterator[Finding]:
    match = _RELEASED.search(case.text)
    has_any = bool({"code", "data", "model", "project"} & set(case.entry.links.by_kind()))
    if match and not has_any and not _LINK.search(match["said"]):
        yield CHECK.of(case, *_said(case.entry.name, match["said"].strip().partition("(")[0].strip() or "something"))


def _said(name: str, what: str) -> Told:
    return (
        said(f"{name} is said to be open ({what}), and nothing is linked.", f"{name} 标为已开源（{what}），却没有给出链接。"),
        said("Link what is released, or say that it is promised.", "请给出链接；若尚未发布，请写明“承诺开源”。"),
    )


CHECK = Check(
    code="released-unlinked",
    group=Group.LINKS,
    severity=Severity.WARNING,
    about=said("something called open that is linked nowhere", "标为开源却没有链接"),
    why="""Papers promise code that never comes. Where a list says that something is released it can say where; where it cannot, the word
is "promised".""",
    unsound={"README.md": "## Methods\n\n- **Alpha** [(arXiv)](https://arxiv.org/abs/2501.01234)\n  - **Open Source**: ✅ Dataset, Code\n"},
    sound={
        "README.md": "## Methods\n\n- **Alpha** [(arXiv)](https://arxiv.org/abs/2501.01234)\n  - **Open Source**: ✅ [Code](https://github.com/example/alpha)\n"
    },
    find=find,
)
