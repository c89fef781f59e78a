"""A search engine's page of results in place of a paper. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .addresses import all_addresses
from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_RESULTS = re.compile(
    r"(?i)^https?://(?:(?:www\.)?(?:google|bing|baidu|duckduckgo|yandex)\.[a-z.]+/(?:search|s)\b\?|scholar\.google\.[a-z.]+/scholar\?.*\bq="
    r"|(?:www\.)?semanticscholar\.org/search\?|(?:www\.)?arxiv\.org/(?:search|a)(?:/\S*)?\?|(?:www\.)?github\.com/search\?"
    r"|(?:www\.)?google\.[a-z.]+/url\?)"
)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield links that lead to the results of a search."""
    for place, address in all_addresses(subject):
        if _RESULTS.match(address):
            yield place.finding(
                CHECK,
                said(f"This leads to the results of a search: {address[:100]}", f"此链接指向搜索结果页：{address[:100]}"),
                said("Link the paper itself.", "请直接链接论文本身。"),
            )


CHECK = Check(
    code="link-search",
    group=Group.LINKS,
    severity=Severity.WARNING,
    about=said("a page of search results in place of a paper", "以搜索结果页代替论文"),
    why="""Results change from day to day and from reader to reader, and none of them need be the paper.""",
    unsound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://www.google.com/search?q=alpha+making+data)\n"},
    sound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"},
    find=find,
    of_text=True,
)
