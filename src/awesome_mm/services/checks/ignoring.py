"""Suppressions: comments in a file that say which finding is no fault, and why. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .choosing import checks_by_code
from .finding import Check, Finding, said
from .made_elsewhere import IGNORE_UNEXPLAINED, IGNORE_UNUSED

_COMMENT = re.compile(
    r"(?:<!--|#)\s*awesome-mm:\s*ignore(?P<file>-file)?\s+(?P<codes>[\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:[:：](?P<reason>.*?))?(?:-->|$)"
)
_HEADER = re.compile(r"\s*\[+\s*(\w+)\.([\w-]+)\s*\]")


@dataclass(frozen=True)
class Ignore:
    """A suppression: what it suppresses, on which line (0: of the whole file) or of which entry, and whether it may."""

    path: str
    at: int
    codes: tuple[str, ...]
    reason: str
    line: int
    entry: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether it suppresses `finding`."""
        if not self.reason or finding.code not in self.codes or finding.path != self.path:
            return False
        return not self.line or finding.line == self.line or (bool(self.entry) and finding.entry == self.entry)


def without_ignored(findings: Sequence[Finding], sources: Mapping[str, str], ran: Sequence[Check]) -> list[Finding]:
    """Return `findings` without those that a comment in `sources`, by path, suppresses, and with those about the comments.

    A comment is of no use only where the check it names `ran`.
    """
    ignores = [one for path, source in sources.items() for one in ignores_in(path, source)]
    used: set[Ignore] = set()
    kept = []
    for finding in findings:
        covering = [one for one in ignores if one.covers(finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    codes = {check.code for check in ran}
    about = [*_unexplained(ignores), *(_unused(one) for one in ignores if one.reason and one not in used and codes >= set(one.codes))]
    return [*kept, *(finding for finding in about if finding.code in codes)]


def ignores_in(path: str, source: str) -> Iterator[Ignore]:
    """Yield the suppressions in the file at `path`, each with the line it is about: its own, or the next where it stands alone."""
    if "awesome-mm:" not in source:
        return
    lines = source.split("\n")
    for place, text in enumerate(lines):
        for match in _COMMENT.finditer(text):
            line, entry = place + 1, ""
            if not _COMMENT.sub("", text).strip(" \t->"):
                below = next((at for at in range(place + 1, len(lines)) if _COMMENT.sub("", lines[at]).strip()), place)
                header = _HEADER.match(lines[below])
                line, entry = below + 1, header[2] if header else ""
            codes = tuple(re.split(r"\s*,\s*", match["codes"]))
            yield Ignore(path, place + 1, codes, (match["reason"] or "").strip(), 0 if match["file"] else line, entry)


def _unexplained(ignores: Sequence[Ignore]) -> Iterator[Finding]:
    known = checks_by_code()
    for one in ignores:
        if strange := [code for code in one.codes if code not in known]:
            yield IGNORE_UNEXPLAINED.at(
                one.path,
                one.at,
                said(f"There is no code {strange[0]}.", f"没有代码 {strange[0]}。"),
                said("`awesome-mm lint --explain all` names them.", "`awesome-mm lint --explain all` 列出全部代码。"),
            )
        elif not one.reason:
            yield IGNORE_UNEXPLAINED.at(
                one.path,
                one.at,
                said("This suppresses nothing, for it gives no reason.", "未给出理由，豁免无效。"),
                said("Write the reason behind a colon.", "请在冒号后写明理由。"),
            )


def _unused(one: Ignore) -> Finding:
    return IGNORE_UNUSED.at(
        one.path,
        one.at,
        said(f"There is no {', '.join(one.codes)} here to suppress.", f"此处没有可豁免的 {'、'.join(one.codes)}。"),
        said("Remove the comment.", "请删去此注释。"),
    )
