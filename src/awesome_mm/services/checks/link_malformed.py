"""An address that no browser understands. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from .finding import Check, Finding, Group, Replacement, Severity, said
from .subject import Subject

_SLIP = re.compile(r"(?i)^(?!https?://)(?:h{1,4}t{0,3}p{0,3}|t{1,3}p{1,3})s{0,2}(?:[:;]/{0,3}|/{2,3})(?=[\w-]+\.[a-z])")
_SCHEME = re.compile(r"(?i)^https?://(?!/)")
_HOST = re.compile(r"(?i)^(?:www\.[\w-]+\.[a-z]{2,}|(?:arxiv|github|huggingface|openreview)\.(?:org|com|co|net)/)")
_TWO = re.compile(r"(?i)^https?://[^?#]*[^/?#=&]https?://")
_NO_SPACES = re.compile(r"\s")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield addresses with a misspelt beginning, white space inside, brackets around, or two of them in one."""
    for text in subject.texts:
        for link in text.links:
            target = link.target.strip()
            is_file = subject.files.get(f"{text.path}\0{link.target}", False)
            wrong = _wrong(target) if target and not link.is_image and not is_file else None
            if wrong:
                mended = _mended(link.target)
                fix = f"Write {mended}." if mended else "Correct the address."
                yield CHECK.at(
                    text.path,
                    link.line,
                    said(f"{target} is no address: {wrong[0]}.", f"{target} 不是有效地址：{wrong[1]}。"),
                    said(fix, f"请改为 {mended}。" if mended else "请更正地址。"),
                    repairs=(Replacement(line=link.line, old=link.target, new=mended),) if mended and link.target in text.source else (),
                )


def _wrong(target: str) -> tuple[str, str] | None:
    if target.startswith("(") and target.endswith(")"):
        return "it stands in brackets twice", "多了一层括号"
    if _SCHEME.match(target):
        if _NO_SPACES.search(target):
            return "there is white space in it", "其中有空白"
        if _TWO.match(target):
            return "two addresses are run together", "两个地址连在一起"
        return None if _has_host(target) else ("it names no host", "没有主机名")
    if _SLIP.match(target) and not target.startswith("//"):
        return "its beginning is misspelt", "开头拼写有误"
    return ("https:// is missing", "缺少 https://") if _HOST.match(target) else None


def _has_host(target: str) -> bool:
    try:
        host = urlsplit(target).hostname
    except ValueError:
        return False
    return bool(host)


def _mended(target: str) -> str:
    """Return the address where there is but one that can be meant."""
    bare = target.strip()
    if bare.startswith("(") and bare.endswith(")") and _SCHEME.match(bare[1:-1]):
        return bare[1:-1]
    slip = _SLIP.match(bare)
    if slip and not _SCHEME.match(bare) and not _NO_SPACES.search(bare[slip.end() :]):
        return f"http{'s' if 's' in slip[0].casefold() else ''}://{bare[slip.end() :]}"
    return f"https://{bare}" if _HOST.match(bare) and not _NO_SPACES.search(bare) else ""


CHECK = Check(
    code="link-malformed",
    group=Group.LINKS,
    severity=Severity.ERROR,
    about=said("an address that no browser understands", "浏览器无法识别的地址"),
    why="""`hhttps://`, `htpps:/`, a bracket too many, an address without `https://` (which leads to a file of that name beside the list),
two addresses run together: slips of copying that make a link dead.""",
    unsound={
        "README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Code](hhttps://github.com/example/alpha)\n"
    },
    sound={
        "README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Code](https://github.com/example/alpha)\n"
    },
    find=find,
    of_text=True,
    fixes=True,
)
