"""A host that has closed. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .addresses import all_addresses
from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

# Hosts that have closed, each with when and what became of it.
_CLOSED = {
    "paperswithcode.com": ("closed in July 2025", "已于 2025 年 7 月关闭"),
    "code.google.com": ("closed in January 2016", "已于 2016 年 1 月关闭"),
}
_HOST = re.compile(r"(?i)^https?://(?:www\.)?([^/?#:]+)")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield links to hosts that are known to have closed."""
    for place, address in all_addresses(subject):
        match = _HOST.match(address)
        closed = _CLOSED.get(match[1].casefold()) if match else None
        if match and closed:
            yield place.finding(
                CHECK,
                said(f"{match[1]} {closed[0]}: {address[:100]}", f"{match[1]} {closed[1]}：{address[:100]}"),
                said("Link the paper, its code or its data where it is now.", "请改为论文、代码或数据现在的地址。"),
            )


CHECK = Check(
    code="host-dead",
    group=Group.LINKS,
    severity=Severity.WARNING,
    about=said("a link to a host that has closed", "指向已关闭网站的链接"),
    why="""Some hosts are gone for good, and none of their pages needs to be asked for. With `--online` every link is asked for.""",
    unsound={
        "README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Page](https://paperswithcode.com/paper/alpha)\n"
    },
    sound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"},
    find=find,
    of_text=True,
)
