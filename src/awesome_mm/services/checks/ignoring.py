"""Suppressions: comments in a file that say which finding is no fault, and why. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .choosing import checks_by_code
from .finding import Check, Finding, said
from .made_elsewhere import IGNORE_UNEXPLAINED, IGNORE_UNUSED

_WORDS = r"\s*awesome-mm:\s*ignore(?P<file>-file)?\s+(?P<codes>[\w-]+(?:\s*[,，]\s*[\w-]+)*)\s*(?:[:：](?P<reason>[^\n]*?))?"
_HTML = re.compile(rf"<!--{_WORDS}-->")
_TOML = re.compile(rf"#{_WORDS}$")
_FENCE = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})")
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


def without_ignored(
    findings: Sequence[Finding], sources: Mapping[str, str], ran: Sequence[Check], *, is_online: bool, unread: Collection[str] = ()
) -> list[Finding]:
    """Return `findings` without those that a comment in `sources`, by path, suppresses, and with those about the comments.

    A comment is of no use only where the check it names `ran`: those of the network do not offline, and none in files that are `unread`.
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
    judged = {check.code for check in ran if is_online or not check.is_online}
    idle = [one for one in ignores if one.reason and one not in used and judged >= set(one.codes) and one.path not in unread]
    about = [*_unexplained(ignores), *map(_unused, idle)]
    return [*kept, *(finding for finding in about if finding.code in codes)]


def ignores_in(path: str, source: str) -> Iterator[Ignore]:
    """Yield the suppressions in the file at `path`, each with the line it is about: its own, or the next where it stands alone."""
    if "awesome-mm:" not in source:
        return
    is_toml = path.endswith(".toml")
    lines = source.split("\n")
    hidden = _in_strings(lines) if is_toml else _in_fences(lines)
    nexts = _next_lines(lines)
    for place, text in enumerate(lines):
        if place in hidden or "awesome-mm:" not in text:
            continue
        for match in (_TOML if is_toml else _HTML).finditer(text):
            if (text.count('"', 0, match.start()) if is_toml else text.count("`", 0, match.start())) % 2:
                continue  # inside a string, or a span of code
            line, entry = place + 1, ""
            if not _bare(text):
                below = nexts[place]
                header = _HEADER.match(lines[below])
                line, entry = below + 1, header[2] if header else ""
            codes = tuple(re.split(r"\s*[,，]\s*", match["codes"]))
            yield Ignore(path, place + 1, codes, (match["reason"] or "").strip(), 0 if match["file"] else line, entry)


def _bare(line: str) -> str:
    """Return what a line holds besides suppressions."""
    return _TOML.sub("", _HTML.sub("", line)).strip(" \t->") if "awesome-mm:" in line else line.strip()


def _next_lines(lines: Sequence[str]) -> list[int]:
    """Return for each line the next one that holds something besides suppressions; itself where none does."""
    found, following = list(range(len(lines))), -1
    for place in range(len(lines) - 1, -1, -1):
        if following >= 0:
            found[place] = following
        if _bare(lines[place]):
            following = place
    return found


def _in_fences(lines: Sequence[str]) -> set[int]:
    """Return the lines inside fenced code."""
    found: set[int] = set()
    fence = ""
    for place, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            found.add(place)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line.strip(" `~"):
            fence = ""
    return found


def _in_strings(lines: Sequence[str]) -> set[int]:
    """Return the lines that begin inside a string of several lines."""
    found: set[int] = set()
    quote = ""
    for place, line in enumerate(lines):
        if quote:
            found.add(place)
        for mark in re.findall(r"\"\"\"|'''", line):
            quote = "" if quote == mark else quote or mark
    return found


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
